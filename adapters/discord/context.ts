import type { Conversations } from '../../src/conversation/conversation.ts';
import type { Effects } from '../../src/conversation/effects.ts';
import type { Desk } from '../../src/desk.ts';
import type { DigestService } from '../../src/digest/service.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import type { Pages } from '../../src/record/pages.ts';
import type { ChannelSettings, Store } from '../../src/store/store.ts';
import type { Language } from '../../src/text/language.ts';
import type { TokenWatch } from '../chat/token-watch.ts';

/** A log in pino's manner: facts, then a sentence. */
export type DiscordLog = {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

/** Optional hooks; none may throw. */
export type DiscordMetrics = {
  onAsk?(ask: { platform: string; intent: string; status: string; ms: number }): void;
  onDuplicate?(platform: string): void;
  onRetry?(platform: string): void;
  /** `late`: delivered after more than ten seconds; `given-up`: not delivered; `unconfirmed`: nobody can tell. */
  onReply?(platform: string, outcome: 'late' | 'given-up' | 'unconfirmed'): void;
  onReconnect?(platform: string): void;
  onThrottled?(platform: string): void;
};

/** What every handler works with. */
export type Context = {
  readonly token: Pick<TokenWatch, 'refused'>;
  /** Our own user id; `undefined` until connected. */
  readonly me: () => string | undefined;
  readonly desk: () => Desk;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly digests: DigestService | undefined;
  /** True for the first delivery of an event. */
  readonly first: (key: string) => Promise<boolean>;
  /** What must happen once however often it is pressed. */
  readonly effects: Effects;
  /** A channel's answer settings; `{}` when there are none or the store fails. */
  readonly settings: (guild: string, channel: string) => Promise<ChannelSettings>;
  /** Where the reading room is; absent: answers link to none. */
  readonly pages: Pages | undefined;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  readonly fallbackLanguage: Language;
  readonly log: DiscordLog;
  readonly metrics: DiscordMetrics;
  /** Pauses before a reply is tried again while Discord fails, milliseconds. */
  readonly retryPausesMs: readonly number[];
};

/**
 * Whether an interaction that changes something is ours to carry out: of all processes on one token, one gets it. An answer needs no
 * such claim, for Discord takes one alone.
 */
export async function isOurs(context: Context, interaction: { readonly id: string }): Promise<boolean> {
  if (await context.first(`discord:interaction:${interaction.id}`)) return true;
  context.metrics.onDuplicate?.('discord');
  return false;
}

/** The language of a Discord locale: ja or en; anything else falls back. */
export function languageOf(locale: string | undefined, fallback: Language): Language {
  if (locale === 'ja') return 'ja';
  return locale?.startsWith('en') ? 'en' : fallback;
}

const titles = new WeakMap<KnowledgeBase, Map<string, Consultation>>();

/** Names consultations in menus: `2025-03-30 Title`. An id not on record stays as it is. */
export function titlesOf(desk: Desk, language: Language): (consultation: string) => string {
  const knowledge = desk.knowledge();
  let byId = titles.get(knowledge);
  if (byId === undefined) {
    byId = new Map(knowledge.consultations.map((each) => [each.id, each]));
    titles.set(knowledge, byId);
  }
  const known = byId;
  return (id) => {
    const consultation = known.get(id);
    return consultation === undefined ? id : `${consultation.date} ${consultation.title[language]}`;
  };
}

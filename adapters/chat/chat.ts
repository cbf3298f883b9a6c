import {
  type Conversations,
  createConversations,
  createEffects,
  createOnce,
  type Effects,
  type Once,
} from '../../src/conversation/index.ts';
import type { Desk } from '../../src/desk.ts';
import type { DigestService } from '../../src/digest/index.ts';
import type { Pages } from '../../src/record/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { createSettings, type Settings } from './channel-settings.ts';
import type { ChatLog, ChatMetrics, ChatOptions } from './options.ts';

/** What the handlers of every platform work with. */
export type Chat = {
  /** The adapter's name: under it the store keeps what belongs to this platform. */
  readonly platform: string;
  readonly desk: () => Desk;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly digests: DigestService | undefined;
  /** True for exactly one caller per key, across processes and restarts, for a day. */
  readonly first: Once;
  /** What must happen once however often it is pressed. */
  readonly effects: Effects;
  readonly settings: Settings;
  /** Where the reading room is; absent: answers link to none. */
  readonly pages: Pages | undefined;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  readonly fallbackLanguage: Language;
  readonly log: ChatLog;
  readonly metrics: ChatMetrics;
};

/** Puts together what a platform's handlers share. Nothing is read or written before the first question. */
export function createChat(platform: string, options: ChatOptions): Chat {
  const { desk, store, digests, pages, clock, zone, fallbackLanguage, log, metrics = {}, throttle } = options;
  const first = createOnce({ store, clock, log });
  return {
    platform,
    desk,
    store,
    conversations: createConversations({
      desk,
      store,
      clock,
      zone,
      fallbackLanguage,
      keepText: options.keepText ?? false,
      log,
      throttle,
    }),
    digests,
    first,
    effects: createEffects(first),
    settings: createSettings({ platform, store, nowMs: () => clock().epochMilliseconds, log }),
    pages,
    clock,
    zone,
    fallbackLanguage,
    log,
    metrics,
  };
}

/**
 * Whether an event that changes something is ours to carry out, by its own id: a platform may hand one over twice, and of several
 * processes one gets it.
 */
export async function isOurs(chat: Pick<Chat, 'first' | 'metrics' | 'platform'>, key: string): Promise<boolean> {
  if (await chat.first(`${chat.platform}:${key}`)) return true;
  chat.metrics.onDuplicate?.(chat.platform);
  return false;
}

/** The language of a locale such as `ja-JP`; `undefined` for one that is neither Japanese nor English. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined;
  if (/^ja\b/i.test(locale)) return 'ja';
  return /^en\b/i.test(locale) ? 'en' : undefined;
}

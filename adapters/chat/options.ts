import type { Verdict } from '../../src/conversation/index.ts';
import type { Desk } from '../../src/desk.ts';
import type { DigestService } from '../../src/digest/index.ts';
import type { Pages } from '../../src/record/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';

/** A log in pino's manner: facts, then a sentence. */
export type ChatLog = {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

/** Optional counters; each must be cheap and must not throw. */
export type ChatMetrics = {
  onAsk?(ask: { platform: string; intent: string; status: string; ms: number }): void;
  onDuplicate?(platform: string): void;
  onRetry?(platform: string): void;
  /** `late`: delivered after more than ten seconds; `given-up`: not delivered; `unconfirmed`: nobody can tell. */
  onReply?(platform: string, outcome: 'late' | 'given-up' | 'unconfirmed'): void;
  onReconnect?(platform: string): void;
  onThrottled?(platform: string): void;
};

/** What the adapter of every chat platform is given, besides its own credentials. */
export type ChatOptions = {
  /** Asked at every question, for the knowledge may be renewed while running. */
  readonly desk: () => Desk;
  readonly store: Store;
  /** Absent: digests are not offered. */
  readonly digests?: DigestService | undefined;
  /** Where the reading room is; absent: answers link to none. */
  readonly pages?: Pages | undefined;
  readonly clock: () => Temporal.Instant;
  /** IANA zone that "last month" is reckoned in. */
  readonly zone: string;
  readonly fallbackLanguage: Language;
  readonly log: ChatLog;
  readonly metrics?: ChatMetrics | undefined;
  /** Absent: nobody is throttled. */
  readonly throttle?: ((actor: string, channel: string) => Verdict) | undefined;
  /** Whether question and feedback text may be stored. Default false. */
  readonly keepText?: boolean | undefined;
  /** Pauses before a refused token is tried again, in milliseconds: doubling from the first to the second. Default: 5 s to 5 minutes. */
  readonly tokenPausesMs?: { readonly first: number; readonly most: number } | undefined;
};

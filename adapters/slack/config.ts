import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Verdict } from '../../src/conversation/throttle.ts';
import type { Desk } from '../../src/desk.ts';
import type { DigestService } from '../../src/digest/service.ts';
import type { Pages } from '../../src/record/pages.ts';
import type { Store } from '../../src/store/store.ts';
import type { Language } from '../../src/text/language.ts';
import type { Pace } from './channel-queue.ts';
import type { DrawTimeline } from './pictures.ts';

/** Structured log, as pino has it: facts, then a sentence. */
export type SlackLog = {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
};

/** Optional counters; each must be cheap and must not throw. */
export type SlackMetrics = {
  onAsk?(ask: { platform: string; intent: string; status: string; ms: number }): void;
  onDuplicate?(platform: string): void;
  onRetry?(platform: string): void;
  /** `late`: delivered after more than ten seconds; `given-up`: not delivered; `unconfirmed`: nobody can tell. */
  onReply?(platform: string, outcome: 'late' | 'given-up' | 'unconfirmed'): void;
  onReconnect?(platform: string): void;
  onThrottled?(platform: string): void;
};

/** A route served beside `/slack/events` in HTTP mode. */
export type ExtraRoute = {
  readonly path: string;
  readonly method: string | readonly string[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

export type SlackAdapterConfig = {
  /** Of the one workspace served; absent with `oauth`. */
  readonly botToken?: string | undefined;
  /** Socket Mode when set and `signingSecret` is not. */
  readonly appToken?: string | undefined;
  /** HTTP mode when set: `/slack/events` on `port`. */
  readonly signingSecret?: string | undefined;
  readonly port?: number | undefined;
  /** Address to listen on. Default: every address. */
  readonly host?: string | undefined;
  /** Installing from many workspaces, over HTTP. */
  readonly oauth?:
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        /** Encrypts tokens at rest; at least 32 characters. */
        readonly encryptionKey: string;
      }
    | undefined;
  /** Web API address. Default https://slack.com/api/ */
  readonly apiUrl?: string | undefined;
  /** Read at every event, for the knowledge may be swapped while running. */
  readonly desk: () => Desk;
  readonly store: Store;
  /** Absent: no digests are offered. */
  readonly digests?: DigestService | undefined;
  /** Where the reading room is; absent: answers link to none. */
  readonly pages?: Pages | undefined;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  readonly fallbackLanguage: Language;
  readonly log: SlackLog;
  readonly metrics?: SlackMetrics | undefined;
  /** Absent: everything is allowed. */
  readonly throttle?: ((actor: string, channel: string) => Verdict) | undefined;
  /** Whether question and feedback text may be stored. Default false. */
  readonly keepText?: boolean | undefined;
  readonly extraRoutes?: readonly ExtraRoute[] | undefined;
  /** Draws a timeline as PNG. Default: `drawTimeline`. */
  readonly draw?: DrawTimeline | undefined;
  /** Pauses before a refused token is tried again, milliseconds, doubling. Default: 5 s to 5 minutes. */
  readonly tokenPausesMs?: { readonly first: number; readonly most: number } | undefined;
  /** How long to wait between messages, retries and reconnects; an argument for tests. Default: real time. */
  readonly pace?: Pace | undefined;
};

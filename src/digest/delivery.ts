import type { Digest } from './digest.ts';
import type { Platform, Subscription } from './subscription.ts';

/** What became of one attempt to post. Senders never throw for what the platform said; they classify it. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Worth another try inside the window; `retryAfterMs` where the platform named one. */
  | { readonly kind: 'retry'; readonly reason: string; readonly retryAfterMs?: number | undefined }
  /** Will not work until somebody changes something: the subscription is paused with the reason, settings kept. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The request was written but its fate is not known. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Between which instants a digest can have been posted, epoch milliseconds: first handed over, last known under way. */
export type SendWindow = { readonly from: number; readonly to: number };

/** A digest ready to be posted, message by message, or why it cannot be made ready. */
export type Prepared<Part> =
  | { readonly kind: 'ready'; readonly parts: readonly Part[] }
  | Extract<SendOutcome, { readonly kind: 'retry' | 'refused' }>;

/**
 * The platform's half of delivery. Every message has a key of its own, the platform's idempotency token: `key` is the ledger's
 * for (subscription, local date), and `partKey` makes those of further messages from it.
 */
export type DigestSender<Part = unknown> = {
  readonly platform: Platform;
  /**
   * For how long after a post the platform itself refuses a second message with the same key, milliseconds: an outcome left
   * unknown is then settled by posting again. Absent: it does not, and only `find` can settle it.
   */
  readonly idempotentForMs?: number | undefined;
  /** For how long the platform asked to be left alone where this digest would go, milliseconds; 0 when it may go out. */
  heldMs?(subscription: Subscription): number;
  /** Makes the messages a digest takes, first to last: one, wherever the platform's limits allow. Draws and uploads, and posts nothing. */
  prepare(subscription: Subscription, digests: readonly Digest[], key: string): Promise<Prepared<Part>>;
  /** Posts one of them under its own key. `first`: the id of the digest's first message, where this is a further one. */
  post(subscription: Subscription, part: Part, key: string, first?: string): Promise<SendOutcome>;
  /**
   * Looks for a message already posted under `key`, `null` when it is not there, `undefined` when the platform cannot tell. `first`
   * as for `post`.
   * @throws when it could another time.
   */
  find?(
    subscription: Subscription,
    key: string,
    between: SendWindow,
    first?: string,
  ): Promise<{ messageId: string } | null | undefined>;
  /** Tells the subscriber in private that the subscription was paused, and for which reason (see `pauseNotice`); best effort. */
  notify?(subscription: Subscription, reason: string): Promise<void>;
};

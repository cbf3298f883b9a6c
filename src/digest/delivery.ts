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

/** The platform's half of delivery. `key` is the ledger key of (subscription, local date): the platform's idempotency token. */
export type DigestSender = {
  readonly platform: Platform;
  /**
   * For how long after a send the platform itself refuses a second message with the same `key`, milliseconds: an outcome left
   * unknown is then settled by sending again. Absent: it does not, and only `find` can settle it.
   */
  readonly idempotentForMs?: number | undefined;
  /** For how long the platform asked to be left alone where this digest would go, milliseconds; 0 when it may go out. */
  heldMs?(subscription: Subscription): number;
  send(subscription: Subscription, digests: readonly Digest[], key: string): Promise<SendOutcome>;
  /**
   * Looks for a message already posted under `key`; `undefined` when the platform cannot tell.
   * @throws when it could another time.
   */
  find?(
    subscription: Subscription,
    key: string,
    between: SendWindow,
  ): Promise<{ messageId: string } | null | undefined>;
  /** Tells the subscriber in private that the subscription was paused, and why; best effort. */
  notify?(subscription: Subscription, text: string): Promise<void>;
};

import type { SendOutcome, SendWindow } from '../digest/delivery.ts';
import type { Platform } from '../digest/subscription.ts';
import type { CuratorChannel } from './channel.ts';
import type { CuratorNote } from './note.ts';

/** A platform's half of telling curators. Every message has a key of its own, the platform's idempotency token. */
export type CuratorSender = {
  readonly platform: Platform;
  /** As of a `DigestSender`: for how long the platform refuses a second message with the same key, milliseconds. Absent: it does not. */
  readonly idempotentForMs?: number | undefined;
  /** Posts a note that pings nobody and in which no text is markup. Never throws for what the platform said. */
  post(to: CuratorChannel, note: CuratorNote, key: string): Promise<SendOutcome>;
  /**
   * Looks for a message by its key, `null` when it is not there, `undefined` when the platform cannot tell.
   * @throws when it could another time.
   */
  find(
    to: CuratorChannel,
    key: string,
    between: SendWindow,
  ): Promise<{ readonly messageId: string } | null | undefined>;
};

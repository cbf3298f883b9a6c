import type { Delivery, Store } from '../store/store.ts';
import type { DeliverContext, DeliverResult } from './deliver.ts';

/** A claimed ledger row, and the ways on from it. */
export type Entry = ReturnType<typeof createEntry>;

/** Takes hold of a row that this process has claimed. */
export function createEntry(context: Pick<DeliverContext, 'store' | 'now' | 'owner' | 'leaseMs'>, row: Delivery) {
  const { store, now, owner } = context;
  const move = (change: Parameters<Store['updateDelivery']>[3]): Promise<boolean> =>
    store.updateDelivery(row.subscription, row.localDate, owner, change, now());
  return {
    move,
    lease: () => now() + context.leaseMs,
    /** Every message is out. */
    async complete(posted: readonly string[], reason: string | null = null): Promise<DeliverResult> {
      const messageId = posted[0] ?? null;
      return (await move({ state: 'sent', messageId, posted, reason })) ? 'sent' : 'taken';
    },
    /** Ends it: no later look takes it up (but for `failed`, once the subscription is active again). */
    async finish(state: 'skipped' | 'unknown' | 'failed', reason: string): Promise<DeliverResult> {
      return (await move({ state, reason, leaseUntil: now() })) ? state : 'taken';
    },
    /** Lets it go until `at`; the state stays unless one is given. */
    async putOff(
      at: number,
      reason: string | null,
      change: { readonly state?: 'claimed'; readonly posted?: readonly string[] } = {},
    ): Promise<DeliverResult> {
      return (await move({ nextAttemptAt: at, leaseUntil: now(), reason, ...change })) ? 'later' : 'taken';
    },
  };
}

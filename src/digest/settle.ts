import type { Delivery } from '../store/store.ts';
import type { DeliverResult, Job } from './deliver.ts';
import { partKey } from './key.ts';
import { graceMs } from './schedule.ts';

/** A clock a moment ahead of another process's is none that was wrong. */
const skewMs = 60_000;

/**
 * Decides on a message that may have gone out: the platform refuses doubles → it is posted again with the same key; it can look the
 * key up → as it says; else it stays unknown and, unless the operator chose otherwise, is not posted again. Gives the row to
 * go on from, or what became of the digest.
 */
export async function settle(job: Job, row: Delivery): Promise<Delivery | DeliverResult> {
  const { context, sender, subscription, entry, inWindow } = job;
  const now = context.now();
  const since = row.sendingSince ?? row.updatedAt;
  const underWay = row.underWayAt ?? row.updatedAt;
  // Times still to come are of a clock that was wrong and tell nothing.
  const elapsed = (from: number) => (now - from < -skewMs ? Number.POSITIVE_INFINITY : now - from);
  if (inWindow && elapsed(since) < (sender.idempotentForMs ?? 0)) return row;
  // From when it was last under way, not from the last look: looks must not put each other off.
  if (elapsed(underWay) < context.settleMs) return await entry.putOff(underWay + context.settleMs, row.reason);

  let found: { messageId: string } | null | undefined;
  try {
    const key = partKey(job.key, row.posted.length);
    found = await sender.find?.(subscription, key, { from: since, to: underWay }, row.posted[0]);
  } catch (error) {
    context.log.warn({ err: error }, 'A digest of unknown fate could not be looked up');
    const wait = backoffMs(row.attempts);
    if (inWindow && now + wait < row.dueAt + graceMs) {
      await entry.move({ attempts: row.attempts + 1 });
      return await entry.putOff(now + wait, row.reason);
    }
  }
  if (found) {
    const posted = [...row.posted, found.messageId];
    // A row of a version that did not count them: its key stands on the last.
    if (posted.length >= (row.parts ?? 1)) return await entry.complete(posted, 'found');
    return await goOn(job, { ...row, posted });
  }
  const maySend = found === null || context.onUnknown === 'resend';
  if (!maySend || !inWindow) {
    context.log.warn(
      { subscription: subscription.id, platform: sender.platform, localDate: row.localDate },
      'Whether a digest went out cannot be known: it is not sent again',
    );
    return await entry.finish('unknown', row.reason ?? 'interrupted');
  }
  return await goOn(job, row);
}

/** The next message is known not to be out: the time of its first hand-over no longer counts. */
export async function goOn({ entry }: Pick<Job, 'entry'>, row: Delivery): Promise<Delivery | 'taken'> {
  const { posted } = row;
  return (await entry.move({ state: 'claimed', posted })) ? { ...row, state: 'claimed', sendingSince: null } : 'taken';
}

/** Doubling from half a minute to a quarter of an hour. */
export function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.min(attempts, 10), 15 * 60_000);
}

import type { Desk } from '../desk.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Log } from '../log.ts';
import type { Delivery, Store } from '../store/store.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import type { DigestSender, SendOutcome } from './delivery.ts';
import { pauseNotice } from './describe.ts';
import { deliveryKey } from './key.ts';
import { followsTooSoon, neighbourDays } from './ledger.ts';
import { newestChange } from './news.ts';
import { type Due, due, graceMs } from './schedule.ts';
import { languagesOf, type Subscription } from './subscription.ts';

/** What a delivery works with. */
export type DeliverContext = {
  readonly store: Store;
  readonly desk: () => Pick<Desk, 'digest' | 'knowledge'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly owner: string;
  /** How long a claim holds without being renewed. */
  readonly leaseMs: number;
  /** How long after a hand-over its fate is looked up at the earliest: a request on its way may still arrive. */
  readonly settleMs: number;
  /** What becomes of a digest whose fate cannot be known. */
  readonly onUnknown: 'leave' | 'resend';
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Which records a version of the knowledge held; remembered, as most subscriptions have seen the same. */
  readonly recordDates: (version: string) => Promise<ReadonlyMap<string, PlainDate> | undefined>;
  /** Keeps which records the knowledge holds, once a version. */
  readonly keepRecordDates: (knowledge: KnowledgeBase) => Promise<void>;
  /** What this process knows of hand-overs and could not write down, by delivery key: it beats the ledger's doubt. */
  readonly unwritten: Map<string, SendOutcome | NotSent>;
  /** Calls `beat` every `everyMs` until the returned function is called. */
  readonly every: (everyMs: number, beat: () => void) => () => void;
};

/** The step to `sending` may be in the ledger, and nothing was handed over. */
export type NotSent = { readonly kind: 'not-sent' };

const mostUnwritten = 5_000;

/** A clock a moment ahead of another process's is none that was wrong. */
const skewMs = 60_000;

/**
 * What became of a try. `taken`: another process has it, or it is settled; `later`: put off, to be taken up by a coming look;
 * the others are final.
 */
export type DeliverResult = 'taken' | 'later' | 'sent' | 'skipped' | 'failed' | 'unknown';

/**
 * Delivers one occurrence at most once: claimed with a lease → rendered → sending → sent. Every step is in the ledger before
 * the next is begun, so that whoever takes over a dead process's row knows whether the platform may have been asked already.
 */
export async function deliver(
  context: DeliverContext,
  sender: DigestSender,
  listed: Subscription,
  occurrence: Due,
): Promise<DeliverResult> {
  const { store, now, owner } = context;
  const { localDate, dueAt } = occurrence;
  let row = await store.claimDelivery(listed.id, localDate, owner, now(), now() + context.leaseMs, dueAt);
  if (row === undefined) return 'taken';
  const entry = createEntry(context, row);

  // Read again now that the row is ours: it may have been changed or removed since the list was made.
  const subscription = await store.loadSubscription(listed.id);
  if (subscription?.state !== 'active') {
    return row.state === 'sending'
      ? await entry.finish('unknown', 'stopped')
      : await entry.finish('skipped', 'stopped');
  }
  const known = context.unwritten.get(deliveryKey(listed.id, localDate));
  if (row.state === 'sending' && known !== undefined && known.kind !== 'unknown') {
    if (known.kind !== 'not-sent') return await record(context, sender, subscription, row, entry, known);
    if (!(await entry.move({ state: 'claimed' }))) return 'taken';
    context.unwritten.delete(deliveryKey(listed.id, localDate));
    row = { ...row, state: 'claimed' };
  }
  if (row.state === 'sending') {
    const settled = await settle(context, sender, subscription, row, entry, occurrence.state === 'due');
    if (settled !== 'send-again' && settled !== 'send-anew') return settled;
    if (settled === 'send-anew') row = { ...row, state: 'claimed' };
  }
  if (occurrence.state === 'missed') return await entry.finish('skipped', row.reason ?? 'missed');
  const current = due(subscription, now());
  if (current.localDate !== localDate || current.state !== 'due') return await entry.putOff(now(), row.reason);

  const neighbours = await store.listDeliveries({ subscription: listed.id, since: addDays(localDate, -neighbourDays) });
  if (followsTooSoon(subscription, occurrence, neighbours)) return await entry.finish('skipped', 'sent-that-day');
  return await renderAndSend(context, sender, subscription, row, entry);
}

async function renderAndSend(
  context: DeliverContext,
  sender: DigestSender,
  subscription: Subscription,
  row: Delivery,
  entry: Entry,
): Promise<DeliverResult> {
  const { localDate } = row;
  const desk = context.desk();
  const knowledge = desk.knowledge();
  const { filters, seenThrough: since, seenVersion } = subscription;
  const shown = seenVersion === undefined ? undefined : await context.recordDates(seenVersion);
  const digests = languagesOf(subscription.language).map((language) =>
    desk.digest({ date: localDate, language, filters, since, shown }),
  );
  if (subscription.quietDays === 'skip' && digests.every(({ quiet }) => quiet)) {
    return await entry.finish('skipped', 'quiet-day');
  }
  // A row that may have gone out keeps its state: falling back from `sending` would lose that it may have.
  if (row.state !== 'sending') {
    await context.keepRecordDates(knowledge);
    const seen = { seenThrough: newestChange(knowledge, localDate) ?? since, seenVersion: knowledge.version };
    if (!(await entry.move({ state: 'rendered', ...seen }))) return 'taken';
  }
  // From here on another process may not assume that nothing was posted.
  const handOver = entry.move({ state: 'sending', attempts: row.attempts + 1, leaseUntil: entry.lease() });
  if (row.state !== 'sending') handOver.catch(() => remember(context, subscription, localDate, { kind: 'not-sent' }));
  if (!(await handOver)) return 'taken';

  const outcome = await sendHolding(context, entry, () =>
    sender.send(subscription, digests, deliveryKey(subscription.id, localDate)),
  );
  return await record(context, sender, subscription, row, entry, outcome);
}

/** Kept for a coming look; the oldest go first. */
function remember(
  { unwritten }: DeliverContext,
  { id }: Subscription,
  localDate: PlainDate,
  known: SendOutcome | NotSent,
): void {
  unwritten.set(deliveryKey(id, localDate), known);
  const [oldest] = unwritten.keys();
  if (unwritten.size > mostUnwritten && oldest !== undefined) unwritten.delete(oldest);
}

/** Keeps the lease while the platform's own limits make the sender wait. */
async function sendHolding(
  context: DeliverContext,
  entry: Entry,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const release = context.every(context.leaseMs / 3, () => {
    entry.move({ leaseUntil: entry.lease() }).catch((error: unknown) => {
      context.log.warn({ err: error }, 'The lease of a digest being sent could not be renewed');
    });
  });
  try {
    return await send();
  } catch (error) {
    // A sender that throws leaves open whether the request was written.
    context.log.error({ err: error }, 'A digest sender failed');
    return { kind: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    release();
  }
}

/** Writes down what came of a hand-over; where that fails this process still knows, and writes it at a coming look. */
async function record(
  context: DeliverContext,
  sender: DigestSender,
  subscription: Subscription,
  row: Delivery,
  entry: Entry,
  outcome: SendOutcome,
): Promise<DeliverResult> {
  remember(context, subscription, row.localDate, outcome);
  const result = await write(context, sender, subscription, row, entry, outcome);
  context.unwritten.delete(deliveryKey(subscription.id, row.localDate));
  return result;
}

async function write(
  context: DeliverContext,
  sender: DigestSender,
  subscription: Subscription,
  row: Delivery,
  entry: Entry,
  outcome: SendOutcome,
): Promise<DeliverResult> {
  const now = context.now();
  switch (outcome.kind) {
    case 'sent':
      await entry.move({ state: 'sent', messageId: outcome.messageId, reason: null });
      return 'sent';
    case 'retry': {
      const wait = outcome.retryAfterMs ?? backoffMs(row.attempts);
      if (now + wait >= row.dueAt + graceMs) return await entry.finish('skipped', outcome.reason);
      // An earlier try may have gone out: that this one did not says nothing of that.
      return await entry.putOff(now + wait, outcome.reason, row.state === 'sending' ? undefined : 'claimed');
    }
    case 'refused':
      await entry.finish('failed', outcome.reason);
      await pause(context, sender, subscription, outcome.reason);
      return 'failed';
    case 'unknown':
      return await entry.putOff(now + context.settleMs, outcome.reason);
  }
}

/**
 * Decides on a digest that may have gone out: the platform refuses doubles → send again with the same key; it can look the
 * key up → as it says; else it stays unknown and, unless the operator chose otherwise, is not sent again.
 */
async function settle(
  context: DeliverContext,
  sender: DigestSender,
  subscription: Subscription,
  row: Delivery,
  entry: Entry,
  inWindow: boolean,
): Promise<DeliverResult | 'send-again' | 'send-anew'> {
  const now = context.now();
  const since = row.sendingSince ?? row.updatedAt;
  // Times still to come are of a clock that was wrong and tell nothing.
  const elapsed = (from: number) => (now - from < -skewMs ? Number.POSITIVE_INFINITY : now - from);
  if (inWindow && elapsed(since) < (sender.idempotentForMs ?? 0)) return 'send-again';
  if (elapsed(row.updatedAt) < context.settleMs) {
    return await entry.putOff(row.updatedAt + context.settleMs, row.reason);
  }

  let found: { messageId: string } | null | undefined;
  try {
    found = await sender.find?.(subscription, deliveryKey(subscription.id, row.localDate), {
      from: since,
      to: row.updatedAt,
    });
  } catch (error) {
    context.log.warn({ err: error }, 'A digest of unknown fate could not be looked up');
    const wait = backoffMs(row.attempts);
    if (inWindow && now + wait < row.dueAt + graceMs) {
      await entry.move({ attempts: row.attempts + 1 });
      return await entry.putOff(now + wait, row.reason);
    }
  }
  if (found) {
    await entry.move({ state: 'sent', messageId: found.messageId, reason: 'found' });
    return 'sent';
  }
  const maySend = found === null || context.onUnknown === 'resend';
  if (!maySend || !inWindow) {
    context.log.warn(
      { subscription: subscription.id, platform: sender.platform, localDate: row.localDate },
      'Whether a digest went out cannot be known: it is not sent again',
    );
    return await entry.finish('unknown', row.reason ?? 'interrupted');
  }
  // Known not to be there: the time of the first hand-over no longer counts.
  return (await entry.move({ state: 'claimed' })) ? 'send-anew' : 'taken';
}

async function pause(
  context: DeliverContext,
  sender: DigestSender,
  subscription: Subscription,
  reason: string,
): Promise<void> {
  await context.store.updateSubscription(subscription.id, { state: 'paused', pausedFor: reason });
  try {
    await sender.notify?.(subscription, pauseNotice(reason, subscription.language));
  } catch (error) {
    context.log.warn({ err: error, subscription: subscription.id }, 'The subscriber could not be told of the pause');
  }
}

/** Doubling from half a minute to a quarter of an hour. */
function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.min(attempts, 10), 15 * 60_000);
}

/** A claimed ledger row, and the ways on from it. */
type Entry = ReturnType<typeof createEntry>;

function createEntry(context: DeliverContext, row: Delivery) {
  const { store, now, owner } = context;
  const move = (change: Parameters<Store['updateDelivery']>[3]): Promise<boolean> =>
    store.updateDelivery(row.subscription, row.localDate, owner, change, now());
  return {
    move,
    lease: () => now() + context.leaseMs,
    /** Ends it: no later look takes it up (but for `failed`, once the subscription is active again). */
    async finish(state: 'skipped' | 'unknown' | 'failed', reason: string): Promise<DeliverResult> {
      return (await move({ state, reason, leaseUntil: now() })) ? state : 'taken';
    },
    /** Lets it go until `at`; the state stays unless one is given. */
    async putOff(at: number, reason: string | null, state?: 'claimed'): Promise<DeliverResult> {
      const moved = await move({
        nextAttemptAt: at,
        leaseUntil: now(),
        reason,
        ...(state === undefined ? {} : { state }),
      });
      return moved ? 'later' : 'taken';
    },
  };
}

import type { LRUCache } from 'lru-cache';
import type { Desk } from '../desk.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Log } from '../log.ts';
import type { Delivery, Store } from '../store/store.ts';
import type { DigestSender, SendOutcome } from './delivery.ts';
import { type Digest, toldIn } from './digest.ts';
import { createEntry, type Entry } from './entry.ts';
import { deliveryKey, partKey } from './key.ts';
import { followsTooSoon } from './ledger.ts';
import { newestChange } from './news.ts';
import { requestFor, toldSince } from './request.ts';
import { type Due, due, graceMs } from './schedule.ts';
import type { SeenRecord } from './seen.ts';
import { backoffMs, goOn, settle } from './settle.ts';
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
  /** The records that a version of the knowledge held; remembered, as most subscriptions have seen the same. */
  readonly seenRecords: (version: string) => Promise<ReadonlyMap<string, SeenRecord> | undefined>;
  /** Keeps the records that the knowledge holds, once a version. */
  readonly keepSeenRecords: (knowledge: KnowledgeBase) => Promise<void>;
  /** What this process knows of digests and could not write down, by delivery key: it beats the ledger's doubt. */
  readonly unwritten: LRUCache<string, Known>;
  /** Calls `beat` every `everyMs` until the returned function is called. */
  readonly every: (everyMs: number, beat: () => void) => () => void;
};

/** The messages that are out for sure, and what came of handing over the last: `not-sent` where the step was written and no more. */
export type Known = {
  readonly posted: readonly string[];
  readonly outcome: SendOutcome | { readonly kind: 'not-sent' };
};

/**
 * What became of a try. `taken`: another process has it, or it is settled; `later`: put off, to be taken up by a coming look;
 * the others are final.
 */
export type DeliverResult = 'taken' | 'later' | 'sent' | 'skipped' | 'failed' | 'unknown';

/** One digest that this process has claimed. */
export type Job = {
  readonly context: DeliverContext;
  readonly sender: DigestSender;
  readonly subscription: Subscription;
  readonly key: string;
  readonly entry: Entry;
  /** Whether it may still go out. */
  readonly inWindow: boolean;
};

/**
 * Delivers one occurrence at most once: claimed with a lease → rendered and its pictures uploaded → for each message: sending,
 * posted → sent. Every step is in the ledger before the next is begun, so that whoever takes over a dead process's row knows which
 * messages are out, and which one the platform may have been asked for already.
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
  const key = deliveryKey(listed.id, localDate);
  const job: Job = { context, sender, subscription, key, entry, inWindow: occurrence.state === 'due' };
  for (const step of [recall, settle]) {
    if (row.state !== 'sending') break;
    const next: Delivery | DeliverResult = await step(job, row);
    if (typeof next === 'string') return next;
    row = next;
  }
  if (occurrence.state === 'missed') return await entry.finish('skipped', row.reason ?? 'missed');
  const current = due(subscription, now());
  if (current.localDate !== localDate || current.state !== 'due') return await entry.putOff(now(), row.reason);

  const rows = await store.listDeliveries({ subscription: listed.id, since: toldSince(localDate) });
  if (followsTooSoon(subscription, occurrence, rows)) return await entry.finish('skipped', 'sent-that-day');
  return await renderAndSend(job, row, rows);
}

/** What this process still knows of the hand-over that the ledger is in doubt of. */
async function recall(job: Job, row: Delivery): Promise<Delivery | DeliverResult> {
  const { context, entry, key } = job;
  const known = context.unwritten.get(key);
  if (known === undefined || known.outcome.kind === 'unknown') return row;
  const { posted, outcome } = known;
  let result: Delivery | DeliverResult;
  if (outcome.kind === 'sent' && posted.length >= (row.parts ?? 1)) result = await entry.complete(posted);
  else if (outcome.kind === 'sent' || outcome.kind === 'not-sent') result = await goOn(job, { ...row, posted });
  else result = await write(job, row, { outcome, posted, doubtful: false });
  context.unwritten.delete(key);
  return result;
}

async function renderAndSend(job: Job, row: Delivery, rows: readonly Delivery[]): Promise<DeliverResult> {
  const { context, sender, subscription, entry, key } = job;
  const { localDate } = row;
  const desk = context.desk();
  const knowledge = desk.knowledge();
  const { seenThrough, seenVersion } = subscription;
  const shown = seenVersion === undefined ? undefined : await context.seenRecords(seenVersion);
  const request = requestFor(subscription, localDate, { shown, rows });
  const digests = languagesOf(subscription.language).map((language) => desk.digest({ ...request, language }));
  const isBegun = row.posted.length > 0;
  if (!isBegun && saysNothing(subscription, digests)) {
    return await entry.finish('skipped', 'quiet-day');
  }
  // A row that may have gone out keeps its state: falling back from `sending` would lose that it may have.
  if (row.state !== 'sending') {
    await context.keepSeenRecords(knowledge);
    const seen = { seenThrough: newestChange(knowledge, localDate) ?? seenThrough, seenVersion: knowledge.version };
    const told = [...new Set(digests.flatMap(toldIn))];
    if (!(await entry.move({ state: 'rendered', ...(isBegun ? {} : { ...seen, told }) }))) return 'taken';
  }
  // Before `sending`: whoever is killed while pictures are drawn and uploaded leaves nothing in doubt.
  const prepared = await holding(job, {}, () => sender.prepare(subscription, digests, key)).catch((error: unknown) => {
    context.log.error({ err: error }, 'A digest could not be made ready');
    return { kind: 'retry', reason: reasonOf(error) } as const;
  });
  if (prepared.kind === 'ready') return await postAll(job, row, prepared.parts);
  return await write(job, row, { outcome: prepared, posted: row.posted, doubtful: row.state === 'sending' });
}

/** A quiet day of a subscription that wants no word of it: where only news is wanted, that there is none is none. */
function saysNothing({ quietDays, rhythm }: Subscription, digests: readonly Digest[]): boolean {
  return digests.every(({ quiet }) => quiet) && (quietDays === 'skip' || rhythm === 'changes');
}

/** Posts the messages that are not out yet, in order, each only once the one before is known to be. */
async function postAll(job: Job, row: Delivery, parts: readonly unknown[]): Promise<DeliverResult> {
  const { context, sender, subscription, entry, key } = job;
  let posted = row.posted;
  for (const [index, part] of parts.entries()) {
    if (index < posted.length) continue;
    const isNext = posted !== row.posted;
    const doubtful = row.state === 'sending' && !isNext;
    // From here on another process may not assume that it was not posted.
    const handOver = entry.move({
      state: 'sending',
      parts: parts.length,
      attempts: row.attempts + 1,
      leaseUntil: entry.lease(),
      underWayAt: context.now(),
      ...(isNext ? { posted } : {}),
    });
    const before = { posted, outcome: { kind: 'not-sent' } } as const;
    if (!doubtful) handOver.catch(() => context.unwritten.set(key, before));
    if (!(await handOver)) return 'taken';
    const outcome = await postOne(part, index, posted[0]);
    if (outcome.kind === 'sent') posted = [...posted, outcome.messageId];
    context.unwritten.set(key, { posted, outcome });
    if (outcome.kind === 'sent') continue;
    const result = await write(job, row, { outcome, posted, doubtful });
    context.unwritten.delete(key);
    return result;
  }
  const result = await entry.complete(posted);
  context.unwritten.delete(key);
  return result;

  function postOne(part: unknown, index: number, first: string | undefined): Promise<SendOutcome> {
    const post = () => sender.post(subscription, part, partKey(key, index), first);
    return holding(job, { underWay: true }, post).catch((error: unknown) => {
      // A sender that throws leaves open whether the request was written.
      context.log.error({ err: error }, 'A digest sender failed');
      return { kind: 'unknown', reason: reasonOf(error) };
    });
  }
}

/** Keeps the lease while the platform's own limits make the sender wait, and notes that a message may still be on its way. */
async function holding<T>(
  { context, entry }: Job,
  { underWay = false }: { underWay?: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const release = context.every(Math.min(context.leaseMs, context.settleMs) / 3, () => {
    entry
      .move({ leaseUntil: entry.lease(), ...(underWay ? { underWayAt: context.now() } : {}) })
      .catch((error: unknown) => {
        context.log.warn({ err: error }, 'The lease of a digest being sent could not be renewed');
      });
  });
  try {
    return await work();
  } finally {
    release();
  }
}

/** Writes down what came of a try that posted nothing, for sure or perhaps. `doubtful`: an earlier try may have. */
async function write(
  job: Job,
  row: Delivery,
  { outcome, posted, doubtful }: { outcome: SendOutcome; posted: readonly string[]; doubtful: boolean },
): Promise<DeliverResult> {
  const { context, entry } = job;
  const now = context.now();
  switch (outcome.kind) {
    case 'sent':
      return await entry.complete(posted);
    case 'retry': {
      const wait = outcome.retryAfterMs ?? backoffMs(row.attempts);
      if (now + wait >= row.dueAt + graceMs) return await entry.finish('skipped', outcome.reason);
      return await entry.putOff(now + wait, outcome.reason, doubtful ? {} : { state: 'claimed', posted });
    }
    case 'refused':
      await entry.finish('failed', outcome.reason);
      await pause(job, outcome.reason);
      return 'failed';
    case 'unknown':
      return await entry.putOff(now + context.settleMs, outcome.reason);
  }
}

async function pause({ context, sender, subscription }: Job, reason: string): Promise<void> {
  await context.store.updateSubscription(subscription.id, { state: 'paused', pausedFor: reason });
  try {
    await sender.notify?.(subscription, reason);
  } catch (error) {
    context.log.warn({ err: error, subscription: subscription.id }, 'The subscriber could not be told of the pause');
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

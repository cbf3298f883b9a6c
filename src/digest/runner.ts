import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Desk } from '../desk.ts';
import type { Log } from '../log.ts';
import type { Delivery, Store } from '../store/store.ts';
import { type DeliverContext, type DeliverResult, deliver } from './deliver.ts';
import type { DigestSender } from './delivery.ts';
import { isSettled, isWaiting } from './ledger.ts';
import { createLookout, type Lookout, systemTimers, type Timers } from './lookout.ts';
import { createRecordMemory } from './record-memory.ts';
import { type Due, dueAt } from './schedule.ts';
import type { Platform, Subscription } from './subscription.ts';

export type DigestRunnerOptions = {
  readonly store: Store;
  /** One a platform; subscriptions of other platforms are left to other processes. */
  readonly senders: readonly DigestSender[];
  /** The desk in service; asked each time, as knowledge may be renewed. */
  readonly desk: () => Pick<Desk, 'digest' | 'knowledge'>;
  readonly clock: () => Temporal.Instant;
  /**
   * Names this process in the ledger; no two live processes may share it. One that stays the same over restarts lets a
   * process that is alone on its database take up at once what it was killed in, without waiting for its own leases.
   */
  readonly owner: string;
  readonly log?: Pick<Log, 'info' | 'warn' | 'error'> | undefined;
  /** Hears of each digest: `due` when it is first taken up, then what became of it. */
  readonly observe?:
    | ((platform: Platform, outcome: 'due' | Exclude<DeliverResult, 'taken' | 'later'>) => void)
    | undefined;
  readonly timers?: Timers | undefined;
  /** Digests under way at once on each platform. Default 8. */
  readonly concurrency?: number | undefined;
  /** Milliseconds that a claim holds unrenewed. Default 45,000: short enough that a platform which knows keys for minutes still does at take-over. */
  readonly leaseMs?: number | undefined;
  /** Milliseconds before a hand-over of unknown fate is looked into. Default 15,000. */
  readonly settleMs?: number | undefined;
  /** A digest whose fate cannot be known: `leave` (default) never doubles, `resend` never loses. */
  readonly onUnknown?: 'leave' | 'resend' | undefined;
};

/** How many digests came to what in one look. */
export type TickReport = Readonly<Record<DeliverResult, number>>;

/**
 * Delivers what is due at each look: at every full minute, and in between when something put off is to be tried again. When it has stopped,
 * nothing is left half-sent.
 */
export type DigestRunner = Lookout<TickReport>;

const defaults = { concurrency: 8, leaseMs: 45_000, settleMs: 15_000, onUnknown: 'leave' } as const;
const minuteMs = 60_000;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Digests whose last step waits to be written; the oldest go first. */
const MOST_UNWRITTEN = 5_000;

/** Sends every subscription's digest once per local date, alone or beside other processes on the same store. */
export function createDigestRunner(options: DigestRunnerOptions): DigestRunner {
  const { store, owner, clock } = options;
  const log = options.log ?? silent;
  const timers: Timers = options.timers ?? systemTimers;
  const concurrency = options.concurrency ?? defaults.concurrency;
  const context: DeliverContext = {
    store,
    desk: options.desk,
    now: () => clock().epochMilliseconds,
    owner,
    leaseMs: options.leaseMs ?? defaults.leaseMs,
    settleMs: options.settleMs ?? defaults.settleMs,
    onUnknown: options.onUnknown ?? defaults.onUnknown,
    log,
    unwritten: new LRUCache({ max: MOST_UNWRITTEN }),
    ...createRecordMemory(store),
    every: (everyMs, beat) => repeat(timers, everyMs, beat),
  };
  let lookAt = Number.POSITIVE_INFINITY;
  let stopped = false;

  async function look(): Promise<TickReport> {
    const report: Record<DeliverResult, number> = { taken: 0, later: 0, sent: 0, skipped: 0, failed: 0, unknown: 0 };
    await Promise.all(
      options.senders.map(async (sender) => {
        const { work, next } = await findWork(store, sender.platform, context.now(), log);
        lookAt = Math.min(lookAt, next);
        await pool(startingAt(work, owner), concurrency, async ({ subscription, occurrence, row }) => {
          if (stopped) return;
          const result = sender.heldMs?.(subscription)
            ? 'later'
            : await deliverOne(sender, subscription, occurrence, row);
          report[result] += 1;
          if (result === 'later') lookBefore(sender.heldMs?.(subscription));
        });
      }),
    );
    return report;
  }

  /** What is put off for seconds need not wait for the next full minute. */
  function lookBefore(heldMs = 0): void {
    if (heldMs > 0) lookAt = Math.min(lookAt, context.now() + heldMs);
  }

  async function deliverOne(
    sender: DigestSender,
    subscription: Subscription,
    occurrence: Due,
    row: Delivery | undefined,
  ): Promise<DeliverResult> {
    const facts = { subscription: subscription.id, platform: sender.platform, localDate: occurrence.localDate };
    try {
      const result = await deliver(context, sender, subscription, occurrence);
      if (result === 'taken') return result;
      if (row === undefined) options.observe?.(sender.platform, 'due');
      if (result !== 'later') options.observe?.(sender.platform, result);
      log.info({ ...facts, result }, 'Digest looked after');
      return result;
    } catch (error) {
      // Its lease runs out by itself, and whoever looks next finds how far it got.
      log.error({ ...facts, err: error }, 'A digest could not be looked after');
      return 'later';
    }
  }

  const lookout = createLookout({
    look,
    pauseMs() {
      const now = context.now();
      const pause = Math.min(minuteMs - (now % minuteMs), Math.max(lookAt - now, 0));
      lookAt = Number.POSITIVE_INFINITY;
      return pause;
    },
    failed: (error) => log.error({ err: error }, 'Digests could not be looked after; trying again in a minute'),
    timers,
  });

  return {
    ...lookout,
    stop() {
      // What a look has not taken up yet stays for whoever looks next.
      stopped = true;
      return lookout.stop();
    },
  };
}

type Work = { readonly subscription: Subscription; readonly occurrence: Due; readonly row: Delivery | undefined };

/**
 * Occurrences that are owed and, as far as the ledger shows, nobody's yet, and when the next of those put off is to be tried
 * (epoch milliseconds). Claims decide; this only spares them.
 */
async function findWork(
  store: Store,
  platform: Platform,
  now: number,
  log: Pick<Log, 'error'>,
): Promise<{ readonly work: readonly Work[]; readonly next: number }> {
  const owed: { subscription: Subscription; occurrence: Due }[] = [];
  const dueNow = dueAt(now);
  for (const subscription of await store.listSubscriptions({ platform, state: 'active' })) {
    try {
      const occurrence = dueNow(subscription);
      if (occurrence.state !== 'not-yet') owed.push({ subscription, occurrence });
    } catch (error) {
      log.error(
        { err: error, subscription: subscription.id, zone: subscription.zone },
        'A subscription has no usable schedule',
      );
    }
  }
  const rows = new Map<string, Delivery>();
  for (const localDate of new Set(owed.map(({ occurrence }) => occurrence.localDate))) {
    for (const row of await store.listDeliveries({ localDate })) rows.set(`${row.subscription} ${localDate}`, row);
  }
  let next = Number.POSITIVE_INFINITY;
  const work = owed
    .map((each) => ({ ...each, row: rows.get(`${each.subscription.id} ${each.occurrence.localDate}`) }))
    .filter(({ row, occurrence }) => {
      if (row === undefined) return true;
      if (isSettled(row, now) || (row.state === 'failed' && occurrence.state === 'missed')) return false;
      if (isWaiting(row, now)) next = Math.min(next, row.nextAttemptAt);
      return !isWaiting(row, now);
    });
  return { work, next };
}

/** The same work from a place of this process's own, so that several begin apart and meet late. */
function startingAt<T>(work: readonly T[], owner: string): readonly T[] {
  const start = createHash('sha256').update(owner).digest().readUInt32BE() % Math.max(work.length, 1);
  return [...work.slice(start), ...work.slice(0, start)];
}

async function pool<T>(items: readonly T[], size: number, run: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: Math.min(size, items.length) }, async () => {
      for (const item of queue) await run(item);
    }),
  );
}

function repeat(timers: Timers, everyMs: number, beat: () => void): () => void {
  let timer: unknown;
  const again = () => {
    timer = timers.setTimeout(() => {
      beat();
      again();
    }, everyMs);
  };
  again();
  return () => timers.clearTimeout(timer);
}

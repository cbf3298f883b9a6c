import type { SendOutcome } from '../digest/delivery.ts';
import { createEntry } from '../digest/entry.ts';
import { deliveryKey, partKey } from '../digest/key.ts';
import { backoffMs } from '../digest/settle.ts';
import type { Log } from '../log.ts';
import type { Delivery, Store, StoredFeedback } from '../store/store.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import type { CuratorChannel } from './channel.ts';
import { type CuratorNote, dayNote, type NoteOptions, reportNote } from './note.ts';
import type { CuratorSender } from './sender.ts';

/** What telling curators works with. */
export type TellContext = {
  readonly store: Store;
  readonly sender: CuratorSender;
  readonly channel: CuratorChannel;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Zone of the days. */
  readonly zone: string;
  readonly note: NoteOptions;
  /** Names this process in the ledger. */
  readonly owner: string;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Reports shown one by one on a day, and of one person; the rest are counted. */
  readonly mostADay: number;
  readonly mostOfOne: number;
};

/** The ledger's name for what curators are told: a row a day, in which reports are posted one after the other. */
export const LEDGER = 'curators';

/** Longer than a post takes: who takes over a dead process's row waits that long. */
const LEASE_MS = 120_000;
/** How long after a hand-over its fate is looked up at the earliest. */
const SETTLE_MS = 15_000;
/** How long a look-up that fails is tried again. */
const LOOK_MS = 6 * 60 * 60 * 1000;
/** A channel that refuses posts is tried again after this, for somebody has to change something. */
const REFUSED_MS = 15 * 60_000;
/** Reports that a day's note counts. */
const MOST_COUNTED = 10_000;
/** Stands in the ledger for a message that may be out or not. */
const UNKNOWN = '?';

/**
 * Tells what there is to tell of a day: its reports one by one and, with `close`, the rest and the unanswered questions since `close.since`
 * in one note, after which the day is over. As with digests the ledger is written before each step, so that nothing is posted twice
 * and what was not posted is posted by whoever looks next.
 */
export async function tellDay(
  context: TellContext,
  date: PlainDate,
  close: { readonly since: PlainDate } | undefined,
): Promise<void> {
  const { store, now, owner, zone } = context;
  const start = startOf(date, zone);
  const row = await store.claimDelivery(LEDGER, date, owner, now(), now() + LEASE_MS, start);
  if (row === undefined) return;
  const telling = createTelling(context, row);
  if (!(await telling.settle())) return;
  if (telling.isComplete()) return telling.end();

  const end = startOf(addDays(date, 1), zone);
  // Once its note was handed over a day takes no further report.
  while (row.parts === null && telling.posted() < context.mostADay) {
    const name = `${date}/${telling.posted()}`;
    const told = await store.listTold(`${date}/`);
    const given = told.find((report) => report.told === name);
    const report = given ?? nextOf(await store.listUntold(start, end, MOST_COUNTED), told, context.mostOfOne);
    if (report === undefined) break;
    if (given === undefined) {
      // What may be out under this key was a report of somebody who was forgotten since.
      if (telling.isDoubtful()) {
        if (!(await telling.leave())) return;
        continue;
      }
      await store.markTold([report.id], name);
    }
    if (!(await telling.post(reportNote(report, context.note)))) return;
  }
  if (close === undefined) return telling.letGo();

  const rest = await store.listUntold(0, end, MOST_COUNTED);
  await store.markTold(
    rest.map(({ id }) => id),
    `${date}/rest`,
  );
  const reports = await store.listTold(`${date}/rest`);
  const gaps = await store.countGaps(startOf(close.since, zone), end);
  if (reports.length === 0 && gaps.length === 0) return telling.end('nothing-to-say');
  if (await telling.post(dayNote({ date, reports, gaps }, context.note), 'last')) await telling.end();
}

/** The oldest report whose person has not been shown too often on the day. */
function nextOf(
  untold: readonly StoredFeedback[],
  told: readonly StoredFeedback[],
  mostOfOne: number,
): StoredFeedback | undefined {
  const shown = (person: StoredFeedback) => told.filter(({ actor }) => actor === person.actor).length;
  return untold.find((report) => shown(report) < mostOfOne);
}

/** A claimed day of the ledger. Each step resolves to whether the day goes on in this look. */
function createTelling(context: TellContext, row: Delivery) {
  const { store, sender, channel, now, owner, log } = context;
  const entry = createEntry({ store, now, owner, leaseMs: LEASE_MS }, row);
  const key = deliveryKey(LEDGER, row.localDate);
  let { posted } = row;
  // A message that may be out is posted again only under the key and the time of its first hand-over.
  let doubtful = row.state === 'sending';

  async function putOff(ms: number, reason: string | null): Promise<false> {
    await entry.putOff(now() + ms, reason, doubtful ? {} : { state: 'claimed', posted });
    return false;
  }

  async function count(messageId: string): Promise<boolean> {
    posted = [...posted, messageId];
    doubtful = false;
    return await entry.move({ state: 'claimed', posted, leaseUntil: entry.lease() });
  }

  async function look(since: number, underWay: number) {
    const found = await sender.find(channel, partKey(key, posted.length), { from: since, to: underWay });
    if (found !== undefined) return found?.messageId;
    log.warn({ platform: sender.platform }, 'Whether curators were told cannot be known; npm run feedback lists all.');
    return UNKNOWN;
  }

  return {
    posted: () => posted.length,
    isDoubtful: () => doubtful,
    /** Whether the day's note is out. */
    isComplete: () => row.parts !== null && posted.length >= row.parts,
    /** Goes past a message whose fate nobody needs to know any more. */
    leave: () => count(UNKNOWN),

    /** Finds out what became of a message that was handed over when a process died. */
    async settle(): Promise<boolean> {
      if (!doubtful) return true;
      const since = row.sendingSince ?? row.updatedAt;
      const underWay = row.underWayAt ?? row.updatedAt;
      const elapsed = now() - since;
      // A time still to come is of a clock that was wrong and tells nothing.
      if (elapsed >= 0 && elapsed < (sender.idempotentForMs ?? 0)) return true;
      if (elapsed >= 0 && now() - underWay < SETTLE_MS) return await putOff(SETTLE_MS, row.reason);
      try {
        const messageId = await look(since, underWay);
        if (messageId !== undefined) return await count(messageId);
        doubtful = false;
        return true;
      } catch (error) {
        log.warn({ err: error, platform: sender.platform }, 'The curators’ channel could not be looked through.');
        if (elapsed > LOOK_MS) return await count(UNKNOWN);
        return await putOff(backoffMs(row.attempts), row.reason);
      }
    },

    /** Posts the next message; `last`: the day's note, after which nothing comes. */
    async post(note: CuratorNote, which: 'next' | 'last' = 'next'): Promise<boolean> {
      const step = { attempts: row.attempts + 1, leaseUntil: entry.lease(), underWayAt: now() };
      const parts = which === 'last' ? { parts: posted.length + 1 } : {};
      const isMoved = await entry.move({ state: 'sending', ...step, ...parts, ...(doubtful ? {} : { posted }) });
      if (!isMoved) return false;
      const outcome = await sender
        .post(channel, note, partKey(key, posted.length))
        .catch((error: unknown): SendOutcome => ({ kind: 'unknown', reason: String(error) }));
      switch (outcome.kind) {
        case 'sent':
          return await count(outcome.messageId);
        case 'retry':
          return await putOff(outcome.retryAfterMs ?? backoffMs(row.attempts), outcome.reason);
        case 'refused':
          log.warn(
            { platform: sender.platform, reason: outcome.reason },
            'CURATOR_CHANNEL takes no posts; npm run doctor says what to change.',
          );
          return await putOff(REFUSED_MS, outcome.reason);
        case 'unknown':
          doubtful = true;
          return await putOff(SETTLE_MS, outcome.reason);
      }
    },

    /** More may come today. */
    async letGo(): Promise<void> {
      await putOff(0, null);
    },

    async end(reason?: string): Promise<void> {
      if (reason !== undefined && posted.length === 0) await entry.finish('skipped', reason);
      else await entry.complete(posted);
    },
  };
}

/** Epoch milliseconds. */
export function startOf(date: PlainDate, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

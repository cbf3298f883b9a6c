import { isSettled, isWaiting } from '../digest/ledger.ts';
import { createLookout, type Lookout, systemTimers, type Timers } from '../digest/lookout.ts';
import type { Log } from '../log.ts';
import type { Delivery } from '../store/store.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import { LEDGER, startOf, type TellContext, tellDay } from './day.ts';

export type CuratorRunnerOptions = Omit<TellContext, 'now' | 'log' | 'mostADay' | 'mostOfOne'> & {
  readonly clock: () => Temporal.Instant;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Reports shown one by one on a day. Default 20. */
  readonly mostADay?: number;
  /** Of them, of one person. Default 5. */
  readonly mostOfOne?: number;
  readonly timers?: Timers;
};

/** Tells at each look, once a minute, what is to be told. */
export type CuratorRunner = Lookout<void>;

const MINUTE_MS = 60_000;
/** A day is closed, and its note posted, at this hour of the next. */
const CLOSES_AFTER_MS = 9 * 60 * MINUTE_MS;
/** How far back days are looked for that are not over. */
const DAYS_BACK = 30;

/**
 * Tells curators of reports as they come, and once a day of the rest and of unanswered questions; alone or beside other processes on the
 * same store.
 */
export function createCuratorRunner(options: CuratorRunnerOptions): CuratorRunner {
  const { store, zone, clock, log } = options;
  const context: TellContext = {
    ...options,
    now: () => clock().epochMilliseconds,
    mostADay: options.mostADay ?? 20,
    mostOfOne: options.mostOfOne ?? 5,
  };
  let stopped = false;

  async function look(): Promise<void> {
    const now = context.now();
    const today = dateAt(now, zone);
    const rows = await store.listDeliveries({ subscription: LEDGER, since: addDays(today, -DAYS_BACK) });
    for (const date of await openDays(rows, today, now)) {
      if (stopped) return;
      const closes = now >= startOf(addDays(date, 1), zone) + CLOSES_AFTER_MS;
      await tellDay(context, date, closes ? { since: followingClosed(rows, date) } : undefined);
    }
  }

  /** Days that are not over and have something to tell or to end, oldest first. */
  async function openDays(rows: readonly Delivery[], today: PlainDate, now: number): Promise<PlainDate[]> {
    const yesterday = addDays(today, -1);
    const byDate = new Map(rows.map((row) => [row.localDate, row]));
    const dates = new Set([...byDate.keys(), yesterday, today].filter((date) => date <= today));
    const open: PlainDate[] = [];
    for (const date of [...dates].sort()) {
      const row = byDate.get(date);
      if (row !== undefined && (isSettled(row, now) || isWaiting(row, now))) continue;
      const [start, end] = [startOf(date, zone), startOf(addDays(date, 1), zone)];
      const isOver = now >= end + CLOSES_AFTER_MS;
      const isBegun =
        row !== undefined && (row.state === 'sending' || (await store.listTold(`${date}/`)).length > row.posted.length);
      if (isOver || isBegun || (await store.listUntold(start, end, 1)).length > 0) open.push(date);
    }
    return open;
  }

  const lookout = createLookout({
    look,
    pauseMs: () => MINUTE_MS,
    failed: (error) => log.error({ err: error }, 'Curators could not be told; trying again in a minute.'),
    timers: options.timers ?? systemTimers,
  });

  return {
    ...lookout,
    stop() {
      stopped = true;
      return lookout.stop();
    },
  };
}

/** The day after the last that is over, before `date`: what was not told since then. */
function followingClosed(rows: readonly Delivery[], date: PlainDate): PlainDate {
  const closed = rows.find((row) => row.localDate < date && (row.state === 'sent' || row.state === 'skipped'));
  return closed === undefined ? date : addDays(closed.localDate, 1);
}

function dateAt(now: number, zone: string): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}

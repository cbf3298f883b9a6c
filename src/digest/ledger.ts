import type { Delivery, DeliveryState } from '../store/store.ts';
import { type Due, dueOn, type Schedule } from './schedule.ts';

/** Least time between two digests of one subscription whose time or zone was changed in between. */
export const leastGapMs = 6 * 60 * 60 * 1000;

/** Days before a date whose ledger rows can stand in its way: zones differ by up to 26 hours. */
export const neighbourDays = 2;

/** Whether a row's digest needs nothing more. */
export function isFinished(state: DeliveryState): boolean {
  return state === 'sent' || state === 'skipped' || state === 'unknown';
}

/**
 * The same at a moment: a row that was skipped at a time still to come was skipped by a clock that ran ahead, and counts for
 * nothing.
 */
export function isSettled(row: Delivery, now: number): boolean {
  return isFinished(row.state) && !(row.state === 'skipped' && row.updatedAt > now + wrongBy.skippedMs);
}

/** Whether a row's next attempt is still to come. One farther off than any attempt is put off was set by a clock that ran ahead. */
export function isWaiting({ nextAttemptAt }: Delivery, now: number): boolean {
  return nextAttemptAt > now && nextAttemptAt <= now + wrongBy.attemptMs;
}

/**
 * How far ahead a time in the ledger may lie; beyond this the clock that wrote it was wrong. Between processes a minute is allowed;
 * no attempt is put off past the grace window, and no lease is near an hour.
 */
export const wrongBy = { skippedMs: 60_000, attemptMs: 6 * 60 * 60 * 1000, leaseMs: 60 * 60 * 1000 } as const;

/**
 * Whether a digest that already went out, under a time or zone the subscription had before, stands in the way of this
 * occurrence: it came on the same date as the subscriber now reckons dates, or within six hours. Rows of the schedule as it
 * is never do, however clocks change.
 */
export function followsTooSoon(schedule: Schedule, occurrence: Due, rows: readonly Delivery[]): boolean {
  return rows.some((row) => {
    const wentOut = row.state === 'sent' || row.state === 'sending' || row.state === 'unknown';
    if (!wentOut || row.localDate === occurrence.localDate) return false;
    if (dueOn(schedule, row.localDate) === row.dueAt) return false;
    const date = Temporal.Instant.fromEpochMilliseconds(row.dueAt).toZonedDateTimeISO(schedule.zone).toPlainDate();
    return date.toString() === occurrence.localDate || Math.abs(occurrence.dueAt - row.dueAt) < leastGapMs;
  });
}

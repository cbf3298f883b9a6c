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

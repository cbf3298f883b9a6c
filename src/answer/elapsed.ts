import type { PlainDate } from '../time/period.ts';

/** Time from one day to another: whole years, months and days, and all of it in days. Zero when the same day. */
export type Elapsed = {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly total: number;
};

/** A shorter time is told in days, a longer one in months. */
export const LONG_APART = 60;
export const DAYS_A_MONTH = 365.25 / 12;

/** From `start` to `end`; all zero when `end` is earlier. */
export function elapsedBetween(start: PlainDate, end: PlainDate): Elapsed {
  if (end <= start) return { years: 0, months: 0, days: 0, total: 0 };
  const from = Temporal.PlainDate.from(start);
  const { years, months, days } = from.until(end, { largestUnit: 'year' });
  return { years, months, days, total: from.until(end, { largestUnit: 'day' }).days };
}

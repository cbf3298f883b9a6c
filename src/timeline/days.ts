import type { PlainDate } from '../time/period.ts';

/** Days since 1970-01-01: the unit of the axis. */
export function dayNumber(date: PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days;
}

/** Every month that starts within the inclusive dates, and the one that `from` lies in. */
export function monthsBetween(from: PlainDate, to: PlainDate): { year: number; month: number; first: PlainDate }[] {
  const months = [];
  const last = Temporal.PlainDate.from(to);
  for (
    let first = Temporal.PlainDate.from(from).with({ day: 1 });
    Temporal.PlainDate.compare(first, last) <= 0;
    first = first.add({ months: 1 })
  ) {
    months.push({ year: first.year, month: first.month, first: first.toString() });
  }
  return months;
}

import type { Period, PlainDate } from './period.ts';

/** First and last day of a consultation; the whole month when only the month is known. */
export function consultationSpan(consultation: { readonly date: string }): {
  readonly from: PlainDate;
  readonly to: PlainDate;
} {
  const [first = '', last] = consultation.date.split('/');
  if (first.length === 7) {
    const month = Temporal.PlainYearMonth.from(first);
    return { from: `${first}-01`, to: `${first}-${String(month.daysInMonth).padStart(2, '0')}` };
  }
  return { from: first, to: last ?? first };
}

/** True when two periods share a day; `null` ends are open. */
export function overlaps(one: Period, other: Period): boolean {
  const startsInTime = one.from === null || other.to === null || one.from <= other.to;
  const endsInTime = one.to === null || other.from === null || one.to >= other.from;
  return startsInTime && endsInTime;
}

/** The days both share; `null` when there are none. */
export function intersect(one: Period, other: Period): Period | null {
  const from =
    one.from === null ? other.from : other.from === null ? one.from : one.from > other.from ? one.from : other.from;
  const to = one.to === null ? other.to : other.to === null ? one.to : one.to < other.to ? one.to : other.to;
  return from !== null && to !== null && from > to ? null : { from, to };
}

/** The smallest period around both. */
export function hull(one: Period, other: Period): Period {
  const from = one.from === null || other.from === null ? null : one.from < other.from ? one.from : other.from;
  const to = one.to === null || other.to === null ? null : one.to > other.to ? one.to : other.to;
  return { from, to };
}

/** `date` moved by whole days. */
export function shiftDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

const MONTH_DAYS = 31;

/** Whether a period has both ends, and no more days than a month from one to the other. */
export function isMonthAtMost(period: Period | null): boolean {
  if (period?.from == null || period.to === null) return false;
  return Temporal.PlainDate.from(period.from).until(period.to).days <= MONTH_DAYS;
}

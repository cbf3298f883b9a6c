import type { Clock, Period, PlainDate } from './period.ts';

/** A period with both ends known. */
export type ClosedPeriod = { readonly from: PlainDate; readonly to: PlainDate };

/** The civil date at the asker's moment in the asker's zone. Throws `RangeError` for an unknown zone. */
export function today(clock: Clock): PlainDate {
  return clock.now.toZonedDateTimeISO(clock.zone).toPlainDate().toString();
}

/**
 * First and last day that a record's date covers: a day, a whole month (`2025-03`), a whole year (`2025`), or a span
 * `a/b` of any two of these. Throws `RangeError` for anything else.
 */
export function periodOfEventDate(date: string): ClosedPeriod {
  const [first = '', last = first, ...rest] = date.split('/');
  if (rest.length > 0) throw new RangeError(`'${date}' is not a date, a month, a year or a span of two of them`);
  return { from: unitOf(first).from, to: unitOf(last).to };
}

/** `YYYY-MM-DD` of numbers that are known to name a real day. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Year, month (1–12) and day of a `YYYY-MM-DD` string. */
export function partsOf(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** 28–31; `month` must be 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the three numbers name a day of the Gregorian calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The whole month. */
export function monthOf(year: number, month: number): ClosedPeriod {
  return months(year, month, 1);
}

/** `count` whole months from the given one; `month` may lie outside 1–12 and then carries into the year. */
export function months(year: number, month: number, count: number): ClosedPeriod {
  const first = new Temporal.PlainYearMonth(year, 1).add({ months: month - 1 });
  const last = first.add({ months: count - 1 });
  return {
    from: first.toPlainDate({ day: 1 }).toString(),
    to: last.toPlainDate({ day: last.daysInMonth }).toString(),
  };
}

/** 1 January to 31 December. */
export function yearOf(year: number): ClosedPeriod {
  return { from: plainDate(year, 1, 1), to: plainDate(year, 12, 31) };
}

/** The U.S. federal fiscal year that ends on 30 September of `year`. */
export function usFiscalYear(year: number): ClosedPeriod {
  return months(year - 1, 10, 12);
}

/** Monday to Sunday around a day, `offset` weeks later (earlier when negative). */
export function weekOf(date: PlainDate, offset = 0): ClosedPeriod {
  const day = Temporal.PlainDate.from(date);
  const monday = day.add({ days: 1 - day.dayOfWeek + 7 * offset });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

/** Week `week` of `year` as ISO 8601 counts them: the first is the one with 4 January. `null` where the year has no such week. */
export function isoWeek(year: number, week: number): ClosedPeriod | null {
  const found = weekOf(plainDate(year, 1, 4), week - 1);
  // The Thursday of a week lies in the year that the week belongs to.
  return week >= 1 && partsOf(addDays(found.from, 3)).year === year ? found : null;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same day `count` months later (earlier when negative); the last day of the month where that day is missing. */
export function addMonths(date: PlainDate, count: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months: count }).toString();
}

/** 25年3月 is 2025, 60年 is 1960: the latest such year that is at most a year ahead. */
export function fullYear(twoFigures: number, today: PlainDate): number {
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + twoFigures;
  return year > thisYear + 1 ? year - 100 : year;
}

/** Whether two periods share a day; an open end reaches without limit. */
export function overlaps(a: Period, b: Period): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);
}

function unitOf(text: string): ClosedPeriod {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) throw new RangeError(`'${text}' is not a date (YYYY-MM-DD), a month (YYYY-MM) or a year (YYYY)`);
  const year = Number(match[1]);
  if (match[2] === undefined) return yearOf(year);
  const month = Number(match[2]);
  if (month < 1 || month > 12) throw new RangeError(`'${text}' names a month that does not exist`);
  if (match[3] === undefined) return monthOf(year, month);
  const day = Number(match[3]);
  if (!isRealDay(year, month, day)) throw new RangeError(`'${text}' names a day that does not exist`);
  return { from: text, to: text };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

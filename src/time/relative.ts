import type { Bilingual } from '../text/language.ts';
import { addDays, addMonths, type ClosedPeriod, monthOf, months, partsOf, weekOf, yearOf } from './calendar.ts';
import { fixed, gregorian } from './expression.ts';
import type { AtomValue } from './lexer.ts';
import type { PlainDate } from './period.ts';

/** What "3 months ago" and "the past 90 days" count. */
export type CountedUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'fiscal-year' | 'decade';

/** The day `offset` days from today. */
export function relativeDay(today: PlainDate, offset: number): AtomValue {
  const day = addDays(today, offset);
  return { type: 'unit', expression: fixed({ from: day, to: day }, 'day') };
}

/** Today's day of the month in `year`; the last of February where there is no 29th. */
export function sameDayIn(today: PlainDate, year: number): AtomValue | null {
  if (year < 1 || year > 9999) return null;
  const day = Temporal.PlainDate.from(today).with({ year }).toString();
  return { type: 'unit', expression: fixed({ from: day, to: day }, 'day') };
}

/** The month `offset` months from this one; takes a day or a part after it (先月末). */
export function relativeMonth(today: PlainDate, offset: number): AtomValue {
  const { year, month } = partsOf(months(partsOf(today).year, partsOf(today).month + offset, 1).from);
  return { type: 'month', month, year: gregorian(year, { relative: true }), weak: false };
}

/** The year `offset` years from this one; takes a month or a part after it (去年の3月). */
export function relativeYear(today: PlainDate, offset: number): AtomValue {
  return { type: 'year', year: gregorian(partsOf(today).year + offset, { relative: true }) };
}

/** The fiscal year `offset` from the one that today falls in by that calendar (`fiscal-open`: by the Japanese one). */
export function relativeFiscalYear(
  today: PlainDate,
  offset: number,
  calendar: 'fiscal-jp' | 'fiscal-us' | 'fiscal-open' = 'fiscal-jp',
): AtomValue {
  const { year, month } = partsOf(today);
  const american = month >= 10 ? year + 1 : year;
  const japanese = month < 4 ? year - 1 : year;
  const current = calendar === 'fiscal-us' ? american : japanese;
  return { type: 'year', year: gregorian(current + offset, { calendar, relative: true }) };
}

/** The calendar quarter `offset` quarters from this one. */
export function relativeQuarter(today: PlainDate, offset: number): AtomValue {
  const { year, month } = partsOf(today);
  const first = month - ((month - 1) % 3);
  return { type: 'unit', expression: fixed(months(year, first + 3 * offset, 3), 'quarter') };
}

/** The decade `offset` decades from this one. */
export function relativeDecade(today: PlainDate, offset: number): AtomValue {
  const { year } = partsOf(today);
  return { type: 'decade', first: year - (year % 10) + 10 * offset };
}

/** The unit that lay `count` units before today: 3か月前 is that whole month, 2年前 that whole year. */
export function unitAgo(today: PlainDate, count: number, unit: CountedUnit): AtomValue {
  if (unit === 'day') return relativeDay(today, -count);
  if (unit === 'week') return { type: 'week', offset: -count };
  if (unit === 'month') return relativeMonth(today, -count);
  if (unit === 'quarter') return relativeQuarter(today, -count);
  if (unit === 'year') return relativeYear(today, -count);
  if (unit === 'fiscal-year') return relativeFiscalYear(today, -count);
  if (unit === 'decade') return relativeYear(today, -10 * count);
  const { year, month } = partsOf(addMonths(today, -6 * count));
  return { type: 'unit', expression: fixed(monthOf(year, month), 'month', { approximate: true }) };
}

/** The stretch from `most` to `least` units ago, whole units at both ends ("two or three years ago"). */
export function unitsAgo(today: PlainDate, least: number, most: number, unit: CountedUnit): AtomValue {
  const whole = (count: number): ClosedPeriod => {
    const day = before(today, count, unit);
    const { year, month } = partsOf(day);
    if (unit === 'day') return { from: day, to: day };
    if (unit === 'week') return weekOf(day);
    return unit === 'month' || unit === 'quarter' || unit === 'half' ? monthOf(year, month) : yearOf(year);
  };
  const period = { from: whole(most).from, to: whole(least).to };
  return { type: 'unit', expression: fixed(period, 'span', { approximate: true }) };
}

/** The month that lay a year ago ("this time last year"). */
export function sameTimeAgo(today: PlainDate): AtomValue {
  const { year, month } = partsOf(today);
  return { type: 'unit', expression: fixed(monthOf(year - 1, month), 'month', { approximate: true }) };
}

/** Saturday and Sunday, `offset` weeks from this one. */
export function relativeWeekend(today: PlainDate, offset: number): AtomValue {
  const { to } = weekOf(today, offset);
  return { type: 'unit', expression: fixed({ from: addDays(to, -1), to }, 'span') };
}

/** From the same day `count` units ago to today. `vague` tells a number that was not given ("the past few years"). */
export function pastUnits(
  today: PlainDate,
  count: number,
  unit: CountedUnit,
  vague: Bilingual | null = null,
): AtomValue {
  const from = before(today, count, unit);
  return {
    type: 'unit',
    expression: fixed({ from, to: today }, 'span', {
      approximate: vague !== null,
      notes: vague === null ? [] : [vague],
    }),
  };
}

/** From today to the same day `count` units later. */
export function nextUnits(today: PlainDate, count: number, unit: CountedUnit): AtomValue {
  return { type: 'unit', expression: fixed({ from: today, to: before(today, -count, unit) }, 'span') };
}

/** From the first day of this year, month or week to today. */
export function toDate(today: PlainDate, unit: 'year' | 'month' | 'week'): AtomValue {
  return { type: 'unit', expression: fixed({ from: thisUnit(today, unit).from, to: today }, 'span') };
}

/** From today to the last day of this year, month or week. */
export function restOf(today: PlainDate, unit: 'year' | 'month' | 'week'): AtomValue {
  return { type: 'unit', expression: fixed({ from: today, to: thisUnit(today, unit).to }, 'span') };
}

function thisUnit(today: PlainDate, unit: 'year' | 'month' | 'week'): ClosedPeriod {
  const { year, month } = partsOf(today);
  return unit === 'year' ? yearOf(year) : unit === 'month' ? monthOf(year, month) : weekOf(today);
}

function before(today: PlainDate, count: number, unit: CountedUnit): PlainDate {
  // Larger counts leave the range that dates can be written in, and nobody means them.
  const bounded = Math.min(Math.abs(count), LONGEST[unit]) * Math.sign(count);
  if (unit === 'day') return addDays(today, -bounded);
  if (unit === 'week') return addDays(today, -7 * bounded);
  return addMonths(today, -MONTHS_IN[unit] * bounded);
}

const MONTHS_IN = { month: 1, quarter: 3, half: 6, year: 12, 'fiscal-year': 12, decade: 120 } as const;
const LONGEST: Readonly<Record<CountedUnit, number>> = {
  day: 365_000,
  week: 50_000,
  month: 12_000,
  quarter: 4_000,
  half: 2_000,
  year: 1_000,
  'fiscal-year': 1_000,
  decade: 100,
};

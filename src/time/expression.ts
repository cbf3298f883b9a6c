import type { Bilingual } from '../text/language.ts';
import type { NamedDays } from './named-days.ts';
import type { Period } from './period.ts';
import type { Granularity } from './time-mention.ts';

/** A stretch of a month, a year or a decade. Thirds are `early`, `mid`, `late`; `start` and `end` are its edges. */
export type Part =
  | 'early'
  | 'mid'
  | 'late'
  | 'start'
  | 'end'
  | 'first-half'
  | 'second-half'
  | 'week-1'
  | 'week-2'
  | 'week-3'
  | 'week-4'
  | 'week-5'
  | 'last-week'
  | 'first-day'
  | 'last-day';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
export type EraName = 'meiji' | 'taisho' | 'showa' | 'heisei' | 'reiwa';

/**
 * A year as written. `fiscal-open` is a fiscal year whose country is not said ("FY2025"); `fiscal-jp` is named by the year
 * in which it begins, `fiscal-us` by the one in which it ends.
 */
export type YearRef = {
  readonly calendar: 'gregorian' | 'fiscal-jp' | 'fiscal-us' | 'fiscal-open';
  readonly year: number;
  /** The era and its year when it was written so (令和7年), else `null`. */
  readonly era: { readonly name: EraName; readonly year: number } | null;
  /** Four figures and nothing else: in a range it takes the calendar of the other side ("FY2023–2025"). */
  readonly bare: boolean;
  /** Counted from today ("last year"): never lent to another expression of the text. */
  readonly relative: boolean;
  /** Written in fewer figures than it takes to be sure (25年3月), so the reading is told. */
  readonly assumed: boolean;
};

/** What is named within a year. A `null` month or day is to be found in the context. */
export type Shape =
  | { readonly kind: 'year' }
  | { readonly kind: 'year-part'; readonly part: Part }
  | { readonly kind: 'half'; readonly half: 1 | 2 }
  | { readonly kind: 'quarter'; readonly quarter: number }
  | { readonly kind: 'season'; readonly season: Season }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'month-part'; readonly month: number; readonly part: Part }
  | { readonly kind: 'day'; readonly month: number | null; readonly day: number }
  | { readonly kind: 'named'; readonly named: NamedDays }
  /** A number whose unit the other side of a range tells ("3" in 3〜5月, "28" in 28–29 July). */
  | { readonly kind: 'number'; readonly month: number | null; readonly value: number }
  /** A year of two figures (24年〜25年), or one counted in the era of the other side (令和5年〜7年). */
  | { readonly kind: 'short-year'; readonly value: number; readonly fiscal: boolean }
  /** Already a period: a decade, a week, "the past 90 days". */
  | { readonly kind: 'fixed'; readonly period: Period; readonly granularity: Granularity };

/** A time expression before what it leaves unsaid is filled in from its neighbours, the conversation and today. */
export type Expression = {
  readonly shape: Shape;
  readonly year: YearRef | null;
  readonly approximate: boolean;
  /** What must be told to the reader whatever the context turns out to be. */
  readonly notes: readonly Bilingual[];
  /** A second reading of the same characters ("3/4/2025"). */
  readonly other: { readonly shape: Shape; readonly year: YearRef | null } | null;
  /** Which `which` of such units: the latest before today, the one of this year, the next ("last March"). */
  readonly which: 'last' | 'this' | 'next' | null;
  /** The weekday written beside a day, 1 (Monday) to 7; it tells the year where none is named. */
  readonly weekday: number | null;
};

/** An expression with everything but its shape at rest. */
export function expression(shape: Shape, rest: Partial<Omit<Expression, 'shape'>> = {}): Expression {
  return { shape, year: null, approximate: false, notes: [], other: null, which: null, weekday: null, ...rest };
}

/** A Gregorian year as written out. */
export function gregorian(year: number, rest: Partial<Omit<YearRef, 'year'>> = {}): YearRef {
  return { calendar: 'gregorian', year, era: null, bare: false, relative: false, assumed: false, ...rest };
}

/** An expression that is a period already, counted from today or complete in itself. */
export function fixed(period: Period, granularity: Granularity, rest: Partial<Expression> = {}): Expression {
  return expression({ kind: 'fixed', period, granularity }, rest);
}

import type { Bilingual } from '../text/language.ts';
import type { Period } from './period.ts';

/** The unit a time expression names. `span` is an explicit range ("March to May 2025"). */
export type Granularity =
  | 'day'
  | 'week'
  | 'month'
  | 'part-of-month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'fiscal-year'
  | 'decade'
  | 'span';

/** One time expression found in a question. `start`/`end` are UTF-16 offsets into the text given, end exclusive. */
export type TimeMention = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Inclusive. For an impossible date (2025-02-30) the period is `null` and `impossible` says why. */
  readonly period: Period | null;
  readonly granularity: Granularity;
  /** How the unit was bounded: "since/after/before/until/以降/以前 X", or `in` for the unit itself. */
  readonly relation: 'in' | 'since' | 'after' | 'before' | 'until';
  /** True for 初め, 半ば, 末, "around". */
  readonly approximate: boolean;
  /** What was assumed and must be told to the reader: the year of a bare month, the calendar of "FY2025". */
  readonly assumption: Bilingual | null;
  /** A second reading that gives another period ("3/4/2025", English "FY2025"); empty when there is none. */
  readonly alternatives: readonly { readonly period: Period; readonly label: Bilingual }[];
  /** "After February 2025", "the day before …": the unit by itself, where only words before it bound it or step from it. */
  readonly unit?: TimeMention | undefined;
  /** Why the date cannot exist ("2025年2月は28日まで"), else `null`. */
  readonly impossible: Bilingual | null;
};

/**
 * Finds every time expression in `text` (as typed, either language or both), longest first, never overlapping, in order of
 * position. `yearHint` is the year of the conversation so far: a bare month then falls in it rather than in the most recent past.
 */
export type FindTimes = (
  text: string,
  options: { readonly today: string; readonly yearHint?: number | undefined },
) => readonly TimeMention[];

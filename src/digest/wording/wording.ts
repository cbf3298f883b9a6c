import type { PlainDate } from '../../time/period.ts';

/** What a meeting sentence says besides its date. */
export type Meeting = {
  /** The date as a reader writes it. */
  readonly date: string;
  /** Whether the record knows the day ("on March 30") or the month alone ("in March"). */
  readonly dayKnown: boolean;
  readonly title: string;
  /** `null` when not known, or when the title says it already. */
  readonly place: string | null;
  readonly format: 'in-person' | 'telephone' | 'video' | null;
  /** False for a document issued without a meeting. */
  readonly isMeeting: boolean;
  /** How long ago or ahead, ready to stand in brackets; `null` for nothing. */
  readonly distance: string | null;
  /** False for what is dated ahead and has no outcome yet. */
  readonly held: boolean;
};

/** A digest's sentences in one language; the same set in each. */
export type Wording = {
  title(date: PlainDate): string;
  readonly headings: {
    readonly new: string;
    readonly 'on-this-day': string;
    readonly latest: string;
    readonly ahead: string;
  };
  /** Instead of the heading for what is ahead, when all of it has meanwhile taken place. */
  readonly followed: string;
  /** A heading over a list that was cut. */
  cut(heading: string, shown: number, all: number): string;
  meeting(meeting: Meeting): string;
  /** Puts a mark of news before a meeting sentence. */
  added(sentence: string): string;
  corrected(sentence: string): string;
  /** `years` ago this very day, or about this day. */
  yearsAgo(years: number, exact: boolean): string;
  /** From whole years and months, or days when less than a month; all zero is today. */
  ago(span: { years: number; months: number; days: number }): string;
  monthsAgo(months: number): string;
  inDays(days: number): string;
  /** After a past day. */
  daysLater(days: number): string;
  coverage(coverage: { from: string; to: string; consultations: number }): string;
  filtered(names: readonly string[]): string;
  /** How to change or stop it. */
  readonly manage: string;
  readonly quiet: string;
  timelineTitle(period: string): string;
};

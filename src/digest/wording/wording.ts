import type { Attendee, Told } from '../../answer/told.ts';
import type { PlainDate } from '../../time/period.ts';
import type { Days } from '../calendar.ts';
import type { Difference } from '../differences.ts';
import type { DigestSection } from '../digest.ts';

/** Names that a difference speaks of by id, in the language. */
export type Names = { person(id: string): string; framework(id: string): string };

/** A digest's sentences in one language; the same set in each. */
export type Wording = {
  /** The day, or the days, that it speaks of. */
  title(days: Days): string;
  readonly headings: Readonly<Record<DigestSection['kind'], string>>;
  /** Instead of the heading for this day in earlier years, when there are several days. */
  readonly theseDays: string;
  /** A heading over a list that was cut. */
  cut(heading: string, shown: number, all: number): string;
  /** A heading with how long ago or ahead the meeting is. */
  distant(heading: string, distance: string): string;
  /** Who met and where, under the meeting's name and day; `shown` of those who took part are named. */
  gathered(told: Told, shown: readonly Attendee[]): string;
  /** The same of what is dated ahead and has no outcome yet. */
  planned(told: Told, shown: readonly Attendee[]): string;
  yearsAgo(years: number, isToday: boolean): string;
  /** From whole years and months, or days when less than a month; all zero is today. */
  ago(span: { years: number; months: number; days: number }): string;
  monthsAgo(months: number): string;
  /** Zero is today. */
  inDays(days: number): string;
  /** What became different in a record, in one sentence. */
  difference(difference: Difference, names: Names): string;
  /** A sentence that was added to the record. */
  addedSentence(sentence: string): string;
  /** A sentence that now reads otherwise. */
  rewordedSentence(sentence: string): string;
  /** For a record whose former state is not known. */
  revised(date: PlainDate): string;
  coverage(coverage: { from: string; to: string; consultations: number }): string;
  filtered(names: readonly string[]): string;
  quiet(days: Days): string;
  timelineTitle(period: string): string;
};

import type { Consultation } from '../../knowledge/schema.ts';
import { formatDate } from '../../time/format.ts';
import type { Given } from '../given.ts';

/** Anything that has its consultation with it: a finding, a statement. */
export type Dated = { readonly consultation: Consultation };

/** Ids in their order. */
export function idsOf(all: readonly Dated[]): readonly string[] {
  return all.map(({ consultation }) => consultation.id);
}

/** By date, a month alone before its days; what is of one meeting keeps its order. */
export function inTime<T extends Dated>(all: readonly T[], sort: 'newest' | 'oldest'): readonly T[] {
  const sign = sort === 'newest' ? -1 : 1;
  const at = ({ consultation: { date, id } }: Dated) => `${date} ${id}`;
  return all.toSorted((a, b) => sign * (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** Earliest first. */
export const byDate = <T extends Dated>(all: readonly T[]) => inTime(all, 'oldest');

/** Newest first. */
export const newestFirst = <T extends Dated>(all: readonly T[]) => inTime(all, 'newest');

/** First and last by date; one when they are the same. */
export function endsOf(all: readonly Dated[]): readonly Consultation[] {
  const sorted = byDate(all).map(({ consultation }) => consultation);
  return [...new Set([sorted[0], sorted.at(-1)])].filter((each) => each !== undefined);
}

/** The dates of the first and last, as a reader writes them. */
export function spanOf(all: readonly Dated[], { language }: Given): readonly [from: string, to: string] {
  const [first, last = first] = endsOf(all);
  return [first ? formatDate(first.date, language) : '', last ? formatDate(last.date, language) : ''];
}

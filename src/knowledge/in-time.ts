import type { Consultation } from './schema.ts';

/** Anything that has its consultation with it: a finding, a statement. */
export type Dated = { readonly consultation: Consultation };

/** By date, a month alone before its days; what is of one meeting keeps its order. */
export function inTime<T extends Dated>(all: readonly T[], sort: 'newest' | 'oldest'): readonly T[] {
  const sign = sort === 'newest' ? -1 : 1;
  const order = (a: string, b: string) => sign * (a < b ? -1 : a > b ? 1 : 0);
  return all.toSorted(({ consultation: a }, { consultation: b }) => order(a.date, b.date) || order(a.id, b.id));
}

/** Earliest first. */
export const byDate = <T extends Dated>(all: readonly T[]) => inTime(all, 'oldest');

/** Newest first. */
export const newestFirst = <T extends Dated>(all: readonly T[]) => inTime(all, 'newest');

/** Ids in their order. */
export function idsOf(all: readonly Dated[]): readonly string[] {
  return all.map(({ consultation }) => consultation.id);
}

/** First and last by date; one when they are the same. */
export function endsOf(all: readonly Dated[]): readonly Consultation[] {
  const sorted = byDate(all).map(({ consultation }) => consultation);
  return [...new Set([sorted[0], sorted.at(-1)])].filter((each) => each !== undefined);
}

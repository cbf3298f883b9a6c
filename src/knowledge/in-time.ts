import type { Consultation } from './schema.ts';

/** Anything that has its consultation with it: a finding, a statement. */
export type Dated = { readonly consultation: Consultation };

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

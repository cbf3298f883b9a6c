import { byDate, type Dated } from '../../knowledge/in-time.ts';
import type { Consultation } from '../../knowledge/schema.ts';
import { formatDate } from '../../time/format.ts';
import type { Given } from '../given.ts';

/** Ids in their order. */
export function idsOf(all: readonly Dated[]): readonly string[] {
  return all.map(({ consultation }) => consultation.id);
}

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

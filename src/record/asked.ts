import type { Filters } from '../knowledge/filter.ts';
import { type NamedFilters, resolveFilters } from '../knowledge/resolve.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { findTimes } from '../time/index.ts';
import type { Period, PlainDate } from '../time/period.ts';
import type { View } from './view.ts';

/** Longest name or period looked at, in UTF-16 units, and most names of one kind: each is looked for among all on record. */
export const MOST_CHARACTERS = 100;
export const MOST_NAMES = 10;

/** Filters as ids; `problem` says in the view's language which names are not on record, and what is near. */
export type Asked = { readonly filters: Filters; readonly problem: string | null };

/** What names of frameworks, topics, people and countries stand for: ids or names in either language. */
export function idsOf(named: NamedFilters, { knowledge, language }: View): Asked {
  const { filters, unresolved } = resolveFilters(named, knowledge);
  const told = unresolved.map(({ name, nearest }) => {
    const near = nearest.map((label) => label[language]);
    if (language === 'ja')
      return `「${name}」は記録にありません${near.length === 0 ? '' : `（近いもの：${near.join('、')}）`}`;
    return `“${name}” is not on record${near.length === 0 ? '' : ` (nearest: ${near.join(', ')})`}`;
  });
  return { filters, problem: told.length === 0 ? null : told.join(language === 'ja' ? '。' : '. ') };
}

/** The inclusive days of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` for anything else. */
export function daysOf(typed: string): { readonly from: PlainDate; readonly to: PlainDate } | null {
  if (typed.length > 'YYYY-MM-DD'.length) return null;
  try {
    return periodOfEventDate(typed);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The first period in a text as people write it; `null` where there is none. */
export function periodIn(typed: string, today: PlainDate): Period | null {
  if (typed.length > MOST_CHARACTERS) return null;
  return findTimes(typed, { today }).find(({ period }) => period !== null)?.period ?? null;
}

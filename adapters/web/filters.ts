import { Formats, Levels } from '../../src/knowledge/index.ts';
import type { ListFilters } from '../../src/record/index.ts';
import { daysOf, idsOf, MOST_CHARACTERS, MOST_NAMES, periodIn } from '../../src/record/index.ts';
import type { Period } from '../../src/time/index.ts';
import { RequestFault } from './fault.ts';
import type { Query } from './links.ts';
import type { Context } from './page.ts';

/** What a list's address may hold. */
export const LIST_PARAMETERS = [
  'framework',
  'topic',
  'person',
  'country',
  'format',
  'level',
  'from',
  'to',
  'period',
  'order',
  'page',
] as const;

export type ListParameters = {
  readonly filters: ListFilters;
  readonly order: 'newest' | 'oldest';
  readonly page: number;
  /** The stable address of this list: ids, days, nothing left empty. */
  readonly query: Query;
};

/** Names that others add to any address. */
const FOREIGN = /^(?:utm_[a-z]+|fbclid|gclid)$/;

/**
 * The parameters that are set, of those that are known.
 * @throws RequestFault for any other: a filter that is passed over would show more than was asked for.
 */
export function parametersOf(query: URLSearchParams, known: readonly string[]): URLSearchParams {
  const set = new URLSearchParams();
  for (const [name, value] of query) {
    if (value.trim() === '' || FOREIGN.test(name)) continue;
    if (!known.includes(name)) throw new RequestFault('unknown-parameter', name.slice(0, 60));
    set.append(name, value.trim());
  }
  return set;
}

/** @throws RequestFault naming the filter that is not understood. */
export function readList(query: URLSearchParams, context: Context): ListParameters {
  const set = parametersOf(query, LIST_PARAMETERS);
  const named = {
    frameworks: valuesOf(set, 'framework'),
    topics: valuesOf(set, 'topic'),
    people: valuesOf(set, 'person'),
    countries: valuesOf(set, 'country'),
  };
  const { filters: ids, problem } = idsOf(named, context.view);
  if (problem !== null) throw new RequestFault('unknown-filter', problem);
  const period = periodOf(set, context);
  const format = oneOf(set, 'format', Formats);
  const level = oneOf(set, 'level', Levels);
  const order = oneOf(set, 'order', ['newest', 'oldest'] as const) ?? 'newest';
  const page = pageOf(set);
  const pairs: [string, string | null | undefined][] = [
    ...(ids.frameworks ?? []).map((id): [string, string] => ['framework', id]),
    ...(ids.topics ?? []).map((id): [string, string] => ['topic', id]),
    ...(ids.people ?? []).map((id): [string, string] => ['person', id]),
    ...(ids.countries ?? []).map((id): [string, string] => ['country', id]),
    ['format', format],
    ['level', level],
    ['from', period?.from],
    ['to', period?.to],
    ['order', order === 'newest' ? null : order],
    ['page', page === 1 ? null : String(page)],
  ];
  return {
    filters: { ...ids, ...(period && { period }), ...(format && { format }), ...(level && { level }) },
    order,
    page,
    query: pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  };
}

/** @throws RequestFault unless it is a whole number from 1. */
export function pageOf(query: URLSearchParams): number {
  const typed = query.get('page');
  if (typed === null) return 1;
  const page = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (page < 1) throw new RequestFault('bad-page', typed.slice(0, 20));
  return page;
}

/**
 * The inclusive days of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @throws RequestFault for anything else.
 */
export function daysIn(typed: string): { readonly from: string; readonly to: string } {
  const days = daysOf(typed);
  if (days === null) throw new RequestFault('bad-period', typed.slice(0, 60));
  return days;
}

function valuesOf(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name);
  if (values.length > MOST_NAMES || values.some((value) => value.length > MOST_CHARACTERS))
    throw new RequestFault('unknown-filter', `${name}: ${values.length} × …`);
  return values;
}

/** `period` as people write it, or `from` and `to`. */
function periodOf(query: URLSearchParams, { today }: Context): Period | undefined {
  const typed = query.get('period');
  if (typed !== null) {
    const found = periodIn(typed, today);
    if (found === null) throw new RequestFault('bad-period', typed.slice(0, 60));
    return found;
  }
  const from = query.get('from');
  const to = query.get('to');
  if (from === null && to === null) return undefined;
  const period = { from: from === null ? null : daysIn(from).from, to: to === null ? null : daysIn(to).to };
  if (period.from !== null && period.to !== null && period.from > period.to)
    throw new RequestFault('bad-period', `${from} – ${to}`);
  return period;
}

function oneOf<const T extends string>(query: URLSearchParams, name: string, allowed: readonly T[]): T | undefined {
  const typed = query.get(name);
  if (typed === null) return undefined;
  const found = allowed.find((each) => each === typed);
  if (found === undefined)
    throw new RequestFault('unknown-filter', `${name}=${typed.slice(0, 40)} (${allowed.join(' | ')})`);
  return found;
}

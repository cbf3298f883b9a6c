import { byDate } from '../knowledge/in-time.ts';
import type { Query } from '../reading/query.ts';
import type { Finding } from './found.ts';

/** What an answer is about once order and numbers are applied: of the findings in time, the first, the latest, the nth ones. */
export function choose(findings: readonly Finding[], query: Query): readonly Finding[] {
  const { order, nths, ask } = query;
  if (nths !== undefined) return numbered(byDate(findings), nths);
  // Of how many there are the first or last is one, and asked for besides.
  if (order === undefined || (ask === 'count' && order.limit === 1)) return findings;
  const sorted = byDate(findings);
  const { side, skip, limit } = order;
  if (side !== 'both') {
    const ordered = side === 'first' ? sorted : sorted.toReversed();
    return skip > 0 || limit > 1 ? ordered.slice(skip, skip + limit) : endOf(ordered, isOfDay(query));
  }
  return [...new Set([sorted[skip], sorted[sorted.length - 1 - skip]])].filter((each) => each !== undefined);
}

/** Whom somebody met first is everyone of that first day: the record does not say in which order. */
function isOfDay({ ask, constraints }: Query): boolean {
  const isTable = constraints.some(({ role }) => role === 'framework' || role === 'kind' || role === 'format');
  return (ask === 'who' || ask === 'where') && !isTable;
}

/**
 * The first of `ordered`, with what may be it as well: a meeting known to its month alone may have been before or after any day of it. An exchange
 * of which no more than a headline is known is none.
 */
function endOf(ordered: readonly Finding[], isOfDay: boolean): readonly Finding[] {
  const dateOf = ({ consultation }: Finding) => consultation.date;
  const isMonth = ({ consultation: { date, format } }: Finding) => date.length === MONTH && format !== undefined;
  const first = ordered[0] && dateOf(ordered[0]);
  const ofMonth = ordered.filter((each) => dateOf(each).startsWith(first?.slice(0, MONTH) ?? ''));
  if (!ofMonth.some(isMonth)) return ordered.filter((each, at) => at === 0 || (isOfDay && dateOf(each) === first));
  const [day] = ofMonth.filter((each) => !isMonth(each)).map(dateOf);
  return ofMonth.filter((each) => isMonth(each) || dateOf(each) === day);
}

const MONTH = 'YYYY-MM'.length;

/**
 * Rounds are called by the number in their titles (第15回) where the record gives one, for it may not hold the first of them; else by
 * their place in time. A number that no round has names none.
 */
function numbered(sorted: readonly Finding[], nths: readonly number[]): readonly Finding[] {
  const byTitle = new Map(sorted.flatMap((each) => roundsOf(each).map((round) => [round, each] as const)));
  const all = byTitle.size * 2 > sorted.length;
  const found = nths.map((nth) => byTitle.get(nth) ?? (all ? undefined : sorted[nth - 1]));
  return [...new Set(found)].filter((each) => each !== undefined);
}

function roundsOf({ consultation: { title } }: Finding): readonly number[] {
  return [...title.ja.matchAll(/第(\d+)回/gu)].map(([, round]) => Number(round));
}

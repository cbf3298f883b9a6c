import type { Query } from '../reading/query.ts';
import { type Asked, isInPeriod, missedBy, weightOf } from './asked.ts';
import type { EventFacts, Facts } from './facts.ts';
import type { Satisfies } from './grades.ts';
import type { Match } from './narrow.ts';
import { CARRIES, UNEXPLAINED } from './weights.ts';

/**
 * The share of a question, 0..1, that the best of `matches` holds. Where the firm constraints hold and the subject does not, and where nothing
 * holds, a small part of what the nearest record holds: readings that find something come first.
 */
export function explain(
  query: Query,
  asked: Asked,
  { events, matches }: { readonly events: readonly EventFacts[]; readonly matches: readonly Match[] },
  facts: Facts,
  satisfies: Satisfies,
): number {
  const { soft, subjects } = asked;
  const firm = asked.firm.length;
  const exact = CARRIES.firm * firm + (query.period === null ? 0 : CARRIES.period);
  const weights = soft.map((each) => weightOf(each, satisfies));
  const total = exact + CARRIES.subject * subjects.length + weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return facts.events.length > 0 ? UNEXPLAINED.blank : 0;
  if (matches.length > 0) {
    const rest = (match: Match) =>
      match.holds.reduce((sum, grade) => sum + CARRIES.subject * grade, 0) +
      soft.reduce((sum, each, at) => sum + (weights[at] ?? 0) * satisfies.satisfiesEvent(match.event, each), 0);
    return (exact + matches.reduce((most, match) => Math.max(most, rest(match)), 0)) / total;
  }
  if (events.length > 0) return (UNEXPLAINED.subject * exact) / total;
  const held = facts.events.reduce((most, event) => {
    const inPeriod = query.period !== null && isInPeriod(event, query) ? CARRIES.period : 0;
    // Most records hold less than the best so far, which the first few constraints tell.
    const enough = firm - (most - inPeriod) / CARRIES.firm;
    const missed = missedBy(event, query, asked, satisfies, enough);
    return Math.max(most, CARRIES.firm * (firm - missed.length) + inPeriod);
  }, 0);
  return (UNEXPLAINED.nothing * held) / total;
}

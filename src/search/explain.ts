import { type Asked, weightOf } from './asked.ts';
import type { EventFacts } from './facts.ts';
import type { Match } from './narrow.ts';
import { CARRIES, UNEXPLAINED } from './weights.ts';

/**
 * The share of a question, 0..1, that the best of `matches` holds. Where the firm constraints hold and the subject does not, a small
 * part of them: readings that find something come first. 0 where nothing holds the firm ones together.
 */
export function explain(
  asked: Asked,
  { events, matches }: { readonly events: readonly EventFacts[]; readonly matches: readonly Match[] },
): number {
  const { query, firm, soft, subjects } = asked;
  const exact = CARRIES.firm * firm.length + (query.period === null ? 0 : CARRIES.period);
  const weights = soft.map((each) => weightOf(each, asked));
  const total = exact + CARRIES.subject * subjects.length + weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return UNEXPLAINED.blank;
  if (matches.length > 0) {
    const rest = (match: Match) =>
      match.holds.reduce((sum, grade) => sum + CARRIES.subject * grade, 0) +
      soft.reduce((sum, each, at) => sum + (weights[at] ?? 0) * asked.satisfiesEvent(match.event, each), 0);
    return (exact + matches.reduce((most, match) => Math.max(most, rest(match)), 0)) / total;
  }
  return events.length > 0 ? (UNEXPLAINED.subject * exact) / total : 0;
}

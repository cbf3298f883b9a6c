import { type Constraint, isOfStatement } from '../reading/query.ts';
import { type Asked, weightOf } from './asked.ts';
import type { EventFacts } from './facts.ts';
import type { Finding, Statement } from './found.ts';
import type { Match } from './narrow.ts';
import { CARRIES, FIRMNESS, HELD, TIES, UNEXPLAINED } from './weights.ts';

/**
 * Findings from matches. With a subject: best first, the newer first among equals, statements best first. Without one: by date, oldest first,
 * every statement in the order of the record but those first that hold what `narrowing` asks of statements.
 */
export function rank(matches: readonly Match[], asked: Asked, narrowing: readonly Constraint[]): readonly Finding[] {
  const { constraints } = asked.query;
  const isAskedOfThem = (each: Constraint) => isOfStatement(each) && !each.negated;
  const statementOf = statementsWith(constraints.filter(isAskedOfThem), asked);
  if (asked.subjects.length === 0) {
    const first = [...asked.must, ...narrowing.filter(isAskedOfThem)];
    const held = ({ facts }: Held) => first.reduce((sum, each) => sum + asked.satisfiesOutcome(facts, each), 0);
    return matches.map(({ event, statements }) => {
      const sorted = first.length === 0 ? statements : statements.toSorted((a, b) => held(b) - held(a));
      return { consultation: event.consultation, score: 1, outcomes: sorted.map(statementOf) };
    });
  }
  const soft = asked.soft.filter(isAskedOfThem);
  const sides = constraints.filter((each) => each.role === 'side' && !each.negated);
  const rankedOf = (one: Held): Statement => {
    const statement = statementOf(one);
    return { ...statement, score: statement.score + tiesOf(one, soft, asked) };
  };
  return matches
    .map((match): Finding => {
      const statements = withoutOtherSide(match.statements, sides, asked);
      const outcomes = statements.map(rankedOf).sort((a, b) => b.score - a.score || a.index - b.index);
      return { consultation: match.event.consultation, score: Math.max(match.fit, outcomes[0]?.score ?? 0), outcomes };
    })
    .sort((a, b) => b.score - a.score || (a.consultation.date < b.consultation.date ? 1 : -1));
}

type Held = Match['statements'][number];

/** How much a statement holds of what was left soft, and how little it speaks of anything else. */
function tiesOf({ facts }: Held, soft: readonly Constraint[], asked: Asked): number {
  const held = soft.map((each) => weightOf(each, asked) * asked.satisfiesOutcome(facts, each));
  return TIES.soft * held.reduce((sum, each) => sum + each, 0) + TIES.focus / Math.max(1, facts.topics.size);
}

/** Statements by how firm they are, with what they lack of `demands`, which the title of their consultation may hold for them. */
function statementsWith(demands: readonly Constraint[], { satisfiesOutcome, own }: Asked) {
  return ({ facts, fit }: Held): Statement => {
    const { event, outcome, index, official } = facts;
    return {
      consultation: event.consultation,
      outcome,
      index,
      fit,
      score: fit + TIES.act * FIRMNESS[outcome.act] + (official ? TIES.official : 0),
      lacks: demands.filter((each) => Math.max(satisfiesOutcome(facts, each), own(event, each)) < HELD),
    };
  };
}

/** What the other side alone said is no answer to what this one did, while anything else is. */
function withoutOtherSide(
  statements: Match['statements'],
  sides: readonly Constraint[],
  { satisfiesOutcome }: Asked,
): Match['statements'] {
  const own = statements.filter(({ facts }) => sides.every((side) => satisfiesOutcome(facts, side) > 0));
  return own.length > 0 ? own : statements;
}

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

import { type Constraint, isOfStatement, type Query } from '../reading/query.ts';
import { type Asked, weightOf } from './asked.ts';
import type { Finding, Statement } from './found.ts';
import type { Satisfies } from './grades.ts';
import type { Match } from './narrow.ts';
import { FIRMNESS, HELD, TIES } from './weights.ts';

/**
 * Findings from matches. With a subject: best first, the newer first among equals, statements best first. Without one: by date, oldest first,
 * every statement in the order of the record but those first that hold what `narrowing` asks of statements.
 */
export function rank(
  matches: readonly Match[],
  { constraints }: Query,
  asked: Asked,
  narrowing: readonly Constraint[],
  satisfies: Satisfies,
): readonly Finding[] {
  const isAskedOfThem = (each: Constraint) => isOfStatement(each) && !each.negated;
  const statementOf = statementsWith(constraints.filter(isAskedOfThem), satisfies);
  if (asked.subjects.length === 0) {
    const first = [...asked.must, ...narrowing.filter(isAskedOfThem)];
    return matches.map((match) => asRecorded(match, first, statementOf, satisfies));
  }
  const soft = asked.soft.filter(isAskedOfThem);
  const sides = constraints.filter((each) => each.role === 'side' && !each.negated);
  return matches
    .map((match): Finding => {
      const statements = withoutOtherSide(match.statements, sides, satisfies);
      const outcomes = statements
        .map((one): Statement => ({ ...statementOf(one), score: scoreOf(one, soft, satisfies) }))
        .sort((a, b) => b.score - a.score || a.index - b.index);
      return { consultation: match.event.consultation, score: Math.max(match.fit, outcomes[0]?.score ?? 0), outcomes };
    })
    .sort((a, b) => b.score - a.score || (a.consultation.date < b.consultation.date ? 1 : -1));
}

/** What a statement is worth: how much of the subject and of what was left soft it holds, and how firmly. */
function scoreOf(
  { facts, fit }: Match['statements'][number],
  soft: readonly Constraint[],
  satisfies: Satisfies,
): number {
  const held = soft.map((each) => weightOf(each, satisfies) * satisfies.satisfiesOutcome(facts, each));
  return (
    fit +
    TIES.soft * held.reduce((sum, each) => sum + each, 0) +
    TIES.act * FIRMNESS[facts.outcome.act] +
    (facts.official ? TIES.official : 0) +
    TIES.focus / Math.max(1, facts.topics.size)
  );
}

/** Statements with what they lack of `demands`, which the title of their consultation may hold for them. */
function statementsWith(demands: readonly Constraint[], { satisfiesOutcome, own }: Satisfies) {
  return ({ facts, fit }: Match['statements'][number]): Statement => ({
    outcome: facts.outcome,
    index: facts.index,
    fit,
    score: fit,
    lacks: demands.filter((each) => Math.max(satisfiesOutcome(facts, each), own(facts.event, each)) < HELD),
  });
}

function asRecorded(
  { event, statements }: Match,
  first: readonly Constraint[],
  statementOf: ReturnType<typeof statementsWith>,
  satisfies: Satisfies,
): Finding {
  const outcomes = statements.map(statementOf);
  if (first.length > 0) {
    const held = new Map(
      statements.map(({ facts }) => [
        facts.index,
        first.reduce((sum, each) => sum + satisfies.satisfiesOutcome(facts, each), 0),
      ]),
    );
    outcomes.sort((a, b) => (held.get(b.index) ?? 0) - (held.get(a.index) ?? 0) || a.index - b.index);
  }
  return { consultation: event.consultation, score: 1, outcomes };
}

/** What the other side alone said is no answer to what this one did, while anything else is. */
function withoutOtherSide(
  statements: Match['statements'],
  sides: readonly Constraint[],
  { satisfiesOutcome }: Satisfies,
): Match['statements'] {
  const own = statements.filter(({ facts }) => sides.every((side) => satisfiesOutcome(facts, side) > 0));
  return own.length > 0 ? own : statements;
}

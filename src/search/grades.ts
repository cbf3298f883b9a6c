import { remembered } from '../memo.ts';
import { type Constraint, isOfStatement } from '../reading/query.ts';
import type { EventFacts, Facts, OutcomeFacts } from './facts.ts';
import { complement, createGrader, type Grade, type Means } from './satisfies.ts';
import { OWN } from './weights.ts';

/**
 * Whether a record or a statement holds a constraint, 0..1; `HELD` and more is a yes. The one place that decides it for questions and
 * follow-ups; digests and timelines narrow by plain ids, see `filterBy`.
 */
export type Satisfies = {
  /**
   * For roles asked of a statement: the best that one of its statements, its title or its documents holds. Negated: 1 where none of them holds it
   * and the record could tell, else 0.
   */
  satisfiesEvent(event: EventFacts, constraint: Constraint): number;
  /** For roles asked of a consultation, and for negated ones: what its consultation holds. */
  satisfiesOutcome(outcome: OutcomeFacts, constraint: Constraint): number;
  /** What title and documents alone hold of a constraint on statements: at most `OWN`. */
  own(event: EventFacts, constraint: Constraint): number;
  /** How much a free word tells, 0..1; 0 for other roles. */
  rarity(constraint: Constraint): number;
};

/** Constraints whose grades are remembered: many readings of one question ask the same. Some 18 KB each. */
const MOST_REMEMBERED = 80;
const MOST_SAME = 1_000;

/** What one constraint is worth for each thing on record, whatever is negated: whole events, what they hold themselves, statements. */
type Graded = {
  readonly event: (event: EventFacts) => number;
  readonly own: (event: EventFacts) => number;
  readonly outcome: (outcome: OutcomeFacts) => number;
  readonly rarity: number;
};

/** Prepares `Satisfies` over one version of the knowledge; grades are worked out when first asked for. */
export function createSatisfies(facts: Facts, means: Means): Satisfies {
  const grader = createGrader(facts, means);
  const alike = ({ role, part, label, anyOf, object }: Constraint) =>
    `${role}|${part}|${label}|${anyOf.join('|')}|${object}`;
  const graded = remembered((each: Constraint) => gradedBy(grader(each), each, facts), MOST_REMEMBERED, alike);
  // One object is asked about for every record: its key need not be made each time. No weak map, whose collection takes longer than the keys.
  const of = remembered(graded, MOST_SAME);

  function satisfiesEvent(event: EventFacts, constraint: Constraint): number {
    const grade = of(constraint).event(event);
    return constraint.negated ? complement(grade, event, constraint, facts.knowledge) : grade;
  }

  return {
    satisfiesEvent,
    satisfiesOutcome: (outcome, constraint) =>
      constraint.negated || !isOfStatement(constraint)
        ? satisfiesEvent(outcome.event, constraint)
        : of(constraint).outcome(outcome),
    own: (event, constraint) => of(constraint).own(event),
    rarity: (constraint) => of(constraint).rarity,
  };
}

function gradedBy(grade: Grade, constraint: Constraint, { events, outcomes }: Facts): Graded {
  const isOfWords = isOfStatement(constraint);
  const outcome = byPlace(outcomes.length, (one: OutcomeFacts) => grade.outcome?.(one) ?? 0);
  const own = byPlace(events.length, (event: EventFacts) => grade.event(event) * (isOfWords ? OWN : 1));
  const whole = (event: EventFacts) => event.outcomes.reduce((most, one) => Math.max(most, outcome(one)), own(event));
  return { own, outcome, event: isOfWords ? byPlace(events.length, whole) : own, rarity: grade.rarity ?? 0 };
}

/** Grades of so many things by their places, each worked out once. */
function byPlace<T extends { readonly place: number }>(size: number, grade: (one: T) => number): (one: T) => number {
  const known = new Float64Array(size).fill(UNKNOWN);
  return (one) => {
    let found = known[one.place] ?? UNKNOWN;
    if (found < 0) {
      found = grade(one);
      known[one.place] = found;
    }
    return found;
  };
}

const UNKNOWN = -1;

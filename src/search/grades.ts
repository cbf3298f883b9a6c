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
const MOST_REMEMBERED = 160;
const MOST_SAME = 2_000;
const UNKNOWN = -1;

type Remembered = {
  readonly grade: Grade;
  /** By place; whole events, what they hold themselves, statements. */
  readonly events: Float64Array;
  readonly own: Float64Array;
  readonly outcomes: Float64Array;
};

/**
 * Prepares `Satisfies` over one version of the knowledge; grades are worked out when first asked for.
 */
export function createSatisfies(facts: Facts, means: Means): Satisfies {
  const grader = createGrader(facts, means);
  const remembered = new Map<string, Remembered>();
  // One object is asked about for every record: its key need not be made each time. No weak map, whose collection takes longer than the keys.
  const same = new Map<Constraint, Remembered>();

  function of(constraint: Constraint): Remembered {
    const before = same.get(constraint);
    if (before !== undefined) return before;
    const key = `${constraint.role}|${constraint.part}|${constraint.label}|${constraint.anyOf.join('|')}`;
    let found = remembered.get(key);
    if (found === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      found = nothingYet(grader(constraint), facts);
      remembered.set(key, found);
    }
    if (same.size >= MOST_SAME) same.clear();
    same.set(constraint, found);
    return found;
  }

  function own(event: EventFacts, constraint: Constraint): number {
    const { own: known, grade } = of(constraint);
    const before = known[event.place] ?? UNKNOWN;
    if (before >= 0) return before;
    const found = grade.event(event) * (isOfStatement(constraint) ? OWN : 1);
    known[event.place] = found;
    return found;
  }

  function said(outcome: OutcomeFacts, constraint: Constraint): number {
    const { outcomes: known, grade } = of(constraint);
    const before = known[outcome.place] ?? UNKNOWN;
    if (before >= 0) return before;
    const found = grade.outcome?.(outcome) ?? 0;
    known[outcome.place] = found;
    return found;
  }

  function satisfiesEvent(event: EventFacts, constraint: Constraint): number {
    const { events: known } = of(constraint);
    let grade = known[event.place] ?? UNKNOWN;
    if (grade < 0) {
      grade = own(event, constraint);
      if (isOfStatement(constraint)) for (const one of event.outcomes) grade = Math.max(grade, said(one, constraint));
      known[event.place] = grade;
    }
    return constraint.negated ? complement(grade, event, constraint, facts.knowledge) : grade;
  }

  return {
    satisfiesEvent,
    satisfiesOutcome: (outcome, constraint) =>
      constraint.negated || !isOfStatement(constraint)
        ? satisfiesEvent(outcome.event, constraint)
        : said(outcome, constraint),
    own,
    rarity: (constraint) => of(constraint).grade.rarity ?? 0,
  };
}

function nothingYet(grade: Grade, { events, outcomes }: Facts): Remembered {
  const blank = (size: number) => new Float64Array(size).fill(UNKNOWN);
  return { grade, events: blank(events.length), own: blank(events.length), outcomes: blank(outcomes.length) };
}

import { AsksOfWords, type Constraint, isLetter, isOfStatement, TellingActs } from '../reading/query.ts';
import { type Asked, weightOf } from './asked.ts';
import type { EventFacts, OutcomeFacts } from './facts.ts';
import { CLAIMED_WORDS, HELD, NARROWS, TELLS, TOGETHER } from './weights.ts';

/** A record that fits, with its statements on the subject; `fit` and `holds` are 0..1. */
export type Match = {
  readonly event: EventFacts;
  readonly fit: number;
  readonly statements: readonly { readonly facts: OutcomeFacts; readonly fit: number }[];
  /** How well the record holds each subject, in their order. */
  readonly holds: readonly number[];
};

/**
 * The records of `within` that hold the subject, and their statements that do; by date. What says the very thing leaves out what only touches
 * it. For a claim, each record must hold each subject by itself.
 */
export function onSubject(within: readonly EventFacts[], asked: Asked): readonly Match[] {
  const { subjects, claims, least } = asked;
  if (subjects.length === 0) return within.map(wholeOf);
  const mayHold = (event: EventFacts) =>
    weightedShare(asked, (subject) => asked.satisfiesEvent(event, subject)) >= least;
  const found = within
    .filter(mayHold)
    .flatMap((event) => withMust(matchOf(event, asked), asked))
    .filter(({ fit, holds }) => fit >= least && (!claims || areClaimed(holds, asked)));
  const floor = asked.floor * found.reduce((most, { fit }) => Math.max(most, fit), 0);
  return found
    .filter(({ fit }) => fit >= floor)
    .map((match, _, all) => {
      // Of one meeting everything on the subject is shown, the best first.
      if (all.length === 1) {
        const isOn = onOne(match, asked);
        const statements = match.statements.filter((one) => one.fit >= Math.min(least, match.fit) || isOn(one.facts));
        return { ...match, statements };
      }
      const best = match.statements.reduce((most, { fit }) => Math.max(most, fit), 0);
      return { ...match, statements: match.statements.filter(({ fit }) => fit > 0 && fit >= Math.min(floor, best)) };
    });
}

/** Of several subjects that have names, where no statement holds all, each may be told by one of its own: "on Taiwan and on space". */
function onOne({ statements }: Match, { subjects, satisfiesOutcome }: Asked): (facts: OutcomeFacts) => boolean {
  const named = subjects.filter(({ role }) => role !== 'word');
  const isOn = (facts: OutcomeFacts) => (each: Constraint) => satisfiesOutcome(facts, each) >= HELD;
  const areApart = named.length > 1 && !statements.some(({ facts }) => named.every(isOn(facts)));
  return (facts) => areApart && named.some(isOn(facts));
}

/** Words that stand apart in a statement say no more than that it may be about the thing: a yes needs them together. */
function areClaimed(holds: readonly number[], { subjects, query }: Asked): boolean {
  const least = (at: number) => (query.yesNo && subjects[at]?.role === 'word' ? CLAIMED_WORDS : HELD);
  return holds.every((grade, at) => grade >= least(at));
}

function wholeOf(event: EventFacts): Match {
  return { event, fit: 1, statements: event.outcomes.map((facts) => ({ facts, fit: 1 })), holds: [] };
}

function matchOf(event: EventFacts, asked: Asked): Match {
  const { subjects, own, satisfiesEvent, satisfiesOutcome } = asked;
  // A meeting named for the subject is on it in all it says, unless some of its statements say so themselves.
  const lent = subjects.map((each) =>
    event.outcomes.some((one) => satisfiesOutcome(one, each) >= HELD) ? 0 : own(event, each),
  );
  const statements = event.outcomes.map((facts) => ({
    facts,
    fit: weightedShare(asked, (each, at) => Math.max(satisfiesOutcome(facts, each), lent[at] ?? 0)),
  }));
  const holds = subjects.map((each) => satisfiesEvent(event, each));
  const together = weightedShare(asked, (_, at) => holds[at] ?? 0) * (subjects.length > 1 ? TOGETHER : 1);
  return { event, holds, statements, fit: statements.reduce((most, { fit }) => Math.max(most, fit), together) };
}

/** How much of the subject is held, 0..1. */
function weightedShare({ subjects, weights }: Asked, hold: (subject: Constraint, at: number) => number): number {
  let sum = 0;
  let total = 0;
  for (const [at, subject] of subjects.entries()) {
    const weight = weights[at] ?? 0;
    sum += weight * hold(subject, at);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/** Leaves only the statements that hold what every one must; nothing where none of the best does. */
function withMust(match: Match, { must, satisfiesOutcome, own }: Asked): readonly Match[] {
  if (must.every((each) => own(match.event, each) >= HELD)) return [match];
  const statements = match.statements.filter(({ facts }) =>
    must.every((each) => satisfiesOutcome(facts, each) >= HELD),
  );
  if (statements.length === 0) return [];
  return [{ ...match, statements, fit: statements.reduce((most, { fit }) => Math.max(most, fit), 0) }];
}

/** Whether giving a constraint up is to be told: not where nobody typed it, nor where it only says whose names are asked for. */
function isMissed({ role, origin }: Constraint, { query: { ask }, subjects }: Asked): boolean {
  if (origin === 'assumed' || role === 'post') return false;
  return role !== 'side' || ask === 'what' || (ask === 'yes-no' && subjects.length > 0);
}

/** What is left once soft constraints have narrowed, which of them did, and which nothing holds. */
export function narrow(
  matches: readonly Match[],
  asked: Asked,
): {
  readonly matches: readonly Match[];
  readonly narrowing: readonly Constraint[];
  readonly dropped: readonly Constraint[];
} {
  const narrowing: Constraint[] = [];
  const dropped: Constraint[] = [];
  let left = matches;
  for (const each of [...asked.soft].sort((a, b) => weightOf(b, asked) - weightOf(a, asked))) {
    const held = left.filter((match) => isNarrowedTo(match, each, asked));
    if (held.length > 0) narrowing.push(each);
    else if (isMissed(each, asked) && !isLetter(each)) dropped.push(each);
    if (held.length > 0 && !isLoose(each, asked)) left = held;
  }
  return { matches: left, narrowing, dropped };
}

/** What ranks rather than narrows: everyday words, and acts that others stand for as well, where nothing is claimed. */
function isLoose(each: Constraint, { query: { ask }, claims, subjects, rarity }: Asked): boolean {
  // "Courtesy calls that American officials paid": whose words they are is not asked.
  if (each.role === 'side') return !AsksOfWords.has(ask);
  if (isLetter(each)) return true;
  if (subjects.length === 0) return false;
  if (each.role === 'word') return rarity(each) < TELLS || ask === 'develop';
  return each.role === 'act' && !claims && !each.anyOf.some((act) => (TellingActs as readonly string[]).includes(act));
}

/** Whether a match stays. It is chosen among records: what else it says on the subject stays as well, after what holds the constraint. */
function isNarrowedTo({ event, statements }: Match, each: Constraint, asked: Asked): boolean {
  const { satisfiesEvent, satisfiesOutcome, own } = asked;
  if (!isOfStatement(each) || each.negated) return satisfiesEvent(event, each) >= NARROWS;
  return own(event, each) >= NARROWS || statements.some(({ facts }) => satisfiesOutcome(facts, each) >= NARROWS);
}

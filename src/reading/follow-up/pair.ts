import { type Annotation, hasCue, isCue } from '../annotation.ts';
import type { Constraint } from '../query.ts';
import { oneShown } from './counted.ts';
import { isOfThoseWhoMeet, personConstraint } from './scope.ts';
import type { Turn } from './turn.ts';

/** "Did they meet again?" after one meeting of somebody: he and the one whom he met there. */
export function otherOfPair({ annotated, previous, scope, lexicon: { knowledge } }: Turn): Constraint[] {
  const shown = oneShown(previous, knowledge.consultations);
  const tables = scope.constraints.filter((one) => isOfThoseWhoMeet(one) && !one.negated);
  const [he, ...more] = tables.flatMap(({ role, anyOf }) => (role === 'person' ? anyOf : []));
  const isOfThem = hasCue(annotated, 'meet.meet') && !annotated.all.some(isElse);
  if (shown === undefined || !isOfThem || he === undefined || more.length + tables.length > 1) return [];
  const country = knowledge.people.get(he)?.country;
  const met = shown.participants.filter((one) => one.country !== country);
  return met.length === 1 ? met.map(({ person }) => personConstraint(person)) : [];
}

/** Somebody named, or "he" alone: whom he met is not told. */
const isElse = (one: Annotation) => one.kind === 'name' || isCue(one, 'pronoun', 'ask.who', 'more');

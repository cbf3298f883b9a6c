import { hasCue } from '../annotation.ts';
import type { Reading } from '../readings.ts';
import { periodCounted } from './counted.ts';
import { othersThan, peopleMeant, personConstraint } from './scope.ts';
import type { Turn } from './turn.ts';

/** "When did he meet Motegi?": whoever was told of, of the other side where somebody is named. */
export function pronouns(turn: Turn): readonly Reading[] {
  if (!hasCue(turn.annotated, 'pronoun')) return [];
  const person = meantBy(turn);
  if (person === undefined) return [];
  // "Who else did he see on that trip?"
  const period = periodCounted(turn);
  const shown = period === undefined ? [] : othersThan(turn.annotated, turn.previous);
  return turn.readings.map((one) => ({
    ...one,
    query: {
      ...one.query,
      frame: 'person' as const,
      period: one.query.period ?? period ?? null,
      constraints: [...shown, ...one.query.constraints, personConstraint(person)],
    },
    prior: one.prior + 2,
    why: [...one.why, 'pronoun'],
  }));
}

export function meantBy({ readings, previous, lexicon: { knowledge } }: Turn): string | undefined {
  const country = (id: string) => knowledge.people.get(id)?.country;
  const own = readings[0]?.query.constraints ?? [];
  const named = own.flatMap(({ role, anyOf }) => (role === 'person' ? anyOf : []));
  // "His Japanese counterpart" is asked of somebody who is not Japanese.
  const sides = own.flatMap(({ role, anyOf }) => (role === 'side' ? anyOf : []));
  const others = [...named.map(country), ...(readings[0]?.query.whose === 'counterpart' ? sides : [])];
  return peopleMeant(previous).find((id) => !named.includes(id) && !others.includes(country(id)));
}

import { personConstraint } from './scope.ts';
import { type Framed, hasCue, type Turn } from './turn.ts';

/** "When did he meet Motegi?": whoever was told of, of the other side where somebody is named. */
export function pronouns(turn: Turn): readonly Framed[] {
  if (!hasCue(turn.annotated, 'pronoun')) return [];
  const person = meantBy(turn);
  if (person === undefined) return [];
  return turn.readings.map((one) => ({
    ...one,
    query: {
      ...one.query,
      frame: 'person' as const,
      constraints: [...one.query.constraints, personConstraint(person)],
    },
    prior: one.prior + 2,
    why: [...one.why, 'pronoun'],
  }));
}

function meantBy({ readings, previous, lexicon: { knowledge } }: Turn): string | undefined {
  const country = (id: string) => knowledge.people.get(id)?.country;
  const named = readings[0]?.query.constraints.flatMap(({ role, anyOf }) => (role === 'person' ? anyOf : [])) ?? [];
  return previous.focus?.find((id) => !named.includes(id) && named.every((other) => country(other) !== country(id)));
}

import type { Consultation } from '../../knowledge/schema.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { answered } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import { byDate, type Composer, itemLine, summaryLine, toldOf } from './lines.ts';

/** How long it was from one consultation or day to another. Opens with the time between them; then both. */
export const composeBetween: Composer = (given) => {
  const { query, knowledge, language, say, found } = given;
  const ends = query.ends ?? endsFound(byDate(found.chosen).map(({ consultation }) => consultation));
  if (ends === undefined) return undefined;
  const sides = ends
    .map((each) => {
      const consultation = knowledge.consultations.find(({ id }) => id === each);
      return { consultation, day: consultation?.date ?? each };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [one, other] = sides;
  const held = sides.flatMap(({ consultation }): Consultation[] => (consultation ? [consultation] : []));
  if (!one || !other || held.length === 0) return undefined;
  const named = ({ consultation, day }: typeof one) =>
    consultation ? toldOf(given, consultation) : formatDate(day, language);
  const elapsed = elapsedBetween(periodOfEventDate(one.day).to, periodOfEventDate(other.day).from);
  return answered(
    summaryLine(say.between(named(one), named(other), elapsed), held),
    held.map((consultation) => itemLine(consultation, given)),
    { consultations: held.map(({ id }) => id) },
  );
};

/** Two meetings that fit are the two ends. */
function endsFound(all: readonly Consultation[]): readonly [string, string] | undefined {
  const [one, other, more] = all;
  return one !== undefined && other !== undefined && more === undefined ? [one.id, other.id] : undefined;
}

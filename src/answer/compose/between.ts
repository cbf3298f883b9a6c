import type { Consultation } from '../../knowledge/schema.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import type { Composing, Draft } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import { meetingLine, summaryLine, wordsFor } from './lines.ts';

/** How long it was from one consultation or day to another; `undefined` where the question names no two. */
export function composeBetween(composing: Composing): Draft | undefined {
  const { question, knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  if (question.between === undefined) return undefined;
  const sides = question.between
    .map((each) => {
      const consultation = knowledge.consultations.find(({ id }) => id === each);
      return { consultation, day: consultation?.date ?? each };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [one, other] = sides;
  const held = sides.flatMap(({ consultation }): Consultation[] => (consultation ? [consultation] : []));
  if (!one || !other || held.length === 0) return undefined;
  const named = ({ consultation, day }: typeof one) => (consultation ? tell(consultation) : formatDate(day, language));
  const elapsed = elapsedBetween(periodOfEventDate(one.day).to, periodOfEventDate(other.day).from);
  return {
    status: 'answered',
    headline: summaryLine(say.between(named(one), named(other), elapsed), held),
    lines: held.map((consultation) => meetingLine(say.item(tell(consultation)), consultation)),
    notes: [],
    consultations: held.map(({ id }) => id),
  };
}

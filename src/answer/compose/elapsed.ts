import { byDate, newestFirst } from '../../knowledge/in-time.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { answered } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import { tell } from '../told.ts';
import { idsOf } from './dated.ts';
import { attendedLine, type Composer, itemLines, meetingLine, summaryLine } from './lines.ts';

/** How long ago the latest was, by the asker's day. Opens with the time gone by; then who was there. */
export const composeSince: Composer = (given) => {
  const { found, say, scope, language, today } = given;
  const [main] = newestFirst(found.chosen);
  if (main === undefined) return undefined;
  const elapsed = elapsedBetween(periodOfEventDate(main.consultation.date).to, today);
  return answered(
    meetingLine(main.consultation, given, (told) => say.since(told, elapsed, formatDate(today, language), scope)),
    main.consultation.participants.length > 0 ? [attendedLine(main.consultation, given)] : [],
  );
};

/** How long it was from one consultation or day to another: the two asked about, or the only two that fit. Opens with the time between them; then both. */
export const composeBetween: Composer = (given) => {
  const { query, knowledge, language, say, found } = given;
  const ends = query.ends ?? (found.chosen.length === 2 ? idsOf(byDate(found.chosen)) : []);
  const [one, other] = ends
    .map((each) => {
      const consultation = knowledge.consultations.find(({ id }) => id === each);
      const day = consultation?.date ?? each;
      return { consultation, day, name: consultation ? tell(consultation, given) : formatDate(day, language) };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const held = [one, other].flatMap((each) => each?.consultation ?? []);
  if (!one || !other || held.length === 0) return undefined;
  const elapsed = elapsedBetween(periodOfEventDate(one.day).to, periodOfEventDate(other.day).from);
  const all = held.map((consultation) => ({ consultation }));
  return answered(summaryLine(say.between(one.name, other.name, elapsed), held), itemLines(all, given));
};

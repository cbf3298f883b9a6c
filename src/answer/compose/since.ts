import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { answered } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import { newestFirst } from './dated.ts';
import { attendedLine, type Composer, meetingLine } from './lines.ts';

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

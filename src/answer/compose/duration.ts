import { answered } from '../draft.ts';
import { type Composer, idsOf, meetingLine, newestFirst, toldOf } from './lines.ts';
import { reaches } from './reaches.ts';

/** How long a meeting lasted; of several the longest first. Opens with the minutes; where the record gives none, with that. */
export const composeDuration: Composer = (given) => {
  const { found, say } = given;
  const fitting = newestFirst(found.chosen);
  const [main] = fitting;
  if (main === undefined) return undefined;
  const timed = fitting
    .filter(({ consultation }) => consultation.durationMinutes !== undefined)
    .sort((a, b) => (b.consultation.durationMinutes ?? 0) - (a.consultation.durationMinutes ?? 0));
  const [headline, ...lines] = timed.map(({ consultation }) =>
    meetingLine(say.lasted(toldOf(given, consultation), consultation.durationMinutes ?? 0), consultation),
  );
  if (headline === undefined) {
    const line = meetingLine(say.lengthUnknown(toldOf(given, main.consultation)), main.consultation);
    return { ...answered(line, [], { consultations: idsOf(fitting) }), status: 'not-found' };
  }
  const notes = timed.length < fitting.length ? [say.lengthKnown(timed.length, fitting.length)] : [];
  return answered(headline, lines, { consultations: idsOf(timed), notes });
};

/** "More than an hour?": yes or no of the one meeting that fits, beside its minutes; of several their lengths alone. */
export const composeLength: Composer = (given) => {
  const { query, found, say } = given;
  const [main, ...others] = found.chosen;
  const draft = composeDuration(given);
  const minutes = main?.consultation.durationMinutes;
  if (draft === undefined || minutes === undefined || others.length > 0 || query.threshold === undefined) return draft;
  const { text } = draft.headline;
  const holds = reaches(minutes, query.threshold);
  return { ...draft, headline: { ...draft.headline, text: holds ? say.yes(text) : say.no(text) } };
};

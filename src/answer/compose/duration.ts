import type { Finding } from '../../search/found.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, endsOf, idsOf, itemLine, meetingLine, newestFirst, summaryLine, toldOf } from './lines.ts';
import { reaches } from './reaches.ts';

/** How long a meeting lasted; of several the longest first. Opens with the minutes; where the record gives none, with that. */
export const composeDuration: Composer = (given) => {
  const { found, say } = given;
  const fitting = newestFirst(found.chosen);
  const [main] = fitting;
  if (main === undefined) return undefined;
  const timed = longestFirst(fitting);
  const [headline, ...lines] = timed.map((each) => lengthLine(each, given));
  if (headline === undefined) {
    const line = meetingLine(say.lengthUnknown(toldOf(given, main.consultation)), main.consultation);
    return { ...answered(line, [], { consultations: idsOf(fitting) }), status: 'not-found' };
  }
  const notes = timed.length < fitting.length ? [say.lengthKnown(timed.length, fitting.length)] : [];
  return answered(headline, lines, { consultations: idsOf(timed), notes });
};

/** "More than an hour?": yes or no of the one meeting that fits, beside its minutes; of several, how many did. */
export const composeLength: Composer = (given) => {
  const { query, found, say } = given;
  const [main, ...others] = found.chosen;
  if (others.length > 0) return composeLengths(given);
  const draft = composeDuration(given);
  const minutes = main?.consultation.durationMinutes;
  if (draft === undefined || minutes === undefined || query.threshold === undefined) return draft;
  const { text } = draft.headline;
  const holds = reaches(minutes, query.threshold);
  return { ...draft, headline: { ...draft.headline, text: holds ? say.yes(text) : say.no(text) } };
};

/** Which meetings were so long or short, the longest first. Opens with how many of those whose length is on record. */
export const composeLengths: Composer = (given) => {
  const { query, found, say, scope } = given;
  if (found.chosen.length === 0 || query.threshold === undefined) return undefined;
  const { threshold } = query;
  const timed = longestFirst(found.chosen);
  if (timed.length === 0) return withoutLengths(given);
  const fitting = timed.filter(({ consultation }) => reaches(consultation.durationMinutes ?? 0, threshold));
  const notes = [say.lengthKnown(timed.length, found.chosen.length)];
  const text = say.lengths(scope, fitting.length, threshold);
  return answered(
    summaryLine(text, endsOf(fitting.length > 0 ? fitting : timed)),
    fitting.map((each) => lengthLine(each, given)),
    { consultations: idsOf(fitting), notes },
  );
};

/** Those whose length is on record; of equals the newest. */
export function longestFirst(all: readonly Finding[]): readonly Finding[] {
  return newestFirst(all)
    .filter(({ consultation }) => consultation.durationMinutes !== undefined)
    .sort((a, b) => (b.consultation.durationMinutes ?? 0) - (a.consultation.durationMinutes ?? 0));
}

export function lengthLine({ consultation }: Finding, given: Given) {
  return meetingLine(given.say.lasted(toldOf(given, consultation), consultation.durationMinutes ?? 0), consultation);
}

/** The meetings are on record, how long they took is not. */
export function withoutLengths(given: Given): Draft {
  const { found, say, scope } = given;
  const all = newestFirst(found.chosen);
  return {
    ...answered(
      summaryLine(say.noLengths(scope, all.length), endsOf(all)),
      all.map((each) => itemLine(each.consultation, given)),
      { consultations: idsOf(all) },
    ),
    status: 'not-found',
  };
}

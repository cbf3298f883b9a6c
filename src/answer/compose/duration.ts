import { byDate, endsOf, idsOf, newestFirst } from '../../knowledge/in-time.ts';
import { ahead } from '../../lists.ts';
import { demandsIn, idsIn, type Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { shiftDays } from '../../time/spans.ts';
import { answered, type Draft, draftOf, type Line, notFound, opened } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import { asking, type Given } from '../given.ts';
import { notedOn } from '../record-notes.ts';
import { tell } from '../told.ts';
import { attendedLines, type Composer, itemLines, meetingLine, summaryLine } from './lines.ts';
import { isTopical, satAlone } from './points.ts';
import { composeWhen } from './when.ts';

/** How long ago the latest was, by the asker's day. Opens with the time gone by; then who was there. */
export const composeSince: Composer = (given) => {
  const { found, say, scope, language, today } = given;
  const [main] = newestFirst(found.chosen);
  if (main === undefined) return undefined;
  const elapsed = elapsedBetween(periodOfEventDate(main.consultation.date).to, today);
  return answered(
    meetingLine(main.consultation, given, (told) => say.since(told, elapsed, formatDate(today, language), scope)),
    attendedLines(main.consultation, given),
  );
};

/** How long it was from one consultation or day to another: the two asked about, or the only two that fit. Opens with the time between them; then both. */
export const composeBetween: Composer = (given) => {
  const { query, knowledge, language, say, found } = given;
  const ends = query.ends ?? gapIn(given) ?? (found.chosen.length === 2 ? idsOf(byDate(found.chosen)) : []);
  const [one, other] = ends
    .map((each) => {
      const consultation = knowledge.consultations.find(({ id }) => id === each);
      const day = consultation?.date ?? each;
      return { consultation, day, name: consultation ? tell(consultation, given) : formatDate(day, language) };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const held = [one, other].flatMap((each) => each?.consultation ?? []);
  const [main] = newestFirst(found.chosen);
  if (query.measure === 'gap' && main && !other) return notFound(meetingLine(main.consultation, given, say.gapUnknown));
  if (!one || !other || held.length === 0) return composeWhen(given);
  const elapsed = elapsedBetween(periodOfEventDate(one.day).to, periodOfEventDate(other.day).from);
  const all = held.map((consultation) => ({ consultation }));
  return answered(summaryLine(say.between(one.name, other.name, elapsed), held), itemLines(all, given));
};

/** How long a meeting lasted; of several the longest first. Opens with the minutes; where the record gives none, with that. */
export const composeDuration: Composer = (given) => {
  const { chosen } = given.found;
  const [long, short] = chosen.length === 2 && !areAlone(given.query) ? timedIn(chosen) : [];
  if (long && short) return answered(setBeside(long, short, given), [], { consultations: idsOf([long, short]) });
  return lengthsDraft(given, (timed) => aloneFirst(timed, given).map((each) => lengthLine(each, given)));
};

/** The lines on those whose length is on record, the longest or the shortest first; where none has one, that. */
export function lengthsDraft(
  given: Given,
  linesOf: (timed: readonly Finding[]) => readonly Line[],
  direction?: Query['direction'],
): Draft | undefined {
  const { found, say } = given;
  const timed = timedIn(found.chosen, direction);
  if (timed.length === 0) return withoutLengths(given);
  const notes = timed.length < found.chosen.length ? [say.lengthKnown(timed.length, found.chosen.length)] : [];
  return draftOf(linesOf(timed), { notes });
}

/** "How long did Motegi and Blinken sit down": people named without a table. */
function areAlone(query: Query): boolean {
  return idsIn(query, 'person').length > 1 && demandsIn(query, 'framework', 'kind').length === 0;
}

/** The meeting of just those who are named, before one where others sat with them. */
function aloneFirst(findings: readonly Finding[], { query }: Given): readonly Finding[] {
  return areAlone(query) ? ahead(findings, satAlone(idsIn(query, 'person'))) : findings;
}

/** Of two, how much longer the one was. */
function setBeside(long: Finding, short: Finding, given: Given) {
  const timed = (each: Finding) => ({ told: tell(each.consultation, given), minutes: minutesOf(each) });
  return summaryLine(given.say.longerBy(timed(long), timed(short)), [long.consultation, short.consultation]);
}

/** "More than an hour?": yes or no of the one meeting that fits, beside its minutes; of several, how many did. */
export const composeLength: Composer = (given) => {
  const { query, found, say } = given;
  const [main, ...others] = found.chosen;
  if (others.length > 0) return composeLengths(given);
  const draft = composeDuration(given);
  const minutes = main?.consultation.durationMinutes;
  if (draft === undefined || minutes === undefined || query.threshold === undefined) return draft;
  return opened(draft, reaches(minutes, query.threshold) ? say.yes : say.no);
};

/** Which meetings were so long or short, the longest first. Opens with how many of those whose length is on record. */
export const composeLengths: Composer = (given) => {
  const { say, scope, query } = given;
  const { threshold } = query;
  if (threshold === undefined) return undefined;
  return lengthsDraft(given, (timed) => {
    const fitting = timed.filter((each) => reaches(minutesOf(each), threshold));
    const shown = endsOf(fitting.length > 0 ? fitting : timed);
    const headline = summaryLine(say.lengths(scope, fitting.length, threshold), shown);
    return [headline, ...fitting.map((each) => lengthLine(each, given))];
  });
};

/** Those whose length is on record, the longest or the shortest first, the newest among equals. */
function timedIn(findings: readonly Finding[], direction: Query['direction'] = 'most'): readonly Finding[] {
  const sign = direction === 'most' ? 1 : -1;
  return newestFirst(findings)
    .filter((each) => minutesOf(each) > 0)
    .toSorted((a, b) => sign * (minutesOf(b) - minutesOf(a)));
}

export function minutesOf({ consultation }: Finding): number {
  return consultation.durationMinutes ?? 0;
}

export function lengthLine(finding: Finding, given: Given) {
  return meetingLine(finding.consultation, given, (told) => given.say.lasted(told, minutesOf(finding)));
}

/** The meetings are on record, how long they took is not. */
function withoutLengths(given: Given): Draft | undefined {
  const { say, scope, found } = given;
  const all = newestFirst(found.chosen);
  const [main, ...others] = all;
  if (main === undefined) return undefined;
  if (others.length === 0) {
    // Where sources differ, none of the lengths is that of the record.
    const noted = notedOn(main.consultation, /長さ|\blength\b/, given);
    if (noted !== undefined) return answered(meetingLine(main.consultation, given, (told) => say.framed(told, noted)));
    return notFound(meetingLine(main.consultation, given, say.lengthUnknown));
  }
  return notFound(summaryLine(say.noLengths(scope, all.length), endsOf(all)), itemLines(all, given));
}

/** 「何年ぶり」: the meeting asked about and the one before it, by what else is asked. */
function gapIn(given: Given): readonly string[] | undefined {
  const { query, found } = given;
  const [main] = newestFirst(found.chosen);
  if (query.measure !== 'gap' || main === undefined) return undefined;
  // "A state visit for the first time in how many years": what the meetings do not tell is not counted by them.
  const isOfMeetings = demandsIn(query, 'framework', 'kind').length > 0;
  if (!isOfMeetings || isTopical(query) || found.dropped.some(({ role }) => role === 'word')) return [];
  const period = { from: null, to: shiftDays(periodOfEventDate(main.consultation.date).from, -1) };
  const earlier = asking(given, { ...query, period, otherPeriod: null, order: undefined, nths: undefined });
  return idsOf([...newestFirst(earlier.found.chosen).slice(0, 1), main]);
}

export type Threshold = NonNullable<Query['threshold']>;

const RELATIONS: Readonly<Record<Threshold['relation'], (count: number, wanted: number) => boolean>> = {
  more: (count, wanted) => count > wanted,
  'at-least': (count, wanted) => count >= wanted,
  fewer: (count, wanted) => count < wanted,
  'at-most': (count, wanted) => count <= wanted,
  exactly: (count, wanted) => count === wanted,
};

/** Whether a number, of meetings or of minutes, is as claimed. */
export function reaches(number: number, { relation, count }: Threshold): boolean {
  return RELATIONS[relation](number, count);
}

import type { Consultation } from '../../knowledge/schema.ts';
import { consultationSpan, shiftDays } from '../../time/spans.ts';
import { type Annotated, type Annotation, isCue } from '../annotation.ts';
import { unboundNote } from '../notes.ts';
import { AsksOfWords, type Constraint, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import type { Turn } from './turn.ts';

/** 「その後」, "since then", "… since?": what stands in a turn for the time after the meeting shown. */
export function sinceIn({ all, language }: Annotated): Annotation | undefined {
  const last = all.findLast((one) => !isCue(one, 'mark.question'));
  const isLast = language === 'en' && isCue(last, 'rel.after');
  return all.find((one) => isCue(one, 'shift.since')) ?? (isLast ? last : undefined);
}

/** 「それ以前」, "before then". */
const beforeIn = ({ all }: Annotated) => all.find((one) => isCue(one, 'shift.before'));

/** Whether a turn asks of the time after or before what was shown; a time of its own before the pointer is what that points to. */
export function asksBeside(annotated: Annotated): boolean {
  const pointer = sinceIn(annotated) ?? beforeIn(annotated);
  return pointer !== undefined && !isBoundWithin(annotated, pointer);
}

function isBoundWithin({ all }: Annotated, pointer: Annotation): boolean {
  return all.slice(0, all.indexOf(pointer)).some(({ kind }) => kind === 'time');
}

/** "At that meeting", 「そのとき」, "… there?": of nothing but the meeting shown. */
export function asksThere({ annotated, previous }: Turn): boolean {
  const { all } = annotated;
  const isThere = all.some((one, at) => isCue(one, 'deixis.held') && !isCue(all[at - 1], 'meet.held', 'meet.visit'));
  return (previous.answered ?? []).length > 0 && (isThere || all.some((one) => isCue(one, 'deixis.time')));
}

/** The time after or before what was shown, from the meeting that led or, of a list, from its end. */
export function besideShown({ annotated, previous, lexicon }: Turn): Query['period'] | undefined {
  if (!asksBeside(annotated)) return undefined;
  const shown = shownIn(previous, lexicon.knowledge.consultations);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return sinceIn(annotated) === undefined
    ? { from: null, to: shiftDays(consultationSpan(first).from, -1) }
    : { from: shiftDays(consultationSpan(last).to, 1), to: null };
}

/** What was shown, in order of time: of what was said the meeting that led, of a paper the one that issued it, else all of them. */
export function shownIn({ ask, answered = [] }: Query, all: readonly Consultation[]): readonly Consultation[] {
  const ids = AsksOfWords.has(ask) ? answered.slice(0, 1) : answered;
  const shown = all.filter(({ id }) => ids.includes(id));
  return ask === 'documents' ? shown.slice(0, 1) : shown;
}

/** 「両大臣」, "the two leaders" after a meeting was shown: those who were told of, and nobody else in such a post. */
export function withoutPair(
  { all }: Annotated,
  readings: readonly Reading[],
  { answered = [] }: Query,
): readonly Reading[] {
  const called = all.flatMap((one, at) => (isCue(all[at - 1], 'pair') ? [one.span[0]] : []));
  if (called.length === 0 || answered.length === 0) return readings;
  const isOfPair = ({ role, span }: Constraint) =>
    (role === 'post' || role === 'level') && span !== undefined && called.includes(span[0]);
  return readings.map(({ query, ...one }) => ({
    ...one,
    query: { ...query, constraints: query.constraints.filter((each) => !isOfPair(each)) },
  }));
}

/** That a word points back where nothing was shown: the rest is answered, and no word is passed over unsaid. */
export function toldUnbound(annotated: Annotated, readings: readonly Reading[]): readonly Reading[] {
  const pointer = [
    sinceIn(annotated),
    beforeIn(annotated),
    annotated.all.find((one) => isCue(one, 'deixis.time')),
  ].find((one) => one !== undefined);
  const isAlone = pointer !== undefined && annotated.all.slice(0, annotated.all.indexOf(pointer)).every(isPlain);
  if (pointer === undefined || !isAlone) return readings;
  const note = unboundNote(pointer.text);
  return readings.map((one) => ({ ...one, query: { ...one.query, notes: [...one.query.notes, note] } }));
}

/** What stands before a pointer and is nothing that it could point to. */
const isPlain = ({ kind }: Annotation) => kind === 'cue';

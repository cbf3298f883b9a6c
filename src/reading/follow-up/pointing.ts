import { type Annotated, type Annotation, isCue } from '../annotation.ts';
import { unboundNote } from '../notes.ts';
import type { Constraint, Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { beforeIn, sinceIn } from './counted.ts';
import { keeping } from './scope.ts';

/** 「両大臣」, "the two leaders" after a meeting was shown: those who were told of, and nobody else in such a post. */
export function withoutPair(
  { all }: Annotated,
  readings: readonly Reading[],
  { answered = [] }: Query,
): readonly Reading[] {
  const called = all.flatMap((one, at) => (isCue(all[at - 1], 'pair') ? [one.span[0]] : []));
  if (called.length === 0 || answered.length === 0) return readings;
  const isOfPair = ({ span }: Constraint) => span !== undefined && called.includes(span[0]);
  return readings.map((one) => keeping(one, (each) => !isOfPair(each)));
}

/** "Where did that secretariat meet?", 「その事務局の」 after a question that names it in full: the text with the name in its place. */
export function withNameMeant({ text, all }: Annotated, { constraints }: Query): string | undefined {
  const isEndOf = (word: string, { label, negated }: Constraint) =>
    !negated && label.length > word.length && label.toLowerCase().endsWith(word.toLowerCase());
  for (const [at, pointer] of all.entries()) {
    const word = all[at + 1];
    if (!isCue(pointer, 'deixis') || word?.kind !== 'word') continue;
    const meant = constraints.find((one) => isEndOf(word.text, one));
    if (meant !== undefined) return text.slice(0, pointer.span[0]) + meant.label + text.slice(word.span[1]);
  }
  return undefined;
}

/** That a word points back where nothing was shown: the rest is answered, and no word is passed over unsaid. */
export function toldUnbound(annotated: Annotated, readings: readonly Reading[]): readonly Reading[] {
  const pointer = [
    sinceIn(annotated),
    beforeIn(annotated),
    annotated.all.find((one) => isCue(one, 'deixis.time', 'shift.=day', 'shift.=month', 'shift.=year')),
  ].find((one) => one !== undefined);
  const isAlone = pointer !== undefined && annotated.all.slice(0, annotated.all.indexOf(pointer)).every(isPlain);
  if (pointer === undefined || !isAlone) return readings;
  const note = unboundNote(pointer.text);
  return readings.map((one) => ({ ...one, query: { ...one.query, notes: [...one.query.notes, note] } }));
}

/** What stands before a pointer and is nothing that it could point to. */
const isPlain = ({ kind }: Annotation) => kind === 'cue';

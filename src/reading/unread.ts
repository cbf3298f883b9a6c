import { endsInKanji, isHiragana } from '../text/shape.ts';
import { holdsTwoFigures } from '../time/shape.ts';
import type { Annotated, Annotation } from './annotation.ts';
import { isCue } from './annotation.ts';
import { spellings } from './cues.ts';
import { marksOf } from './marks.ts';
import { unreadNote } from './notes.ts';
import type { Note } from './query.ts';

/** Shorter stretches of kana are endings and particles. */
export const LEAST_KANA = 4;
/** Nothing longer parts two figures of one date, or a date and a figure that belongs to it. */
const LONGEST_MARK = 3;

/** What nothing accounts for and could have narrowed the answer: it may never widen a count or a list in silence. */
export function unreadNotes(annotated: Annotated): readonly Note[] {
  return [...unreadFigures(annotated), ...unreadIn(annotated)].map(unreadNote);
}

/** The stretches of kana that could be a name. */
export const unreadIn = (annotated: Annotated) =>
  unreadKana(annotated).filter(
    (kana) => kana.length >= LEAST_KANA && !spellings('ends-clause').some((ending) => kana.endsWith(ending)),
  );

/** Stretches of kana that nothing accounts for: a slip, or a word written without kanji. What follows a kanji is its ending. */
export function unreadKana({ text, all }: Annotated): readonly string[] {
  const found: string[] = [];
  let end = 0;
  // A single kana within kana that nothing accounts for is part of it: the せ, ん and か of せんかく are no particles.
  const read = all.filter(({ text: own }) => own.length > 1 || !isHiragana(own));
  for (const [from, to] of [...read.map(({ span }) => span), [text.length, text.length] as const]) {
    // No particle opens a text: the が of がいむそう is its own.
    const start = end === 1 && isHiragana(text.slice(0, 1)) ? 0 : end;
    const parts = from > end && !endsInKanji(text.slice(0, end)) ? text.slice(start, from).split(' ') : [];
    found.push(...parts.filter(isHiragana));
    end = Math.max(end, to);
  }
  return found;
}

/**
 * Figures that nothing accounts for: several in a row (2-2, 10:00), or one beside a time (2025 / 3, "March 2025 the 30"). They set no
 * condition, which must be said.
 */
function unreadFigures(annotated: Annotated): readonly string[] {
  const { all, text } = annotated;
  const unread: string[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const end = all.findIndex((one, place) => place >= at && !isFigure(one));
    const run = all.slice(at, end < 0 ? undefined : end);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const figures = text.slice(first.span[0], last.span[1]);
    const isSeveral = run.length > 1 || holdsTwoFigures(figures);
    const isOne = isBesideTime(first, all, at) && !marksOf(annotated, first).has('counting');
    if (isSeveral || isOne) unread.push(figures);
    at += run.length - 1;
  }
  return unread;
}

const isFigure = (one: Annotation) => one.kind === 'number' && one.unit === null;

function isBesideTime(figure: Annotation, all: readonly Annotation[], at: number): boolean {
  const before = isCue(all[at - 1], 'prep.article') ? all[at - 2] : all[at - 1];
  const after = all[at + 1];
  const follows = before?.kind === 'time' && figure.span[0] - before.span[1] <= LONGEST_MARK + 4;
  return follows || (after?.kind === 'time' && after.span[0] - figure.span[1] <= LONGEST_MARK);
}

import type { Break } from '../../text/breaks.ts';
import { endsAsQuestion } from '../../text/shape.ts';
import { type Annotated, type Annotation, isCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { breaksOf, isAsked, isTag, onlyTells, type Stretch, stretchOf } from './clauses.ts';

/** More questions than this are not answered at once. */
const MOST_QUESTIONS = 3;
/** A longer text is read whole: parts are each read like a question. */
const LONGEST_PARTED = 400;

const asks = listed('asks');
const isDone = listed('done');
const isPointer = listed('points');
const isAside = listed('aside');
const isSubject = listed('polar-subject');
/** Asks something of what stands before it by itself: "and how many?". */
const isAlone = listed('asks-alone');

/** Where one question ends and the next begins. */
type Cut = Pick<Break, 'end' | 'next'>;

/**
 * The questions of one text, each as typed, in order; one where it asks one thing. "When and where" is one question, "who led it and what was it
 * about" are two: the second has a verb of its own, and is read as what follows up on the first. More than three are left to the last.
 */
export function questionsIn(annotated: Annotated): readonly string[] {
  const { text, all } = annotated;
  const cuts: Cut[] = [];
  const stretch = (from: number, to: number) => stretchOf(all, from, to);
  const places = text.length > LONGEST_PARTED ? [] : placesIn(annotated);
  const stops = [...places.filter(({ isStop }) => isStop).map(({ next }) => next), text.length];
  let isOpen = false;
  for (const place of places) {
    const last = cuts.at(-1)?.next ?? 0;
    const before = stretch(Math.max(last, stops.findLast((stop) => stop < place.next) ?? 0), place.end);
    const sentence = stretch(place.next, stops.find((stop) => stop > place.next) ?? text.length);
    // A question stays open until another sentence asks, whatever is told in between.
    isOpen ||= place.isStop && isAsked(before, text) && !onlyTells(before, annotated);
    const isNext = place.isStop ? isOpen && isAsked(sentence, text) : isParted(before, sentence, place, annotated);
    const isCut = isNext && !isTag(sentence);
    if (!isCut || cuts.length >= MOST_QUESTIONS - 1) continue;
    cuts.push(place);
    isOpen = false;
  }
  const starts = [0, ...cuts.map(({ next }) => next)];
  const open = (from: number) => all.find(({ span }) => span[0] >= from && span[1] > span[0]);
  const beginning = (from: number) => (isCue(open(from), 'rel.and') ? (open(from)?.span[1] ?? from) : from);
  return starts.map((from, at) => asQuestion(text.slice(beginning(from), cuts[at]?.end).trim(), annotated));
}

/** 「誰が出席し」 with a question mark would be put as yes or no. */
const asQuestion = (part: string, { language }: Annotated) =>
  language === 'ja' || endsAsQuestion(part) ? part : `${part.endsWith('.') ? part.slice(0, -1) : part}?`;

/** Where a question may end: at the ends of clauses and, in English, before "and". */
function placesIn(annotated: Annotated): readonly Break[] {
  const marks = breaksOf(annotated);
  const ands = annotated.language === 'ja' ? [] : annotated.all.filter((one) => isCue(one, 'rel.and')).map(beforeAnd);
  return [...marks, ...ands.filter(({ end }) => !marks.some((mark) => mark.next >= end && mark.end <= end))].sort(
    (a, b) => a.next - b.next,
  );
}

const beforeAnd = ({ span }: Annotation): Break => ({ end: span[0], next: span[1] + 1, isStop: false, mark: 'and' });

/** Whether a clause ends one question and what follows in its sentence is another. */
function isParted(before: Stretch, after: Stretch, place: Break, annotated: Annotated): boolean {
  return annotated.language === 'ja'
    ? isPartedInJapanese(before, after, annotated)
    : isPartedInEnglish(before, after, place);
}

function isPartedInEnglish(before: Stretch, { all }: Stretch, { mark }: Break): boolean {
  // "Is that right, and where did they meet?": what is put for checking stands before it.
  const isWhole =
    isTag(before) || (before.all.some(isOwn) && (before.all.some(asks) || isCue(before.all[0], 'ask.yesno')));
  if (!isWhole || !opensAnother(all)) return false;
  // "When was it signed, was there a meeting that day, and who came?": of three the last has the "and".
  const isListed = () => mark === ',' && all.some((one, at) => isAnd(one) && opensAnother(all.slice(at)));
  return mark === 'and' || isAnd(all[0]) || isListed();
}

const isAnd = (one: Annotation | undefined) => isCue(one, 'rel.and', 'continue');

/** Whether what stands here begins a question of its own. */
function opensAnother(all: readonly Annotation[]): boolean {
  const from = all.findIndex((one) => !isAside(one));
  const [first, second, ...rest] = all.slice(Math.max(from, 0)).filter((one) => !isCue(one, 'mark.question'));
  // "How many in 2023, and the year after?".
  if (isCue(first, 'shift.*')) return second === undefined || (rest.length === 0 && isCue(second, 'rel.after'));
  if (isCue(first, 'ask.yesno')) return isSubject(second) && rest.length > 0;
  return asks(first) && (isAlone(first) || (!asks(second) && (rest.length > 0 || isVerb(second))));
}

const isVerb = listed('verbs');
const isSome = (one: Annotation) => isCue(one, 'some.thing');
/** What a question is about, or what is said of that. */
const isOwn = (one: Annotation) =>
  one.kind !== 'cue' || isCue(one, 'meet.*', 'act.*', 'verb.*', 'say', 'aspect.*', 'deixis');

/** 「誰が出席し、何を合意したか」, 「議長は誰で、いつ」: the first has its verb; 「いつ、どこで」 has none. */
function isPartedInJapanese({ all }: Stretch, after: Stretch, { text }: Annotated): boolean {
  const last = all.at(-1);
  const isThat = endsAsIs(all);
  if (last === undefined || !(isThat || all.some(asks))) return false;
  const isPolar = () => endsAsQuestion(text.slice(after.from, after.to));
  const isOther = after.all.some(asks)
    ? after.all.length > 1
    : isPolar() && (isThat ? after.all.some(isDone) : after.all.some(isSome) || after.all.slice(0, 2).some(isPointer));
  const hasVerb = last.kind === 'cue' && !asks(last) && !isCue(last, 'rel.*', 'noun.*', 'order.*');
  return isOther && (isThat || hasVerb);
}

/** 議長は誰で, とは何で: who or what it is, and not by what it was, nor where. */
function endsAsIs(all: readonly Annotation[]): boolean {
  const [last, before, third] = all.toReversed();
  if (asks(last)) return last?.text.endsWith('で') === true && isCue(before, 'rel.by', 'ask.define');
  return (
    isCue(last, 'rel.in') &&
    (asks(before) || isCue(before, 'aspect.purpose')) &&
    (!isCue(before, 'ask.where') || isCue(third, 'rel.by'))
  );
}

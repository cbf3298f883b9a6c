import { type Break, breaksIn, japaneseEnds, parenthesesIn } from '../../text/breaks.ts';
import { quotationsIn } from '../../text/quotes.ts';
import { endsAsQuestion } from '../../text/shape.ts';
import { type Annotated, type Annotation, isCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { reports } from './wordings.ts';

const asks = listed('asks');
const isDone = listed('done');
const isPointer = listed('points');
const opens = listed('opens-question');
const isFiller = listed('opening');
const isAside = listed('aside');
const isSubject = listed('polar-subject');
const isHeard = listed('heard');
const isInterrogative = listed('interrogative');
const introduces = (one: Annotation) => isCue(one, 'introduce');

/** A stretch of a text with what stands in it. */
export type Stretch = { readonly from: number; readonly to: number; readonly all: readonly Annotation[] };
/** A clause, and where the next one begins; the mark at the end of a sentence belongs to it. */
export type Clause = Stretch & { readonly next: number; readonly isStop: boolean };

type Text = Pick<Annotated, 'text' | 'language' | 'all'>;

/** What stands between two places of a text. */
export function stretchOf(all: readonly Annotation[], from: number, to: number): Stretch {
  return { from, to, all: all.filter(({ span }) => span[0] >= from && span[1] <= to && span[1] > span[0]) };
}

/** Where sentences and clauses end outside of names and sayings, by marks and, in English, where a question begins without one. */
export function breaksOf({ text, language, all }: Text): readonly Break[] {
  const marks = outside(breaksIn(text), { text, all });
  const runs = language === 'ja' ? japaneseRuns(all, text) : runsIn(all, text, marks);
  return [...marks, ...runs].sort(byPlace);
}

const byPlace = (one: Break, other: Break) => one.next - other.next;

/** The clauses of a text in order, parentheses too; in Japanese also at the spaces of a message typed in haste. */
export function clausesOf({ text, language, all }: Text): readonly Clause[] {
  const breaks =
    language === 'ja'
      ? outside(japaneseEnds(text), { text, all })
      : [...breaksOf({ text, language, all }), ...outside(parenthesesIn(text), { text, all })].sort(byPlace);
  const starts = [0, ...breaks.map(({ next }) => next)];
  return starts.map((from, at) => {
    const { end, next, isStop } = breaks[at] ?? { end: text.length, next: text.length, isStop: true };
    return { ...stretchOf(all, from, end), next, isStop };
  });
}

function outside(breaks: readonly Break[], { text, all }: Pick<Text, 'text' | 'all'>): readonly Break[] {
  const sayings = quotationsIn(text);
  const isInside = ({ end, next }: Break) =>
    all.some(({ span }) => span[0] < end && span[1] > next - 1 && span[1] > end) ||
    sayings.some(([from, to]) => from <= end && end < to);
  return breaks.filter((one) => !isInside(one));
}

/** "… permanently when was that and …": where a word that asks, or a verb before what it points at, follows what is told without a mark. */
function runsIn(all: readonly Annotation[], text: string, marks: readonly Break[]): readonly Break[] {
  const clauseOf = (at: number) => marks.findLast(({ next }) => next <= at)?.next ?? 0;
  return all.flatMap((one, at) => {
    const [before, next] = [all[at - 1], all[at + 1]];
    if (before === undefined || opens(before) || text.slice(before.span[1], one.span[0]) !== ' ') return [];
    const isPut = asks(one) && isCue(next, 'ask.yesno', 'aux') && isPointer(all[at + 2]);
    const own = all.slice(0, at).filter(({ span }) => span[0] >= clauseOf(one.span[0]));
    const isPolar = isCue(one, 'ask.yesno') && !own.some(asks) && isPointer(next);
    return isPut || isPolar ? [{ end: before.span[1], next: one.span[0], isStop: true, mark: '' }] : [];
  });
}

/** 「いつだっけそれで…」: a question that ends without a mark. */
function japaneseRuns(all: readonly Annotation[], text: string): readonly Break[] {
  const { runs, 'goes-on': goesOn } = reports().ja;
  const isOver = (at: number) => at < text.length && ![...MARKS, ...goesOn].includes(text.charAt(at));
  return all.flatMap(({ text: own, span: [, end] }) =>
    runs.some((run) => own.endsWith(run)) && isOver(end) ? [{ end, next: end, isStop: true, mark: '' }] : [],
  );
}

const MARKS = '。、，,？?！!… 」』）)';

/** Whether a sentence asks something: by a word of asking, or by its end. */
export function isAsked({ from, to, all }: Stretch, text: string): boolean {
  if (all.some(asks)) return true;
  const [first, second] = all.filter((one) => !isAside(one));
  if (isCue(first, 'ask.yesno') && isSubject(second)) return true;
  return endsAsQuestion(text.slice(from, to)) && all.some(isDone);
}

/**
 * 「毎週と聞いたのですが」, "I'm mapping all venues.", "There was a row when the base was handed back.": what was heard, and an English sentence that ends as no question
 * and begins as none, tells something, whatever stands in it.
 */
export function onlyTells({ from, to, all }: Stretch, { text, language }: Pick<Text, 'text' | 'language'>): boolean {
  if (endsAsQuestion(text.slice(from, to))) return false;
  if (language === 'ja') return all.some(isHeard) && !all.some(isInterrogative);
  const first = all.slice(all.findIndex(introduces) + 1).find((one) => !isFiller(one));
  return first !== undefined && !asks(first) && !isCue(first, 'ask.*', 'aux');
}

/** "…, is that correct?", 「…。本当ですか」: what stands before it is what it asks about. */
export const isTag = (after: Stretch) => after.all.some((one) => isCue(one, 'ask.claim')) && isBare(after);
export const isBare = ({ all }: Stretch) => all.every(({ kind }) => kind === 'cue');

import type { Language } from '../text/language.ts';
import { type Annotation, isCue, isName } from './annotation.ts';
import { type Shift, shiftAt } from './follow-up/counted.ts';
import { listed } from './patterns.ts';
import type { Relation } from './times.ts';

/** An event named only to tell a time: "after the February 2025 summit", 2024年7月の2プラス2の次に. */
export type Anchor = {
  /** Places among the annotations, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** A distance where one is counted: 「首脳会談の3日前」. */
  readonly relation: Relation | Shift;
  /** The meeting next to the event is asked for (次の, 一つ前の), and not what came after or before it. */
  readonly isStep: boolean;
  /** What names the event. */
  readonly inner: readonly Annotation[];
};

const RELATIONS: readonly (readonly [string, Relation])[] = [
  ['rel.dayafter', 'day-after'],
  ['rel.daybefore', 'day-before'],
  ['rel.runup', 'run-up'],
  ['rel.after', 'after'],
  ['order.next', 'after'],
  ['rel.before', 'before'],
  ['order.previous', 'before'],
  ['rel.when', 'at'],
  ['rel.under', 'at'],
];

/** 「2023年の2+2から2024年の2+2まで何日」: two ends, and no event that bounds a time. */
function isSpan(all: readonly Annotation[]): boolean {
  return all.some((one) => isCue(one, 'ask.days')) && all.filter((one) => isName(one, 'framework')).length > 1;
}

/** The first event that the question names to tell its time. */
export function anchorIn(all: readonly Annotation[], language: Language): Anchor | undefined {
  if (all.some((one) => isCue(one, 'ask.howlong', 'ask.gap', 'ask.compare', 'ask.since')) || isSpan(all))
    return undefined;
  for (let at = 0; at < all.length; at += 1) {
    const shift = all[at - 1]?.kind === 'number' ? shiftAt(all, at) : undefined;
    const relation = shift ?? RELATIONS.find(([id]) => isCue(all[at], id))?.[1];
    if (relation === undefined || (relation === 'after' && all.some(isToPress))) continue;
    const anchor = language === 'en' ? englishAnchor(all, at, relation) : japaneseAnchor(all, at, relation);
    if (anchor !== undefined) return anchor;
  }
  return undefined;
}

const isPart = listed('event');

/** A meeting, a visit, a place where one was held, or the words of an incident. */
function namesEvent(inner: readonly Annotation[], isStep: boolean): boolean {
  if (inner.some((one) => isName(one, 'framework', 'visit'))) return true;
  if (inner.some((one) => isName(one, 'person')) && inner.some((one) => isCue(one, 'meet.*'))) return true;
  // 「キャンプ・デービッドの次に」, 「8月のキャンプ・デービッド会談のあと」: the meeting is known by its place.
  return (
    isName(
      inner.findLast((one) => !isMeeting(one)),
      'place',
    ) &&
    (inner.length > 1 || isStep)
  );
}

const isMeeting = (one: Annotation) => isCue(one, 'meet.meet', 'noun.meeting');
const isBeside = listed('beside-event');

/** 「DICASは6月の初会合のあと」: a meeting of the one body that is named beside it. */
function withTable(inner: readonly Annotation[], others: readonly Annotation[]): readonly Annotation[] {
  const isOne =
    inner.some(({ kind }) => kind === 'time') && inner.some((one) => isMeeting(one) || isCue(one, 'order.first'));
  const tables = others.filter((one) => isName(one, 'framework'));
  return isOne && tables.length === 1 && !inner.some(({ kind }) => kind === 'name') ? [...tables, ...inner] : inner;
}

export const isStep = (one: Annotation | undefined) => isCue(one, 'order.next', 'order.previous');

/** Which of the meetings of a body the event was. */
const singlesOut = (one: Annotation) =>
  one.kind === 'time' || one.kind === 'number' || isName(one, 'place', 'person', 'visit') || isCue(one, 'order.*');

/** What is told the press after a meeting is told of in the record of that meeting. */
const isToPress = listed('to-press');

/** What is put out after a meeting, and belongs to it. */
const ISSUED = ['act.announced', 'act.signed', 'verb.created', 'ask.documents'];

function englishAnchor(all: readonly Annotation[], at: number, relation: Anchor['relation']): Anchor | undefined {
  const mark = all[at];
  const from = typeof relation === 'string' ? at : at - 1;
  // "The statement released after the summit" is the summit's own.
  if (relation === 'after' && isCue(all[at - 1], ...ISSUED)) return undefined;
  // "The next summit" names no event that it follows.
  if (isStep(mark) && !isCue(mark, 'rel.after', 'rel.before')) return undefined;
  let to = at + 1;
  while (isPart(all[to])) to += 1;
  while (
    to > at + 1 &&
    isCue(all[to - 1], 'rel.in', 'rel.to', 'rel.of', 'rel.with', 'rel.and', 'prep.article', 'noise')
  )
    to -= 1;
  const told = all.slice(at + 1, to).filter((one) => !isCue(one, 'prep.article'));
  const inner = withTable(told, [...all.slice(0, at), ...all.slice(to)]);
  if (relation === 'at' && !all.slice(0, at).some((one) => isName(one, 'office'))) return undefined;
  // "When the first DICAS was held".
  while (isCue(all[to], 'ask.yesno', 'meet.held')) to += 1;
  const others = [...all.slice(0, from), ...all.slice(to)];
  return inner.length > 0 && namesEvent(inner, isStep(mark)) && (from < at || others.some(isBeside))
    ? { from, to, relation, inner, isStep: isStep(mark) }
    : undefined;
}

/** 「日米韓の次の会合」 is one of theirs, and none that followed it: no one meeting is singled out. */
function isOwnNext(inner: readonly Annotation[], mark: Annotation | undefined, after: Annotation | undefined): boolean {
  const isOfTheirs = after === undefined || isCue(after, 'meet.meet', 'noun.meeting', 'rel.by', 'mark.question');
  return isStep(mark) && isOfTheirs && !inner.some(singlesOut);
}

/** 「2+2では後に」: the meeting is spoken of, and bounds no time. */
const isTopic = (all: readonly Annotation[], at: number) =>
  isCue(all[at - 1], 'rel.in') || (isCue(all[at - 1], 'rel.by') && !isStep(all[at]));

function japaneseAnchor(all: readonly Annotation[], mark: number, relation: Anchor['relation']): Anchor | undefined {
  const at = typeof relation === 'string' ? mark : mark - 1;
  let from = at;
  // 「10月に東京であった首脳会談の次」: what tells of the event stands before it.
  const isTold = (one: Annotation | undefined) => isCue(one, 'meet.held', 'meet.attend', 'meet.visit', 'rel.to');
  while (isPart(all[from - 1]) || (from < at && isTold(all[from - 1]))) from -= 1;
  while (from < at && isCue(all[from], 'rel.of', 'rel.in', 'rel.with', 'rel.and', 'rel.to', 'noise')) from += 1;
  const told = all.slice(from, at).filter((one) => one.text !== 'の');
  const later = all.slice(mark + 1);
  const inner = withTable(told, [...all.slice(0, from), ...later]);
  if (relation === 'at' && !later.some((one) => isName(one, 'office'))) return undefined;
  const isNone = inner.length === 0 || isTopic(all, at) || isOwnNext(inner, all[at], later[0]);
  if (isNone || !namesEvent(inner, isStep(all[at]))) return undefined;
  return at < mark || later.some(isBeside) || isStep(all[at])
    ? { from, to: mark + 1, relation, inner, isStep: isStep(all[at]) }
    : undefined;
}

import { z } from 'zod';
import type { Language } from '../text/language.ts';
import { type Annotation, isCue, isName, type TimeAnnotation } from './annotation.ts';
import { type Shift, shiftAt } from './distances.ts';
import { Around, fits, fitsWhole, listed, tableOf, viewOf } from './patterns.ts';
import { type Relation, Relations } from './times.ts';

/** An event named only to tell a time: "after the February 2025 summit", 2024年7月の2プラス2の次に. */
export type Anchor = {
  /** Places among the annotations, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** A distance where one is counted: 「首脳会談の3日前」. */
  readonly relation: Relation | Shift;
  /** The meeting next to the event is asked for (次の, 一つ前の), and not what came after or before it. */
  readonly isStep: boolean;
  /** "Within a month of" it: the stretch that is counted from it. */
  readonly stretch: TimeAnnotation | undefined;
  /** What names the event. */
  readonly inner: readonly Annotation[];
  /** What happened, and no meeting: known by the first one that speaks of it. */
  readonly isIncident?: true;
};

const Row = z.strictObject({
  tells: z.enum([...Relations, 'nothing']),
  ...Around,
});
const table = tableOf('anchors', z.object({ rows: z.array(Row) }));

/** The first event that the question names to tell its time. */
export function anchorIn(all: readonly Annotation[], language: Language): Anchor | undefined {
  if (isSpan(all)) return undefined;
  const rows = table().rows.filter((row) => fitsWhole(row, all, language));
  for (const [at, one] of all.entries()) {
    const view = viewOf(one, all, at);
    const shift = all[at - 1]?.kind === 'number' ? shiftAt(all, at) : undefined;
    const told = rows.find((row) => fits(row, view))?.tells;
    const relation = told === 'nothing' ? undefined : (shift ?? told);
    const anchor = relation && (anchorAt(all, at, relation, language) ?? incidentAt(all, at, relation, language));
    if (anchor !== undefined) return anchor;
  }
  return undefined;
}

/** 「2023年の2+2から2024年の2+2まで何日」: two ends, and no event that bounds a time. */
function isSpan(all: readonly Annotation[]): boolean {
  return all.some((one) => isCue(one, 'ask.days')) && all.filter((one) => isName(one, 'framework')).length > 1;
}

const isPart = listed('event');

/** That a paper was signed, or a body set up. */
export const isMade = listed('event-made');

/** A meeting, a visit, the signing of a paper, a place where a meeting was held, or the words of an incident. */
function namesEvent(inner: readonly Annotation[], isNext: boolean): boolean {
  if (inner.some((one) => isName(one, 'framework', 'visit'))) return true;
  if (inner.some((one) => isName(one, 'document')) && inner.some(isMade)) return true;
  if (inner.some((one) => isName(one, 'person')) && inner.some((one) => isCue(one, 'meet.*'))) return true;
  // 「キャンプ・デービッドの次に」, 「8月のキャンプ・デービッド会談のあと」: the meeting is known by its place.
  const last = inner.findLast((one) => !isMeeting(one));
  return isName(last, 'place') && (inner.length > 1 || isNext);
}

const isMeeting = (one: Annotation) => isCue(one, 'meet.meet', 'noun.meeting');
const isBeside = listed('beside-event');

/** 「DICASは6月の初会合のあと」, "the summit before Camp David": a meeting of the one body that is named beside it. */
function withTable(inner: readonly Annotation[], others: readonly Annotation[]): readonly Annotation[] {
  const isOne =
    inner.some(({ kind }) => kind === 'time') && inner.some((one) => isMeeting(one) || isCue(one, 'order.first'));
  const tables = others.filter((one) => isName(one, 'framework'));
  const names = inner.filter(({ kind }) => kind === 'name');
  const isThere = names.length > 0 && inner.every((one) => isName(one, 'place') || isLoose(one));
  return tables.length === 1 && (isThere || (isOne && names.length === 0)) ? [...tables, ...inner] : inner;
}

export const isStep = (one: Annotation | undefined) => isCue(one, 'order.next', 'order.previous');

const isCountOfOne = (one: Annotation | undefined) => one?.kind === 'number' && one.unit === 'count' && one.value === 1;

/** Which of the meetings of a body the event was. */
const singlesOut = (one: Annotation) =>
  one.kind === 'time' || one.kind === 'number' || isName(one, 'place', 'person', 'visit') || isCue(one, 'order.*');

/** What names the event stands behind the word that bounds a time; in Japanese before it, and before the figure of a distance. */
function anchorAt(
  all: readonly Annotation[],
  mark: number,
  relation: Anchor['relation'],
  language: Language,
): Anchor | undefined {
  const isNext = isStep(all[mark]);
  const isNextHere = language === 'ja' && isNext;
  // A figure before it counts the distance: 3日前, 一つ前の.
  const start = typeof relation !== 'string' || (isNextHere && isCountOfOne(all[mark - 1])) ? mark - 1 : mark;
  const [first, last] = language === 'en' ? [mark + 1, endOfEvent(all, mark)] : [beginOfEvent(all, start), start];
  const [from, to] = language === 'en' ? [start, pastHeld(all, last)] : [first, mark + 1];
  const others = [...all.slice(0, from), ...all.slice(to)];
  const told = all.slice(first, last).filter((one) => !isCue(one, 'prep.article') && one.text !== 'の');
  const inner = withTable(told, others);
  if (!namesEvent(inner, isNext) || (isNextHere && isOwnNext(inner, all[to]))) return undefined;
  const isAsked = start < mark || isNextHere || others.some(isBeside) || others.every(isLoose);
  const stretch = all[mark]?.kind === 'time' ? all[mark] : undefined;
  return isAsked ? { from, to, relation, inner, stretch, isStep: isNext } : undefined;
}

/** "Who was foreign minister when Russia invaded Ukraine": all that tells of it, where nobody but the holder of a post is asked for. */
function incidentAt(
  all: readonly Annotation[],
  mark: number,
  relation: Anchor['relation'],
  language: Language,
): Anchor | undefined {
  const end = all.findLastIndex((one) => !isCue(one, 'mark.question')) + 1;
  const [from, to] = language === 'en' ? [mark, end] : [0, mark + 1];
  const inner = all.slice(from, to).filter((one) => one !== all[mark]);
  const isOfHolder = [...all.slice(0, from), ...all.slice(to)].every(asksHolder);
  if (relation !== 'at' || !isOfHolder || !inner.some((one) => isName(one, 'topic', 'outsider', 'group')))
    return undefined;
  return { from, to, relation, inner, stretch: undefined, isStep: false, isIncident: true };
}

const asksHolder = listed('asks-holder');

function endOfEvent(all: readonly Annotation[], mark: number): number {
  let to = mark + 1;
  while (isPart(all[to]) || isMade(all[to]) || (isCue(all[to], 'ask.yesno') && isMade(all[to + 1]))) to += 1;
  while (to > mark + 1 && isLoose(all[to - 1])) to -= 1;
  return to;
}

/** 「10月に東京であった首脳会談の次」: what tells of the event stands before it. */
function beginOfEvent(all: readonly Annotation[], at: number): number {
  let from = at;
  const isWithin = (one: Annotation | undefined) =>
    isPart(one) ||
    isMade(one) ||
    (from < at && isToldOf(one)) ||
    (isCue(one, 'rel.by') && all.slice(from, at).some(isMade));
  while (isWithin(all[from - 1])) from -= 1;
  while (from < at && isLoose(all[from])) from += 1;
  return from;
}
const isLoose = listed('event-edge');
const isToldOf = listed('event-told');

/** "When the first DICAS was held". */
function pastHeld(all: readonly Annotation[], at: number): number {
  let to = at;
  while (isCue(all[to], 'ask.yesno', 'meet.held')) to += 1;
  return to;
}

/** 「日米韓の次の会合」 is one of theirs, and none that followed it: no one meeting is singled out. */
function isOwnNext(inner: readonly Annotation[], after: Annotation | undefined): boolean {
  const isOfTheirs = after === undefined || isCue(after, 'meet.meet', 'noun.meeting', 'rel.by', 'mark.question');
  return isOfTheirs && !inner.some(singlesOut);
}

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Bilingual } from '../text/language.ts';
import { periodOfEventDate } from '../time/calendar.ts';
import { formatPeriod } from '../time/format.ts';
import type { Period } from '../time/period.ts';
import { consultationSpan, overlaps } from '../time/spans.ts';
import { type Anchor, anchorIn, isMade, isStep } from './anchors.ts';
import { type Annotated, type Annotation, asNothing, idsOf, isCue, isName, type NameAnnotation } from './annotation.ts';
import type { Budget } from './budget.ts';
import { movedBy } from './distances.ts';
import { type Modifiers, modifiersOf } from './modifiers.ts';
import type { Constraint, Note, Query } from './query.ts';
import type { Reading } from './readings.ts';
import { type Situation, situationOf } from './situation.ts';
import { tenureIn } from './tenures.ts';
import { besideEvent, sinceIncident, stepFromDay, type Times, timesOf, within, withinOf } from './times.ts';

/** What the record holds for a query, as far as reading needs to know; the search of `src/search` gives more. */
export type Sighting = {
  readonly findings: readonly { readonly consultation: { readonly id: string; readonly date: string } }[];
  readonly chosen: Sighting['findings'];
  readonly dropped: readonly Constraint[];
  readonly unheld: readonly Constraint[];
  readonly explained: number;
};

/** What reading needs beside the text. `find` looks up what readings are compared by, and events that tell a time. */
export type Reader = {
  readonly lexicon: Lexicon;
  readonly find: (query: Query) => Sighting;
  readonly today: string;
  readonly budget?: Budget | undefined;
  /** The two turns before asked of two things, which may be set against each other. */
  readonly hasTwo?: boolean;
};

/** What every reading of a text shares: its time, order and number, and what is left to be asked. */
export type Outline = {
  /** Without the event or term that only tells the time. */
  readonly rest: readonly Annotation[];
  readonly names: readonly NameAnnotation[];
  readonly period: Period | null;
  readonly times: Times;
  readonly modifiers: Modifiers;
  /** The first day of a term of office that the question counts from. */
  readonly begin: string | undefined;
  readonly situation: Situation;
};

/** `read` reads what names an event. */
export function outlineOf(
  annotated: Annotated,
  reader: Reader,
  read: (inner: Annotated, reader: Reader) => readonly Reading[],
): Outline {
  const { knowledge } = reader.lexicon;
  const { all, language } = annotated;
  const named = anchorIn(all, language);
  const event = named && eventOf(named, annotated, reader, read);
  const anchor = event && named;
  const ofEvent = (at: number) => anchor !== undefined && at >= anchor.from && at < anchor.to;
  const blanked = all.map((one, at) => (ofEvent(at) ? asNothing(one) : one));
  const tenure = tenureIn(blanked, knowledge);
  const isLeft = (at: number) => !ofEvent(at) && tenure?.used.has(at) !== true;
  const rest = all.filter((_, at) => isLeft(at));
  const spoken = timesOf(rest, knowledge);
  const { otherPeriod } = tenure ?? {};
  const timed =
    anchor?.isIncident && event ? { ...spoken, notes: [...spoken.notes, toldFirst(anchor, event)] } : spoken;
  const times = otherPeriod ? { ...timed, otherPeriod, count: timed.count + 2 } : timed;
  const { step, told, ...modifiers } = anchor
    ? besideEvents(modifiersOf(rest, language), anchor, rest, times)
    : besideTimes(modifiersOf(rest, language), rest, times);
  const period = [tenure?.period, event].reduce(within, told);
  const sort = modifiers.sort ?? (tenure?.isSoon === true ? 'oldest' : undefined);
  const situation = situationOf(annotated, rest, Math.max(times.count, period === null ? 0 : 1), {
    anchored: anchor !== undefined || tenure !== undefined,
    order: modifiers.order !== undefined || modifiers.nths !== undefined,
    step: step !== undefined,
    length: modifiers.measure === 'duration',
    passed: period?.to != null && period.to < reader.today,
    open: period?.to != null && period.to > reader.today,
    'had-two': reader.hasTwo === true,
  });
  const names = rest.filter((one) => one.kind === 'name').filter((one) => !isName(one, 'administration'));
  return { rest, names, period, times, modifiers: { ...modifiers, sort }, begin: tenure?.begin, situation };
}

/**
 * When the event was that an anchor names; `undefined` where none is on record. Of several it is the one next to the time that the question
 * names beside it: "in February 2026, ahead of the summit".
 */
function eventOf(
  { from, to, inner, relation, stretch, isIncident }: Anchor,
  annotated: Annotated,
  reader: Reader,
  read: Parameters<typeof outlineOf>[2],
): Period | undefined {
  const beside = annotated.all.filter((_, at) => at < from || at >= to);
  const near = timesOf(beside, reader.lexicon.knowledge).period;
  const readHere = (some: readonly Annotation[]) => read({ ...annotated, all: some }, reader);
  if (isIncident) return firstTold(readHere(inner), reader);
  const days = daysOf(inner, near, reader, readHere);
  const isShift = typeof relation !== 'string';
  const isBefore = isShift ? relation.by < 0 : ['before', 'day-before', 'run-up'].includes(relation);
  const day = isBefore
    ? (days?.find((each) => each.from >= (near?.from ?? '')) ?? days?.[0])
    : (days?.findLast((each) => each.from <= (near?.to ?? '~')) ?? days?.at(-1));
  if (day !== undefined && stretch !== undefined) return withinOf(stretch, day.to);
  return day && (isShift ? movedBy(relation, day) : besideEvent(day, relation));
}

function toldFirst({ inner }: Anchor, day: Period): Note {
  const said = inner.map(({ text }) => text);
  const text: Bilingual = {
    ja: `「${said.join('')}」が記録で最初に取り上げられた${formatPeriod(day, 'ja')}の時点でお答えします。`,
    en: `Answered as of ${formatPeriod(day, 'en')}, when “${said.join(' ')}” first came up on record.`,
  };
  return { kind: 'assumed', text };
}

/** The day of the first meeting that speaks of all that happened. */
function firstTold(readings: readonly Reading[], { find }: Reader): Period | undefined {
  const told = readings.map(({ query }) => find({ ...query, ask: 'list' }));
  const whole = told.find(({ chosen, dropped, unheld }) => chosen.length > 0 && dropped.length + unheld.length === 0);
  return whole?.chosen
    .map(({ consultation }) => consultationSpan(consultation))
    .reduce((first, one) => (one.from < first.from ? one : first));
}

/** When that was held, was signed or was set up, in order. */
function daysOf(
  inner: readonly Annotation[],
  near: Period | null,
  { lexicon, find }: Reader,
  read: (some: readonly Annotation[]) => readonly Reading[],
) {
  const bestOf = (some: readonly Annotation[]) =>
    read(some)
      .map(({ query }) => find({ ...query, ask: 'list' }))
      .filter(({ chosen }) => chosen.length > 0)
      .sort((a, b) => b.explained - a.explained)[0];
  // A place where that body never met is known by what else was held there.
  const isSite = inner.some((one) => isName(one, 'place')) && inner.some(isTable);
  const best = bestOf(inner) ?? (isSite ? bestOf(inner.filter((one) => !isTable(one))) : undefined);
  const held = best?.chosen.map(({ consultation }) => consultationSpan(consultation));
  const made = madeOn(inner, lexicon.knowledge).filter((day) => near === null || overlaps(day, near));
  return (made.length > 0 ? made : held)?.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The day of a paper that was signed, or when a body was set up. */
function madeOn(inner: readonly Annotation[], { documents, frameworks }: KnowledgeBase) {
  if (!inner.some(isMade)) return [];
  const [papers, bodies] = [
    inner.flatMap((one) => idsOf(one, 'document')).map((id) => documents.get(id)?.date),
    inner.flatMap((one) => idsOf(one, 'framework')).map((id) => frameworks.get(id)?.since),
  ];
  return [...papers, ...bodies].flatMap((date) => (date === undefined ? [] : [periodOfEventDate(date)]));
}

const isOfMany = (one: Annotation) => isCue(one, 'ask.list', 'ask.count', 'ask.howmany');
const isTable = (one: Annotation) => isName(one, 'framework');

/** Modifiers with the time that the words tell. */
type Timed = Modifiers & { readonly told: Period | null };

function besideEvents(modifiers: Modifiers, anchor: Anchor, rest: readonly Annotation[], { period }: Times): Timed {
  return { ...modifiers, step: undefined, order: orderBeside(anchor, rest) ?? modifiers.order, told: period };
}

/** What came of an incident is told from the first meeting after it. */
function besideTimes(modifiers: Modifiers, rest: readonly Annotation[], { period }: Times): Timed {
  const { step, sort } = modifiers;
  const incident = sinceIncident(rest);
  return {
    ...modifiers,
    order: orderByTime(rest, modifiers),
    sort: sort ?? (incident?.to === null ? 'oldest' : undefined),
    told: incident ?? stepFromDay(rest, period, step),
  };
}

/** "The summit after the 2+2" is one meeting; "what was said after the 2+2" may be of many. */
function orderBeside({ relation, ...anchor }: Anchor, rest: readonly Annotation[]): Query['order'] {
  if ((relation !== 'after' && relation !== 'before') || rest.some(isOfMany)) return undefined;
  const isOne = rest.some((one) => isTable(one) && !one.text.toLowerCase().endsWith('s'));
  const isAsked = anchor.isStep || rest.some(isStep) || (isOne && !rest.some((one) => isCue(one, 'ask.what')));
  return isAsked ? { side: relation === 'before' ? 'latest' : 'first', skip: 0, limit: 1 } : undefined;
}

/** "The defense ministerial before March 30", 2024年7月の一つ前の2プラス2: the one next to that time. */
function orderByTime(rest: readonly Annotation[], { order, step }: Modifiers): Query['order'] {
  if (order !== undefined) return order;
  const times = rest.flatMap((one) => (one.kind === 'time' ? [one.mention] : []));
  const isMeeting = (one: Annotation, at: number) =>
    isTable(one) || (isStep(one) && isCue(rest[at + 1], 'meet.meet', 'noun.meeting'));
  if (step !== undefined && rest.some(isMeeting) && times.some(({ relation }) => relation === 'in'))
    return { side: step === 'next' ? 'first' : 'latest', skip: 0, limit: 1 };
  const isBeforeDay = times.some(({ granularity, relation }) => granularity === 'day' && relation === 'before');
  const isOne = isBeforeDay && rest.some(isTable) && !rest.some((one) => isOfMany(one) || isCue(one, 'ask.what'));
  return isOne ? { side: 'latest', skip: 0, limit: 1 } : undefined;
}

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Bilingual } from '../text/language.ts';
import { isJapaneseText } from '../text/shape.ts';
import { formatPeriod } from '../time/format.ts';
import type { Period } from '../time/period.ts';
import { namesMonth } from '../time/shape.ts';
import { hull, intersect, overlaps, shiftDays } from '../time/spans.ts';
import { type Annotated, type Annotation, idsOf, isCue, isName, type TimeAnnotation } from './annotation.ts';
import type { Note, Query } from './query.ts';

/** When, as far as the text's own time expressions and governments tell. */
export type Times = Pick<Query, 'period' | 'otherPeriod' | 'opening' | 'impossible'> & {
  readonly notes: readonly Note[];
  /** Units named side by side, not counting bounds. */
  readonly count: number;
};

/** Joins what the time expressions of a question say; several units beside each other are two times or one hull. */
export function timesOf(rest: readonly Annotation[], knowledge: KnowledgeBase): Times {
  const times = rest.filter((one): one is TimeAnnotation => one.kind === 'time');
  const mentions = setAgainst(
    times.map(({ mention }) => mention),
    rest,
  );
  const governments = rest
    .flatMap((one) => idsOf(one, 'administration'))
    .flatMap((id) => knowledge.administrations.get(id) ?? [])
    .map(({ from, to = null }): Period => ({ from, to }));
  const told = exactOf(mentions.filter((one) => one.relation === 'in')).flatMap(({ period }) => period ?? []);
  const units = [...told, ...(governments.length > 1 ? governments : [])];
  const bounds = mentions.flatMap((one) => (one.period !== null && one.relation !== 'in' ? [one.period] : []));
  const cuts = [...bounds, ...(governments.length === 1 ? governments : [])];
  const { period, otherPeriod } = compared(times, rest) ?? joined(units, rest);
  return {
    period: cuts.reduce(within, period),
    otherPeriod,
    opening: openingOf(mentions),
    impossible: mentions.flatMap(({ impossible }) => (impossible === null ? [] : [impossible])),
    notes: mentions.flatMap(({ assumption }) =>
      assumption === null ? [] : [{ kind: 'assumed' as const, text: assumption }],
    ),
    count: units.length + cuts.length,
  };
}

/** How many months a unit lasts. */
const MONTHS: Readonly<Partial<Record<TimeAnnotation['mention']['granularity'], number>>> = {
  month: 1,
  season: 3,
  quarter: 3,
  half: 6,
  year: 12,
  'fiscal-year': 12,
};

/** "Since July 2024": the last day of the unit that opens the period. */
function openingOf(mentions: readonly TimeAnnotation['mention'][]): string | undefined {
  const [since] = mentions.filter(({ relation }) => relation === 'since');
  const months = since && MONTHS[since.granularity];
  const from = since?.period?.from;
  return months && from ? Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 }).toString() : undefined;
}

/** "Around New Year 2022 … in January": the exact one of two times that share days is meant. */
function exactOf(mentions: readonly TimeAnnotation['mention'][]): readonly TimeAnnotation['mention'][] {
  const exact = mentions.flatMap(({ approximate, period }) => (approximate || period === null ? [] : [period]));
  return mentions.filter(
    ({ approximate, period }) => !approximate || !exact.some((one) => period !== null && overlaps(one, period)),
  );
}

/** 「2024年より2025年のほうが多い」: the year that another is set against comes last, and is no day to begin from. */
function setAgainst(mentions: readonly TimeAnnotation['mention'][], rest: readonly Annotation[]) {
  if (!rest.some((one) => isCue(one, 'cmp.than'))) return mentions;
  const isBase = ({ relation, granularity }: TimeAnnotation['mention']) =>
    relation === 'since' && granularity === 'year';
  const bases = mentions.filter(isBase).map((one) => {
    const { from = null } = one.period ?? {};
    return { ...one, relation: 'in' as const, period: { from, to: `${from?.slice(0, 4)}-12-31` } };
  });
  return [...mentions.filter((one) => !isBase(one)), ...bases];
}

/** A time within a bound; the bound, where they share no day. */
export function within(period: Period | null, bound: Period | undefined): Period | null {
  if (bound === undefined) return period;
  return period === null ? bound : (intersect(period, bound) ?? bound);
}

/** "The difference between the February and October 2025 summits": the two ends are compared, and not what lies between. */
function compared(
  times: readonly TimeAnnotation[],
  rest: readonly Annotation[],
): { period: Period; otherPeriod: Period } | undefined {
  const [only, ...more] = times;
  const { from, to } = only?.mention.period ?? {};
  const isSpan = only?.mention.granularity === 'span' && more.length === 0;
  if (!isSpan || !from || !to || !rest.some((one) => isCue(one, 'ask.compare'))) return undefined;
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (first.day !== 1 || last.day !== last.daysInMonth) return undefined;
  // "Between the 2021 and 2022 2+2": whole years.
  const areYears = first.month === 1 && last.month === 12 && first.year !== last.year;
  const head = areYears ? { month: 12, day: 31 } : { day: first.daysInMonth };
  const tail = areYears ? { month: 1, day: 1 } : { day: 1 };
  return {
    period: { from, to: first.with(head).toString() },
    otherPeriod: { from: last.with(tail).toString(), to },
  };
}

function joined(
  units: readonly Period[],
  rest: readonly Annotation[],
): { period: Period | null; otherPeriod: Period | null } {
  const [first, second] = units;
  if (units.length === 2 && first && second && isApart(first, second) && !isChoice(rest))
    return { period: first, otherPeriod: second };
  const period = units.reduce<Period | null>((sum, unit) => {
    if (sum === null) return unit;
    return (overlaps(sum, unit) ? intersect(sum, unit) : null) ?? hull(sum, unit);
  }, null);
  return { period, otherPeriod: null };
}

/** Two governments share the day on which one follows the other. */
const isApart = (one: Period, other: Period) =>
  !overlaps(one, other) || (one.to ?? '') === other.from || (other.to ?? '') === one.from;

/** "2023 or 2024": one stretch, unless the two are set against each other ("more summits in 2021 or 2024"). */
function isChoice(rest: readonly Annotation[]): boolean {
  if (rest.some((one) => isCue(one, 'more', 'cmp.more', 'cmp.less', 'by.year', 'opinion.degree'))) return false;
  return rest.some((one, at) => isCue(one, 'rel.or') && rest[at + 1]?.kind === 'time');
}

/** The year that a period lies in, for a bare month that follows; of some days around New Year the one that begins. */
export function yearOf(period: Period | null | undefined): number | undefined {
  const [from, to] = [period?.from, period?.to];
  if (!from || !to) return undefined;
  return from.slice(0, 4) === to.slice(0, 4) || shiftDays(from, 31) > to ? Number(to.slice(0, 4)) : undefined;
}

/** The day after, before … an event that lasted from `from` to `to`. */
export const besideEvent = (event: Closed, relation: Relation): Period => BESIDE[relation](event);

type Closed = { readonly from: string; readonly to: string };
const dayAfter = ({ to }: Closed) => shiftDays(to, 1);
const dayBefore = ({ from }: Closed) => shiftDays(from, -1);

/** How an event bounds a time. */
const BESIDE = {
  after: (event) => ({ from: dayAfter(event), to: null }),
  before: (event) => ({ from: null, to: dayBefore(event) }),
  'day-after': (event) => ({ from: dayAfter(event), to: dayAfter(event) }),
  'day-before': (event) => ({ from: dayBefore(event), to: dayBefore(event) }),
  // What people call the run-up to a meeting: about three months.
  'run-up': (event) => ({ from: shiftDays(event.from, -91), to: dayBefore(event) }),
  // "The days after" and "the weeks after" one.
  'days-after': (event) => ({ from: dayAfter(event), to: shiftDays(event.to, 10) }),
  'weeks-after': (event) => ({ from: dayAfter(event), to: shiftDays(event.to, 31) }),
  at: (event) => event,
  within: (event) => event,
} satisfies Readonly<Record<string, (event: Closed) => Period>>;
export type Relation = keyof typeof BESIDE;
export const Relations = Object.keys(BESIDE) as readonly Relation[];

/** "Within a week of" a day, 1週間以内: as many days from it on as they would be until today. */
export function withinOf({ mention: { period } }: TimeAnnotation, day: string): Period {
  const [from, to] = [period?.from ?? day, period?.to ?? day].map((each) => Temporal.PlainDate.from(each));
  return { from: day, to: shiftDays(day, from?.until(to ?? from).days ?? 0) };
}

/**
 * "After the Osprey crash in November 2023", 「2023年11月のオスプレイ事故のあと」: from that time on, where what happened then has no day on record.
 * `undefined` where the words tell no such thing.
 */
export function sinceIncident(rest: readonly Annotation[]): Period | undefined {
  const after = rest.findIndex((one) => isCue(one, 'rel.after'));
  const at = rest.findIndex((one) => one.kind === 'time' && one.mention.relation === 'in');
  const told = rest[at];
  if (after < 0 || told?.kind !== 'time' || told.mention.period === null) return undefined;
  const isJapanese = after > at;
  if (isOfMeeting(rest, after, at)) return undefined;
  const before = isJapanese ? rest.slice(at + 1, after) : rest.slice(after + 1, at);
  // "After the October 2022 missile launch" names it behind the time.
  const between = before.some((one) => one.kind !== 'cue') || isJapanese ? before : rest.slice(at + 1, at + 3);
  const names = between.filter((one) => one.kind === 'name' || one.kind === 'word');
  const isIncident = names.length > 0 && names.every((one) => one.kind === 'word' || isName(one, 'topic'));
  if (!isIncident || between.length > MOST_BETWEEN) return undefined;
  // Of a whole year it is not known when the event was: what came after may lie anywhere in it.
  const { from, to } = told.mention.period;
  return { from, to: told.mention.granularity === 'year' ? to : null };
}

/** 「クーデターの直後、2021年2月の電話では」: in Japanese the time behind is that of what is asked for. */
function isOfMeeting(rest: readonly Annotation[], mark: number, time: number): boolean {
  return mark < time && isJapaneseText(rest[mark]?.text ?? '');
}

/** An incident is told in a few words. */
const MOST_BETWEEN = 6;

/** A day beside 次 or "next": the meeting after or before that day. */
export function stepFromDay(
  rest: readonly Annotation[],
  period: Period | null,
  step: 'next' | 'previous' | undefined,
): Period | null {
  const day = rest.find(
    (one): one is TimeAnnotation => one.kind === 'time' && one.mention.relation === 'in' && one.mention.period !== null,
  );
  if (step === undefined || day === undefined || period?.from == null || period.to === null) return period;
  const mark = rest.findIndex((one) => isCue(one, 'order.next', 'order.previous'));
  if (isOfMeeting(rest, mark, rest.indexOf(day))) return period;
  return besideEvent({ from: period.from, to: period.to }, step === 'next' ? 'after' : 'before');
}

/** Units that people name without their year. */
const YEARLESS: ReadonlySet<string> = new Set(['day', 'month', 'part-of-month', 'season', 'quarter', 'half']);

/** The same text with every time that names no year read as of so many years before, said so; `undefined` where there is none. */
export function yearsEarlier(annotated: Annotated, years: number): Annotated | undefined {
  return isOfFuture(annotated) ? undefined : inOtherYear(annotated, -years, () => true);
}

/** "Are any talks scheduled for December": of what lies ahead, a month that is over is the one of the year to come. */
export function yearToCome(annotated: Annotated, today: string): Annotated | undefined {
  if (!isOfFuture(annotated)) return undefined;
  return inOtherYear(annotated, 1, ({ to }) => to !== null && to < today);
}

const isOfFuture = ({ all }: Annotated) => all.some((one) => isCue(one, 'future'));

/** With every time that names no year, and is to be moved, read as of so many years later. */
function inOtherYear(
  annotated: Annotated,
  years: number,
  isToMove: (period: Period) => boolean,
): Annotated | undefined {
  const isMoved = (one: Annotation): one is TimeAnnotation =>
    one.kind === 'time' &&
    YEARLESS.has(one.mention.granularity) &&
    one.mention.period?.from != null &&
    isToMove(one.mention.period) &&
    namesMonth(one.text);
  if (!annotated.all.some(isMoved)) return undefined;
  return { ...annotated, all: annotated.all.map((one) => (isMoved(one) ? moved(one, years) : one)) };
}

/** A day as the month that it lies in. */
export function inMonth(one: TimeAnnotation): TimeAnnotation {
  const day = one.mention.period?.from;
  if (!day) return one;
  const { daysInMonth } = Temporal.PlainDate.from(day);
  const period = { from: `${day.slice(0, 8)}01`, to: `${day.slice(0, 8)}${daysInMonth}` };
  const mention = { ...one.mention, granularity: 'month' as const };
  return one.mention.assumption ? asRead({ ...one, mention }, period) : { ...one, mention: { ...mention, period } };
}

function moved(one: TimeAnnotation, years: number): TimeAnnotation {
  const { from = null, to = null } = one.mention.period ?? {};
  const later = (day: string | null) => day && Temporal.PlainDate.from(day).add({ years }).toString();
  return asRead(one, { from: later(from), to: later(to) });
}

/** A time as it was taken, and said so. */
function asRead(one: TimeAnnotation, period: Period): TimeAnnotation {
  const assumption: Bilingual = {
    ja: `「${one.text}」は${formatPeriod(period, 'ja')}と読みました。`,
    en: `Read “${one.text}” as ${formatPeriod(period, 'en')}.`,
  };
  return { ...one, mention: { ...one.mention, period, assumption } };
}

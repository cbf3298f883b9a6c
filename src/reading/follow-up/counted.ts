import type { Consultation } from '../../knowledge/schema.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, isMonthAtMost, shiftDays } from '../../time/spans.ts';
import { type Annotated, type Annotation, hasCue, isCue, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { AsksOfWords, type Query } from '../query.ts';
import { scopeOf } from './scope.ts';
import type { Turn } from './turn.ts';

/** A time told by how far it lies from what was shown: all that came after or before, its own days, or so many days, weeks, months or years off. */
export type Counted = { readonly side: 'since' | 'before' } | Shift;
export type Shift = { readonly unit: Unit; readonly by: number; readonly isFigure: boolean };
type Unit = 'day' | 'week' | 'month' | 'half' | 'year';

/** 「その後」, "since then", "… since?": what stands in a turn for the time after the meeting shown. */
export function sinceIn({ all, language }: Annotated): Annotation | undefined {
  const last = all.findLast((one) => !isCue(one, 'mark.question'));
  const isLast = language === 'en' && isCue(last, 'rel.after');
  return all.find((one) => isCue(one, 'shift.since')) ?? (isLast ? last : undefined);
}

/** 「それ以前」, "before then". */
export const beforeIn = ({ all }: Annotated) => all.find((one) => isCue(one, 'shift.before'));

/** Whether a turn asks of the time after or before what was shown; a time of its own before the pointer is what that points to. */
export function asksBeside(annotated: Annotated): boolean {
  const { all } = annotated;
  const pointer = sinceIn(annotated) ?? beforeIn(annotated);
  return pointer !== undefined && !all.slice(0, all.indexOf(pointer)).some(({ kind }) => kind === 'time');
}

/** "The year after", 前月, 「その3か月後」, "since then", the day after; 「そのとき総理には」 is of the day itself. `undefined` where the turn counts no time. */
export function countedIn(annotated: Annotated): Counted | undefined {
  const { all } = annotated;
  if (asksBeside(annotated)) return { side: sinceIn(annotated) === undefined ? 'before' : 'since' };
  const shift = all.map((_, at) => shiftAt(all, at)).find((one) => one !== undefined);
  if (shift !== undefined) return shift;
  const by = hasCue(annotated, 'rel.dayafter') ? 1 : hasCue(annotated, 'rel.daybefore') ? -1 : 0;
  return by === 0 ? undefined : { unit: 'day', by, isFigure: false };
}

/** The distance that a cue (`shift.+year`) tells, with the figure before it. "In the days after the summit" needs one. */
export function shiftAt(all: readonly Annotation[], at: number): Shift | undefined {
  if (isCue(all[at], 'shift.since', 'shift.before')) return undefined;
  const [, sign, unit] = idIn(all[at]) ?? [];
  const figure = all[at - 1]?.kind === 'number' ? all[at - 1] : undefined;
  if (sign === undefined || (figure === undefined && isCue(all[at], 'rel.after', 'rel.before'))) return undefined;
  const times = figure?.kind === 'number' ? figure.value : 1;
  const isFigure = figure !== undefined || unit === 'half';
  return { unit: unit as Unit, by: times * (sign === '+' ? 1 : sign === '-' ? -1 : 0), isFigure };
}

/** `shift.+year` by its sign and unit. */
function idIn(one: Annotation | undefined): readonly [id: string, sign: string, unit: string] | undefined {
  const id = one?.kind === 'cue' ? one.ids.find((each) => each.startsWith('shift.')) : undefined;
  return id === undefined ? undefined : [id, id.charAt(6), id.slice(7)];
}

/** 「そのとき」, 「当時の大使は？」, "who was ambassador then?": the day of the meeting shown. */
export function pointsToThatDay({ all, language }: Annotated): boolean {
  const end = all.filter((one) => !isCue(one, 'mark.question')).at(language === 'en' ? -1 : 0);
  // "Have they met since then?" is of the time after.
  const isOfOther = all.some((one) => isCue(one, 'order.next', 'order.previous'));
  return (end !== undefined && isThen(end) && !isOfOther) || all.some((one) => isCue(one, 'deixis.time'));
}
const isThen = listed('then');

/** 「そのとき総理には会った？」: on the day of the meeting shown, with somebody or something that the turn names. */
export function isOfThatDay(annotated: Annotated): boolean {
  return pointsToThatDay(annotated) && annotated.all.some((one) => isName(one, ...ANYTHING));
}
const ANYTHING = [
  'person',
  'office',
  'level',
  'framework',
  'members',
  'topic',
  'country',
  'document',
  'place',
] as const;

/** Whether it is counted from the meeting shown; the year or month after is that after the time asked about. */
export function isFromMeeting(counted: Counted | undefined): boolean {
  if (counted === undefined || 'side' in counted) return counted !== undefined;
  return counted.isFigure || counted.unit === 'day' || counted.unit === 'week';
}

/** The time counted from what was shown; `undefined` where there is nothing to count from. */
export function periodCounted(turn: Turn, counted = countedIn(turn.annotated)): Period | undefined {
  if (counted === undefined) return undefined;
  const shown = shownIn(turn.previous, turn.lexicon.knowledge.consultations).map(consultationSpan);
  const [first, last] = [shown[0], shown.at(-1)];
  if ('side' in counted) {
    if (first === undefined || last === undefined) return undefined;
    return counted.side === 'before'
      ? { from: null, to: shiftDays(first.from, -1) }
      : { from: shiftDays(last.to, 1), to: null };
  }
  const day = counted.by < 0 ? first : last;
  const { period } = scopeOf(turn.previous);
  // The month after a year is that after the meeting.
  const isLong = counted.unit === 'month' && !isMonthAtMost(period);
  const base = isFromMeeting(counted) || isLong ? (day ?? period) : (period ?? day);
  return base?.from == null || base.to === null ? undefined : movedBy(counted, { from: base.from, to: base.to });
}

type Closed = ReturnType<typeof consultationSpan>;

/** Days are told to the day, weeks to some days, months and years as a whole, half a year to a month. */
export function movedBy({ unit, by }: Shift, base: Closed): Closed {
  const [first, last] = [base.from, base.to].map((day) => Temporal.PlainDate.from(day)) as [Plain, Plain];
  const days = unit === 'day' ? by : unit === 'week' ? 7 * by : undefined;
  if (days !== undefined) {
    const room = unit === 'week' ? ROOM_OF_WEEKS : 0;
    const from = days < 0 || days === 0 ? first : last;
    const to = days < 0 ? first : last;
    return { from: from.add({ days: days - room }).toString(), to: to.add({ days: days + room }).toString() };
  }
  // 「翌年の首脳会談」 after one of April is of the whole year.
  const isOfYears = unit === 'year' && first.year === last.year;
  if (isOfYears || by === 0) return { from: `${first.year + by}-01-01`, to: `${last.year + by}-12-31` };
  const months = unit === 'year' ? 12 * by : unit === 'half' ? 6 * by : by;
  const room = unit === 'half' || months === 6 ? 1 : 0;
  const to = last.add({ months: months + room });
  return {
    from: first
      .add({ months: months - room })
      .with({ day: 1 })
      .toString(),
    to: to.with({ day: to.daysInMonth }).toString(),
  };
}
type Plain = Temporal.PlainDate;
const ROOM_OF_WEEKS = 3;

/** What was shown, in order of time: of what was said the meeting that led, of a paper the one that issued it, else all of them. */
export function shownIn({ ask, answered = [] }: Query, all: readonly Consultation[]): readonly Consultation[] {
  const ids = AsksOfWords.has(ask) || ask === 'rank' || ask === 'define' ? answered.slice(0, 1) : answered;
  const shown = all.filter(({ id }) => ids.includes(id));
  return ask === 'documents' ? shown.slice(0, 1) : shown;
}

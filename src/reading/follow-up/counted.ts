import type { Consultation } from '../../knowledge/schema.ts';
import { only } from '../../lists.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, isMonthAtMost, shiftDays } from '../../time/spans.ts';
import { type Annotated, type Annotation, hasCue, isCue, isName } from '../annotation.ts';
import { movedBy, type Shift, shiftAt } from '../distances.ts';
import { listed } from '../patterns.ts';
import { AsksOfWords, type Query } from '../query.ts';
import type { Turn } from './turn.ts';

/** A time told by how far it lies from what was shown: all that came after or before, its own days, or so many days, weeks, months or years off. */
export type Counted = { readonly side: 'since' | 'before' } | Shift;

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

/** "Has it been done?": whether what was just told of came about since. */
export function asksOutcome({ all }: Annotated): boolean {
  const isAlone = all.every((one) => one.kind === 'cue' || isName(one, 'country'));
  // 「実施が最初に決まったのは」 asks when it was decided.
  const isDecided = all.some((one) => isCue(one, 'act.*', 'order.first', 'order.latest'));
  return isAlone && !isDecided && all.some((one) => isCue(one, 'claim.completed'));
}

/** "The year after", 前月, 「その3か月後」, "since then", the day after; 「そのとき総理には」 is of the day itself. `undefined` where the turn counts no time. */
export function countedIn(annotated: Annotated): Counted | undefined {
  const { all } = annotated;
  if (asksBeside(annotated)) return { side: beforeIn(annotated) === undefined ? 'since' : 'before' };
  if (asksOutcome(annotated)) return { side: 'since' };
  const shifts = all.map((_, at) => shiftAt(all, at)).filter((one) => one !== undefined);
  // 「翌年の同じ月は？」
  const years = hasCue(annotated, 'shift.=month') ? shifts.find(({ unit }) => unit === 'year') : undefined;
  if (years !== undefined) return { ...years, unit: 'month', by: 12 * years.by };
  if (shifts[0] !== undefined) return shifts[0];
  const by = hasCue(annotated, 'rel.dayafter') ? 1 : hasCue(annotated, 'rel.daybefore') ? -1 : 0;
  return by === 0 ? undefined : { unit: 'day', by, isFigure: false };
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
  return pointsToThatDay(annotated) && annotated.all.some(isOfMeetings);
}
const isOfMeetings = listed('of-meetings');

/** Whether it is counted from the meeting shown; the year or month after is that after the time asked about. */
export function isFromMeeting(counted: Counted | undefined): boolean {
  if (counted === undefined || 'side' in counted) return counted !== undefined;
  return counted.isFigure || counted.unit === 'day' || counted.unit === 'week';
}

/** The time counted from what was shown; `undefined` where there is nothing to count from. */
export function periodCounted(turn: Turn, counted = turn.counted): Period | undefined {
  if (counted === undefined) return undefined;
  const shown = daysShown(turn);
  const [first, last] = [shown[0], shown.at(-1)];
  if ('side' in counted) {
    if (first === undefined || last === undefined) return undefined;
    return counted.side === 'before'
      ? { from: null, to: shiftDays(first.from, -1) }
      : { from: shiftDays(last.to, 1), to: null };
  }
  const day = counted.by < 0 ? first : last;
  const { period } = turn.scope;
  // The month after a year is that after the meeting.
  const isLong = counted.unit === 'month' && !isMonthAtMost(period);
  const base = isFromMeeting(counted) || isLong ? (day ?? period) : (period ?? day);
  return base?.from == null || base.to === null ? undefined : movedBy(counted, { from: base.from, to: base.to });
}

/** When what was shown was held; of who held a post on a day that day, whatever meetings tell of it. */
export function daysShown({ previous, lexicon }: Turn): readonly { readonly from: string; readonly to: string }[] {
  const { from, to } = previous.period ?? {};
  if (previous.ask === 'holder' && from != null && to != null) return [{ from, to }];
  return shownIn(previous, lexicon.knowledge.consultations).map(consultationSpan);
}

/** The one meeting shown; `undefined` where there were several or none. */
export function oneShown({ answered = [] }: Query, all: readonly Consultation[]): Consultation | undefined {
  return all.find(({ id }) => id === only(answered));
}

/** What was shown, in order of time: of what was said the meeting that led, of a paper the one that issued it, else all of them. */
export function shownIn({ ask, answered = [] }: Query, all: readonly Consultation[]): readonly Consultation[] {
  const ids = AsksOfWords.has(ask) || ask === 'rank' || ask === 'define' ? answered.slice(0, 1) : answered;
  const shown = all.filter(({ id }) => ids.includes(id));
  return ask === 'documents' ? shown.slice(0, 1) : shown;
}

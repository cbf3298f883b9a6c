import { shiftDays } from '../../time/spans.ts';
import type { TimeMention } from '../../time/time-mention.ts';

/** What happens outside the talks and is then talked about. */
const EVENT_JA = '事故|事件|発射|墜落|攻撃|爆発|侵攻|地震|逮捕|起訴|実験|演習|災害';
const EVENT_EN =
  '(?:crash(?:es)?|launch(?:es)?|missiles?|attacks?|strikes?|earthquakes?|incidents?|accidents?|invasion|tests?|arrests?|indictments?|assaults?|exercises?|drills?)\\b';
const DATED_JA = new RegExp(`^の?[^、。？?]{0,14}(?:${EVENT_JA})(?:の)?(?:後|あと|以後|以降|以来)`, 'u');
const DATED_EN = new RegExp(`^(?:['’]s)? (?:[\\w-]+ ){0,3}?${EVENT_EN}`, 'i');
const AFTER_EN = /\b(?:after|since|following)(?: the)?\s*$/i;
const EVENT_BEFORE_EN = new RegExp(
  `\\b(?:after|since|following) (?:the )?(?:[\\w-]+ ){0,3}?${EVENT_EN}(?: (?:off|near|over|at|by|from) (?:the )?[\\w-]+){0,2} (?:in|of|on)(?: the)?\\s*$`,
  'i',
);

/** Whether a time is that of an event after which something was said: 「2023年11月の墜落事故のあと」, "after the October 2022 missile launch". */
export function followsEvent(text: string, { start, end, relation }: TimeMention): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const isAfter = relation === 'after' || relation === 'since' || AFTER_EN.test(before);
  return DATED_JA.test(after) || (isAfter && DATED_EN.test(after)) || EVENT_BEFORE_EN.test(before);
}

/** From the time of such an event on, its own days included: the talk may have been in the same month. Other times are as they were. */
export function sinceEvent(text: string, mention: TimeMention): TimeMention {
  const { period, relation } = mention;
  const from = period?.from;
  if (!from || !isShort(mention) || (relation !== 'in' && relation !== 'after') || !followsEvent(text, mention))
    return mention;
  const since = { from: relation === 'in' ? from : firstDay(mention, from), to: null };
  return { ...mention, relation: 'since', period: since };
}

/** Of a whole year what is meant is the year: 「2022年の発射後の会談」. */
const isShort = ({ granularity }: TimeMention): boolean => SHORT.has(granularity);
const SHORT: ReadonlySet<TimeMention['granularity']> = new Set(['day', 'week', 'part-of-month', 'month']);

/** The first day of the unit that `after` left out; `from` is the day after its last. */
function firstDay({ granularity }: TimeMention, from: string): string {
  const last = shiftDays(from, -1);
  return granularity === 'month' ? `${last.slice(0, 8)}01` : last;
}

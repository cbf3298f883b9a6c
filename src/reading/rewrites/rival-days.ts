import { tellsMonth } from '../../time/shape.ts';
import { type Annotation, isCue, type TimeAnnotation } from '../annotation.ts';
import { inMonth } from '../times.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

/**
 * "On the 8th or the 9th of January 2022", 「15日と16日のどちら」: which day it was is asked, and neither is given; what stays is the month, where one is
 * named.
 */
export const withRivalDays: Rewrite = (all, { text }) => {
  const pairs = all.flatMap((_, at) => rivalsAt(all, at) ?? []);
  const [pair, ...more] = pairs;
  if (pair === undefined || more.length > 0 || all.some(isSought)) return all;
  const { second, end } = pair;
  // "The 27th, 28th or 29th".
  const before = all.slice(0, pair.first).findLastIndex((one) => !isDay(one) && !isOrdinal(one));
  const first = before + 1;
  const months = [all[first], all[second]].filter((one) => isDay(one)).filter((one) => tellsMonth(one.text));
  // Days of two months are looked for themselves.
  if (new Set(months.map(({ mention }) => mention.period?.from?.slice(0, 'YYYY-MM'.length))).size > 1) return all;
  const month = months.find(({ mention }) => mention.assumption === null) ?? months[0];
  return withRuns(all, text, (at) => {
    const last = all[at === first ? second - 1 : end];
    if (last === undefined || (at !== first && at !== second)) return undefined;
    if (at === first) return { last, made: (place) => ({ ...place, kind: 'cue', ids: ['ask.when'] }) };
    return { last, ...(month && { made: (place) => inMonth({ ...month, ...place, text: month.text }) }) };
  });
};

const isDay = (one: Annotation | undefined): one is TimeAnnotation =>
  one?.kind === 'time' && one.mention.granularity === 'day' && one.mention.relation === 'in';
const isOrdinal = (one: Annotation | undefined) => one?.kind === 'number' && one.unit === 'ordinal';
const isBetween = (one: Annotation | undefined) =>
  isCue(one, 'rel.or', 'rel.with', 'rel.on', 'rel.in', 'prep.article', 'noise', 'continue', 'ask.yesno', 'aux');
/** "Were there meetings on the 6th or 7th": what was on these days is looked for. */
const isSought = (one: Annotation) =>
  isCue(one, 'ask.list', 'ask.count', 'ask.howmany') || (isCue(one, 'ask.yesno') && isCue(one, 'meet.attend'));
const isOver = (one: Annotation | undefined) => one === undefined || isCue(one, 'mark.question');

/** The day that begins at a place, by where it ends; "the 6th" and 7日 are days beside another. */
function dayEnd(all: readonly Annotation[], at: number): number | undefined {
  const one = all[at];
  if (isDay(one) || isOrdinal(one)) return at;
  return one?.kind === 'number' && isCue(all[at + 1], 'noun.day') ? at + 1 : undefined;
}

/** Two days set against each other from a place on, the second with its end. */
function rivalsAt(all: readonly Annotation[], first: number) {
  const firstEnd = dayEnd(all, first);
  if (firstEnd === undefined) return undefined;
  let second = firstEnd + 1;
  while (isBetween(all[second])) second += 1;
  const end = second > firstEnd + 1 ? dayEnd(all, second) : undefined;
  if (end === undefined) return undefined;
  // Two ordinals alone may be rounds: the 14th or the 15th DTT.
  if (![first, second].some((at) => isDay(all[at])) && !isOver(all[end + 1])) return undefined;
  // 7月28日か29日に開かれた2+2.
  if (isCue(all[end + 1], 'rel.to')) return undefined;
  const joins = all.slice(firstEnd + 1, second);
  const after = all.slice(end + 1).find((one) => !isCue(one, 'noise', 'rel.of'));
  const isChoice = joins.some((one) => isCue(one, 'rel.or', 'ask.yesno')) || isCue(after, 'ask.when', 'ask.which');
  return isChoice ? { first, second, end } : undefined;
}

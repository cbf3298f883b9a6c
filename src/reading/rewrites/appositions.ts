import { range } from '../../lists.ts';
import { type Annotation, isCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * "October 4, 2022, the day North Korea fired a missile over Japan", ミサイルが上空を越えた10月4日: what happened on a day narrows none of what was held
 * then, and is left out.
 */
export const withoutAppositions: Rewrite = (all) => {
  const isDay = (one: Annotation) =>
    one.kind === 'time' && one.mention.relation === 'in' && one.mention.granularity === 'day';
  const left = new Set(
    all.some(listed('asks-meetings')) ? all.flatMap((one, at) => (isDay(one) ? clauseBeside(all, at) : [])) : [],
  );
  return all.filter((_, at) => !left.has(at));
};

/** The clause on what happened that day, after the time or before it: no other part of the question stands in it. */
function clauseBeside(all: readonly Annotation[], at: number): readonly number[] {
  const isOther = listed('not-of-day');
  const next = all.findIndex((one, place) => place > at && isOther(one));
  const end = next < 0 ? all.length : next;
  const start = all.findLastIndex((one, place) => place < at && isOther(one)) + 1;
  const isDay = (one: Annotation) => isCue(one, 'noun.day');
  const after = all.findIndex((one, place) => place > at && place < end && isDay(one));
  const before = all.findIndex((one, place) => place >= start && place < at && isDay(one));
  // "…, the day X fired", "on the day X fired, …"; 、Xが越えた日に, Xが越えた….
  if (after >= 0 && isPast(all[after - 1])) return range(at + 1, after + 1);
  if (after >= 0 && range(at + 1, after).every((place) => isCue(all[place], 'prep.article'))) return range(at + 1, end);
  if (before >= 0 && !isPast(all[before - 1])) return range(before, at);
  const isTold = isPast(all[at - 1]) && !all.slice(start, at).some(listed('deed'));
  return isTold ? range(start, at) : [];
}

const isPast = (one: Annotation | undefined) => one?.text.endsWith('た') === true;

import { type Annotation, isCue, isName } from './annotation.ts';
import { listed } from './patterns.ts';

/**
 * "October 4, 2022, the day North Korea fired a missile over Japan", ミサイルが上空を越えた10月4日, "pandemic-hit 2021": what else is said of a time
 * that stands there narrows none of what was held then, and is left out.
 */
export function withoutAppositions(all: readonly Annotation[]): readonly Annotation[] {
  const ofMeetings = all.some(listed('asks-meetings'));
  const left = new Set(
    all.flatMap((one, at) => {
      if (one.kind !== 'time' || one.mention.relation !== 'in') return [];
      const isDay = ofMeetings && one.mention.granularity === 'day';
      return [...mannerBefore(all, at), ...(isDay ? clauseBeside(all, at) : [])];
    }),
  );
  return left.size === 0 ? all : all.filter((_, at) => !left.has(at));
}

/** コロナ禍の2021年. */
function mannerBefore(all: readonly Annotation[], at: number): readonly number[] {
  const manner = isCue(all[at - 1], 'rel.of') ? at - 2 : at - 1;
  const isManner = listed('time-manner')(all[manner]) && isName(all[manner - 1], 'topic');
  return isManner ? places(manner - 1, at) : [];
}

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
  if (after >= 0 && isPast(all[after - 1])) return places(at + 1, after + 1);
  if (after >= 0 && places(at + 1, after).every((place) => isCue(all[place], 'prep.article')))
    return places(at + 1, end);
  if (before >= 0 && !isPast(all[before - 1])) return places(before, at);
  const isTold = isPast(all[at - 1]) && !all.slice(start, at).some(listed('deed'));
  return isTold ? places(start, at) : [];
}

const isPast = (one: Annotation | undefined) => one?.text.endsWith('た') === true;

const places = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, of) => from + of);

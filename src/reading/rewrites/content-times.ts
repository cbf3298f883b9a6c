import { type Annotation, asWord, isCue, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Rewrite } from './rewrite.ts';

const joins = listed('joins-times');
const speaks = listed('tells-what');

/**
 * 「2024年5月の会談で2027年に何をすると決めた」, "what did they decide on 2027 at the May 2024 talks": a time after that of the one meeting that is
 * named belongs to what was decided there, and is looked for in the words of the record.
 */
export const withContentTimes: Rewrite = (all) => {
  const places = all.flatMap((one, at) => (one.kind === 'time' && one.mention.relation === 'in' ? [at] : []));
  const [first, second, ...more] = places;
  if (first === undefined || second === undefined || more.length > 0 || !all.some(speaks)) return all;
  const isOfMeeting = (at: number) => isTable(all[at + 1]) || (isCue(all[at + 1], 'rel.of') && isTable(all[at + 2]));
  const [meeting, content] = isOfMeeting(first) ? [first, second] : [second, first];
  const isJoined = [meeting, content].some((at) => joins(all[at - 1]) || joins(all[at + 1]));
  if (!isOfMeeting(meeting) || isOfMeeting(content) || isJoined || !isLater(all[content], all[meeting])) return all;
  return all.map((one, at) => (at === content ? asWord(one) : one));
};

const isTable = (one: Annotation | undefined) =>
  isName(one, 'framework', 'members', 'level', 'format') || isCue(one, 'meet.meet');

function isLater(one: Annotation | undefined, other: Annotation | undefined): boolean {
  const [from, to] = [periodOf(one)?.from, periodOf(other)?.to];
  return from != null && to != null && from > to;
}

const periodOf = (one: Annotation | undefined) => (one?.kind === 'time' ? one.mention.period : undefined);

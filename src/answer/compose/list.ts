import { endsOf, inTime } from '../../knowledge/in-time.ts';
import { idsIn, partsOf } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { answered, type Draft, type Line } from '../draft.ts';
import { asking, type Given, isWordDropped } from '../given.ts';
import type { Told } from '../told.ts';
import {
  attendedLines,
  type Composer,
  closestDraft,
  heldLine,
  itemLine,
  itemLines,
  spanOf,
  statementLine,
  statementLines,
  summaryLine,
} from './lines.ts';
import { bestOf, isTopical, pointsOf, saidOn } from './points.ts';

/** Statements shown of one meeting that was asked for as such; of what comes closest one more opens. */
const mostStatements = 4;
/** Others of the same day shown beside a first or latest. */
const mostSameDay = 3;

/** Which meetings. Opens with how many and their span, one line each by date; a single one is told in full. */
export const composeList: Composer = (given) => {
  const { query, found, say, scope } = given;
  const [main, ...others] = found.chosen;
  if (main === undefined) return undefined;
  if (query.parts !== undefined) return ofParts(given);
  const near = nearOnly(given);
  if (near !== undefined) return near;
  if (others.length === 0) return ofOne(main, given);
  const { order } = query;
  const fitting = inTime(found.chosen, query.sort ?? (order?.side === 'latest' ? 'newest' : 'oldest'));
  const text =
    order === undefined || order.side === 'both'
      ? say.counted(scope, fitting.length, spanOf(fitting, given), [])
      : say.several(order.side, scope, fitting.length);
  return answered(summaryLine(text, endsOf(fitting)), meetingLines(fitting, given));
};

/** "When was the withdrawal decided", where nothing tells of a withdrawal: what comes closest, and no day or count of it. */
export function nearOnly(given: Given): Draft | undefined {
  const { query, found } = given;
  if (!idsIn(query, 'act').includes('agreed') || !isTopical(query)) return undefined;
  const points = bestOf(found.chosen);
  // Asked when, a note tells of what was dropped.
  const isDropped = query.ask === 'list' && isWordDropped(given);
  const isWhole = points.some(({ lacks }) => lacks.every(({ subject }) => !subject));
  return isWhole && !isDropped ? undefined : closestDraft(points.slice(0, mostStatements + 1), given);
}

/** One line a meeting; where a subject was asked about, with what was said on it. */
export function meetingLines(findings: readonly Finding[], given: Given): readonly Line[] {
  const form = given.query.also.includes('who') ? 'full' : 'item';
  return findings.map((each) => {
    const point = saidOn(each, given.query);
    return point === undefined ? itemLine(each, given, form) : statementLine(point, given);
  });
}

/** When and where it was, who was there, and what was said; of several on one day the record does not tell which came first. */
function ofOne(main: Finding, given: Given): Draft {
  const { query, found } = given;
  const { consultation } = main;
  const isEnd = query.order !== undefined && query.order.side !== 'both';
  const onTheDay = found.findings.filter((each) => each !== main && each.consultation.date === consultation.date);
  const sameDay = isEnd ? onTheDay.slice(0, mostSameDay) : [];
  const points = isTopical(query) ? bestOf([main]) : pointsOf([main]);
  // "At which summit did he promise to send the SDF": the one meeting on the subject is none at which that was done.
  const isUnsaid = isWordDropped(given) || found.dropped.some(({ role }) => role === 'verb');
  const near = isTopical(query) && isUnsaid && !isEnd ? points.slice(0, mostStatements + 1) : [];
  const told = closestDraft(near, given);
  if (told !== undefined) return told;
  // Which round it was stands in what brackets add to its title.
  const inWords = (told: Told) => (query.measure === 'nth' ? { ...told, name: told.title } : told);
  return answered(heldLine(consultation, given, inWords), [
    ...(query.also.includes('who') ? [] : attendedLines(consultation, given)),
    ...statementLines(query.also.includes('what') ? [] : points.slice(0, mostStatements), given),
    ...itemLines(sameDay, given),
  ]);
}

/** Things asked apart ("defense ministerials in 2023 and summits in 2024"): how many of each, then each one's meetings. */
export function ofParts(given: Given): Draft {
  const { query, say } = given;
  const all = partsOf(query).map((part) => asking(given, part));
  const findings = all.flatMap(({ found }) => inTime(found.chosen, query.sort ?? 'oldest'));
  const ends = all.flatMap(({ found }) => endsOf(found.chosen));
  const text = say.countedApart(all.map(({ scope, found }) => ({ scope, count: found.chosen.length })));
  return answered(summaryLine(text, ends), meetingLines(findings, given));
}

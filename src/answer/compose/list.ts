import { answered, type Draft, type Line } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import {
  attendedLine,
  type Composer,
  endsOf,
  idsOf,
  inTime,
  itemLine,
  meetingLine,
  spanOf,
  statementLine,
  summaryLine,
  toldOf,
} from './lines.ts';
import { bestFirst, isTopical, pointsOf, saidOn } from './points.ts';

/** Statements shown of one meeting that was asked for as such. */
const mostStatements = 4;
/** Others of the same day shown beside a first or latest. */
const mostSameDay = 3;

/** Which meetings. Opens with how many and their span, one line each by date; a single one is told in full. */
export const composeList: Composer = (given) => {
  const { query, found, say, scope } = given;
  const [main, ...others] = found.chosen;
  if (main === undefined) return undefined;
  if (query.parts !== undefined) return ofParts(query.parts, given);
  if (others.length === 0) return ofOne(given);
  const fitting = inTime(found.chosen, query.sort ?? (query.order?.side === 'latest' ? 'newest' : 'oldest'));
  const [from, to] = spanOf(fitting, given);
  const { order } = query;
  const text =
    order === undefined || order.side === 'both'
      ? say.counted(scope, fitting.length, [from, to], [])
      : say.several(order.side, scope, fitting.length);
  return answered(summaryLine(text, endsOf(fitting)), itemLines(fitting, given), { consultations: idsOf(fitting) });
};

/** One line a meeting; where a subject was asked about, with what was said on it. */
export function itemLines(findings: Given['found']['chosen'], given: Given): readonly Line[] {
  const form = given.query.also.includes('who') ? 'full' : 'item';
  return findings.map((each) => {
    const point = saidOn(each, given);
    return point === undefined ? itemLine(each.consultation, given, form) : statementLine(point, given);
  });
}

/** When and where it was, who was there, and what was said; of several on one day the record does not tell which came first. */
function ofOne(given: Given): Draft | undefined {
  const { query, found, say, scope } = given;
  const [main] = found.chosen;
  if (main === undefined) return undefined;
  const { consultation } = main;
  const told = toldOf(given, consultation);
  const { order } = query;
  const end = order === undefined || order.side === 'both' ? undefined : order.side;
  const text = end === undefined ? say.heldOn(told) : say.extreme(end, told, scope, (order?.skip ?? 0) + 1);
  const points = isTopical(query) ? bestFirst(pointsOf([main]), given) : pointsOf([main]);
  const sameDay =
    end === undefined
      ? []
      : found.findings.filter((each) => each !== main && each.consultation.date === consultation.date);
  return answered(
    meetingLine(text, consultation),
    [
      ...(told.attendees.length > 0 && !query.also.includes('who') ? [attendedLine(consultation, given)] : []),
      ...(query.also.includes('what') ? [] : points).slice(0, mostStatements).map((each) => statementLine(each, given)),
      ...sameDay.slice(0, mostSameDay).map((each) => itemLine(each.consultation, given)),
    ],
    { consultations: [consultation.id, ...idsOf(sameDay.slice(0, mostSameDay))] },
  );
}

/** Things asked apart ("defense ministerials in 2023 and summits in 2024"): how many of each, then each one's meetings. */
export function ofParts(parts: NonNullable<Given['query']['parts']>, given: Given): Draft {
  const { query, say } = given;
  const all = parts.map(({ constraints, period }) => {
    const rest = query.constraints.filter(({ role }) => !constraints.some((each) => each.role === role));
    const part = { ...query, constraints: [...rest, ...constraints], period: period ?? query.period };
    return asking(given, { ...part, parts: undefined, otherPeriod: null });
  });
  const findings = all.flatMap(({ found }) => inTime(found.chosen, query.sort ?? 'oldest'));
  return answered(
    summaryLine(
      say.countedApart(all.map(({ scope, found }) => ({ scope, count: found.chosen.length }))),
      all.flatMap(({ found }) => endsOf(found.chosen)),
    ),
    itemLines(findings, given),
    { consultations: idsOf(findings) },
  );
}

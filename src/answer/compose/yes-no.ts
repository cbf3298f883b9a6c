import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { composeLength } from './duration.ts';
import {
  type Composer,
  coverageIn,
  endsOf,
  idsOf,
  itemLine,
  leadLine,
  meetingLine,
  newestFirst,
  statementLine,
  summaryLine,
  toldOf,
} from './lines.ts';
import { itemLines } from './list.ts';
import { bestFirst, isOfStatement, isTopical, pointsOf, spread } from './points.ts';
import { reaches } from './reaches.ts';

/**
 * Whether it was so. Opens with Yes and the statement or meeting that shows it; No only for a number that the record does not reach. Where a
 * part of what was asked had to be given up, what is nearest is shown without a yes.
 */
export const composeYesNo: Composer = (given) => {
  const { query, found } = given;
  if (query.threshold !== undefined && query.measure === 'duration') return composeLength(given);
  if (query.threshold !== undefined && found.chosen.length > 0) return ofNumber(given);
  if (query.nths !== undefined && found.chosen.length === 0 && found.findings.length > 0) return notSoMany(given);
  if (found.chosen.length === 0) return undefined;
  const isDone = query.constraints.some((each) => (each.role === 'act' || each.role === 'verb') && !each.negated);
  // "Did they sign anything in October": an act with no subject is asked of statements too.
  return isTopical(query) || isDone ? ofSubject(given) : ofMeetings(given);
};

/** The statement that holds the most of what was asked, and the others. */
function ofSubject(given: Given): Draft | undefined {
  const { found, say } = given;
  const [lead, ...rest] = bestFirst(pointsOf(found.chosen), given);
  if (lead === undefined) return undefined;
  const line = leadLine(lead, given);
  const isWhole = !found.dropped.some(isOfStatement);
  return answered(
    { ...line, text: isWhole ? say.yes(line.text) : say.closest(line.text) },
    spread([lead, ...rest])
      .slice(1)
      .map((each) => statementLine(each, given)),
    { consultations: idsOf([lead, ...rest]) },
  );
}

/** Whether they met: the meeting with who was there, or how many there were. */
function ofMeetings(given: Given): Draft | undefined {
  const { found, say, scope, query } = given;
  const [latest, ...others] = newestFirst(found.chosen);
  if (latest === undefined) return undefined;
  const told = toldOf(given, latest.consultation);
  const names = query.constraints.some(({ role }) => role === 'person' || role === 'post' || role === 'member');
  const one = names && told.attendees.length > 0 ? say.attended(told) : say.heldOn(told);
  return answered(
    others.length === 0
      ? meetingLine(say.yes(one), latest.consultation)
      : summaryLine(say.yes(say.severalHeld(scope, others.length + 1, told)), [latest.consultation]),
    others.length === 0 ? [] : newestFirst(found.chosen).map((each) => itemLine(each.consultation, given)),
    { consultations: idsOf([latest, ...others]) },
  );
}

/** "More than five times?" */
function ofNumber(given: Given): Draft | undefined {
  const { found, say, scope, query } = given;
  const { threshold } = query;
  if (threshold === undefined) return undefined;
  const count = found.chosen.length;
  const fitting = newestFirst(found.chosen);
  return answered(
    summaryLine(say.reached(scope, count, threshold, reaches(count, threshold)), endsOf(fitting)),
    itemLines(fitting, given),
    { consultations: idsOf(fitting), notes: [say.countNote(coverageIn(given))] },
  );
}

/** Asked for the fourth of three. */
function notSoMany(given: Given): Draft | undefined {
  const { found, say, scope } = given;
  const fitting = newestFirst(found.findings);
  const [latest] = fitting;
  if (latest === undefined) return undefined;
  return answered(
    summaryLine(say.no(say.notSoMany(scope, fitting.length, toldOf(given, latest.consultation))), [
      latest.consultation,
    ]),
    fitting.map((each) => itemLine(each.consultation, given)),
    { consultations: idsOf(fitting) },
  );
}

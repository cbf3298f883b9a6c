import { newestFirst } from '../knowledge/in-time.ts';
import { demandsIn, type Query } from '../reading/query.ts';
import { attendedLine, itemLines, statementLines } from './compose/lines.ts';
import { bestOf, isTopical } from './compose/points.ts';
import { holds } from './compose/terms.ts';
import { answered, type Draft, opened } from './draft.ts';
import { asking, type Given, without } from './given.ts';

/** Statements on what somebody else is held to have said or done there. */
const mostStatements = 3;

/**
 * "Was Blinken at the meeting in Gyeongju", where somebody else sat as Secretary of State: it was not he. Of whoever never held a post that
 * sat there nothing is denied, for not everybody in the room is on record.
 */
export function byAnother(given: Given): Draft | undefined {
  const { query, knowledge, say } = given;
  if (query.anyPerson || !isOfOneMeeting(query)) return undefined;
  for (const person of demandsIn(query, 'person')) {
    const posts = person.anyOf.flatMap((id) => knowledge.people.get(id)?.offices ?? []).map(({ post }) => post);
    const other = asking(given, without(query, [person]));
    const [main, ...others] = newestFirst(other.found.chosen);
    const areTheirs = [main, ...others].every((each) =>
      each?.consultation.participants.some((seat) => !person.anyOf.includes(seat.person) && holds(seat, posts, given)),
    );
    if (main === undefined || !areTheirs || (others.length > 0 && query.doer?.isSole !== true)) continue;
    const said = isTopical(query) ? statementLines(bestOf([main]).slice(0, mostStatements), other) : [];
    return opened(answered(attendedLine(main.consultation, other), [...said, ...itemLines(others, other)]), say.no);
  }
  return undefined;
}

/** Whether it says which meeting is meant: somebody who met nobody of that name that month may have done so elsewhere. */
function isOfOneMeeting(query: Query): boolean {
  const isSigned = demandsIn(query, 'act').some(({ anyOf }) => anyOf.includes('signed'));
  const isNamed = demandsIn(query, 'framework', 'kind', 'place', 'occasion').length > 0;
  return isSigned || isNamed || query.doer?.isSole === true;
}

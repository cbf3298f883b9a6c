import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { lengthLine, longestFirst, withoutLengths } from './duration.ts';
import {
  type Composer,
  coverageIn,
  endsOf,
  idsOf,
  itemLine,
  meetingLine,
  newestFirst,
  summaryLine,
  toldOf,
} from './lines.ts';
import { tally } from './tally.ts';

/** Of the longest or shortest, how many are told. */
const mostTimed = 5;
/** Groups in the line below the one with the most. */
const mostGroups = 8;
/** Named together where they share the place. */
const mostTied = 5;

/** The longest or shortest, or the year, person, place with the most or fewest. Opens with it and its number; then those next to it. */
export const composeRank: Composer = (given) => {
  const { query, found } = given;
  if (found.chosen.length === 0) return undefined;
  return query.measure === 'duration' || query.by === undefined ? byLength(given) : byNumber(given);
};

function byLength(given: Given): Draft | undefined {
  const { found, say, scope, query } = given;
  const timed = longestFirst(found.chosen);
  const sorted = (query.direction === 'least' ? timed.toReversed() : timed).slice(0, mostTimed);
  const [first, ...rest] = sorted;
  if (first === undefined) return withoutLengths(given);
  const { consultation } = first;
  const told = toldOf(given, consultation);
  return answered(
    meetingLine(say.longest(query.direction ?? 'most', told, consultation.durationMinutes ?? 0, scope), consultation),
    rest.map((each) => lengthLine(each, given)),
    { consultations: idsOf(sorted), notes: [say.lengthKnown(timed.length, found.chosen.length)] },
  );
}

function byNumber(given: Given): Draft | undefined {
  const { found, say, query, scope } = given;
  const { by = 'year', direction = 'most' } = query;
  const groups = tally(by, found.chosen, given);
  const numbers = groups.map(({ all }) => all.length);
  const wanted = direction === 'least' ? Math.min(...numbers) : Math.max(...numbers);
  const top = groups.filter(({ all }) => all.length === wanted);
  const [first] = top;
  if (first === undefined) return undefined;
  const named = top.slice(0, mostTied);
  const sorted = [...groups].sort((a, b) => (direction === 'least' ? 1 : -1) * (a.all.length - b.all.length));
  const shown = (by === 'year' || by === 'month' ? groups : sorted).slice(0, mostGroups);
  const all = newestFirst(top.flatMap((group) => group.all));
  const distinct = all.filter(
    (each, index) => all.findIndex((other) => other.consultation === each.consultation) === index,
  );
  return answered(
    summaryLine(
      say.ranked(
        by,
        direction,
        { names: named.map(({ name }) => name), more: top.length - named.length, count: wanted },
        scope,
      ),
      named.flatMap((group) => endsOf(group.all)),
    ),
    [
      summaryLine(
        say.breakdown(
          by,
          shown.map((group) => ({ name: group.name, count: group.all.length })),
          groups.length - shown.length,
        ),
        shown.flatMap((group) => endsOf(group.all).slice(-1)),
      ),
      ...distinct.map((each) => itemLine(each.consultation, given)),
    ],
    { consultations: idsOf(distinct), notes: [say.countNote(coverageIn(given))] },
  );
}

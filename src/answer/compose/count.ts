import { answered, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, coverageIn, endsOf, idsOf, inTime, spanOf, summaryLine } from './lines.ts';
import { itemLines, ofParts } from './list.ts';
import { tally } from './tally.ts';

/** Groups named in one line; the rest are left out. */
const mostGroups = 8;

/** How many. Opens with the number; by year, person or place where asked; then each meeting in a short line, newest first. */
export const composeCount: Composer = (given) => {
  const { query, found, say, scope } = given;
  if (found.chosen.length === 0) return undefined;
  if (query.parts !== undefined) return ofParts(query.parts, given);
  const fitting = inTime(found.chosen, query.sort ?? 'newest');
  const [from, to] = spanOf(fitting, given);
  return answered(
    summaryLine(say.counted(scope, fitting.length, from, to), endsOf(fitting)),
    [...groupLine(given), ...itemLines(fitting, given)],
    { consultations: idsOf(fitting), notes: [say.countNote(coverageIn(given))] },
  );
};

/** One line with the number of each year, person or place. */
function groupLine(given: Given): readonly Line[] {
  const { query, say, found } = given;
  if (query.by === undefined) return [];
  const groups = tally(query.by, found.chosen, given);
  const shown = groups.slice(0, mostGroups);
  if (shown.length === 0) return [];
  return [
    summaryLine(
      say.breakdown(
        query.by,
        shown.map(({ name, all }) => ({ name, count: all.length })),
        groups.length - shown.length,
      ),
      shown.flatMap(({ all }) => endsOf(all).slice(-1)),
    ),
  ];
}

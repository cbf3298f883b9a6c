import { isOfStatement, type Query, type Role } from '../reading/query.ts';
import { type Given, without } from './given.ts';

/** Of a meeting that is not on record, what is left unsaid first where nothing holds the rest either. */
const LEFT_FIRST: readonly Role[] = ['format', 'level', 'field', 'size', 'source', 'occasion', 'place', 'country'];
export const PEOPLE: ReadonlySet<Role> = new Set(['person', 'post']);
export const TABLES: ReadonlySet<Role> = new Set(['framework', 'kind']);

/**
 * The part of a question that nothing satisfies, and no more: what a denial names. Of a meeting that was never held neither what was said there
 * nor who attended is denied; of words that nothing holds together, those that are needed for that.
 */
export function failingPart({ query, search }: Given): Query {
  const holdsNothing = (part: Query) => search(part).findings.length === 0;
  const isMeeting = ({ constraints, period }: Query) => constraints.length > 0 || period !== null;
  const meeting = without(query, query.constraints.filter(isOfStatement));
  const isHeld = !isMeeting(meeting) || !holdsNothing(meeting);
  // Softly asked, and not what it is about.
  const isAside = ({ strength, subject }: Query['constraints'][number]) => strength === 'soft' && !subject;
  const whole = isHeld ? without(query, query.constraints.filter(isAside)) : meeting;
  const inTurn = isHeld
    ? whole.constraints.filter(({ role, subject }) => role === 'word' && subject)
    : LEFT_FIRST.flatMap((role) => whole.constraints.filter((each) => each.role === role));
  const least = inTurn.reduce((left, one) => {
    const rest = without(left, [one]);
    return isMeeting(rest) && holdsNothing(rest) ? rest : left;
  }, whole);
  if (isHeld) return least;
  const people = least.constraints.filter(({ role }) => PEOPLE.has(role));
  const isTable = least.constraints.some(({ role }) => TABLES.has(role));
  const anybody = without(least, people);
  if (people.length > 0 && isTable && holdsNothing(anybody)) return anybody;
  const ever: Query = { ...least, period: null, otherPeriod: null };
  return ever.constraints.length > 0 && holdsNothing(ever) ? ever : least;
}

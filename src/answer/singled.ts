import { newestFirst } from '../knowledge/in-time.ts';
import { assumed } from '../reading/blank.ts';
import { type Constraint, demandsIn, isOfStatement, type Query, type Role } from '../reading/query.ts';
import type { Finding } from '../search/found.ts';
import { consultationSpan, overlaps, shiftDays } from '../time/spans.ts';
import { coverageIn, meetingLine } from './compose/lines.ts';
import { isTopical } from './compose/points.ts';
import { answered, type Draft, opened } from './draft.ts';
import { PEOPLE, TABLES } from './failing.ts';
import { asking, type Given, without } from './given.ts';

/** Where, how and beside what a meeting was held. */
const VENUE: ReadonlySet<Role> = new Set(['place', 'country', 'format', 'occasion']);

/** Where and beside what. */
const SITE: ReadonlySet<Role> = new Set(['place', 'country', 'occasion']);

/** What is claimed of the meeting that an order singles out. */
const MEANT: ReadonlySet<Query['claim']> = new Set<Query['claim']>(['people', 'time', 'time-and-venue', 'rest']);

/**
 * "Was the first DICAS in Hawaii": the order singles out a meeting by all else that is said of it, and the claim is asked of that one alone. The first
 * to be held in Hawaii is another. `undefined` where no order singles one out, or nothing is claimed of it.
 */
export function ofSingledOut(given: Given): Given | undefined {
  const { query, search } = given;
  const { ask, either, claim, order, nths } = query;
  const isClaim = claim !== undefined && MEANT.has(claim) && (ask === 'yes-no' || either === true);
  const claimed = claimedIn(query);
  if (!isClaim || (order === undefined && nths === undefined) || claimed === undefined) return undefined;
  const rest = without(query, claimed);
  // 初会談はワシントンでしたか: a telephone call is at no place, and beside no event.
  // "Was the one before that in Tokyo" means the one before, wherever that was.
  const isPlace = query.frame !== 'step' && claimed.some(({ role }) => SITE.has(role));
  const constraints = isPlace ? [...rest.constraints, assumed('format', ['in-person'])] : rest.constraints;
  const isTime = claim === 'time' || claim === 'time-and-venue';
  const period = isTime ? null : query.period;
  const { chosen } = search({ ...rest, constraints, period });
  const [meant] = chosen;
  if (meant === undefined) return undefined;
  const ids = chosen.map(({ consultation }) => consultation.id);
  const alone = { order: undefined, nths: undefined, claim: undefined, period: null };
  const timed: Partial<Query> = isTime ? inItsYear(query, meant.consultation.date) : {};
  // The time alone tells that it is another one, wherever that was.
  const isOther = isTime && timed.period && !overlaps(timed.period, consultationSpan(meant.consultation));
  // Of a table older than the record its first meeting is not known: neither a yes nor a no.
  // When a matter first came up is another question than when they first met.
  const isUntold = (order?.side === 'first' && isOlder(rest, given)) || (isTime && isTopical(query));
  const negative = isUntold ? true : query.negative;
  const asked: Query = { ...query, ...alone, ...timed, negative };
  return asking(given, { ...asked, constraints: [assumed('consultation', ids), ...(isOther ? [] : claimed)] });
}

/** Whether a question names tables, and no people, that met before the record begins, or may have. */
function isOlder({ constraints }: Query, { knowledge: { coverage, frameworks } }: Given): boolean {
  const tables = constraints.filter(({ role }) => TABLES.has(role));
  const isNew = (id: string) => (frameworks.get(id)?.since ?? '') >= coverage.from.slice(0, 4);
  return (
    !constraints.some(({ role }) => PEOPLE.has(role)) && tables.some(({ anyOf }) => anyOf.some((id) => !isNew(id)))
  );
}

/** "Was the second DICAS in October": of which year is not said, so that of the meeting is meant. */
function inItsYear({ period, notes }: Query, date: string): Pick<Query, 'period' | 'notes'> {
  const isAssumed = notes.some(({ kind }) => kind === 'assumed');
  if (!isAssumed || period?.from?.slice(0, 4) !== period?.to?.slice(0, 4)) return { period, notes };
  const moved = (day: string | null = null) => day && `${date.slice(0, 4)}${day.slice(4)}`;
  return {
    period: { from: moved(period?.from), to: moved(period?.to) },
    notes: notes.filter(({ kind }) => kind !== 'assumed'),
  };
}

/** What is claimed; `[]` for the time alone. */
function claimedIn(query: Query): readonly Constraint[] | undefined {
  const { claim, constraints } = query;
  const those = (roles: ReadonlySet<Role>) => {
    const found = constraints.filter(({ role, origin }) => roles.has(role) && origin !== 'assumed');
    return found.length > 0 ? found : undefined;
  };
  const people = constraints.some(({ role }) => TABLES.has(role)) ? those(PEOPLE) : undefined;
  if (claim === 'people') return people;
  if (isTopical(query)) return constraints.filter(isOfStatement);
  // "First met in person in Tokyo": the format tells which meeting is meant, the place is claimed.
  return claim === 'time' ? [] : (those(SITE) ?? those(VENUE) ?? people);
}

/** "Has there been a 2+2 since July 2024", where the last one was held in that very month: it is what is counted from, and none came after it. */
export function ofSinceLast(given: Given): Given | undefined {
  const { query, found } = given;
  const { ask, opening, period, constraints } = query;
  const last = found.chosen
    .map(({ consultation }) => consultationSpan(consultation).to)
    .sort()
    .at(-1);
  const isOfMeetings = constraints.length > 0 && !constraints.some(isOfStatement);
  if (ask !== 'yes-no' || opening === undefined || period?.to !== null || !isOfMeetings) return undefined;
  // "Any DICAS since 2024": where there were several, those of that year are meant.
  if (last === undefined || last > opening || found.chosen.length > 1) return undefined;
  return asking(given, { ...query, opening: undefined, period: { from: shiftDays(last, 1), to: null } });
}

/** "Was the July 2024 2+2 the first in Tokyo": the first of all that were held there, or another one. */
export function ofClaimedOrder(given: Given): Draft | undefined {
  const { query, search, say } = given;
  if (query.ask !== 'yes-no' || query.claim !== 'order' || query.order === undefined || isTopical(query))
    return undefined;
  const venue = query.constraints.filter(({ role }) => VENUE.has(role));
  const named = search({ ...query, order: undefined }).chosen.map(({ consultation }) => consultation);
  const all = without(query, query.period === null ? venue : []);
  const [first] = search({ ...all, period: null }).chosen.map(({ consultation }) => consultation);
  if (first === undefined || named.length === 0) return undefined;
  const draft = answered(meetingLine(first, given, say.heldOn));
  if (!named.includes(first)) return opened(draft, say.no);
  const isKnown = query.order.side !== 'first' || !isOlder(all, given);
  return isKnown ? opened(draft, say.yes) : { ...draft, notes: [say.covers(coverageIn(given))] };
}

/** "Did they talk only by phone in 2022", when they met as well: the newest of those that were held otherwise. */
export function ofClaimedOnly(given: Given): Draft | undefined {
  const { query, search, found, say } = given;
  const venue = demandsIn(query, ...VENUE).filter(({ origin }) => origin === 'typed');
  if (query.ask !== 'yes-no' || query.claim !== 'only' || venue.length === 0 || isTopical(query)) return undefined;
  const so = found.chosen.map(({ consultation }) => consultation);
  const isOther = ({ consultation }: Finding) =>
    !so.includes(consultation) && (consultation.place ?? consultation.format) !== undefined;
  const [other] = newestFirst(search(without(query, venue)).chosen.filter(isOther));
  return other && opened(answered(meetingLine(other.consultation, given, say.heldAt)), say.no);
}

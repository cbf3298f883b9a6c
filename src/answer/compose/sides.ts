import { byDate, newestFirst } from '../../knowledge/in-time.ts';
import { only } from '../../lists.ts';
import { type Constraint, idsIn, partsOf, type Query, type Role } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Period } from '../../time/period.ts';
import { isMonthAtMost } from '../../time/spans.ts';
import type { Given } from '../given.ts';
import { namesOf } from '../names.ts';
import { scopeOf } from '../scope.ts';
import { tell } from '../told.ts';
import { isTopical } from './points.ts';

/** More of them are not set against each other. */
const mostSides = 4;

/** One of the things that a comparison sets against each other. */
export type Side = {
  readonly name: string;
  /** What it is asked for by itself. */
  readonly query: Query;
  readonly findings: readonly Finding[];
  /** What alone it is named by. */
  readonly of?: Constraint | undefined;
};

/** What is set against what: parts named apart, two times, two meetings, else the ids of one role. */
export function sidesOf(given: Given): readonly Side[] {
  const { query } = given;
  const alone = { also: [], parts: undefined, otherPeriod: null, order: undefined, anyPerson: false };
  const base: Query = { ...query, ...alone, ask: 'what' };
  const { parts = [] } = query;
  if (parts.length > 0) return toldApart(partsOf({ ...base, parts }).map((part, at) => ofPart(part, parts[at], given)));
  const { period, otherPeriod } = query;
  if (period !== null && otherPeriod !== null)
    return [period, otherPeriod].map((each) => ofTime(each, { ...base, period: each }, given));
  const named = byRole(base, given);
  const { chosen, findings } = given.found;
  const isOrdered = query.order !== undefined || query.nths !== undefined;
  // "The two economic 2+2 meetings": where nothing is named apart, the only two there are.
  const areTwo = named.length < 2 && findings.length === 2 && !isTopical(query);
  if (!areTwo && (!isOrdered || (named.length > 1 && chosen.length < 2)))
    return named.slice(0, mostSides).map((side) => inOrder(side, query));
  // "The last 2+2 and the one before": one kind of meeting is set against itself.
  const meetings = chosen.length > 1 ? byDate(chosen) : newestFirst(findings).slice(0, 2).toReversed();
  return meetings.slice(0, mostSides).map((each) => ofMeeting(each, base, given));
}

/** "Their first meetings with Biden": the first of each. */
function inOrder(side: Side, { order }: Query): Side {
  if (order === undefined || order.side === 'both') return side;
  const all = order.side === 'first' ? byDate(side.findings) : newestFirst(side.findings);
  return { ...side, findings: all.slice(order.skip, order.skip + order.limit) };
}

/** One of the things that the question names apart. */
function ofPart(part: Query, named: Named | undefined, given: Given): Side {
  const found = given.search(part);
  const findings = (part.order ?? part.nths) === undefined ? found.findings : found.chosen;
  const { label, ...own }: Named = named ?? { constraints: [], period: null };
  const name = label?.[given.language] ?? partName(own, part, findings, given);
  const of = own.period === null && own.order === undefined ? only(own.constraints) : undefined;
  return { name, query: part, findings, of };
}
type Named = NonNullable<Query['parts']>[number];

function ofMeeting(finding: Finding, query: Query, given: Given): Side {
  return { name: tell(finding.consultation, given).date, query, findings: [finding] };
}

/** The one meeting of a short time, or all of that time; the whole of a government's goes by its name. */
function ofTime(period: Period, query: Query, given: Given): Side {
  const { findings } = given.search(query);
  const one = meetingMeant(findings, period, query);
  return one === undefined ? { name: timeName(period, given), query, findings } : ofMeeting(one, query, given);
}

function timeName(period: Period, { knowledge, language }: Given): string {
  const government = [...knowledge.administrations.values()].find(
    ({ from, to = null }) => from === period.from && to === period.to,
  );
  return government?.names[language] ?? formatPeriod(period, language);
}

/** "The last one" may be the very one that it is set against. */
function toldApart(sides: readonly Side[]): readonly Side[] {
  const meetingOf = ({ findings }: Side) => only(findings)?.consultation;
  const isSame = (side: Side, other: Side) => meetingOf(side) !== undefined && meetingOf(side) === meetingOf(other);
  return sides.filter((side, at) => !sides.slice(0, at).some((other) => isSame(side, other)));
}

/** By the one thing in which it differs, else by all that it is asked for by. */
function partName(own: Apart, query: Query, findings: readonly Finding[], given: Given): string {
  const [of, ...more] = own.constraints;
  const meeting = query.measure === 'count' ? undefined : only(findings)?.consultation;
  if (meeting !== undefined) return query.measure === 'first' ? tell(meeting, given).name : tell(meeting, given).date;
  if (of === undefined && own.period !== null) return timeName(own.period, given);
  if (of !== undefined && more.length === 0 && own.period === null) return sideName(of, findings, given);
  return given.say.scope(scopeOf(query, given));
}
type Apart = Pick<Named, 'constraints' | 'period'>;

/** "The October 2025 summit" is the one that was held in a room, and not the call before it. */
function meetingMeant(findings: readonly Finding[], period: Period, query: Query): Finding | undefined {
  const has = (...roles: readonly Role[]) => query.constraints.some(({ role }) => roles.includes(role));
  if (query.measure === 'count' || !isMonthAtMost(period) || !has('framework', 'kind') || has('format'))
    return undefined;
  const [one, ...others] = findings.filter(({ consultation }) => consultation.format === 'in-person');
  return others.length === 0 ? one : undefined;
}

/** What may be set side by side where a question names two. */
const SIDES: readonly Role[] = [
  'person',
  'framework',
  'consultation',
  'members',
  'member',
  'level',
  'format',
  'place',
  'country',
  'side',
  'topic',
  'mention',
];

/** Each thing that is named in the first role with two or more. */
function byRole(base: Query, given: Given): readonly Side[] {
  const { constraints } = base;
  const role = SIDES.find((each) => idsIn(base, each).length > 1);
  const named = constraints.filter((each) => each.role === role && !each.negated);
  const each = named.flatMap((one) => one.anyOf.map((id): Constraint => ({ ...one, anyOf: [id] })));
  const rivals = role === 'person' ? ofOneCountry(each, given) : each;
  const rest = constraints.filter(
    (one) => !rivals.some(({ role: own, span }) => own === one.role && span === one.span),
  );
  return rivals.map((of) => {
    const query = { ...base, constraints: [...rest, of] };
    const { findings } = given.search(query);
    return { name: sideName(of, findings, given), query, findings, of };
  });
}

/** "Who met Austin more often, Hamada or Kihara": of three people the two of one country are set against each other. */
function ofOneCountry(people: readonly Constraint[], { knowledge }: Given): readonly Constraint[] {
  const countryOf = ({ anyOf }: Constraint) => knowledge.people.get(anyOf[0] ?? '')?.country;
  const pairs = [...Map.groupBy(people, countryOf).values()].filter(({ length }) => length > 1);
  return only(pairs) ?? people;
}

/** Bodies, levels and forms go by their meetings: 閣僚級の協議. */
const IN_KIND: ReadonlySet<Role> = new Set(['framework', 'level', 'format']);

function sideName(of: Constraint, findings: readonly Finding[], given: Given): string {
  const { say, query } = given;
  const [meeting] = of.role === 'consultation' ? findings : [];
  if (meeting !== undefined) return tell(meeting.consultation, given).date;
  if (IN_KIND.has(of.role) && query.measure !== 'first')
    return say.scope(scopeOf({ ...query, constraints: [of] }, given, null));
  const names = namesOf(of, given);
  return say.names(of.role === 'person' ? names.map((name) => say.person(name)) : names);
}

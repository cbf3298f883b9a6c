import { byDate, newestFirst } from '../../knowledge/in-time.ts';
import { ahead, byTurns, only } from '../../lists.ts';
import { type Constraint, idsIn, type Query, type Role } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import { isMonthAtMost } from '../../time/spans.ts';
import { answered, citing, type Draft, headed, type Line, opened } from '../draft.ts';
import { asking, type Given, without } from '../given.ts';
import { namesOf, quotedNames } from '../names.ts';
import { scopeOf } from '../scope.ts';
import { tell } from '../told.ts';
import { topicName } from '../topic-name.ts';
import { endsOf, idsOf } from './dated.ts';
import { earlier } from './earlier.ts';
import { type Composer, statementLine, summaryLine } from './lines.ts';
import { partsOf } from './list.ts';
import {
  bestFirst,
  bestOf,
  firmest,
  isSettled,
  isTopical,
  newestAfter,
  type Point,
  pointsOf,
  settledFirst,
  subjectsOf,
} from './points.ts';
import { composeWhat } from './what.ts';

/** Sides that are set against each other. */
const mostSides = 4;
/** Statements of each side on the first page; further pages hold more of them. */
const mostLeading = 2;
/** Topics named in one line. */
const mostTopics = 4;

export type Side = {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** What alone it is named by. */
  readonly of?: Constraint | undefined;
};
type Topic = { readonly id: string; readonly points: readonly Point[] };

/**
 * Two or more things side by side. Opens with what each said on the subject, or how much the record holds of each and what came up there alone;
 * under the name of each, its statements; last what is common to all.
 */
export const composeCompare: Composer = (given) => {
  const { query, say } = given;
  const sides = sidesOf(given).slice(0, mostSides);
  // Of three names one may be whom the two others met.
  if (query.measure === 'first' && sides.length === 2) return earlier(sides, given);
  if (sides.length < 2) return alone(given);
  if (sides.every(({ findings }) => findings.length === 0)) return undefined;
  const { own, common } = topicsOf(sides, given);
  const blocks = sides.map((side, at) =>
    columnOf(side.findings, own[at] ?? [], given).map((each) => ofSide(statementLine(each, given), at, side, given)),
  );
  const isBeside = isTopical(query);
  const shared = topicLine(common, (names, more) => say.inCommon(names, more, isBeside, sides.length), given);
  const draft = answered(
    saidByEach(sides, given) ?? numbersLine(sides, own, given),
    [
      ...blocks.flatMap((lines) => lines.slice(0, mostLeading)),
      ...shared.map((line) => headed(line, say.common)),
      ...byTurns(blocks.map((lines) => lines.slice(mostLeading))),
    ],
    {
      consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))),
      sides: sides.map(({ name }) => name),
      notes: sides.flatMap(({ name, findings }) => (findings.length === 0 ? [say.sideEmpty(name)] : [])),
    },
  );
  return query.reason === 'opinion' ? opened(draft, say.notJudged) : draft;
};

/** How much the record holds of each, and what came up there alone; asked which has more or fewer, that first. */
function numbersLine(sides: readonly Side[], own: readonly (readonly Topic[])[], given: Given): Line {
  const { query, say } = given;
  const isOfNumbers = query.measure === 'count';
  const areMeetings = !isOfNumbers && sides.every(({ findings }) => findings.length === 1);
  const counted = sides.map(({ name, findings: [one, ...others] }) => ({
    name: areMeetings && one && !isTopical(query) ? say.meeting(tell(one.consultation, given)) : name,
    count: one === undefined ? 0 : others.length + 1,
  }));
  const compared = areMeetings ? say.besides(counted.map(({ name }) => name)) : heldOfEach(sides, counted, given);
  const line = summaryLine(
    compared,
    sides.flatMap(({ findings }) => endsOf(findings).slice(-1)),
  );
  if (isOfNumbers) return { ...line, text: outnumbering(counted, compared, given) };
  if (isTopical(query)) return line;
  const apart = own.map((topics) => namedOf(topics, given));
  return {
    ...line,
    text: say.heldApart(compared, apart),
    references: [...line.references, ...own.flatMap(referencesOf)],
  };
}

/** How many each has: kinds of meeting are counted as such, all else beside its name. */
function heldOfEach(sides: readonly Side[], counted: readonly Counted[], given: Given): string {
  const { query, say } = given;
  const beside = besideSides(sides, given);
  const scopeWith = (of: readonly Constraint[], period = query.period) =>
    scopeOf({ ...beside, constraints: [...of, ...beside.constraints] }, given, period);
  if (sides.every(({ of }) => of !== undefined && IN_KIND.has(of.role)))
    return say.countedApart(
      sides.map(({ of, findings }) => ({ scope: scopeWith(of === undefined ? [] : [of]), count: findings.length })),
    );
  const isOfTimes = sides.every(({ of }) => of === undefined);
  return say.compared(counted, scopeWith([], isOfTimes ? null : query.period));
}

type Counted = { readonly name: string; readonly count: number };

/** Which side has more, or fewer, before the numbers; asked whether the first has, yes or no. */
function outnumbering(counted: readonly Counted[], compared: string, { query, say }: Given): string {
  const { direction, yesNo } = query;
  const sign = direction === 'least' ? -1 : 1;
  const [first, next] = counted.toSorted((a, b) => sign * (b.count - a.count));
  const isEqual = first === undefined || first.count === next?.count;
  const text = say.outnumbers(isEqual ? null : first.name, direction ?? 'most', compared);
  if (!yesNo) return text;
  const isSo = direction === undefined ? isEqual : !isEqual && first === counted[0];
  return isSo ? say.yes(text) : say.no(text);
}

/** What is asked of all sides alike. */
function besideSides(sides: readonly Side[], { query }: Given): Query {
  const isSide = ({ role, span }: Constraint) =>
    sides.some(({ of }) => of?.role === role && of.span?.join() === span?.join());
  return without(query, query.constraints.filter(isSide));
}

/** Of two that both speak of the subject, what each one's firmest statement says: the difference is in the words. */
function saidByEach(sides: readonly Side[], given: Given): Line | undefined {
  const { say, language, query } = given;
  const subject = subjectsOf(besideSides(sides, given)).flatMap((one) => quotedNames(one, given));
  const leads = sides.flatMap(({ findings }) => columnOf(findings, [], given).slice(0, 1));
  const isOfWords = query.measure !== 'count' && subject.length > 0;
  if (!isOfWords || sides.length !== 2 || leads.length !== 2) return undefined;
  const each = leads.map(({ outcome }, at) => ({ name: sides[at]?.name ?? '', text: outcome[language] }));
  return citing(
    say.saidByEach(say.names(subject), each),
    leads.flatMap(({ outcome }) => outcome.sources),
  );
}

/** Nothing is set against another: what is on record of what was named is no comparison. */
function alone(given: Given): Draft | undefined {
  const { query, say } = given;
  const draft = composeWhat(given);
  const isOfOne = isTopical(query) && query.period === null && query.order === undefined && query.nths === undefined;
  return isOfOne && draft?.status === 'answered' ? opened(draft, say.notCompared) : draft;
}

/** Under the name of its side, which is said once: a side that is one meeting has that meeting's. */
function ofSide(line: Line, at: number, { name, findings }: Side, given: Given): Line {
  const meeting = only(findings)?.consultation;
  if (meeting === undefined) return { ...headed(line, given.say.alone(name)), side: at };
  return { ...headed(line, given.say.heading(tell(meeting, given)), line.under?.text), side: at };
}

/**
 * Topics that every side holds in what was said, and those that one alone does, the commonest first; what is asked about is neither, and what is
 * above or below a topic of another side is not of one alone.
 */
function topicsOf(sides: readonly Side[], { query, knowledge }: Given) {
  const asked = idsIn(query, 'topic');
  const held = sides.map(({ findings }): readonly Topic[] => {
    const tagged = pointsOf(findings).flatMap((point) => point.outcome.topics.map((id) => ({ id, point })));
    return [...Map.groupBy(tagged, ({ id }) => id)]
      .map(([id, all]) => ({ id, points: all.map(({ point }) => point) }))
      .filter(({ id }) => !asked.includes(id))
      .sort((a, b) => b.points.length - a.points.length || (a.id < b.id ? -1 : 1));
  });
  const parentOf = (id: string) => knowledge.topics.get(id)?.parent;
  const isKin = (one: string, other: string) => one === other || parentOf(one) === other || parentOf(other) === one;
  const isHeld = (topics: readonly Topic[], id: string) => topics.some((each) => each.id === id);
  return {
    own: held.map((topics) =>
      topics.filter(({ id }) => held.every((each) => each === topics || !each.some((other) => isKin(other.id, id)))),
    ),
    common: (held[0] ?? []).filter(({ id }) => held.every((topics) => isHeld(topics, id))),
  };
}

/** One line that names topics, cited by a statement on each; none without topics. */
function topicLine(
  topics: readonly Topic[],
  say: (topics: readonly string[], more: number) => string,
  given: Given,
): readonly Line[] {
  const { names, more } = namedOf(topics, given);
  return names.length === 0 ? [] : [citing(say(names, more), referencesOf(topics))];
}

/** The first of some topics by their names, and how many there are beyond them. */
function namedOf(topics: readonly Topic[], given: Given) {
  const names = topics.slice(0, mostTopics).map(({ id }) => topicName(id, given));
  return { names, more: topics.length - names.length };
}

/** A page on each of the topics that are named. */
function referencesOf(topics: readonly Topic[]) {
  return topics.slice(0, mostTopics).flatMap(({ points }) => points[0]?.outcome.sources.slice(0, 1) ?? []);
}

/** What one side has to show: on a subject what it settled and then the others; of one meeting what it alone spoke of, else the firmest of each meeting. */
function columnOf(findings: readonly Finding[], own: readonly Topic[], { query }: Given): readonly Point[] {
  if (isTopical(query)) return newestAfter(settledFirst(bestOf(findings)), 1);
  if (findings.length !== 1) return newestAfter(bestFirst(firmest(findings)), mostLeading);
  const isOwn = ({ outcome }: Point) => own.some(({ id }) => outcome.topics.includes(id));
  return ahead(settledFirst(bestOf(findings)), (each) => isOwn(each) && isSettled(each));
}

/** What is set against what: parts named apart, two times, two meetings, else the ids of one role. */
function sidesOf(given: Given): readonly Side[] {
  const { query, language, search, found } = given;
  const base: Query = { ...query, ask: 'what', also: [], parts: undefined, otherPeriod: null, order: undefined };
  const { parts = [] } = query;
  if (parts.length > 0)
    return partsOf({ ...base, parts }).map((part, at) => ({
      name: parts[at]?.label[language] ?? '',
      findings: search(part).findings,
      of: parts[at]?.period === null ? parts[at].constraints[0] : undefined,
    }));
  const times = query.period === null ? [] : timesOf(query.period, query);
  if (times.length > 0)
    return times.map((period) => {
      const { findings } = search({ ...base, period });
      const one = meetingMeant(findings, period, query);
      return one === undefined
        ? { name: governmentIn(period, given) ?? formatPeriod(period, language), findings }
        : { name: tell(one.consultation, given).date, findings: [one] };
    });
  const isOrdered = query.order !== undefined || query.nths !== undefined;
  const named = isOrdered && found.chosen.length > 1 ? [] : byRole(base, given);
  if (named.length > 1 || !isOrdered) return named;
  // "The last 2+2 and the one before": one kind of meeting is set against itself.
  const two = found.chosen.length > 1 ? byDate(found.chosen) : newestFirst(found.findings).slice(0, 2).toReversed();
  return two.map((each) => ({ name: tell(each.consultation, given).date, findings: [each] }));
}

type Period = NonNullable<Query['period']>;

/** Two times; asked for numbers, each year of one: "2021 or 2022" is read as one time from the first to the last. */
function timesOf(period: Period, { otherPeriod, measure }: Query): readonly Period[] {
  if (otherPeriod !== null) return [period, otherPeriod];
  const [first, last] = [period.from, period.to].map((day) => Number(day?.slice(0, 4) ?? 0));
  if (measure !== 'count' || !first || !last || last === first || last - first >= mostSides) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
  }));
}

/** "The October 2025 summit" is the one that was held in a room, and not the call before it. */
function meetingMeant(findings: readonly Finding[], period: Period, query: Query): Finding | undefined {
  const has = (...roles: readonly Role[]) => query.constraints.some(({ role }) => roles.includes(role));
  if (query.measure === 'count' || !isMonthAtMost(period) || !has('framework', 'kind') || has('format'))
    return undefined;
  const [one, ...others] = findings.filter(({ consultation }) => consultation.format === 'in-person');
  return others.length === 0 ? one : undefined;
}

/** A time that is the whole of a government's goes by its name. */
function governmentIn({ from, to }: Period, { knowledge, language }: Given): string | undefined {
  const all = [...knowledge.administrations.values()];
  return all.find((each) => each.from === from && (each.to ?? null) === to)?.names[language];
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
    const { findings } = given.search({ ...base, constraints: [...rest, of] });
    return { name: sideName(of, findings, given), findings, of };
  });
}

/** "Who met Austin more often, Hamada or Kihara": of three people the two of one country are set against each other. */
function ofOneCountry(people: readonly Constraint[], { knowledge }: Given): readonly Constraint[] {
  const countryOf = ({ anyOf }: Constraint) => knowledge.people.get(anyOf[0] ?? '')?.country;
  const pairs = [...Map.groupBy(people, countryOf).values()].filter(({ length }) => length > 1);
  return only(pairs) ?? people;
}

/** Named by their meetings: 閣僚級の協議. */
const IN_KIND: ReadonlySet<Role> = new Set(['framework', 'level', 'format']);

function sideName(of: Constraint, findings: readonly Finding[], given: Given): string {
  const { say, query } = given;
  const [meeting] = of.role === 'consultation' ? findings : [];
  if (meeting !== undefined) return tell(meeting.consultation, given).date;
  if (IN_KIND.has(of.role) && query.measure !== 'first')
    return say.scope(asking(given, { ...query, constraints: [of], period: null }).scope);
  const names = namesOf(of, given);
  return say.names(of.role === 'person' ? names.map((name) => say.person(name)) : names);
}

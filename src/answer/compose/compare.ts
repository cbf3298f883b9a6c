import { byDate, newestFirst } from '../../knowledge/in-time.ts';
import { byTurns, only } from '../../lists.ts';
import { type Constraint, idsIn, type Query, type Role } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import { isMonthAtMost } from '../../time/spans.ts';
import { answered, citing, type Draft, headed, type Line, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { namesOf, quotedNames } from '../names.ts';
import { tell } from '../told.ts';
import { topicName } from '../topic-name.ts';
import { endsOf, idsOf } from './dated.ts';
import { earlier } from './earlier.ts';
import { type Composer, statementLine, summaryLine } from './lines.ts';
import { partsOf } from './list.ts';
import { bestOf, firmest, isTopical, newestAfter, type Point, pointsOf, settledFirst, subjectsOf } from './points.ts';
import { composeWhat } from './what.ts';

/** Sides that are set against each other. */
const mostSides = 4;
/** Statements of each side on the first page, where each has a line on what came up there alone; further pages hold more of them. */
const mostLeading = 1;
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
 * Two or more things side by side. Opens with how much the record holds of each; under the name of each, what came up there alone and its
 * statements; last what is common to all.
 */
export const composeCompare: Composer = (given) => {
  const { query, say } = given;
  const sides = sidesOf(given).slice(0, mostSides);
  // Of three names one may be whom the two others met.
  if (query.measure === 'first' && sides.length === 2) return earlier(sides, given);
  if (sides.length < 2) return alone(given);
  if (sides.every(({ findings }) => findings.length === 0)) return undefined;
  const { own, common } = topicsOf(sides, given);
  const isBeside = isTopical(query);
  const blocks = sides.map((side, at) => {
    const column = columnOf(side.findings, given).map((each) => statementLine(each, given));
    const alone = topicLine(own[at] ?? [], (names, more) => say.onlyHere(names, more, isBeside), given);
    const lines = [...column.slice(0, mostLeading), ...alone, ...column.slice(mostLeading)];
    return lines.map((line) => ofSide(line, at, side, given));
  });
  const first = (own.some((topics) => topics.length > 0) ? 1 : 0) + mostLeading;
  const shared = topicLine(common, (names, more) => say.inCommon(names, more, isBeside, sides.length), given);
  const subjects = subjectsOf(query);
  const areSides =
    query.parts === undefined && query.otherPeriod === null && subjects.flatMap(({ anyOf }) => anyOf).length > 1;
  const subject = areSides ? [] : subjects.flatMap((each) => quotedNames(each, given));
  const areMeetings = !isBeside && sides.every(({ findings }) => findings.length === 1);
  const counted = sides.map(({ name, findings }) => {
    const [only] = areMeetings ? findings : [];
    return { name: only === undefined ? name : say.meeting(tell(only.consultation, given)), count: findings.length };
  });
  return answered(
    saidByEach(sides, subject, given) ?? numbersLine(sides, counted, subject, given),
    [
      ...blocks.flatMap((lines) => lines.slice(0, first)),
      ...shared.map((line) => headed(line, say.common)),
      ...byTurns(blocks.map((lines) => lines.slice(first))),
    ],
    {
      consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))),
      sides: sides.map(({ name }) => name),
      notes: counted.filter(({ count }) => count === 0).map(({ name }) => say.sideEmpty(name)),
    },
  );
};

/** How much the record holds of each; asked which has more, that first. */
function numbersLine(
  sides: readonly Side[],
  counted: readonly { readonly name: string; readonly count: number }[],
  subject: readonly string[],
  { query, say }: Given,
): Line {
  const isOfNumbers = query.measure === 'count';
  const compared = say.compared(counted, subject.length === 0 ? null : say.names(subject), isOfNumbers);
  return summaryLine(
    isOfNumbers ? say.outnumbers(mostOf(counted), compared) : compared,
    sides.flatMap(({ findings }) => endsOf(findings).slice(-1)),
  );
}

/** Of two that both speak of the subject, what each one's firmest statement says: the difference is in the words. */
function saidByEach(sides: readonly Side[], subject: readonly string[], given: Given): Line | undefined {
  const { say, language, query } = given;
  const leads = sides.flatMap(({ findings }) => columnOf(findings, given).slice(0, 1));
  const isOfWords = isTopical(query) && query.measure !== 'count' && subject.length > 0;
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

/** The name of the side with the most; `null` where several have as many. */
function mostOf(counted: readonly { readonly name: string; readonly count: number }[]): string | null {
  const [most, next] = counted.toSorted((a, b) => b.count - a.count);
  return most === undefined || most.count === next?.count ? null : most.name;
}

/** Under the name of its side, which is said once: a side that is one meeting has that meeting's. */
function ofSide(line: Line, at: number, { name, findings }: Side, given: Given): Line {
  const meeting = only(findings)?.consultation;
  if (meeting === undefined) return { ...headed(line, name), side: at };
  return { ...headed(line, given.say.heading(tell(meeting, given)), line.under?.text), side: at };
}

/** Topics that every side holds in what was said, and those that one alone does, the commonest first; what is asked about is neither. */
function topicsOf(sides: readonly Side[], { query }: Given) {
  const asked = idsIn(query, 'topic');
  const held = sides.map(({ findings }): readonly Topic[] => {
    const tagged = pointsOf(findings).flatMap((point) => point.outcome.topics.map((id) => ({ id, point })));
    return [...Map.groupBy(tagged, ({ id }) => id)]
      .map(([id, all]) => ({ id, points: all.map(({ point }) => point) }))
      .filter(({ id }) => !asked.includes(id))
      .sort((a, b) => b.points.length - a.points.length || (a.id < b.id ? -1 : 1));
  });
  const holding = ({ id }: Topic) => held.filter((topics) => topics.some((each) => each.id === id)).length;
  return {
    own: held.map((topics) => topics.filter((each) => holding(each) === 1)),
    common: (held[0] ?? []).filter((each) => holding(each) === sides.length),
  };
}

/** One line that names topics, cited by a statement on each; none without topics. */
function topicLine(
  topics: readonly Topic[],
  say: (topics: readonly string[], more: number) => string,
  given: Given,
): readonly Line[] {
  const shown = topics.slice(0, mostTopics);
  if (shown.length === 0) return [];
  const names = shown.map(({ id }) => topicName(id, given));
  const references = shown.flatMap(({ points }) => points[0]?.outcome.sources.slice(0, 1) ?? []);
  return [citing(say(names, topics.length - shown.length), references)];
}

/** What one side has to show: on a subject its best statement and then the others, a meeting's each; else the firmest of each meeting. */
function columnOf(findings: readonly Finding[], { query }: Given): readonly Point[] {
  if (isTopical(query)) return newestAfter(settledFirst(bestOf(findings)), mostLeading);
  return findings.length === 1 ? pointsOf(findings) : firmest(newestFirst(findings));
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
        ? { name: formatPeriod(period, language), findings }
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
  if (measure !== 'count' || !first || !last || last - first >= mostSides) return [];
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

/** What may be set side by side where a question names two. */
const SIDES: readonly Role[] = [
  'person',
  'framework',
  'consultation',
  'members',
  'member',
  'place',
  'country',
  'side',
  'topic',
  'mention',
];

/** Each thing that is named in the first role with two or more. */
function byRole(base: Query, given: Given): readonly Side[] {
  const { say, search } = given;
  const { constraints } = base;
  const role = SIDES.find((each) => idsIn(base, each).length > 1);
  const of = constraints.filter((each) => each.role === role && !each.negated);
  const rest = constraints.filter((each) => !of.includes(each));
  return of
    .flatMap((each) => each.anyOf.map((id): Constraint => ({ ...each, anyOf: [id] })))
    .map((each) => {
      const { findings } = search({ ...base, constraints: [...rest, each] });
      const only = role === 'consultation' ? findings[0] : undefined;
      const names = namesOf(each, given).map((name) => (role === 'person' ? say.person(name) : name));
      return {
        name: only === undefined ? say.names(names) : tell(only.consultation, given).date,
        findings,
        of: each,
      };
    });
}

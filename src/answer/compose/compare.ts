import { endsOf, idsOf, newestFirst } from '../../knowledge/in-time.ts';
import { ahead, byTurns, only } from '../../lists.ts';
import { type Ask, type Constraint, idsIn, type Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { answered, citing, type Draft, headed, type Line, opened } from '../draft.ts';
import { asking, createGiven, type Given } from '../given.ts';
import { quotedNames } from '../names.ts';
import { refuse } from '../refuse.ts';
import { scopeOf } from '../scope.ts';
import { tell } from '../told.ts';
import { topicName } from '../topic-name.ts';
import { composeCount } from './count.ts';
import { composeDuration } from './duration.ts';
import { earlier } from './earlier.ts';
import { type Composer, itemLine, statementLine, summaryLine } from './lines.ts';
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
import { type Side, sidesOf } from './sides.ts';
import { composeWhat } from './what.ts';
import { composeWhere } from './where.ts';
import { atBoth, composeWho } from './who.ts';

/** Statements of each side on the first page; further pages hold more of them. */
const mostLeading = 2;
/** Topics named in one line. */
const mostTopics = 4;

type Topic = { readonly id: string; readonly points: readonly Point[] };

/** Two or more things side by side: by what is asked of them, else by what was said. */
export const composeCompare: Composer = (given) => {
  const { query } = given;
  const sides = sidesOf(given);
  if (query.measure === 'first' && sides.length > 1) return whichFirst(sides, given);
  if (query.measure === 'participants') return sides.length < 2 ? composeWho(given) : atBoth(sides, given);
  if (sides.length < 2) return alone(given);
  if (sides.every(({ findings }) => findings.length === 0)) return undefined;
  if (query.measure === 'count') return byNumber(sides, given);
  return query.also.length > 0 && !isTopical(query) ? byAspect(sides, given) : bySayings(sides, given);
};

/**
 * Opens with what each said on the subject, or how much the record holds of each and what came up there alone; under the name of each, its statements;
 * last what is common to all.
 */
function bySayings(sides: readonly Side[], given: Given): Draft {
  const { query, say } = given;
  const { own, common } = topicsOf(sides, given);
  const columns = sides.map(({ findings }, at) => columnOf(findings, own[at] ?? [], given));
  const said = saidByEach(sides, columns, given);
  // What the first line quotes of two meetings is not said again below, where there is anything else to say.
  const areMeetings = sides.every(({ findings }) => findings.length === 1);
  const isSaid = said !== undefined && areMeetings && columns.every(({ length }) => length > 1);
  const blocks = sides.map((side, at) =>
    (columns[at] ?? []).slice(isSaid ? 1 : 0).map((each) => ofSide(statementLine(each, given), at, side, given)),
  );
  const { names, more } = namedOf(common, given);
  const shared = citing(say.inCommon(names, more, isTopical(query), sides.length), referencesOf(common));
  const draft = answered(
    said ?? numbersLine(sides, own, given),
    [
      ...blocks.flatMap((lines) => lines.slice(0, mostLeading)),
      ...(names.length > 0 ? [headed(shared, say.common)] : []),
      ...byTurns(blocks.map((lines) => lines.slice(mostLeading))),
    ],
    {
      consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))),
      sides: sides.map(({ name }) => name),
      notes: sides.flatMap((side) => missingIn(side, given)),
    },
  );
  return query.reason === 'opinion' ? opened(draft, say.notJudged) : draft;
}

/** What a side does not hold: anything at all, or one of several subjects. */
function missingIn({ name, query, findings }: Side, given: Given): readonly string[] {
  const { say } = given;
  if (findings.length === 0) return [say.sideEmpty(name)];
  const subjects = subjectsOf(query);
  const isHeld = (one: Constraint) => pointsOf(findings).some(({ lacks }) => !lacks.includes(one));
  // A word by itself may have been put otherwise.
  const missing = subjects.length > 1 ? subjects.filter((one) => one.role !== 'word' && !isHeld(one)) : [];
  return missing.flatMap((one) => say.sideLacks(name, quotedNames(one, given)));
}

/** Asked which had more, or how many each: the numbers, and the meetings that were counted. */
function byNumber(sides: readonly Side[], given: Given): Draft {
  const { say } = given;
  const ends = sides.flatMap(({ findings }) => endsOf(findings).slice(-1));
  const counts = sides.map((side) => ({ scope: scopeOf(side.query, given), count: side.findings.length }));
  const blocks = sides.map((side, at) =>
    newestFirst(side.findings).map((each) => ({ ...headed(itemLine(each, given), say.alone(side.name)), side: at })),
  );
  return answered(
    summaryLine(outnumbering(sides, say.countedApart(counts), given), ends),
    [
      ...blocks.flatMap((lines) => lines.slice(0, mostLeading)),
      ...byTurns(blocks.map((all) => all.slice(mostLeading))),
    ],
    { sides: sides.map(({ name }) => name) },
  );
}

const ASPECTS: Readonly<Partial<Record<Ask, Composer>>> = {
  where: composeWhere,
  who: composeWho,
  duration: composeDuration,
  /** How many in person, by telephone and by video. */
  count: composeCount,
};

/** Of one side: in one form or another asks for the form, and for no meetings of either. */
function asked(query: Query, ask: Ask): Query {
  if (ask !== 'count') return { ...query, ask };
  const constraints = query.constraints.filter(({ role, anyOf }) => role !== 'format' || anyOf.length < 2);
  return { ...query, ask, measure: 'formats', constraints };
}

/** Where they were, who was there, how long they took: what is told of each side, one after the other; then meeting by meeting. */
function byAspect(sides: readonly Side[], given: Given): Draft | undefined {
  const { query, say, language } = given;
  const told = query.also.map((ask) => {
    // How much longer the one of two took is told of both together.
    const isOfBoth = ask === 'duration' && sides.every(({ findings }) => findings.length === 1);
    const both = sides.slice(0, 1).map((side) => ({ ...side, findings: sides.flatMap(({ findings }) => findings) }));
    return (isOfBoth ? both : sides).map((side, at) => {
      const found = { ...given.search(side.query), findings: side.findings, chosen: side.findings };
      const draft = ASPECTS[ask]?.(createGiven({ ...given, query: asked(side.query, ask), found }));
      const line = draft?.headline ?? citing(say.sideEmpty(side.name), []);
      const more = (draft?.lines ?? []).map((each) => ({ ...headed(each, say.alone(side.name)), side: at }));
      return { line: { ...line, under: undefined }, more };
    });
  });
  const [first = [], ...others] = told;
  const text = first.map(({ line }) => line.text).join(language === 'ja' ? '' : ' ');
  return answered(
    citing(
      text,
      first.flatMap(({ line }) => line.references),
    ),
    [...others.flat().map(({ line }) => line), ...told.flat().flatMap(({ more }) => more)],
    { consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))) },
  );
}

/** Which of two came first; of three names one may be whom the two others met. Of one that is not on record, that. */
function whichFirst(sides: readonly Side[], given: Given): Draft | undefined {
  const draft = earlier(sides, given);
  if (draft !== undefined) return draft;
  const empty = sides.find(({ findings }) => findings.length === 0);
  return empty && refuse(asking(given, { ...empty.query, ask: 'when' }));
}

/** The number of records on each side, and what came up on that side alone. */
function numbersLine(sides: readonly Side[], own: readonly (readonly Topic[])[], given: Given): Line {
  const { query, say } = given;
  const meetings = sides.flatMap(({ findings }) => only(findings)?.consultation ?? []);
  const ends = sides.flatMap(({ findings }) => endsOf(findings).slice(-1));
  const empty = sides.filter(({ findings }) => findings.length === 0);
  // One meeting that was shown before is not counted.
  const isOfShown = sides.some((side) => idsIn(side.query, 'consultation').length > 0);
  const text = !(isOfShown || meetings.length === sides.length)
    ? say.countedApart(sides.map((side) => ({ scope: scopeOf(side.query, given), count: side.findings.length })))
    : empty.length > 0
      ? empty.map(({ name }) => say.sideEmpty(name)).join('')
      : say.besides(
          sides.map(({ name, findings }) => {
            const one = only(findings);
            return one === undefined ? name : say.meeting(tell(one.consultation, given));
          }),
        );
  const line = summaryLine(text, ends);
  if (isTopical(query)) return line;
  const apart = own.map((topics) => namedOf(topics, given));
  return { ...line, text: say.heldApart(text, apart), references: [...line.references, ...own.flatMap(referencesOf)] };
}

/** Opens with the side that has more, or fewer; asked whether the first one has, with yes or no. How many each has asks for no such opening. */
function outnumbering(sides: readonly Side[], counted: string, { query, say }: Given): string {
  const { direction, yesNo } = query;
  if (direction === undefined && !yesNo) return counted;
  const sign = direction === 'least' ? -1 : 1;
  const [first, next] = sides.toSorted((a, b) => sign * (b.findings.length - a.findings.length));
  const isEqual = first?.findings.length === next?.findings.length;
  const text = say.outnumbers(isEqual ? null : (first?.name ?? null), direction ?? 'most', counted);
  if (!yesNo) return text;
  return (direction === undefined ? isEqual : !isEqual && first === sides[0]) ? say.yes(text) : say.no(text);
}

/** Of two that both speak of the subject, what each one's firmest statement says: the difference is in the words. */
function saidByEach(sides: readonly Side[], columns: readonly (readonly Point[])[], given: Given): Line | undefined {
  const { say, language } = given;
  const [one, other, ...more] = sides;
  const keyOf = ({ role, anyOf }: Constraint) => [role, ...anyOf].join();
  const isShared = (each: Constraint) => other?.query.constraints.some((same) => keyOf(same) === keyOf(each)) === true;
  const subjects = one === undefined ? [] : subjectsOf(one.query).filter(isShared);
  const leads = columns.flatMap((column) => column.slice(0, 1));
  if (subjects.length === 0 || more.length > 0 || leads.length !== 2) return undefined;
  const each = leads.map(({ outcome }, at) => ({ name: sides[at]?.name ?? '', text: outcome[language] }));
  return citing(
    say.saidByEach(say.names(subjects.flatMap((subject) => quotedNames(subject, given))), each),
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
  if (isTopical(query)) {
    const asked = idsIn(query, 'topic');
    // What is on the very topic, before what is on a part of it.
    const isOnIt = ({ outcome }: Point) => asked.some((id) => outcome.topics.includes(id));
    return newestAfter(ahead(settledFirst(bestOf(findings)), isOnIt), 1);
  }
  if (findings.length !== 1) return newestAfter(bestFirst(firmest(findings)), mostLeading);
  const isOwn = ({ outcome }: Point) => own.some(({ id }) => outcome.topics.includes(id));
  return ahead(settledFirst(bestOf(findings)), (each) => isOwn(each) && isSettled(each));
}

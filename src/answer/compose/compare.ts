import type { Constraint, Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import { answered, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { namesOf, quotedNames } from '../names.ts';
import { scopeOf } from '../scope.ts';
import { topicName } from '../topic-name.ts';
import { byDate, type Composer, endsOf, idsOf, newestFirst, statementLine, summaryLine, toldOf } from './lines.ts';
import { bestFirst, firmness, isTopical, newestAfter, type Point, pointsOf, subjectsOf } from './points.ts';
import { explanationOf } from './structure.ts';
import { composeWhat } from './what.ts';

/** Sides that are set against each other. */
const mostSides = 4;
/** Statements of each side on the first page, where each has a line on what came up there alone; further pages hold more of them. */
const mostLeading = 1;
/** Topics named in one line. */
const mostTopics = 4;

type Side = { readonly name: string; readonly findings: readonly Finding[] };

/**
 * Two or more things side by side. Opens with how much the record holds of each; under the name of each, what came up there alone and its
 * statements; last what is common to all.
 */
export const composeCompare: Composer = (given) => {
  const { query, say } = given;
  const sides = sidesOf(given).slice(0, mostSides);
  if (sides.length < 2) return composeWhat(given);
  if (sides.every(({ findings }) => findings.length === 0)) return undefined;
  const { own, common } = topicsOf(sides, given);
  const isBeside = isTopical(query);
  const frameworks = isBeside ? [] : frameworksIn(query);
  const explained = frameworks.length > 1 ? frameworks.map((id) => explanationOf(id, given)) : [];
  const blocks = sides.map((side, at) => {
    const column = columnOf(side.findings, given).map((each) => statementLine(each, given));
    const leading = [...(explained[at] ?? []), ...column.slice(0, mostLeading)];
    const alone = topicLine(own[at] ?? [], (names, more) => say.onlyHere(names, more, isBeside), given);
    return [...leading, ...alone, ...column.slice(mostLeading)].map((line) => ofSide(line, at, side, given));
  });
  const first = (own.some((topics) => topics.length > 0) ? 1 : 0) + (explained[0]?.length ?? mostLeading);
  const shared = topicLine(common, (names, more) => say.inCommon(names, more, isBeside, sides.length), given);
  const subject = subjectsOf(query).flatMap((each) => quotedNames(each, given));
  const counted = sides.map(({ name, findings }) => ({ name, count: findings.length }));
  const isOfNumbers = query.measure === 'count';
  const named = subject.length === 0 || isOfSubjects(query) ? null : say.names(subject);
  const compared = say.compared(counted, named, isOfNumbers);
  return answered(
    summaryLine(
      isOfNumbers ? say.outnumbers(mostOf(counted), compared) : compared,
      sides.flatMap(({ findings }) => endsOf(findings).slice(-1)),
    ),
    [
      ...blocks.flatMap((lines) => lines.slice(0, first)),
      ...shared.map((line) => ({ ...line, under: { heading: say.common, text: line.text, always: true } })),
      ...byTurns(blocks.map((lines) => lines.slice(first))),
    ],
    {
      consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))),
      sides: sides.map(({ name }) => name),
      notes: counted.filter(({ count }) => count === 0).map(({ name }) => say.sideEmpty(name)),
    },
  );
};

/** The name of the side with the most; `null` where several have as many. */
function mostOf(counted: readonly { readonly name: string; readonly count: number }[]): string | null {
  const [most, next] = [...counted].sort((a, b) => b.count - a.count);
  return most === undefined || most.count === next?.count ? null : most.name;
}

/** Under the name of its side, which is said once: a side that is one meeting has that meeting's. */
function ofSide(line: Line, at: number, { name, findings }: Side, given: Given): Line {
  const [only, ...others] = findings;
  const isOne = only !== undefined && others.length === 0;
  const heading = isOne ? given.say.heading(toldOf(given, only.consultation)) : name;
  return { ...line, side: at, under: { heading, text: (isOne && line.under?.text) || line.text, always: true } };
}

/** Topics that every side holds in what was said, and those that one alone does, the commonest first; what is asked about is neither. */
function topicsOf(sides: readonly Side[], { query }: Given) {
  const asked = new Set(query.constraints.filter(({ role }) => role === 'topic').flatMap(({ anyOf }) => anyOf));
  const held = sides.map(({ findings }) => {
    const points = pointsOf(findings).flatMap((point) => point.outcome.topics.map((topic) => ({ topic, point })));
    return Map.groupBy(
      points.filter(({ topic }) => !asked.has(topic)),
      ({ topic }) => topic,
    );
  });
  const topics = held.map((each) =>
    [...each]
      .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
      .map(([topic, all]) => ({ topic, point: all[0]?.point })),
  );
  const isHeld = (topic: string, at: number) => held[at]?.has(topic) === true;
  const others = (at: number) => held.map((_, other) => other).filter((other) => other !== at);
  return {
    own: topics.map((all, at) => all.filter(({ topic }) => !others(at).some((other) => isHeld(topic, other)))),
    common: (topics[0] ?? []).filter(({ topic }) => held.every((_, at) => isHeld(topic, at))),
  };
}

/** One line that names topics, cited by a statement on each; none without topics. */
function topicLine(
  topics: readonly { readonly topic: string; readonly point: Point | undefined }[],
  say: (topics: readonly string[], more: number) => string,
  { knowledge, language }: Given,
): readonly Line[] {
  const shown = topics.slice(0, mostTopics);
  if (shown.length === 0) return [];
  return [
    {
      text: say(
        shown.map(({ topic }) => topicName(topic, knowledge, language)),
        topics.length - shown.length,
      ),
      references: shown.flatMap(({ point }) => point?.outcome.sources.slice(0, 1) ?? []),
      consultation: null,
    },
  ];
}

/** The first of each, then the second of each. */
function byTurns(columns: readonly (readonly Line[])[]): readonly Line[] {
  const rows = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column.slice(row, row + 1))).flat();
}

/** What one side has to show: on a subject its best statement and then the others, a meeting's each; else the firmest of each meeting. */
function columnOf(findings: readonly Finding[], given: Given): readonly Point[] {
  if (findings.length === 1 && !isTopical(given.query)) return pointsOf(findings);
  if (isTopical(given.query)) return newestAfter(bestFirst(pointsOf(findings), given), mostLeading);
  return newestFirst(findings).flatMap((each) =>
    [...pointsOf([each])].sort((a, b) => firmness(a.outcome.act) - firmness(b.outcome.act)).slice(0, 1),
  );
}

/** What is set against what: parts named apart, two times, two meetings, else the ids of one role. */
function sidesOf(given: Given): readonly Side[] {
  const { query, language, search, found } = given;
  const base: Query = { ...query, ask: 'what', also: [], parts: undefined, otherPeriod: null, order: undefined };
  if (query.parts !== undefined)
    return query.parts.map((part) => ({
      name: part.label[language],
      findings: search({
        ...base,
        constraints: joined(base.constraints, part.constraints),
        period: part.period ?? base.period,
      }).findings,
    }));
  if (query.period !== null && query.otherPeriod !== null)
    return [query.period, query.otherPeriod].map((period) => ({
      name: formatPeriod(period, language),
      findings: search({ ...base, period }).findings,
    }));
  if (query.measure === 'count' && query.period !== null)
    return yearsOf(query.period).map((period) => ({
      name: formatPeriod(period, language),
      findings: search({ ...base, period }).findings,
    }));
  if ((query.order !== undefined || query.nths !== undefined) && found.chosen.length > 1)
    return byDate(found.chosen).map((each) => ({
      name: toldOf(given, each.consultation).date,
      findings: [each],
    }));
  const sides = byRole(base, given);
  // "The last 2+2 and the one before": one kind of meeting is set against itself.
  const [latest, before] = query.order === undefined ? [] : newestFirst(found.findings);
  if (sides.length > 1 || latest === undefined || before === undefined) return sides;
  return [before, latest].map((each) => ({
    name: toldOf(given, each.consultation).date,
    findings: [each],
    isTime: true,
  }));
}

/** "2021 or 2022", which is read as one time from the first to the last. */
function yearsOf({ from, to }: NonNullable<Query['period']>): readonly NonNullable<Query['period']>[] {
  const [first, last] = [Number(from?.slice(0, 4) ?? 0), Number(to?.slice(0, 4) ?? 0)];
  if (first === 0 || last - first >= mostSides) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
  }));
}

/** A part keeps what was said for all, but for what it says itself. */
function joined(all: readonly Constraint[], own: readonly Constraint[]): Constraint[] {
  return [...all.filter(({ role }) => !own.some((each) => each.role === role)), ...own];
}

/** Two people, frameworks, meetings, partners or topics. */
function byRole(base: Query, given: Given): readonly Side[] {
  for (const role of [
    'person',
    'framework',
    'consultation',
    'members',
    'member',
    'place',
    'country',
    'side',
    'topic',
  ] as const) {
    const of = base.constraints.filter((each) => each.role === role && !each.negated);
    const each = of.flatMap((constraint) =>
      constraint.anyOf.map((id): Constraint => ({ ...constraint, anyOf: [id], subject: constraint.subject })),
    );
    if (each.length < 2) continue;
    const rest = base.constraints.filter((constraint) => !of.includes(constraint));
    return each.map((constraint) => {
      const findings = given.search({ ...base, constraints: [...rest, constraint] }).findings;
      const only = role === 'consultation' ? findings[0] : undefined;
      const names = namesOf(constraint, given).map((each) => (role === 'person' ? given.say.person(each) : each));
      const name = only === undefined ? given.say.names(names) : toldOf(given, only.consultation).date;
      return { name: name || given.say.scope(scopeOf({ ...base, constraints: [constraint] }, given)), findings };
    });
  }
  return [];
}

function frameworksIn({ constraints }: Query): readonly string[] {
  return constraints.filter(({ role, negated }) => role === 'framework' && !negated).flatMap(({ anyOf }) => anyOf);
}

/** The subjects are themselves the sides. */
function isOfSubjects(query: Query): boolean {
  return (
    query.parts === undefined &&
    query.otherPeriod === null &&
    subjectsOf(query).flatMap(({ anyOf }) => anyOf).length > 1
  );
}

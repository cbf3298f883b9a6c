import type { Constraint, Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import { answered, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import { namesOf, quotedNames } from '../names.ts';
import { scopeOf } from '../scope.ts';
import {
  byDate,
  type Composer,
  endsOf,
  idsOf,
  itemLine,
  newestFirst,
  statementLine,
  summaryLine,
  toldOf,
} from './lines.ts';
import { bestFirst, firmness, isTopical, type Point, pointsOf, subjectsOf } from './points.ts';
import { differenceOf } from './structure.ts';
import { composeWhat } from './what.ts';

/** Statements of one side that stand opposite the other's. */
const mostRows = 12;
/** Sides that are set against each other. */
const mostSides = 4;

type Side = {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Its lines are told apart by their dates. */
  readonly isTime?: boolean;
};

/** Two or more things side by side. Opens with how much the record holds of each; then their statements by turns, like beside like. */
export const composeCompare: Composer = (given) => {
  const { query, say } = given;
  const sides = sidesOf(given).slice(0, mostSides);
  if (sides.length < 2) return composeWhat(given);
  if (sides.every(({ findings }) => findings.length === 0)) return undefined;
  const columns = aligned(
    sides.map(({ findings }) => columnOf(findings, given)),
    isTopical(query),
  );
  const rows = Math.min(mostRows, Math.max(...columns.map((column) => column.length)));
  const lines = Array.from({ length: rows }, (_, row) =>
    sides.flatMap(({ name, findings, isTime }, at): Line[] => {
      const point = columns[at]?.[row];
      if (point !== undefined && isTime) return [statementLine(point, given)];
      if (point !== undefined) return [labelled(statementLine(point, given), name, given)];
      const [only] = newestFirst(findings);
      return row === 0 && only !== undefined ? [labelled(itemLine(only.consultation, given), name, given)] : [];
    }),
  ).flat();
  const subject = subjectsOf(query).flatMap((each) => quotedNames(each, given));
  const named = sides.map(({ name, findings }) => ({ name, count: findings.length }));
  const explained = frameworksIn(query).length > 1 && !isTopical(query) ? differenceOf(frameworksIn(query), given) : [];
  return answered(
    summaryLine(
      say.compared(named, subject.length === 0 || isOfSubjects(query) ? null : say.names(subject)),
      sides.flatMap(({ findings }) => endsOf(findings).slice(-1)),
    ),
    [...explained, ...lines],
    {
      consultations: idsOf(sides.flatMap(({ findings }) => newestFirst(findings))),
      notes: named.filter(({ count }) => count === 0).map(({ name }) => say.sideEmpty(name)),
    },
  );
};

/** What one side has to show: on a subject its best statements, a meeting's each; else the firmest of each meeting. */
function columnOf(findings: readonly Finding[], given: Given): readonly Point[] {
  if (isTopical(given.query)) return bestFirst(pointsOf(findings), given);
  if (findings.length === 1) return pointsOf(findings);
  return newestFirst(findings).flatMap((each) =>
    [...pointsOf([each])].sort((a, b) => firmness(a.outcome.act) - firmness(b.outcome.act)).slice(0, 1),
  );
}

/** Like beside like: statements on the same topic move up to the row of the first side's, the rest follow in their order. */
function aligned(columns: readonly (readonly Point[])[], isOneSubject: boolean): readonly (readonly Point[])[] {
  const [first, ...others] = columns;
  if (first === undefined || isOneSubject) return columns;
  const shared = first.filter((point) => others.some((column) => column.some((each) => isAkin(point, each))));
  const rows = [...shared, ...first.filter((point) => !shared.includes(point))];
  return [
    rows,
    ...others.map((column) => {
      const left = [...column];
      const take = (point: Point) => {
        const at = left.findIndex((each) => isAkin(point, each));
        return at < 0 ? undefined : left.splice(at, 1)[0];
      };
      const beside = shared.map(take).filter((each) => each !== undefined);
      return [...beside, ...left];
    }),
  ];
}

function isAkin(a: Point, b: Point): boolean {
  return a.outcome.topics.some((topic) => b.outcome.topics.includes(topic));
}

/** Every line says whose it is, since the sides stand by turns. */
function labelled(line: Line, side: string, { say }: Given): Line {
  const { under: _, ...alone } = line;
  return { ...alone, text: say.sideItem(side, line.text) };
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
      isTime: true,
    }));
  if ((query.order !== undefined || query.nths !== undefined) && found.chosen.length > 1)
    return byDate(found.chosen).map((each) => ({
      name: toldOf(given, each.consultation).date,
      findings: [each],
      isTime: true,
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
      const name =
        only === undefined ? given.say.names(namesOf(constraint, given)) : toldOf(given, only.consultation).date;
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

import { byDate, idsOf } from '../../knowledge/in-time.ts';
import { byTurns } from '../../lists.ts';
import { type Constraint, idsIn, type Role } from '../../reading/query.ts';
import { answered, citing, type Draft } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { quotedNames } from '../names.ts';
import { composeCompare } from './compare.ts';
import { type Composer, spanOf, statementLines } from './lines.ts';
import { composeList } from './list.ts';
import {
  bestOf,
  isOnFew,
  isSettled,
  isTopical,
  nearBest,
  type Point,
  settledFirst,
  subjectsOf,
  weightOf,
} from './points.ts';
import { composeWhat } from './what.ts';

/** Statements between the first and the latest that one page shows. */
const mostBetween = 5;

/**
 * How a subject moved. Opens with from when to when, and with the first and the latest statement; between them what was decided, one statement a
 * meeting in order of time, before all the others.
 */
export const composeDevelop: Composer = (asked) => {
  if (!isTopical(asked.query)) return endsCompared(asked) ?? composeList(asked);
  // How a subject moved is told by everything that was done about it.
  const constraints = mainly(asked.query.constraints.filter(({ role }) => role !== 'act' && role !== 'verb'));
  const given = asking(asked, { ...asked.query, constraints: [...constraints] });
  const { query, found, say, scope, language } = given;
  const all = byDate(found.chosen);
  const points = telling(all.flatMap((each) => settledFirst(bestOf([each])).slice(0, 1)));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return composeWhat(given);
  const subject = say.names(subjectsOf(query).flatMap((each) => quotedNames(each, given)));
  const shown = [first, ...milestones(points.slice(1, -1), mostBetween), last];
  const others = byTurns(all.map((each) => bestOf([each]))).filter((each) => !shown.includes(each));
  const [from, to] = spanOf(points, given);
  const text = say.developed(subject || say.scope(scope), all.length, from, to, [
    first.outcome[language],
    last.outcome[language],
  ]);
  return answered(
    citing(text, [...first.outcome.sources, ...last.outcome.sources]),
    statementLines([...shown.slice(1, -1), ...others], given),
    { consultations: idsOf([...shown, ...others]) },
  );
};

/** "What changed between the 2021 and 2024 2+2": of one kind of meeting, and no family of them, the first and the latest side by side. */
function endsCompared(given: Given): Draft | undefined {
  const { query, knowledge } = given;
  const [id, ...others] = idsIn(query, 'framework');
  const isFamily = [...knowledge.frameworks.values()].some(({ parent }) => parent === id);
  if (id === undefined || others.length > 0 || isFamily) return undefined;
  return composeCompare(asking(given, { ...query, ask: 'compare', order: { side: 'both', skip: 0, limit: 1 } }));
}

const BESIDE: ReadonlySet<Role> = new Set(['word', 'country', 'place']);

/** Words beside a topic say how it was put, and what is made in Japan is not only spoken of there: the number told is that of the topic. */
function mainly(constraints: readonly Constraint[]): readonly Constraint[] {
  const isNamed = constraints.some(({ role, negated }) => !negated && (role === 'topic' || role === 'mention'));
  return isNamed ? constraints.filter(({ role }) => !BESIDE.has(role)) : constraints;
}

/**
 * The statements that tell how the subject moved: those on the very subject, where they fill a page; else those that hold it about as well as the
 * best, or all that speak of it.
 */
function telling(points: readonly Point[]): readonly Point[] {
  const near = nearBest(points);
  return [near.filter(isOnFew), near].find(({ length }) => length >= mostBetween + 2) ?? points;
}

/** So many of them, in their order: what was settled before what was not, the firmest first, and of a year already shown only what is firmer. */
export function milestones(points: readonly Point[], most: number): readonly Point[] {
  const chosen: Point[] = [];
  const worth = (point: Point) => {
    const ofYear = chosen.filter((each) => yearOf(each) === yearOf(point)).length;
    return weightOf(point) + (isSettled(point) ? ofSettled : 0) - ofYear * ofSameYear;
  };
  while (chosen.length < Math.min(most, points.length)) {
    const left = points.filter((each) => !chosen.includes(each));
    chosen.push(left.reduce((best, each) => (worth(each) > worth(best) ? each : best)));
  }
  return points.filter((each) => chosen.includes(each));
}

/** What being settled adds to a statement's weight, which is at most some 0.13, and what each other of its year takes away. */
const ofSettled = 0.04;
const ofSameYear = 0.03;

const yearOf = ({ consultation }: Point) => consultation.date.slice(0, 4);

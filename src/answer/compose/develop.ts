import { byDate } from '../../knowledge/in-time.ts';
import { type Constraint, idsIn } from '../../reading/query.ts';
import { answered, citing, type Draft } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { quotedNames } from '../names.ts';
import { composeCompare } from './compare.ts';
import { idsOf, spanOf } from './dated.ts';
import { type Composer, statementLines } from './lines.ts';
import { composeList } from './list.ts';
import { bestOf, isOneTopic, isTopical, meant, type Point, pointsOf, SETTLED, step, subjectsOf } from './points.ts';
import { composeWhat } from './what.ts';

/** Statements between the first and the latest that one page shows. */
const mostBetween = 5;

/**
 * How a subject moved. Opens with from when to when, and with the first and the latest statement; between them one statement a meeting in
 * order of time, the span evenly covered, before all the others.
 */
export const composeDevelop: Composer = (asked) => {
  if (!isTopical(asked.query)) return endsCompared(asked) ?? composeList(asked);
  // How a subject moved is told by everything that was done about it.
  const constraints = asked.query.constraints.filter(({ role }) => role !== 'act' && role !== 'verb');
  const given = asking(asked, { ...asked.query, constraints });
  const { query, found, say, scope, language } = given;
  const all = byDate(found.chosen);
  const best = byDate(meant(all, query));
  const main = best.length > 2 && !isOneTopic(query) ? best : all;
  const points = main.flatMap((each) => bestOf([each]).slice(0, 1));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last) return composeWhat(given);
  const subject = say.names(mainly(subjectsOf(query)).flatMap((each) => quotedNames(each, given)));
  const shown = [first, ...evenly(points.slice(1, -1), mostBetween), last];
  const others = pointsOf(all).filter((each) => !shown.includes(each));
  const [from, to] = spanOf(points, given);
  const text = say.developed(subject || say.scope(scope), main.length, from, to, [
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

/** Words beside a topic only narrow it. */
function mainly(subjects: readonly Constraint[]): readonly Constraint[] {
  const named = subjects.filter(({ role }) => role !== 'word');
  return named.length > 0 ? named : subjects;
}

const settledOf = ({ outcome }: Point) => (SETTLED.has(outcome.act) ? 1 : 0);

/** So many of them, in their order: one from each stretch of time, of years not yet shown where there is a choice, the best of those. */
export function evenly(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const chosen: Point[] = [];
  for (let at = 0; at < most; at += 1) {
    const [start, end] = [at, at + 1].map((each) => Math.round((each * points.length) / most));
    const stretch = points.slice(start, end);
    const years = new Set(chosen.map(({ consultation }) => consultation.date.slice(0, 4)));
    const fresh = stretch.filter(({ consultation }) => !years.has(consultation.date.slice(0, 4)));
    const [best] = [...(fresh.length > 0 ? fresh : stretch)].sort(
      (a, b) => step(b.fit) - step(a.fit) || settledOf(b) - settledOf(a) || b.score - a.score,
    );
    if (best !== undefined) chosen.push(best);
  }
  return chosen;
}

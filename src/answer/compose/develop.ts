import type { Constraint } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { answered } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { quotedNames } from '../names.ts';
import { byDate, type Composer, idsOf, leadLine, spanOf, statementLine } from './lines.ts';
import { composeList } from './list.ts';
import { bestFirst, isTopical, meant, type Point, pointsOf, subjectsOf } from './points.ts';

/** Statements between the first and the latest that one page shows. */
const mostBetween = 5;

/**
 * How a subject moved. Opens with from when to when, and with the first and the latest statement; between them one statement a meeting in
 * order of time, the span evenly covered, before all the others.
 */
export const composeDevelop: Composer = (asked) => {
  if (!isTopical(asked.query)) return composeList(asked);
  const given = whateverDone(asked);
  const { query, found, say, scope, language } = given;
  const all = byDate(found.chosen);
  const best = byDate(meant(all, query));
  const main = best.length > 2 && !isOneTopic(subjectsOf(query)) ? best : all;
  const points = main.flatMap((each) => bestOf(each, given));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const subject = say.names(mainly(subjectsOf(query)).flatMap((each) => quotedNames(each, given)));
  const [from, to] = spanOf(points, given);
  if (first === last) {
    const line = leadLine(first, given);
    return answered({ ...line, text: say.onlyOnce(subject, line.text) }, [], { consultations: idsOf(points) });
  }
  const between = evenly(points.slice(1, -1), mostBetween);
  const others = all.flatMap((each) => pointsOf([each])).filter((each) => !isAmong(each, [first, ...between, last]));
  return answered(
    {
      text: say.developed(subject || say.scope(scope), main.length, from, to, [
        first.outcome[language],
        last.outcome[language],
      ]),
      references: [...first.outcome.sources, ...last.outcome.sources],
      consultation: null,
    },
    [...between, ...others].map((each) => statementLine(each, given)),
    { consultations: idsOf([first, ...between, last, ...others]) },
  );
};

/** How a subject moved is told by everything that was done about it. */
function whateverDone(given: Given): Given {
  const { query } = given;
  const constraints = query.constraints.filter(({ role }) => role !== 'act' && role !== 'verb');
  return constraints.length === query.constraints.length ? given : asking(given, { ...query, constraints });
}

/** Whatever is tagged with a topic is on it, whether it says its name or not. */
function isOneTopic([first, ...others]: readonly Constraint[]): boolean {
  return first?.role === 'topic' && !first.part && others.length === 0;
}

/** Words beside a topic only narrow it. */
function mainly(subjects: readonly Constraint[]): readonly Constraint[] {
  const named = subjects.filter(({ role }) => role !== 'word');
  return named.length > 0 ? named : subjects;
}

function bestOf(finding: Finding, given: Given): readonly Point[] {
  return bestFirst(pointsOf([finding]), given).slice(0, 1);
}

function isAmong(point: Point, shown: readonly Point[]): boolean {
  return shown.some(({ outcome }) => outcome === point.outcome);
}

/** So many of them, in their order: one from each stretch of time, of years not yet shown where there is a choice, the best of those. */
export function evenly(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const chosen: Point[] = [];
  for (let at = 0; at < most; at += 1) {
    const [start, end] = [at, at + 1].map((each) => Math.round((each * points.length) / most));
    const stretch = points.slice(start, end);
    const years = new Set(chosen.map(({ consultation }) => consultation.date.slice(0, 4)));
    const fresh = stretch.filter(({ consultation }) => !years.has(consultation.date.slice(0, 4)));
    const [best] = [...(fresh.length > 0 ? fresh : stretch)].sort((a, b) => b.fit - a.fit || b.score - a.score);
    if (best !== undefined) chosen.push(best);
  }
  return chosen;
}

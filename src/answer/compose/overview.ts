import type { Framework, Seniorities } from '../../knowledge/schema.ts';
import { formatPeriod } from '../../time/format.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { topicName } from '../topic-name.ts';
import { endsOf, idsOf, newestFirst, statementLine, summaryLine } from './lines.ts';
import { firmness, newestAfter, officialness, onFirstPage, type Point, pointsOf } from './points.ts';

type Seniority = (typeof Seniorities)[number];

/** Highest first. */
const ORDER: readonly (Seniority | undefined)[] = ['leaders', 'ministers', 'vice-ministers', 'officials', 'military'];
/** Ways to narrow that are offered. */
const mostWays = 3;

/**
 * Many meetings and no subject: how many there were, of which levels, the firmest of what was settled at the highest of them, one statement
 * a meeting, and ways to ask for less.
 */
export function overview(given: Given): Draft {
  const { say, scope, found } = given;
  const { chosen } = found;
  const levels = [...Map.groupBy(chosen, ({ consultation }) => seniorityOf(consultation.framework, given))]
    .map(([level, of]) => ({ level, count: of.length }))
    .sort((a, b) => rankOf(a.level) - rankOf(b.level));
  const points = newestAfter(mainPoints(given), onFirstPage);
  return answered(
    summaryLine(say.overview(scope, chosen.length, levels), endsOf(chosen)),
    points.map((each) => statementLine(each, given)),
    { consultations: idsOf([...points, ...newestFirst(chosen)]), suggestions: waysToNarrow(given) },
  );
}

/** The firmest statement of each meeting; those of the highest level, the firmest act, an official page and the newest day first. */
function mainPoints(given: Given): readonly Point[] {
  const firmest = given.found.chosen.flatMap((finding) =>
    [...pointsOf([finding])].sort((a, b) => firmness(a.outcome.act) - firmness(b.outcome.act)).slice(0, 1),
  );
  return firmest.sort(
    (a, b) =>
      firmness(a.outcome.act) - firmness(b.outcome.act) ||
      rankOf(seniorityOf(a.consultation.framework, given)) - rankOf(seniorityOf(b.consultation.framework, given)) ||
      officialness(b.outcome, given) - officialness(a.outcome, given) ||
      (a.consultation.date < b.consultation.date ? 1 : -1),
  );
}

/** The commonest frameworks and topics of what was found, each as a question for the same time. */
function waysToNarrow(given: Given): readonly string[] {
  const { say, found, query, language, knowledge } = given;
  const period = query.period === null ? null : formatPeriod(query.period, language);
  const frameworks = commonest(found.chosen.map(({ consultation }) => consultation.framework));
  const topics = commonest(found.chosen.flatMap(({ outcomes }) => outcomes.flatMap(({ outcome }) => outcome.topics)));
  const [framework] = frameworks;
  return [
    ...topics.slice(0, 2).map((id) => {
      const name = topicName(id, knowledge, language);
      return period === null ? say.ask.topic(name) : say.ask.topicIn(name, period);
    }),
    ...(framework === undefined
      ? []
      : [
          period === null
            ? say.ask.latest(frameworkName(framework, given))
            : say.ask.list(frameworkName(framework, given), period),
        ]),
  ].slice(0, mostWays);
}

function commonest(ids: readonly string[]): readonly string[] {
  const counts = [...Map.groupBy(ids, (id) => id)].map(([id, all]) => ({ id, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

function seniorityOf(framework: string, { knowledge }: Given): Framework['seniority'] {
  return knowledge.frameworks.get(framework)?.seniority;
}

function rankOf(level: Framework['seniority']): number {
  return level === undefined ? ORDER.length : ORDER.indexOf(level);
}

import { endsOf, idsOf, newestFirst } from '../../knowledge/in-time.ts';
import { type Framework, Seniorities } from '../../knowledge/schema.ts';
import { byFrequency } from '../../lists.ts';
import { idsIn } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { formatPeriod } from '../../time/format.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { frameworkName } from '../names.ts';
import { topicName } from '../topic-name.ts';
import { statementLines, summaryLine } from './lines.ts';
import { firmest, newestAfter, onFirstPage, type Point } from './points.ts';

/** Topics that are offered to narrow by. */
const mostTopics = 2;

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
    statementLines(points, given),
    {
      consultations: idsOf([...points, ...newestFirst(chosen)]),
      suggestions: waysToNarrow(given),
    },
  );
}

/** The main decision of each meeting; those of the firmest, of the highest level and of the newest day first. */
function mainPoints(given: Given): readonly Point[] {
  const { chosen } = given.found;
  const common = commonTopics(chosen);
  const isOfSigned = idsIn(given.query, 'act').includes('signed');
  const levelOf = ({ consultation }: Point) => rankOf(seniorityOf(consultation.framework, given));
  return firmest(chosen)
    .toSorted(
      (a, b) => b.score - a.score || levelOf(a) - levelOf(b) || b.consultation.date.localeCompare(a.consultation.date),
    )
    .map((point) => (isOfSigned ? point : mainBeside(point, chosen, common)));
}

/** A paper signed on what few meetings of the time were about, as one of two ministries on quantum computers, is not the meeting's main decision. */
function mainBeside(point: Point, chosen: readonly Finding[], common: ReadonlySet<string>): Point {
  const isOnCommon = ({ outcome }: Point) => outcome.topics.some((id) => common.has(id));
  if (point.outcome.act !== 'signed' || isOnCommon(point)) return point;
  const own = chosen.find(({ consultation }) => consultation === point.consultation)?.outcomes ?? [];
  return own.filter(isOnCommon).toSorted((a, b) => b.score - a.score)[0] ?? point;
}

/** Topics that came up at no small share of the meetings. */
function commonTopics(chosen: readonly Finding[]): ReadonlySet<string> {
  const raised = chosen.flatMap(({ outcomes }) => [...new Set(outcomes.flatMap(({ outcome }) => outcome.topics))]);
  const counts = [...Map.groupBy(raised, (id) => id)];
  return new Set(counts.filter(([, all]) => all.length >= chosen.length * COMMON).map(([id]) => id));
}

/** The share of meetings at which a common topic came up. */
const COMMON = 0.2;

/** The commonest topics and framework of what was found, each as a question for the same time. */
function waysToNarrow(given: Given): readonly string[] {
  const { say, found, query, language } = given;
  const period = query.period === null ? null : formatPeriod(query.period, language);
  const frameworks = byFrequency(found.chosen.map(({ consultation }) => consultation.framework));
  const topics = byFrequency(found.chosen.flatMap(({ outcomes }) => outcomes.flatMap(({ outcome }) => outcome.topics)));
  const ofTopic = (name: string) => (period === null ? say.ask.topic(name) : say.ask.topicIn(name, period));
  const ofFramework = (name: string) => (period === null ? say.ask.latest(name) : say.ask.list(name, period));
  return [
    ...topics.slice(0, mostTopics).map((id) => ofTopic(topicName(id, given))),
    ...frameworks.slice(0, 1).map((id) => ofFramework(frameworkName(id, given))),
  ];
}

function seniorityOf(framework: string, { knowledge }: Given): Framework['seniority'] {
  return knowledge.frameworks.get(framework)?.seniority;
}

function rankOf(level: Framework['seniority']): number {
  return level === undefined ? Seniorities.length : Seniorities.indexOf(level);
}

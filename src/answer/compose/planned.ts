import { idsOf, newestFirst } from '../../knowledge/in-time.ts';
import type { Consultation, Outcome } from '../../knowledge/schema.ts';
import { only } from '../../lists.ts';
import { rememberedOf } from '../../memo.ts';
import { demandsIn } from '../../reading/query.ts';
import { findTimes, type Period, periodOfEventDate } from '../../time/index.ts';
import { type Draft, notFound } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { plainLine, statementLines, statementsDraft } from './lines.ts';
import { allOf, isOfOneThing, isTopical, mostOfOneThing, type Point, pointsOf, SETTLED, step } from './points.ts';
import { composeRefuse } from './talk.ts';
import { stands } from './wordings.ts';

/** A statement that holds all that was asked of it. */
const HOLDS = { when: 0.9, what: 0.75 } as const;
/** Statements on what is planned that are shown. */
const mostShown = 3;

/**
 * "When will it be finished?", "where will the next one be held?": what was planned or agreed on it, the newest first. Nothing is foretold: where
 * the record holds no plan, or where part of the question is not on record, it is refused as any other prediction; "when should they?" as an opinion.
 */
export const composePlanned = (asked: Given): Draft | undefined => {
  const { reason = 'prediction' } = asked.query;
  return (
    plansOf(asked) ?? composeRefuse({ ...before(asked), query: { ...before(asked).query, ask: 'refuse', reason } })
  );
};

/** "In which country will the 2026 meeting be?", of which none is on record: what an earlier one agreed for that time. */
export function composePlannedIn(given: Given): Draft | undefined {
  const { query } = given;
  const isOfTable = demandsIn(query, 'framework', 'kind').length > 0;
  const isAsked = query.ask === 'where' || query.ask === 'when' || query.ask === 'list';
  return isAsked && isOfTable && query.period !== null && !isTopical(query)
    ? plansOf({ ...given, query: { ...query, ask: 'what' } })
    : undefined;
}

function plansOf(asked: Given): Draft | undefined {
  const given = before(asked);
  const { found, say, query } = given;
  const all = isOfAnything(given) ? [] : pointsOf(found.findings);
  const held = all.filter(plannedBy(asked));
  const open = held.length > 0 || query.ask !== 'when' ? held : all.filter(plannedBy(asked, tellsOpen(given)));
  const points = open.length > 0 || query.ask !== 'when' ? open : onOneThing(given);
  const plans = found.dropped.length > 0 || found.unheld.length > 0 ? [] : newestFirst(fittest(points));
  const draft = statementsDraft(plans.slice(0, mostShown), given) ?? undatedPlans(asked, given);
  const told = [...asked.found.dropped, ...asked.found.unheld];
  return draft && { ...draft, held: told, notes: [...draft.notes, say.planned] };
}

/**
 * "Where will the next one be?" where none to come is on record: what the last one said of a meeting on a day that is not over; of the step from a
 * meeting shown, what that one said of a later day.
 */
export function composeNextPlanned(asked: Given): Draft | undefined {
  const { query, today } = asked;
  const isStep = query.ask === 'when' && query.frame === 'step' && query.period?.to === null;
  if (!query.ahead && !isStep) return undefined;
  const given = before(asking(asked, { ...query, ask: 'what', ahead: false, order: undefined }));
  const from = (query.frame === 'step' ? query.period?.from : undefined) ?? today;
  const isBefore = ({ consultation }: Given['found']['findings'][number]) =>
    periodOfEventDate(consultation.date).to < from;
  const last = newestFirst(given.found.findings.filter(isBefore)).slice(0, 1);
  const isToCome = (point: Point) => timesIn(point).some((time) => (time.to ?? time.from ?? '') >= from);
  const plans = pointsOf(last).filter((point) => plannedBy(given)(point) && isToCome(point));
  const draft = statementsDraft(plans.slice(0, mostShown), given);
  return draft && { ...draft, notes: [...draft.notes, given.say.planned], consultations: idsOf(plans) };
}

/** Asked when a thing will be, when the record tells of its plan without a day: that there is none, and what was planned. */
function undatedPlans(asked: Given, given: Given): Draft | undefined {
  const { found, say, query } = given;
  const isWhole = found.dropped.length === 0 && found.unheld.length === 0;
  if (query.ask !== 'when' || !isWhole || isOfAnything(given)) return undefined;
  const isPlanned = plannedBy({ ...asked, query: { ...asked.query, ask: 'what', period: null } });
  const points = newestFirst(pointsOf(found.findings).filter(isPlanned)).slice(0, mostShown);
  return points.length === 0
    ? undefined
    : notFound(plainLine(say.noDayPlanned), statementLines(points, given), { consultations: idsOf(points) });
}

/** Of free words alone, only what few meetings speak of is a thing that can be planned: "Marine Regiment", and no "attack". */
function isOfAnything({ query: { constraints }, found }: Given): boolean {
  return constraints.every(({ role }) => role === 'word' || role === 'side') && found.findings.length > mostOfOneThing;
}

/** Those that hold the question as fully as the best does. */
function fittest(points: readonly Point[]): readonly Point[] {
  const best = Math.max(0, ...points.map(({ fit }) => step(fit)));
  return points.filter(({ fit }) => step(fit) === best);
}

/** The same question of all that was said before: the time and place asked about are those of the plan, and of no meeting on record, and nothing was done yet. */
function before(given: Given): Given {
  const { query } = given;
  const constraints = query.constraints.filter(
    ({ role, origin }) =>
      role !== 'place' && role !== 'country' && role !== 'format' && !(role === 'verb' && origin === 'assumed'),
  );
  return asking(given, { ...query, period: null, otherPeriod: null, constraints });
}

/**
 * Whether a statement holds all that was asked and tells of a plan for the time asked about: asked when, one that names a day; without a subject, one
 * for a meeting.
 */
function plannedBy({ query, language }: Given, dated = tellsLater): (point: Point) => boolean {
  const { period } = query;
  return (point) => {
    if (point.fit < HOLDS[query.ask === 'when' ? 'when' : 'what'] || !saysSo(point, query)) return false;
    const { outcome } = point;
    if (query.ask === 'when') return dated(point);
    if (period !== null && !timesIn(point).some((each) => touches(each, period))) return false;
    if (!isTopical(query)) return OF_MEETING[language].test(outcome[language]) && tellsLater(point);
    return SETTLED.has(outcome.act) || tellsLater(point);
  };
}

/** Whether it holds every demand, and free words not in other words alone: a war is no aggression. */
function saysSo({ lacks = [], outcome }: Point, { constraints }: Given['query']): boolean {
  const words = constraints.filter(({ role }) => role === 'word');
  return (
    constraints.length > 0 &&
    lacks.length === 0 &&
    (words.length === 0 || words.some(({ label }) => stands(label, outcome)))
  );
}

/** A fiscal year goes on into the next; of what is to come, all of it is. */
const touches = (time: Period, { from, to }: Period) =>
  to === null ? (time.from ?? '') >= (from ?? '') : (time.to ?? '9') >= (from ?? '') && (time.from ?? '') <= to;

/** One meeting alone fits, and it spoke of nothing else: its statements with a later day, whichever words they use. */
function onOneThing({ found: { findings } }: Given): readonly Point[] {
  const meeting = only(findings)?.consultation;
  if (meeting === undefined || !isOfOneThing(meeting)) return [];
  return allOf(meeting).filter(tellsLater);
}

/** Whether it names a day after its meeting. */
function tellsLater(point: Point): boolean {
  return timesIn(point).some(({ from, to }) => (from ?? to ?? '') > periodOfEventDate(point.consultation.date).to);
}

/** Whether the clause that names the topic names a time that was not over then: "the move to Guam in 2024", said that July. */
function tellsOpen({ query, knowledge }: Given): (point: Point) => boolean {
  const topics = query.constraints.flatMap(({ role, anyOf }) => (role === 'topic' ? anyOf : []));
  const names = topics.flatMap((id) => knowledge.topics.get(id)?.aliases.ja ?? []);
  return ({ consultation, outcome }) => {
    const { to } = periodOfEventDate(consultation.date);
    const isOpen = (clause: string) =>
      findTimes(clause, { today: to, yearHint: Number(to.slice(0, 4)) }).some(({ period }) => (period?.to ?? '') > to);
    return outcome.ja.split('、').some((clause) => names.some((name) => clause.includes(name)) && isOpen(clause));
  };
}

const timesIn = ({ consultation, outcome }: Point) => timesOf(consultation)(outcome);

/** The times that the statements of a meeting name, each read once: what stands on record stays as it is. */
const timesOf = rememberedOf((consultation: Consultation) => {
  const { to } = periodOfEventDate(consultation.date);
  // 翌年 is a time in the other language alone.
  return rememberedOf(({ ja, en }: Outcome) =>
    [ja, en].flatMap((text) =>
      findTimes(text, { today: to, yearHint: Number(to.slice(0, 4)) }).flatMap(({ period }) => period ?? []),
    ),
  );
});

/** A meeting of which a statement speaks. */
const OF_MEETING = {
  en: /\b(?:meet|meeting|ministerial|summit|talks|dialogue|visit)\b/i,
  ja: /会談|会合|会議|協議|対話|訪問|訪日|訪米|会う/,
};

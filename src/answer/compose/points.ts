import { type Dated, newestFirst } from '../../knowledge/in-time.ts';
import type { Act, Consultation } from '../../knowledge/schema.ts';
import { ahead } from '../../lists.ts';
import type { Constraint, Query, Role } from '../../reading/query.ts';
import type { Finding, Statement } from '../../search/found.ts';

/** A statement with the consultation at which it was made. */
export type Point = Statement;

export const SUBJECTS: ReadonlySet<Role> = new Set(['topic', 'mention', 'word']);

/** What was settled. */
export const SETTLED: ReadonlySet<Act> = new Set(['signed', 'agreed', 'announced', 'instructed']);

/** Statements beside the first line that a page shows, and those of one meeting among them. */
export const onFirstPage = 5;
const ofOneMeeting = 2;

/** Statements hold a question about equally when their fits differ by less; they are on the same thing when by no more than the second. */
const SAME_FIT = 0.1;
export const SAME_SUBJECT = 0.2;

/** Whether a subject is asked about, so that only statements on it count. */
export function isTopical(query: Query): boolean {
  return subjectsOf(query).length > 0;
}

/** The subjects asked about. */
export function subjectsOf({ constraints }: Query): readonly Constraint[] {
  return constraints.filter(({ role, subject, negated }) => !negated && (subject || SUBJECTS.has(role)));
}

/** Whether one topic as a whole is asked about: what is tagged with it is on it, whether it says its name or not. */
export function isOneTopic(query: Query): boolean {
  const [first, ...others] = subjectsOf(query);
  return first?.role === 'topic' && !first.part && others.length === 0;
}

/** Every statement that speaks to the question, in the order of the findings. */
export function pointsOf(findings: readonly Finding[]): readonly Point[] {
  return findings.flatMap(({ outcomes }) => outcomes);
}

/** Whether a meeting spoke of one thing, as far as is on record. */
export function isOfOneThing({ outcomes }: Consultation): boolean {
  return outcomes.length <= mostOfOneThing;
}

/** A meeting of no more statements than these spoke of one thing; what no more meetings than these speak of is one. */
export const mostOfOneThing = 3;

/** Whether these people sat there, and nobody else. */
export function satAlone(people: readonly string[]): (dated: Dated) => boolean {
  return ({ consultation: { participants } }) =>
    participants.length === people.length && participants.every(({ person }) => people.includes(person));
}

/** Every statement of a consultation, whatever was asked. */
export function allOf(consultation: Consultation): readonly Point[] {
  return consultation.outcomes.map((outcome, index) => ({ consultation, outcome, index, fit: 0, score: 0, lacks: [] }));
}

/** Those that hold the most of the question come first; between equals what ranks higher, then the newer. */
export function bestFirst(points: readonly Point[]): readonly Point[] {
  return points.toSorted(
    (a, b) => step(b.fit) - step(a.fit) || b.score - a.score || b.consultation.date.localeCompare(a.consultation.date),
  );
}

/** What else a meeting that spoke of one thing said of it without naming it. */
export function besides(points: readonly Point[]): readonly Point[] {
  return points
    .filter(({ consultation }) => isOfOneThing(consultation))
    .flatMap(({ consultation, outcome, fit }) =>
      allOf(consultation)
        .filter((each) => each.outcome.topics.some((topic) => outcome.topics.includes(topic)))
        .map((each) => ({ ...each, fit })),
    )
    .filter(({ outcome }) => !points.some((each) => each.outcome === outcome));
}

/** The statements of some findings, best first. */
export function bestOf(findings: readonly Finding[]): readonly Point[] {
  return bestFirst(pointsOf(findings));
}

/** Whether a statement holds the subject about as well as the best of some do. */
export function isNear(points: readonly Point[]): (point: Point) => boolean {
  const least = Math.max(0, ...points.map(({ fit }) => fit)) - SAME_SUBJECT;
  return ({ fit }) => fit >= least;
}

/** What holds the subject about as well as the best does. */
export function nearBest(points: readonly Point[]): readonly Point[] {
  return points.filter(isNear(points));
}

/** Whether a statement is on a few topics, and does not only name the subject among many: one thing may have four tags. */
export const isOnFew = ({ outcome }: Point) => outcome.topics.length <= 4;

export const isSettled = ({ outcome }: Point) => SETTLED.has(outcome.act);

/** How firm a statement is and how little else it speaks of, apart from how well it holds the subject. */
export const weightOf = ({ score, fit }: Point) => score - fit;

/** Of what holds the subject about as well as the best, what was settled comes first, and what only names it among many topics last. */
export function settledFirst(points: readonly Point[]): readonly Point[] {
  const near = nearBest(points);
  return [...ahead(ahead(near, isSettled), isOnFew), ...points.filter((each) => !near.includes(each))];
}

/** The findings that are meant where several hold the subject: those that hold it as fully as the best one does. */
export function meant(findings: readonly Finding[], query: Query): readonly Finding[] {
  if (!isTopical(query)) return findings;
  const fitOf = ({ outcomes }: Finding) => Math.max(0, ...outcomes.map(({ fit }) => fit));
  const best = Math.max(0, ...findings.map(fitOf));
  return findings.filter((each) => fitOf(each) > best - SAME_FIT);
}

/** The firmest statement of each meeting. */
export function firmest(findings: readonly Finding[]): readonly Point[] {
  return findings.flatMap(({ outcomes }) => outcomes.toSorted((a, b) => b.score - a.score).slice(0, 1));
}

/** Uses shown below a definition. */
const mostUses = 2;

/** The best statement of each of the newest meetings. */
export function latestUses(findings: readonly Finding[]): readonly Point[] {
  return newestFirst(findings)
    .slice(0, mostUses)
    .flatMap((each) => bestOf([each]).slice(0, 1));
}

/**
 * What a meeting said on the subject: its best statement there. `undefined` without a subject, or where the meeting was found by its name or
 * place and none of its statements speaks to the question more than another.
 */
export function saidOn(finding: Finding, query: Query): Point | undefined {
  const { consultation } = finding;
  // "When did they board the carrier": words that only narrow tell which statement is meant.
  const least = Math.min(...finding.outcomes.map(({ lacks }) => lacks.length));
  const outcomes = finding.outcomes.filter(({ lacks }) => lacks.length === least);
  const isSingled = outcomes.length < consultation.outcomes.length || new Set(outcomes.map(({ fit }) => fit)).size > 1;
  return isTopical(query) && (isSingled || outcomes.length === 1) ? bestOf([{ ...finding, outcomes }])[0] : undefined;
}

/** The first `most` and then the rest, each newest first and meeting by meeting: what fits best is on the first page, and days stand in order. */
export function newestAfter(points: readonly Point[], most: number): readonly Point[] {
  return [...newestFirst(points.slice(0, most)), ...newestFirst(points.slice(most))];
}

/**
 * The first stays first, with what else its meeting said best; then, newest first and meeting by meeting, the best of the others, so that the
 * first page shows the breadth; then all that is left, likewise. Of one meeting alone the order stays.
 */
export function spread(points: readonly Point[]): readonly Point[] {
  const [lead, ...rest] = points;
  if (lead === undefined) return [];
  const seen = new Map<string, number>();
  const broad = rest.filter(({ consultation: { id } }) => {
    seen.set(id, (seen.get(id) ?? 0) + 1);
    return (seen.get(id) ?? 0) <= ofOneMeeting;
  });
  const best = broad.slice(0, onFirstPage);
  const own = best.filter(({ consultation }) => consultation === lead.consultation);
  const others = best.filter((each) => !own.includes(each));
  return [lead, ...own, ...newestFirst(others), ...newestFirst(rest.filter((each) => !best.includes(each)))];
}

/** Fits that count as the same. */
export function step(share: number): number {
  return Math.round(share / SAME_FIT);
}

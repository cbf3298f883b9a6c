import { findTimes, periodOfEventDate } from '../../time/index.ts';
import type { Given } from '../given.ts';
import { type Composer, statementsDraft } from './lines.ts';
import { allOf, bestFirst, type Point, pointsOf } from './points.ts';
import { composeRefuse } from './talk.ts';

/** A statement that holds all that was asked of it. */
const HOLDS = 0.9;
/** A meeting of no more statements than these spoke of one thing. */
const mostOfOneThing = 3;
/** Statements with a planned date that are shown. */
const mostShown = 3;

/**
 * "When will it be finished?": statements on the subject that name a day or year still to come when they were made. Nothing is foretold: where
 * none does, or where part of the question is not on record, it is refused as any other prediction.
 */
export const composePlanned: Composer = (given) => {
  const { query, found, language } = given;
  const isPlan = (each: Point) => namesLaterDate(each, language);
  const dated = pointsOf(found.findings).filter((each) => each.fit >= HOLDS && isPlan(each));
  const points = dated.length > 0 ? bestFirst(dated) : onOneThing(found).filter(isPlan);
  const draft = found.dropped.length > 0 ? undefined : statementsDraft(points.slice(0, mostShown), given);
  return draft ?? composeRefuse({ ...given, query: { ...query, ask: 'refuse', reason: 'prediction' } });
};

/** One meeting alone fits, and it spoke of nothing else: its statements, whichever words they use. */
function onOneThing({ findings }: Given['found']): readonly Point[] {
  const [only, ...others] = findings;
  if (only === undefined || others.length > 0 || only.consultation.outcomes.length > mostOfOneThing) return [];
  return allOf(only.consultation);
}

/** Whether a statement names a time that begins, or a term that ends, after the meeting at which it was made. */
function namesLaterDate({ consultation, outcome }: Point, language: Given['language']): boolean {
  const { to } = periodOfEventDate(consultation.date);
  return findTimes(outcome[language], { today: to, yearHint: Number(to.slice(0, 4)) }).some(
    ({ period }) => (period?.from ?? period?.to ?? '') > to,
  );
}

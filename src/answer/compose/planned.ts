import { findTimes, periodOfEventDate } from '../../time/index.ts';
import { answered } from '../draft.ts';
import type { Given } from '../given.ts';
import { type Composer, idsOf, leadLine, statementLine } from './lines.ts';
import { bestFirst, type Point, pointsOf } from './points.ts';
import { composeRefuse } from './refuse.ts';

/** A statement that holds all that was asked of it. */
const HOLDS = 0.9;
/** A meeting of no more statements than these spoke of one thing. */
const mostOfOneThing = 3;
/** Other statements with a planned date shown below the first. */
const mostOthers = 2;

/**
 * "When will it be finished?": statements on the subject that name a day or year still to come when they were made. Nothing is foretold: where
 * none does, or where part of the question is not on record, it is refused as any other prediction.
 */
export const composePlanned: Composer = (given) => {
  const { query, found, language } = given;
  const dated = pointsOf(found.findings).filter((each) => each.fit >= HOLDS && namesLaterDate(each, language));
  const points = dated.length > 0 ? bestFirst(dated, given) : onOneThing(found, language);
  const [lead, ...others] = found.dropped.length > 0 ? [] : points;
  if (lead === undefined) return composeRefuse({ ...given, query: { ...query, ask: 'refuse', reason: 'prediction' } });
  const shown = others.slice(0, mostOthers);
  return answered(
    leadLine(lead, given),
    shown.map((each) => statementLine(each, given)),
    { consultations: idsOf([lead, ...shown]) },
  );
};

/** One meeting alone fits, and it spoke of nothing else: its statements with such a date, whichever words they use. */
function onOneThing({ findings }: Given['found'], language: Given['language']): readonly Point[] {
  const [only, ...others] = findings;
  if (only === undefined || others.length > 0 || only.consultation.outcomes.length > mostOfOneThing) return [];
  const { consultation } = only;
  return consultation.outcomes
    .map((outcome) => ({ consultation, outcome, fit: 0, score: 0 }))
    .filter((each) => namesLaterDate(each, language));
}

/** Whether a statement names a time that begins, or a term that ends, after the meeting at which it was made. */
function namesLaterDate({ consultation, outcome }: Point, language: Given['language']): boolean {
  const { to } = periodOfEventDate(consultation.date);
  return findTimes(outcome[language], { today: to, yearHint: Number(to.slice(0, 4)) }).some(
    ({ period }) => (period?.from ?? period?.to ?? '') > to,
  );
}

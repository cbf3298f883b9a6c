import { isUnconstrained } from '../../question/blank.ts';
import { reaches } from '../../question/intent/numbers.ts';
import type { Question } from '../../question/question.ts';
import { type Composing, type Draft, idsOf } from '../draft.ts';
import {
  byDate,
  coverageIn,
  endsOf,
  inOrder,
  isTopical,
  meetingLine,
  outcomesOf,
  summaryLine,
  wordsFor,
} from './lines.ts';
import { composeList, itemLines } from './list.ts';
import { composeWhat } from './what.ts';

/**
 * Yes as far as the record shows, with what shows it. A question with words that no list knows gets the nearest outcomes without
 * a yes: finding words together is not the same as the thing asked. `evidence` is not empty.
 */
export function composeYesNo(composing: Composing): Draft {
  const { question } = composing;
  if (question.terms !== '') return composeWhat(composing);
  if (isOpen(question)) return composeList(composing);
  const { say, scope, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, question);
  const latest = byDate(evidence).at(-1);
  if (latest === undefined) throw new RangeError('composeYesNo needs evidence');
  if (question.threshold !== undefined) {
    const holds = reaches(evidence.length, question.threshold);
    return {
      status: 'answered',
      headline: summaryLine(say.reached(scope, evidence.length, question.threshold, holds), endsOf(evidence)),
      lines: itemLines([...byDate(evidence)].reverse(), composing),
      notes: [say.countNote(coverageIn(composing))],
      consultations: idsOf([...byDate(evidence)].reverse()),
    };
  }
  const [outcome] = isTopical(question) ? outcomesOf(latest, question) : [];
  const line = meetingLine(say.yes(scope, evidence.length, tell(latest.consultation)), latest.consultation);
  return {
    status: 'answered',
    headline: outcome === undefined ? line : { ...line, references: outcome.sources },
    lines: itemLines([...byDate(evidence)].reverse(), composing),
    notes: [],
    consultations: idsOf([...byDate(evidence)].reverse()),
  };
}

/**
 * "Did they sign anything in 2022?" names no subject that was understood: that there were meetings is no yes to it. Asked whether
 * there was a meeting at all, it is.
 */
function isOpen(question: Question): boolean {
  const { period, by, ...rest } = question;
  if (!isUnconstrained({ ...rest, period: null })) return false;
  return !/\b(?:me(?:e)?t|meetings?|talks?|consultations?|calls?|summits?|visit\w*|held)\b|会|協議|訪|電話/i.test(
    question.text,
  );
}

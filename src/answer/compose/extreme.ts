import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { type Composing, type Draft, idsOf, type Line } from '../draft.ts';
import { elapsedBetween } from '../elapsed.ts';
import type { Told } from '../told.ts';
import { BOTH_ENDS, inOrder, meetingLine, outcomeLine, outcomesOf, wordsFor } from './lines.ts';
import { composeList } from './list.ts';

/** Outcomes shown with a first or latest meeting; the rest are a question away. */
const mostOutcomes = 4;

/** Others of the same day shown beside it. */
const mostSameDay = 3;

/** The first or the latest that fits, or the one next to an event: date, place, who, and what was said. `evidence` is not empty. */
export function composeExtreme(composing: Composing): Draft {
  const { question } = composing;
  if (BOTH_ENDS.test(question.text) && composing.evidence.length > 1) {
    const [first, latest] = (['first', 'latest'] as const).map((end) => composeEnd(end, composing));
    if (first !== undefined && latest !== undefined)
      return {
        ...first,
        lines: [...first.lines.slice(0, 1), latest.headline, ...latest.lines.slice(0, 1)],
        consultations: [...first.consultations, ...latest.consultations],
      };
  }
  return composeEnd(
    question.order ?? (question.intent === 'first' || question.manner === 'next' ? 'first' : 'latest'),
    composing,
  );
}

function composeEnd(side: 'first' | 'latest', composing: Composing): Draft {
  const { question } = composing;
  const { say, scope, tell } = wordsFor(composing);
  const evidence = inOrder(composing.evidence, { ...question, order: side });
  if (evidence.length > 1) return composeList({ ...composing, question: { ...question, order: side } });
  const [main] = evidence;
  if (main === undefined) throw new RangeError('composeExtreme needs evidence');
  const { consultation } = main;
  const told = tell(consultation);
  // Of several on one day the record does not say which came first.
  const sameDay =
    (question.limit ?? 1) > 1 || question.skip !== undefined
      ? []
      : composing.evidence
          .map((each) => each.consultation)
          .filter((each) => each !== consultation && each.date === consultation.date)
          .slice(0, mostSameDay);
  return {
    status: 'answered',
    headline: meetingLine(say.extreme(side, told, scope, (question.skip ?? 0) + 1), consultation),
    lines: [
      ...detailLines(main, told, question, composing),
      ...sameDay.map((each) => meetingLine(say.item(tell(each)), each)),
    ],
    notes: [],
    consultations: [...idsOf(evidence), ...sameDay.map(({ id }) => id)],
  };
}

/** One meeting that a question named and asked nothing of: date, place, who, and what was said. `evidence` is not empty. */
export function composeMeeting(composing: Composing): Draft {
  const { question, evidence } = composing;
  const [main] = evidence;
  if (main === undefined) throw new RangeError('composeMeeting needs evidence');
  const { say, tell } = wordsFor(composing);
  const told = tell(main.consultation);
  return {
    status: 'answered',
    headline: meetingLine(say.heldOn(told), main.consultation),
    lines: detailLines(main, told, question, composing),
    notes: [],
    consultations: [main.consultation.id],
  };
}

/** Who was there, and the first of what was said; what the question asks for besides is told in its own place. */
function detailLines(evidence: Evidence, told: Told, question: Question, composing: Composing): readonly Line[] {
  const { say } = wordsFor(composing);
  const { consultation } = evidence;
  return [
    ...(told.attendees.length > 0 && !question.also.includes('who')
      ? [meetingLine(say.attended(told), consultation)]
      : []),
    ...(question.also.includes('what') ? [] : outcomesOf(evidence, question))
      .slice(0, mostOutcomes)
      .map((outcome) => outcomeLine(say.outcome(outcome[composing.language]), outcome, consultation)),
  ];
}

/** How long ago the latest that fits was, by the asker's clock. `evidence` is not empty. */
export function composeSince(composing: Composing): Draft {
  const { question, language, today } = composing;
  const { say, scope, tell } = wordsFor(composing);
  const order = question.order ?? 'latest';
  const [main] = inOrder(composing.evidence, { ...question, order, limit: 1 });
  if (main === undefined) throw new RangeError('composeSince needs evidence');
  const told = tell(main.consultation);
  const elapsed = elapsedBetween(periodOfEventDate(main.consultation.date).to, today);
  return {
    status: 'answered',
    headline: meetingLine(say.since(told, elapsed, formatDate(today, language), scope), main.consultation),
    lines: told.attendees.length > 0 ? [meetingLine(say.attended(told), main.consultation)] : [],
    notes: [],
    consultations: [main.consultation.id],
  };
}

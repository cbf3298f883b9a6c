import type { Question } from '../../question/question.ts';
import type { Composing, Draft } from '../draft.ts';
import { phrases } from '../phrases/phrases.ts';
import { tell } from '../told.ts';
import { topicName } from '../topic-name.ts';
import { byIntent, mainDraft } from './by-intent.ts';
import { inOrder, isTopical } from './lines.ts';
import { composeWhat } from './what.ts';

/**
 * "Who attended the last 2+2, and what did they say about Okinawa": the last meeting is chosen whatever was said at it, and the
 * subject is then looked up there. `undefined` for every other question.
 */
export function meetingThenSubject(composing: Composing): Draft | undefined {
  const { question, language, knowledge } = composing;
  const asksBoth = ['who', 'when', 'where'].includes(question.intent) && question.also.includes('what');
  if (!asksBoth || question.order === undefined || question.topics.length === 0) return undefined;
  const bare: Question = {
    ...question,
    topics: [],
    documents: [],
    acts: [],
    terms: '',
    also: question.also.filter((each) => each !== 'what'),
  };
  const chosen = inOrder(composing.retrieve(bare), question);
  const [main] = chosen;
  if (main === undefined) return undefined;
  const first = withMore(mainDraft({ ...composing, question: bare, evidence: chosen }), {
    ...composing,
    question: bare,
    evidence: chosen,
  });
  const said = composing.evidence.filter(({ consultation }) =>
    chosen.some((each) => each.consultation === consultation),
  );
  if (said.length === 0) {
    const subjects = question.topics.map((id) => topicName(id, knowledge, language));
    return {
      ...first,
      notes: [...first.notes, phrases(language).notRaised(tell(main.consultation, knowledge, language), subjects)],
    };
  }
  const what = composeWhat({ ...composing, evidence: said });
  return {
    ...first,
    lines: distinct([...first.lines, what.headline, ...what.lines], first),
    notes: [...first.notes, ...what.notes],
  };
}

/** The further things asked in the same sentence, each after the first line and before its details. */
export function withMore(main: Draft, composing: Composing): Draft {
  const intents = composing.question.also.filter(
    (intent) => intent !== composing.question.intent && intent !== 'help' && !isToldByItems(intent, composing),
  );
  if (intents.length === 0) return main;
  const parts = intents.map((intent) =>
    byIntent(intent, { ...composing, question: { ...composing.question, intent } }),
  );
  return {
    ...main,
    status: main.status === 'answered' || parts.some(({ status }) => status === 'answered') ? 'answered' : main.status,
    lines: distinct(
      [...parts.map(({ headline }) => headline), ...main.lines, ...parts.flatMap(({ lines }) => lines)],
      main,
    ),
    notes: [...new Set([...main.notes, ...parts.flatMap(({ notes }) => notes)])],
    consultations: [...new Set([...main.consultations, ...parts.flatMap(({ consultations }) => consultations)])],
  };
}

/** The lines of a list or a count of several meetings tell when, where and with whom each was. */
function isToldByItems(intent: Question['intent'], { question, evidence }: Composing): boolean {
  const isItemised = question.intent === 'list' || question.intent === 'count';
  return isItemised && evidence.length > 1 && !isTopical(question) && ['who', 'when', 'where'].includes(intent);
}

function distinct(lines: Draft['lines'], main: Draft): Draft['lines'] {
  const seen = new Set([main.headline.text]);
  return lines.filter(({ text }) => !seen.has(text) && seen.add(text));
}

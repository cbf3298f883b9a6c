import { meetingReference } from '../cite.ts';
import type { Composing, Draft, Line } from '../draft.ts';
import { examples } from '../examples.ts';
import { coverageIn, plainLine, wordsFor } from './lines.ts';

/** A question about something else: a plain refusal with what is covered. */
export function composeOutOfScope(composing: Composing): Draft {
  const { say } = wordsFor(composing);
  return {
    status: 'not-found',
    headline: plainLine(say.outOfScope),
    lines: [],
    notes: [say.help, say.covers(coverageIn(composing))],
    consultations: [],
    suggestions: examples(composing.knowledge, composing.language, 3),
  };
}

/** A date that cannot exist, named so; the rest of the question is not answered as if it were something else. */
export function composeImpossible(composing: Composing): Draft {
  const { question, language } = composing;
  const { say } = wordsFor(composing);
  const [first, ...rest] = question.impossible.map((each) => each[language]);
  return {
    status: 'not-found',
    headline: plainLine(first === undefined ? say.outOfScope : say.impossible(first)),
    lines: [],
    notes: [...rest, say.covers(coverageIn(composing))],
    consultations: [],
  };
}

/** Two readings that would be answered differently. */
export function composeClarify(composing: Composing): Draft {
  const { question, language } = composing;
  const { say } = wordsFor(composing);
  return {
    status: 'clarify',
    headline: plainLine(say.clarify),
    lines: [],
    notes: [],
    consultations: [],
    suggestions: [],
    choices: question.choices.map((choice) => ({ label: choice.label[language], question: choice.question })),
  };
}

/** Nothing fits: what was searched, what is covered, and the nearest that is on record. */
export function composeNotFound(composing: Composing): Draft {
  const { question, nearest, today } = composing;
  const { say, scope, tell } = wordsFor(composing);
  const refusal = () => {
    if (question.manner === 'next' && question.period?.from != null && question.period.from > today)
      return say.nothingAhead(scope);
    return question.manner === 'yes-no' ? say.nothingYesNo(scope) : say.nothing(scope);
  };
  const lines: readonly Line[] = nearest.map(({ consultation }) => ({
    text: say.nearest(tell(consultation)),
    references: meetingReference(consultation),
    consultation: consultation.id,
  }));
  return {
    status: 'not-found',
    headline: plainLine(refusal()),
    lines,
    notes: [say.covers(coverageIn(composing))],
    consultations: [],
  };
}

import { assemble } from '../../src/answer/assemble.ts';
import { compose } from '../../src/answer/compose/index.ts';
import type { Composing } from '../../src/answer/draft.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import type { Question } from '../../src/question/question.ts';
import type { Evidence } from '../../src/retrieval/evidence.ts';
import type { Language } from '../../src/text/language.ts';
import { overlaps, periodOfEventDate } from '../../src/time/calendar.ts';
import { knowledge, question } from './fixture.ts';

/** The whole answer as text, its status first, composed from evidence picked in the plainest way: these tests are about wording. */
export function answerTo(given: Partial<Question>, language: Language): string {
  const asked = question(given, language);
  const evidence = pick(asked);
  const [earliest] = knowledge.consultations;
  const composing: Composing = {
    question: asked,
    language,
    knowledge,
    evidence,
    nearest: evidence.length > 0 || earliest === undefined ? [] : [{ consultation: earliest, relaxed: 'period' }],
    today: '2026-11-25',
    retrieve: pick,
  };
  const made = assemble(compose(composing), composing, { page: 1, linesPerPage: 6 });
  return `${made.status}\n${toPlainText(made)}`;
}

/** What fits by structure, earliest first. */
function pick(asked: Question): readonly Evidence[] {
  return knowledge.consultations
    .filter((each) => fits(each, asked))
    .map((consultation): Evidence => {
      const outcomes = consultation.outcomes.flatMap((outcome, index) =>
        asked.topics.length === 0 || outcome.topics.some((id) => asked.topics.includes(id))
          ? [{ outcome, index, score: 1 }]
          : [],
      );
      return { consultation, score: 1, outcomes };
    });
}

function fits(each: Consultation, asked: Question): boolean {
  const present = each.participants.map(({ person }) => person);
  const any = (wanted: readonly string[], has: (id: string) => boolean) => wanted.length === 0 || wanted.some(has);
  return (
    any(asked.consultations, (id) => each.id === id) &&
    any(asked.frameworks, (id) => each.framework === id) &&
    any(asked.formats, (format) => each.format === format) &&
    any(asked.topics, (id) => each.outcomes.some(({ topics }) => topics.includes(id))) &&
    asked.people.every((id) => present.includes(id)) &&
    (asked.period === null || overlaps(asked.period, periodOfEventDate(each.date)))
  );
}

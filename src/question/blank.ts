import type { Question } from './question.ts';

/** A question that asks for nothing in particular, what was said, in English, but for what `asked` sets. */
export function blankQuestion(asked: Partial<Question> = {}): Question {
  return {
    text: '',
    language: 'en',
    intent: 'what',
    manner: 'plain',
    also: [],
    period: null,
    otherPeriod: null,
    people: [],
    frameworks: [],
    topics: [],
    countries: [],
    documents: [],
    offices: [],
    places: [],
    formats: [],
    levels: [],
    acts: [],
    consultations: [],
    terms: '',
    understood: [],
    impossible: [],
    choices: [],
    ...asked,
  };
}

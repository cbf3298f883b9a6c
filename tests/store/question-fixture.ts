import type { Question } from '../../src/question/question.ts';

/** A question as understood, with nothing in it but what is given. */
export function question(fields: Partial<Question>): Question {
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
    ...fields,
  };
}

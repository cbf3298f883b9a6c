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

/** Nothing at all to search by. */
export function isUnconstrained(question: Question): boolean {
  const { people, frameworks, topics, countries, documents, offices, places, formats, levels, acts, consultations } =
    question;
  const lists = [
    people,
    frameworks,
    topics,
    countries,
    documents,
    offices,
    places,
    formats,
    levels,
    acts,
    consultations,
  ];
  return (
    lists.every((list) => list.length === 0) &&
    [question.members, question.venueCountries, question.by].every((list) => (list?.length ?? 0) === 0) &&
    question.period === null &&
    question.order === undefined &&
    question.terms === ''
  );
}

import type { Question } from '../../src/question/question.ts';
import { createInterpreter } from '../../src/question/understand.ts';
import type { Language } from '../../src/text/language.ts';
import { clock, fixtureKnowledge } from './fixture.ts';

/** One interpreter over the made-up record, for every test here. */
export const interpreter = createInterpreter(fixtureKnowledge());

/** A question read on 25 November 2026 in Tokyo, with nothing before it. */
export function understand(text: string, fallbackLanguage?: Language): Question {
  return interpreter.understand(text, { clock, fallbackLanguage });
}

/** Where nothing is expected of a list, it must be empty: what a question does not name must not constrain it. */
export const nothingNamed = {
  people: [],
  frameworks: [],
  topics: [],
  countries: [],
  documents: [],
  offices: [],
  formats: [],
  levels: [],
} as const;

export type Expected = Partial<Omit<Question, 'period' | 'text'>> & {
  /** `from..to`, an open end left out: `2025-03-01..2025-03-31`, `..2023-12-31`. Default: no period. */
  readonly period?: string;
};

/** A period as the tables write it. */
export function periodText(period: Question['period']): string | undefined {
  return period === null ? undefined : `${period.from ?? ''}..${period.to ?? ''}`;
}

import type { Question } from '../question.ts';

export type Verb = NonNullable<Question['verb']>;

/** Verbs that no act of the record stands for, as questions and as its sentences have them. */
export const VERBS: Readonly<Record<Verb, RegExp>> = {
  condemned: /非難|\bcondemn/i,
  concerned: /懸念|\bconcern(?:s|ed)?\b/i,
  protested: /抗議|\bprotest/i,
  condoled: /哀悼|弔意|\bcondolence/i,
};

/** The verb that a question tells by, when it is one of these. */
export function verbIn(text: string): Verb | undefined {
  // The literal keys of VERBS are its verbs.
  return (Object.keys(VERBS) as Verb[]).find((verb) => VERBS[verb].test(text));
}

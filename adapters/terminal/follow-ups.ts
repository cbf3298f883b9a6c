import type { Answer } from '../../src/answer/index.ts';

/** A question that can be asked by typing its number. */
export type FollowUp = { readonly label: string; readonly question: string };

/**
 * What can be asked next, in the order of its numbers: the readings to choose from, the question over the whole record where the answer was
 * narrowed by the conversation, the suggestions.
 */
export function followUpsOf({ choices, scope, suggestions }: Answer): readonly FollowUp[] {
  const questions = [...(scope === undefined ? [] : [scope.wholeRecord]), ...suggestions];
  return [...choices, ...questions.map((question) => ({ label: question, question }))];
}

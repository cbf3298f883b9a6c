import type { Question } from '../question/question.ts';
import type { Retrieved } from '../retrieval/evidence.ts';
import type { Bilingual } from '../text/language.ts';

/** What was found, and the question that it answers: the one asked, or one that a side's own words do not narrow. */
export type Found = Retrieved & { readonly question: Question };

/**
 * Retrieval that heeds whose words are asked for ("what did the U.S. side say"). Where nothing that fits is marked as said by that side alone,
 * what both sides put on record is its word too: it is shown instead, and the reader is told. What the other side alone said stays out.
 */
export function bySide(retrieve: (question: Question) => Retrieved): (question: Question) => Found {
  return (question) => {
    const found = retrieve(question);
    const sides = question.by ?? [];
    if (found.evidence.length > 0 || sides.length === 0) return { ...found, question };
    const open: Question = { ...question, by: undefined, understood: [...question.understood, JOINT_ONLY] };
    const evidence = retrieve(open).evidence.flatMap((one) => {
      const outcomes = one.outcomes.filter(
        ({ outcome: { by } }) => by === undefined || sides.some((side) => by.includes(side)),
      );
      return outcomes.length === 0 ? [] : [{ ...one, outcomes }];
    });
    return evidence.length > 0 ? { evidence, nearest: [], question: open } : { ...found, question };
  };
}

const JOINT_ONLY: Bilingual = {
  ja: '一方だけの発言とされた記録はないため、双方の記録を示しています。',
  en: 'The record marks nothing on this as said by that side alone, so what is shown is what both sides put on record.',
};

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { once } from '../memo.ts';
import { passagesOf } from './passages.ts';

/** Whether a word (small letters) stands in the record's own texts, so that it is no slip. The words are gathered when first asked for. */
export function createVocabulary(knowledge: KnowledgeBase): (word: string) => boolean {
  const words = once(
    () =>
      new Set(
        passagesOf(knowledge).flatMap(({ title, text }) => `${title}\n${text}`.toLowerCase().split(/[^\p{L}]+/u)),
      ),
  );
  return (word) => words().has(word);
}

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { passagesOf } from './passages.ts';

/** Whether a word (small letters) stands in the record's own texts, so that it is no slip. The words are gathered when first asked for. */
export function createVocabulary(knowledge: KnowledgeBase): (word: string) => boolean {
  let known: Set<string> | undefined;
  const words = () => {
    known ??= new Set(
      passagesOf(knowledge).flatMap(({ title, text }) => `${title}\n${text}`.toLowerCase().split(/[^\p{L}]+/u)),
    );
    return known;
  };
  return (word) => words().has(word);
}

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Word } from '../knowledge/schema.ts';
import { type Surface, surface } from './surface.ts';

/** Forms of a meeting and levels, in the words of both languages. */
export function wordSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  return ['format' as const, 'level' as const].flatMap((kind) =>
    wordsOf(knowledge, kind).flatMap(({ value, ja, en }) =>
      value === undefined ? [] : [...ja, ...en].map((form) => surface(form, { kind, id: value })),
    ),
  );
}

/** The words of one kind. */
export function wordsOf(knowledge: KnowledgeBase, kind: Word['kind']): readonly Word[] {
  return [...knowledge.words.values()].filter((word) => word.kind === kind);
}

/** Names that are words too, in small letters: they need a capital. */
export function everydayWords(knowledge: KnowledgeBase): ReadonlySet<string> {
  return new Set(wordsOf(knowledge, 'everyday').flatMap(({ en }) => en.map((word) => word.toLowerCase())));
}

import type { Desk } from '../../src/desk.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { Language } from '../../src/text/language.ts';

const known = new WeakMap<KnowledgeBase, Map<string, string | undefined>>();

/**
 * The title of a consultation, `undefined` when it is not on record. Kept for as long as its knowledge is in service: a menu
 * shows two dozen of them, and a whole card is put together to read one.
 */
export function titleOf(desk: Desk, consultation: string, language: Language): string | undefined {
  const knowledge = desk.knowledge();
  const titles = known.get(knowledge) ?? new Map<string, string | undefined>();
  known.set(knowledge, titles);
  const key = `${language}:${consultation}`;
  if (!titles.has(key)) titles.set(key, desk.card(consultation, language)?.title);
  return titles.get(key);
}

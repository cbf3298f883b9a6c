import type { Citation } from '../answer/answer.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Reference } from '../knowledge/schema.ts';
import type { Language } from '../language/language.ts';

/** Numbers sources in the order they are first cited: one number per source and locator. */
export type Citing = {
  /** The numbers for these references, without repeats. */
  cite(references: readonly Reference[]): readonly number[];
  /** Everything cited so far, by number. */
  list(): readonly Citation[];
};

/** A fresh count from 1. */
export function createCiting(knowledge: Pick<KnowledgeBase, 'sources'>, language: Language): Citing {
  const numbered = new Map<string, Citation>();
  const numberOf = (reference: Reference): number | undefined => {
    const locator = reference.locator?.[language] ?? null;
    const key = JSON.stringify([reference.source, locator]);
    const known = numbered.get(key);
    if (known !== undefined) return known.n;
    const source = knowledge.sources.get(reference.source);
    if (source === undefined) return undefined;
    const n = numbered.size + 1;
    numbered.set(key, {
      n,
      source: source.id,
      title: source.title,
      publisher: source.publisher[language],
      kind: source.kind,
      url: source.url,
      published: source.published ?? null,
      locator,
    });
    return n;
  };
  return {
    cite: (references) => [
      ...new Set(references.map(numberOf).filter((number): number is number => number !== undefined)),
    ],
    list: () => [...numbered.values()],
  };
}

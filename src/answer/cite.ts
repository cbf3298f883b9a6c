import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Consultation, Reference } from '../knowledge/schema.ts';
import type { Language } from '../text/language.ts';
import type { Citation } from './answer.ts';

/** Numbers references in the order in which they are first cited: one number per source and locator, from 1. */
export type Citer = {
  /** The numbers of these references, without repeats, in their order. */
  cite(references: readonly Reference[]): readonly number[];
  /** Everything cited so far, by number. */
  list(): readonly Citation[];
};

/** A fresh count. A reference to a source that is not on record gets no number. */
export function createCiter(knowledge: Pick<KnowledgeBase, 'sources'>, language: Language): Citer {
  const numbered = new Map<string, Citation>();

  function numberOf(reference: Reference): number | undefined {
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
      language: source.language,
    });
    return n;
  }

  return {
    cite: (references) => [...new Set(references.map(numberOf).filter((n): n is number => n !== undefined))],
    list: () => [...numbered.values()],
  };
}

/** The page that shows date, place and participants of a meeting, and that of the place where it is another. */
export function meetingReference({ sources: [first], place }: Consultation): readonly Reference[] {
  return [first, place?.source].filter((source) => source !== undefined).map((source) => ({ source }));
}

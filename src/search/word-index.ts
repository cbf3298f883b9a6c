import MiniSearch from 'minisearch';
import { atOnce, type Steps } from '../steps.ts';
import { indexTerms } from '../text/tokens.ts';

/** The first pass of a search: which passages hold a question's words. Passages are told by their place, from 0. */
export type WordIndex = {
  readonly size: number;
  /** In how many passages a term stands. */
  frequency(term: string): number;
  /** Passages that hold any of the terms, best first; `accept` leaves passages out. */
  search(terms: readonly string[], accept?: ((place: number) => boolean) | undefined): readonly WordHit[];
};

/** `id` is the passage's place; `terms` are those of the search that it holds. */
export type WordHit = { readonly id: number; readonly score: number; readonly terms: readonly string[] };

/** MiniSearch takes text and divides it; ours is divided before, and joined by a character that no term holds. */
const JOINT = '\u0001';

/** Indexes normalised texts; a text each step. */
export function* wordIndexInSteps(texts: readonly string[]): Steps<WordIndex> {
  const engine = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => (text === '' ? [] : text.split(JOINT)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.7, d: 0.5 } },
  });
  const frequencies = new Map<string, number>();
  for (const [id, text] of texts.entries()) {
    const terms = indexTerms(text);
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    engine.add({ id, text: terms.join(JOINT) });
    yield;
  }
  return {
    size: texts.length,
    frequency: (term) => frequencies.get(term) ?? 0,
    search: (terms, accept) =>
      engine.search(terms.join(JOINT), accept === undefined ? {} : { filter: ({ id }) => accept(id) }),
  };
}

/** Indexes normalised texts at once. */
export function createWordIndex(texts: readonly string[]): WordIndex {
  return atOnce(wordIndexInSteps(texts));
}

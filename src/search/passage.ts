/** The unit of text search: one outcome, the description of one consultation, or one definition; both languages together. */
export type Passage = {
  /** `<consultation>#<outcome index>`, `<consultation>`, or `<kind>:<id>#<definition index>`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
};

/** `share` (0..1) is how much of the question's words the passage holds, rare words counting more: 0.5 is about half of them. */
export type ScoredPassage = { readonly id: string; readonly score: number; readonly share: number };

/** Text search over passages; knows nothing of consultations. */
export type PassageIndex = {
  readonly size: number;
  search(
    query: string,
    options?: { limit?: number | undefined; filter?: ((id: string) => boolean) | undefined },
  ): readonly ScoredPassage[];
  /** Ids of the passages that hold a term, which is a word's stem as `contentTerms` gives it. */
  holders(term: string): readonly string[];
  /** How much a term tells, 0..1: near 0 for one that is everywhere, 1 for one that is in no passage or in one. */
  rarity(term: string): number;
};

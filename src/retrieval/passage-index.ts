import MiniSearch from 'minisearch';
import { contentTerms } from '../language/tokens.ts';
import type { Passage, PassageIndex, ScoredPassage } from './evidence.ts';
import { comparable, createRerank, type PairStatistics, pairAt } from './rerank.ts';

export type PassageIndexOptions = {
  /** BM25+ of the first pass. */
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number };
  /** Query terms found in more than this share of the passages are dropped, if any others remain. 0..1 */
  readonly commonShare: number;
  /** How many of the first pass are compared character by character. */
  readonly rerankTop: number;
  readonly coverWeight: number;
  readonly sentenceWeight: number;
};

const defaults = {
  bm25: { k: 1.2, b: 0.7, d: 0.5 },
  commonShare: 0.2,
  rerankTop: 50,
  coverWeight: 1,
  sentenceWeight: 0.3,
} as const satisfies PassageIndexOptions;

/**
 * Text search over passages: MiniSearch on content terms finds candidates, characters decide their order. Deterministic: equal
 * scores keep the order of the passages given.
 */
export function createPassageIndex(
  passages: readonly Passage[],
  options: Partial<PassageIndexOptions> = {},
): PassageIndex {
  const chosen: PassageIndexOptions = { ...defaults, ...options };
  const texts = passages.map((passage) => `${passage.title}\n${passage.text}`);
  const engine = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: contentTerms,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: chosen.bm25, prefix: false, fuzzy: false },
  });
  engine.addAll(texts.map((text, id) => ({ id, text })));
  const statistics = lazily(() => pairStatistics(texts));
  const frequencies = new Map<string, number>();

  function frequencyOf(term: string): number {
    let frequency = frequencies.get(term);
    if (frequency === undefined) {
      frequency = engine.search(term, { tokenize: (text) => [text] }).length;
      if (frequencies.size > 5_000) frequencies.clear();
      frequencies.set(term, frequency);
    }
    return frequency;
  }

  function usefulTerms(query: string): string[] {
    const terms = [...new Set(contentTerms(query))];
    const rare = terms.filter((term) => frequencyOf(term) <= chosen.commonShare * texts.length);
    return rare.length > 0 ? rare : terms;
  }

  return {
    size: passages.length,
    search(query, { limit = 10, filter } = {}) {
      const terms = usefulTerms(query);
      if (terms.length === 0) return [];
      const idOf = (id: number) => passages[id]?.id ?? '';
      const hits = engine
        .search(terms.join(' '), {
          tokenize: (text) => text.split(' '),
          ...(filter === undefined ? {} : { filter: (hit) => filter(idOf(hit.id)) }),
        })
        .slice(0, Math.max(limit, chosen.rerankTop));
      const best = hits[0]?.score ?? 1;
      const compare = createRerank(query, statistics());
      return hits
        .map(({ id, score }, place): ScoredPassage & { place: number } => {
          const { cover, bestSentence } =
            place < chosen.rerankTop ? compare(texts[id] ?? '') : { cover: 0, bestSentence: 0 };
          return {
            id: idOf(id),
            place,
            score: score / best + chosen.coverWeight * cover + chosen.sentenceWeight * bestSentence,
          };
        })
        .sort((a, b) => b.score - a.score || a.place - b.place)
        .slice(0, limit)
        .map(({ id, score }) => ({ id, score }));
    },
  };
}

function pairStatistics(texts: readonly string[]): PairStatistics {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const compared = comparable(text);
    const seen = new Set<number>();
    for (let at = 0; at + 1 < compared.length; at += 1) seen.add(pairAt(compared, at));
    for (const pair of seen) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { passages: texts.length, frequency: (pair) => counts.get(pair) ?? 0 };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

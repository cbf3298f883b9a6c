import MiniSearch, { type SearchResult } from 'minisearch';
import { normalise } from '../language/normalise.ts';
import { indexTerms, queryTokens } from '../language/tokens.ts';
import type { Passage, PassageIndex, ScoredPassage } from './evidence.ts';
import { comparable, coverageOf, createSubject } from './rerank.ts';

/** Every field has the default that measured best; see `BENCHMARKS.md`. */
export type PassageIndexOptions = {
  /** How many of the best by words are compared by characters. Default 50; more is slower and finds no more. */
  readonly rerank?: number | undefined;
};

/** A term in more passages than this share tells nothing apart. */
const COMMON_SHARE = 0.2;
/**
 * MiniSearch makes an object for every passage that holds any term, so a question's terms are taken from the rarest up to this
 * many passages in all; the two rarest are always taken.
 */
const POSTINGS = 3000;
/** Longer questions are cut: nobody reads what they would find, and time must stay bounded. UTF-16 units. */
const LONGEST_QUERY = 600;
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
const WEIGHTS = { words: 1, passage: 3, sentence: 1.5, pairs: 1 };
const FULL = WEIGHTS.words + WEIGHTS.passage + WEIGHTS.sentence + WEIGHTS.pairs;
/** Terms pass through MiniSearch's own tokenizer joined by a character that normalised text cannot hold. */
const JOINT = '\u0001';

/**
 * Indexes passages for search in Japanese and English, both by words and by characters. Ids must be unique. `search` gives at
 * most `limit` (default 10) passages, best first, `score` 0..1; equal scores are ordered by id; nothing for a query
 * without a meaningful word. Any string is a query; the same passages and query always give the same result.
 */
export function createPassageIndex(passages: readonly Passage[], options: PassageIndexOptions = {}): PassageIndex {
  const frequency = new Map<string, number>();
  const texts: string[] = [];
  const ids: string[] = [];
  const words = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => {
      const terms = indexTerms(text);
      for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      return terms;
    },
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => text.split(JOINT),
      processTerm: (term) => term,
      combineWith: 'OR',
      bm25: BM25,
    },
  });
  for (const { id, title, text } of passages) {
    const normal = normalise(`${title}\n${text}`);
    words.add({ id: ids.length, text: normal });
    ids.push(id);
    texts.push(comparable(normal));
  }
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length || 1;
  const idf = (term: string) => {
    const holding = frequency.get(term) ?? 0;
    return Math.log(1 + (ids.length - holding + 0.5) / (holding + 0.5));
  };

  return {
    size: ids.length,
    search(query, { limit = 10, filter } = {}) {
      const normal = normalise(query.slice(0, LONGEST_QUERY));
      const tokens = queryTokens(normal);
      const terms = selectTerms(new Set(tokens.map((token) => token.term)), frequency, ids.length);
      if (terms.length === 0) return [];
      const found = words.search(terms.join(JOINT), {
        ...(filter === undefined ? {} : { filter: (result: SearchResult) => filter(ids[result.id] ?? '') }),
      });
      const best = found[0]?.score ?? 1;
      const subject = createSubject(normal, tokens, idf);
      const compared = found.slice(0, Math.max(options.rerank ?? 50, limit)).map(({ id, score }) => ({
        id: ids[id] ?? '',
        words: score / best,
        coverage: coverageOf(subject, texts[id] ?? '', meanLength),
      }));
      const mostPairs = compared.reduce((most, { coverage }) => Math.max(most, coverage.pairs), 0) || 1;
      const scored = compared.map(({ id, words, coverage }): ScoredPassage => {
        const sum =
          WEIGHTS.words * words +
          WEIGHTS.passage * coverage.passage +
          WEIGHTS.sentence * coverage.sentence +
          (WEIGHTS.pairs * coverage.pairs) / mostPairs;
        return { id, score: sum / FULL };
      });
      scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
      return scored.slice(0, limit);
    },
  };
}

/** The terms of a question that the index knows, without those that are everywhere, rarest first. */
function selectTerms(terms: Iterable<string>, frequency: ReadonlyMap<string, number>, size: number): readonly string[] {
  const known = [...terms]
    .map((term) => ({ term, holding: frequency.get(term) ?? 0 }))
    .filter(({ holding }) => holding > 0)
    .sort((one, other) => one.holding - other.holding || (one.term < other.term ? -1 : 1));
  const telling = known.filter(({ holding }) => holding <= COMMON_SHARE * size);
  let postings = 0;
  return (telling.length > 0 ? telling : known)
    .filter(({ holding }, rank) => {
      postings += holding;
      return rank < 2 || postings <= POSTINGS;
    })
    .map(({ term }) => term);
}

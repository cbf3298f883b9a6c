import MiniSearch from 'minisearch';
import { remembered } from '../memo.ts';
import { atOnce, type Steps } from '../steps.ts';
import { normalise } from '../text/normalise.ts';
import { indexTerms, queryTokens } from '../text/tokens.ts';
import type { Passage } from './passages.ts';
import { type Coverage, comparable, coverageOf, createSubject } from './rerank.ts';

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

/** MiniSearch takes text and divides it; ours is divided before, and joined by a character that no term holds. */
const JOINT = '\u0001';
/** How many of the best by words are compared by characters; more is slower and finds no more. */
const RERANKED = 50;
/** A term in more passages than this share tells nothing apart. */
const COMMON_SHARE = 0.2;
/** In a small collection a share is a handful of passages, and costs nothing to look at. */
const COMMON_LEAST = 50;
/** The rarest terms of a long question decide; the rest only cost time. */
const MOST_TERMS = 12;
/**
 * MiniSearch makes an object for every passage that it considers, which is most of the time of a search: the rarest terms are taken
 * until they bring in `FEW`, and those after them only as long as all bring in no more than `MANY`.
 */
const FEW = 300;
const MANY = 1_000;
/** Longer questions are cut: nobody reads what they would find, and time must stay bounded. UTF-16 units. */
const LONGEST_QUERY = 600;
/** Terms whose holders are remembered: the same ones are asked for by every reading of a question. */
const MOST_HELD = 250;
const WEIGHTS = { words: 1, passage: 3, sentence: 1.5, pairs: 1 };
const UNCOMPARED = { passage: 0, sentence: 0, pairs: 0 };
const FULL = WEIGHTS.words + WEIGHTS.passage + WEIGHTS.sentence + WEIGHTS.pairs;
/**
 * Indexes passages for search in Japanese and English, both by words and by characters. Ids must be unique. `search` gives at
 * most `limit` (default 10) passages, best first, `score` 0..1; equal scores are ordered by id; nothing for a query
 * without a meaningful word. Any string is a query; the same passages and query always give the same result.
 */
export function createPassageIndex(passages: readonly Passage[]): PassageIndex {
  return atOnce(passageIndexInSteps(passages));
}

/** The same in steps of a passage, for whoever has other things to do in between. */
export function* passageIndexInSteps(passages: readonly Passage[]): Steps<PassageIndex> {
  // The first pass: which passages, told by their places, hold a question's words.
  const words = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => (text === '' ? [] : text.split(JOINT)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.7, d: 0.5 } },
  });
  const frequencies = new Map<string, number>();
  const texts: string[] = [];
  for (const [id, { title, text }] of passages.entries()) {
    const normal = normalise(`${title}\n${text}`);
    const terms = indexTerms(normal);
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    words.add({ id, text: terms.join(JOINT) });
    texts.push(comparable(normal));
    yield;
  }
  const ids = passages.map(({ id }) => id);
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length || 1;
  const frequency = (term: string) => frequencies.get(term) ?? 0;
  const idf = (term: string) => Math.log(1 + (ids.length - frequency(term) + 0.5) / (frequency(term) + 0.5));

  return {
    size: ids.length,
    holders: remembered((term) => words.search(term).flatMap(({ id: place }) => ids[place] ?? []), MOST_HELD),
    rarity: (term) => Math.min(1, Math.log(ids.length / Math.max(1, frequency(term))) / Math.log(ids.length || 2)),
    search(query, { limit = 10, filter } = {}) {
      const normal = normalise(query.slice(0, LONGEST_QUERY));
      const tokens = queryTokens(normal);
      const asked = [...new Set(tokens.map(({ term }) => term))];
      const terms = selectTerms(asked, frequency, ids.length);
      if (terms.length === 0) return [];
      const accepts = filter === undefined ? {} : { filter: ({ id }: { id: number }) => filter(ids[id] ?? '') };
      const found = words.search(terms.join(JOINT), accepts);
      const best = found[0]?.score ?? 1;
      const subject = createSubject(normal, tokens, idf);
      const compared = found
        .slice(0, limit > RERANKED ? limit : RERANKED)
        .map(({ id: place, score, terms: held }, rank) => ({
          id: ids[place] ?? '',
          words: score / best,
          held,
          coverage: rank < RERANKED ? coverageOf(subject, texts[place] ?? '', meanLength) : UNCOMPARED,
        }));
      const mostPairs = compared.reduce((most, { coverage }) => Math.max(most, coverage.pairs), 0) || 1;
      // Words that are everywhere tell nothing; a word that is nowhere is held by no passage, which does.
      const whole = asked.reduce(
        (sum, term) => sum + (terms.includes(term) || frequency(term) === 0 ? idf(term) : 0),
        0,
      );
      const scored = compared.map(({ id, words: byWords, held, coverage }): ScoredPassage => {
        const share = held.reduce((part, term) => part + idf(term), 0) / whole;
        return { id, score: scoreOf(byWords, coverage, mostPairs), share };
      });
      scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
      return scored.slice(0, limit);
    },
  };
}

/** 0..1, of how well the words are held and how much of the question stands in the passage. */
function scoreOf(byWords: number, { passage, sentence, pairs }: Coverage, mostPairs: number): number {
  const sum =
    WEIGHTS.words * byWords +
    WEIGHTS.passage * passage +
    WEIGHTS.sentence * sentence +
    (WEIGHTS.pairs * pairs) / mostPairs;
  return sum / FULL;
}

/** Of `size` passages the terms that some hold, without those that are everywhere, rarest first. */
function selectTerms(terms: readonly string[], frequency: (term: string) => number, size: number): readonly string[] {
  const known = terms
    .map((term) => ({ term, holding: frequency(term) }))
    .filter(({ holding }) => holding > 0)
    .sort((one, other) => one.holding - other.holding || (one.term < other.term ? -1 : 1));
  const telling = known.filter(({ holding }) => holding <= Math.max(COMMON_LEAST, COMMON_SHARE * size));
  const rarest = (telling.length > 0 ? telling : known).slice(0, MOST_TERMS);
  let considered = 0;
  const affordable = rarest.filter(({ holding }) => {
    const isTaken = considered < FEW || considered + holding <= MANY;
    if (isTaken) considered += holding;
    return isTaken;
  });
  return affordable.map(({ term }) => term);
}

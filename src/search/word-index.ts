import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { indexTerms } from '../text/tokens.ts';

/** The first pass of a search: which passages hold a question's words. Passages are told by their place, from 0. */
export type WordIndex = {
  readonly size: number;
  /** In how many passages a term stands. */
  frequency(term: string): number;
  /**
   * Passages that hold any of the terms, best first; `accept` leaves passages out. Give the rarest terms first: once they have
   * brought in enough passages, the others only add to the scores of those.
   */
  search(terms: readonly string[], accept?: ((place: number) => boolean) | undefined): readonly WordHit[];
};

/** `id` is the passage's place; `terms` are those of the search that it holds. */
export type WordHit = { readonly id: number; readonly score: number; readonly terms: readonly string[] };

/** Terms reach MiniSearch in one string, joined by a character that no term holds. */
const JOINT = '\u0001';

/**
 * MiniSearch makes an object for every passage that it considers, which is most of the time of a search. A term brings in new
 * passages as long as there are fewer than `FEW`, or it would not make them more than `MANY`.
 */
const FEW = 300;
const MANY = 1_000;

const options: Options<{ id: number; text: string }> = {
  fields: ['text'],
  searchOptions: {
    tokenize: (text: string) => text.split(JOINT),
    processTerm: (term: string) => term,
    combineWith: 'OR',
    bm25: { k: 1.2, b: 0.7, d: 0.5 },
  },
};

/** Reads what `serialiseWords` wrote. */
export function createWordIndex(serialised: string): WordIndex {
  // Written by us; MiniSearch checks its own part.
  const content = JSON.parse(serialised) as Serialised;
  const engine = MiniSearch.loadJS<{ id: number; text: string }>(content, options);
  const frequencies = new Map(content.index.map(([term], at) => [term, content.frequencies[at] ?? 0]));
  return searchable(engine, frequencies, content.documentCount);
}

/**
 * Indexes normalised texts in MiniSearch's own format, version 2, as its `toJSON` gives it for one field whose length is its number
 * of different terms. Written as text and read back, an index takes a third of the time that adding documents one by one takes:
 * the radix tree is walked once a term and not once an occurrence.
 */
export function serialiseWords(texts: readonly string[]): string {
  const postings = new Map<string, { places: string; frequency: number }>();
  const lengths = texts.map((text, place) => {
    const counts = new Map<string, number>();
    for (const term of indexTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const known = postings.get(term);
      if (known === undefined) {
        postings.set(term, { places: `"${place}":${count}`, frequency: 1 });
      } else {
        known.places += `,"${place}":${count}`;
        known.frequency += 1;
      }
    }
    return counts.size;
  });
  const index = [...postings].map(([term, { places }]) => `[${JSON.stringify(term)},{"0":{${places}}}]`);
  return `{${[
    `"documentCount":${lengths.length},"nextId":${lengths.length}`,
    `"documentIds":{${lengths.map((_, place) => `"${place}":${place}`)}}`,
    `"fieldIds":{"text":0},"fieldLength":{${lengths.map((length, place) => `"${place}":[${length}]`)}}`,
    `"averageFieldLength":[${lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 0}]`,
    `"storedFields":{},"dirtCount":0,"serializationVersion":2`,
    `"frequencies":[${[...postings.values()].map(({ frequency }) => frequency)}]`,
    `"index":[${index}]`,
  ].join(',')}}`;
}

/** `frequencies` stands beside MiniSearch's own content: in how many passages each term of `index` is, in the same order. */
type Serialised = AsPlainObject & { readonly frequencies: readonly number[] };

/** Apart from `createWordIndex`, whose scope would otherwise keep the parsed content alive. */
function searchable(
  engine: MiniSearch<{ id: number; text: string }>,
  frequencies: ReadonlyMap<string, number>,
  size: number,
): WordIndex {
  return {
    size,
    frequency: (term) => frequencies.get(term) ?? 0,
    search(terms, accept) {
      const admitted = new Uint8Array(size);
      let taken = 0;
      let current: string | undefined;
      let open = true;
      const boostDocument = (place: number, term: string) => {
        if (term !== current) {
          current = term;
          open = taken < FEW || taken + (frequencies.get(term) ?? 0) <= MANY;
        }
        if (admitted[place] === 1) return 1;
        if (!open || accept?.(place) === false) return 0;
        admitted[place] = 1;
        taken += 1;
        return 1;
      };
      return engine.search(terms.join(JOINT), { boostDocument });
    },
  };
}

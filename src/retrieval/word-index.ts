import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { indexTerms } from '../language/tokens.ts';

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

/**
 * Indexes normalised texts. The postings are counted here and handed to MiniSearch in its serialised form: its radix tree is then
 * walked once a term and not once an occurrence, which halves the time.
 */
export function createWordIndex(texts: readonly string[]): WordIndex {
  const { engine, frequencies } = index(texts);
  const size = texts.length;
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

/** Apart from the functions above, whose scope would otherwise keep the postings alive a second time. */
function index(texts: readonly string[]) {
  const postings = new Map<string, Record<number, number>>();
  const frequencies = new Map<string, number>();
  const lengths = texts.map((text, place) => {
    let different = 0;
    for (const term of indexTerms(text)) {
      let places = postings.get(term);
      if (places === undefined) {
        places = {};
        postings.set(term, places);
      }
      const count = places[place];
      places[place] = (count ?? 0) + 1;
      if (count !== undefined) continue;
      different += 1;
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
    return different;
  });
  return {
    engine: MiniSearch.loadJS<{ id: number; text: string }>(serialised(postings, lengths), options),
    frequencies,
  };
}

/** MiniSearch's own format, version 2, as `toJSON` gives it for one field whose length is its number of different terms. */
function serialised(
  postings: ReadonlyMap<string, Readonly<Record<number, number>>>,
  lengths: readonly number[],
): AsPlainObject {
  return {
    documentCount: lengths.length,
    nextId: lengths.length,
    documentIds: byPlace(lengths, (_, place) => place),
    fieldIds: { text: 0 },
    fieldLength: byPlace(lengths, (length) => [length]),
    averageFieldLength: [lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 0],
    storedFields: {},
    dirtCount: 0,
    index: [...postings].map(([term, places]) => [term, { 0: places }]),
    serializationVersion: 2,
  };
}

function byPlace<T>(lengths: readonly number[], value: (length: number, place: number) => T): Record<number, T> {
  const all: Record<number, T> = {};
  for (const [place, length] of lengths.entries()) all[place] = value(length, place);
  return all;
}

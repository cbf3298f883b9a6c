import { distance } from './distance.ts';

export type Near = { readonly word: string; readonly distance: number };

/** The words of a list within `limit` slips of a typed one. */
export type NearWords = (typed: string, limit: number) => readonly Near[];

/** Indexes words by their pairs of letters: a slip spoils at most three pairs, so only words that share the rest are measured. */
export function nearWords(words: readonly string[]): NearWords {
  const holders = new Map<number, number[]>();
  words.forEach((word, index) => {
    for (const pair of pairsOf(word)) {
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  });
  const shared = new Uint8Array(words.length);
  return (typed, limit) => {
    const pairs = [...new Set(pairsOf(typed))];
    // Of two slips one may be a swap, which spoils three pairs.
    const least = Math.max(1, pairs.length - 2 * limit - 1);
    const met: number[] = [];
    for (const pair of pairs)
      for (const index of holders.get(pair) ?? []) {
        const count = (shared[index] ?? 0) + 1;
        shared[index] = count;
        if (count === least) met.push(index);
      }
    for (const pair of pairs) for (const index of holders.get(pair) ?? []) shared[index] = 0;
    const found: Near[] = [];
    for (const index of met) {
      const word = words[index] ?? '';
      const apart = distance(typed, word, limit);
      if (apart <= limit) found.push({ word, distance: apart });
    }
    return found;
  };
}

/** Pairs of neighbouring letters, the edges of the word among them. */
function pairsOf(word: string): readonly number[] {
  const pairs: number[] = [];
  let before = 0;
  for (let at = 0; at <= word.length; at += 1) {
    const code = at < word.length ? word.charCodeAt(at) : 0;
    pairs.push(before * 0x1_0000 + code);
    before = code;
  }
  return pairs;
}

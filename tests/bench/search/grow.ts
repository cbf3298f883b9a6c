import { createPassageIndex } from '../../../src/search/passage-index.ts';
import type { Passage } from '../../../src/search/passages.ts';
import type { Query } from './collection.ts';
import { type Timed, time } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000];
const MOST_QUERIES = 500;
/** A size is left out when the one before took more than its tenth of this. Milliseconds. */
const LONGEST = 180_000;

/** Build and search times as the collection grows. The passages are made of the given ones' sentences, the same at every run. */
export function growth(
  passages: readonly Passage[],
  queries: readonly Query[],
): readonly ({ passages: number } & Timed)[] {
  const asked = queries.slice(0, MOST_QUERIES);
  const rows: ({ passages: number } & Timed)[] = [];
  let took = 0;
  for (const size of SIZES) {
    if (took * 10 > LONGEST) break;
    const start = performance.now();
    const row = time(recombined(passages, size), asked, (all) => {
      const index = createPassageIndex(all);
      return (query, limit) => index.search(query, { limit }).map(({ id }) => id);
    });
    took = performance.now() - start;
    rows.push({ passages: size, ...row });
  }
  return rows;
}

/** `size` passages, each of a title and three to six sentences taken from anywhere. */
function recombined(passages: readonly Passage[], size: number): Passage[] {
  const sentences = passages.flatMap(({ text }) =>
    text.split(/(?<=[。.!?])\s*/u).filter((sentence) => sentence !== ''),
  );
  const pick = generator(20_250_330);
  return Array.from({ length: size }, (_, at) => ({
    id: `grown-${at}`,
    title: passages[pick(passages.length)]?.title ?? '',
    text: Array.from({ length: 3 + pick(4) }, () => sentences[pick(sentences.length)] ?? '').join(''),
  }));
}

/** Whole numbers below `limit`, the same sequence for the same seed (a linear congruential generator). */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

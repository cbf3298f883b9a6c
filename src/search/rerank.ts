import type { Token } from '../text/tokens.ts';

/** A question prepared for comparison with passages, character by character. */
export type Subject = {
  /** As `comparable` gives it, on one line. */
  readonly text: string;
  /** `weights[i]` is the sum of the weights before unit `i`: a piece's weight is one subtraction. */
  readonly weights: Float64Array;
  /** Where each pair of units stands in the question, last first. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  /** The same for single kanji, which are words of their own. */
  readonly kanji: ReadonlyMap<number, readonly number[]>;
  /** 1 for the units of Latin words and numbers, which match from their beginning. */
  readonly latin: Uint8Array;
  /** What a passage that holds the whole question would get. */
  readonly full: number;
};

/** How well one passage answers a question by its characters. `passage` and `sentence` are 0..1, `pairs` has no upper bound. */
export type Coverage = {
  /** The share of the question that its longest pieces found in the passage make up. */
  readonly passage: number;
  /** The same within the passage's best sentence. */
  readonly sentence: number;
  /** BM25 over pairs of characters. */
  readonly pairs: number;
};

/** Long pieces count more than their parts: 拡大抑止 found whole beats 拡大 and 抑止 found apart. */
const PIECE_POWER = 1.5;
/** What a character weighs outside every term: particles break ties and no more. */
const BARE_WEIGHT = 0.3;
/** Fewer letters of a Latin word show nothing: "con" is in half of all English sentences. */
const LEAST_LATIN = 4;
const K = 1.2;

/**
 * A normalised text for comparing characters: a sentence a line, what is neither letter nor digit blanked. Keeps every offset, so
 * that tokens of the text point into it.
 */
export function comparable(normal: string): string {
  return normal.replace(/[^\p{L}\p{N}\p{M}]/gu, (char, at: number) => {
    if (char === '。' || char === '!' || char === '?' || char === '\n') return '\n';
    if (char === '.' && normal.charAt(at + 1) <= ' ') return '\n';
    return ' '.repeat(char.length);
  });
}

/** `tokens` are the question's terms in `normal`; `idf` tells how rare a term is. */
export function createSubject(normal: string, tokens: readonly Token[], idf: (term: string) => number): Subject {
  const text = comparable(normal).replaceAll('\n', ' ');
  const single = new Float64Array(text.length);
  const latin = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    single[at] = text[at] === ' ' ? 0 : BARE_WEIGHT;
    latin[at] = /[a-z0-9]/.test(text.charAt(at)) ? 1 : 0;
  }
  for (const { term, start, end } of tokens) {
    const weight = idf(term) / (end - start) + BARE_WEIGHT;
    for (let at = start; at < end; at += 1) single[at] = weight;
  }
  const weights = new Float64Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) weights[at + 1] = (weights[at] ?? 0) + (single[at] ?? 0);
  const pairs = new Map<number, number[]>();
  const kanji = new Map<number, number[]>();
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (/\p{Script=Han}/u.test(text.charAt(at))) push(kanji, text.charCodeAt(at), at);
    if (at + 1 < text.length && !(text[at] === ' ' && text[at + 1] === ' ')) push(pairs, pairAt(text, at), at);
  }
  return { text, weights, pairs, kanji, latin, full: (weights[text.length] ?? 0) ** PIECE_POWER || 1 };
}

/**
 * Compares a question with a passage that `comparable` has prepared. One walk over the passage finds every stretch that it shares
 * with the question, so time grows with the passage and not with passage × question. `meanLength` is that of all passages.
 */
export function coverageOf(subject: Subject, passage: string, meanLength: number): Coverage {
  const { pairs, kanji } = subject;
  const size = subject.text.length;
  // Per unit of the question: the longest stretch found that begins there, in this sentence and anywhere.
  const here = new Uint16Array(size);
  const anywhere = new Uint16Array(size);
  const seenAt = new Int32Array(size).fill(-2);
  const runs = new Uint16Array(size);
  const counts = new Uint16Array(size);
  let sentence = 0;
  let shared = false;
  for (let at = 0; at < passage.length; at += 1) {
    if (passage.charCodeAt(at) === NEWLINE || at === passage.length - 1) {
      if (shared) {
        sentence = Math.max(sentence, covered(subject, here));
        keepLongest(anywhere, here);
      }
      here.fill(0);
      shared = false;
      continue;
    }
    for (const place of kanji.get(passage.charCodeAt(at)) ?? []) {
      if (here[place] === 0) here[place] = 1;
      shared = true;
    }
    const places = pairs.get(pairAt(passage, at));
    if (places === undefined) continue;
    shared = true;
    const first = places.at(-1) ?? 0;
    counts[first] = (counts[first] ?? 0) + 1;
    lengthen(here, places, at, { seenAt, runs });
  }
  const norm = (K * passage.length) / meanLength;
  return { passage: covered(subject, anywhere), sentence, pairs: weighPairs(subject, counts, norm) };
}

function keepLongest(longest: Uint16Array, other: Uint16Array): void {
  for (let at = 0; at < longest.length; at += 1) longest[at] = Math.max(longest[at] ?? 0, other[at] ?? 0);
}

/**
 * Lengthens the stretches that the pair at `at` continues, and begins those that it opens. Last place first: a place's run extends that of the place
 * before it, which must still be the previous character's.
 */
function lengthen(
  here: Uint16Array,
  places: readonly number[],
  at: number,
  { seenAt, runs }: { readonly seenAt: Int32Array; readonly runs: Uint16Array },
): void {
  for (const place of places) {
    const run = place > 0 && seenAt[place - 1] === at - 1 ? (runs[place - 1] ?? 0) + 1 : 1;
    runs[place] = run;
    seenAt[place] = at;
    const start = place - run + 1;
    if (run + 1 > (here[start] ?? 0)) here[start] = run + 1;
  }
}

/** What the shared pairs of characters weigh, more of one counting ever less: BM25 with length counted in full (b = 1). */
function weighPairs({ text, weights }: Subject, counts: Uint16Array, norm: number): number {
  let sum = 0;
  for (let place = 0; place + 1 < text.length; place += 1) {
    const count = counts[place] ?? 0;
    if (count === 0 || text[place] === ' ' || text[place + 1] === ' ') continue;
    sum += (((weights[place + 2] ?? 0) - (weights[place] ?? 0)) * count * (K + 1)) / (count + norm);
  }
  return sum;
}

const NEWLINE = 10;

function push(places: Map<number, number[]>, key: number, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else known.push(place);
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

/** Takes the longest pieces from left to right. `longest` tells, per unit, how long the piece that begins there may be. */
function covered({ text, weights, latin, full }: Subject, longest: Uint16Array): number {
  let sum = 0;
  // A stretch that begins before a unit reaches over it, too.
  let reach = 0;
  for (let at = 0; at < text.length; ) {
    reach = Math.max(reach, at + (longest[at] ?? 0));
    let end = reach;
    const withinWord = latin[at] === 1 && at > 0 && latin[at - 1] === 1;
    if (latin[end] === 1 && latin[end - 1] === 1) {
      let wordStart = end;
      while (wordStart > at && latin[wordStart - 1] === 1) wordStart -= 1;
      if (end - wordStart < LEAST_LATIN) end = wordStart;
    }
    if (withinWord || end <= at) {
      at += 1;
      continue;
    }
    sum += ((weights[end] ?? 0) - (weights[at] ?? 0)) ** PIECE_POWER;
    for (let unit = at + 1; unit < end; unit += 1) reach = Math.max(reach, unit + (longest[unit] ?? 0));
    at = end;
  }
  return sum / full;
}

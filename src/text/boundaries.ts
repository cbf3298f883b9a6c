import { type FoldedText, wordStarts } from './fold.ts';

let segmenter: Intl.Segmenter | undefined;

/** Where words may begin and end in a folded text: by Intl's dictionary for kanji and katakana, by spaces for Latin letters. */
export type Boundaries = {
  mayStart(at: number): boolean;
  mayEnd(from: number, to: number): boolean;
  /** Where a noun that begins with the kanji of `from`..`to` ends with its kana: 前倒し, 見直し. A verb's ending (決まった) is no part of a noun. */
  endOfWord(from: number, to: number): number;
};

const isLatin = (kind: string | undefined) => kind === 'latin' || kind === 'digit';
const isWordy = (kind: string | undefined) => kind === 'kanji' || kind === 'katakana';

/** キッシー holds no し: a particle is not written in katakana. */
function isOneOfMore(kinds: FoldedText['kinds'], from: number, to: number): boolean {
  const isKatakana = (at: number) => kinds[at] === 'katakana';
  return to - from === 1 && isKatakana(from) && (isKatakana(from - 1) || isKatakana(to));
}

/** `taken` marks the places that are accounted for already; it is read at every call, not copied. */
export function boundariesOf(text: string, folded: FoldedText, taken: Uint8Array): Boundaries {
  const word = wordBreaks(text, folded);
  const { kinds, gaps } = folded;
  return {
    mayStart(at) {
      if (isLatin(kinds[at])) return wordStarts(folded, at);
      if (isWordy(kinds[at])) return word.has(at) || taken[at - 1] === 1;
      return true;
    },
    mayEnd(from, to) {
      const last = kinds[to - 1];
      if (isOneOfMore(kinds, from, to)) return false;
      if (isLatin(last)) return to >= folded.text.length || wordStarts(folded, to);
      if (isWordy(last)) return word.has(to) || taken[to] === 1 || (kinds[to] === 'hiragana' && to - from > 1);
      // A particle or ending of one or two kana stands after something, never within a word of kana.
      if (to - from > 2 || kinds[from] !== 'hiragana') return true;
      return from === 0 || taken[from - 1] === 1 || gaps[from] === true || (word.has(from) && word.has(to));
    },
    endOfWord(from, to) {
      if (to - from < 2 || kinds[to - 1] !== 'kanji' || word.has(to) || word.has(to - 1)) return to;
      let end = to;
      while (kinds[end] === 'hiragana' && taken[end] !== 1 && !word.has(end)) end += 1;
      return word.has(end) ? end : to;
    },
  };
}

function wordBreaks(text: string, folded: FoldedText): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const source = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) source.add(index).add(index + segment.length);
  const breaks = new Set<number>([0, folded.text.length]);
  for (let at = 0; at < folded.text.length; at += 1) {
    if (source.has(folded.starts[at] ?? -1) || folded.gaps[at]) breaks.add(at);
    if (source.has(folded.ends[at] ?? -1)) breaks.add(at + 1);
  }
  return breaks;
}

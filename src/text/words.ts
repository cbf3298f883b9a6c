import type { FoldedText } from './fold.ts';
import { normalise } from './normalise.ts';
import { queryTokens } from './tokens.ts';

/** The stretches of `from`..`to` that may be words, cut where the script changes to or from kana, so that particles join none. */
export function stretches(folded: FoldedText, from: number, to: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let start = -1;
  for (let at = from; at <= to; at += 1) {
    const kind = at < to ? folded.kinds[at] : undefined;
    const isInside = kind !== undefined && kind !== 'hiragana' && kind !== 'other';
    const isCut = start >= 0 && at < to && folded.gaps[at] === true && kind !== 'latin' && kind !== 'digit';
    if (start >= 0 && (!isInside || isCut)) {
      found.push([start, at]);
      start = -1;
    }
    if (isInside && start < 0) start = at;
  }
  return found;
}

/** Every Latin word with the one before it, folded. */
export function latinWords(
  folded: FoldedText,
): readonly { readonly start: number; readonly end: number; readonly word: string; readonly before: string }[] {
  const found: { start: number; end: number; word: string; before: string }[] = [];
  let start = -1;
  for (let at = 0; at <= folded.text.length; at += 1) {
    const isLatin = folded.kinds[at] === 'latin';
    const isCut = start >= 0 && (!isLatin || folded.gaps[at] === true);
    if (isCut) {
      found.push({ start, end: at, word: folded.text.slice(start, at), before: found.at(-1)?.word ?? '' });
      start = -1;
    }
    if (isLatin && start < 0) start = at;
  }
  return found;
}

/** The words of a text in Latin letters, in small letters; "I'm" is two. */
export const latinWordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** The terms that a search for `text` uses; none for kana and spaces alone. */
export function termsOf(text: string): readonly string[] {
  return queryTokens(normalise(text))
    .map(({ term }) => term)
    .filter((term) => [...term].some((char) => char !== ' ' && !(char >= 'ぁ' && char <= 'ゖ')));
}

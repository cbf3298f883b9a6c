import { type FoldedText, foldText } from '../../text/fold.ts';
import type { Unknown } from '../spelling.ts';

/** A word of Latin letters as typed. `from`..`to` are places in the folded text. */
export type LatinWord = {
  readonly from: number;
  readonly to: number;
  /** Folded: small letters without accents. */
  readonly key: string;
  /** Nothing accounts for it. */
  readonly isUnknown: boolean;
  /** Written as a name within a sentence. */
  readonly isProper: boolean;
  /** Nothing but spaces, hyphens or quotes stands between it and the word before. */
  readonly follows: boolean;
};

/** A question as the spellers see it. */
export type Typed = {
  readonly text: string;
  readonly folded: FoldedText;
  /** Per folded place: 1 where nothing accounts for it. */
  readonly unknown: Uint8Array;
  readonly words: readonly LatinWord[];
};

/** Replaces `start`..`end` of the text; offsets as typed. What changes the script only after a figure is not shown. */
export type Edit = { readonly start: number; readonly end: number; readonly read: string; readonly isShown: boolean };

/** No more stretches than this are looked at, and nothing beyond this many characters. */
const MOST_UNKNOWN = 8;
const MOST_TEXT = 1000;

export function typedOf(text: string, unknown: readonly Unknown[]): Typed {
  const folded = foldText(text.slice(0, MOST_TEXT));
  const marks = new Uint8Array(folded.text.length);
  for (const { start, end } of unknown.slice(0, MOST_UNKNOWN))
    for (let at = 0; at < marks.length; at += 1)
      if ((folded.starts[at] ?? 0) >= start && (folded.ends[at] ?? 0) <= end) marks[at] = 1;
  return { text, folded, unknown: marks, words: latinWords(folded, marks) };
}

/** Words of letters alone: F-35 and B1 are no words that could be misspelt. */
function latinWords({ text, kinds, gaps, source, starts }: FoldedText, unknown: Uint8Array): readonly LatinWord[] {
  const words: LatinWord[] = [];
  let at = 0;
  while (at < text.length) {
    const from = at;
    let hasFigure = false;
    while (isAlnum(kinds[at]) && (at === from || !gaps[at])) {
      hasFigure ||= kinds[at] === 'digit';
      at += 1;
    }
    if (at === from) at += 1;
    else if (!hasFigure) {
      const follows = words.at(-1)?.to === from;
      const [initial, second] = [source.charAt(starts[from] ?? 0), source.charAt(starts[from + 1] ?? 0)];
      const isProper = from > 0 && initial !== initial.toLowerCase() && second === second.toLowerCase();
      words.push({ from, to: at, key: text.slice(from, at), isUnknown: unknown[from] === 1, isProper, follows });
    }
  }
  return words;
}

const isAlnum = (kind: string | undefined) => kind === 'latin' || kind === 'digit';

/** An edit of a stretch of the folded text. */
export function editAt({ folded }: Typed, from: number, to: number, read: string, isShown = true): Edit {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0, read, isShown };
}

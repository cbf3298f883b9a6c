import { level, withHyphens } from './level.ts';

/** What a folded character was in the text as typed: decides where a word may begin and end. */
export type CharKind = 'latin' | 'digit' | 'hiragana' | 'katakana' | 'kanji' | 'other';

/**
 * A text as it is matched: levelled (`level.ts`), katakana as hiragana, without long-vowel marks, accents, spaces, hyphens, quotes
 * and middle dots. Every kept UTF-16 unit knows where it stood in the text as typed.
 */
export type FoldedText = {
  readonly source: string;
  readonly text: string;
  /** Per unit of `text`: offsets into `source`, end exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly kinds: readonly CharKind[];
  /** Per unit: something was dropped between it and the one before (a space, a hyphen, a quote). */
  readonly gaps: readonly boolean[];
};

const SEPARATOR = /^[\s\-‐‑–—―_・·•.,'’‘`´"“”「」『』‹›«»]$/u;
/** Printable ASCII and white space: control characters take the general way. */
const ASCII = /^[\x20-\x7e]*$/;
const ASCII_SEPARATORS = /[ \-_.,'`"]+/g;
const KATAKANA_VARIANTS: Readonly<Record<string, string>> = { ゔ: 'ぶ' };

/** Folds `source`; linear in its length, and total: any string folds. */
export function foldText(source: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const kinds: CharKind[] = [];
  const gaps: boolean[] = [];
  let gap = false;
  let at = 0;
  for (const cluster of clusters(withHyphens(source))) {
    const from = at;
    at += cluster.length;
    const chars = foldCluster(cluster);
    // A long-vowel mark is dropped and stands within the word all the same: クーデター is not shown as クーデタ.
    if (chars.length === 0 && ends.at(-1) === from) ends[ends.length - 1] = at;
    for (const { folded, kind } of chars) {
      if (folded === '') {
        gap = true;
        continue;
      }
      for (let unit = 0; unit < folded.length; unit += 1) {
        text += folded.charAt(unit);
        starts.push(from);
        ends.push(at);
        kinds.push(kind);
        gaps.push(gap);
        gap = false;
      }
    }
  }
  return { source, text, starts, ends, kinds, gaps };
}

/** The folded form of a name, for use as a key. */
export function foldKey(source: string): string {
  // Half of all names are plain ASCII, where nothing composes and every separator is known.
  if (ASCII.test(source)) return source.toLowerCase().replace(ASCII_SEPARATORS, '');
  let key = '';
  for (const cluster of clusters(withHyphens(source))) for (const { folded } of foldCluster(cluster)) key += folded;
  return key;
}

/** True where a Latin or digit word of `folded` may begin. */
export function wordStarts(folded: FoldedText, at: number): boolean {
  if (at === 0 || folded.gaps[at]) return true;
  return !sameWord(folded.kinds[at - 1], folded.kinds[at]);
}

function sameWord(before: CharKind | undefined, after: CharKind | undefined): boolean {
  const word = (kind: CharKind | undefined) => kind === 'latin' || kind === 'digit';
  return word(before) && word(after);
}

type FoldedChar = { readonly folded: string; readonly kind: CharKind };

/** The folding of single characters seen so far: texts repeat a few thousand of them. */
const seen = new Map<string, readonly FoldedChar[]>();
const MOST_SEEN = 8192;

/** The characters a cluster folds to; an empty `folded` is a separator, a long-vowel mark and what nobody sees leave nothing. */
function foldCluster(cluster: string): readonly FoldedChar[] {
  const known = seen.get(cluster);
  if (known) return known;
  const chars = Array.from(level(cluster))
    .filter((char) => char !== 'ー')
    .map(
      (char): FoldedChar =>
        SEPARATOR.test(char) ? { folded: '', kind: 'other' } : { folded: foldChar(char), kind: kindOf(char) },
    );
  if (seen.size < MOST_SEEN) seen.set(cluster, chars);
  return chars;
}

/** Splits into code points, each with the combining or half-width voicing marks that follow it, at most 8 units. */
function clusters(source: string): readonly string[] {
  const found: string[] = [];
  for (const char of source) {
    const last = found.at(-1);
    if (last !== undefined && last.length < 8 && isMark(char)) found[found.length - 1] = last + char;
    else found.push(char);
  }
  return found;
}

function isMark(char: string): boolean {
  const code = char.charCodeAt(0);
  return (code >= 0x300 && code <= 0x36f) || code === 0x3099 || code === 0x309a || code === 0xff9e || code === 0xff9f;
}

/** The script of one character. */
export function kindOf(char: string): CharKind {
  if (/^\p{Script=Latin}$/u.test(char)) return 'latin';
  if (/^\p{Nd}$/u.test(char)) return 'digit';
  if (/^\p{Script=Hiragana}$/u.test(char)) return 'hiragana';
  if (/^\p{Script=Katakana}$/u.test(char)) return 'katakana';
  if (/^[\p{Script=Han}々〆]$/u.test(char)) return 'kanji';
  return 'other';
}

function foldChar(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return char.toLowerCase();
  if (code >= 0x30a1 && code <= 0x30f6) {
    const hiragana = String.fromCodePoint(code - 0x60);
    return KATAKANA_VARIANTS[hiragana] ?? hiragana;
  }
  const lower = char.toLowerCase();
  return /^\p{Script=Latin}/u.test(lower) ? lower.normalize('NFD').replace(/[\u0300-\u036f]/gu, '') : lower;
}

/** Whether white space stands anywhere in a text as typed. */
export function holdsSpace(typed: string): boolean {
  return /\s/.test(typed);
}

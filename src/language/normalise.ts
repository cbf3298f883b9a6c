import { kanjiNumerals, type Rewriting } from './numerals.ts';

/** A normalised text; `offsets[i]` is where in the original the character of UTF-16 unit `i` began. One entry more than `text` is long: the original's length. */
export type NormalisedText = { readonly text: string; readonly offsets: readonly number[] };

/**
 * A text as it is searched: NFKC, lower case, no accents, one kind of dash, quote and space, one spelling of ヴ, no long-vowel mark at
 * the end of a katakana word (サーバー = サーバ), numbers in ASCII digits without separators (四十万 = 400,000 = 400000).
 * Total: any string normalises. Linear in the length.
 */
export function normalise(text: string): string {
  let result = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
  for (const step of STEPS) result = rewrite(result, step(result));
  return result;
}

/** `normalise` that remembers where everything stood, so that a match can be shown in the text as typed. */
export function normaliseWithOffsets(text: string): NormalisedText {
  let units = '';
  let offsets: number[] = [];
  for (const { start, text: chunk } of chunks(text)) {
    const folded = chunk.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(start);
    units += folded;
  }
  offsets.push(text.length);
  for (const step of STEPS) {
    const rewritings = step(units);
    if (rewritings.length === 0) continue;
    const moved: number[] = [];
    let at = 0;
    for (const { start, end, text: replacement } of rewritings) {
      for (; at < start; at += 1) moved.push(offsets[at] ?? text.length);
      for (let unit = 0; unit < replacement.length; unit += 1) moved.push(offsets[start] ?? text.length);
      at = end;
    }
    for (; at < offsets.length; at += 1) moved.push(offsets[at] ?? text.length);
    units = rewrite(units, rewritings);
    offsets = moved;
  }
  return { text: units, offsets };
}

const KINDS: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '´': "'", '“': '"', '”': '"', '〜': '~' };
/** Letters that have no decomposition, and how people type them without. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const V_SOUNDS: Readonly<Record<string, string>> = { ヴァ: 'バ', ヴィ: 'ビ', ヴェ: 'ベ', ヴォ: 'ボ', ヴ: 'ブ' };

/** Each step names what it rewrites, so that the two forms above cannot drift apart. */
const STEPS: readonly ((text: string) => readonly Rewriting[])[] = [
  (text) => replacements(text, /[‐‑‒–—―−‘’´“”〜]/gu, (found) => KINDS[found] ?? '-'),
  (text) => replacements(text, /[^\S ]/gu, () => ' '),
  (text) =>
    replacements(text, /[ß-ɏḁ-ỿ]/gu, (found) => PLAIN_LETTERS[found] ?? found.normalize('NFD').replace(/\p{M}+/gu, '')),
  (text) => replacements(text, /ヴ[ァィェォ]?/gu, (found) => V_SOUNDS[found] ?? found),
  // Shorter words keep the mark: コピー without it is another word.
  (text) => replacements(text, /(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])/gu, () => ''),
  (text) => replacements(text, /(?<=\d),(?=\d{3}(?!\d))/gu, () => ''),
  kanjiNumerals,
];

function replacements(text: string, pattern: RegExp, replacement: (found: string) => string): readonly Rewriting[] {
  const found: Rewriting[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length, text: replacement(match[0]) });
  }
  return found;
}

function rewrite(text: string, rewritings: readonly Rewriting[]): string {
  if (rewritings.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of rewritings) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** Stretches that NFKC treats alone: a character with the marks, half-width voicing and jamo that compose with it. */
function* chunks(text: string): Generator<{ start: number; text: string }> {
  let start = 0;
  let chunk = '';
  let at = 0;
  for (const char of text) {
    if (chunk !== '' && !composes(chunk, char)) {
      yield { start, text: chunk };
      start = at;
      chunk = '';
    }
    chunk += char;
    at += char.length;
  }
  if (chunk !== '') yield { start, text: chunk };
}

function composes(chunk: string, char: string): boolean {
  if ((char.codePointAt(0) ?? 0) < 0x300) return false;
  return (
    /^[\p{M}\uff9e\uff9f]/u.test(char) ||
    chunk.normalize('NFKC') + char.normalize('NFKC') !== (chunk + char).normalize('NFKC')
  );
}

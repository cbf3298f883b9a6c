import { level } from './level.ts';
import { kanjiNumerals, type Rewriting } from './numerals.ts';

/**
 * A text as it is searched: levelled (`level.ts`), no accents, one kind of dash, quote and space, one spelling of ヴ, no long-vowel mark at
 * the end of a katakana word (サーバー = サーバ), numbers in ASCII digits without separators (四十万 = 400,000 = 400000).
 * Total: any string normalises. Linear in the length.
 */
export function normalise(text: string): string {
  let result = level(text).replaceAll('ς', 'σ');
  for (const step of STEPS) result = rewrite(result, step(result));
  return result;
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

/** Each step names what it rewrites, in the text that the step before has left. */
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

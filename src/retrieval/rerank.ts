import type { Token } from '../language/tokens.ts';

/**
 * A question prepared for comparing characters. `weights[i]` is the sum of the weights of the characters before `i`, so that a
 * piece's weight is one subtraction.
 */
export type Subject = { readonly text: string; readonly weights: Float64Array; readonly full: number };

/** How well one passage covers a question, each 0..1. */
export type Coverage = { readonly passage: number; readonly sentence: number; readonly title: number };

/** Long pieces count more than their parts: 拡大抑止 found whole beats 拡大 and 抑止 found apart. */
const PIECE_POWER = 1.3;
/** What a character weighs outside every term: particles break ties and no more. */
const BARE_WEIGHT = 0.3;

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
  for (let at = 0; at < text.length; at += 1) single[at] = text[at] === ' ' ? 0 : BARE_WEIGHT;
  for (const { term, start, end } of tokens) {
    const weight = idf(term) / (end - start) + BARE_WEIGHT;
    for (let at = start; at < end; at += 1) single[at] = weight;
  }
  const weights = new Float64Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) weights[at + 1] = (weights[at] ?? 0) + (single[at] ?? 0);
  return { text, weights, full: (weights[text.length] ?? 0) ** PIECE_POWER || 1 };
}

/** Compares a question with a passage that `comparable` has prepared; its first line is its title. */
export function coverageOf(subject: Subject, passage: string): Coverage {
  const titleEnd = passage.indexOf('\n');
  let sentence = 0;
  let title = 0;
  for (let start = 0; start < passage.length; ) {
    const next = passage.indexOf('\n', start);
    const end = next < 0 ? passage.length : next;
    if (end > start) {
      const found = covered(subject, passage.slice(start, end));
      if (start === 0 && end === titleEnd) title = found;
      if (found > sentence) sentence = found;
    }
    start = end + 1;
  }
  return { passage: covered(subject, passage), sentence, title };
}

/** The share of the question that its longest pieces found in `passage` make up, read from left to right. */
function covered(subject: Subject, passage: string): number {
  const { text, weights } = subject;
  let sum = 0;
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && text[end] !== ' ' && passage.includes(text.slice(at, end + 1))) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    sum += ((weights[end] ?? 0) - (weights[at] ?? 0)) ** PIECE_POWER;
    at = end;
  }
  return sum / subject.full;
}

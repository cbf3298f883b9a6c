import { normalise } from '../language/normalise.ts';

/** How many passages of the character statistics a pair of characters stands in. */
export type PairStatistics = { readonly passages: number; frequency(pair: number): number };

/** Two UTF-16 units as one number. */
export function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

/** A passage or query as compared character by character: letters and digits only, spaces between words kept as one. */
export function comparable(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Hiragana joins the content of a question and is no content itself. */
const CONTENT = /[\p{Script=Han}\p{Script=Katakana}ー々〇]+|[a-z0-9]+/gu;

/** A piece of the question worth finding whole, with the rarity of each pair of its characters. */
type Piece = { readonly text: string; readonly rarity: readonly number[]; readonly total: number };

/** Longer finds count more than their share: two halves of a name are not the name. */
const POWER = 1.3;

export type Rerank = (passage: string) => { readonly cover: number; readonly bestSentence: number };

/**
 * Prepares the comparison of one question with many passages. `cover` (0..1) is the rarity-weighted share of the question's
 * longest character pieces that a passage contains; `bestSentence` (0..1) the same within its best sentence.
 */
export function createRerank(question: string, statistics: PairStatistics): Rerank {
  const pieces = piecesOf(question, statistics);
  const whole = pieces.reduce((sum, piece) => sum + piece.total ** POWER, 0) || 1;
  const coverOf = (text: string) => pieces.reduce((sum, piece) => sum + found(piece, text), 0) / whole;
  return (passage) => {
    const sentences = passage.split(/[。.!?\n]+/u);
    const compared = sentences.map(comparable).filter((sentence) => sentence !== '');
    const cover = coverOf(compared.join(' '));
    const bestSentence = cover === 0 ? 0 : Math.max(...compared.map(coverOf));
    return { cover, bestSentence };
  };
}

function piecesOf(question: string, statistics: PairStatistics): Piece[] {
  return [...comparable(question).matchAll(CONTENT)].map(([text]) => {
    const rarity: number[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const frequency = statistics.frequency(pairAt(text, at));
      rarity.push(Math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5)));
    }
    // A single character has no pair: it counts little.
    if (text.length === 1) rarity.push(0.5);
    return { text, rarity, total: rarity.reduce((sum, each) => sum + each, 0) };
  });
}

/** Sum over the greedy longest finds of a piece in `text`, each raised to the power. */
function found(piece: Piece, text: string): number {
  if (text.includes(piece.text)) return piece.total ** POWER;
  let sum = 0;
  let at = 0;
  while (at + 1 < piece.text.length) {
    let end = at + 2;
    if (!text.includes(piece.text.slice(at, end))) {
      at += 1;
      continue;
    }
    while (end < piece.text.length && text.includes(piece.text.slice(at, end + 1))) end += 1;
    let weight = 0;
    for (let pair = at; pair < end - 1; pair += 1) weight += piece.rarity[pair] ?? 0;
    sum += weight ** POWER;
    at = end;
  }
  return sum;
}

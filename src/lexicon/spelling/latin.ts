import { isPluralWord } from '../../text/plural.ts';
import type { Lexicon } from '../lexicon.ts';
import { reachOf } from './distance.ts';
import { isEnglish } from './english.ts';
import { type Candidate, type LatinNames, LEAST_CUE, LEAST_PART, latinNames } from './latin-names.ts';
import { phraseEdits } from './latin-phrases.ts';
import type { Near } from './near-words.ts';
import { slips } from './slips.ts';
import { type Edit, editAt, type LatinWord, type Typed } from './typed.ts';

export type LatinOptions = {
  isWord(word: string): boolean;
  readonly cueWords: ReadonlySet<string>;
};

/** No more words than this are fixed in one question. */
const MOST_WORDS = 24;

/** Fixes slips in names of Latin letters: several words that make a name together, then words alone, then words run together. */
export function createLatin(lexicon: Lexicon, options: LatinOptions): (typed: Typed) => readonly Edit[] {
  let names: LatinNames | undefined;
  return (typed) => {
    const isOrdinary = remembered((key) => options.isWord(key) || slips().strangers.has(key) || isEnglish(key));
    const unknown = typed.words.filter(({ isUnknown }) => isUnknown).slice(0, MOST_WORDS);
    if (unknown.length === 0) return [];
    names ??= latinNames(lexicon, options.cueWords);
    const edits = [...phraseEdits(typed, names, isOrdinary)];
    const isFree = ({ from, to }: LatinWord) => {
      const { start, end } = editAt(typed, from, to, '');
      return !edits.some((edit) => edit.start < end && start < edit.end);
    };
    for (const word of unknown) {
      if (!isFree(word) || isOrdinary(word.key)) continue;
      const read = nearest(word, names) ?? ofSeveral(word, names) ?? together(word.key, names, options.cueWords);
      if (read !== undefined) edits.push(editAt(typed, word.from, word.to, read));
      else edits.push(...torn(word, typed, names, isFree));
    }
    return edits;
  };
}

function remembered(tell: (key: string) => boolean): (key: string) => boolean {
  const told = new Map<string, boolean>();
  return (key) => {
    const known = told.get(key) ?? tell(key);
    told.set(key, known);
    return known;
  };
}

/** The one word within reach; none where several things are equally near. */
function nearest(typed: LatinWord, { near, candidates }: LatinNames): string | undefined {
  if (typed.key.length < 4) return undefined;
  const found = near(typed.key, reachOf(typed.key.length)).flatMap(({ word, distance }) => {
    const candidate = candidates.get(word);
    const isMeant = candidate !== undefined && mayMean(typed, { word, distance }, candidate);
    return isMeant ? [{ distance, candidate }] : [];
  });
  const least = Math.min(...found.map(({ distance }) => distance));
  const best = found.filter(({ distance }) => distance === least);
  const names = best.filter(({ candidate }) => candidate.kind === 'name');
  const rivals = names.length > 0 ? names : best;
  if (rivals.some(({ candidate }) => candidate.kind === 'given')) return undefined;
  return new Set(rivals.map(({ candidate }) => candidate.target)).size === 1 ? rivals[0]?.candidate.shown : undefined;
}

/** "Meeitngs", "framweorks": of what one of them is called. */
function ofSeveral({ key, ...word }: LatinWord, names: LatinNames): string | undefined {
  const one = isPluralWord(key) ? nearest({ ...word, key: key.slice(0, -1) }, names) : undefined;
  return one === undefined ? undefined : `${one}s`;
}

/**
 * Two slips need a long word that begins alike; words that name nothing by themselves need length too, and a cue word, which is no
 * proper name, may hold one slip. Of four letters none is another one (Riga is not Rihga): one is missing, or two are swapped.
 */
function mayMean({ key, isProper }: LatinWord, { word, distance }: Near, { kind }: Candidate): boolean {
  if (distance === 0 || (kind === 'part' && word.length < LEAST_PART)) return false;
  if (kind === 'cue' && (distance > 1 || isProper || !isEnglish(word))) return false;
  if (kind === 'cue' && word.length < LEAST_CUE && !isSwap(key, word)) return false;
  const beginsAlike = key.charAt(0) === word.charAt(0);
  if (key.length === 4 && word.length <= 4 && !isSwap(key, word)) return false;
  if (distance === 1) return beginsAlike || key.length >= 7;
  return beginsAlike && Math.min(key.length, word.length) >= (kind === 'name' ? 7 : 8);
}

const isSwap = (one: string, other: string) => [...one].sort().join('') === [...other].sort().join('');

/** "isibatrump": names and cues run together, each written right; or one name run together with a slip ("campdavd"). */
function together(key: string, { whole, nearWhole }: LatinNames, cueWords: ReadonlySet<string>): string | undefined {
  if (key.length < 8) return undefined;
  const near = nearWhole(key, 1);
  const targets = new Set(near.map(({ word }) => whole.get(word)?.target));
  if (targets.size === 1) return whole.get(near[0]?.word ?? '')?.shown;
  const pieces = split(key, (piece) => whole.has(piece) || (piece.length >= LEAST_CUE && cueWords.has(piece)));
  return pieces?.some((piece) => whole.has(piece)) === true
    ? pieces.map((piece) => whole.get(piece)?.shown ?? piece).join(' ')
    : undefined;
}

/** The fewest known pieces of at least four letters that a word is made of; at most four. */
function split(key: string, isKnown: (piece: string) => boolean, most = 4): readonly string[] | undefined {
  if (most === 0) return undefined;
  for (let end = key.length; end >= 4; end -= 1) {
    const piece = key.slice(0, end);
    if (!isKnown(piece)) continue;
    if (end === key.length) return [piece];
    const rest = split(key.slice(end), isKnown, most - 1);
    if (rest !== undefined) return [piece, ...rest];
  }
  return undefined;
}

/** "tomo hawk": a name torn in two, with at most one slip. */
function torn(
  word: LatinWord,
  typed: Typed,
  { whole, nearWhole }: LatinNames,
  isFree: (word: LatinWord) => boolean,
): readonly Edit[] {
  const next = typed.words[typed.words.indexOf(word) + 1];
  if (next?.follows !== true || !isFree(next)) return [];
  const key = word.key + next.key;
  if (key.length < 7) return [];
  const near = nearWhole(key, 1).filter(({ word: name }) => name.charAt(0) === key.charAt(0));
  const targets = new Set(near.map(({ word: name }) => whole.get(name)?.target));
  const read = targets.size === 1 ? whole.get(near[0]?.word ?? '')?.shown : undefined;
  return read === undefined ? [] : [editAt(typed, word.from, next.to, read)];
}

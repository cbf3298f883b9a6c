import { foldKey } from '../../text/fold.ts';
import { stemEnglish } from '../../text/stem.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Surface } from '../surface.ts';
import { type NearWords, nearWords } from './near-words.ts';

/** A word that a slip may stand for. */
export type Candidate = {
  readonly shown: string;
  /** What it names, or the stem of a word that names nothing by itself: words of the same target are one. */
  readonly target: string;
  /** A whole name, a word of longer names, a given name, which alone is nobody's, or a cue. */
  readonly kind: 'name' | 'part' | 'given' | 'cue';
};

/** A name of several words. */
export type Phrase = { readonly words: readonly string[]; readonly shown: readonly string[]; readonly target: string };

/** Every name of Latin letters, by its words. */
export type LatinNames = {
  readonly near: NearWords;
  /** Names written together, for one word in place of several. */
  readonly nearWhole: NearWords;
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly whole: ReadonlyMap<string, Candidate>;
  /** Word → the phrases it stands in, and where. */
  readonly phrases: ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly at: number }[]>;
};

/** Cue words shorter than this are what was meant only by their own letters, two of them swapped. */
export const LEAST_CUE = 6;
const LEAST_SWAPPED = 4;
/** A shorter word of a longer name names nothing by itself. */
export const LEAST_PART = 7;
/** Nearly every name, and much quicker to cut. */
const ASCII = /^[ -~]+$/;
const LATIN = /^[\u0020-\u024f\u2010-\u201f]+$/;

export function latinNames(lexicon: Lexicon, cueWords: ReadonlySet<string>): LatinNames {
  const candidates = new Map<string, Candidate>();
  const whole = new Map<string, Candidate>();
  const phrases = new Map<string, { phrase: Phrase; at: number }[]>();
  for (const [key, surfaces] of lexicon.surfaces) {
    const [first] = surfaces;
    if (first === undefined || !LATIN.test(first.text)) continue;
    const target = targetOf(surfaces);
    const shown = first.text.split(ASCII.test(first.text) ? /[^A-Za-z0-9]+/ : /[^\p{L}\p{N}]+/u).filter(Boolean);
    const words = shown.map(foldKey);
    const name: Candidate = { shown: shownOf(first, lexicon), target, kind: 'name' };
    if (key.length >= 4) whole.set(key, name);
    if (words.length === 1) candidates.set(key, name);
    else addPhrase(phrases, { words, shown, target });
    if (words.length > 1) addParts(candidates, words, shown, first.entity.kind === 'person' ? 'given' : 'part');
  }
  const isTaken = (word: string) => candidates.has(word) && !isShortPart(word, candidates.get(word)?.kind);
  for (const word of cueWords)
    if (word.length >= LEAST_SWAPPED && /^[a-z]+$/.test(word) && !isTaken(word))
      candidates.set(word, { shown: word, target: `cue:${stemEnglish(word)}`, kind: 'cue' });
  let nearWhole: NearWords | undefined;
  return {
    near: nearWords([...candidates.keys()]),
    nearWhole(typed, limit) {
      nearWhole ??= nearWords([...whole.keys()]);
      return nearWhole(typed, limit);
    },
    candidates,
    whole,
    phrases,
  };
}

/** "Record", which stands in the titles of papers, is a cue where it stands alone. */
const isShortPart = (word: string, kind: Candidate['kind'] | undefined) => kind === 'part' && word.length < LEAST_PART;

function addPhrase(phrases: Map<string, { phrase: Phrase; at: number }[]>, phrase: Phrase): void {
  phrase.words.forEach((word, at) => {
    const list = phrases.get(word);
    if (list === undefined) phrases.set(word, [{ phrase, at }]);
    else list.push({ phrase, at });
  });
}

function addParts(
  candidates: Map<string, Candidate>,
  words: readonly string[],
  shown: readonly string[],
  kind: 'part' | 'given',
): void {
  words.forEach((word, at) => {
    if (word.length < 4 || candidates.has(word) || !/^[a-z]+$/.test(word)) return;
    candidates.set(word, { shown: shown[at] ?? word, target: `word:${stemEnglish(word)}`, kind });
  });
}

export function targetOf(surfaces: readonly Surface[]): string {
  return surfaces
    .map(({ entity }) => `${entity.kind}:${entity.id}`)
    .sort()
    .join('|');
}

/** A family name as the record writes it, not one of its other spellings (Isiba, Hegset). */
function shownOf({ text, entity }: Surface, lexicon: Lexicon): string {
  if (entity.kind !== 'person' || text.includes(' ')) return text;
  const family = lexicon.knowledge.people.get(entity.id)?.family.en;
  return family !== undefined && lexicon.surfaces.has(foldKey(family)) ? family : text;
}

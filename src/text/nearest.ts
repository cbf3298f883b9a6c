import { distance } from 'fastest-levenshtein';
import { foldKey } from './fold.ts';

/** How a name is near to what was typed, the likeliest first. */
const SPELLING = 0;
const BEGINNING = 1;
const PART = 2;

/** Fewer letters than these are part of too many names to say which was meant. Kanji and kana say more than Latin letters. */
const SHORTEST = { latin: 3, other: 2 } as const;

/**
 * The candidates that `typed` was most likely meant to be, nearest first, at most `limit` (default 3): by their spelling (at most a
 * third of the letters differ), by their beginning (`hegseth` for `hegseth-pete`, or the other way about), or by a part of them.
 * Case, width and punctuation do not count. `namesOf` gives every name that a candidate goes by.
 */
export function nearestNames<Candidate>(
  typed: string,
  candidates: Iterable<Candidate>,
  namesOf: (candidate: Candidate) => readonly string[],
  limit = 3,
): readonly Candidate[] {
  const key = foldKey(typed);
  if (key === '') return [];
  return [...candidates]
    .flatMap((candidate) => {
      const [best] = namesOf(candidate)
        .map((name) => nearness(key, foldKey(name)))
        .filter((each) => each !== null)
        .sort(byNearness);
      return best === undefined ? [] : [{ candidate, best }];
    })
    .sort((a, b) => byNearness(a.best, b.best))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** The one word of `words` that `typed` was most likely meant to be. */
export function nearestWord(typed: string, words: Iterable<string>): string | undefined {
  return nearestNames(typed, words, (word) => [word], 1)[0];
}

type Nearness = { readonly kind: number; readonly letters: number };

/** `null` where they are not near. */
function nearness(key: string, name: string): Nearness | null {
  const letters = distance(key, name);
  if (letters <= Math.max(1, Math.floor(key.length / 3))) return { kind: SPELLING, letters };
  const [shorter, longer] = key.length < name.length ? [key, name] : [name, key];
  if (shorter.length < SHORTEST[/^[\x20-\x7e]*$/.test(shorter) ? 'latin' : 'other']) return null;
  if (longer.startsWith(shorter)) return { kind: BEGINNING, letters };
  return longer.includes(shorter) ? { kind: PART, letters } : null;
}

function byNearness(a: Nearness, b: Nearness): number {
  return a.kind - b.kind || a.letters - b.letters;
}

import { reachOf } from './distance.ts';
import type { LatinNames, Phrase } from './latin-names.ts';
import { type Edit, editAt, type LatinWord, type Typed } from './typed.ts';

/** Words of a question that make a name together, some of them misspelt. */
type Match = { readonly first: number; readonly phrase: Phrase; readonly cost: number };

/** How each typed word may be read: word → number of slips. */
type Readings = readonly ReadonlyMap<string, number>[];

/** The names of several words that the words make, longest first: "camp davd" is Camp David, "davd" alone is nothing. */
export function phraseEdits(typed: Typed, names: LatinNames, isOrdinary: (key: string) => boolean): readonly Edit[] {
  const { words } = typed;
  const readings = words.map((word) => readingsOf(word, names));
  const matches = new Map<string, Match[]>();
  words.forEach((word, index) => {
    if (!word.isUnknown) return;
    for (const [read, slipped] of readings[index] ?? [])
      if (slipped > 0)
        for (const { phrase, at } of names.phrases.get(read) ?? []) {
          const match = matchAt(index - at, phrase, words, readings, isOrdinary);
          if (match === undefined) continue;
          const place = `${match.first} ${phrase.words.length}`;
          matches.set(place, [...(matches.get(place) ?? []), match]);
        }
  });
  const clear = [...matches.values()].flatMap(best);
  clear.sort((a, b) => b.phrase.words.length - a.phrase.words.length || a.cost - b.cost || a.first - b.first);
  const taken = new Set<number>();
  return clear.flatMap((match) => {
    const places = match.phrase.words.map((_, at) => match.first + at);
    if (places.some((place) => taken.has(place))) return [];
    for (const place of places) taken.add(place);
    const [from, to] = [words[match.first], words[places.at(-1) ?? 0]];
    return from && to ? [editAt(typed, from.from, to.to, match.phrase.shown.join(' '))] : [];
  });
}

function readingsOf({ key, isUnknown }: LatinWord, { near }: LatinNames): ReadonlyMap<string, number> {
  const readings = new Map([[key, 0]]);
  if (isUnknown) for (const { word, distance } of near(key, reachOf(key.length))) readings.set(word, distance);
  return readings;
}

/**
 * A name whose words all stand from `first` on. Of words that the dictionary or the record knows only one may be a slip, in a name of
 * which two other words are right; of words of three letters one, beside a right one.
 */
function matchAt(
  first: number,
  phrase: Phrase,
  words: readonly LatinWord[],
  readings: Readings,
  isOrdinary: (key: string) => boolean,
): Match | undefined {
  let cost = 0;
  let right = 0;
  let doubtful = 0;
  let short = 0;
  for (const [at, wanted] of phrase.words.entries()) {
    const word = words[first + at];
    if (word === undefined || (at > 0 && !word.follows)) return undefined;
    const slipped = readings[first + at]?.get(wanted);
    if (slipped === undefined) return undefined;
    cost += slipped;
    if (slipped === 0) right += 1;
    else if (word.key.length < 4) short += 1;
    else if (isOrdinary(word.key)) doubtful += 1;
  }
  if (doubtful > 1 || (doubtful === 1 && right < 2)) return undefined;
  if (short > 1 || (short === 1 && right === 0)) return undefined;
  return { first, phrase, cost };
}

/** The nearest match of one place; none where several things are equally near. */
function best(matches: readonly Match[]): readonly Match[] {
  const least = Math.min(...matches.map(({ cost }) => cost));
  const nearest = matches.filter(({ cost }) => cost === least);
  const [first] = nearest;
  return first !== undefined && new Set(nearest.map(({ phrase }) => phrase.target)).size === 1 ? [first] : [];
}

import { makesPlace } from '../../text/shape.ts';
import { plainKana } from '../kana.ts';
import type { Lexicon } from '../lexicon.ts';
import { HOLE, type JapaneseName, type JapaneseNames, japaneseNames } from './japanese-names.ts';
import { judgeOf } from './judged.ts';
import { type Edit, editAt, type Typed } from './typed.ts';

/** A stretch read as a name; `wrong` is the place of the wrong character. */
export type Match = {
  readonly from: number;
  readonly to: number;
  readonly name: JapaneseName;
  readonly wrong?: number;
};

/** No more characters than this are taken to be wrong ones. */
const MOST_CHARACTERS = 40;
const LONGEST = 14;
/** Nobody writes another character for a number: 回首脳 is no 三首脳. */
const NUMERALS = '〇一二三四五六七八九十百千万0123456789';

/** Fixes names of which one character is wrong, missing, too many or out of its place: 普天満, トラップ大統領, 拡大抑協議. */
export function createCharacters(
  lexicon: Lexicon,
  isWord: (word: string) => boolean,
): (typed: Typed) => readonly Edit[] {
  let names: JapaneseNames | undefined;
  return (typed) => {
    const places = placesOf(typed);
    if (places.length === 0) return [];
    names ??= japaneseNames(lexicon);
    const judge = judgeOf(typed, lexicon, names, isWord);
    const taken = new Set<number>();
    return clear([...matchesAt(typed, places, names), ...plainMatches(typed, places, names)].filter(judge)).flatMap(
      ({ from, to, name }) => {
        for (let at = from; at < to; at += 1) if (taken.has(at)) return [];
        for (let at = from; at < to; at += 1) taken.add(at);
        return [editAt(typed, from, to, name.shown)];
      },
    );
  };
}

/** Unknown kanji and kana. */
function placesOf({ folded, unknown }: Typed): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < unknown.length && places.length < MOST_CHARACTERS; at += 1) {
    const kind = folded.kinds[at];
    if (unknown[at] === 1 && (kind === 'kanji' || kind === 'katakana')) places.push(at);
  }
  return places;
}

/** Every name that a stretch around one of the places may be a slip for. */
function* matchesAt({ folded: { text } }: Typed, places: readonly number[], names: JapaneseNames): Generator<Match> {
  for (const place of places)
    for (let from = Math.max(0, place - LONGEST + 1); from <= place; from += 1) {
      const start = from === place ? HOLE + text.charAt(from + 1) : text.charAt(from);
      for (const length of names.lengths.get(start) ?? []) {
        yield* wrongAt(text, from, from + length, place, names);
        if (from < place && length >= 3) yield* otherwiseAt(text, from, from + length, place, names);
      }
    }
}

function* wrongAt(text: string, from: number, to: number, place: number, { wrong }: JapaneseNames): Generator<Match> {
  if (place >= to || to > text.length) return;
  const key = text.slice(from, place) + HOLE + text.slice(place + 1, to);
  const isPlace = place === to - 1 && makesPlace(text.charAt(place));
  for (const name of isPlace ? [] : (wrong.get(key) ?? []))
    if (name.key[place - from] !== text[place] && !NUMERALS.includes(name.key[place - from] ?? ''))
      yield { from, to, name, wrong: place };
}

/** The character at `place` is one too many, has changed places with the next one, or stands beside one that is missing. */
function* otherwiseAt(text: string, from: number, to: number, place: number, names: JapaneseNames): Generator<Match> {
  const { exact, missing } = names;
  const [before, char, next] = [text.slice(from, place), text.charAt(place), text.charAt(place + 1)];
  if (place < to && to < text.length) {
    const name = exact.get(before + text.slice(place + 1, to + 1));
    if (name !== undefined) yield { from, to: to + 1, name, wrong: place };
  }
  if (place + 1 < to && to <= text.length) {
    const name = exact.get(before + next + char + text.slice(place + 2, to));
    if (name !== undefined) yield { from, to, name, wrong: place };
  }
  if (place < to - 1 && to - 1 <= text.length) {
    const written = text.slice(from, to - 1);
    if (!exact.has(written)) for (const name of missing.get(written) ?? []) yield { from, to: to - 1, name };
  }
}

/** Katakana of which only voicing or small letters differ. */
function* plainMatches({ folded: { text, kinds } }: Typed, places: readonly number[], names: JapaneseNames) {
  for (const from of places) {
    if (kinds[from] !== 'katakana' || kinds[from - 1] === 'katakana') continue;
    let to = from;
    while (kinds[to] === 'katakana') to += 1;
    for (const name of names.plain.get(plainKana(text.slice(from, to))) ?? []) yield { from, to, name } satisfies Match;
  }
}

/** Longest first; where several things are equally long at one place, none. */
function clear(matches: readonly Match[]): readonly Match[] {
  const byPlace = new Map<string, Match[]>();
  for (const match of matches) {
    const place = `${match.from} ${match.to}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), match]);
  }
  return [...byPlace.values()]
    .flatMap((rivals) => (new Set(rivals.map(({ name }) => name.target)).size === 1 ? rivals.slice(0, 1) : []))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

import { foldKey } from '../../text/fold.ts';
import { PhraseTable } from '../../text/phrase-table.ts';
import { plainKana } from '../kana.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Entity, Surface } from '../surface.ts';
import { collectTitles, type Title } from '../titles.ts';
import { targetOf } from './latin-names.ts';
import { isJapanese } from './script.ts';

/** A name with Japanese characters. */
export type JapaneseName = {
  readonly key: string;
  readonly shown: string;
  readonly target: string;
  readonly entities: readonly Entity[];
  /** Katakana alone. */
  readonly isKatakana: boolean;
  /** A family name or another part of a person's name. */
  readonly isPartial: boolean;
  /** A person's family and given name. */
  readonly isFullName: boolean;
};

/** Names by what one slip leaves of them. */
export type JapaneseNames = {
  readonly exact: ReadonlyMap<string, JapaneseName>;
  /** One character taken out, its place marked: for a wrong one. */
  readonly wrong: ReadonlyMap<string, readonly JapaneseName[]>;
  /** One character taken out, of kanji never the last (事務次官 is no 事務次官級): for a missing one. */
  readonly missing: ReadonlyMap<string, readonly JapaneseName[]>;
  /** Katakana without voicing: ヘクゼス is ヘグセス. */
  readonly plain: ReadonlyMap<string, readonly JapaneseName[]>;
  /** Every title by its folded forms. */
  readonly titles: PhraseTable<Title>;
  /** Family names of one character: another character in its place is another name. */
  readonly single: ReadonlySet<string>;
  /** Lengths of the names that begin so; one character longer and shorter are lengths of slips. */
  readonly lengths: ReadonlyMap<string, ReadonlySet<number>>;
};

/** Marks the place of a wrong character. */
export const HOLE = '\u0000';
const LONGEST = 14;

export function japaneseNames(lexicon: Lexicon): JapaneseNames {
  const { people } = lexicon.knowledge;
  const families = [...people.values()].map(({ family }) => family.ja);
  const names = {
    exact: new Map<string, JapaneseName>(),
    wrong: new Map<string, JapaneseName[]>(),
    missing: new Map<string, JapaneseName[]>(),
    plain: new Map<string, JapaneseName[]>(),
    lengths: new Map<string, Set<number>>(),
    titles: new PhraseTable<Title>(),
    single: new Set(families.filter((family) => family.length === 1)),
  };
  for (const title of collectTitles(lexicon.knowledge))
    for (const text of title.ja) names.titles.add(foldKey(text), title);
  for (const [key, surfaces] of lexicon.surfaces) {
    const name = nameOf(key, surfaces, people);
    if (name === undefined) continue;
    names.exact.set(key, name);
    if (name.isKatakana) push(names.plain, plainKana(key), name);
    for (let at = 0; at < key.length; at += 1) {
      const [before, after] = [key.slice(0, at), key.slice(at + 1)];
      push(names.wrong, before + HOLE + after, name);
      const isInside = at > 0 && (name.isKatakana || at < key.length - 1);
      const mayMiss = isInside && key.length >= (name.isKatakana ? 4 : 5) && key[at] !== key[at - 1];
      if (mayMiss) push(names.missing, before + after, name);
    }
    for (const start of [key.charAt(0), HOLE + key.charAt(1)])
      names.lengths.set(start, (names.lengths.get(start) ?? new Set()).add(key.length));
  }
  return names;
}

/** A name with kanji or katakana; no choice of countries, which one character tells apart. */
function nameOf(
  key: string,
  surfaces: readonly Surface[],
  people: Lexicon['knowledge']['people'],
): JapaneseName | undefined {
  const [first] = surfaces;
  if (first === undefined || key.length < 2 || key.length > LONGEST || !isJapanese(first.text)) return undefined;
  const { kind, id } = first.entity;
  if (kind === 'members') return undefined;
  const person = kind === 'person' ? people.get(id) : undefined;
  const isKatakana = Array.from(first.text).every((char) => (char >= '゠' && char <= 'ヿ') || char === ' ');
  const isFullName = person !== undefined && foldKey(person.names.ja) === key;
  const isPartial = person !== undefined && surfaces.every(({ partial }) => partial);
  const entities = surfaces.map(({ entity }) => entity);
  // One of the ways to write a family name (ルービオ) is shown as the record writes it.
  const isFamily = person !== undefined && isKatakana && !isFullName && !first.text.includes('・');
  const shown = isFamily ? person.family.ja : first.text;
  return { key, shown, target: targetOf(surfaces), entities, isKatakana, isPartial, isFullName };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

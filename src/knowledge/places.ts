import { foldKey } from '../text/fold.ts';
import type { Consultation, CountryEntry, PlaceEntry } from './schema.ts';

/** Places and countries by every name in both languages. */
export type PlaceNames = {
  readonly places: ReadonlyMap<string, PlaceEntry>;
  /** Folded name → the places called so; several where countries have venues of one name. */
  readonly byName: ReadonlyMap<string, readonly PlaceEntry[]>;
  readonly countryNames: ReadonlySet<string>;
};

/** Where a record was held: places from the particular to the general, the larger ones around them included. */
export type PlacesHeld = {
  readonly ids: readonly string[];
  /** Parts of the record's place that no entry is called. */
  readonly unknown: readonly string[];
};

export function placeTable(places: Iterable<PlaceEntry>, countries: Iterable<CountryEntry>): PlaceNames {
  const byName = new Map<string, PlaceEntry[]>();
  const byId = new Map<string, PlaceEntry>();
  for (const place of places) {
    byId.set(place.id, place);
    const { names, aliases } = place;
    for (const name of new Set([names.ja, names.en, ...aliases.ja, ...aliases.en].map(fold)))
      byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  const countryNames = [...countries].flatMap(({ names, short, aliases }) => [
    names.ja,
    names.en,
    short?.ja ?? '',
    short?.en ?? '',
    ...aliases.en,
  ]);
  return { places: byId, byName, countryNames: new Set(countryNames.map(fold)) };
}

/** The places that a record's `place` names: "Tokyo (Ministry of Defense)" is the ministry, and Tokyo around it. */
export function placesOf({ en, country }: NonNullable<Consultation['place']>, table: PlaceNames): PlacesHeld {
  const ids = new Set<string>();
  const unknown: string[] = [];
  const read = (text: string, separators: readonly RegExp[]): void => {
    const name = text.trim();
    // "near", "elsewhere": no name.
    if (!/^(?:the )?\p{Lu}/u.test(name)) return;
    const [separator, ...finer] = separators;
    const called = table.byName.get(fold(name)) ?? [];
    const here = called.find((place) => countryOf(place, table) === country);
    if (here !== undefined) for (const id of lineOf(here, table)) ids.add(id);
    else if (table.countryNames.has(fold(name))) return;
    else if (separator === undefined) unknown.push(name);
    else for (const part of name.split(separator)) read(part, finer);
  };
  read(en, [/[()]/, / and /, /, /]);
  return { ids: [...ids], unknown };
}

/** A place and the larger ones around it, up to the country, which is not among them. */
export function lineOf(place: PlaceEntry, { places }: PlaceNames): readonly string[] {
  const line = new Set<string>();
  for (let at: PlaceEntry | undefined = place; at !== undefined && !line.has(at.id); at = places.get(at.within ?? ''))
    line.add(at.id);
  return [...line];
}

/** The country that a place lies in. */
export function countryOf(place: PlaceEntry, table: PlaceNames): string | undefined {
  const last = table.places.get(lineOf(place, table).at(-1) ?? '');
  return last?.within;
}

const fold = (name: string): string => foldKey(name.replace(/^the /i, ''));

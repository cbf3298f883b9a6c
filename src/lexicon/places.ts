import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type PlaceNames, placesOf, placeTable } from '../knowledge/places.ts';
import { foldKey } from '../text/fold.ts';
import type { Bilingual } from '../text/language.ts';
import { type Surface, surface } from './surface.ts';

export type PlaceTable = {
  readonly surfaces: readonly Surface[];
  /** Id of a place → the records' own spellings (`place.en`) of what lies there. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, Bilingual>;
};

/** Every place by every name, and which of the records' spellings lie in it. What a record names and no entry does is a place by that name. */
export function collectPlaces(knowledge: KnowledgeBase): PlaceTable {
  const table = placeTable(knowledge.places.values(), knowledge.countries.values());
  const spellings = new Map<string, Set<string>>();
  const names = new Map<string, Bilingual>();
  const surfaces: Surface[] = [];
  const holds = (id: string, spelling: string) =>
    spellings.set(id, (spellings.get(id) ?? new Set<string>()).add(spelling));
  const differing = new Map(
    knowledge.consultations.flatMap(({ place }) => (place ? [[place.en, place] as const] : [])),
  );
  for (const place of differing.values()) {
    const { ids, unknown } = placesOf(place, table);
    for (const id of ids) holds(id, place.en);
    for (const name of unknown) {
      const id = foldKey(name);
      holds(id, place.en);
      names.set(id, { ja: place.ja, en: name });
      surfaces.push(surface(name, { kind: 'place', id }));
    }
    for (const { id, countries } of knowledge.places.values())
      if (countries.includes(place.country)) holds(id, place.en);
  }
  for (const place of knowledge.places.values()) {
    names.set(place.id, place.names);
    surfaces.push(...surfacesOf(place.id, table));
  }
  return {
    surfaces,
    spellings: new Map([...spellings].map(([id, found]) => [id, [...found].sort()])),
    names,
  };
}

function surfacesOf(id: string, { places, countryNames }: PlaceNames): readonly Surface[] {
  const place = places.get(id);
  if (place === undefined) return [];
  const { kind, names, aliases } = place;
  return [names.ja, names.en, ...aliases.ja, ...aliases.en]
    .filter((form) => !countryNames.has(foldKey(form)))
    .map((form) =>
      surface(
        form,
        { kind: 'place', id },
        { rule: kind === 'region' ? 'venue' : /^[A-Z]{2}$/.test(form) ? 'cased' : 'plain' },
      ),
    );
}

import type { Entry, PendingFault } from '../parse-records.ts';
import { placesOf, placeTable } from '../places.ts';
import type { CountryEntry, Framework, PlaceEntry } from '../schema.ts';
import type { Rule } from './index.ts';

/** Places lie within one another without a circle, records name known ones, and powers outside sit at no table. */
export const checkPlaces: Rule = ({ consultations, collections: { places, countries, frameworks } }) => {
  const table = placeTable(
    places.map(({ value }) => value),
    countries.map(({ value }) => value),
  );
  const unknown = new Map<string, PendingFault>();
  const seen = new Set<string>();
  for (const { value, file } of consultations) {
    if (value.place === undefined || seen.has(value.place.en)) continue;
    seen.add(value.place.en);
    for (const name of placesOf(value.place, table).unknown) {
      if (unknown.has(name)) continue;
      unknown.set(name, {
        file,
        path: ['place', 'en'],
        message: `"${name}" is no place in places.yaml`,
        fix: 'add it there with its names and what it lies within',
        severity: 'untidy',
      });
    }
  }
  return [...unknown.values(), ...circles(places), ...outsiders(countries, frameworks)];
};

function circles(places: readonly Entry<PlaceEntry>[]): PendingFault[] {
  const within = new Map(places.map(({ value }) => [value.id, value.within]));
  return places.flatMap(({ value, file, path }) => {
    const line = new Set<string>();
    for (let at = value.within; at !== undefined && !line.has(at); at = within.get(at)) line.add(at);
    if (!line.has(value.id)) return [];
    return [
      {
        file,
        path: [...path, 'within'],
        message: `"${value.id}" lies within itself`,
        fix: 'name the next larger place or the country',
        severity: 'error' as const,
      },
    ];
  });
}

function outsiders(countries: readonly Entry<CountryEntry>[], frameworks: readonly Entry<Framework>[]): PendingFault[] {
  const members = new Set(frameworks.flatMap(({ value }) => value.countries));
  return countries.flatMap(({ value, file, path }) => {
    if (value.outside !== true || !members.has(value.id)) return [];
    return [
      {
        file,
        path: [...path, 'outside'],
        message: `${value.id} is outside here and a member in frameworks.yaml`,
        fix: 'take out one of the two',
        severity: 'error' as const,
      },
    ];
  });
}

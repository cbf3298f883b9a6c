import type { Language } from '../../text/language.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Consultation } from '../schema.ts';
import { foldText } from './mentions.ts';

export type Place = NonNullable<Consultation['place']>;

type KnownPlace = { readonly name: string; readonly place: Place; readonly weight: number };
export type PlaceIndex = { readonly ja: readonly KnownPlace[]; readonly en: readonly KnownPlace[] };

/** Venues, cities and countries on record, the most particular name first. */
export function collectPlaces(knowledge: KnowledgeBase): PlaceIndex {
  const places = new Map<string, Place>();
  for (const { place } of knowledge.consultations) if (place !== undefined) places.set(place.en, place);
  for (const { id, names, short } of knowledge.countries.values()) {
    places.set(names.en, { ja: short?.ja ?? names.ja, en: names.en, country: id });
  }
  const index = (language: Language): KnownPlace[] =>
    [...places.values()]
      .flatMap((place) => parts(place[language]).map((name, at) => ({ name: foldText(name), place, weight: at })))
      .filter(({ name }) => name.length > 1)
      // The venue before its city, the plain place before one that says more than the text does.
      .sort((a, b) => b.weight - a.weight || a.place[language].length - b.place[language].length);
  return { ja: index('ja'), en: index('en') };
}

/** The place where a sentence says that something was held, or `undefined` when it says none. */
export function placeIn(sentence: string, language: Language, places: PlaceIndex): Place | undefined {
  const folded = foldText(sentence);
  return places[language].find(({ name }) => {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      if (language === 'ja' ? heldJapanese(folded, at + name.length) : heldEnglish(folded, at)) return true;
    }
    return false;
  })?.place;
}

/** `東京・防衛省` names a city and a venue; `Tokyo (Ministry of Defense)` does so in English. */
const parts = (name: string): string[] => name.split(/[・（）()]/).map((part) => part.replace(/ほか$/, '').trim());

const heldJapanese = (text: string, end: number): boolean =>
  /^(?:において|に於いて|にて|で(?!は|も)|を訪問|を訪れ|に到着|訪問)/.test(text.slice(end, end + 5));

const heldEnglish = (text: string, start: number): boolean =>
  /(?:\b(?:in|at|visited|visiting|to)(?: the)? )$/.test(text.slice(Math.max(0, start - 14), start));

import { loadKnowledge } from '../src/knowledge/load.ts';

const knowledge = loadKnowledge('knowledge');

/** The lists that tell of the languages rather than of meetings, as they are: made-up records are read with the real words. */
export const languageLists = {
  words: knowledge.words,
  posts: knowledge.posts,
  titles: knowledge.titles,
  groups: knowledge.groups,
  occasions: knowledge.occasions,
  places: knowledge.places,
  readThrough: knowledge.readThrough,
} as const;

/** A country as it is written everywhere. */
export function realCountry(id: string) {
  const country = knowledge.countries.get(id);
  if (country === undefined) throw new Error(`${id} is no country on record`);
  return country;
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { postsCalled as postsCalledIn, titleFits } from '../lexicon/offices.ts';
import { idsOf, type NameAnnotation } from './annotation.ts';
import { termsOf } from './words.ts';

/** Whom a name means: all who bear it, or those whom the titles beside it fit. */
export function meantPeople(one: NameAnnotation, { knowledge }: Lexicon): readonly string[] {
  const people = idsOf(one, 'person');
  if (one.titles.length === 0) return people;
  const fitting = people.filter((id) => one.titles.some((title) => titleFits(knowledge, id, title, null)));
  return fitting.length > 0 ? fitting : people;
}

/** Who took up each post last, as far as the record tells: "the current ambassador". */
export function lastHolders(posts: readonly string[], { knowledge }: Lexicon): readonly string[] {
  return posts
    .flatMap((post) => {
      const terms = [...knowledge.people.values()].flatMap(({ id, offices }) =>
        offices.filter((office) => office.post === post).map(({ from = '' }) => ({ id, from })),
      );
      return terms.sort((a, b) => (a.from < b.from ? 1 : -1)).slice(0, 1);
    })
    .map(({ id }) => id);
}

/** Posts whose names hold all of some words: "economy minister" is a Minister of Economy, Trade and Industry. */
export function postsInWords(terms: readonly string[], { posts }: Lexicon): readonly string[] {
  const holds = (name: { readonly ja: string; readonly en: string }) => {
    const own = new Set([...termsOf(name.ja), ...termsOf(name.en)]);
    return terms.every((term) => own.has(term));
  };
  return [...posts.values()].filter(({ names }) => names.some(holds)).map(({ id }) => id);
}

/** Posts by which a name calls somebody: 木原防衛大臣. */
export function postsCalled(one: NameAnnotation, people: readonly string[], { knowledge }: Lexicon): readonly string[] {
  // Whoever held one post alone is told by the name.
  const isSeveral = people.some((id) => new Set(knowledge.people.get(id)?.offices.map(({ post }) => post)).size > 1);
  return isSeveral ? [...new Set(people.flatMap((id) => postsCalledIn(one.text, id, knowledge)))] : [];
}

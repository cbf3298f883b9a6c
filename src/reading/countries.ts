import type { Lexicon } from '../lexicon/lexicon.ts';
import type { EntityKind } from '../lexicon/surface.ts';
import type { Annotation } from './annotation.ts';

/** What a country is told by. */
const TELLING: readonly EntityKind[] = ['country', 'members', 'place'];

/** The countries that a name stands for, by what it names of these kinds: a country, those of a table, the one whose capital or post it is. */
export function countriesOf(
  one: Annotation | undefined,
  { governments, posts }: Pick<Lexicon, 'governments' | 'posts'>,
  kinds = TELLING,
): readonly string[] {
  if (one?.kind !== 'name') return [];
  const own = one.entities.flatMap(({ kind, id }): readonly (string | undefined)[] => {
    if (!kinds.includes(kind)) return [];
    if (kind === 'members') return id.split('+');
    if (kind === 'office') return [posts.get(id)?.country];
    return kind === 'country' || kind === 'outsider' ? [id] : (governments.get(id) ?? []);
  });
  return [...new Set(own)].filter((id) => id !== undefined);
}

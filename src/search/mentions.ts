import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Entity } from '../lexicon/surface.ts';
import { once, rememberedOf } from '../memo.ts';
import { type Spoken, type Wording, writingOf } from './said.ts';

/** Tells which texts of the record name things, by keys such as `framework:scc` and `country:AU`. */
export type Mentions = {
  /** How a text may write what one of `keys` names. */
  writing(keys: readonly string[]): Wording;
  /** Whether a text names one of `keys`; the longest name counts, so that 日米韓 does not name what 米韓 does. */
  names(text: Spoken, keys: ReadonlySet<string>): boolean;
  /** The keys of everything that a text names; found once. */
  link(text: Spoken): ReadonlySet<string>;
  /** The keys of the groups that a country belongs to: 日米韓 for KR. */
  groupsOf(country: string): readonly string[];
};

const GROUP = 'members:';

/**
 * Linking all of the record takes half a second: a text is linked when it writes what may be the name asked for, and then never again. What a
 * name may be written as is found once in the lexicon.
 */
export function createMentions(lexicon: Lexicon): Mentions {
  const surfaces = once(() => invert(lexicon));
  const widened = rememberedOf((keys: ReadonlySet<string>) => withParts([...keys], lexicon));
  const link = rememberedOf(({ source }: Spoken): ReadonlySet<string> => {
    const found = [source.ja, source.en].flatMap((half) => lexicon.link(half));
    return new Set(found.flatMap(({ entities }) => named(entities).map(keyOf)));
  });
  return {
    link,
    writing: (keys) => writingOf(withParts(keys, lexicon).flatMap((key) => surfaces().get(key) ?? [])),
    groupsOf: (country) =>
      [...surfaces().keys()].filter(
        (key) => key.startsWith(GROUP) && key.slice(GROUP.length).split('+').includes(country),
      ),
    names(text, keys) {
      const links = link(text);
      return widened(keys).some((key) => links.has(key));
    },
  };
}

/** What may be any of several bodies (防衛当局間, "the three leaders") speaks of none of them. */
function named(entities: readonly Entity[]): readonly Entity[] {
  const bodies = entities.filter(({ kind }) => kind === 'framework');
  return bodies.length > 1 ? entities.filter((each) => !bodies.includes(each)) : entities;
}

/** Whoever speaks of Article V speaks of the treaty. */
function withParts(keys: readonly string[], { knowledge }: Lexicon): readonly string[] {
  const parts = [...knowledge.documents.values()].filter(({ partOf }) => keys.includes(`document:${partOf}`));
  return [...keys, ...parts.map(({ id }) => `document:${id}`)];
}

/** A power that never sits at the table is spoken of as a country. */
const keyOf = ({ kind, id }: Entity) => `${kind === 'outsider' ? 'country' : kind}:${id}`;

/** Entity → the ways to write it. */
function invert(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const all = [...lexicon.surfaces.values()].flat();
  const grouped = Map.groupBy(all, ({ entity }) => keyOf(entity));
  return new Map([...grouped].map(([key, meant]) => [key, meant.map(({ text }) => text)]));
}

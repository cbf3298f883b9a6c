import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Spoken, Wording } from './said.ts';
import { says, writingOf } from './said.ts';

/** Tells which texts of the record name things, by keys such as `framework:scc` and `country:AU`. */
export type Mentions = {
  /** How a text may write what one of `keys` names. */
  writing(keys: readonly string[]): Wording;
  /** Whether a text names one of `keys`; the longest name counts, so that 日米韓 does not name what 米韓 does. */
  names(text: Spoken, keys: ReadonlySet<string>): boolean;
  /** The keys of the groups of countries that these countries belong to: 日米韓 for KR. */
  groupsOf(countries: readonly string[]): readonly string[];
};

const GROUP = 'members:';

/**
 * Linking all of the record takes half a second: a text is linked when it writes what may be the name asked for, and then never again. What a
 * name may be written as is found once in the lexicon.
 */
export function createMentions(lexicon: Lexicon): Mentions {
  const linked = new WeakMap<Spoken, ReadonlySet<string>>();
  let made: ReadonlyMap<string, readonly string[]> | undefined;

  function surfaces(): ReadonlyMap<string, readonly string[]> {
    made ??= invert(lexicon);
    return made;
  }

  return {
    writing: (keys) => writingOf(keys.flatMap((key) => surfaces().get(key) ?? [])),
    groupsOf: (countries) =>
      [...surfaces().keys()].filter(
        (key) =>
          key.startsWith(GROUP) &&
          key
            .slice(GROUP.length)
            .split('+')
            .some((country) => countries.includes(country)),
      ),
    names(text, keys) {
      let links = linked.get(text);
      if (links === undefined) {
        const found = [text.source.ja, text.source.en].flatMap((half) => lexicon.link(half));
        links = new Set(found.flatMap(({ entities }) => entities.map(({ kind, id }) => `${kind}:${id}`)));
        linked.set(text, links);
      }
      return [...keys].some((key) => links.has(key));
    },
  };
}

/** Entity → the ways to write it. */
function invert(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const meant of lexicon.surfaces.values()) {
    for (const { text, entity } of meant) {
      const key = `${entity.kind}:${entity.id}`;
      const forms = found.get(key);
      if (forms === undefined) found.set(key, [text]);
      else forms.push(text);
    }
  }
  return found;
}

/** Whether a text names one of `keys`, looked into closely only where it writes them. */
export function namesIn(mentions: Mentions, keys: readonly string[]): (text: Spoken) => boolean {
  const wording = mentions.writing(keys);
  const wanted = new Set(keys);
  return (text) => says(text, wording) && mentions.names(text, wanted);
}

import { foldKey } from '../text/fold.ts';
import type { Bilingual } from '../text/language.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Filters } from './filter.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/** Filters as people give them: names in either language, abbreviations or ids, as many as they like. */
export type NamedFilters = { readonly [Kind in keyof Filters]?: readonly string[] | undefined };

type Kind = keyof Filters & string;

/** A name that nothing, or more than one thing, on record goes by. `nearest` are the entries to offer instead, by label and id. */
export type Unresolved = {
  readonly kind: Kind;
  readonly name: string;
  /** Whether all of `nearest` go by the name. */
  readonly isAmbiguous: boolean;
  readonly nearest: readonly (Bilingual & { readonly id: string })[];
};

type Entry = { readonly id: string; readonly label: Bilingual; readonly names: readonly string[] };

/**
 * Turns names into ids: case, width, spacing and kana kind do not matter. Names that fit nothing are all reported at once.
 */
export function resolveFilters(
  filters: NamedFilters,
  knowledge: KnowledgeBase,
): { readonly filters: Filters; readonly unresolved: readonly Unresolved[] } {
  const unresolved: Unresolved[] = [];
  const resolve = (kind: Kind): readonly string[] => {
    const given = filters[kind] ?? [];
    if (given.length === 0) return [];
    const entries = entriesOf(kind, knowledge);
    return given.flatMap((name) => {
      const key = foldKey(name);
      const found = [...new Set(entries.filter(({ names }) => names.includes(key)).map(({ id }) => id))];
      if (found.length === 1) return found;
      const isAmbiguous = found.length > 1;
      const near = isAmbiguous
        ? entries.filter(({ id }) => found.includes(id))
        : nearestNames(name, entries, ({ names }) => names);
      unresolved.push({
        kind,
        name,
        isAmbiguous,
        nearest: near.slice(0, 3).map(({ id, label }) => ({ id, ...label })),
      });
      return [];
    });
  };
  const resolved = {
    frameworks: resolve('frameworks'),
    topics: resolve('topics'),
    people: resolve('people'),
    countries: resolve('countries'),
  };
  return {
    filters: Object.fromEntries(
      Object.entries(resolved)
        .filter(([, ids]) => ids.length > 0)
        .map(([kind, ids]) => [kind, [...new Set(ids)].sort()]),
    ),
    unresolved,
  };
}

function entriesOf(kind: Kind, knowledge: KnowledgeBase): readonly Entry[] {
  const entry = (id: string, label: Bilingual, ...names: readonly (string | undefined)[]): Entry => ({
    id,
    label,
    names: [id, label.ja, label.en, ...names].filter((name) => name !== undefined).map(foldKey),
  });
  switch (kind) {
    case 'frameworks':
      return [...knowledge.frameworks.values()].map(({ id, names, short, aliases }) =>
        entry(id, names, short?.ja, short?.en, ...aliases.ja, ...aliases.en),
      );
    case 'topics':
      return [...knowledge.topics.values()].map(({ id, labels, aliases }) =>
        entry(id, labels, ...aliases.ja, ...aliases.en),
      );
    case 'people':
      return [...knowledge.people.values()].map(({ id, names, family, aliases }) =>
        entry(id, names, names.kana, family.ja, family.en, ...aliases.ja, ...aliases.en),
      );
    case 'countries':
      return [...knowledge.countries.values()].map(({ id, names, short, aliases }) =>
        entry(id, names, short?.ja, short?.en, ...aliases.ja, ...aliases.en),
      );
  }
}

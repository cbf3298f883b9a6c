import { foldKey } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Named, Surface } from './surface.ts';

/** What can be completed. */
export type CompletionKind = 'person' | 'topic' | 'framework' | 'country' | 'document';

/** `value` is what is submitted: a name that links back to the same entity, at most 100 characters. */
export type Completion = { readonly label: string; readonly value: string };

/** Longest value that a platform takes. */
const LONGEST = 100;
/** Names that one beginning is taken for. */
const MOST_NAMES = 25;

/**
 * Completes `typed` by name, reading and romaji of either language, best known first; an empty text offers the most frequent.
 * Deterministic, at most `limit`, from memory.
 */
export function complete(
  lexicon: Lexicon,
  typed: string,
  kind: CompletionKind,
  language: Language,
  limit: number,
): readonly Completion[] {
  return namesFor(lexicon, foldKey(typed), kind, limit).map((named) => {
    const value = clip(named.label[language]);
    return { label: value, value };
  });
}

/** What the longest ending of a text begins to name: "what did heg" ends in Pete Hegseth, from `at` on. `undefined` for nothing. */
export function nameAtEnd(
  lexicon: Lexicon,
  text: string,
): { readonly at: number; readonly named: readonly Named[] } | undefined {
  for (const at of starts(text)) {
    const key = foldKey(text.slice(at));
    if (key.length < 2) return undefined;
    const named = namesFor(lexicon, key, undefined, MOST_NAMES);
    if (named.length > 0) return { at, named };
  }
  return undefined;
}

/** Where the last name of a text may begin: before each of its last words, or, in Japanese, after each particle. */
function starts(text: string): readonly number[] {
  const places = new Set<number>([0]);
  for (const found of text.matchAll(/\s+|[のはがをにでと、。]/gu)) places.add(found.index + found[0].length);
  return [...places]
    .filter((at) => at < text.length)
    .sort((a, b) => a - b)
    .slice(-8);
}

function namesFor(lexicon: Lexicon, key: string, kind: CompletionKind | undefined, limit: number): readonly Named[] {
  const kinds: readonly string[] = kind ? [kind] : ['person', 'topic', 'framework', 'document'];
  const ofKind = lexicon.named.filter((named) => kinds.includes(named.entity.kind));
  if (key === '') return ofKind.slice(0, limit);
  const ranks = new Map<string, number>();
  const table = sortedKeys(lexicon);
  for (let at = lowerBound(table, key); at < table.length; at += 1) {
    const entry = table[at];
    if (!entry?.key.startsWith(key)) break;
    for (const { entity, partial } of entry.surfaces) {
      const id = `${entity.kind}:${entity.id}`;
      const rank = entry.key === key ? 0 : partial ? 1 : 2;
      ranks.set(id, Math.min(rank, ranks.get(id) ?? 9));
    }
  }
  return ofKind
    .flatMap((named, order) => {
      const rank = ranks.get(`${named.entity.kind}:${named.entity.id}`);
      return rank === undefined ? [] : [{ named, rank, order }];
    })
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, limit)
    .map(({ named }) => named);
}

type Entry = { readonly key: string; readonly surfaces: readonly Surface[] };
const tables = new WeakMap<Lexicon, readonly Entry[]>();

/** Every folded surface in order, made at the first completion. */
function sortedKeys(lexicon: Lexicon): readonly Entry[] {
  const known = tables.get(lexicon);
  if (known) return known;
  const table = [...lexicon.surfaces].map(([key, surfaces]) => ({ key, surfaces }));
  table.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  tables.set(lexicon, table);
  return table;
}

function lowerBound(table: readonly Entry[], key: string): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clip(text: string): string {
  return Array.from(text).slice(0, LONGEST).join('');
}

import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import type { Reading } from '../interpret.ts';

/** Joins a name to the government named after it: "the Biden and Trump administrations", 岸田・石破政権. */
const JOIN = /^(?:,? and|,? or|,? vs\.?|,? versus|\/| &|・|と|、)? ?(?:the )?$/i;

/** The dated governments that a text names, and the people's names that stand for one of them. */
export function governmentsIn(
  { text, links }: Pick<Reading, 'text' | 'links'>,
  lexicon: Lexicon,
): { readonly periods: readonly Period[]; readonly links: readonly Link[] } {
  const all = [...lexicon.knowledge.administrations.values()];
  const used: Link[] = [];
  const ids = links.flatMap((link, index): string[] => {
    const own = link.entities.filter(({ kind }) => kind === 'administration').map(({ id }) => id);
    if (own.length > 0) return own;
    const next = links[index + 1];
    const [entity] = link.entities;
    const isJoined =
      next?.entities.some(({ kind }) => kind === 'administration') &&
      entity?.kind === 'person' &&
      link.titles.length === 0 &&
      text.slice(link.end, next.start).trim() !== '' &&
      JOIN.test(text.slice(link.end, next.start));
    const family = isJoined && entity ? lexicon.knowledge.people.get(entity.id)?.family.ja : undefined;
    const named = family === undefined ? undefined : all.find(({ names }) => names.ja.includes(family));
    if (!named) return [];
    used.push(link);
    return [named.id];
  });
  const periods = [...new Set(ids)].flatMap((id) => {
    const term = lexicon.knowledge.administrations.get(id);
    return term ? [{ from: term.from, to: term.to ?? null }] : [];
  });
  return { periods, links: used };
}

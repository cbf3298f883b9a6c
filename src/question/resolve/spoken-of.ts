import type { EntityKind, Link } from '../lexicon.ts';

const BEFORE =
  /\b(?:about|regarding|concerning|discuss(?:ed|ing)?|mention(?:ed|ing)?|raised?|bring up|brought up|say on)(?: the| an?| holding(?: the| an?)?)? $/i;
const AFTER = /^(?:の(?:開催|実施|早期開催|早期実施))?(?:について|に関し|に関する|をめぐ|に言及|に触れ|は?話題に)/;

/** What tells whose or which meeting is asked about. */
const MEETS: ReadonlySet<EntityKind> = new Set(['framework', 'person', 'office', 'level']);

/**
 * The meetings that another meeting spoke of: 「2月16日の次官電話会談で経済版2+2について話したか」 is about the telephone talk, where the other was a
 * subject. Only where a meeting to be about is left.
 */
export function meetingsSpokenOf(text: string, links: readonly Link[]): readonly Link[] {
  const meetings = links.filter(({ entities }) => entities.some(({ kind }) => kind === 'framework'));
  const spoken = meetings.filter(
    ({ start, end }) =>
      BEFORE.test(text.slice(Math.max(0, start - 30), start)) || AFTER.test(text.slice(end, end + 12)),
  );
  const isAnybodyElse = links.some(
    (link) => !spoken.includes(link) && link.entities.some(({ kind }) => MEETS.has(kind)),
  );
  return isAnybodyElse ? spoken : [];
}

import type { EntityKind, Link } from '../../lexicon/lexicon.ts';
import type { Reading } from '../interpret.ts';

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

const HOW_MUCH = /\bhow much\b|いくら|総額|何円|金額|負担額/i;

/** Fiscal years whose sums are asked for: "host nation support for FY2021: how much" is of that year's, which was agreed before it. */
export function budgetsIn({ text, mentions }: Reading): Reading['mentions'] {
  return HOW_MUCH.test(text) ? mentions.filter((one) => /\bfy|fiscal|年度/i.test(one.text)) : [];
}

/** The one fiscal year that a sum is of, as records write it. */
export function fiscalYears(budgets: Reading['mentions']): readonly string[] {
  return budgets.flatMap(({ period }) => {
    const [from, to] = [period?.from?.slice(0, 4), period?.to?.slice(0, 4)];
    return from !== undefined && Number(to) === Number(from) + 1 ? [`${from}年度`] : [];
  });
}

/** Records write 2プラス2 and "two plus two" as 2+2. */
function asRecorded(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:2|two|ツー) ?(?:プラス|plus) ?(?:2|two|ツー)/, '2+2');
}

/** With the meetings that were spoken of and the years of a sum among the words to look for. */
export function withSubjects(reading: Reading, spoken: readonly Link[], sums: readonly string[]): Reading {
  const words = spoken.map(({ start, end }) => asRecorded(reading.text.slice(start, end)));
  return { ...reading, terms: [...reading.terms, ...words, ...sums] };
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Annotation, idsOf, isName } from './annotation.ts';
import { typed } from './blank.ts';
import type { Query } from './query.ts';

/** Two tables, each in a time of its own: "defense ministerials in 2023 and summits in 2024". Undefined for any other question. */
export function askParts(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  const row = rest.filter((one) => one.kind === 'time' || isName(one, 'framework'));
  if (row.length !== 4 || row[0]?.kind === row[1]?.kind || row[1]?.kind === row[2]?.kind) return undefined;
  const names = row.filter((one) => isName(one, 'framework'));
  const times = row.flatMap((one) => (one.kind === 'time' && one.mention.period !== null ? [one.mention.period] : []));
  const tables = names.map((one) => idsOf(one, 'framework'));
  if (names.length !== 2 || times.length !== 2 || tables[0]?.join() === tables[1]?.join()) return undefined;
  return names.map((one, at) => {
    const ids = tables[at] ?? [];
    const label = lexicon.label({ kind: 'framework', id: ids[0] ?? '' });
    return { label: { ...label }, constraints: [typed(one, 'framework', ids)], period: times[at] ?? null };
  });
}

import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Annotation, idsOf, isCue, isName } from './annotation.ts';
import { typed } from './blank.ts';
import { listed } from './patterns.ts';
import type { Query } from './query.ts';

/** What is asked apart: two tables, each in a time of its own, or two meetings, each of its own people. Undefined for any other question. */
export function askParts(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  return pairsIn(rest, lexicon) ?? tablesIn(rest, lexicon);
}

const isJoin = listed('joins-pair');
const isOfMeeting = listed('names-meeting');

/** "Ishiba–Biden or Ishiba–Trump", 石破・バイデン会談と石破・トランプ会談: two pairs, and no meeting of all of them. */
function pairsIn(rest: readonly Annotation[], { knowledge }: Lexicon): Query['parts'] {
  const places = rest.flatMap((one, at) => (isName(one, 'person') ? [at] : []));
  const gaps = places.slice(1).map((at, index) => rest.slice((places[index] ?? 0) + 1, at));
  const [first = [], between = [], second = []] = gaps;
  const isPair = (gap: readonly Annotation[]) => gap.every((one) => isJoin(one) || isOfMeeting(one)) && !gap.some(isOr);
  const isApart = between.some((one) => !isJoin(one)) || (first.length === 0 && second.length === 0);
  if (places.length !== 4 || !isPair(first) || !isPair(second) || !isApart || between.length === 0) return undefined;
  const times = rest.flatMap((one) => (one.kind === 'time' && one.mention.period !== null ? [one.mention.period] : []));
  if (times.length > 2) return undefined;
  const people = places.map((at) => ({ one: rest[at] as Annotation, ids: idsOf(rest[at], 'person') }));
  const nameOf = ({ ids }: { ids: readonly string[] }) =>
    knowledge.people.get(ids[0] ?? '')?.names ?? { ja: '', en: '' };
  return [people.slice(0, 2), people.slice(2)].map((pair, at) => {
    const names = pair.map(nameOf);
    return {
      label: { ja: names.map(({ ja }) => `${ja}氏`).join('と'), en: names.map(({ en }) => en).join(' and ') },
      constraints: pair.map(({ one, ids }) => typed(one, 'person', ids)),
      period: times.length > 1 ? (times[at] ?? null) : null,
    };
  });
}

const isOr = (one: Annotation) => isCue(one, 'rel.or');

/** "Defense ministerials in 2023 and summits in 2024". */
function tablesIn(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
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

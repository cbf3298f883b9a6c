import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Annotation, idsOf, isCue, isName } from './annotation.ts';
import { typed } from './blank.ts';
import { listed } from './patterns.ts';
import type { Query } from './query.ts';

/** What is asked apart: two tables, each in a time of its own, or two meetings, each of its own people. Undefined for any other question. */
export function askParts(rest: readonly Annotation[], lexicon: Lexicon): Query['parts'] {
  return pairsIn(rest, lexicon) ?? tablesIn(rest, lexicon) ?? meetingsIn(rest);
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

const compares = listed('compares-two');
const joinsTwo = listed('joins-two');
const SINGLED_OUT = ['person', 'framework', 'place', 'members', 'format'] as const;

/** "Takaichi's meeting in Tokyo or Ishiba's in February", 「DICASの第1回と2024年の2+2のどちらが先」: each of two meetings by all that names it. */
export function meetingsIn(rest: readonly Annotation[]): Query['parts'] {
  if (!rest.some(compares)) return undefined;
  const splits = rest.flatMap((one, at) => {
    if (!joinsTwo(one)) return [];
    const shared = namedOfBoth(rest.slice(0, at));
    const [here, there] = [rest.slice(shared.length, at), rest.slice(at + 1)].map(meetingIn);
    if (!here || !there || !areTwo(here, there)) return [];
    const { constraints } = meetingIn(shared);
    const sides = [withSame(here, there), atSameTime(there, here)].map((side) => ({
      ...side,
      constraints: [...constraints, ...side.constraints],
    }));
    const [more = 0, less = 0] = sides.map((side) => keysOf(side).length);
    return [{ sides, uneven: Math.abs(more - less) - (isOr(one) ? MOST_NAMES : 0) }];
  });
  return splits.toSorted((a, b) => a.uneven - b.uneven)[0]?.sides;
}

/** "Or" parts two things before any "and" does, however many names stand on either side. */
const MOST_NAMES = 10;

type Part = NonNullable<Query['parts']>[number];

/** What the stretch on one meeting names. */
function meetingIn(stretch: readonly Annotation[]): Part {
  const constraints = stretch.flatMap((one) => {
    const kind = SINGLED_OUT.find((each) => isName(one, each));
    return kind === undefined ? [] : [typed(one, kind, idsOf(one, kind))];
  });
  const time = stretch.find((one) => one.kind === 'time');
  const nth = stretch.find((one) => one.kind === 'number' && one.unit === 'ordinal');
  const isFirst = stretch.some((one) => isCue(one, 'order.first'));
  const skip = nth?.kind === 'number' ? nth.value - 1 : isFirst ? 0 : undefined;
  return {
    constraints,
    period: time?.kind === 'time' ? time.mention.period : null,
    ...(skip === undefined ? {} : { order: { side: 'first', skip, limit: 1 } }),
  };
}

/** What tells a meeting apart from others. */
const keysOf = ({ constraints, period, order }: Part): readonly string[] => [
  ...constraints.map(({ role, anyOf }) => `${role}:${anyOf}`),
  ...[period, order].flatMap((one) => (one ? [JSON.stringify(one)] : [])),
];

/** Each is told by something, and not both by the same; one at least is a meeting of some people, at some time or place, or has a number. */
function areTwo(one: Part, other: Part): boolean {
  const [here, there] = [keysOf(one), keysOf(other)];
  const isOne = ({ constraints, period, order }: Part) =>
    period !== null || order !== undefined || constraints.some(({ role }) => role === 'person' || role === 'place');
  const isTold = [one, other].every(({ constraints }) => constraints.length > 0) && here.length + there.length > 2;
  return isTold && here.join() !== there.join() && (isOne(one) || isOne(other));
}

/** 「2023年1月の2+2と首脳会談」: a table alone is of the time that stands before both. */
function atSameTime(other: Part, one: Part): Part {
  const isTableAlone = other.order === undefined && other.period === null && other.constraints.every(isTable);
  return isTableAlone && one.order === undefined ? { ...other, period: one.period } : other;
}

/** 「石破さんと高市さんの、トランプ大統領との初対面」: whoever is named alone shares all that stands behind the other. */
function withSame(one: Part, other: Part): Part {
  const [person, ...more] = one.constraints;
  const [rival, ...shared] = other.constraints;
  const isAlone = more.length === 0 && one.period === null && one.order === undefined;
  if (!isAlone || person?.role !== 'person' || rival?.role !== 'person') return one;
  return { ...other, constraints: [person, ...shared] };
}

const isTable = ({ role }: Part['constraints'][number]) => role === 'framework';

/** 「グラス大使は石破総理と岩屋外相のどちらに…」: whom は sets before two others was with both. */
function namedOfBoth(stretch: readonly Annotation[]): readonly Annotation[] {
  const [first, mark, ...others] = stretch;
  const isTopic = isName(first, 'person') && isCue(mark, 'rel.by') && others.some((one) => isName(one, 'person'));
  return isTopic ? stretch.slice(0, 2) : [];
}

import { Levels, Seniorities } from '../knowledge/schema.ts';
import { ALLIES } from '../lexicon/countries.ts';
import { ahead } from '../lists.ts';
import { isJapaneseText } from '../text/shape.ts';
import { type Annotation, isCue, isName } from './annotation.ts';
import type { Constraint, Role } from './query.ts';

/** Of these one is enough where several are named: held in Tokyo or Washington, by telephone or video; nobody sits at two tables at once. */
const ALTERNATIVES: readonly Role[] = ['format', 'level', 'country', 'side', 'members'];

/**
 * Joins what the names of a question demand: two frameworks that something joins are alternatives, else both must hold; places likewise; people
 * must all have taken part, and several topics are one subject.
 */
export function tidy(constraints: readonly Constraint[], rest: readonly Annotation[]): Constraint[] {
  const out: Constraint[] = [];
  const joins: readonly Role[] = [
    ...ALTERNATIVES,
    ...(areJoined(rest, 'framework') ? (['framework', 'kind'] as const) : []),
    ...(areJoined(rest, 'place') ? (['place'] as const) : []),
  ];
  for (const one of claimedFirst(constraints, rest)) {
    const same = out.findIndex(
      (other) => isLike(one, other) && (joins.includes(one.role) || other.anyOf.join() === one.anyOf.join()),
    );
    const other = out[same];
    if (other === undefined) out.push(one);
    // 防衛費 and GDP比2% name one topic: the part of it is what is meant.
    else if (one.part !== other.part && one.role === 'topic') out[same] = one.part ? one : other;
    // What was typed was not merely assumed.
    else
      out[same] = {
        ...(other.origin === 'assumed' ? one : other),
        anyOf: [...new Set([...other.anyOf, ...one.anyOf])],
      };
  }
  const areApart = rest.some((one) => isCue(one, 'ask.compare', 'each', 'rel.or'));
  return withoutMembers(out).filter((one) => areApart || !isOfBothSides(one));
}

/** Whether two demands are of one kind; PAC-3 and SM-3 are two things, though of one topic. */
function isLike(one: Constraint, other: Constraint): boolean {
  const areParts = one.part && other.part && one.label !== other.label;
  return one.role === other.role && one.negated === other.negated && isOfRank(one) === isOfRank(other) && !areParts;
}

const RANKS: ReadonlySet<string> = new Set([...Levels, ...Seniorities].filter((level) => level !== 'trilateral'));
/** "Brief exchanges of the leaders" are both: how high a meeting is, and how it was held or by how many. */
const isOfRank = ({ role, anyOf }: Constraint) => role === 'level' && anyOf.some((id) => RANKS.has(id));

/** 「首脳会談より2プラス2のほうが多い」: what is said to be more comes first, as in English. */
function claimedFirst(constraints: readonly Constraint[], rest: readonly Annotation[]): readonly Constraint[] {
  const than = rest.find((one) => isCue(one, 'cmp.than') && isJapaneseText(one.text));
  const ends = constraints.map(({ span }) => (than !== undefined && span && span[1] <= than.span[0] ? span[1] : 0));
  const last = Math.max(0, ...ends);
  return ahead(constraints, ({ span }) => last > 0 && span?.[1] === last);
}

/** Whether "and", "or" or a comparison stands between the first two names of a kind; 日米韓の外相会合 names one table in two words. */
function areJoined(rest: readonly Annotation[], kind: 'framework' | 'place'): boolean {
  if (rest.some((one) => isCue(one, 'ask.compare', 'cmp.earlier'))) return true;
  const at = rest.flatMap((one, place) => (isName(one, kind) ? [place] : []));
  const between = rest.slice((at[0] ?? 0) + 1, at[1]);
  if (between.some((one) => isCue(one, 'rel.or', 'rel.and', 'rel.with', 'continue'))) return true;
  return kind === 'framework' && between.some((one) => one.kind === 'time');
}

/** "Did Japan and the U.S. agree": what both say is no one's alone. */
function isOfBothSides({ role, anyOf }: Constraint): boolean {
  return role === 'side' && ALLIES.every((id) => anyOf.includes(id));
}

/** "Japan, the U.S. and Australia" named as one table need not be named again as members of it. */
function withoutMembers(constraints: readonly Constraint[]): Constraint[] {
  const tables = constraints.filter(({ role }) => role === 'members');
  const isAtTable = (id: string | undefined) =>
    tables.some(({ anyOf }) => anyOf.some((table) => table.split('+').includes(id ?? '')));
  return constraints.filter(({ role, anyOf }) => role !== 'member' || !isAtTable(anyOf[0]));
}

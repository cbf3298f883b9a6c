import type { Framework } from '../../knowledge/schema.ts';
import { ALLIES, isAlly } from '../../lexicon/countries.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { foldKey } from '../../text/fold.ts';
import { namesAllies } from '../../text/shape.ts';
import { type Annotation, asName, idsOf, isCue, isName, type NameAnnotation, type Place } from '../annotation.ts';
import { countriesOf } from '../countries.ts';
import { listed } from '../patterns.ts';
import { type Rewrite, type Written, withRuns } from './rewrite.ts';

/**
 * "Japan, the U.S. and Australia", "Tokyo, Washington and Seoul", "aus-jp-us-phil", 日本とアメリカとオーストラリア: three countries or more named
 * one after the other are one table, as 日米豪 is. The lexicon tells whose capital a place is.
 */
export const withJoinedTables: Rewrite = (given, written) => {
  const all = withLevelsThere(withAlliesBeside(given, written), written);
  return withRuns(all, written.text, (at) => {
    const run = runFrom(all, at, written.lexicon);
    const countries = [...new Set(run.flatMap((one) => countriesOf(one, written.lexicon)))];
    const last = run.at(-1);
    const isOfTables = run.every((one) => isTable(countriesOf(one, written.lexicon)));
    if (last === undefined || run.length < 2 || isOfTables || !isTable(countries)) return undefined;
    // "Japan–U.S. and Japan–U.S.–ROK talks": the allies by themselves are named before the table that they share.
    const before = run.slice(0, -1).flatMap((one) => countriesOf(one, written.lexicon));
    const areTwo = isTable(countriesOf(last, written.lexicon)) && before.length === ALLIES.length;
    const ids = areTwo ? [ALLIES.join('+'), countries.join('+')] : [countries.join('+')];
    return { last, made: (place) => asMembers(place, ids) };
  });
};

/**
 * 「日米・日米韓の協議」, "Japan–U.S. and Japan–U.S.–ROK talks": the table of the two beside one that they share with others; both are asked about.
 * 日米フィリピン, written as one word, is the table of three.
 */
function withAlliesBeside(all: readonly Annotation[], { text, lexicon }: Written): readonly Annotation[] {
  return withRuns(all, text, (at) => {
    const one = all[at];
    const isLinked = isCue(all[at + 1], 'rel.with', 'rel.and');
    const last = all[isLinked ? at + 2 : at + 1];
    if (one === undefined || last?.kind !== 'name' || !isCue(one, 'noise') || !namesAllies(one.text)) return undefined;
    const between = text.slice(one.span[1], last.span[0]);
    const [third] = idsOf(last, 'country');
    const isOne = !isLinked && between === '' && third !== undefined && !isAlly(third);
    if (!isLinked && !isOne && !JOINS.includes(between.trim())) return undefined;
    if (isOne) return { last, made: (place) => asMembers(place, [[...ALLIES, third].join('+')]) };
    const tables = idsOf(last, 'members');
    if (tables.length > 0) return { last, made: (place) => asMembers(place, [ALLIES.join('+'), ...tables]) };
    const own = tablesOfTwo(last, lexicon.knowledge);
    return own.length > 0 ? { last, made: (place) => asName(place, [...own, ...last.entities]) } : undefined;
  });
}

/** 「日米韓で最後に首脳が集まったのは」: the leaders of those three. */
function withLevelsThere(all: readonly Annotation[], { text, lexicon: { surfaces } }: Written): readonly Annotation[] {
  return withRuns(all, text, (at) => {
    const last = all[at];
    if (last === undefined || !isName(last, 'level')) return undefined;
    const from = all.findLastIndex((one, place) => place < at && !isLinkOfLevel(one));
    const table = all[from];
    if (!isName(table, 'members') || !isCue(all[from + 1], 'rel.in')) return undefined;
    const theirs = (surfaces.get(foldKey(`${table.text}の${last.text}`)) ?? []).map(({ entity }) => entity);
    return theirs.length === 0 ? undefined : { last, made: (place) => asName(place, theirs) };
  });
}

const isLinkOfLevel = (one: Annotation) => isCue(one, 'rel.in', 'rel.by', 'rel.to', 'rel.of', 'noise', 'order.*');

/** The tables of the two alone that are of the kind of a table of more. */
function tablesOfTwo(last: NameAnnotation, { frameworks }: Lexicon['knowledge']): NameAnnotation['entities'] {
  const tables = idsOf(last, 'framework').flatMap((id) => frameworks.get(id) ?? []);
  const kinds = tables.filter(({ countries }) => countries.length > ALLIES.length).map(({ kind }) => kind);
  const isOwn = ({ kind, countries }: Framework) => countries.length === ALLIES.length && kinds.includes(kind);
  return [...frameworks.values()].filter(isOwn).map(({ id }) => ({ kind: 'framework', id }));
}

const asMembers = (place: Place, tables: readonly string[]) =>
  asName(
    place,
    tables.map((id) => ({ kind: 'members', id })),
  );

const isBetween = listed('between');

/** "U.S.–China trade", "the Japan–UK–Italy fighter": one of the allies with others, of whom something is told and no meeting. */
export const withPairs: Rewrite = (all, { text }) =>
  withRuns(all, text, (at) => {
    const isNamed = (one: Annotation) => isName(one, 'country', 'outsider');
    const end = all.findIndex((one, next) => next >= at && !isNamed(one) && !isCue(one, 'rel.and'));
    const run = all.slice(at, end < 0 ? undefined : end);
    const last = run.at(-1);
    const countries = run.flatMap((one) => [...idsOf(one, 'country'), ...idsOf(one, 'outsider')]);
    const next = all.slice(at + run.length).find((one) => !isCue(one, 'field.*'));
    const isPair = countries.length > 1 && countries.filter(isAlly).length === 1 && last !== undefined && isNamed(last);
    if (last === undefined || next === undefined || !isPair || !isBetween(next)) return undefined;
    const id = countries.sort((a, b) => Number(isAlly(b)) - Number(isAlly(a))).join('+');
    return { last, made: (place) => asMembers(place, [id]) };
  });

/** What joins two names without a word. */
const JOINS = ['・', '、', '/', '／', ','];

/** What names countries from `at` on with nothing but links between; none where the wording makes venues of them. */
function runFrom(all: readonly Annotation[], at: number, lexicon: Lexicon): readonly NameAnnotation[] {
  if (isCue(all[at - 1], 'rel.in', 'rel.outside')) return [];
  const run: NameAnnotation[] = [];
  for (let next = at; next < all.length && next - at < LONGEST; next += 1) {
    const one = all[next];
    if (one?.kind === 'name' && countriesOf(one, lexicon).length > 0) run.push(one);
    else if (run.length === 0 || !isCue(one, 'rel.and', 'rel.with', 'prep.article')) break;
  }
  // 日米韓と日米比: each is a table already.
  return run.filter((one) => isTable(countriesOf(one, lexicon, ['members']))).length > 1 ? [] : run;
}

/** Names and links at most: no table is told by more. */
const LONGEST = 24;

function isTable(countries: readonly string[]): boolean {
  return countries.length > 2 && ALLIES.every((id) => countries.includes(id));
}

import type { Lexicon } from '../../lexicon/lexicon.ts';
import { namesAllies } from '../../text/shape.ts';
import { type Annotation, asName, idsOf, isCue, type NameAnnotation } from '../annotation.ts';
import { type Rewrite, type Written, withRuns } from './rewrite.ts';

/** Countries that must be among those joined: a list without them names partners and no table. */
export const ALLIES: readonly string[] = ['JP', 'US'];

type Governments = ReadonlyMap<string, readonly string[]>;

/**
 * "Japan, the U.S. and Australia", "Tokyo, Washington and Seoul", "aus-jp-us-phil", 日本とアメリカとオーストラリア: three countries or more named
 * one after the other are one table, as 日米豪 is. The lexicon tells whose capital a place is.
 */
export const withJoinedTables: Rewrite = (given, written) => {
  const { governments } = written.lexicon;
  const all = withAlliesBeside(given, written);
  return withRuns(all, written.text, (at) => {
    const run = runFrom(all, at, governments);
    const countries = [...new Set(run.flatMap((one) => countriesOf(one, governments)))];
    const last = run.at(-1);
    const isOfTables = run.every((one) => isTable(countriesOf(one, governments)));
    if (last === undefined || run.length < 2 || isOfTables || !isTable(countries)) return undefined;
    // "Japan–U.S. and Japan–U.S.–ROK talks": the allies by themselves are named before the table that they share.
    const before = run.slice(0, -1).flatMap((one) => countriesOf(one, governments));
    const areTwo = isTable(countriesOf(last, governments)) && before.length === ALLIES.length;
    const ids = areTwo ? [ALLIES.join('+'), countries.join('+')] : [countries.join('+')];
    return {
      last,
      made: (place) =>
        asName(
          place,
          ids.map((id) => ({ kind: 'members', id })),
        ),
    };
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
    const isOne = !isLinked && between === '' && third !== undefined && !ALLIES.includes(third);
    if (!isLinked && !isOne && !JOINS.includes(between.trim())) return undefined;
    const entities = isOne
      ? [{ kind: 'members' as const, id: [...ALLIES, third].join('+') }]
      : withAllies(last, lexicon.knowledge);
    return entities && { last, made: (place) => asName(place, entities) };
  });
}

/** A table of more than the two, and the same of the two alone. */
function withAllies(
  last: NameAnnotation,
  { frameworks }: Lexicon['knowledge'],
): NameAnnotation['entities'] | undefined {
  const members = last.entities.filter(({ kind }) => kind === 'members');
  if (members.length > 0) return [{ kind: 'members', id: ALLIES.join('+') }, ...members];
  const kinds = idsOf(last, 'framework').flatMap((id) => {
    const table = frameworks.get(id);
    return table !== undefined && table.countries.length > ALLIES.length ? [table.kind] : [];
  });
  if (kinds.length === 0) return undefined;
  const own = [...frameworks.values()].filter(
    (each) => each.countries.length === ALLIES.length && kinds.includes(each.kind),
  );
  return [...own.map(({ id }) => ({ kind: 'framework' as const, id })), ...last.entities];
}

/** What joins two names without a word. */
const JOINS = ['・', '、', '/', '／', ','];

/** What names countries from `at` on with nothing but links between; none where the wording makes venues of them. */
function runFrom(all: readonly Annotation[], at: number, governments: Governments): readonly NameAnnotation[] {
  if (isCue(all[at - 1], 'rel.in', 'rel.outside')) return [];
  const run: NameAnnotation[] = [];
  for (let next = at; next < all.length && next - at < LONGEST; next += 1) {
    const one = all[next];
    if (one?.kind === 'name' && countriesOf(one, governments).length > 0) run.push(one);
    else if (run.length === 0 || !isCue(one, 'rel.and', 'rel.with', 'prep.article')) break;
  }
  // 日米韓と日米比: each is a table already.
  return run.filter((one) => isTable(idsOf(one, 'members').flatMap((id) => id.split('+')))).length > 1 ? [] : run;
}

/** Names and links at most: no table is told by more. */
const LONGEST = 24;

/** The countries that a name stands for: a country, a table of several, or the one whose capital it is. */
function countriesOf(one: NameAnnotation, governments: Governments): readonly string[] {
  const members = idsOf(one, 'members').flatMap((id) => id.split('+'));
  if (members.length > 0) return members;
  const named = idsOf(one, 'country');
  return named.length > 0 ? named : idsOf(one, 'place').flatMap((id) => governments.get(id) ?? []);
}

function isTable(countries: readonly string[]): boolean {
  return countries.length > 2 && ALLIES.every((id) => countries.includes(id));
}

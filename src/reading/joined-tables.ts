import type { Lexicon } from '../lexicon/lexicon.ts';
import { namesAllies } from '../text/shape.ts';
import { type Annotation, idsOf, isCue, type NameAnnotation } from './annotation.ts';

/** Countries that must be among those joined: a list without them names partners and no table. */
const ALLIES = ['JP', 'US'];

type Governments = ReadonlyMap<string, readonly string[]>;

/**
 * "Japan, the U.S. and Australia", "Tokyo, Washington and Seoul", "aus-jp-us-phil", 日本とアメリカとオーストラリア: three countries or more named
 * one after the other are one table, as 日米豪 is. The lexicon tells whose capital a place is.
 */
export function withJoinedTables(given: readonly Annotation[], text: string, lexicon: Lexicon): Annotation[] {
  const { governments } = lexicon;
  const all = withAlliesBeside(given, text, lexicon);
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const run = runFrom(all, at, governments);
    const countries = [...new Set(run.flatMap((one) => countriesOf(one, governments)))];
    const [first, last] = [run[0], run.at(-1)];
    const isOfTables = run.every((one) => isTable(countriesOf(one, governments)));
    if (first === undefined || last === undefined || first === last || isOfTables || !isTable(countries)) {
      found.push(...all.slice(at, at + 1));
      continue;
    }
    const span = [first.span[0], last.span[1]] as const;
    // "Japan–U.S. and Japan–U.S.–ROK talks": the allies by themselves are named before the table that they share.
    const before = run.slice(0, -1).flatMap((one) => countriesOf(one, governments));
    const areTwo = isTable(countriesOf(last, governments)) && before.length === ALLIES.length;
    const ids = areTwo ? [ALLIES.join('+'), countries.join('+')] : [countries.join('+')];
    const members: NameAnnotation['entities'] = ids.map((id) => ({ kind: 'members', id }));
    found.push({ ...first, to: last.to, span, text: text.slice(...span), entities: members });
    at = all.indexOf(last);
  }
  return found;
}

/** 「日米・日米韓の協議」, "Japan–U.S. and Japan–U.S.–ROK talks": the table of the two beside one that they share with others. Both are asked about. */
function withAlliesBeside(
  all: readonly Annotation[],
  text: string,
  { knowledge: { frameworks } }: Lexicon,
): readonly Annotation[] {
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const one = all[at];
    const isLinked = isCue(all[at + 1], 'rel.with', 'rel.and');
    const next = isLinked ? all[at + 2] : all[at + 1];
    const isPair = isCue(one, 'noise') && one !== undefined && namesAllies(one.text) && next?.kind === 'name';
    const between = isPair ? text.slice(one.span[1], next.span[0]) : '';
    const tables = isPair ? idsOf(next, 'framework').flatMap((id) => frameworks.get(id) ?? []) : [];
    const isOfMore =
      isPair && (idsOf(next, 'members').length > 0 || tables.some(({ countries }) => countries.length > 2));
    if (!isPair || !isOfMore || (!isLinked && !JOINS.includes(between.trim()))) {
      if (one !== undefined) found.push(one);
      continue;
    }
    const own = [...frameworks.values()].filter(
      ({ kind, countries }) => countries.length === 2 && tables.some((each) => each.kind === kind),
    );
    const entities: NameAnnotation['entities'] =
      idsOf(next, 'members').length > 0
        ? [{ kind: 'members', id: ALLIES.join('+') }, ...next.entities.filter(({ kind }) => kind === 'members')]
        : [...own.map(({ id }) => ({ kind: 'framework' as const, id })), ...next.entities];
    found.push({
      ...next,
      from: one.from,
      span: [one.span[0], next.span[1]],
      text: text.slice(one.span[0], next.span[1]),
      entities,
    });
    at = all.indexOf(next);
  }
  return found;
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

import { type Annotation, idsOf, isCue, type NameAnnotation } from './annotation.ts';

/** Countries that must be among those joined: a list without them names partners and no table. */
const ALLIES = ['JP', 'US'];

type Governments = ReadonlyMap<string, readonly string[]>;

/**
 * "Japan, the U.S. and Australia", "Tokyo, Washington and Seoul", "aus-jp-us-phil", 日本とアメリカとオーストラリア: three countries or more named
 * one after the other are one table, as 日米豪 is. `governments` tells whose capital a place is.
 */
export function withJoinedTables(all: readonly Annotation[], text: string, governments: Governments): Annotation[] {
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
    const members: NameAnnotation['entities'] = [{ kind: 'members', id: countries.join('+') }];
    found.push({ ...first, to: last.to, span, text: text.slice(...span), entities: members });
    at = all.indexOf(last);
  }
  return found;
}

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

import { type Annotation, idsOf, isCue, isName, type NameAnnotation } from './annotation.ts';

/** Countries that must be among those joined: a list without them names partners and no table. */
const ALLIES = ['JP', 'US'];

/** "Japan, the U.S. and Australia", 日本とアメリカとオーストラリア: three countries or more named one after the other are one table, as 日米豪 is. */
export function withJoinedTables(all: readonly Annotation[], text: string): Annotation[] {
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const run = runFrom(all, at);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || !isTable(run)) {
      found.push(...all.slice(at, at + 1));
      continue;
    }
    found.push(joined(first, last, run, text));
    at = all.indexOf(last);
  }
  return found;
}

/** The countries named from `at` on with nothing but links between them; none where the wording makes venues of them. */
function runFrom(all: readonly Annotation[], at: number): readonly NameAnnotation[] {
  if (isCue(all[at - 1], 'rel.in', 'rel.outside')) return [];
  const run: NameAnnotation[] = [];
  for (let next = at; next < all.length; next += 1) {
    const one = all[next];
    if (isName(one, 'country') && idsOf(one, 'country').length === 1) run.push(one);
    else if (run.length === 0 || !isCue(one, 'rel.and', 'rel.with', 'prep.article')) break;
  }
  return run;
}

function isTable(run: readonly NameAnnotation[]): boolean {
  const countries = new Set(run.flatMap((one) => idsOf(one, 'country')));
  return countries.size > 2 && ALLIES.every((id) => countries.has(id));
}

function joined(first: NameAnnotation, last: NameAnnotation, run: readonly NameAnnotation[], text: string): Annotation {
  const span = [first.span[0], last.span[1]] as const;
  const id = [...new Set(run.flatMap((one) => idsOf(one, 'country')))].join('+');
  return { ...first, to: last.to, span, text: text.slice(...span), entities: [{ kind: 'members', id }] };
}

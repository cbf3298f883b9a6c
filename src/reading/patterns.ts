import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { ALLIES, isAlly } from '../lexicon/countries.ts';
import type { EntityKind } from '../lexicon/surface.ts';
import { once } from '../memo.ts';
import { isNumbered } from '../text/shape.ts';
import { latinWordsOf } from '../text/words.ts';
import { type Annotation, idsOf, isCue, isName, type NumberAnnotation, type TimeAnnotation } from './annotation.ts';

export type Test = (one: Annotation | undefined) => boolean;

/** The tests that tables write: of several one is enough, and none with "!" may hold. `marks.yaml` says what each means. */
export const Atoms = z.preprocess((list) => [list].flat(9), z.array(z.string())).transform(testOf);

/** A table beside this file, read and checked at the first use. What is returned throws a ZodError naming the row. */
export function tableOf<T>(name: string, schema: z.ZodType<T>): () => T {
  return once(() => schema.parse(load(readFileSync(new URL(`./tables/${name}.yaml`, import.meta.url), 'utf8'))));
}

const lists = tableOf('lists', z.record(z.string(), Atoms));

/** The test that a list of `tables/lists.yaml` makes. What is returned throws a RangeError where there is no such list. */
export function listed(name: string): Test {
  const test = once(() => {
    const found = lists()[name];
    if (found === undefined) throw new RangeError(`No list ${name}.`);
    return found;
  });
  return (one) => test()(one);
}

function testOf(atoms: readonly string[]): Test {
  const isWanted = anyOf(atoms.filter((atom) => !atom.startsWith('!')));
  const barred = atoms.filter((atom) => atom.startsWith('!')).map((atom) => atom.slice(1));
  if (barred.length === 0) return isWanted;
  const isBarred = anyOf(barred);
  const isAll = barred.length === atoms.length;
  return (one) => (isAll || isWanted(one)) && !isBarred(one);
}

const KINDS: ReadonlySet<string> = new Set(['word', 'time', 'name', 'number']);

/** Lists are long and asked of every place of a text: its cues, names and wording are looked at once each, however many atoms tell of them. */
function anyOf(atoms: readonly string[]): Test {
  const groups = Map.groupBy(atoms, groupOf);
  const after = (mark: string) => groups.get(mark)?.map((atom) => atom.slice(mark.length)) ?? [];
  const [cues, kinds, words, endings] = [after(''), after('name:') as EntityKind[], new Set(after('=')), after('~')];
  const [held, beginnings] = [new Set(after('_')), after('^')];
  const tests: Test[] = groups.get('special')?.map(specialTest) ?? [];
  if (cues.length > 0) tests.push((one) => isCue(one, ...cues));
  if (kinds.length > 0) tests.push((one) => isName(one, ...kinds));
  if (words.size > 0) tests.push((one) => one !== undefined && words.has(one.text.toLowerCase()));
  if (held.size > 0) tests.push((one) => one !== undefined && latinWordsOf(one.text).some((word) => held.has(word)));
  if (endings.length > 0) tests.push((one) => endings.some((end) => one?.text.toLowerCase().endsWith(end) === true));
  if (beginnings.length > 0) tests.push((one) => beginnings.some((start) => one?.text.startsWith(start) === true));
  const [single] = tests;
  return tests.length === 1 && single !== undefined ? single : (one) => tests.some((is) => is(one));
}

const groupOf = (atom: string) =>
  KINDS.has(atom) || SPECIAL[atom] !== undefined
    ? 'special'
    : (['name:', '=', '~', '^', '_'].find((mark) => atom.startsWith(mark)) ?? '');

const specialTest = (atom: string): Test => SPECIAL[atom] ?? ((one) => one?.kind === atom);

const SPECIAL: Readonly<Record<string, Test>> = {
  capital: (one) => one?.kind === 'word' && one.text.charAt(0) !== one.text.charAt(0).toLowerCase(),
  edge: (one) => one === undefined,
  ordinal: (one) => one?.kind === 'number' && one.unit === 'ordinal',
  figure: (one) => one?.kind === 'number' && one.unit === null,
  numbered: (one) => one?.kind === 'number' && one.unit === null && one.text.startsWith('第'),
  size: isSize,
  soon: (one) => isUndated(one) && one.mention.granularity === 'day',
  undated: isUndated,
  partner: (one) => idsOf(one, 'country').some((id) => !isAlly(id)),
  foreign: (one) => idsOf(one, 'members').some((id) => !ALLIES.every((ally) => id.split('+').includes(ally))),
  bilateral: (one) => idsOf(one, 'level').includes('bilateral'),
  trilateral: (one) => idsOf(one, 'level').includes('trilateral'),
};

/** 来週, "tomorrow": told from today. */
function isUndated(one: Annotation | undefined): one is TimeAnnotation {
  return one?.kind === 'time' && !isNumbered(one.text);
}

/** A number of countries that may sit at one table with the two allies. */
export function isSize(one: Annotation | undefined): one is NumberAnnotation {
  return one?.kind === 'number' && one.value >= 3 && one.value <= 6 && (one.unit === null || one.unit === 'count');
}

const Steps = z.array(z.strictObject({ over: Atoms.optional(), to: Atoms }));

/** What may be told of one place in a text and what stands around it. */
export const Around = {
  /** The language it is told in; of either where none is given. */
  in: z.enum(['en', 'ja']).optional(),
  one: Atoms.optional(),
  before: Atoms.optional(),
  before2: Atoms.optional(),
  before3: Atoms.optional(),
  after: Atoms.optional(),
  after2: Atoms.optional(),
  after3: Atoms.optional(),
  touches: Atoms.optional(),
  other: Atoms.optional(),
  any: Atoms.optional(),
  none: Atoms.optional(),
  asks: Atoms.optional(),
  back: Steps.optional(),
  ahead: Steps.optional(),
};
type Around = { readonly [Key in keyof typeof Around]?: z.infer<(typeof Around)[Key]> };

/** A place in a text with its neighbours, articles passed over. */
export type View = {
  readonly all: readonly Annotation[];
  readonly at: number;
  readonly one: Annotation;
  readonly before: readonly (Annotation | undefined)[];
  readonly after: readonly (Annotation | undefined)[];
};

export function viewOf(one: Annotation, all: readonly Annotation[], at: number): View {
  return { all, at, one, before: neighbours(all, at, -1), after: neighbours(all, at, 1) };
}

function neighbours(all: readonly Annotation[], at: number, by: 1 | -1): readonly (Annotation | undefined)[] {
  const found: (Annotation | undefined)[] = [];
  for (let next = at + by; found.length < 3; next += by) if (!isCue(all[next], 'prep.article')) found.push(all[next]);
  return found;
}

/** Whether what a row tells of the whole text can hold. It is the same at every place, and worth asking first; `language` is that of the text. */
export function fitsWhole(
  { in: own, any, none, other, asks }: Around,
  all: readonly Annotation[],
  language = own,
): boolean {
  return (
    (own ?? language) === language &&
    (any === undefined || all.some(any)) &&
    (other === undefined || all.some(other)) &&
    (none === undefined || !all.some(none)) &&
    asks?.(all.find((each) => isCue(each, 'ask.*'))) !== false
  );
}

/** Whether everything that a row tells of a place and what stands around it holds. */
export function fits(row: Around, view: View): boolean {
  return fitsBeside(row, view) && fitsFurther(row, view);
}

function fitsBeside(row: Around, { one, before, after }: View): boolean {
  const holds = (test: Test | undefined, other: Annotation | undefined) => test === undefined || test(other);
  return (
    holds(row.one, one) &&
    holds(row.before, before[0]) &&
    holds(row.after, after[0]) &&
    holds(row.before2, before[1]) &&
    holds(row.after2, after[1]) &&
    holds(row.before3, before[2]) &&
    holds(row.after3, after[2])
  );
}

function fitsFurther({ touches, other, back, ahead }: Around, { all, at, one }: View): boolean {
  return (
    (touches === undefined || [all[at - 1], all[at + 1]].some((each) => touches(each) && isBeside(one, each))) &&
    (other === undefined || all.some((each) => other(each) && isOther(one, each))) &&
    reached(back, all, at, -1) !== undefined &&
    reached(ahead, all, at, 1) !== undefined
  );
}

/** At most one character stands between. */
function isBeside({ span: [from, to] }: Annotation, other: Annotation | undefined): boolean {
  return other !== undefined && (Math.abs(from - other.span[1]) <= 1 || Math.abs(other.span[0] - to) <= 1);
}

/** Not the same under another name. */
function isOther(one: Annotation, other: Annotation): boolean {
  const ids = one.kind === 'name' ? one.entities.map(({ kind, id }) => `${kind}:${id}`) : [];
  const isSame = other.kind === 'name' && other.entities.some(({ kind, id }) => ids.includes(`${kind}:${id}`));
  return other !== one && !isSame;
}

/** Where steps from `at` end; `undefined` where they do not get there. */
export function reached(
  steps: z.infer<typeof Steps> | undefined,
  all: readonly Annotation[],
  at: number,
  by: 1 | -1,
): number | undefined {
  let next = at;
  const isReached = steps?.every(({ over, to }) => {
    next += by;
    const isOver = () => all[next] !== undefined && !to(all[next]) && (over === undefined || over(all[next]));
    while (Math.abs(next - at) < FURTHEST && isOver()) next += by;
    return to(all[next]);
  });
  return isReached === false ? undefined : next;
}

/** What stands further off belongs to another sentence. */
const FURTHEST = 40;

import { isJapaneseText } from '../../text/shape.ts';
import { type Annotated, type Annotation, idsOf, isCue, isName, type NumberAnnotation } from '../annotation.ts';
import type { Mark } from './mark.ts';

/** What stands at one place of a text, with its neighbours; articles are passed over. */
export type View = {
  readonly all: readonly Annotation[];
  readonly at: number;
  readonly one: Annotation;
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
  readonly before2: Annotation | undefined;
  readonly after2: Annotation | undefined;
  /** Whether its neighbours are read as Japanese puts them: the particle behind the name. */
  readonly isJapanese: boolean;
  /** What of the whole text the marks of each place are compared with. */
  readonly text: Whole;
};

type Whole = {
  readonly frameworks: readonly Annotation[];
  /** Other countries than the two allies, and tables of three. */
  readonly wide: readonly Annotation[];
};

const wholes = new WeakMap<Annotated, Whole>();

function wholeOf(annotated: Annotated): Whole {
  let whole = wholes.get(annotated);
  if (whole === undefined) {
    const { all } = annotated;
    whole = { frameworks: all.filter((one) => isName(one, 'framework')), wide: all.filter(isWide) };
    wholes.set(annotated, whole);
  }
  return whole;
}

function isWide(one: Annotation): boolean {
  if (isName(one, 'members') || isTrilateral(one)) return true;
  return isName(one, 'country') && !idsOf(one, 'country').every((id) => id === 'JP' || id === 'US');
}

export const isTrilateral = (one: Annotation) => idsOf(one, 'level').includes('trilateral');

/** When something is given a mark; several rows may give the same one. */
export type MarkRow = { readonly mark: Mark; readonly when: (view: View) => boolean };

export function viewOf(annotated: Annotated, at: number): View | undefined {
  const { all, language } = annotated;
  const one = all[at];
  if (one === undefined) return undefined;
  const step = (from: number, by: number): number => {
    let next = from + by;
    while (isCue(all[next], 'prep.article')) next += by;
    return next;
  };
  const [back, ahead] = [step(at, -1), step(at, 1)];
  return {
    all,
    at,
    one,
    before: all[back],
    after: all[ahead],
    before2: all[step(back, -1)],
    after2: all[step(ahead, 1)],
    isJapanese: language === 'ja' || isJapaneseText(one.text),
    text: wholeOf(annotated),
  };
}

/** "The three foreign ministers", 五カ国の国防相会談: so many countries at one table. */
export function sizeBefore(all: readonly Annotation[], at: number): NumberAnnotation | undefined {
  const before = isCue(all[at - 1], 'rel.of', 'prep.article') ? all[at - 2] : all[at - 1];
  return before?.kind === 'number' && before.value >= 3 && before.value <= 6 && before.unit !== 'ordinal'
    ? before
    : undefined;
}

/** Those who hold an office or are of a level: "X's ministers", Xの大臣. */
export function isOfPeople(one: Annotation | undefined): boolean {
  return isName(one, 'level', 'office') || isCue(one, 'noun.person', 'role.chair', 'role.counterpart', 'ask.who');
}

/** "About Taiwan and the South China Sea", 「台湾と南シナ海について」: the mark of the last or first is that of all. */
export function isAboutWithOthers({ all, at, one }: View): boolean {
  const isMember = (other: Annotation | undefined) => other?.kind === 'name' || other?.kind === 'word';
  const isLink = (other: Annotation | undefined) =>
    isCue(other, 'rel.and', 'rel.with', 'rel.of', 'rel.or', 'prep.article');
  const by = isJapaneseText(one.text) ? 1 : -1;
  let isLinked = false;
  for (let next = at + by; ; next += by) {
    if (isLink(all[next])) isLinked = true;
    else if (isCue(all[next], 'rel.about')) return isLinked;
    else if (!isMember(all[next]) || !isLinked) return false;
  }
}

/** Another framework, not the same under another name. */
export function isOtherFramework(one: Annotation, other: Annotation): boolean {
  const isSame = idsOf(one, 'framework').some((id) => idsOf(other, 'framework').includes(id));
  return other !== one && isName(other, 'framework') && !isSame;
}

/** Two frameworks joined by "and" or compared are two tables, none of them spoken of at the other. */
export function isJoined({ all, at }: View): boolean {
  if (all.some((one) => isCue(one, 'ask.compare', 'rel.or'))) return true;
  return [1, -1].some((by) => {
    let next = at + by;
    while (isCue(all[next], 'prep.article', 'rel.and', 'rel.with') || all[next]?.kind === 'time') next += by;
    return next !== at + by && isName(all[next], 'framework');
  });
}

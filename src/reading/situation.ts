import { z } from 'zod';
import { FrameworkFields } from '../knowledge/schema.ts';
import { isAlly } from '../lexicon/countries.ts';
import { once, remembered } from '../memo.ts';
import type { Language } from '../text/language.ts';
import { alternativesIn } from './alternatives.ts';
import { type Annotated, type Annotation, idsOf, isCue, isName, type NameAnnotation } from './annotation.ts';
import { meetingsIn } from './parts.ts';
import { Around, fits, fitsWhole, tableOf, viewOf } from './patterns.ts';

/** What the ask table's conditions are about, worked out once a question. */
export type Situation = {
  /** Whether a condition of the table holds: a cue id, `name:KIND`, or the name of a fact. */
  holds(condition: string): boolean;
};

/**
 * Facts that are told of a question beside its words: an event tells its time, it has an order, asks for the next meeting, or for those of some length;
 * its time is over, or not over, on the asker's day; the two turns before asked of two things.
 */
export const ToldFacts = ['anchored', 'order', 'step', 'length', 'passed', 'open', 'had-two'] as const;
type Told = Readonly<Record<(typeof ToldFacts)[number], boolean>>;

const Row = z.strictObject({ fact: z.string(), ...Around });
const Rows = z.object({ rows: z.array(Row) }).transform(({ rows }) => Map.groupBy(rows, ({ fact }) => fact));
const factRows = tableOf('facts', Rows);

/** What the words of `rest` tell by themselves: cues, names and the rows of `facts.yaml`. */
export function wordingOf(rest: readonly Annotation[], language: Language): Situation {
  const views = once(() => rest.map((one, at) => viewOf(one, rest, at)));
  const ofWording = factsOfWording(rest);
  return remembering((condition) => {
    if (condition.startsWith('name:')) return rest.some((one) => isNamed(one, condition.slice(5)));
    const told = ofWording[condition];
    if (told !== undefined) return told();
    const rows = factRows().get(condition);
    if (rows === undefined) return rest.some((one) => isCue(one, condition));
    return rows.some((row) => fitsWhole(row, rest, language) && views().some((view) => fits(row, view)));
  });
}

/** More conditions than the tables have. */
const MOST_CONDITIONS = 2_000;
const remembering = (holds: Situation['holds']): Situation => ({ holds: remembered(holds, MOST_CONDITIONS) });

/**
 * The same with what is told of times and order. `rest` is what is left of the question once the event or term that tells its time is taken
 * out; `times` are the units of time that stand beside each other, not counting bounds.
 */
export function situationOf(
  { all, language }: Annotated,
  rest: readonly Annotation[],
  times: number,
  told: Told,
): Situation {
  const wording = wordingOf(rest, language);
  const facts = factsOf(all, rest, times, told, language);
  const known: Readonly<Record<string, boolean>> = told;
  return remembering((condition) => known[condition] ?? facts[condition]?.() ?? wording.holds(condition));
}

/** Conditions of a row: every one of `all`, one of `any`, none of `none`. */
export const Conditions = {
  all: z.array(z.string()).default([]),
  any: z.array(z.string()).default([]),
  none: z.array(z.string()).default([]),
};

export function areMet(
  { all, any, none }: { readonly [Key in keyof typeof Conditions]: readonly string[] },
  { holds }: Situation,
): boolean {
  return all.every(holds) && (any.length === 0 || any.some(holds)) && !none.some(holds);
}

const isSubject = (one: Annotation | undefined) => one?.kind === 'word' || isName(one, 'topic');

const isNamed = (one: Annotation, kind: string) =>
  one.kind === 'name' && one.entities.some((each) => each.kind === kind);

const CONTENT = ['framework', 'topic', 'document', 'person', 'place', 'administration', 'members', 'office'] as const;
/** What may be set side by side. */
const RIVALS = ['framework', 'person', 'level', 'format', 'members', 'country', 'place', 'topic'] as const;
const FIELDS: ReadonlySet<string> = new Set(FrameworkFields);

/** Facts that no row can tell: how many things "or" joins. */
function factsOfWording(rest: readonly Annotation[]): Readonly<Record<string, () => boolean>> {
  const isSite = (one: Annotation | undefined) =>
    one?.kind === 'time' || isName(one, 'place', 'country', 'format', 'person', 'office', 'level', 'framework');
  return {
    'either-site': () => alternativesIn(rest, isSite).length > 0,
    'either-subject': () => alternativesIn(rest).some((group) => group.filter((at) => isSubject(rest[at])).length > 1),
  };
}

/** Facts of times and order, and of how many things are named. */
function factsOf(
  all: readonly Annotation[],
  rest: readonly Annotation[],
  times: number,
  told: Told,
  language: Annotated['language'],
): Readonly<Record<string, () => boolean>> {
  const names = rest.filter((one): one is NameAnnotation => one.kind === 'name');
  const words = rest.filter((one) => one.kind === 'word');
  /** Names that a question may be about. */
  const content = names.filter((one) => isName(one, ...CONTENT));
  const frameworks = names.filter((one) => isName(one, 'framework'));
  const numbered = rest.filter((one) => one.kind === 'number' && one.unit === 'ordinal').length;
  // "The first or the second": two of them by number, where one is told by a word.
  const ordinals = numbered === 1 && rest.some((one) => isCue(one, 'order.first')) ? 2 : numbered;
  const isOfTwo = () => told['had-two'] && names.length === 0 && times === 0;
  const isOfOthers = (one: NameAnnotation) => content.includes(one) || isName(one, 'country');
  return {
    ja: () => language === 'ja',
    en: () => language === 'en',
    time: () => times > 0,
    'one-time': () => times <= 1,
    'two-times': () => times > 1,
    'two-numbers': () => ordinals > 1,
    'two-of-them': () => times > 1 || ordinals > 1,
    span: () => rest.some((one) => one.kind === 'time' && one.mention.granularity === 'span'),
    nothing: () => all.every((one) => isCue(one, 'mark.question', 'noise')),
    nameless: () => names.length === 0 && times === 0,
    bare: () => names.length === 0 && words.length === 0 && times === 0,
    'one-name': () => content.length === 1,
    'two-names': () => content.length > 1,
    alone: () => content.length === 1 && words.length === 0 && names.every(isOfOthers),
    'unknown-name-only': () => names.length === 0 && words.length === 1,
    'of-two': isOfTwo,
    'two-sides': () =>
      isOfTwo() ||
      times > 1 ||
      RIVALS.some((kind) => new Set(names.flatMap((one) => idsOf(one, kind)).filter((id) => !isAlly(id))).size > 1),
    'two-meetings': () => meetingsIn(rest) !== undefined,
    'two-tables': () => frameworks.length > 1 && new Set(frameworks.flatMap((one) => idsOf(one, 'framework'))).size > 1,
    'titled-person': () => names.some((one) => isName(one, 'person') && one.titles.length > 0),
    'field-topic': () => names.some((one) => idsOf(one, 'topic').some((id) => FIELDS.has(id))),
  };
}

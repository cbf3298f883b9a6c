import { z } from 'zod';
import type { Language } from '../text/language.ts';
import { eitherOf } from './alternatives.ts';
import {
  type Annotated,
  type Annotation,
  type CueAnnotation,
  figuresIn,
  idsAfter,
  idsOf,
  isCue,
  type NumberAnnotation,
} from './annotation.ts';
import { typed } from './blank.ts';
import { marksOf } from './marks.ts';
import { listed, tableOf } from './patterns.ts';
import { type Constraint, Query } from './query.ts';
import { areMet, Conditions, wordingOf } from './situation.ts';
import { claimedLength, claimedNumber } from './thresholds.ts';

const Shape = z.strictObject({
  ...Conditions,
  set: Query.pick({ sort: true, order: true, whose: true, succession: true, whole: true, claim: true, paper: true })
    .partial()
    .extend({
      step: z.enum(['next', 'previous']).optional(),
      anyPerson: z.literal(true).optional(),
      anySubject: z.literal(true).optional(),
      negative: z.literal(true).optional(),
      either: z.literal(true).optional(),
      denies: z.literal(true).optional(),
    }),
});
/** What shapes an answer without choosing its records by itself; `step`: the meeting next to an event, a day or the turn before. */
export type Modifiers = z.infer<typeof Shape>['set'] & Pick<Query, 'nths' | 'measure' | 'threshold'>;

export const shapeRows = tableOf('shapes', z.array(Shape));

const MOST_SHOWN = 20;

/** Order, number, threshold and the like: what `tables/shapes.yaml` sets, with the figures beside it. @throws ZodError naming the row. */
export function modifiersOf(rest: readonly Annotation[], language: Language): Modifiers {
  const length = claimedLength(rest);
  const [outside, figures] = length?.outside ?? [rest, figuresIn(rest)];
  const numbers = figures.filter((one) => !ofPeople(rest, one));
  const wording = wordingOf(outside, language);
  const fitting = shapeRows().filter((row) => areMet(row, wording));
  const set: Modifiers = Object.assign({}, ...fitting.map((row) => row.set).reverse());
  const nths = nthsOf(rest);
  const order =
    set.order && (nths?.length ?? 0) < 2 ? counted(set.order, numbers, wording.holds('counted-back')) : undefined;
  const ordered = { ...set, order, nths: order === undefined ? nths : undefined };
  if (length !== undefined) return { ...ordered, measure: 'duration', threshold: length.threshold };
  const threshold = claimedNumber(rest, numbers, order !== undefined);
  // A number of meetings leaves no order.
  return threshold === undefined ? ordered : { ...set, order: undefined, threshold };
}

const isPeople = listed('counted-people');

/** "The three heads at the first meeting": people, and no number of meetings; in "the last three ambassadors" it belongs to the order. */
function ofPeople(rest: readonly Annotation[], one: NumberAnnotation): boolean {
  const at = rest.indexOf(one);
  const [before, next, after] = [rest[at - 1], rest[at + 1], rest[at + 2]];
  return !isCue(before, 'order.*') && (isPeople(next) || (isCue(next, 'rel.of') && isPeople(after)));
}

/** "The last 3 summits", 最後から二番目, 2回前. */
function counted(
  order: NonNullable<Query['order']>,
  numbers: readonly NumberAnnotation[],
  isBack: boolean,
): Query['order'] {
  if (order.side === 'both' || order.skip > 0) return order;
  const back = numbers.find(({ unit }) => unit === (isBack ? 'times' : 'ordinal'));
  if (back !== undefined && order.side === 'latest') return { ...order, skip: back.value - 1 };
  const limit = numbers.find(({ unit, value }) => unit !== 'ordinal' && value <= MOST_SHOWN)?.value ?? 1;
  return { ...order, limit };
}

const isThrough = listed('through');

/** "The first and third", 第13回と第15回, "the fourth"; "the first through third" are three. */
function nthsOf(rest: readonly Annotation[]): number[] | undefined {
  const ordinalOf = (one: Annotation | undefined) => {
    if (isCue(one, 'order.first')) return 1;
    return one?.kind === 'number' && one.unit === 'ordinal' && one.value > 0 ? one.value : undefined;
  };
  if (!rest.some((one) => one.kind === 'number' && ordinalOf(one) !== undefined)) return undefined;
  const nths = rest.flatMap((one, at) => {
    const [from, to] = [ordinalOf(one), isThrough(rest[at + 1]) ? ordinalOf(rest[at + 2]) : undefined];
    if (from === undefined) return [];
    return Array.from({ length: Math.min(MOST_SHOWN, Math.max(1, (to ?? from) - from + 1)) }, (_, more) => from + more);
  });
  return [...new Set(nths)];
}

const isDeed = listed('asked-deed');

/**
 * Acts and verbs of saying, each a soft demand, and what a yes-or-no question claims ("is the upgrade done?"). What was agreed to be done is none: the
 * record may put it in any words.
 */
export function actsOf(annotated: Annotated, rest: readonly Annotation[], isPolar: boolean): readonly Constraint[] {
  const demands = rest.flatMap((one): readonly Constraint[] => {
    if (one.kind !== 'cue' || !isDeed(one)) return [];
    const marks = marksOf(annotated, one);
    if (marks.has('content')) return [];
    // What is discussed or stated may be told in any verb: it narrows nothing.
    const telling = idsAfter(one, 'act.').filter((act) => act !== 'discussed' && act !== 'stated');
    const claims = isPolar && marks.has('claimed') ? idsAfter(one, 'claim.') : [];
    const verbs = [...idsAfter(one, 'verb.'), ...(marks.has('request') ? ['requested'] : []), ...claims];
    return [
      ...(telling.length > 0 ? [demandOf(one, 'act', telling)] : []),
      ...(verbs.length > 0 ? [{ ...demandOf(one, 'verb', verbs), ...(isPolar ? objectOf(annotated, rest) : {}) }] : []),
    ];
  });
  return eitherOf(demands, rest, (one) => isCue(one, 'act.*'));
}

/** Of which powers or topics it is claimed: "did they condemn Russia", "support the tariffs". */
function objectOf(annotated: Annotated, rest: readonly Annotation[]): Pick<Constraint, 'object'> {
  const isObject = (one: Annotation) => marksOf(annotated, one).has('object');
  const object = rest.filter(isObject).flatMap((one) => {
    const powers = [...idsOf(one, 'country'), ...idsOf(one, 'outsider')];
    return powers.length > 0 ? powers : idsOf(one, 'topic').map((id) => `topic:${id}`);
  });
  return object.length > 0 ? { object } : {};
}

const demandOf = (one: CueAnnotation, role: 'act' | 'verb', anyOf: string[]) =>
  typed(one, role, anyOf, { strength: 'soft' });

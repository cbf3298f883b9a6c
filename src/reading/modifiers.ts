import { type Annotation, type CueAnnotation, isCue, isName, type NumberAnnotation } from './annotation.ts';
import { typed } from './blank.ts';
import { listed } from './patterns.ts';
import type { Constraint, Query } from './query.ts';
import { claimedLength, claimedNumber, comparedNumber } from './thresholds.ts';

/** What shapes an answer without choosing its records by itself. */
export type Modifiers = Pick<
  Query,
  'order' | 'nths' | 'sort' | 'measure' | 'threshold' | 'yesNo' | 'anyPerson' | 'whose' | 'succession'
> & {
  /** "The next one", "the one before that": beside an event, a day or the turn before. */
  readonly step?: 'next' | 'previous' | undefined;
  readonly acts: readonly Constraint[];
};

const MOST_SHOWN = 20;

/** Order, number, threshold, acts and the like, from the cues. */
export function modifiersOf(rest: readonly Annotation[]): Modifiers {
  const any = (...ids: readonly string[]) => rest.some((one) => isCue(one, ...ids));
  const numbers = rest.filter((one): one is NumberAnnotation => one.kind === 'number');
  const { order, ...number } = numberOf(rest, numbers);
  return {
    order,
    ...number,
    sort: any('sort.newest') ? 'newest' : any('sort.oldest') ? 'oldest' : undefined,
    yesNo: false,
    anyPerson: isAnyPerson(rest),
    whose: whoseOf(rest),
    succession: successionOf(any('succession.before'), any('succession.after')),
    step:
      order?.side === 'both'
        ? undefined
        : any('order.next') && !any('order.latest')
          ? 'next'
          : any('order.previous') && order === undefined
            ? 'previous'
            : undefined,
    acts: actsOf(rest),
  };
}

/** The order, the places in a row, and the number or length that is claimed: a number of meetings leaves no order. */
function numberOf(
  rest: readonly Annotation[],
  numbers: readonly NumberAnnotation[],
): Pick<Modifiers, 'order' | 'nths' | 'measure' | 'threshold'> {
  const nths = nthsOf(rest, numbers);
  const length = claimedLength(rest);
  const ordered = (nths?.length ?? 0) > 1 ? undefined : orderOf(...(length?.outside ?? [rest, numbers]));
  if (length !== undefined)
    return {
      order: ordered,
      nths: ordered === undefined ? nths : undefined,
      measure: 'duration',
      threshold: length.threshold,
    };
  const threshold = comparedNumber(rest, numbers) ?? (ordered === undefined ? claimedNumber(rest, numbers) : undefined);
  if (threshold !== undefined) return { threshold };
  return { order: ordered, nths: ordered === undefined ? nths : undefined };
}

function orderOf(rest: readonly Annotation[], numbers: readonly NumberAnnotation[]): Query['order'] {
  const any = (...ids: readonly string[]) => rest.some((one) => isCue(one, ...ids));
  if (any('order.both')) return { side: 'both', skip: 0, limit: 1 };
  if (any('order.beforelast')) return { side: 'latest', skip: 1, limit: 1 };
  const isLatest = rest.some((one) => isCue(one, 'order.latest') && !isVerb(rest, one));
  const ordinal = numbers.find(({ unit }) => unit === 'ordinal');
  if (ordinal !== undefined && isLatest) return { side: 'latest', skip: ordinal.value - 1, limit: 1 };
  const back = numbers.find((one) => one.unit === 'times' && isBack(rest[rest.indexOf(one) + 1]));
  if (back !== undefined) return { side: 'latest', skip: back.value - 1, limit: 1 };
  const counted = numbers.find(({ unit, value }) => unit !== 'ordinal' && value <= MOST_SHOWN);
  const limit = counted?.value ?? 1;
  if (any('order.first')) return { side: 'first', skip: 0, limit };
  // "Since when has Taiwan been on the agenda": the first time.
  if (any('order.since') && rest.some((one) => isName(one, 'topic') || one.kind === 'word'))
    return { side: 'first', skip: 0, limit };
  return isLatest ? { side: 'latest', skip: 0, limit } : undefined;
}

/** 「2回前の2+2」: the one before the last. */
function isBack(one: Annotation | undefined): boolean {
  return isCue(one, 'order.previous') && one?.text.startsWith('前') === true;
}

function successionOf(before: boolean, after: boolean): Query['succession'] {
  if (before && after) return 'both';
  return before ? 'before' : after ? 'after' : undefined;
}

/** "How long did it last": a verb, and no order. */
function isVerb(rest: readonly Annotation[], one: Annotation): boolean {
  return isCue(one, 'ask.lasted') && rest.some((other) => isCue(other, 'ask.howlong'));
}

/** "The first and third", 第13回と第15回, "the fourth". */
function nthsOf(rest: readonly Annotation[], numbers: readonly NumberAnnotation[]): number[] | undefined {
  const ordinals = numbers.filter(({ unit, value }) => unit === 'ordinal' && value > 0).map(({ value }) => value);
  if (ordinals.length === 0) return undefined;
  const withFirst = rest.some((one) => isCue(one, 'order.first')) ? [1, ...ordinals] : ordinals;
  return [...new Set(withFirst)];
}

/** Whether `value` counts the meetings asked for ("last 3 summits", "fewer than 3 summits"), and not the countries at a table. */
export function countsMeetings({ order, threshold }: Pick<Modifiers, 'order' | 'threshold'>, value: number): boolean {
  return threshold?.count === value || (order !== undefined && order.limit === value);
}

/** "Kishida or Ishiba", 岸田と石破それぞれ. */
function isAnyPerson(rest: readonly Annotation[]): boolean {
  const people = rest.filter((one) => isName(one, 'person'));
  if (people.length < 2) return false;
  const [first, second] = people.map((one) => rest.indexOf(one));
  const isEither = rest.slice(first, second).some((one) => isCue(one, 'rel.or'));
  return isEither || rest.some((one) => isCue(one, 'ask.compare', 'each'));
}

function whoseOf(rest: readonly Annotation[]): Query['whose'] {
  const any = (...ids: readonly string[]) => rest.some((one) => isCue(one, ...ids));
  if (any('role.counterpart')) return 'counterpart';
  if (any('role.chair')) return 'role';
  // "Who urged the U.S. to return to the TPP", "who signed it during the visit": somebody's deed is asked for.
  const isDoer = rest.some((one, at) => isCue(one, 'ask.who') && isCue(rest[at + 1], ...DEEDS));
  if (asksPeople(rest) && any(...DEEDS) && (isDoer || !any('meet.*'))) return 'speaker';
  // "Which prime minister visited Washington": those in the post, and not whom they met there.
  if (any('ask.which') && asksPeople(rest) && any('meet.visit') && !any('meet.meet')) return 'role';
  return undefined;
}

/** What one of those present does, and not all of them together. */
const DEEDS = ['say', 'verb.*', 'act.stated', 'act.signed', 'act.announced', 'act.instructed', 'deed.raised'];

/** "Who", "which ministers". */
function asksPeople(rest: readonly Annotation[]): boolean {
  return rest.some(
    (one, at) =>
      isCue(one, 'ask.who') ||
      (isCue(one, 'ask.which') && (isCue(rest[at + 1], 'noun.person') || isName(rest[at + 1], 'office', 'level'))),
  );
}

/** "Is the upgrade done?", 格上げは完了した？: what a yes-or-no question that ends so claims, a soft demand as a verb is. */
export function claimOf(rest: readonly Annotation[]): readonly Constraint[] {
  const at = rest.findLastIndex((one) => isCue(one, 'claim.*'));
  const [one, ...after] = at < 0 ? [] : rest.slice(at);
  const isLast = after.every(
    (each) => each.kind === 'time' || isCue(each, 'noise', 'mark.question', 'ask.yesno', 'order.now'),
  );
  return one?.kind === 'cue' && isLast ? [demandOf(one, 'verb', idsAfter(one, 'claim.'))] : [];
}

/** Acts and verbs of saying, each a soft demand. */
function actsOf(rest: readonly Annotation[]): readonly Constraint[] {
  return rest.flatMap((one, at): readonly Constraint[] => {
    if (one.kind !== 'cue' || isContent(rest, at)) return [];
    // What is discussed or stated may be told in any verb: it narrows nothing.
    const telling = idsAfter(one, 'act.').filter((act) => act !== 'discussed' && act !== 'stated');
    const verbs = [...idsAfter(one, 'verb.'), ...(isRequest(rest, at) ? ['requested'] : [])];
    return [
      ...(telling.length > 0 ? [demandOf(one, 'act', telling)] : []),
      ...(verbs.length > 0 ? [demandOf(one, 'verb', verbs)] : []),
    ];
  });
}

const isAsking = listed('asking');

/** "Ask Japan for": whom it is asked of stands between. */
function isRequest(rest: readonly Annotation[], at: number): boolean {
  if (!isAsking(rest[at])) return false;
  // Each with an article before it.
  const [asked, link] = rest.slice(at + 1, at + 5).filter((one) => !isCue(one, 'prep.article'));
  const isOfSomebody = isName(asked, 'country', 'person', 'office', 'place') || isCue(asked, 'deixis', 'pronoun');
  return isOfSomebody && isCue(link, 'rel.of', 'rel.to');
}

/** "Agree to set up", 設置で合意: what was agreed to be done, which the record may put in any words. */
function isContent(rest: readonly Annotation[], at: number): boolean {
  const isAct = (one: Annotation | undefined) => isCue(one, 'act.agreed', 'act.announced', 'act.instructed');
  const [before, link] = [rest[at - 2], rest[at - 1]];
  if (isCue(link, 'rel.to') && isAct(before)) return true;
  const isJapanese = isCue(rest[at + 1], 'rel.in') && rest[at + 1]?.text === 'で';
  return isJapanese && isAct(rest[at + 2]);
}

const demandOf = (one: CueAnnotation, role: 'act' | 'verb', anyOf: string[]) =>
  typed(one, role, anyOf, { strength: 'soft' });

const idsAfter = ({ ids }: CueAnnotation, group: string) =>
  ids.filter((id) => id.startsWith(group)).map((id) => id.slice(group.length));

import { type Annotation, figuresIn, isCue, isName, type NumberAnnotation } from './annotation.ts';
import { listed } from './patterns.ts';
import type { Query } from './query.ts';

type Threshold = NonNullable<Query['threshold']>;

const RELATIONS = {
  'cmp.atleast': 'at-least',
  'cmp.more': 'more',
  'cmp.fewer': 'fewer',
  'cmp.atmost': 'at-most',
  'cmp.exactly': 'exactly',
} as const;
/** What compares a length, and no number of meetings. */
const LENGTHS = { 'dim.long': 'more', 'dim.short': 'fewer', 'rel.under': 'fewer' } as const;

const asksElse = listed('asks-else');

function isClaim(rest: readonly Annotation[]): boolean {
  return rest.some((one) => isCue(one, 'ask.yesno', 'mark.question')) && !rest.some(asksElse);
}

/**
 * The number of meetings that is claimed. With a comparison beside it: "more than five times", 3回以上, 1回だけ. Without order in a question put
 * as yes or no the number alone: "Were there two 2+2s in 2021?", 2回開かれましたか; once is at least once. "The two summits" and 2回の会談で only
 * name them, and 何週間に1回 claims none.
 */
export function claimedNumber(
  rest: readonly Annotation[],
  numbers: readonly NumberAnnotation[],
  isOrdered: boolean,
): Threshold | undefined {
  const isAlone = !isOrdered && isClaim(rest) && !rest.some((one) => isCue(one, 'neg.not', 'ask.frequency'));
  const claims = numbers
    .filter((one) => countsMeetings(rest, one))
    .map((one) => comparedNumber(rest, one) ?? (isAlone ? bareNumber(rest, one) : undefined));
  return claims.find((one) => one !== undefined);
}

/** "Five meetings", 3回, "three or more summits". */
function countsMeetings(rest: readonly Annotation[], one: NumberAnnotation): boolean {
  const at = rest.indexOf(one);
  return one.unit === 'times' || isMeetings(isCue(rest[at + 1], 'cmp.*') ? rest[at + 2] : rest[at + 1]);
}
const isMeetings = listed('counted-meetings');

function comparedNumber(rest: readonly Annotation[], one: NumberAnnotation): Threshold | undefined {
  const at = rest.indexOf(one);
  const isPolar = rest.some((other) => isCue(other, 'ask.yesno', 'mark.question'));
  // 「3件だけ見せて」 wants three, and claims nothing.
  const beside = [rest[at - 1], rest[at + 1], rest[at + 2]].filter((each) => isPolar || !isCue(each, 'only'));
  const found = Object.entries(RELATIONS).find(([id]) => beside.some((each) => isCue(each, id)));
  return found && { relation: found[1], count: one.value };
}

function bareNumber(rest: readonly Annotation[], one: NumberAnnotation): Threshold | undefined {
  const [before, next] = [rest[rest.indexOf(one) - 1], rest[rest.indexOf(one) + 1]];
  const isNaming =
    one.unit === 'ordinal' || isCue(before, 'prep.article', 'deixis', 'order.*') || isCue(next, 'rel.of');
  return isNaming ? undefined : { relation: one.value === 1 ? 'at-least' : 'exactly', count: one.value };
}

/** A length that is claimed, in minutes, and what stands outside of its words. */
type Length = {
  readonly threshold: Threshold;
  readonly outside: readonly [rest: readonly Annotation[], numbers: readonly NumberAnnotation[]];
};

/**
 * "Did it last more than an hour", 80分より長かったですか: of a meeting alone, and not of what was said there. "Meetings longer than an hour",
 * 1時間以上の会談: which of them did.
 */
export function claimedLength(rest: readonly Annotation[]): Length | undefined {
  const isUnit = (one: Annotation | undefined) => isCue(one, 'unit.minutes', 'unit.half');
  const first = rest.findIndex(isUnit);
  const isOfWords = rest.some((one) => one.kind === 'word' || isName(one, 'topic', 'document'));
  if (first < 0 || isOfWords) return undefined;
  const last = rest.findLastIndex(isUnit);
  const from = rest.slice(0, first).findLastIndex((one) => !isOfLength(one)) + 1;
  const to = rest.findIndex((one, at) => at > last && !isOfLength(one));
  const words = rest.slice(from, to < 0 ? undefined : to);
  const count = minutesOf(words);
  const relation = Object.entries({ ...RELATIONS, ...LENGTHS }).find(([id]) => words.some((one) => isCue(one, id)));
  const outside = rest.filter((one) => !words.includes(one));
  if (count === 0 || (relation === undefined && !isClaim(rest))) return undefined;
  return {
    threshold: { relation: relation?.[1] ?? 'exactly', count },
    outside: [outside, figuresIn(outside)],
  };
}

/** What may stand between the verb, the comparison, the figure and its unit. */
const isOfLength = (one: Annotation) => (one.kind === 'number' && one.unit === null) || isUnitWord(one);
const isUnitWord = listed('length');

/** Each figure with its unit; "an hour" is one and a half is thirty minutes. 0 without any: 開催時間, "the minutes". */
function minutesOf(words: readonly Annotation[]): number {
  let [total, figure] = [0, 0];
  for (const [at, one] of words.entries()) {
    if (one.kind === 'number') figure = one.value;
    if (isCue(one, 'unit.half')) total += 30;
    if (!isCue(one, 'unit.minutes')) continue;
    const isHour = isCue(one, 'unit.hours');
    if (isHour && isCue(words[at - 1], 'prep.article')) figure = 1;
    total += figure * (isHour ? 60 : 1);
    figure = 0;
  }
  return total;
}

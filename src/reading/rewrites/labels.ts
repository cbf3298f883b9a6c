import { type Annotation, asWord, isCue, isName, type NumberAnnotation } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

const isHeading = listed('label-head');
const isTail = listed('label-tail');
const isKept = listed('label-kept');
const isTitle = listed('label-title');
const isAbroad = listed('label-abroad');
const isSum = listed('sum');

/**
 * "Article 9", "250th anniversary", 第9条, 第7艦隊, "finance minister": what makes a name another thing is one word with it, so that no search drops the one and
 * finds the other.
 * So are visits abroad and how many they were, which the record tells in words alone: "third foreign visit", 初の外国訪問.
 */
export const withLabels: Rewrite = (given, { text }) => {
  const isClaim = given.some((one) => isDeed(one) || isCue(one, 'ask.yesno')) && !given.some(asksElse);
  const shared = given.map((one) => asShare(one, text));
  const all = isClaim ? shared.map((one, at) => asCounted(one, shared[at - 1], shared[at + 1], text)) : shared;
  return withRuns(all, text, (at) => {
    const [one, next] = [all[at], all[at + 1]];
    const last = all[abroadFrom(all, at)] ?? (one && next && isLabel(one, next) ? next : undefined);
    return last && { last, made: asWord };
  });
};

/** 3.5%, "3 %": with its sign. */
function asShare(one: Annotation, text: string): Annotation {
  const [from, to] = one.span;
  const end = text.charAt(to) === ' ' ? to + 2 : to + 1;
  if (!isFigure(one) || !SHARES.has(text.charAt(end - 1))) return one;
  return asWord({ ...one, span: [from, end], text: text.slice(from, end) });
}

/** "Did they agree to move 9,000 Marines": with another number it is another claim. Few of a thing are told in words. */
function asCounted(
  one: Annotation,
  before: Annotation | undefined,
  after: Annotation | undefined,
  text: string,
): Annotation {
  const isBeside = (other: Annotation | undefined) =>
    (other?.kind === 'word' && !isSum(other) && !isTail(other)) || isName(other, 'topic');
  if (one.kind !== 'number' || one.value < LEAST_COUNTED || MYRIADS.has(text.charAt(one.span[0] - 1))) return one;
  const isOfThing = one.unit === 'count' ? isBeside(before) || isBeside(after) : one.unit === null && isBeside(after);
  return isOfThing ? asWord(one) : one;
}

const LEAST_COUNTED = 20;
/** 2万9000: only the end of a figure. */
const MYRIADS: ReadonlySet<string> = new Set(['万', '億', '兆']);
const asksElse = listed('asks-else');
const isDeed = listed('deed');

/** What makes a figure a share of something. */
const SHARES: ReadonlySet<string> = new Set(['%', '％']);

/** Where a visit abroad that begins at `at`, with its number before it, ends; -1 where none does. */
function abroadFrom(all: readonly Annotation[], at: number): number {
  const one = all[at];
  const begin =
    one?.kind === 'number' && one.unit === 'ordinal' ? (isCue(all[at + 1], 'rel.of') ? at + 2 : at + 1) : at;
  const [first, second] = [all[begin], all[begin + 1]];
  const isVisit = (each: Annotation | undefined) => isCue(each, 'meet.visit');
  const isOne = (isAbroad(first) && isVisit(second)) || (isVisit(first) && isAbroad(second));
  return isOne ? begin + 1 : -1;
}

function isLabel(one: Annotation, next: Annotation): boolean {
  if (isHeading(one)) return isFigure(next);
  if (one.kind === 'word' && isTitle(next)) return next.span[0] - one.span[1] <= 1;
  // "The 3rd Marine Division": no place in a row.
  if (one.kind === 'number' && one.unit === 'ordinal') return isKept(next) && !isName(next, 'place', 'framework');
  if (!isFigure(one) || next.span[0] > one.span[1] + 1) return false;
  // 40 billion dollars: with another number it is another sum.
  if (isSum(next)) return true;
  if (next.span[0] !== one.span[1]) return false;
  const isNumbered = one.text.startsWith('第');
  return isNumbered ? next.kind === 'word' || isName(next, 'topic', 'document') : isTail(next);
}

/** A number that counts nothing. */
function isFigure(one: Annotation): one is NumberAnnotation {
  return one.kind === 'number' && one.unit === null;
}

import { type Annotation, asWord, isCue, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Rewrite } from './rewrite.ts';

/** Figures that are looked for as they were typed: "3.5%", and in a claim the number of a thing ("9,000 Marines"). */
export const withFigures: Rewrite = (given, { text }) => {
  const isClaim = given.some((one) => isDeed(one) || isCue(one, 'ask.yesno')) && !given.some(asksElse);
  const all = given.map((one) => asShare(one, text));
  return isClaim ? all.map((one, at) => asCounted(one, all[at - 1], all[at + 1], text)) : all;
};

/** 3.5%, "3 %": with its sign. */
function asShare(one: Annotation, text: string): Annotation {
  const [from, to] = one.span;
  const end = text.charAt(to) === ' ' ? to + 2 : to + 1;
  if (one.kind !== 'number' || one.unit !== null || !SHARES.has(text.charAt(end - 1))) return one;
  return asWord({ ...one, span: [from, end], text: text.slice(from, end) });
}

/** What makes a figure a share of something. */
const SHARES: ReadonlySet<string> = new Set(['%', '％']);

/** "Did they agree to move 9,000 Marines": with another number it is another claim. Few of a thing are told in words. */
function asCounted(
  one: Annotation,
  before: Annotation | undefined,
  after: Annotation | undefined,
  text: string,
): Annotation {
  const isThing = (other: Annotation | undefined) => other?.kind === 'word' || isName(other, 'topic');
  if (one.kind !== 'number' || one.value < LEAST_COUNTED || MYRIADS.has(text.charAt(one.span[0] - 1))) return one;
  const isOfThing = one.unit === 'count' ? isThing(before) || isThing(after) : one.unit === null && isThing(after);
  return isOfThing ? asWord(one) : one;
}

const LEAST_COUNTED = 20;
/** 2万9000: only the end of a figure. */
const MYRIADS: ReadonlySet<string> = new Set(['万', '億', '兆']);
const asksElse = listed('asks-else');
const isDeed = listed('deed');

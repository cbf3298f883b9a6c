import { type Annotation, asWord, isCue, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

/** Figures that are looked for as they were typed: "3.5%", and in a claim the number of a thing ("9,000 Marines"). */
export const withFigures: Rewrite = (given, written) => {
  const isClaim = given.some((one) => isDeed(one) || isCue(one, 'ask.yesno')) && !given.some(asksElse);
  const all = withThousands(
    given.map((one) => asShare(one, written.text)),
    written,
  );
  return isClaim ? all.map((one, at) => asCounted(one, all[at - 1], all[at + 1])) : all;
};

/** "Nineteen thousand marines": the figure that the words are. */
const withThousands: Rewrite = (all, { text }) =>
  withRuns(all, text, (at) => {
    const [one, next] = [all[at], all[at + 1]];
    if (one?.kind !== 'number' || one.unit !== null || next?.kind !== 'word' || next.terms[0] !== 'thousand')
      return undefined;
    const terms = [String(1000 * one.value), ...next.terms.slice(1)];
    return { last: next, made: (place) => ({ ...asWord({ ...next, ...place }), terms }) };
  });

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
function asCounted(one: Annotation, before: Annotation | undefined, after: Annotation | undefined): Annotation {
  const isThing = (other: Annotation | undefined) => other?.kind === 'word' || isName(other, 'topic');
  if (one.kind !== 'number' || one.value < LEAST_COUNTED) return one;
  const isOfThing = one.unit === 'count' ? isThing(before) || isThing(after) : one.unit === null && isThing(after);
  return isOfThing ? asWord(one) : one;
}

const LEAST_COUNTED = 20;
const asksElse = listed('asks-else');
const isDeed = listed('deed');

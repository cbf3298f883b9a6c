import { termsOf } from '../text/words.ts';
import { type Annotation, isCue, isName, type NumberAnnotation, type WordAnnotation } from './annotation.ts';
import { listed } from './patterns.ts';

const isHeading = listed('label-head');
const isTail = listed('label-tail');
const isKept = listed('label-kept');
const isTitle = listed('label-title');
const isAbroad = listed('label-abroad');
const isSum = listed('sum');

/**
 * "Article 9", "250th anniversary", 第9条, 第7艦隊, "finance minister": what makes a name another thing is one word with it, so that no search drops the one and
 * finds the other.
 * So are visits abroad and how many they were, which the record tells in words alone: "third foreign visit", 初の外国訪問. `text` is what `all` was read from.
 */
export function withLabels(all: readonly Annotation[], text: string): Annotation[] {
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const [one, next] = [all[at], all[at + 1]];
    if (one === undefined) continue;
    // A single figure is in too many words to be looked for by itself: 防衛費2%.
    if (isFigure(one) && one.text.length > 1 && SHARES.has(text.charAt(one.span[1]))) {
      const span = [one.span[0], one.span[1] + 1] as const;
      const label = text.slice(...span);
      found.push({ kind: 'word', from: one.from, to: one.to, span, text: label, terms: termsOf(label) });
      continue;
    }
    const abroad = abroadFrom(all, at);
    const last = all[abroad];
    if (last !== undefined) {
      found.push(joined(one, last, text));
      at = abroad;
      continue;
    }
    if (next === undefined || !isLabel(one, next)) {
      found.push(one);
      continue;
    }
    found.push(joined(one, next, text));
    at += 1;
  }
  return found;
}

/** What makes a figure a share of something: 3.5%. */
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

function joined(one: Annotation, next: Annotation, text: string): WordAnnotation {
  const span = [one.span[0], next.span[1]] as const;
  const label = text.slice(...span);
  return { kind: 'word', from: one.from, to: next.to, span, text: label, terms: termsOf(label) };
}

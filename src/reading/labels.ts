import { type Annotation, isName, type NumberAnnotation, type WordAnnotation } from './annotation.ts';
import { listed } from './patterns.ts';
import { termsOf } from './words.ts';

const isHeading = listed('label-head');
const isTail = listed('label-tail');
const isKept = listed('label-kept');

/**
 * "Article 9", "250th anniversary", 第9条, 第7艦隊: a number that makes a name another thing is one word with it, so that no search drops the one and finds the other.
 * `text` is what `all` was read from.
 */
export function withLabels(all: readonly Annotation[], text: string): Annotation[] {
  const found: Annotation[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const [one, next] = [all[at], all[at + 1]];
    if (one === undefined) continue;
    if (next === undefined || !isLabel(one, next)) {
      found.push(one);
      continue;
    }
    found.push(joined(one, next, text));
    at += 1;
  }
  return found;
}

function isLabel(one: Annotation, next: Annotation): boolean {
  if (isHeading(one)) return isFigure(next);
  // "The 3rd Marine Division": no place in a row.
  if (one.kind === 'number' && one.unit === 'ordinal') return isKept(next) && !isName(next, 'place', 'framework');
  if (!isFigure(one) || next.span[0] !== one.span[1]) return false;
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

import { isNumbered } from '../text/shape.ts';
import type { Annotation } from './annotation.ts';
import type { Query } from './query.ts';

/** "From 35% to 61%", 35%から61%に: a figure that is held to have become another one, as typed. */
export function changeIn(rest: readonly Annotation[]): Query['change'] {
  for (const [at, one] of rest.entries()) {
    const [mark, other, end] = rest.slice(at + 1, at + 4);
    const isTold = mark?.text === 'から' || (mark?.text === 'to' && rest[at - 1]?.text === 'from');
    const isChange = isFigure(one) && isTold && isFigure(other);
    if (isChange && other !== undefined && end?.text !== 'まで') return [one.text, other.text];
  }
  return undefined;
}

const isFigure = (one: Annotation | undefined) =>
  (one?.kind === 'word' || one?.kind === 'number') && isNumbered(one.text);

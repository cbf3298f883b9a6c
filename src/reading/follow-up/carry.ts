import { type Annotated, hasCue, isCue, isName } from '../annotation.ts';
import { namesIn } from './turn.ts';

/**
 * How much a turn takes from the one before. `freely`: whatever it does not say itself, as people talk in a thread. `only-when-referring`: nothing
 * unless it plainly points back, as people type a command. `never`: nothing.
 */
export type Carry = 'freely' | 'only-when-referring' | 'never';

/** Whether a turn may take anything over. "The whole record" takes nothing, wherever it is typed. */
export function carries(annotated: Annotated, carry: Carry): boolean {
  if (carry === 'never' || hasCue(annotated, 'scope.whole')) return false;
  return carry === 'freely' || refersBack(annotated);
}

/** "In the whole record" and nothing else: the question before is meant. */
export function isWholeRecordAlone(annotated: Annotated): boolean {
  const isAlone = annotated.all.every((one) => isCue(one, 'scope.whole', 'noise', 'mark.question', 'rel.*'));
  return isAlone && hasCue(annotated, 'scope.whole');
}

/** "And in 2024?", その会談は, "when did he visit?", 場所は？: the turn cannot be understood without the one before. */
function refersBack(annotated: Annotated): boolean {
  const { all } = annotated;
  const first = all.find((one) => !isCue(one, 'noise', 'prep.article'));
  const points = all.some(
    (one) => isCue(one, 'deixis', 'deixis.held', 'deixis.time', 'pair', 'shift.*') && !isCue(one, 'deixis.loose'),
  );
  // Somebody whom the turn names is the one meant.
  const isHe = hasCue(annotated, 'pronoun') && !all.some((one) => isName(one, 'person'));
  return isCue(first, 'continue', 'only', 'rel.and') || points || isHe || !saysItself(annotated);
}

/** A name, a time, a word of its own; or any meeting, as in "the latest consultation". */
function saysItself(annotated: Annotated): boolean {
  const isOwn = annotated.all.some(({ kind }) => kind === 'time' || kind === 'word') || namesIn(annotated).length > 0;
  return isOwn || hasCue(annotated, 'order.first', 'order.latest', 'ask.list', 'ask.count', 'scope.whole');
}

import { type Annotated, isName } from '../annotation.ts';
import type { Query } from '../query.ts';
import { bare, carried, personConstraint } from './scope.ts';
import { type Framed, hasCue, namesIn, type Turn } from './turn.ts';

/** "And his successor?"; after who holds a post, "and the one before that?" */
export function succession({ annotated, previous, lean }: Turn): readonly Framed[] {
  const step = stepAmongHolders(annotated, previous, lean);
  const side = sideOf(annotated) ?? step;
  const [person] = previous.focus ?? [];
  if (side === undefined || (lean.names > 0 && step === undefined) || person === undefined) return [];
  const posts = previous.constraints.filter(({ role }) => role === 'post').map(carried);
  const query: Query = {
    ...bare(previous),
    ask: 'succession',
    succession: side,
    frame: 'person',
    constraints: [personConstraint(person), ...posts],
  };
  return [{ query, prior: step === undefined ? 5 : 7, why: ['succession'] }];
}

/** 「その前の大使は？」 is asked of those who held the post, as long as nothing but a post is named and no meeting is spoken of. */
function stepAmongHolders(annotated: Annotated, previous: Query, lean: Turn['lean']): 'before' | 'after' | undefined {
  const isOfHolders = previous.ask === 'holder' || previous.ask === 'succession';
  const isOfOthers =
    lean.hasTime || hasCue(annotated, 'meet.*', 'act.*', 'say', 'noun.meeting', 'ask.when', 'ask.where');
  if (!isOfHolders || isOfOthers || !namesIn(annotated).every((one) => isName(one, 'office'))) return undefined;
  if (hasCue(annotated, 'order.previous')) return 'before';
  return hasCue(annotated, 'order.next') ? 'after' : undefined;
}

function sideOf(annotated: Annotated): 'before' | 'after' | undefined {
  if (hasCue(annotated, 'succession.before')) return 'before';
  return hasCue(annotated, 'succession.after') ? 'after' : undefined;
}

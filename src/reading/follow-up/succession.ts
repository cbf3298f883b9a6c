import { type Annotated, isName } from '../annotation.ts';
import type { Constraint, Query } from '../query.ts';
import { bare, carried, personConstraint } from './scope.ts';
import { type Framed, hasCue, namesIn, type Turn } from './turn.ts';

/** "And his successor?"; after who holds a post, "and the one before that?" */
export function succession(turn: Turn): readonly Framed[] {
  const { annotated, readings, previous, lean } = turn;
  const step = stepAmongHolders(turn);
  const side = sideOf(annotated) ?? step;
  const [person] = previous.focus ?? [];
  if (side === undefined || (lean.names > 0 && step === undefined) || person === undefined) return [];
  const isPost = ({ role }: Constraint) => role === 'post';
  const own = readings[0]?.query.constraints.filter(isPost) ?? [];
  const posts = own.length > 0 ? own : previous.constraints.filter(isPost).map(carried);
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
function stepAmongHolders({ annotated, readings, previous, lean }: Turn): 'before' | 'after' | undefined {
  const own = readings[0]?.query.ask;
  const isOfHolders = [previous.ask, own].some((ask) => ask === 'holder' || ask === 'succession');
  const isOfOthers =
    lean.hasTime || hasCue(annotated, 'meet.*', 'act.*', 'say', 'noun.meeting', 'ask.when', 'ask.where');
  if (!isOfHolders || isOfOthers || !namesIn(annotated).every((one) => isName(one, 'office'))) return undefined;
  if (hasCue(annotated, 'order.previous', 'order.again')) return 'before';
  return hasCue(annotated, 'order.next') ? 'after' : undefined;
}

function sideOf(annotated: Annotated): 'before' | 'after' | undefined {
  if (hasCue(annotated, 'succession.before')) return 'before';
  return hasCue(annotated, 'succession.after') ? 'after' : undefined;
}

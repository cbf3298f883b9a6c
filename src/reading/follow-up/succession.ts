import { type Annotated, idsOf, isCue, isName } from '../annotation.ts';
import type { Constraint, Query } from '../query.ts';
import { bare, carried, peopleMeant, personConstraint } from './scope.ts';
import { type Framed, hasCue, namesIn, type Turn } from './turn.ts';

/** "And his successor?"; after who holds a post, "and the one before that?" */
export function succession(turn: Turn): readonly Framed[] {
  const { annotated, readings, previous } = turn;
  const step = stepAmongHolders(turn);
  const side = sideOf(annotated) ?? step;
  const person = holderMeant(turn);
  const isOfOthers = !namesIn(annotated).every((one) => isName(one, 'office', 'level'));
  if (side === undefined || (isOfOthers && step === undefined) || person === undefined) return [];
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

/** 「大使の後任は？」: of those just told of the one who is called so, else the likeliest. */
function holderMeant({ annotated: { all }, previous, lexicon }: Turn): string | undefined {
  const meant = peopleMeant(previous);
  const posts = all.flatMap((one) =>
    isCue(one, 'noun.person') ? lexicon.postsCalled(one.text) : idsOf(one, 'office'),
  );
  const isCalled = (id: string) =>
    lexicon.knowledge.people.get(id)?.offices.some(({ post }) => posts.includes(post)) === true;
  return meant.find(isCalled) ?? meant[0];
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

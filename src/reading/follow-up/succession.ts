import type { Annotated } from '../annotation.ts';
import type { Query } from '../query.ts';
import { bare, carried, personConstraint } from './scope.ts';
import { type Framed, hasCue, type Turn } from './turn.ts';

/** "And his successor?" */
export function succession({ annotated, previous, lean }: Turn): readonly Framed[] {
  const side = sideOf(annotated);
  const [person] = previous.focus ?? [];
  if (side === undefined || lean.names > 0 || person === undefined) return [];
  const posts = previous.constraints.filter(({ role }) => role === 'post').map(carried);
  const query: Query = {
    ...bare(previous),
    ask: 'succession',
    succession: side,
    frame: 'person',
    constraints: [personConstraint(person), ...posts],
  };
  return [{ query, prior: 5, why: ['succession'] }];
}

function sideOf(annotated: Annotated): 'before' | 'after' | undefined {
  if (hasCue(annotated, 'succession.before')) return 'before';
  return hasCue(annotated, 'succession.after') ? 'after' : undefined;
}

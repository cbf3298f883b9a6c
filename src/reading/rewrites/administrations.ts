import { foldKey } from '../../text/fold.ts';
import { type Annotation, isCue, isName, type NameAnnotation } from '../annotation.ts';
import type { Rewrite } from './rewrite.ts';

/** "The Biden and Trump administrations", バイデンとトランプ政権: what the last one is said to be, the first one is too. */
export const withJoinedAdministrations: Rewrite = (all, { lexicon: { knowledge } }) =>
  all.map((one, at): Annotation => {
    const isJoined = isCue(all[at + 1], 'rel.and', 'rel.with') && isName(all[at + 2], 'administration');
    if (!isName(one, 'person') || !isJoined) return one;
    const key = foldKey(one.text);
    const own = [...knowledge.administrations.values()].filter(({ names: { ja, en } }) =>
      [ja, en].some((name) => foldKey(name).startsWith(key)),
    );
    const entities: NameAnnotation['entities'] = own.map(({ id }) => ({ kind: 'administration', id }));
    return entities.length > 0 ? { ...one, entities } : one;
  });

import { foldKey } from '../../text/fold.ts';
import { isPluralWord, withoutPlural } from '../../text/plural.ts';
import { isCue, isName } from '../annotation.ts';
import type { Rewrite } from './rewrite.ts';

/** "How many defense ministers has Japan had": where nobody meets they are people in a post, and no meeting of theirs. */
export const withHolders: Rewrite = (all, { lexicon: { surfaces } }) => {
  if (all.some((one) => isCue(one, 'meet.*', 'noun.meeting', 'unit.times'))) return all;
  return all.map((one, at) => {
    if (!isName(one, 'framework') || !isPluralWord(one.text)) return one;
    const before = all.slice(0, at).findLast((each) => !isCue(each, 'noise') && !isName(each, 'country'));
    if (!isCue(before, 'ask.howmany')) return one;
    const called = surfaces.get(withoutPlural(foldKey(one.text))) ?? [];
    const offices = called.flatMap(({ entity }) => (entity.kind === 'office' ? [entity] : []));
    return offices.length > 0 ? { ...one, entities: offices } : one;
  });
};

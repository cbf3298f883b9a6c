import { foldKey } from '../../text/fold.ts';
import { asName, idsOf, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

/**
 * 経済版の2プラス2, "the economic version of the 2+2", 令和6年版の防衛白書: what stands before a name makes it the name of something else, where the two
 * together are one, whatever links them.
 */
export const withQualifiedNames: Rewrite = (all, { text, lexicon: { surfaces } }) => {
  const [isQualifier, isLink] = [listed('qualifies'), listed('qualifier-link')];
  return withRuns(all, text, (at) => {
    if (!isQualifier(all[at]) || isLink(all[at])) return undefined;
    const end = all.findIndex((one, place) => place > at && !isQualifier(one) && !isLink(one));
    const last = all[end];
    if (!isName(last, ...KINDS) || end - at > LONGEST) return undefined;
    const key = all
      .slice(at, end + 1)
      .filter((one) => !isLink(one))
      .map((one) => one.text);
    const named = (surfaces.get(foldKey(key.join(' '))) ?? []).map(({ entity }) => entity);
    const others = named.filter(({ kind, id }) => isName(last, kind) && !idsOf(last, kind).includes(id));
    return others.length === 0 ? undefined : { last, made: (place) => asName(place, others) };
  });
};

const KINDS = ['framework', 'document'] as const;

/** Qualifiers and links at most. */
const LONGEST = 6;

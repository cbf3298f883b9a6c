import { foldKey } from '../../text/fold.ts';
import { asName, idsOf, isName } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Rewrite, withRuns } from './rewrite.ts';

const isQualifier = listed('qualifies');
const isLink = listed('qualifier-link');

/**
 * 経済版の2プラス2, "the economic version of the 2+2", 令和6年版の防衛白書: what stands before a name makes it the name of something else, where the two
 * together are one, whatever links them.
 */
export const withQualifiedNames: Rewrite = (all, { text, lexicon: { surfaces } }) =>
  withRuns(all, text, (at) => {
    if (!isQualifier(all[at]) || isLink(all[at])) return undefined;
    const run = all.slice(at, at + LONGEST + 1);
    const end = run.findIndex((one) => !isQualifier(one) && !isLink(one));
    const last = run[end];
    if (!isName(last, ...KINDS)) return undefined;
    const key = run
      .slice(0, end + 1)
      .filter((one) => !isLink(one))
      .map((one) => one.text);
    const named = (surfaces.get(foldKey(key.join(' '))) ?? []).map(({ entity }) => entity);
    const others = named.filter(({ kind, id }) => isName(last, kind) && !idsOf(last, kind).includes(id));
    return others.length === 0 ? undefined : { last, made: (place) => asName(place, others) };
  });

/** "The American Kim", 米国のキムさん: of those who bear a name, the ones whom the country beside it leaves. */
export const withNamesakes: Rewrite = (all, { lexicon: { knowledge } }) =>
  all.map((one, at) => {
    const before = all.slice(0, at).findLast((each) => !isLink(each));
    const countries = idsOf(before, 'country');
    if (one.kind !== 'name' || idsOf(one, 'person').length < 2 || countries.length === 0) return one;
    const entities = one.entities.filter(({ id }) => countries.includes(knowledge.people.get(id)?.country ?? ''));
    return entities.length > 0 ? { ...one, entities } : one;
  });

const KINDS = ['framework', 'document'] as const;

/** Qualifiers and links at most. */
const LONGEST = 6;

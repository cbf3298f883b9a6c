import { foldKey } from '../../text/fold.ts';
import { isPluralWord, withoutPlural } from '../../text/plural.ts';
import { type Annotation, asName, idsOf, isCue, isName, type NameAnnotation } from '../annotation.ts';
import { type Rewrite, type Written, withRuns } from './rewrite.ts';

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

/** "How often did the defense minister and the secretary of defense confer": whose posts make up a table of the two alone are counted at that table. */
export const withCounterparts: Rewrite = (all, { text, lexicon: { knowledge } }) => {
  const isCounted = all.some((one) => isCue(one, 'ask.count', 'ask.howmany'));
  if (!isCounted || all.some((one) => isName(one, 'framework', 'members', 'level', 'occasion', 'person'))) return all;
  const tables = [...knowledge.frameworks.values()].filter(({ sides }) => sides.length === 2);
  return withRuns(all, text, (at) => {
    const next = all.findIndex((one, place) => place > at && !isCue(one, 'rel.and', 'rel.with', 'prep.article'));
    const [one, other] = [idsOf(all[at], 'office'), idsOf(all[next], 'office')];
    const last = next > at + 1 ? all[next] : undefined;
    const own = tables.filter(({ sides }) =>
      [one, other].every((ids) => sides.some(({ posts }) => posts.length === 1 && ids.includes(posts[0] ?? ''))),
    );
    if (last === undefined || own.length !== 1) return undefined;
    return {
      last,
      made: (place) =>
        asName(
          place,
          own.map(({ id }) => ({ kind: 'framework', id })),
        ),
    };
  });
};

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

/** 「首脳や外相の会談」: what is written once behind several of a rank stands behind each, and each names the meeting that is called so. */
export const withSharedMeetings: Rewrite = (all, written) => {
  const meetings = all.map((one, at) => (isSharing(all, at) ? meetingCalled(one, written) : undefined));
  return all.map((one, at) => {
    const [before, after] = [meetings[placeBeside(all, at, -1)], meetings[placeBeside(all, at, 1)]];
    return (before ?? after) === undefined ? one : (meetings[at] ?? one);
  });
};

const MEETING = '会談';

/** Whether the name at `at` is one of several of a rank behind which a word for a meeting stands, by itself or behind the next of them. */
function isSharing(all: readonly Annotation[], at: number): boolean {
  if (!isName(all[at], 'office', 'level', 'framework')) return false;
  if (isCue(all[at + 1], 'rel.of')) return all[at + 2]?.text === MEETING;
  const next = placeBeside(all, at, 1);
  return next > at && isSharing(all, next);
}

/** The place of the name that 「や」, "or" or a dot joins to the one at `at`; -1 where none does. */
function placeBeside(all: readonly Annotation[], at: number, step: 1 | -1): number {
  const isJoint = isCue(all[at + step], 'rel.or') || all[at + step]?.text === 'や';
  const next = isJoint ? at + 2 * step : at + step;
  return isName(all[next], 'office', 'level', 'framework') ? next : -1;
}

function meetingCalled(one: Annotation | undefined, { lexicon: { surfaces } }: Written): NameAnnotation | undefined {
  if (one?.kind !== 'name') return undefined;
  const called = surfaces.get(foldKey(one.text + MEETING)) ?? [];
  const tables = called.flatMap(({ entity }) => (entity.kind === 'framework' ? [entity] : []));
  return tables.length > 0 ? { ...one, entities: tables } : isName(one, 'framework') ? one : undefined;
}

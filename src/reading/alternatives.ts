import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { range } from '../lists.ts';
import { rememberedOf } from '../memo.ts';
import { type Annotation, isCue, isName } from './annotation.ts';
import type { Test } from './patterns.ts';
import type { Constraint, Role } from './query.ts';

const isNamed: Test = (one) => one?.kind === 'name' || one?.kind === 'word';
/** What may stand between a thing and its "or": 海警の話とか尖閣の話. */
const isBetween = (one: Annotation | undefined) =>
  isCue(one, 'rel.or', 'prep.article', 'rel.about', 'rel.of', 'rel.in', 'noise');

/** Names and words (or what else `isThing` tells) that "or" joins, by their places: one of them is enough. */
export function alternativesIn(all: readonly Annotation[], isThing: Test = isNamed): readonly (readonly number[])[] {
  if (!all.some((one) => isCue(one, 'rel.or'))) return [];
  const groups: number[][] = [];
  for (let at = 0; at < all.length; at += 1) {
    if (!isThing(all[at])) continue;
    let next = at + 1;
    while (isBetween(all[next])) next += 1;
    const isJoined = isThing(all[next]) && all.slice(at + 1, next).some((one) => isCue(one, 'rel.or'));
    if (!isJoined) continue;
    const open = groups.find((group) => group.at(-1) === at);
    if (open === undefined) groups.push([at, next]);
    else open.push(next);
  }
  return groups;
}

/** A text with one of its alternatives left: what stands beside all of them stands beside each. */
export function withOneOf(all: readonly Annotation[], at: number): { all: readonly Annotation[]; at: number } {
  const group = alternativesIn(all).find((each) => each.includes(at));
  const [from, to] = [group?.[0] ?? at, group?.at(-1) ?? at];
  return { all: [...all.slice(0, from), ...all.slice(at, at + 1), ...all.slice(to + 1)], at: from };
}

const JOINED: ReadonlySet<Role> = new Set(['topic', 'mention', 'act', 'post']);

/** "What was said about Taiwan or Ukraine", 署名または発表, the ambassador or chargé: subjects, acts or posts that "or" joins are one demand, which any of them satisfies. */
export function eitherOf(
  constraints: readonly Constraint[],
  all: readonly Annotation[],
  isThing?: Test,
): readonly Constraint[] {
  return joined(constraints, spansOf(alternativesIn(all, isThing), all), ({ role }) => JOINED.has(role));
}

/** "Did Austin or Hegseth call on Ishiba": one of the two, and him. */
export function eitherPerson(constraints: readonly Constraint[], all: readonly Annotation[]): readonly Constraint[] {
  const isPerson = (one: Annotation | undefined) => isName(one, 'person');
  // "Kishida, Ishiba or Takaichi".
  const begin = (at: number): number => (isPerson(all[at - 1]) ? begin(at - 1) : at);
  const groups = alternativesIn(all, isPerson).map((group) => {
    const [first = 0, last = 0] = [begin(group[0] ?? 0), group.at(-1)];
    return range(first, last + 1);
  });
  return joined(constraints, spansOf(groups, all), ({ role }) => role === 'person', { span: undefined });
}

/** 石破さんと高市さんの首脳会談: who held one post after the other never sat at its table together, and either of them is meant. */
export function ofOnePost(constraints: readonly Constraint[], { people }: KnowledgeBase): readonly Constraint[] {
  const isTable = ({ role }: Constraint) => role === 'framework' || role === 'kind';
  if (!constraints.some(isTable)) return constraints;
  const postsOf = rememberedOf(
    ({ role, anyOf, negated }: Constraint) =>
      new Set(
        role === 'person' && !negated
          ? anyOf.flatMap((id) => people.get(id)?.offices.map(({ post }) => post) ?? [])
          : [],
      ),
  );
  const found: Constraint[] = [];
  for (const one of constraints) {
    const at = found.findIndex(
      (each) => !postsOf(each).isDisjointFrom(postsOf(one)) && each.anyOf.join() !== one.anyOf.join(),
    );
    const same = found[at];
    if (same === undefined) found.push(one);
    else found[at] = { ...same, anyOf: [...new Set([...same.anyOf, ...one.anyOf])], span: undefined };
  }
  return found;
}

const isBeforePosts = (one: Annotation | undefined) => isCue(one, 'ask.which', 'ask.list');
const isOfPost = (one: Annotation | undefined) => isName(one, 'office', 'level') || isCue(one, 'noun.person');
const isAmongPosts = (one: Annotation | undefined) =>
  isOfPost(one) || isName(one, 'country') || isCue(one, 'rel.and', 'rel.or', 'rel.of', 'prep.article', 'noise');

/** "Which generals and admirals met": asked for side by side, the holders of either. */
export function unitedPosts(constraints: readonly Constraint[], all: readonly Annotation[]): readonly Constraint[] {
  const from = all.findIndex(isBeforePosts) + 1;
  const end = all.findIndex((one, at) => at >= from && !isAmongPosts(one));
  const posts = all.flatMap((one, at) => (at >= from && (end < 0 || at < end) && isOfPost(one) ? [at] : []));
  const group = from > 0 && posts.length > 1 ? [posts] : [];
  const label = posts.flatMap((at) => all[at]?.text ?? []).join(' and ');
  return joined(constraints, spansOf(group, all), ({ role }) => role === 'post', { label });
}

const spansOf = (groups: readonly (readonly number[])[], all: readonly Annotation[]) =>
  groups.map((group) => group.map((at) => all[at]?.span[0]));

function joined(
  constraints: readonly Constraint[],
  spans: ReturnType<typeof spansOf>,
  isJoined: (one: Constraint) => boolean,
  more: Partial<Constraint> = {},
): readonly Constraint[] {
  const groupOf = (one: Constraint) => (isJoined(one) ? spans.find((each) => each.includes(one.span?.[0])) : undefined);
  return constraints.flatMap((one) => {
    const group = groupOf(one);
    const same = constraints.filter((each) => each.role === one.role && group !== undefined && groupOf(each) === group);
    if (same.length < 2) return one;
    return same[0] === one ? { ...one, ...more, anyOf: [...new Set(same.flatMap(({ anyOf }) => anyOf))] } : [];
  });
}

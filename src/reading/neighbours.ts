import type { Lexicon } from '../lexicon/lexicon.ts';
import { holdersInTime } from '../lexicon/offices.ts';
import type { Annotated } from './annotation.ts';
import { isCue, isName } from './annotation.ts';
import { typed } from './blank.ts';
import { successorNote } from './notes.ts';
import type { Constraint, Query } from './query.ts';

type Side = 'before' | 'after';

/** Who stands next to somebody in one of these posts, else in the one in which the record tells of them most often. */
export function neighbourOf(
  person: string,
  side: Side,
  posts: readonly string[],
  lexicon: Lexicon,
): string | undefined {
  const { people, consultations } = lexicon.knowledge;
  const titles = consultations.flatMap(({ participants }) =>
    participants.flatMap((one) => (one.person === person ? [one.office.en] : [])),
  );
  const times = (title: string) => titles.filter((each) => each === title).length;
  const offices = people.get(person)?.offices ?? [];
  const named = offices.filter(({ post }) => posts.includes(post));
  const [held] = (named.length > 0 ? named : offices).toSorted((a, b) => times(b.en) - times(a.en));
  const holders = holdersInTime(lexicon.posts.get(held?.post ?? ''));
  const at = holders.lastIndexOf(person);
  const isOther = (id: string) => id !== person;
  return side === 'after' ? holders.slice(at).find(isOther) : holders.slice(0, at).findLast(isOther);
}

/** The same asked of whoever stands next to somebody, and of nobody else called so. */
export function askedOf(next: Constraint, side: Side, person: string, query: Query, { knowledge }: Lexicon): Query {
  const [one, other] = [knowledge.people.get(person), knowledge.people.get(next.anyOf[0] ?? '')];
  if (one === undefined || other === undefined) return query;
  const posts = one.offices.map(({ post }) => post);
  const isOfPost = ({ role, anyOf }: Constraint) => role === 'post' && anyOf.some((post) => posts.includes(post));
  const isHe = ({ role, anyOf }: Constraint) => role === 'person' && anyOf.includes(person);
  // Of one who held the post on the other side of him as well only the term next to his is meant.
  const shared = one.offices.filter(({ post }) => other.offices.some((each) => each.post === post));
  const day = (side === 'after' ? shared.at(-1)?.to : shared.at(-1)?.from) ?? null;
  const isBeyond = ({ post, from, to }: (typeof other.offices)[number]) =>
    shared.some((each) => each.post === post) &&
    day !== null &&
    (side === 'after' ? (from ?? to ?? day) < day : (to ?? from ?? day) > day);
  const period = side === 'after' ? { from: day, to: null } : { from: null, to: day };
  return {
    ...query,
    period: other.offices.some(isBeyond) ? (query.period ?? period) : query.period,
    succession: undefined,
    constraints: [next, ...query.constraints.filter((each) => !isOfPost(each) && !isHe(each))],
    notes: [...query.notes, successorNote(side, other.names, one.names)],
  };
}

/** "Who did Kihara's predecessor meet", 前任者が会ったのは: a deed is asked for, and not who that was. */
export function ofNeighbour(query: Query, annotated: Annotated, lexicon: Lexicon): Query {
  return ofPrevious(query, annotated, lexicon) ?? ofNamed(query, annotated, lexicon);
}

/** 前の防衛大臣は誰と会った: whoever held the post before its latest holder. */
function ofPrevious(query: Query, { all }: Annotated, lexicon: Lexicon): Query | undefined {
  const at = all.findIndex((one, place) => isCue(one, 'order.previous') && isName(all[place + 1], 'office'));
  const [cue, office] = [all[at], all[at + 1]];
  const asked = query.constraints.find(({ role, span }) => role === 'post' && span?.[0] === office?.span[0]);
  const [post = '', ...others] = asked?.anyOf ?? [];
  const latest = holdersInTime(lexicon.posts.get(post)).at(-1);
  if (cue === undefined || others.length > 0 || latest === undefined || OF_POSTS.has(query.ask)) return undefined;
  const next = neighbourOf(latest, 'before', [post], lexicon);
  return next === undefined ? undefined : askedOf(typed(cue, 'person', [next]), 'before', latest, query, lexicon);
}

function ofNamed(query: Query, annotated: Annotated, lexicon: Lexicon): Query {
  const { succession: side, ask, constraints } = query;
  const cue = annotated.all.find((one) => isCue(one, 'succession.*'));
  if (cue === undefined || side === undefined || side === 'both' || OF_POSTS.has(ask)) return query;
  const people = constraints.filter(({ role }) => role === 'person');
  const isAfter = ({ span }: Constraint) => (span?.[0] ?? 0) > cue.span[0];
  const isOfNext =
    annotated.language === 'en' && isCue(annotated.all[annotated.all.indexOf(cue) + 1], 'rel.of', 'rel.to');
  const him = isOfNext ? people.find(isAfter) : people.findLast((each) => !isAfter(each));
  const posts = constraints.flatMap(({ role, anyOf }) => (role === 'post' ? anyOf : []));
  const [person = '', ...others] = him?.anyOf ?? [];
  const next = others.length === 0 ? neighbourOf(person, side, posts, lexicon) : undefined;
  return next === undefined ? query : askedOf(typed(cue, 'person', [next]), side, person, query, lexicon);
}

export const OF_POSTS: ReadonlySet<Query['ask']> = new Set<Query['ask']>(['holder', 'succession', 'tenure', 'define']);

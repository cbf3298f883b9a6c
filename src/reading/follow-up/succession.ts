import { type Annotated, hasCue, idsOf, isCue, isName } from '../annotation.ts';
import { askedOf, neighbourOf, OF_POSTS } from '../neighbours.ts';
import { successorNote } from '../notes.ts';
import type { Constraint, Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { countedIn, periodCounted, pointsToThatDay } from './counted.ts';
import { bare, carried, peopleMeant, personConstraint, scopeOf } from './scope.ts';
import { namesIn, type Turn } from './turn.ts';

/** 「当時の大使は？」, "who was prime minister then?": whoever held the post on the day of the meeting shown. */
export function holdersThen(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous, lean } = turn;
  const isOfPost = namesIn(annotated).every((one) => isName(one, 'office', 'level', 'country')) && !lean.hasTime;
  const isOfMeetings = hasCue(annotated, 'meet.*', 'act.*', 'say', 'verb.*', 'ask.when', 'ask.where', 'ask.what');
  const isAsked = isOfPost && !isOfMeetings && pointsToThatDay(annotated) && countedIn(annotated) === undefined;
  const period = isAsked ? periodCounted(turn, { unit: 'day', by: 0, isFigure: false }) : undefined;
  const post = readings.flatMap(({ query }) => query.constraints).find(({ role }) => role === 'post');
  if (period === undefined || post === undefined) return [];
  const isNamed = annotated.all.some((one) => isName(one, 'office'));
  const meant = { ...post, strength: 'firm' as const, anyOf: isNamed ? post.anyOf : [mostHeld(post.anyOf, turn)] };
  const query: Query = { ...bare(previous), ask: 'holder', frame: 'person', period, constraints: [meant] };
  return [{ query, prior: 8, why: ['then'] }];
}

/** "Who is the ambassador, and since when?": the term of whoever was just told to hold the post. */
export function termOfHolder(turn: Turn): readonly Reading[] {
  const { annotated, previous, lean } = turn;
  const person = holderMeant(turn);
  const isOfTerm =
    hasCue(annotated, 'aspect.since', 'order.since', 'ask.tenure') && hasCue(annotated, 'ask.when', 'ask.tenure');
  const isAsked =
    isOfTerm && lean.names === 0 && !lean.hasTime && !hasCue(annotated, 'meet.*', 'act.*', 'say', 'verb.*');
  if (!isAsked || person === undefined || (previous.ask !== 'holder' && previous.ask !== 'succession')) return [];
  const posts = previous.constraints.filter(({ role }) => role === 'post').map(carried);
  const query: Query = {
    ...bare(previous),
    ask: 'tenure',
    frame: 'person',
    constraints: [personConstraint(person), ...posts],
  };
  return [{ query, prior: 8, why: ['term'] }];
}

/** Of the posts whose holders are called ambassador, the one whose holders met most often. */
function mostHeld(posts: readonly string[], { lexicon: { knowledge } }: Turn): string {
  const { people, consultations } = knowledge;
  const attended = consultations.flatMap(({ participants }) => participants);
  const times = (post: string) =>
    attended.filter(({ person, office }) =>
      people.get(person)?.offices.some((held) => held.post === post && held.en === office.en),
    ).length;
  return posts.toSorted((a, b) => times(b) - times(a))[0] ?? '';
}

/** "And his successor?"; after who holds a post, "and the one before that?" */
export function succession(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous } = turn;
  const step = stepAmongHolders(turn);
  const side = sideOf(annotated) ?? step;
  const person = holderMeant(turn);
  const isOfOthers = !namesIn(annotated).every((one) => isName(one, 'office', 'level'));
  if (side === undefined || person === undefined) return [];
  if ((isOfOthers || isOfMeeting(annotated)) && step === undefined) return deedsOfSuccessor(person, side, turn);
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
  return [...ofSuccessor(person, side, turn), { query, prior: step === undefined ? 5 : 7, why: ['succession'] }];
}

/** 「後任は？」 after whom somebody met: the same is asked of the one who followed him, where the record holds it. */
function ofSuccessor(person: string, side: 'before' | 'after', turn: Turn): readonly Reading[] {
  const { previous, lean, lexicon } = turn;
  const { constraints } = scopeOf(previous);
  const isOfHim = constraints.some(({ role, anyOf }) => role === 'person' && anyOf.includes(person));
  const next = isOfHim && !lean.hasWh && !OF_POSTS.has(previous.ask) ? nextInPost(person, side, turn) : undefined;
  const [names, others] = [next ?? '', person].map((id) => lexicon.knowledge.people.get(id)?.names);
  if (next === undefined || names === undefined || others === undefined) return [];
  const query: Query = {
    ...previous,
    ask: previous.ask,
    period: null,
    frame: 'inherits',
    constraints: constraints.map((one) =>
      one.role === 'person' && one.anyOf.includes(person) ? personConstraint(next) : carried(one),
    ),
    notes: [successorNote(side, names, others)],
  };
  return [{ query, prior: 6, why: ['successor'] }];
}

/** 「後任の大使が総理を表敬した日は？」: what the turn asks is asked of the one who stands next to him, and of nobody else called so. */
function deedsOfSuccessor(person: string, side: 'before' | 'after', turn: Turn): readonly Reading[] {
  const next = nextInPost(person, side, turn);
  if (next === undefined) return [];
  const readings = turn.readings.filter(({ query }) => query.ask !== 'succession');
  return readings.map(({ query, prior }) => ({
    query: { ...askedOf(personConstraint(next), side, person, query, turn.lexicon), frame: 'person' },
    prior: prior + 3,
    why: ['successor'],
  }));
}

/** Who stands next to somebody in the post in which the meeting shown tells of him, by when their terms began. */
function nextInPost(person: string, side: 'before' | 'after', { previous, lexicon }: Turn): string | undefined {
  const { people, consultations } = lexicon.knowledge;
  const shown = consultations.find(({ id }) => id === previous.answered?.[0]);
  const title = shown?.participants.find((one) => one.person === person)?.office.en;
  const offices = people.get(person)?.offices ?? [];
  const { post } = offices.find(({ en }) => en === title) ?? offices.at(-1) ?? {};
  return neighbourOf(person, side, post === undefined ? [] : [post], lexicon);
}

const isOfMeeting = (annotated: Annotated) => hasCue(annotated, 'meet.meet', 'meet.visit', 'meet.face');

/** 「大使の後任は？」: of those just told of the one who is called so, else the likeliest. */
function holderMeant({ annotated, previous, lexicon }: Turn): string | undefined {
  const meant = peopleMeant(previous);
  // "When did his successor call on the prime minister": that post is of whom he met.
  const isMet = isOfMeeting(annotated);
  const posts = annotated.all.flatMap((one) =>
    isCue(one, 'noun.person') ? lexicon.postsCalled(one.text) : isMet ? [] : idsOf(one, 'office'),
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
  const isBeforeHim = hasCue(annotated, 'pronoun') && hasCue(annotated, 'rel.before');
  if (isBeforeHim || hasCue(annotated, 'order.previous', 'order.again')) return 'before';
  return hasCue(annotated, 'order.next') ? 'after' : undefined;
}

function sideOf(annotated: Annotated): 'before' | 'after' | undefined {
  if (hasCue(annotated, 'succession.before')) return 'before';
  return hasCue(annotated, 'succession.after') ? 'after' : undefined;
}

import type { EntityKind } from '../../lexicon/surface.ts';
import { only } from '../../lists.ts';
import { type Annotated, hasCue, idsOf, isCue, isName } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { askedOf, neighbourOf, OF_POSTS } from '../neighbours.ts';
import { listed } from '../patterns.ts';
import { type Constraint, idsIn, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { periodCounted, pointsToThatDay } from './counted.ts';
import { bare, carried, peopleMeant, personConstraint } from './scope.ts';
import { namesIn, type Turn } from './turn.ts';

type Side = 'before' | 'after';

/** 「当時の大使は？」, "who was prime minister then?": whoever held the post on the day of the meeting shown. */
export function holdersThen(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous, counted } = turn;
  const isOfPost = namesOnly(turn, 'office', 'level', 'country') && !asksOfMeetings(annotated);
  const isAsked = isOfPost && pointsToThatDay(annotated) && counted === undefined;
  const period = isAsked ? periodCounted(turn, { unit: 'day', by: 0, isFigure: false }) : undefined;
  const post = readings.flatMap(({ query }) => query.constraints).find(isPost);
  if (period === undefined || post === undefined) return [];
  const isNamed = annotated.all.some((one) => isName(one, 'office'));
  const meant = { ...post, strength: 'firm' as const, anyOf: isNamed ? post.anyOf : [mostHeld(post.anyOf, turn)] };
  const query: Query = { ...bare(previous), ask: 'holder', frame: 'person', period, constraints: [meant] };
  return [{ query, prior: 8, why: ['then'] }];
}

/** "And who holds it now?", 今は誰がやってる: whoever holds the post of the one just told of. */
export function holderNow(turn: Turn): readonly Reading[] {
  const { previous, wording } = turn;
  const isOfPosts = isOfHolders(previous.ask) || previous.ask === 'define';
  const person = isOfPosts ? peopleMeant(previous)[0] : undefined;
  if (!wording.holds('held-now') || namesIn(turn.annotated).length > 0 || person === undefined) return [];
  const named = idsOfAll(previous.constraints.filter(isPost));
  const post = assumed('post', named.length > 0 ? named : postShown(person, turn), { origin: 'carried' });
  return [
    { query: { ...bare(previous), ask: 'holder', frame: 'person', constraints: [post] }, prior: 8, why: ['now'] },
  ];
}

/** "Who is the ambassador, and since when?", "until when did the one before serve?": the term of whoever was just told of, or stood next to him. */
export function termOfHolder(turn: Turn): readonly Reading[] {
  const { annotated, previous, scope, lexicon } = turn;
  const isOfTerm =
    hasCue(annotated, 'ask.tenure', 'ask.left') ||
    (hasCue(annotated, 'ask.when') && hasCue(annotated, 'aspect.since', 'aspect.valid', 'order.since', 'tenure.*'));
  const posts = previous.constraints.filter(isPost).map(carried);
  const side = sideOf(annotated) ?? stepAmongHolders(turn);
  const one = isOfHolders(previous.ask) ? holderMeant(turn) : only(idsIn(scope, 'person'));
  const person = side === undefined || one === undefined ? one : neighbourOf(one, side, idsOfAll(posts), lexicon);
  if (!isOfTerm || !namesOnly(turn, 'office') || annotated.all.some(isOfDeeds) || person === undefined) return [];
  const aspect = hasCue(annotated, 'ask.left', 'tenure.end') ? ('until' as const) : undefined;
  return [{ query: { ...ofPerson('tenure', person, posts, previous), aspect }, prior: 8, why: ['term'] }];
}

/** Whether nothing is named but by what it is, and no time. */
const namesOnly = ({ annotated, lean }: Turn, ...kinds: readonly EntityKind[]) =>
  !lean.hasTime && namesIn(annotated).every((one) => isName(one, ...kinds));

const isOfDeeds = listed('of-deeds');
/** Something that was done or said is asked about, and not who held the post. */
const asksOfMeetings = ({ all }: Annotated) =>
  all.some((one) => isOfDeeds(one) || isCue(one, 'noun.meeting', 'ask.when', 'ask.where'));

const isPost = ({ role }: Constraint) => role === 'post';
const isOfHolders = (ask: Query['ask'] | undefined) => ask === 'holder' || ask === 'succession' || ask === 'tenure';
const idsOfAll = (constraints: readonly Constraint[]) => constraints.flatMap(({ anyOf }) => anyOf);

const ofPerson = (ask: Query['ask'], person: string, posts: readonly Constraint[], previous: Query): Query => ({
  ...bare(previous),
  ask,
  frame: 'person',
  constraints: [personConstraint(person), ...posts],
});

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

/** "And his successor?"; after who holds a post, "and the one before that?"; 「後任の大使が総理を表敬した日は？」 */
export function succession(turn: Turn): readonly Reading[] {
  const { annotated, readings, previous } = turn;
  const step = stepAmongHolders(turn);
  const side = sideOf(annotated) ?? step;
  const person = holderMeant(turn);
  if (side === undefined || person === undefined) return [];
  const isOfOthers = !namesIn(annotated).every((one) => isName(one, 'office', 'level'));
  if ((isOfOthers || isOfMeeting(annotated)) && step === undefined) return ofNext(person, side, turn, true);
  const own = readings[0]?.query.constraints.filter(isPost) ?? [];
  const posts = own.length > 0 ? own : previous.constraints.filter(isPost).map(carried);
  const query = { ...ofPerson('succession', person, posts, previous), succession: side };
  const asked = { query, prior: step === undefined ? 5 : 7, why: ['succession'] };
  return [...ofNext(person, side, turn, false), asked];
}

/**
 * Of the one who stands next to him, and of nobody else called so: what the turn asks (`asksItself`), or 「後任は？」 after whom somebody met, what
 * was asked of that one. After who the successor is, that is the one just told of.
 */
function ofNext(person: string, side: Side, turn: Turn, asksItself: boolean): readonly Reading[] {
  const { previous, scope, lean, lexicon } = turn;
  const [asked] = idsIn(previous, 'person');
  const isTold = previous.succession === side && asked !== undefined;
  const [from, next] = isTold ? [asked, person] : [person, neighbourOf(person, side, postShown(person, turn), lexicon)];
  if (next === undefined) return [];
  const of = (query: Query) => askedOf(personConstraint(next), side, from, query, lexicon);
  if (asksItself)
    return turn.readings
      .filter(({ query }) => query.ask !== 'succession')
      .map(({ query, prior }) => ({ query: { ...of(query), frame: 'person' }, prior: prior + 3, why: ['successor'] }));
  const constraints = scope.constraints.map(carried);
  const isOfHim = constraints.some(({ role, anyOf }) => role === 'person' && anyOf.includes(person));
  if (!isOfHim || lean.hasWh || OF_POSTS.has(previous.ask)) return [];
  const query = of({ ...previous, period: null, frame: 'inherits', constraints, notes: [] });
  return [{ query, prior: 6, why: ['successor'] }];
}

/** The post in which the meeting shown tells of somebody, else his latest. */
function postShown(person: string, { previous, lexicon }: Turn): readonly string[] {
  const { people, consultations } = lexicon.knowledge;
  const shown = consultations.find(({ id }) => id === previous.answered?.[0]);
  const title = shown?.participants.find((one) => one.person === person)?.office.en;
  const offices = people.get(person)?.offices ?? [];
  return [offices.find(({ en }) => en === title) ?? offices.at(-1)].flatMap((held) => held?.post ?? []);
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
function stepAmongHolders(turn: Turn): Side | undefined {
  const { annotated, readings, previous } = turn;
  const isAfterHolders = [previous.ask, readings[0]?.query.ask].some(isOfHolders);
  if (!isAfterHolders || asksOfMeetings(annotated) || !namesOnly(turn, 'office')) return undefined;
  const isBeforeHim = hasCue(annotated, 'pronoun') && hasCue(annotated, 'rel.before');
  if (isBeforeHim || hasCue(annotated, 'order.previous', 'order.again')) return 'before';
  return hasCue(annotated, 'order.next') ? 'after' : undefined;
}

function sideOf(annotated: Annotated): Side | undefined {
  if (hasCue(annotated, 'succession.before')) return 'before';
  return hasCue(annotated, 'succession.after') ? 'after' : undefined;
}

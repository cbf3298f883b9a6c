import { idsOf, inTime, newestFirst } from '../../knowledge/in-time.ts';
import type { Consultation, Participant } from '../../knowledge/schema.ts';
import { ahead } from '../../lists.ts';
import { idsIn, type Query } from '../../reading/query.ts';
import { answered, type Draft, type Line, notFound, opened } from '../draft.ts';
import type { Given } from '../given.ts';
import { countryName, namesOf, personName } from '../names.ts';
import { notedOn } from '../record-notes.ts';
import { attendee, tell } from '../told.ts';
import { attendedLine, type Composer, meetingLine, statementLines, summaryLine } from './lines.ts';
import { meetingLines } from './list.ts';
import { meant, saidOn } from './points.ts';
import type { Side } from './sides.ts';
import { seatsOf } from './structure.ts';
import { holds } from './terms.ts';
import { composeWhat } from './what.ts';

/** People named in a first line; the rest are counted. */
const mostNamed = 7;
/** More holders of a post than this are called by the post. */
const mostOf = 2;

/** Who of those present is asked for. */
type Wanted = {
  has(participant: Participant): boolean;
  /** Those it was about, by name or post, where the others are asked for. */
  readonly of?: readonly string[];
  /** The country whose people are asked for. */
  readonly side?: string;
};

const EVERYBODY: Wanted = { has: () => true };

/** Who took part, with offices as held that day. Opens with the names asked for: everybody, one side, the other party, holders of a post. */
export const composeWho: Composer = (given) => counted(participants(given), given);

/** Asked how many people, opens with the number of those that the draft is about. */
export function counted(draft: Draft | undefined, { query, knowledge, say }: Given): Draft | undefined {
  if (draft?.status !== 'answered' || query.measure !== 'count') return draft;
  const main = knowledge.consultations.find(({ id }) => id === draft.consultations[0]);
  const people = new Set(draft.focus ?? main?.participants.map(({ person }) => person));
  return people.size === 0 ? draft : opened(draft, (sentence) => say.peopleNamed(people.size, sentence));
}

function participants(given: Given): Draft | undefined {
  const { query, found } = given;
  if (query.whose === 'speaker') return withNames(composeWhat(given), given);
  const fitting = inTime(meant(found.chosen, query), query.sort ?? 'newest').map(({ consultation }) => consultation);
  const having = ({ has }: Wanted) => fitting.filter(({ participants }) => participants.some(has));
  const others = othersAt(fitting, given);
  if (others !== undefined) return others;
  const wanted = wantedIn(given);
  const some = having(wanted);
  if (wanted !== EVERYBODY && some.length > 0) return ofThose(some, wanted, given);
  const all = ahead(fitting, ({ participants }) => participants.length > 0);
  const [chairs] = some.length === 0 ? chairsIn(all, given) : [];
  const setUp = found.chosen.filter(({ consultation }) => consultation.id === chairs?.consultation);
  if (chairs !== undefined) return answered(chairs, meetingLines(setUp, given));
  if (all.length === 1) return ofOne(all, given);
  if (having(EVERYBODY).length > 0) return ofThose(all, EVERYBODY, given);
  // Who usually sits there answers for meetings without names, and for no meeting at all only where no time is named.
  return (all.length > 0 || query.period === null ? seatsOf(given) : undefined) ?? ofOne(all, given);
}

/** "Who else was in the room?": at one meeting those who were not told of before. */
function othersAt([main, ...more]: readonly Consultation[], given: Given): Draft | undefined {
  const told = idsIn({ constraints: given.query.apart ?? [] }, 'person');
  if (main === undefined || more.length > 0 || !main.participants.some(({ person }) => told.includes(person))) return;
  const others: Wanted = { has: ({ person }) => !told.includes(person) };
  if (main.participants.some(others.has)) return ofThose([main], others, given);
  return answered(meetingLine(main, given, given.say.nobodyElse));
}

/** Asked who did it, "the two leaders" is no name: who they were follows where the statement names nobody, in whichever language. */
function withNames(draft: Draft | undefined, given: Given): Draft | undefined {
  const point = draft?.headline.point;
  if (draft === undefined || point === undefined || point.consultation.participants.length === 0) return draft;
  const { consultation, outcome } = point;
  const isNamed = consultation.participants.some(({ person }) => {
    const family = given.knowledge.people.get(person)?.family;
    return family !== undefined && (outcome.ja.includes(family.ja) || outcome.en.includes(family.en));
  });
  return isNamed ? draft : { ...draft, lines: [attendedLine(consultation, given), ...draft.lines] };
}

/** Who chairs a body in words that a meeting without names set up, where its record says so beside its outcomes. */
function chairsIn(all: readonly Consultation[], given: Given): readonly Line[] {
  const { query } = given;
  const isOfBody = query.whose === 'role' && query.constraints.some(({ role }) => role === 'word');
  if (!isOfBody || all.some(({ participants }) => participants.length > 0)) return [];
  return all.flatMap((main) => {
    const said = notedOn(main, /議長|\bco-chair|\bchair/, given);
    return said === undefined ? [] : [meetingLine(main, given, () => given.say.explained(said))];
  });
}

/** Everybody at one meeting, with what was said where a subject was asked about. */
function ofOne([main]: readonly Consultation[], given: Given): Draft | undefined {
  if (main === undefined) return undefined;
  const findings = given.found.chosen.filter(({ consultation }) => consultation === main);
  const said = findings.flatMap((each) => saidOn(each, given.query) ?? []);
  // Without names the meeting is on record, but what was asked of it is not.
  const draft = main.participants.length === 0 ? notFound : answered;
  return draft(attendedLine(main, given), statementLines(said, given));
}

/** Those asked for: at one meeting in a sentence of their own, at several each once with how often, then meeting by meeting. */
function ofThose(all: readonly Consultation[], wanted: Wanted, given: Given): Draft | undefined {
  const { say, scope } = given;
  const people = countedPeople(all, wanted);
  const focus = people.map(({ participant }) => participant.person);
  const side = wanted.side === undefined ? null : countryName(wanted.side, given);
  const told = (each: Consultation) =>
    tell({ ...each, participants: each.participants.filter((one) => wanted.has(one)) }, given);
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    const text = wanted.of ? say.met(wanted.of, told(first)) : say.attendedFor(side, told(first));
    const alone = meetingLine(first, given, () => text);
    return answered(alone, [], { focus });
  }
  const shown = people.slice(0, mostNamed);
  const more = people.length - shown.length;
  const names = shown.map(({ participant, count }) => say.times(say.attendees([attendee(participant, given)]), count));
  const line = (each: Consultation) => {
    if (wanted === EVERYBODY) return attendedLine(each, given);
    return meetingLine(each, given, (whole) => (wanted.of ? say.full(whole) : say.attendedFor(side, told(each))));
  };
  const headline = () => {
    if (wanted.of) return say.metWith(say.names(wanted.of), names, more, scope);
    return side === null ? say.participants(scope, names, more) : say.tookPartFor(side, names, more);
  };
  const meetings = shown.map(({ at }) => at);
  return answered(summaryLine(headline(), meetings), all.map(line), { focus });
}

/** Which of those present are asked for. */
function wantedIn(given: Given): Wanted {
  const { query, found } = given;
  // The soft posts only tell which Hayashi is meant.
  const firm = query.constraints.filter(({ strength }) => strength === 'firm');
  const [posts, sides, people] = [idsIn({ constraints: firm }, 'post'), idsIn(query, 'side'), idsIn(query, 'person')];
  // Who chaired it for one side, where nobody is named as chair: those of that side.
  const isOfSide = query.whose === 'side' || (query.whose === 'role' && posts.length === 0);
  if (isOfSide && sides.length > 0) return ofSides(sides, posts, given);
  // "Which Japanese defense ministers met Austin": the holders, and not whom both met.
  if ((query.whose === undefined || query.whose === 'role') && areOfOtherSide(people, posts, given))
    return {
      has: (each) => holds(each, posts, given),
      of: people.map((id) => given.say.person(personName(id, given))),
    };
  if (query.whose === 'role' && posts.length > 0)
    return { has: (each) => holds(each, ofFirst(query, posts), given) && !people.includes(each.person) };
  // Everybody at one meeting of somebody's is told in full; at several, those met are.
  const isOfOne = people.length === 1 || (people.length === 0 && posts.length > 0);
  const isOfThem = query.whose === undefined && isOfOne && found.chosen.length > 1;
  return query.whose === 'counterpart' || isOfThem ? counterparts(posts, given) : EVERYBODY;
}

/** "Which American secretaries of state": of that side those in the post. */
function ofSides(sides: readonly string[], posts: readonly string[], given: Given): Wanted {
  const [side, ...others] = sides;
  const own = posts.filter((id) => sides.includes(given.knowledge.posts.get(id)?.country ?? ''));
  return {
    has: (each) => sides.includes(each.country) && (own.length === 0 || holds(each, own, given)),
    ...(side !== undefined && others.length === 0 ? { side } : {}),
  };
}

/** "Which commanders called on the defense minister": the post that is asked for stands first in English and last in Japanese. */
function ofFirst({ constraints, language }: Query, posts: readonly string[]): readonly string[] {
  const asked = constraints
    .filter(({ role, strength }) => role === 'post' && strength === 'firm')
    .sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
  return asked.at(language === 'ja' ? -1 : 0)?.anyOf ?? posts;
}

/** Whether posts of one country are asked about beside people of others. */
function areOfOtherSide(people: readonly string[], posts: readonly string[], { knowledge }: Given): boolean {
  const own = new Set(posts.map((id) => knowledge.posts.get(id)?.country));
  const isOther = (id: string) => !own.has(knowledge.people.get(id)?.country);
  return posts.length > 0 && people.length > 0 && people.every(isOther);
}

/** Those across the table from the people or the holders of a post it was about. */
function counterparts(posts: readonly string[], given: Given): Wanted {
  const { query, found, say } = given;
  const people = idsIn(query, 'person');
  const isOwn = (each: Participant) => people.includes(each.person) || holds(each, posts, given);
  const own = found.chosen.flatMap(({ consultation }) => consultation.participants.filter(isOwn));
  if (own.length === 0) return EVERYBODY;
  const countries = new Set(own.map(({ country }) => country));
  const ids = [...new Set(own.map(({ person }) => person))];
  const of =
    ids.length > mostOf
      ? query.constraints.filter(({ role }) => role === 'post').flatMap((each) => namesOf(each, given))
      : ids.map((id) => say.person(personName(id, given)));
  return { has: (each) => !countries.has(each.country), of };
}

/** Each person once, those who were there most often first; else in the order of the meetings. */
function countedPeople(all: readonly Consultation[], { has }: Wanted) {
  const seen = all.flatMap((at) => at.participants.filter(has).map((participant) => ({ participant, at })));
  const grouped = [...Map.groupBy(seen, ({ participant }) => participant.person).values()];
  return grouped
    .flatMap((each) => {
      // By the post in which they were there most often.
      const inPosts = [...Map.groupBy(each, ({ participant }) => participant.office.en).values()];
      const [first] = inPosts.toSorted((a, b) => b.length - a.length)[0] ?? [];
      return first === undefined ? [] : [{ ...first, count: each.length }];
    })
    .sort((a, b) => b.count - a.count);
}

/** Who took part on each of several sides: whether they were the same people, and who of them were. Then who was at each meeting. */
export function atBoth(sides: readonly Side[], given: Given): Draft | undefined {
  const { query, say } = given;
  const meetings = newestFirst(sides.flatMap(({ findings }) => findings)).map(({ consultation }) => consultation);
  const present = sides.map(({ findings, query: { constraints } }) => {
    const asked = idsIn({ constraints }, 'side');
    const all = findings.flatMap(({ consultation }) => consultation.participants);
    return all.filter(({ country }) => asked.length === 0 || asked.includes(country));
  });
  if (sides.some(({ findings }) => findings.length === 0)) return undefined;
  const lines = meetings.map((each) => attendedLine(each, given));
  const [unnamed] = meetings.filter(({ participants }) => participants.length === 0);
  // Whom the record does not name may have been there.
  if (unnamed !== undefined) return notFound(attendedLine(unnamed, given), lines);
  const people = present.map((all) => new Map(all.map((each) => [each.person, each])));
  const [first = new Map()] = people;
  const shared = [...first.values()].filter(({ person }) => people.every((all) => all.has(person)));
  const names = shared.map(({ person }) => personName(person, given));
  const isSame = people.every(({ size }) => size === shared.length);
  const called = sides.map(({ name }) => name);
  const text = say.atBoth(called, names, isSame);
  const consultations = idsOf(meetings.map((consultation) => ({ consultation })));
  const focus = shared.map(({ person }) => person);
  const draft = answered(summaryLine(text, meetings.slice(0, sides.length)), lines, { consultations, focus });
  return query.yesNo ? opened(draft, isSame ? say.yes : say.no) : draft;
}

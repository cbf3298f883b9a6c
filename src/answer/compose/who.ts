import type { Consultation, Participant } from '../../knowledge/schema.ts';
import type { Role } from '../../reading/query.ts';
import { answered, type Draft } from '../draft.ts';
import type { Given } from '../given.ts';
import { namesOf, personName } from '../names.ts';
import { attendee, countryName } from '../told.ts';
import { attendedLine, type Composer, inTime, meetingLine, statementLine, summaryLine, toldOf } from './lines.ts';
import { meant, saidOn } from './points.ts';
import { composeWhat } from './what.ts';

/** People named in a first line; the rest are counted. */
const mostNamed = 7;

/** More holders of a post than this are called by the post. */
const mostOf = 2;

/** Who took part, with offices as held that day. Opens with the names asked for: everybody, one side, the other party, holders of a post. */
export const composeWho: Composer = (given) => {
  const { query, found } = given;
  if (query.whose === 'speaker') return composeWhat(given);
  const fitting = inTime(meant(found.chosen, query), query.sort ?? 'newest').map(({ consultation }) => consultation);
  const named = [...fitting.filter(namesPeople), ...fitting.filter((each) => !namesPeople(each))];
  const [main, ...others] = named;
  if (main === undefined) return undefined;
  const wanted = wantedIn(given);
  const some = wanted && named.filter(({ participants }) => participants.some((each) => wanted.has(each)));
  if (wanted !== undefined && some !== undefined && some.length > 0) return ofThose(some, wanted, given);
  return others.length === 0 ? ofOne(main, given) : ofMany(named, given);
};

/** Everybody at one meeting, with what was said where a subject was asked about. */
function ofOne(main: Consultation, given: Given): Draft {
  const told = toldOf(given, main);
  const points = given.found.chosen
    .filter(({ consultation }) => consultation === main)
    .flatMap((each) => saidOn(each, given) ?? []);
  const draft = answered(
    attendedLine(main, given),
    points.map((each) => statementLine(each, given)),
    { consultations: [main.id] },
  );
  // The meeting is on record, but what was asked of it is not.
  return told.attendees.length === 0 ? { ...draft, status: 'not-found' } : draft;
}

/** Everybody at several meetings: each person once, then meeting by meeting. */
function ofMany(all: readonly Consultation[], given: Given): Draft {
  const { say, scope } = given;
  const people = countedPeople(all, () => true);
  const shown = people.slice(0, mostNamed);
  const names = shown.map((each) => say.times(say.attendees([attendeeIn(each.participant, given)]), each.count));
  return answered(
    summaryLine(
      say.participants(scope, names, people.length - shown.length),
      shown.map(({ at }) => at),
    ),
    all.map((each) => attendedLine(each, given)),
    { consultations: all.map(({ id }) => id), focus: people.map(({ participant }) => participant.person) },
  );
}

type Wanted = {
  has(participant: Participant): boolean;
  /** Those it was about, by name or post, where the others are asked for. */
  readonly of?: readonly string[];
  /** The country whose people are asked for. */
  readonly side?: string;
};

/** Which of those present are asked for; `undefined` for all of them. */
function wantedIn(given: Given): Wanted | undefined {
  const { query, found } = given;
  const [posts, sides] = [askedFor('post', given), askedFor('side', given)];
  const [side, ...otherSides] = sides;
  const own = posts.filter((id) => sides.includes(given.knowledge.posts.get(id)?.country ?? ''));
  switch (query.whose) {
    case 'side':
      if (side === undefined) return undefined;
      return {
        // "Which American secretaries of state": of that side those in the post.
        has: (each) => sides.includes(each.country) && (own.length === 0 || holds(each, own, given)),
        ...(otherSides.length === 0 ? { side } : {}),
      };
    case 'role':
      return posts.length === 0 ? undefined : { has: (each) => holds(each, posts, given) };
    case 'counterpart':
      return counterparts(posts, given);
    case 'speaker':
      return undefined;
    case 'everybody':
    case undefined: {
      // Everybody at one meeting of somebody's is told in full; at several, those met are.
      const people = askedFor('person', given);
      // "Which Japanese defense ministers met Austin": the holders, and not whom both met.
      if (isHolderOfOtherSide(people, posts, given))
        return {
          has: (each) => holds(each, posts, given),
          of: people.map((id) => given.say.person(personName(id, given))),
        };
      const isOfOne = people.length === 1 || (people.length === 0 && posts.length > 0);
      return isOfOne && found.chosen.length > 1 ? counterparts(posts, given) : undefined;
    }
  }
}

/** Whether posts of one country are asked about beside people of others. */
function isHolderOfOtherSide(people: readonly string[], posts: readonly string[], { knowledge }: Given): boolean {
  const own = new Set(posts.map((id) => knowledge.posts.get(id)?.country));
  const isOther = (id: string) => !own.has(knowledge.people.get(id)?.country);
  return posts.length > 0 && people.length > 0 && people.every(isOther);
}

/** Those across the table from the people or the holders of a post it was about. */
function counterparts(posts: readonly string[], given: Given): Wanted | undefined {
  const { query, found, say } = given;
  const people = askedFor('person', given);
  const isOwn = (each: Participant) => people.includes(each.person) || holds(each, posts, given);
  const own = found.chosen.flatMap(({ consultation }) => consultation.participants.filter(isOwn));
  if (own.length === 0) return undefined;
  const countries = new Set(own.map(({ country }) => country));
  const ids = [...new Set(own.map(({ person }) => person))];
  const of =
    ids.length > mostOf
      ? query.constraints.filter(({ role }) => role === 'post').flatMap((each) => namesOf(each, given))
      : ids.map((id) => say.person(personName(id, given)));
  return { has: (each) => !isOwn(each) && !countries.has(each.country), of };
}

function askedFor(role: Role, { query }: Given): readonly string[] {
  return query.constraints.filter((each) => each.role === role && !each.negated).flatMap(({ anyOf }) => anyOf);
}

/** Those asked for: at one meeting in a sentence of their own, at several each once with how often. */
function ofThose(all: readonly Consultation[], wanted: Wanted, given: Given): Draft {
  const { say, scope, knowledge, language } = given;
  const people = countedPeople(all, (each) => wanted.has(each));
  const focus = people.map(({ participant }) => participant.person);
  const consultations = all.map(({ id }) => id);
  const side = wanted.side === undefined ? null : countryName(wanted.side, knowledge, language);
  const lines = all.map((each) => meetingLine(say.attendedFor(side, toldOf(given, only(each, wanted))), each));
  const [first] = all;
  if (all.length === 1 && first !== undefined) {
    const told = toldOf(given, only(first, wanted));
    const text = wanted.of === undefined ? say.attendedFor(side, told) : say.met(wanted.of, told);
    return answered(meetingLine(text, first), [], { consultations, focus });
  }
  const shown = people.slice(0, mostNamed);
  const names = shown.map((each) => say.times(say.attendees([attendeeIn(each.participant, given)]), each.count));
  const more = people.length - shown.length;
  const text =
    wanted.of === undefined
      ? side === null
        ? say.participants(scope, names, more)
        : say.tookPartFor(side, names, more)
      : say.metWith(say.names(wanted.of), names, more, scope);
  const items = wanted.of === undefined ? lines : all.map((each) => meetingLine(say.full(toldOf(given, each)), each));
  return answered(
    summaryLine(
      text,
      shown.map(({ at }) => at),
    ),
    items,
    { consultations, focus },
  );
}

function only(consultation: Consultation, wanted: Wanted): Consultation {
  return { ...consultation, participants: consultation.participants.filter((each) => wanted.has(each)) };
}

function attendeeIn(participant: Participant, { knowledge, language }: Given) {
  return attendee(participant, knowledge, language);
}

/** Whether somebody sat there in one of these posts. */
function holds({ person, office }: Participant, posts: readonly string[], { knowledge }: Given): boolean {
  const offices = knowledge.people.get(person)?.offices ?? [];
  return offices.some((each) => posts.includes(each.post) && (each.en === office.en || each.ja === office.ja));
}

/** Each person once, those who were there most often first; else in the order of the meetings. */
function countedPeople(all: readonly Consultation[], isWanted: (participant: Participant) => boolean) {
  const seen = new Map<string, { participant: Participant; count: number; at: Consultation }>();
  for (const at of all) {
    for (const participant of at.participants.filter(isWanted)) {
      const known = seen.get(participant.person);
      seen.set(participant.person, {
        participant: known?.participant ?? participant,
        count: (known?.count ?? 0) + 1,
        at: known?.at ?? at,
      });
    }
  }
  return [...seen.values()].sort((a, b) => b.count - a.count);
}

function namesPeople({ participants }: Consultation): boolean {
  return participants.length > 0;
}

import { formatPeriod } from '../../time/format.ts';
import { DAYS_A_MONTH, type Elapsed, LONG_APART } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Attendee, Told } from '../told.ts';
import { aboutEn } from './about-en.ts';
import { asksEn } from './asks-en.ts';
import { bodiesEn } from './bodies-en.ts';
import type {
  Counted,
  Direction,
  FormCount,
  Grouping,
  Holder,
  Leaders,
  LevelCount,
  SourcePage,
  Term,
  Threshold,
  Timed,
} from './phrases.ts';
import { placed } from './place-en.ts';
import { FORMATS, inPeriod, plural, scope, scopeNoun } from './scope-en.ts';
import {
  behind,
  bySide,
  calledOn,
  capital,
  during,
  ended,
  isSeveral,
  joined,
  joinedDays,
  lengthOf,
  levelWords,
  monthOnly,
  named,
  names,
  occasionOf,
  on,
  onMargins,
  opensWith,
  opensWithBody,
  ordinal,
  side,
  span,
  the,
  titled,
  took,
  tookPart,
  where,
  withMore,
} from './words-en.ts';

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

/** Answers' sentences in English. */
export const en = {
  ...aboutEn,
  ...bodiesEn,
  ask: asksEn,

  /** With offices, joined by "and". */
  attendees: (people: readonly Attendee[]) => joined(people.map(named)),
  /** A, B and C. */
  names: joined,
  /** A person without an office: 石破茂氏. */
  person: (name: string) => name,
  /** The thing asked about: 2025年の日米首脳会談 / Japan–U.S. summit meetings in 2025. */
  scope: (about: Scope) => scope(about, 2),
  /** A name, and how often where more than once. */
  times,

  // One consultation.
  /** Its name and day, over its statements. */
  heading: (told: Told) => `${told.date}, ${told.name}`,
  /** A consultation by its name and day, within a sentence. */
  meeting: (told: Told) => `${the(told.name)} ${on(told)}`,
  attended(told: Told) {
    const { attendees } = told;
    if (attendees.length === 0) return `The record does not name those who took part in ${the(told.name)} ${on(told)}.`;
    const who = joined(attendees.map(named));
    if (attendees.length === 1) return `${who} is the one participant on record at ${the(told.name)} ${on(told)}.`;
    if (attendees.length > 2)
      return ended(`Those taking part in ${the(told.name)} ${on(told)}${where(told)} were, ${sidesOf(attendees)}`);
    if (told.format === 'telephone') return `${who} spoke by telephone ${on(told)} (${told.name}).`;
    if (told.format === 'video') return `${who} met by video ${on(told)} (${told.name}).`;
    if (told.place !== null) return `${who} met ${placed(told.place)}${onMargins(told)} ${on(told)} (${told.name}).`;
    return `${who} took part in ${the(told.name)} ${on(told)}.`;
  },
  /** Who took part, the meeting being known. */
  present: ({ attendees }: Told) =>
    ended(
      attendees.length > 2
        ? `Those taking part were, ${sidesOf(attendees)}`
        : `${joined(attendees.map(named))} took part`,
    ),
  /** Some of those who took part, of one country where it is given; `told.attendees` are those alone. */
  attendedFor: (country: string | null, told: Told) => {
    const host = country === null ? null : calledOn(told);
    if (host !== null) return ended(`${joined(told.attendees.map(named))} called on ${host}${where(told)} ${on(told)}`);
    return ended(
      `${country === null ? '' : `For ${country}, `}${joined(told.attendees.map((each) => named(country === null ? each : { ...each, country: null })))} took part in ${the(told.name)} ${on(told)}${where(told)}`,
    );
  },
  /** Whom somebody met there; `told.attendees` are the others alone. */
  met(who: readonly string[], told: Told) {
    const others = joined(told.attendees.map(named));
    const verb = told.format === 'telephone' ? 'spoke by telephone with' : 'met';
    const at = told.format === 'telephone' ? '' : where(told);
    return `${joined(who)} ${verb} ${others}${at} ${on(told)} (${told.name}).`;
  },
  heldOn: (told: Told) => ended(`${capital(the(told.name))} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`),
  heldAt(told: Told) {
    const name = `${capital(the(told.name))} ${on(told)}`;
    if (told.place !== null) return ended(`${name} ${took(told)} ${placed(told.place)}${onMargins(told)}`);
    if (told.format === 'telephone') return `${name} was held by telephone and had no venue.`;
    if (told.format === 'video') return `${name} was held by video and had no venue.`;
    return `The record does not say where ${the(told.name)} ${on(told)} took place.`;
  },
  /** Beside those told of before the record names nobody. */
  nobodyElse: (told: Told) => `The record names nobody else at ${the(told.name)} ${on(told)}.`,
  /** Asked on the margins of which event it was held. */
  noOccasion: (told: Told) =>
    `The record names no larger event on whose margins ${the(told.name)} ${on(told)} was held.`,
  /** One line of a list: date, title, place. */
  item,
  /** The same, and who was there. */
  full(told: Told) {
    const shown = told.attendees.slice(0, namedInItem).map(named);
    if (shown.length === 0) return item(told);
    return `${ended(item(told))} ${told.isMeeting ? 'Present' : 'Announced by'}: ${withMore(shown, told.attendees.length - shown.length)}`;
  },
  /** A statement within its consultation: when and where it was said comes first. */
  framed: (told: Told, statement: string) => `${told.date}, ${told.name}: ${statement}`,
  /** The same as a full sentence, for a first line; `pair` are the family names of the two who met. */
  said(told: Told, statement: string, pair: readonly string[] | null) {
    if (opensWithBody(told.name, statement)) return `${capital(on(told))}, the ${statement.slice('The '.length)}`;
    const who = pair === null || pair[0] === pair[1] ? 'they' : pair.join(' and ');
    return behind(occasionOf(told, statement), statement, who, told.attendees);
  },
  /** The same for whoever asked when: the day comes first. */
  onTheDay: (told: Told, statement: string) =>
    behind(`${capital(on(told))}, ${during(told)} ${the(told.name)}`, statement, 'they', told.attendees),
  /** A statement alone, its consultation being known. */
  outcome: (text: string) => text,
  /** `place` counts from 1: the second latest is the latest but one. */
  extreme(which: 'first' | 'latest', told: Told, about: Scope, place: number) {
    const nth = place < 2 ? which : which === 'first' ? ordinal(place) : `${ordinal(place)} most recent`;
    const one = `The ${nth} ${scope(about, 1)}${onRecord(about)}`;
    if (names(scopeNoun(about, 1), told))
      return ended(`${one} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
    const was = /\b(?:talks|negotiations)\b/i.test(scopeNoun(about, 1)) ? 'were' : 'was';
    return ended(`${one} ${was} ${the(told.name)} ${on(told)}${where(told)}${monthOnly(told)}`);
  },
  since(told: Told, elapsed: Elapsed, today: string, about: Scope) {
    const last = names(scopeNoun(about, 1), told) ? on(told) : `${the(told.name)} ${on(told)}`;
    return `As of ${today}, it has been ${lengthOf(elapsed, told.dayKnown)} since the latest ${scope(about, 1)} on record: ${last}.`;
  },
  /** From one consultation or day to another. */
  between(one: Told | string, other: Told | string, elapsed: Elapsed) {
    const known = [one, other].every((each) => typeof each === 'string' || each.dayKnown);
    return `From ${side(one)} to ${side(other)} it was ${lengthOf(elapsed, known)}.`;
  },
  lasted: (told: Told, minutes: number) =>
    `${capital(the(told.name))} ${on(told)} lasted about ${minutes} minutes${minutes % 60 === 0 ? ` (${minutesOf(minutes)})` : ''}.`,
  /** Since when there had been none like it, the record does not tell. */
  gapUnknown: (told: Told) =>
    `The record does not tell since when there had been none like ${the(told.name)} ${on(told)}.`,
  /** How much longer the first of two was; that they were as long, where they were. */
  longerBy: (one: Timed, other: Timed) =>
    one.minutes === other.minutes
      ? `${capital(the(one.told.name))} ${on(one.told)} and ${the(other.told.name)} ${on(other.told)} both lasted about ${one.minutes} minutes.`
      : `${capital(the(one.told.name))} ${on(one.told)} lasted about ${one.minutes} minutes, about ${one.minutes - other.minutes} minutes longer than ${the(other.told.name)} ${on(other.told)} (about ${other.minutes} minutes).`,
  lengthUnknown: (told: Told) => `The record does not say how long ${the(told.name)} ${on(told)} lasted.`,
  /** How many of those that fit have a length on record. */
  lengthKnown: (known: number, all: number) => `The record gives the length of ${known} of these ${all} consultations.`,
  /** How many of those with a length on record were so long. */
  lengths: (about: Scope, count: number, { relation, count: minutes }: Threshold) =>
    `Of the ${scope(about, 2)} whose length is on record, ${count === 0 ? 'none' : count} lasted ${BOUNDS[relation]} ${minutesOf(minutes)}.`,
  /** None of those that fit has one. */
  noLengths: (about: Scope, count: number) =>
    `The record holds ${count} ${scope(about, count)} and does not say how long any of them lasted.`,
  documents: (told: Told, titles: readonly string[]) =>
    `${titles.length === 1 ? 'Document' : 'Documents'} of ${the(told.name)} ${on(told)}: ${joined(titles.map((title) => `“${title}”`))}.`,
  noDocuments: (told: Told) => `The record names no document of ${the(told.name)} ${on(told)}.`,
  /** How many meetings issued some. */
  documentsOf: (about: Scope, count: number) => `Documents are on record for ${count} ${scope(about, count)}:`,
  /** Of how many meetings papers say what was asked. */
  papersSaying: (count: number) => `It stands in papers of ${count} consultations on record:`,
  noOutcomes: (told: Told) => `The record does not say what was discussed at ${the(told.name)} ${on(told)}.`,

  // Several.
  /** `forms`: how many there were of each, where that is told. */
  counted: (about: Scope, count: number, [from, to]: readonly [string, string], forms: readonly FormCount[]) => {
    const met = whoMet(about);
    if (met !== undefined && !about.carried)
      return `On record, ${met} met or spoke ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}${span(from, to, count)}${ofForms(forms)}.`;
    return `${about.carried ? '' : 'The record holds '}${count} ${scope(about, count)}${span(from, to, count)}${ofForms(forms)}.`;
  },
  /** A number of meetings, and how far apart they were on average. */
  spaced: (told: string, days: number) =>
    `${told} On average ${days < LONG_APART ? `${days} days` : `about ${Math.round(days / DAYS_A_MONTH)} months`} lay between one and the next.`,
  /** A number of meetings, and how many of them were among three countries or more. */
  ofSeveral(told: string, several: number, all: number) {
    const which = several < all ? `${several} of them` : all === 1 ? 'It' : `All ${all}`;
    return `${told} ${which} ${several === 1 ? 'was' : 'were'} among three countries or more.`;
  },
  /** How often somebody came to a country or place, and at how many consultations there. */
  visited: (who: string, place: string, visits: number, count: number, [from, to]: readonly [string, string]) =>
    `The record shows ${visits} ${visits === 1 ? 'visit' : 'visits'} of ${who} to ${place}, with ${count} ${plural('consultation', count)}${span(from, to, count)}.`,
  /** Which consultations count as one visit. */
  visitNote: (days: number) =>
    `Consultations no more than ${days} days apart count as one visit; visits without a consultation on record do not count.`,
  /** How many of each of several things. */
  countedApart: (parts: readonly { scope: Scope; count: number }[]) =>
    `The record holds ${joined(parts.map(({ scope: about, count }) => `${count || 'no'} ${scope(about, count)}`))}.`,
  several: (which: 'first' | 'latest', about: Scope, count: number) =>
    `The ${which} ${count} ${scope(about, count)}${onRecord(about)}:`,
  /** How many, of which levels; what was settled follows. */
  overview(about: Scope, count: number, levels: readonly LevelCount[]) {
    const each = levels.map(
      ({ level, count: of }) => `${of} ${level === undefined ? 'other' : `of ${levelWords[level]}`}`,
    );
    const levelsTold = each.length > 1 ? `: ${joined(each)}` : '';
    return `The record holds ${count} ${scope(about, count)}${levelsTold}. The main decisions:`;
  },
  /** `more`: meetings before those days, or after them. */
  dates: (about: Scope, dates: readonly string[], more: number, side: 'before' | 'after') =>
    `${capital(scope(about, 2))} are on record for ${joinedDays(dates)}${more > 0 ? `, with ${more} more ${side} these` : ''}.`,
  places: (about: Scope, places: readonly Counted[], more: number) =>
    ended(
      `${capital(scope(about, 2))}${onRecord(about)} took place ${withMore(
        places.map(({ name, count }) => times(placed(name), count)),
        more,
      )}`,
    ),
  /** Everybody who took part in several. */
  participants: (about: Scope, people: readonly string[], more: number) =>
    tookPart(`in ${scope(about, 2)}`, people, more),
  tookPartFor: (country: string, people: readonly string[], more: number) => tookPart(`for ${country}`, people, more),
  metWith(who: string, others: readonly string[], more: number, { period }: Scope) {
    const when = period === null ? '' : ` ${inPeriod(formatPeriod(period, 'en'))}`;
    return `On record, ${who} met or spoke with ${withMore(others, more)}${when}.`;
  },
  /** How many each year, person, place … had. */
  breakdown(by: Grouping, groups: readonly Counted[], more: number) {
    const each = groups.map(({ name, count }) => `${name} (${count})`);
    return `By ${by}: ${[...each, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
  },
  /** How many meetings of one framework each year had. */
  yearly: (name: string, years: readonly Counted[]) =>
    `Meetings of ${the(name)} on record by year: ${years.map(({ name: year, count }) => `${count} in ${year}`).join(', ')}.`,
  /** The year, person, place … with the most or fewest; several where they share the place. */
  ranked(by: Grouping, direction: Direction, { names: top, more, count }: Leaders, about: Scope) {
    const most = direction === 'most' ? 'most' : 'fewest';
    const all = scope(about, 2);
    const each = `${count}${top.length + more > 1 ? ' each' : ''}`;
    const who = withMore(top, more);
    if (by === 'person')
      return `In ${all} on record, ${who} took part ${direction === 'most' ? 'most' : 'least'} often: ${each.replace(/^\d+/, count === 1 ? 'once' : count === 2 ? 'twice' : '$& times')}.`;
    if (by === 'place' || by === 'country') return `On record, the ${most} ${all} took place in ${who}: ${each}.`;
    if (by === 'topic') return `The topics of the ${most} ${all} on record: ${who}, ${each}.`;
    return `On record, ${who} had the ${most} ${by === 'framework' ? 'consultations' : all}: ${each}.`;
  },
  longest: (direction: Direction, told: Told, minutes: number, about: Scope) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} is ${the(told.name)} ${on(told)}: about ${minutes} minutes.`,
  /** Several lasted as long as each other. */
  longestOf: (direction: Direction, dates: readonly string[], minutes: number, about: Scope) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} were those of ${joinedDays(dates)}, at about ${minutes} minutes each.`,
  /** The meeting with the most people on record. */
  mostPeople: (told: Told, people: number, about: Scope) =>
    `Of the ${scope(about, 2)} on record, ${the(told.name)} ${on(told)} names the most participants: ${people}.`,
  peopleAt: (told: Told, people: number) => `${capital(the(told.name))} ${on(told)}: ${people} participants`,
  /** Of what day a paper is, no source says. */
  noDay: (name: string) => `The record does not say when ${name} was issued.`,
  /** Until when a paper is in force is not on record. */
  noTerm: (name: string) => `The record does not say until when the ${name} is in force.`,
  /** The last one held, where the next was asked about. */
  lastHeld: (told: Told) => `The last one on record is ${the(told.name)} ${on(told)}${where(told)}.`,
  /** How a subject moved, with its first and its latest statement. */
  developed(subject: string, count: number, from: string, to: string, [first, latest]: readonly [string, string]) {
    const [start, end] = [from, to].map((day) => `${/ \d+(?:–\d+)?, /.test(day) ? 'On' : 'In'} ${day}`);
    const [opened, now] = [behind(start ?? '', first, 'they'), behind(end ?? '', latest, 'they')];
    return `On record, ${subject} came up in ${count} consultations. ${ended(opened)} ${now}`;
  },
  /** What each of two sides said on a subject. */
  saidByEach: (subject: string, each: readonly { readonly name: string; readonly text: string }[]) =>
    `Side by side on ${subject}. ${each.map(({ name, text }) => `${capital(name)}: ${ended(text)}`).join(' ')}`,
  /** Several meetings by their names, one of each side. */
  besides: (meetings: readonly string[]) => `Side by side: ${joined(meetings)}.`,
  /** Which side has more, or fewer, before the numbers in a sentence; `null`: as many on each. */
  outnumbers: (which: string | null, direction: 'most' | 'least', compared: string) =>
    `${which === null ? 'As many for each' : `${direction === 'most' ? 'More' : 'Fewer'} ${isYear(which) ? 'in' : which.endsWith(' administration') ? 'under the' : 'for'} ${which}`}. ${compared}`,
  /** Who is on record on all of some sides; `isSame`: nobody else was on any. */
  atBoth(sides: readonly string[], people: readonly string[], isSame: boolean) {
    const both = `for both ${joined(sides)}`;
    if (people.length === 0) return `The record names nobody ${both}.`;
    return `On record ${both}${isSame ? ', and nobody else for either' : ''}: ${joined(people)}.`;
  },
  /** What came up on each of the sides alone, in their order, after the sentence that names them. */
  heldApart(compared: string, sides: readonly { readonly names: readonly string[]; readonly more: number }[]) {
    const told = sides.flatMap(({ names, more }, at) =>
      names.length === 0 ? [] : [`only ${NTH[at]} raised ${withMore(names, more)}`],
    );
    return told.length === 0 ? compared : `${compared} On record, ${told.join('; ')}.`;
  },
  /** Asked which of two was tougher: what each said, and no verdict. */
  notJudged: (sentence: string) => `This bot does not judge that; here is what is on record. ${sentence}`,
  /** Several things in their order in time, each by the day since when it has been held or of the first on record; `isKnown`: which came first. */
  earlier(
    sides: readonly { readonly name: string; readonly date: string; readonly onRecord: boolean }[],
    isKnown: boolean,
  ) {
    const [first, ...others] = sides.map(({ name, date, onRecord: isRecorded }) => {
      if (!isRecorded) return `${the(name)} has been held since ${date}`;
      return isKnown ? `${name} (${date})` : `the first on record for ${name} was on ${date}`;
    });
    if (!isKnown) return `${capital([first, ...others].join('; '))}.`;
    if (sides[0]?.onRecord) return `First on record: ${first}, then ${joined(others)}.`;
    return `${capital(the(sides[0]?.name ?? ''))} is older: ${[first, ...others].join('; ')}.`;
  },
  /** A comparison was asked for that the record does not hold. */
  notCompared: (sentence: string) => `No comparison of these is on record. ${sentence}`,
  /** Topics that came up on all sides; `beside`: in statements on what is asked about. */
  inCommon: (topics: readonly string[], more: number, beside: boolean, sides: number) =>
    `${beside ? 'Other topics' : 'Topics'} raised on ${sides === 2 ? 'both' : 'all'} sides: ${withMore(topics, more)}.`,
  /** The name of a side as it stands over its lines. */
  alone: capital,
  /** Over what the sides share. */
  common: 'In common',
  sideEmpty: (which: string) => `Nothing is on record for ${which}.`,
  rests: (count: number) => (count === 1 ? 'This rests on one page:' : `This rests on ${count} pages:`),
  /** A page that says it. A title in another language stays out of an English sentence. */
  source: ({ title, publisher, published, locator, language }: SourcePage) =>
    [language === 'ja' ? `${publisher} (page in Japanese)` : `“${title}”, ${publisher}`, published, locator]
      .filter((part) => part !== null)
      .join(', '),

  /** Before what the whole record holds: so many meetings just shown hold nothing on it. */
  noneShown: (count: number) =>
    `The ${count === 1 ? 'consultation just shown holds' : `${count} consultations just shown hold`} nothing on this. From the whole record:`,
  /** The same where nothing fits what was asked about before and now. */
  noneLeft: (about: Scope) => `${aboutEn.nothing(about)} From the whole record:`,
  /** A first line after what it is about; an empty `opening` leaves it as it is. */
  opened: (opening: string, sentence: string) => (opening === '' ? sentence : `${opening} ${sentence}`),

  // Yes and no.
  yes: (sentence: string) => `Yes. ${sentence}`,
  no: (sentence: string) => `No. ${sentence}`,
  /** A part of what was asked had to be given up, so that this is no yes. */
  closest: (sentence: string) => `Closest on record: ${sentence}`,
  /** Whether an event on whose margins they met is on record: it is not, and what follows is what was said of it. */
  notHeld: (event: string) =>
    `The record holds consultations between Japan and the United States, with or without partners, and does not list ${event} as such. What it holds on it:`,
  severalHeld: (about: Scope, count: number, latest: Told) =>
    `The record holds ${count} ${scope(about, count)}; the latest is ${the(latest.name)} ${on(latest)}.`,
  /** Asked whether there were so many. */
  reached(about: Scope, count: number, threshold: Threshold, holds: boolean) {
    const relation = {
      more: 'more than',
      'at-least': 'at least',
      fewer: 'fewer than',
      'at-most': 'at most',
      exactly: 'exactly',
    };
    const wanted = `${relation[threshold.relation]} ${threshold.count}`;
    return `${holds ? 'Yes' : 'No'}: the record holds ${count} ${scope(about, count)}, which is ${holds ? '' : 'not '}${wanted}.`;
  },
  /** Asked for the fourth of three: how many there are. */
  notSoMany: (about: Scope, count: number, latest: Told) =>
    `The record holds ${count} ${scope(about, count)}; the latest was ${the(latest.name)} ${on(latest)}.`,

  // Definitions, and who held a post.
  /** A definition that names what it defines: by its name, or by the short one. */
  defined: (name: string, text: string, short: string = name) =>
    opensWith(text, name) || opensWith(text, short) ? text : `${capital(name)}: ${text}`,
  /** A further sentence on it. */
  explained: (text: string) => text,
  term({ name, country, office, from, to }: Term) {
    const who = `${name} (${country.replace(/^the /, '')})`;
    if (from?.isTerm && to?.isTerm) return `${who} was ${office} from ${from.day} to ${to.day}.`;
    if (from?.isTerm && to !== null)
      return `${who} became ${office} on ${from.day}; the latest record is of ${to.day}.`;
    if (from?.isTerm) return `${who} became ${office} on ${from.day}.`;
    if (from !== null && to?.isTerm) return `${who} was ${office} until ${to.day}; the first record is of ${from.day}.`;
    if (to?.isTerm) return `${who} was ${office} until ${to.day}.`;
    if (from !== null && from.day === to?.day) return `${who} is on record as ${office} on ${from.day}.`;
    if (from !== null && to !== null)
      return `${who} is on record as ${office} (first record ${from.day}, latest ${to.day}).`;
    return `${who} is on record as ${office}.`;
  },
  /** Nothing tells when somebody left a post; `last` is the day of the last record of it. */
  endUnknown: (name: string, office: string, last: string) =>
    `The record does not say when ${name} left office as ${office}; the last consultation on record in that post is of ${last}.`,
  /** How many people that the record names are meant, before the sentence that names them. */
  peopleNamed: (count: number, sentence: string) =>
    `The record names ${count} ${count === 1 ? 'person' : 'people'}. ${sentence}`,
  /** Several held one post, or who held each of several; in no period, who did last. */
  holders(posts: readonly { office: string; names: readonly string[] }[], period: string | null) {
    const [first, ...others] = posts;
    if (first !== undefined && others.length === 0 && period !== null)
      return `On record as ${first.office} ${inPeriod(period)}: ${joined(first.names)}.`;
    const each = posts.map(({ office, names }) => `${joined(names)} as ${office}`).join('; ');
    return period === null ? `Latest on record: ${each}.` : `On record ${inPeriod(period)}: ${each}.`;
  },
  /** One followed another in a post. */
  handedOver(office: string, before: Holder, after: Holder) {
    const [last, first] = [before.bound?.day ?? '', after.bound?.day ?? ''];
    if (before.bound?.isTerm && after.bound?.isTerm && last === first)
      return `${after.name} followed ${before.name} as ${office} on ${first}.`;
    const ended = before.bound?.isTerm
      ? `${before.name} was ${office} until ${last}`
      : `the last record of ${before.name} as ${office} is of ${last}`;
    const began = after.bound?.isTerm
      ? `${after.name} took office on ${first}`
      : `the first record of ${after.name} is of ${first}`;
    return `${capital(ended)}, and ${began}.`;
  },
  /** Whoever comes before or after somebody in a post, by the record. */
  neighbour: (which: 'before' | 'after', office: string, name: string, other: string) =>
    which === 'before'
      ? `On record, ${name} was ${office} before ${other}.`
      : `On record, ${name} followed ${other} as ${office}.`,
  noNeighbour: (which: 'before' | 'after', office: string, name: string) =>
    `The record shows nobody as ${office} ${which} ${name}.`,
  personMet: (name: string, count: number, latest: Told) =>
    count === 1
      ? `The record holds one consultation with ${name}: ${the(latest.name)} ${on(latest)}.`
      : `The record holds ${count} consultations with ${name}; the latest is ${the(latest.name)} ${on(latest)}.`,
  documentDated: (name: string, date: string) =>
    `${capital(the(name))} ${isSeveral(name) ? 'are' : 'is'} dated ${date}.`,
};

function times(name: string, count: number): string {
  return count > 1 ? `${name} (${count === 2 ? 'twice' : `${count} times`})` : name;
}

function item(told: Told): string {
  return `${told.date}: ${titled(told)}`;
}

/** Two or more people whose consultations, whatever their kind, are all that is asked about. */
function whoMet(about: Scope): string | undefined {
  const [people, ...others] = about.clauses;
  const isAlone =
    others.length + about.frameworks.length + about.levels.length + about.formats.length + about.fields.length === 0;
  const isMet = people?.role === 'person' && !people.negated && !people.any && people.names.length > 1;
  if (!isMet || !isAlone || about.act !== null || about.members.length > 0 || about.otherPeriod !== null)
    return undefined;
  return joined(people.names);
}

/** ": 3 in person, 3 by telephone". */
function ofForms(forms: readonly FormCount[]): string {
  const [only, ...others] = forms;
  if (only === undefined) return '';
  if (others.length === 0)
    return only.form === undefined ? '' : `, ${only.count === 1 ? '' : 'all '}${FORMATS[only.form]}`;
  const each = forms.map(
    ({ form, count }) => `${count} ${form === undefined ? 'in a form not on record' : FORMATS[form]}`,
  );
  return `: ${joined(each)}`;
}

/** What was just shown need not be said to be on record. */
function onRecord({ carried }: Scope): string {
  return carried ? '' : ' on record';
}

const BOUNDS = {
  more: 'longer than',
  'at-least': 'at least',
  fewer: 'less than',
  'at-most': 'at most',
  exactly: 'about',
} as const;

/** 120 minutes are two hours. */
function minutesOf(minutes: number): string {
  const hours = minutes / 60;
  return Number.isInteger(hours) ? (hours === 1 ? 'one hour' : `${hours} hours`) : `${minutes} minutes`;
}

/** "for Japan, A and B; for the United States, C and D". */
function sidesOf(people: readonly Attendee[]): string {
  return bySide(people)
    .map(([country, all]) => `for ${country}, ${joined(all.map((each) => named({ ...each, country: null })))}`)
    .join('; ');
}

/** The sides of a comparison by their order in the sentence before. */
const NTH = ['the first', 'the second', 'the third', 'the fourth'];

/** Whether the name of a side is that of a time. */
const isYear = (name: string) => /\d{4}$/.test(name);

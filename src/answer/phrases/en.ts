import { formatPeriod } from '../../time/format.ts';
import { DAYS_A_MONTH, LONG_APART } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Attendee } from '../told.ts';
import { aboutEn } from './about-en.ts';
import { asks } from './asks-en.ts';
import { bodiesEn } from './bodies-en.ts';
import type { FormCount, Phrases } from './phrases.ts';
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
export const en: Phrases = {
  ...aboutEn,
  ...bodiesEn,
  ask: asks,

  attendees: (people) => joined(people.map(named)),
  names: joined,
  person: (name) => name,
  scope: (about) => scope(about, 2),
  times: (name, count) => (count > 1 ? `${name} (${count === 2 ? 'twice' : `${count} times`})` : name),

  heading: (told) => `${told.date}, ${told.name}`,
  meeting: (told) => `${the(told.name)} ${on(told)}`,
  attended(told) {
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
  present: ({ attendees }) =>
    ended(
      attendees.length > 2
        ? `Those taking part were, ${sidesOf(attendees)}`
        : `${joined(attendees.map(named))} took part`,
    ),
  attendedFor: (country, told) => {
    const host = country === null ? null : calledOn(told);
    if (host !== null) return ended(`${joined(told.attendees.map(named))} called on ${host}${where(told)} ${on(told)}`);
    return ended(
      `${country === null ? '' : `For ${country}, `}${joined(told.attendees.map((each) => named(country === null ? each : { ...each, country: null })))} took part in ${the(told.name)} ${on(told)}${where(told)}`,
    );
  },
  met(who, told) {
    const others = joined(told.attendees.map(named));
    const verb = told.format === 'telephone' ? 'spoke by telephone with' : 'met';
    const at = told.format === 'telephone' ? '' : where(told);
    return `${joined(who)} ${verb} ${others}${at} ${on(told)} (${told.name}).`;
  },
  heldOn: (told) => ended(`${capital(the(told.name))} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`),
  heldAt(told) {
    const name = `${capital(the(told.name))} ${on(told)}`;
    if (told.place !== null) return ended(`${name} ${took(told)} ${placed(told.place)}${onMargins(told)}`);
    if (told.format === 'telephone') return `${name} was held by telephone and had no venue.`;
    if (told.format === 'video') return `${name} was held by video and had no venue.`;
    return `The record does not say where ${the(told.name)} ${on(told)} took place.`;
  },
  nobodyElse: (told) => `The record names nobody else at ${the(told.name)} ${on(told)}.`,
  noOccasion: (told) => `The record names no larger event on whose margins ${the(told.name)} ${on(told)} was held.`,
  item: (told) => `${told.date}: ${titled(told)}`,
  full(told) {
    const shown = told.attendees.slice(0, namedInItem).map(named);
    if (shown.length === 0) return en.item(told);
    const item = ended(en.item(told));
    return `${item} ${told.isMeeting ? 'Present' : 'Announced by'}: ${withMore(shown, told.attendees.length - shown.length)}`;
  },
  framed: (told, statement) => `${told.date}, ${told.name}: ${statement}`,
  said(told, statement, pair) {
    if (opensWithBody(told.name, statement)) return `${capital(on(told))}, the ${statement.slice('The '.length)}`;
    const who = pair === null || pair[0] === pair[1] ? 'they' : pair.join(' and ');
    return behind(occasionOf(told, statement), statement, who, told.attendees);
  },
  onTheDay: (told, statement) =>
    behind(`${capital(on(told))}, ${during(told)} ${the(told.name)}`, statement, 'they', told.attendees),
  outcome: (text) => text,
  extreme(which, told, about, place) {
    const nth = place < 2 ? which : which === 'first' ? ordinal(place) : `${ordinal(place)} most recent`;
    const one = `The ${nth} ${scope(about, 1)}${onRecord(about)}`;
    if (names(scopeNoun(about, 1), told))
      return ended(`${one} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
    const was = /\b(?:talks|negotiations)\b/i.test(scopeNoun(about, 1)) ? 'were' : 'was';
    return ended(`${one} ${was} ${the(told.name)} ${on(told)}${where(told)}${monthOnly(told)}`);
  },
  since(told, elapsed, today, about) {
    const last = names(scopeNoun(about, 1), told) ? on(told) : `${the(told.name)} ${on(told)}`;
    return `As of ${today}, it has been ${lengthOf(elapsed, told.dayKnown)} since the latest ${scope(about, 1)} on record: ${last}.`;
  },
  between(one, other, elapsed) {
    const known = [one, other].every((each) => typeof each === 'string' || each.dayKnown);
    return `From ${side(one)} to ${side(other)} it was ${lengthOf(elapsed, known)}.`;
  },
  lasted: (told, minutes) =>
    `${capital(the(told.name))} ${on(told)} lasted about ${minutes} minutes${minutes % 60 === 0 ? ` (${minutesOf(minutes)})` : ''}.`,
  gapUnknown: (told) => `The record does not tell since when there had been none like ${the(told.name)} ${on(told)}.`,
  longerBy: (one, other) =>
    one.minutes === other.minutes
      ? `${capital(the(one.told.name))} ${on(one.told)} and ${the(other.told.name)} ${on(other.told)} both lasted about ${one.minutes} minutes.`
      : `${capital(the(one.told.name))} ${on(one.told)} lasted about ${one.minutes} minutes, about ${one.minutes - other.minutes} minutes longer than ${the(other.told.name)} ${on(other.told)} (about ${other.minutes} minutes).`,
  lengthUnknown: (told) => `The record does not say how long ${the(told.name)} ${on(told)} lasted.`,
  lengthKnown: (known, all) => `The record gives the length of ${known} of these ${all} consultations.`,
  lengths: (about, count, { relation, count: minutes }) =>
    `Of the ${scope(about, 2)} whose length is on record, ${count === 0 ? 'none' : count} lasted ${BOUNDS[relation]} ${minutesOf(minutes)}.`,
  noLengths: (about, count) =>
    `The record holds ${count} ${scope(about, count)} and does not say how long any of them lasted.`,
  documents: (told, titles) =>
    `${titles.length === 1 ? 'Document' : 'Documents'} of ${the(told.name)} ${on(told)}: ${joined(titles.map((title) => `“${title}”`))}.`,
  noDocuments: (told) => `The record names no document of ${the(told.name)} ${on(told)}.`,
  documentsOf: (about, count) => `Documents are on record for ${count} ${scope(about, count)}:`,
  papersSaying: (count) => `It stands in papers of ${count} consultations on record:`,
  noOutcomes: (told) => `The record does not say what was discussed at ${the(told.name)} ${on(told)}.`,

  counted: (about, count, [from, to], forms) => {
    const met = whoMet(about);
    if (met !== undefined && !about.carried)
      return `On record, ${met} met or spoke ${count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`}${span(from, to, count)}${ofForms(forms)}.`;
    return `${about.carried ? '' : 'The record holds '}${count} ${scope(about, count)}${span(from, to, count)}${ofForms(forms)}.`;
  },
  spaced: (told, days) =>
    `${told} On average ${days < LONG_APART ? `${days} days` : `about ${Math.round(days / DAYS_A_MONTH)} months`} lay between one and the next.`,
  ofSeveral(told, several, all) {
    const which = several < all ? `${several} of them` : all === 1 ? 'It' : `All ${all}`;
    return `${told} ${which} ${several === 1 ? 'was' : 'were'} among three countries or more.`;
  },
  visited: (who, place, visits, count, [from, to]) =>
    `The record shows ${visits} ${visits === 1 ? 'visit' : 'visits'} of ${who} to ${place}, with ${count} ${plural('consultation', count)}${span(from, to, count)}.`,
  visitNote: (days) =>
    `Consultations no more than ${days} days apart count as one visit; visits without a consultation on record do not count.`,
  countedApart: (parts) =>
    `The record holds ${joined(parts.map(({ scope: about, count }) => `${count || 'no'} ${scope(about, count)}`))}.`,
  several: (which, about, count) => `The ${which} ${count} ${scope(about, count)}${onRecord(about)}:`,
  overview(about, count, levels) {
    const each = levels.map(
      ({ level, count: of }) => `${of} ${level === undefined ? 'other' : `of ${levelWords[level]}`}`,
    );
    const levelsTold = each.length > 1 ? `: ${joined(each)}` : '';
    return `The record holds ${count} ${scope(about, count)}${levelsTold}. The main decisions:`;
  },
  dates: (about, dates, more, side) =>
    `${capital(scope(about, 2))} are on record for ${joinedDays(dates)}${more > 0 ? `, with ${more} more ${side} these` : ''}.`,
  places: (about, places, more) =>
    ended(
      `${capital(scope(about, 2))}${onRecord(about)} took place ${withMore(
        places.map(({ name, count }) => en.times(placed(name), count)),
        more,
      )}`,
    ),
  participants: (about, people, more) => tookPart(`in ${scope(about, 2)}`, people, more),
  tookPartFor: (country, people, more) => tookPart(`for ${country}`, people, more),
  metWith(who, others, more, { period }) {
    const when = period === null ? '' : ` ${inPeriod(formatPeriod(period, 'en'))}`;
    return `On record, ${who} met or spoke with ${withMore(others, more)}${when}.`;
  },
  breakdown(by, groups, more) {
    const each = groups.map(({ name, count }) => `${name} (${count})`);
    return `By ${by}: ${[...each, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
  },
  yearly: (name, years) =>
    `Meetings of ${the(name)} on record by year: ${years.map(({ name: year, count }) => `${count} in ${year}`).join(', ')}.`,
  ranked(by, direction, { names: top, more, count }, about) {
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
  longest: (direction, told, minutes, about) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} is ${the(told.name)} ${on(told)}: about ${minutes} minutes.`,
  longestOf: (direction, dates, minutes, about) =>
    `Of the ${scope(about, 2)} whose length is on record, the ${direction === 'most' ? 'longest' : 'shortest'} were those of ${joinedDays(dates)}, at about ${minutes} minutes each.`,
  mostPeople: (told, people, about) =>
    `Of the ${scope(about, 2)} on record, ${the(told.name)} ${on(told)} names the most participants: ${people}.`,
  peopleAt: (told, people) => `${capital(the(told.name))} ${on(told)}: ${people} participants`,
  noDay: (name) => `The record does not say when ${name} was issued.`,
  noTerm: (name) => `The record does not say until when the ${name} is in force.`,
  lastHeld: (told) => `The last one on record is ${the(told.name)} ${on(told)}${where(told)}.`,
  developed(subject, count, from, to, [first, latest]) {
    const [start, end] = [from, to].map((day) => `${/ \d+(?:–\d+)?, /.test(day) ? 'On' : 'In'} ${day}`);
    const [opened, now] = [behind(start ?? '', first, 'they'), behind(end ?? '', latest, 'they')];
    return `On record, ${subject} came up in ${count} consultations. ${ended(opened)} ${now}`;
  },
  saidByEach: (subject, each) =>
    `Side by side on ${subject}. ${each.map(({ name, text }) => `${capital(name)}: ${ended(text)}`).join(' ')}`,
  besides: (meetings) => `Side by side: ${joined(meetings)}.`,
  outnumbers: (which, direction, compared) =>
    `${which === null ? 'As many for each' : `${direction === 'most' ? 'More' : 'Fewer'} ${isYear(which) ? 'in' : which.endsWith(' administration') ? 'under the' : 'for'} ${which}`}. ${compared}`,
  atBoth(sides, people, isSame) {
    const both = `for both ${joined(sides)}`;
    if (people.length === 0) return `The record names nobody ${both}.`;
    return `On record ${both}${isSame ? ', and nobody else for either' : ''}: ${joined(people)}.`;
  },
  heldApart(compared, sides) {
    const told = sides.flatMap(({ names, more }, at) =>
      names.length === 0 ? [] : [`only ${NTH[at]} raised ${withMore(names, more)}`],
    );
    return told.length === 0 ? compared : `${compared} On record, ${told.join('; ')}.`;
  },
  notJudged: (sentence) => `This bot does not judge that; here is what is on record. ${sentence}`,
  earlier(sides, isKnown) {
    const [first, ...others] = sides.map(({ name, date, onRecord: isRecorded }) => {
      if (!isRecorded) return `${the(name)} has been held since ${date}`;
      return isKnown ? `${name} (${date})` : `the first on record for ${name} was on ${date}`;
    });
    if (!isKnown) return `${capital([first, ...others].join('; '))}.`;
    if (sides[0]?.onRecord) return `First on record: ${first}, then ${joined(others)}.`;
    return `${capital(the(sides[0]?.name ?? ''))} is older: ${[first, ...others].join('; ')}.`;
  },
  notCompared: (sentence) => `No comparison of these is on record. ${sentence}`,
  inCommon: (topics, more, beside, sides) =>
    `${beside ? 'Other topics' : 'Topics'} raised on ${sides === 2 ? 'both' : 'all'} sides: ${withMore(topics, more)}.`,
  alone: capital,
  common: 'In common',
  sideEmpty: (which) => `Nothing is on record for ${which}.`,
  rests: (count) => (count === 1 ? 'This rests on one page:' : `This rests on ${count} pages:`),
  source: ({ title, publisher, published, locator, language }) =>
    [language === 'ja' ? `${publisher} (page in Japanese)` : `“${title}”, ${publisher}`, published, locator]
      .filter((part) => part !== null)
      .join(', '),

  noneShown: (count) =>
    `The ${count === 1 ? 'consultation just shown holds' : `${count} consultations just shown hold`} nothing on this. From the whole record:`,
  noneLeft: (about) => `${en.nothing(about)} From the whole record:`,
  opened: (opening, sentence) => (opening === '' ? sentence : `${opening} ${sentence}`),
  yes: (sentence) => `Yes. ${sentence}`,
  no: (sentence) => `No. ${sentence}`,
  closest: (sentence) => `Closest on record: ${sentence}`,
  notHeld: (event) =>
    `The record holds consultations between Japan and the United States, with or without partners, and does not list ${event} as such. What it holds on it:`,
  severalHeld: (about, count, latest) =>
    `The record holds ${count} ${scope(about, count)}; the latest is ${the(latest.name)} ${on(latest)}.`,
  reached(about, count, threshold, holds) {
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
  notSoMany: (about, count, latest) =>
    `The record holds ${count} ${scope(about, count)}; the latest was ${the(latest.name)} ${on(latest)}.`,

  defined: (name, text, short = name) =>
    opensWith(text, name) || opensWith(text, short) ? text : `${capital(name)}: ${text}`,
  explained: (text) => text,
  term({ name, country, office, from, to }) {
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
  endUnknown: (name, office, last) =>
    `The record does not say when ${name} left office as ${office}; the last consultation on record in that post is of ${last}.`,
  peopleNamed: (count, sentence) => `The record names ${count} ${count === 1 ? 'person' : 'people'}. ${sentence}`,
  holders(posts, period) {
    const [first, ...others] = posts;
    if (first !== undefined && others.length === 0 && period !== null)
      return `On record as ${first.office} ${inPeriod(period)}: ${joined(first.names)}.`;
    const each = posts.map(({ office, names }) => `${joined(names)} as ${office}`).join('; ');
    return period === null ? `Latest on record: ${each}.` : `On record ${inPeriod(period)}: ${each}.`;
  },
  handedOver(office, before, after) {
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
  neighbour: (which, office, name, other) =>
    which === 'before'
      ? `On record, ${name} was ${office} before ${other}.`
      : `On record, ${name} followed ${other} as ${office}.`,
  noNeighbour: (which, office, name) => `The record shows nobody as ${office} ${which} ${name}.`,
  personMet: (name, count, latest) =>
    count === 1
      ? `The record holds one consultation with ${name}: ${the(latest.name)} ${on(latest)}.`
      : `The record holds ${count} consultations with ${name}; the latest is ${the(latest.name)} ${on(latest)}.`,
  documentDated: (name, date) => `${capital(the(name))} ${isSeveral(name) ? 'are' : 'is'} dated ${date}.`,
};

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

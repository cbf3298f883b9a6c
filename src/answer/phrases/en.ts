import { asks } from './asks-en.ts';
import type { Phrases } from './phrases.ts';
import { isPlain, plural, scope, scopeNoun } from './scope-en.ts';
import {
  at,
  capital,
  ended,
  inPeriod,
  isEmpty,
  joined,
  lengthOf,
  monthOnly,
  named,
  names,
  on,
  opensWith,
  ordinal,
  side,
  span,
  the,
  titled,
  took,
  where,
  within,
} from './words-en.ts';

/** Attendees named in one line of a list; the rest are counted. */
const namedInItem = 4;

/** Answers' sentences in English. */
export const en: Phrases = {
  attendees: (people) => joined(people.map(named)),
  names: joined,
  person: (name) => name,
  scope: (about) => scope(about, 2),

  attended(told) {
    if (told.attendees.length === 0) return en.nobodyNamed(told);
    const who = joined(told.attendees.map(named));
    const name = `(${told.name})`;
    if (told.attendees.length === 1) return `${who} is the one participant on record at ${the(told.name)} ${on(told)}.`;
    if (told.format === 'telephone') return `${who} spoke by telephone ${on(told)} ${name}.`;
    if (told.format === 'video') return `${who} met by video ${on(told)} ${name}.`;
    if (told.place !== null) return `${who} met ${at(told.place)} ${on(told)} ${name}.`;
    return `${who} took part in ${the(told.name)} ${on(told)}.`;
  },
  attendedFor: (country, told) =>
    ended(
      `For ${country}, ${joined(told.attendees.map(named))} took part in ${the(told.name)} ${on(told)}${where(told)}`,
    ),
  tookPartFor: (country, names, more) =>
    `On record as taking part for ${country}: ${joined(more > 0 ? [...names, `${more} more`] : names)}.`,
  nobodyNamed: (told) => `The record does not name who attended ${the(told.name)} ${on(told)}.`,
  heldOn: (told) => ended(`${capital(the(told.name))} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`),
  heldAt(told) {
    const name = `${capital(the(told.name))} ${on(told)}`;
    if (told.place !== null) return ended(`${name} ${took(told)} ${at(told.place)}`);
    if (told.format === 'telephone') return `${name} took place by telephone, so there was no venue.`;
    if (told.format === 'video') return `${name} took place by video, so there was no venue.`;
    return en.placeUnknown(told);
  },
  placeUnknown: (told) => `The record does not say where ${the(told.name)} ${on(told)} took place.`,
  item(told) {
    const shown = told.attendees.slice(0, namedInItem).map(named).join(', ');
    const rest = told.attendees.length - namedInItem;
    const label = told.isMeeting ? 'Present' : 'Announced by';
    const title = titled(told);
    const who =
      shown === '' ? '' : `${title.endsWith('.') ? '' : '.'} ${label}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
    return `${told.date}: ${title}${who}`;
  },
  framed: (told, outcome) => `${told.date}, ${told.name}: ${outcome}`,
  said(told, outcome, pair) {
    if (!outcome.startsWith('They ')) return `${told.name}, ${told.date}: ${outcome}`;
    const who = pair === null || pair[0] === pair[1] ? 'they' : pair.join(' and ');
    const preposition = !told.isMeeting || /\b(?:talks?|calls?|dialogue|conversation)\b/i.test(told.name) ? 'In' : 'At';
    return `${preposition} ${the(told.name)} ${on(told)}, ${who} ${outcome.slice('They '.length)}`;
  },
  outcome: (text) => text,
  extreme(side, told, about, place) {
    const nth = place < 2 ? side : side === 'first' ? ordinal(place) : `${ordinal(place)} most recent`;
    const one = `The ${nth} ${scope(about, 1)} on record`;
    if (isPlain(about) && names(scopeNoun(about, 1), told))
      return ended(`${one} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
    return ended(`${one} is ${the(told.name)}, which ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
  },
  since(told, elapsed, today, about) {
    const length = lengthOf(elapsed, told.dayKnown);
    const last = names(scopeNoun(about, 1), told) ? on(told) : `${the(told.name)} ${on(told)}`;
    return `As of ${today}, it has been ${length} since the latest ${scope(about, 1)} on record: ${last}.`;
  },
  between(one, other, elapsed) {
    const known = [one, other].every((side) => typeof side === 'string' || side.dayKnown);
    return `From ${side(one)} to ${side(other)} it was ${lengthOf(elapsed, known)}.`;
  },
  lengthKnown: (known, all) => `A length is on record for ${known} of the ${all} consultations that fit.`,
  duration: (told, minutes) => `${capital(the(told.name))} ${on(told)} lasted about ${minutes} minutes.`,
  documents: (told, titles) =>
    `${titles.length === 1 ? 'Document' : 'Documents'} of ${the(told.name)} ${on(told)}: ${joined(titles.map((title) => `“${title}”`))}.`,
  lasted: (told, minutes) => `The record gives about ${minutes} minutes for ${the(told.name)} ${on(told)}.`,
  noOutcomes: (told) => `The record does not say what was discussed at ${the(told.name)} ${on(told)}.`,

  noAgreement: 'The record names no agreement on this; what is shown was confirmed, discussed, stated or the like.',

  notRaised: (told, subjects) => `Nothing is on record about ${joined(subjects)} at ${the(told.name)} ${on(told)}.`,
  allShown: 'That is everything on record.',
  others: (count) => `${count + 1} consultations on record fit; each is given here.`,
  metWith: (who, others, more, about) =>
    `On record, ${who} took part in consultations${about.period === null ? '' : ` ${within(about)}`} with ${joined(more > 0 ? [...others, `${more} more`] : others)}.`,
  dates: (about, dates, more) =>
    `${capital(scope(about, 2))} on record: ${joined(more > 0 ? [...dates, `${more} more`] : dates)}.`,
  times: (name, count) => (count > 1 ? `${name} (${count} times)` : name),
  places: (about, places, more) => {
    const names = places.map(({ name, count }) => en.times(name, count));
    return `Venues on record of ${scope(about, 2)}: ${joined(more > 0 ? [...names, `${more} more`] : names)}.`;
  },
  counted: (about, count, from, to) => `The record holds ${count} ${scope(about, count)}${span(from, to)}.`,
  mostInYear: (years, count) => `On record, ${joined(years)} had the most: ${count}${years.length > 1 ? ' each' : ''}.`,
  countedByYear: (years) => `By year: ${years.map(([year, count]) => `${count} in ${year}`).join(', ')}.`,
  listed: (about, count, from, to) => en.counted(about, count, from, to),
  several: (side, about, count) => `The ${side} ${count === 1 ? '' : `${count} `}${scope(about, count)} on record:`,
  yes: (about, count, told) =>
    count === 1
      ? `Yes, on record: 1 ${scope(about, 1)} (${told.name}, ${told.date}).`
      : `Yes, on record: ${count} ${scope(about, count)}, the latest being ${the(told.name)} ${on(told)}.`,
  reached(about, count, threshold, holds) {
    const relation = {
      more: 'more than',
      'at-least': 'at least',
      fewer: 'fewer than',
      'at-most': 'at most',
      exactly: 'exactly',
    };
    const wanted = `${relation[threshold.relation]} ${threshold.count}`;
    return `${holds ? 'Yes: the record' : 'Not as far as the record shows: it'} holds ${count} ${scope(about, count)}, which is ${holds ? '' : 'not '}${wanted}.`;
  },
  developed: (subject, count, from, to) =>
    from === to
      ? `On record, ${subject} came up in one consultation, on ${from}.`
      : `On record, ${subject} came up in ${count} consultations from ${from} to ${to}.`,
  compared: (sides, subject) =>
    `${subject === null ? 'C' : `On ${subject}, c`}onsultations on record: ${joined(sides.map(({ name, count }) => `${count} for ${name}`))}.`,
  sideItem: (side, sentence) => `[${side}] ${sentence}`,
  sideEmpty: (side) => `Nothing is on record for ${side}.`,
  rests: (count) =>
    count === 1 ? 'On record, this rests on one source:' : `On record, this rests on ${count} sources:`,
  source: (told, title, publisher, published, locator) =>
    `${told.name}, ${told.date}: ${[/[\u3040-\u30ff\u4e00-\u9fff]/.test(title) ? null : `“${title}”`, publisher, published, locator].filter((part) => part !== null).join(', ')}`,

  defined: (name, text) => (opensWith(text, name) ? text : `${name}: ${text}`),
  members: (name, members) => `Members of ${the(name)}: ${members}.`,
  onRecord: (name, count, latest) =>
    ended(`The record holds ${count} ${plural(name, count)}; the latest was ${on(latest)}${where(latest)}`),
  term({ name, country, office, from, to }) {
    const who = `${name} (${country.replace(/^the /, '')})`;
    if (from?.isTerm && to?.isTerm) return `${who} was ${office} from ${from.day} to ${to.day}.`;
    if (from?.isTerm && to !== null)
      return `${who} became ${office} on ${from.day} and appears in records up to ${to.day}.`;
    if (from?.isTerm) return `${who} became ${office} on ${from.day}.`;
    if (from !== null && to?.isTerm)
      return `${who} appears in records as ${office} from ${from.day} on and held the post until ${to.day}.`;
    if (to?.isTerm) return `${who} was ${office} until ${to.day}.`;
    if (from !== null && from.day === to?.day) return `${who} appears in the record of ${from.day} as ${office}.`;
    if (from !== null && to !== null) return `${who} appears in records from ${from.day} to ${to.day} as ${office}.`;
    return `${who} appears in the record as ${office}.`;
  },
  holders: (office, period, names) =>
    `On record as ${office}${period === null ? '' : ` ${inPeriod(period)}`}: ${joined(names)}.`,
  neighbour: (side, office, name, other) =>
    `On record, ${name} is the ${office} who ${side === 'before' ? 'came before' : 'follows'} ${other}.`,
  noNeighbour: (side, office, name) => `Nothing on record: nobody appears as ${office} ${side} ${name}.`,
  personMet: (name, count, latest) =>
    `The record holds ${count} ${count === 1 ? 'consultation' : 'consultations'} with ${name}; the latest is ${the(latest.name)} ${on(latest)}.`,
  documentDated: (name, date) => `${capital(the(name))} is dated ${date}.`,

  coverage: ({ from, to, consultations }) =>
    `The record covers ${consultations} consultations of the Japan–U.S. alliance from ${from} to ${to}.`,
  covers: ({ from, to, consultations }) => `The record covers ${consultations} consultations from ${from} to ${to}.`,
  countNote: ({ from, to, consultations }) =>
    `Counted within this record alone (${consultations} consultations from ${from} to ${to}); a consultation that is not on record is not counted.`,
  frameworkCovered: (name, count, latest) => `${name}: ${count} (latest: ${latest.date})`,
  nothing: (about) =>
    isEmpty(about) ? 'Nothing on record answers this question.' : `Nothing on record: no ${scope(about, 2)}.`,
  nothingYesNo: (about) =>
    isEmpty(about)
      ? 'Nothing on record answers this question.'
      : `Not as far as the record shows: it holds no ${scope(about, 2)}.`,
  nothingAhead: (about) => `Nothing on record: no ${scopeNoun(about, 2)} still to come.`,
  impossible: (why) => `There is no such date: ${why}`,
  nearest: (told) => `Nearest on record, ${en.item(told)}`,
  latestOnly: (side) => `This answers for the ${side} consultation on record that fits.`,
  outOfScope: 'This question cannot be answered from the record of Japan–U.S. alliance consultations.',
  help: 'Ask about Japan–U.S. alliance consultations: who met, when, where and what was discussed. Every statement carries its source.',
  helpNotes: [
    'Use plain sentences with a period, a person, a framework or a topic (last month, March 2025, Minister Nakatani, 2+2, AMRAAM). A follow-up such as “where was it?” works too.',
    'What is not on record is said to be so; there are no opinions and no predictions.',
  ],
  clarify: 'Which one do you mean?',
  dayBefore: 'Nothing is on record for that day; this was held the day before, by the date at the venue.',
  byNews: (sentence) => sentence.replace(/\.?$/, (stop) => ` (news report)${stop}`),
  newsOnly: 'This answer rests on news reports alone; no official page is on record for it.',
  reprintOnly: 'This answer rests on reprints or news reports, not on the official page itself.',
  perhaps: (told) => `Known to the month alone, so it may fit as well: ${told.title}, ${told.date}.`,
  note: (told, note) => `Note on ${the(told.name)} ${on(told)}: ${note}`,
  page: (index, count) => `Page ${index} of ${count}`,

  timelineTitle: (period) => `Alliance consultations, ${period}`,
  formats: { 'in-person': 'in person', telephone: 'telephone', video: 'video' },

  sources: 'Sources',
  tryAsking: 'You could ask',
  bullet: '• ',
  sourceLine: ({ title, publisher, published, locator, kind }) =>
    `“${title}”, ${[publisher, published, locator].filter((part) => part !== null).join(', ')}${kind === 'news' ? ' (news report)' : kind === 'reprint' ? ' (reprint)' : ''}`,

  ask: asks,
};

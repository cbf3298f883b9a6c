import { formatPeriod } from '../../language/time/format.ts';
import type { Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import { asks } from './asks-en.ts';
import type { Attendee, Phrases } from './phrases.ts';
import { isPlain, plural, scope, scopeNoun } from './scope-en.ts';

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
  extreme(side, told, about) {
    const one = `The ${side} ${scope(about, 1)} on record`;
    if (isPlain(about) && names(scopeNoun(about, 1), told))
      return ended(`${one} ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
    return ended(`${one} is ${the(told.name)}, which ${took(told)} ${on(told)}${where(told)}${monthOnly(told)}`);
  },
  since(told, elapsed, today, about) {
    const long = [
      counted(elapsed.years, 'year'),
      counted(elapsed.months, 'month'),
      told.dayKnown ? counted(elapsed.days, 'day') : '',
    ].filter((part) => part !== '');
    const total = long.length > 1 && told.dayKnown ? ` (${elapsed.total} days)` : '';
    const length = long.length === 0 ? 'less than a day' : `${told.dayKnown ? '' : 'about '}${joined(long)}${total}`;
    const last = names(scopeNoun(about, 1), told) ? on(told) : `${the(told.name)} ${on(told)}`;
    return `As of ${today}, it has been ${length} since the latest ${scope(about, 1)} on record: ${last}.`;
  },
  duration: (told, minutes) => `${capital(the(told.name))} ${on(told)} lasted about ${minutes} minutes.`,
  documents: (told, titles) =>
    `${titles.length === 1 ? 'Document' : 'Documents'} of ${the(told.name)} ${on(told)}: ${joined(titles.map((title) => `“${title}”`))}.`,
  lasted: (told, minutes) => `The record gives about ${minutes} minutes for ${the(told.name)} ${on(told)}.`,
  noOutcomes: (told) => `The record does not say what was discussed at ${the(told.name)} ${on(told)}.`,

  noAgreement: 'The record names no agreement on this; what is shown was confirmed, discussed, stated or the like.',

  notRaised: (told, subjects) => `Nothing is on record about ${joined(subjects)} at ${the(told.name)} ${on(told)}.`,
  allShown: 'That is everything on record.',
  others: (count) =>
    `${count === 1 ? 'One more consultation that fits is' : `${count} more consultations that fit are`} on record.`,
  metWith: (who, others, more, about) =>
    `On record, ${who} took part in consultations${about.period === null ? '' : ` ${within(about)}`} with ${joined(more > 0 ? [...others, `${more} more`] : others)}.`,
  dates: (about, dates, more) =>
    `${capital(scope(about, 2))} on record: ${joined(more > 0 ? [...dates, `${more} more`] : dates)}.`,
  places: (about, places, more) => {
    const names = places.map(({ name, count }) => (count > 1 ? `${name} (${count} times)` : name));
    return `Venues on record of ${scope(about, 2)}: ${joined(more > 0 ? [...names, `${more} more`] : names)}.`;
  },
  counted: (about, count, from, to) => `The record holds ${count} ${scope(about, count)}${span(from, to)}.`,
  listed: (about, count, from, to) => en.counted(about, count, from, to),
  several: (side, about, count) => `The ${side} ${count} ${scope(about, count)} on record:`,
  yes: (about, count, told) =>
    count === 1
      ? `Yes, on record: 1 ${scope(about, 1)} (${told.name}, ${told.date}).`
      : `Yes, on record: ${count} ${scope(about, count)}, the latest being ${the(told.name)} ${on(told)}.`,
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

/** Minister of Defense Nakatani Gen; a long office follows the name in brackets. */
function named({ name, office, country }: Attendee): string {
  if (country === null && office.length <= 40 && !office.includes(',')) return `${office} ${name}`;
  return `${name} (${country === null ? office : `${office}, ${country}`})`;
}

function joined(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function on(told: Told): string {
  return `${told.dayKnown ? 'on' : 'in'} ${told.date}`;
}

function took(told: Told): string {
  return told.isMeeting ? 'took place' : 'was announced';
}

function where({ place, format, name }: Told): string {
  if (place !== null) return ` ${at(place)}`;
  if (format === 'telephone') return /telephone|phone|call/i.test(name) ? '' : ' by telephone';
  if (format === 'video') return /video|virtual|online/i.test(name) ? '' : ' by video';
  return '';
}

/** "in Tokyo", "at the White House". */
function at(place: string): string {
  const [head = place] = place.split(/[,(]/);
  if (/^(?:the )/i.test(place)) return `at ${place}`;
  if (
    /\b(?:White House|Prime Minister['’]s (?:Office|Residence)|Pentagon|Ministry|Department|State Department)\b/.test(
      head,
    )
  )
    return `at the ${place}`;
  if (
    /\b(?:House|Office|Headquarters|Base|Hotel|Palace|Residence|Center|Centre|Camp [A-Z]\w+|Station|Embassy)\b/.test(
      head,
    )
  )
    return `at ${place}`;
  return `in ${place}`;
}

/** The meeting's name inside a sentence: with an article unless it opens with one, a possessive or a person. */
function the(name: string): string {
  if (/^(?:the|an?) /i.test(name)) return lowerFirst(name);
  if (
    /^(?:\S+ ){0,4}\S+['’]s (?:visit|courtesy|trip|call|meeting|talks?|phone|telephone)\b/.test(name) &&
    !/(?:ministers|secretaries|leaders|chiefs|officials|directors)['’]/i.test(name)
  )
    return name;
  return `the ${lowerFirst(name)}`;
}

/** A name written like a sentence loses its first capital inside one; a Title In Capitals and a proper name keep theirs. */
function lowerFirst(name: string): string {
  return /^(?:The|An?|Courtesy|Meetings?|Talks?|Telephone|Phone|Visit|Call|Joint|Video|Working|Dinner|Lunch|Conversation|Exchange|Brief|Informal|Signing|One-year) [^A-Z]/.test(
    name,
  )
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

/** Whether what was asked for is the very name of the meeting. */
function names(noun: string, told: Told): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/ meeting$/, '');
  return plain(noun) === plain(told.name) || (noun.endsWith('2+2') && /"2\+2"\)$/.test(told.name));
}

/** A place such as Washington, D.C. brings its own full stop. */
function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function monthOnly(told: Told): string {
  return told.dayKnown ? '' : ' (the record gives the month only)';
}

/** From the first to the last of several; one day needs no span. */
function span(from: string, to: string): string {
  return from === to ? '' : ` (from ${from} to ${to})`;
}

/** The title with the place, each said once. */
function titled({ title, name, place }: Told): string {
  const remark = title.slice(name.length).replace(/^ ?\(|\)$/g, '');
  if (place === null || name.includes(place)) return title;
  if (remark === '' || place.includes(remark)) return `${name}, ${place}`;
  return place.split(/[,()]/).some((part) => part.trim().length > 2 && remark.includes(part.trim()))
    ? title
    : `${title}, ${place}`;
}

function opensWith(text: string, name: string): boolean {
  const head = text.slice(0, 80).toLowerCase();
  const short = name.replace(/ ?\(.*$/, '').toLowerCase();
  return head.includes(short) || /^(?:the |an? )?[^.]{1,50}\b(?:is|are|means|refers)\b/i.test(head);
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function within(about: Scope): string {
  const { period } = about;
  return period === null ? '' : inPeriod(formatPeriod(period, 'en'));
}

function inPeriod(text: string): string {
  return /^(?:since|until|all)/.test(text)
    ? text
    : /\d{1,2}, \d{4}$/.test(text) && !text.includes(' – ')
      ? `on ${text}`
      : `in ${text}`;
}

function isEmpty(about: Scope): boolean {
  return isPlain(about) && scopeNoun(about, 2) === 'consultations';
}

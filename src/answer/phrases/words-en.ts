import type { Elapsed } from '../elapsed.ts';
import type { Attendee, Told } from '../told.ts';
import { placed } from './place-en.ts';

/** Minister of Defense Nakatani Gen; a long office follows the name in brackets. */
export function named({ name, office, country }: Attendee): string {
  if (country === null && office.length <= 40 && !office.includes(',')) return `${office} ${name}`;
  return `${name} (${country === null ? office : `${office}, ${country}`})`;
}

/** A, B and C. */
export function joined(items: readonly string[]): string {
  return joinedBy(items, 'and');
}

/** The same with another word before the last. */
export function joinedBy(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** A title in quotation marks; those within it are single. */
export const quoted = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The names, and how many are not named. */
export function withMore(items: readonly string[], more: number): string {
  return joined(more > 0 ? [...items, `${more} more`] : items);
}

/** Who took part in several meetings, with what before the names: they may be many. */
export function tookPart(inWhat: string, people: readonly string[], more: number): string {
  const [one, was] = people.length + more === 1 ? ['The only person', 'was'] : ['Those', 'were'];
  return `${one} on record as taking part ${inWhat} ${was} ${withMore(people, more)}.`;
}

/** Whether a statement tells of the body that the meeting is named after: "Joint Committee Agreement on …", "The Joint Committee agreed …". */
export function opensWithBody(name: string, statement: string): boolean {
  const said = statement.split(' ').slice(1);
  const shared = name.split(' ').findIndex((word, at) => word.replace(':', '') !== said[at]);
  return statement.startsWith('The ') && shared >= LEAST_BODY;
}

/** One word in common is no name. */
const LEAST_BODY = 2;

/** One comes before what was said: "At the summit meeting on …", "When Ambassador Emanuel called on Foreign Minister Kamikawa on …". */
export function occasionOf(told: Told, statement: string): string {
  for (const { opening, between, sentence } of CALLS) {
    const [first, second] = namesIn(told.name, opening, between);
    if (first === undefined || second === undefined) continue;
    // Who made them is named by what was said.
    if (between === ' to ' && statement.startsWith(first)) return `In representations to ${second} ${on(told)}`;
    return `When ${setOff(sentence(first, second))} ${on(told)}`;
  }
  // A signing is told by its day.
  if (/^signing\b/i.test(told.name) && /^\S+(?: and \S+)? signed\b/.test(statement)) return capital(on(told));
  return `${capital(during(told))} ${the(told.name)} ${on(told)}`;
}

type Call = {
  readonly opening: string;
  readonly between: string;
  readonly sentence: (first: string, second: string) => string;
};

/** Titles that tell who called on whom, as a sentence does. */
const CALLS: readonly Call[] = [
  { opening: 'courtesy call on ', between: ' by ', sentence: (host, guest) => `${guest} called on ${host}` },
  { opening: 'call on ', between: ' by ', sentence: (host, guest) => `${guest} called on ${host}` },
  { opening: 'visit to ', between: ' by ', sentence: (host, guest) => `${guest} visited ${host}` },
  {
    opening: 'representations by ',
    between: ' to ',
    sentence: (who, whom) => `${who} made representations to ${whom}`,
  },
];

/** The two names of a title that opens so; none of any other. */
function namesIn(title: string, opening: string, between: string): readonly (string | undefined)[] {
  if (!title.toLowerCase().startsWith(opening)) return [];
  const at = title.lastIndexOf(between);
  return at < opening.length ? [] : [title.slice(opening.length, at), title.slice(at + between.length)];
}

/** One is at a meeting and in talks. */
export function during({ isMeeting, name }: Told): string {
  return !isMeeting || /\b(?:talks?|calls?|dialogue|conversation)\b/i.test(name) ? 'in' : 'at';
}

/** A statement behind its occasion: one that opens with who spoke follows on a comma, any other on a colon. `who` stands for "They". */
export function behind(at: string, statement: string, who: string, attendees: readonly Attendee[] = []): string {
  const [first = '', ...rest] = statement.split(' ');
  // What was meant to come then is no news of today.
  if (first === 'They')
    return `${at}, ${who} ${rest.join(' ').replace(/^(?:will|would|are|intend|plan|aim|seek)\b/, (verb) => `said they ${verb === 'will' ? 'would' : verb}`)}`;
  if (OPENS_PLAINLY.test(statement)) return `${at}, ${first.toLowerCase()} ${rest.join(' ')}`;
  const known = attendees.flatMap(({ name, office }) => `${name} ${office}`.split(/[ ,]+/));
  const isPerson = RANKS.test(first) || (known.includes(first) && !/^Under (?!Secretary)/.test(statement));
  return `${at}${isPerson ? ',' : ':'} ${statement}`;
}

const OPENS_PLAINLY = /^(?:The|Both|Participants) /;
const RANKS = /^(?:Admiral|General|Lieutenant|Minister|Secretary|Ambassador|Japan)$/;

/** On whom the attendees called, where a title tells it of them: "Courtesy call on Foreign Minister Motegi by Admiral Richard". */
export function calledOn({ name, attendees }: Told): string | null {
  const [call = '', guest = ''] = name.split(' by ');
  const opening = CALLS.map((each) => each.opening).find(
    (each) => each.includes('call') && call.toLowerCase().startsWith(each),
  );
  const areGuests = attendees.every((each) => guest.includes(each.name.slice(each.name.lastIndexOf(' ') + 1)));
  return opening !== undefined && areGuests ? call.slice(opening.length) : null;
}

/** Days of one year, which the last one tells: "February 10 and March 16, 2021". */
export function joinedDays(dates: readonly string[]): string {
  const years = new Set(dates.map((each) => each.slice(-4)));
  const last = dates.length - 1;
  return joined(dates.map((each, at) => (years.size > 1 || at === last ? each : each.replace(/,? \d{4}$/, ''))));
}

/** "on March 30, 2025", "in November 2025" where the day is not known. */
export function on(told: Told): string {
  return `${told.dayKnown ? 'on' : 'in'} ${told.date}`;
}

/** What a meeting did, or an announcement. */
export function took(told: Told): string {
  return told.isMeeting ? 'took place' : 'was announced';
}

/** Place or format, with a space before it; empty where neither adds anything. */
export function where({ place, format, name }: Told): string {
  if (place !== null) return ` ${placed(place)}`;
  if (format === 'telephone') return /telephone|phone|call/i.test(name) ? '' : ' by telephone';
  if (format === 'video') return /video|virtual|online/i.test(name) ? '' : ' by video';
  return '';
}

/** The larger event beside which it was held, with a space before it. */
export function onMargins({ occasion }: Told): string {
  return occasion === null ? '' : ` on the margins of ${the(occasion)}`;
}

/** The meeting's name inside a sentence: with an article unless it opens with one, a possessive or a person. */
export function the(name: string): string {
  if (/^(?:the|an?) /i.test(name)) return lowerFirst(name);
  if (SAID_AS_WORD.test(name)) return name;
  if (
    /^(?:\S+ ){0,4}\S+['’]s (?:visit|courtesy|trip|call|meeting|talks?|phone|telephone)\b/.test(name) &&
    !/(?:ministers|secretaries|leaders|chiefs|officials|directors)['’]/i.test(name)
  )
    return name;
  return `the ${lowerFirst(name)}`;
}

/** Letters that are read as one word take no article: DICAS, and not "SSC". */
const SAID_AS_WORD = /^(?=[A-Z]{4,}$)[^AEIOU]*[AEIOU][^AEIOU]*[AEIOU]/;

/** A name written like a sentence loses its first capital inside one; a Title In Capitals and a proper name keep theirs. */
function lowerFirst(name: string): string {
  const isSentence =
    /^(?:An?|[A-Z][a-z]+(?:-[a-z]+)?) [^A-Z“"]/.test(name) &&
    !/^(?:Japan|Guidelines|Quad)\b/.test(name) &&
    !name.endsWith(')');
  const isNoun = /^(?:Meetings?|Talks?|Visit|Call|Exchange) (?:with|of|on|to|between|by) /.test(name);
  return isSentence || isNoun ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Whether what was asked for is the very name of the meeting. */
export function names(noun: string, told: Told): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/^japan–u\.s\. | meeting$/g, '');
  return plain(noun) === plain(told.name) || (noun.endsWith('2+2') && /"2\+2"\)$/.test(told.name));
}

/** A place such as Washington, D.C. brings its own full stop. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** With a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says that the day is not known. */
export function monthOnly(told: Told): string {
  return told.dayKnown ? '' : ' (the record gives the month only)';
}

/** From the first to the last of so many; one day needs no span, and a year that both share is said once. */
export function span(from: string, to: string, count: number): string {
  const [, day = from, year] = /^(.+), (\d{4})$/.exec(from) ?? [];
  const first = year !== undefined && to.endsWith(`, ${year}`) ? day : from;
  if (from === to) return '';
  return count === 2 ? ` (${first} and ${to})` : ` (from ${first} to ${to})`;
}

/** The title with the place, each said once. */
export function titled({ title, name, place }: Told): string {
  const remark = title.slice(name.length).replace(/^ ?\(|\)$/g, '');
  if (place === null || name.includes(place)) return title;
  if (remark === '' || place.includes(remark)) return `${name}, ${place}`;
  return place.split(/[,()]/).some((part) => part.trim().length > 2 && remark.includes(part.trim()))
    ? title
    : `${title}, ${place}`;
}

/** Those present by country, in the order in which they are recorded. */
export function bySide(people: readonly Attendee[]): readonly (readonly [side: string, people: readonly Attendee[]])[] {
  return [...Map.groupBy(people, ({ side }) => side)];
}

/** Whether a definition names what it defines, in full, in short or by a part of its name. */
export function opensWith(text: string, name: string): boolean {
  const head = text.slice(0, 140).toLowerCase();
  const full = name.toLowerCase();
  const [, whole = full, inside] = /^([^(]*?) ?\((.*)\)$/.exec(full) ?? [];
  const bare = whole.replace(/^the |^(?:united states–japan|japan–u\.s\.(?:–\w+)*) /, '');
  const said = new Set(head.split(/[^\p{L}\p{N}-]+/u));
  const isSaid = (part: string) => (part.includes(' ') ? head.includes(part) : said.has(part));
  return head.includes(bare) || (inside !== undefined && head.includes(inside)) || bare.split(' and ').some(isSaid);
}

/** The 2+2 on July 28, 2024; a day alone stands for itself. */
export function side(one: Told | string): string {
  return typeof one === 'string' ? one : `${the(one.name)} ${on(one)}`;
}

/** "1 year, 2 months and 3 days (428 days)". */
export function lengthOf({ years, months, days, total }: Elapsed, dayKnown: boolean): string {
  const parts = [counted(years, 'year'), counted(months, 'month'), dayKnown ? counted(days, 'day') : ''];
  const long = parts.filter((part) => part !== '');
  if (long.length === 0) return 'less than a day';
  return `${dayKnown ? '' : 'about '}${joined(long)}${long.length > 1 && dayKnown ? ` (${total} days)` : ''}`;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const SUFFIXES = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const;
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** "second"; "11th" and "22nd" from eleven on. */
export function ordinal(place: number): string {
  return ORDINALS[place] ?? `${place}${SUFFIXES[ordinals.select(place)]}`;
}

/** "2 years"; empty for none. */
function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Guidelines are several, an agreement is one. */
export function isSeveral(name: string): boolean {
  return /[^su]s$/.test(name.split(/ (?:for|on|of|between) | \(/)[0] ?? '');
}

/** Those who meet at a level. */
export const levelWords = {
  leaders: 'leaders',
  ministers: 'ministers',
  'vice-ministers': 'vice-ministers',
  officials: 'officials',
  military: 'military chiefs',
} as const;

/** An office behind a name is set off on both sides: "Mr. X, Secretary of Y, called on Z". */
function setOff(sentence: string): string {
  const verb = Math.max(sentence.lastIndexOf(' called'), sentence.lastIndexOf(' visited'));
  const subject = sentence.slice(0, Math.max(0, verb));
  return subject.includes(', ') ? `${subject},${sentence.slice(verb)}` : sentence;
}

/** 120 minutes (2 hours), 210 minutes (3.5 hours), 85 minutes (1 hour 25 minutes): whoever asks for hours is not left to reckon. */
export function inHours(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = rest === 30 ? `${hours}.5 hours` : `${hours} ${hours === 1 ? 'hour' : 'hours'} ${rest} minutes`;
  return `${minutes} minutes (${rest === 0 ? minutesOf(minutes) : parts})`;
}

/** 120 minutes are two hours. */
export function minutesOf(minutes: number): string {
  const hours = minutes / 60;
  return Number.isInteger(hours) ? (hours === 1 ? 'one hour' : `${hours} hours`) : `${minutes} minutes`;
}

import { formatPeriod } from '../../time/format.ts';
import type { Elapsed } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import type { Attendee } from './phrases.ts';
import { isPlain, scopeNoun } from './scope-en.ts';

/** Minister of Defense Nakatani Gen; a long office follows the name in brackets. */
export function named({ name, office, country }: Attendee): string {
  if (country === null && office.length <= 40 && !office.includes(',')) return `${office} ${name}`;
  return `${name} (${country === null ? office : `${office}, ${country}`})`;
}

/** A, B and C. */
export function joined(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
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
  if (place !== null) return ` ${at(place)}`;
  if (format === 'telephone') return /telephone|phone|call/i.test(name) ? '' : ' by telephone';
  if (format === 'video') return /video|virtual|online/i.test(name) ? '' : ' by video';
  return '';
}

/** "in Tokyo", "at the White House". */
export function at(place: string): string {
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
export function the(name: string): string {
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
export function names(noun: string, told: Told): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/ meeting$/, '');
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

/** From the first to the last of several; one day needs no span. */
export function span(from: string, to: string): string {
  return from === to ? '' : ` (from ${from} to ${to})`;
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

/** Whether a definition names what it defines. */
export function opensWith(text: string, name: string): boolean {
  const head = text.slice(0, 80).toLowerCase();
  const short = name.replace(/ ?\(.*$/, '').toLowerCase();
  return head.includes(short) || /^(?:the |an? )?[^.]{1,50}\b(?:is|are|means|refers)\b/i.test(head);
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

/** "second"; "11th" from eleven on. */
export function ordinal(place: number): string {
  return ORDINALS[place] ?? `${place}th`;
}

/** "2 years"; empty for none. */
export function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The period of a scope, with its preposition. */
export function within(about: Scope): string {
  const { period } = about;
  return period === null ? '' : inPeriod(formatPeriod(period, 'en'));
}

/** "in 2025", "on March 30, 2025", "since 2024". */
export function inPeriod(text: string): string {
  return /^(?:since|until|all)/.test(text)
    ? text
    : /\d{1,2}, \d{4}$/.test(text) && !text.includes(' – ')
      ? `on ${text}`
      : `in ${text}`;
}

/** Nothing was asked about. */
export function isEmpty(about: Scope): boolean {
  return isPlain(about) && scopeNoun(about, 2) === 'consultations';
}

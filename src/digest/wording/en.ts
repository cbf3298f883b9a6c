import { placed } from '../../answer/phrases/place-en.ts';
import { joined, named, where } from '../../answer/phrases/words-en.ts';
import type { Attendee, Told } from '../../answer/told.ts';
import { formatDate, formatDateWithWeekday, formatPeriod } from '../../time/format.ts';
import type { PlainDate } from '../../time/period.ts';
import type { Days } from '../calendar.ts';
import type { Difference } from '../differences.ts';
import type { DigestSection } from '../digest.ts';
import type { Names } from './wording.ts';

/** A digest's sentences in English. */
export const en = {
  /** The day, or the days, that it speaks of. */
  title: ({ from, to }: Days) =>
    `Alliance consultations: ${from === to ? formatDateWithWeekday(to, 'en') : formatPeriod({ from, to }, 'en')}`,
  headings: {
    latest: 'Latest consultations',
    new: 'Added to the record',
    corrected: 'Corrected records',
    'on-this-day': 'On this day',
    ahead: 'Coming up',
  } satisfies Record<DigestSection['kind'], string>,
  /** Instead of the heading for this day in earlier years, when there are several days. */
  theseDays: 'On these days in earlier years',
  /** A heading over a list that was cut. */
  cut: (heading: string, shown: number, all: number) => `${heading} (${shown} of ${all})`,
  /** A heading with how long ago or ahead the meeting is. */
  distant: (heading: string, distance: string) => `${heading} (${distance})`,
  /** Who met and where, under the meeting's name and day; `shown` of those who took part are named. */
  gathered: (told: Told, shown: readonly Attendee[]) => sentence(`${who(told, shown) ?? 'It'} ${did(told, shown)}`),
  /** The same of what is dated ahead and has no outcome yet. */
  planned: (told: Told, shown: readonly Attendee[]) =>
    sentence(`It is planned${where(told)}${shown.length === 0 ? '' : `, with ${who(told, shown)}`}`),
  yearsAgo: (years: number, isToday: boolean) => `${count(years, 'year')} ago${isToday ? ' today' : ''}`,
  /** From whole years and months, or days when less than a month; all zero is today. */
  ago: ({ years, months, days }: { years: number; months: number; days: number }) => {
    if (years === 0 && months === 0) return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
    const parts = [years === 0 ? [] : count(years, 'year'), months === 0 ? [] : count(months, 'month')].flat();
    return `${parts.join(' and ')} ago`;
  },
  monthsAgo: (months: number) => (months === 0 ? 'this month' : `${count(months, 'month')} ago`),
  /** Zero is today. */
  inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  /** What became different in a record, in one sentence. */
  difference: (difference: Difference, names: Names) => sentence(changed(difference, names)),
  /** A sentence that was added to the record. */
  addedSentence: (text: string) => `Added: ${text}`,
  /** A sentence that now reads otherwise. */
  rewordedSentence: (text: string) => `Now reads: ${text}`,
  /** For a record whose former state is not known. */
  revised: (date: PlainDate) => `This record was revised on ${formatDate(date, 'en')}.`,
  coverage: ({ from, to, consultations }: { from: string; to: string; consultations: number }) =>
    `The record covers ${count(consultations, 'consultation')} from ${from} to ${to}.`,
  filtered: (names: readonly string[]) => `Filtered by ${names.join(', ')}.`,
  quiet: ({ from, to }: Days) =>
    `Nothing new on record${from === to ? ', and no consultation took place on this day in earlier years' : ' since the last digest, and no consultation took place on these days in earlier years'}.`,
  timelineTitle: (period: string) => `Alliance consultations, ${period}`,
};

function who({ attendees }: Told, shown: readonly Attendee[]): string | null {
  if (shown.length === 0) return null;
  const rest = attendees.length - shown.length;
  return joined([...shown.map(named), ...(rest > 0 ? [`${count(rest, 'other')}`] : [])]);
}

/** What they did, and where. */
function did(told: Told, shown: readonly Attendee[]): string {
  if (shown.length === 0) return `${told.isMeeting ? 'took place' : 'was issued'}${where(told)}`;
  if (shown.length === 1 && told.attendees.length === 1) return `took part${where(told)}`;
  if (told.format === 'telephone') return 'spoke by telephone';
  if (told.format === 'video') return 'met by video';
  // Where the record has neither place nor format, it does not say that they met.
  if (told.place === null) return told.format === null ? 'took part' : 'met in person';
  return `met ${placed(told.place)}`;
}

function changed(difference: Difference, names: Names): string {
  switch (difference.of) {
    case 'title':
      return fromTo('Title', `“${difference.from.en}”`, `“${difference.to.en}”`);
    case 'date':
      return fromTo('Date', formatDate(difference.from, 'en'), formatDate(difference.to, 'en'));
    case 'framework':
      return fromTo('Framework', names.framework(difference.from), names.framework(difference.to));
    case 'place':
      return fromTo('Place', difference.from?.en ?? null, difference.to?.en ?? null);
    case 'format':
      return fromTo('Format', FORMATS[difference.from ?? 'none'], FORMATS[difference.to ?? 'none']);
    case 'minutes':
      return fromTo('Length', minutes(difference.from), minutes(difference.to));
    case 'people': {
      const list = (ids: readonly string[]) => joined(ids.map(names.person));
      const { added, removed } = difference;
      if (removed.length === 0) return `Participants added: ${list(added)}`;
      if (added.length === 0) return `Participants removed: ${list(removed)}`;
      return `Participants corrected: ${list(added)} added, ${list(removed)} removed`;
    }
    case 'offices':
      return 'Offices of participants corrected';
    case 'added':
    case 'reworded':
      return `${count(difference.outcomes.length, noun(difference))} ${difference.of}`;
    case 'removed':
      return `${count(difference.count, 'outcome')} removed`;
    case 'sources':
      return 'Sources updated';
  }
}

function noun({ outcomes }: Extract<Difference, { of: 'added' | 'reworded' }>): string {
  return outcomes.every(({ act }) => act === 'agreed') ? 'agreement' : 'outcome';
}

function fromTo(what: string, from: string | null, to: string | null): string {
  if (from === null) return `${what} added: ${to}`;
  return to === null ? `${what} removed: ${from}` : `${what} corrected from ${from} to ${to}`;
}

const FORMATS = { 'in-person': 'in person', telephone: 'by telephone', video: 'by video', none: null } as const;

function minutes(number: number | null): string | null {
  return number === null ? null : count(number, 'minute');
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

import { formatDate } from '../../time/format.ts';
import type { Meeting, Wording } from './wording.ts';

/** A digest's sentences in English. */
export const en: Wording = {
  title: (date) =>
    `Alliance consultations: ${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]}, ${formatDate(date, 'en')}`,
  headings: {
    new: 'New and corrected records',
    'on-this-day': 'Around this day in earlier years (within 3 days)',
    latest: 'Latest consultations',
    ahead: 'Coming up',
  },
  followed: 'What followed',
  cut: (heading, shown, all) => `${heading} (${shown} of ${all})`,
  meeting: (meeting) => {
    const when = `${meeting.dayKnown ? 'On' : 'In'} ${meeting.date}${meeting.distance === null ? ',' : ` (${meeting.distance}),`}`;
    const done = meeting.isMeeting ? 'took place' : 'was issued';
    const verb = meeting.held ? done : 'will take place';
    const sentence = `${when} ${article(meeting.title)}${meeting.title} ${verb}${how(meeting)}`;
    return sentence.endsWith('.') ? sentence : `${sentence}.`;
  },
  added: (sentence) => `Added: ${lowerFirst(sentence)}`,
  corrected: (sentence) => `Corrected: ${lowerFirst(sentence)}`,
  yearsAgo: (years, exact) => `${count(years, 'year')} ago${exact ? ' today' : ''}`,
  ago: ({ years, months, days }) => {
    if (years === 0 && months === 0) return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
    const parts = [years === 0 ? [] : count(years, 'year'), months === 0 ? [] : count(months, 'month')].flat();
    return `${parts.join(' and ')} ago`;
  },
  monthsAgo: (months) => (months === 0 ? 'this month' : `${count(months, 'month')} ago`),
  inDays: (days) => (days === 1 ? 'tomorrow' : `in ${days} days`),
  daysLater: (days) => (days === 1 ? 'the next day' : `${days} days later`),
  coverage: ({ from, to, consultations }) =>
    `The record covers ${count(consultations, 'consultation')} from ${from} to ${to}.`,
  filtered: (names) => `Filtered by ${names.join(', ')}.`,
  manage: 'Change or stop this digest with /alliance-digest.',
  quiet: 'Nothing new on record today, nothing around this day in earlier years, and nothing dated ahead.',
  timelineTitle: (period) => `Alliance consultations, ${period}`,
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function how({ place, format, title }: Meeting): string {
  if (format === 'telephone') return /telephone|phone|call/i.test(title) ? '' : ' by telephone';
  if (format === 'video') return /video|virtual|online/i.test(title) ? '' : ' by video';
  if (place === null) return '';
  return ` in ${/ area\b/.test(place) && !/^the /i.test(place) ? 'the ' : ''}${place}`;
}

/** No article before a title that has one, or that opens with a possessive. */
function article(title: string): string {
  return /^(?:the|an?) |^(?:[^ ]+|[^ ]+ [^ ]*)['’]s /i.test(title) ? '' : 'the ';
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

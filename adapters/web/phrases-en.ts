import type { FrameworkAspect, Level } from '../../src/knowledge/index.ts';
import type { FaultPhrases } from './phrases.ts';

const faults: FaultPhrases = {
  'not-found': { title: 'Page not found', text: (detail) => `Nothing on record has the address ${detail}.` },
  'unknown-filter': {
    title: 'Unknown filter',
    text: (detail) => `${detail}. Pick one of the names that the filter form offers.`,
  },
  'unknown-parameter': {
    title: 'Unknown parameter',
    text: (detail) => `This address does not take ${detail}.`,
  },
  'bad-period': {
    title: 'Period not understood',
    text: (detail) => `“${detail}” is not a period. Write 2025, 2025-03 or March 2025.`,
  },
  'bad-page': { title: 'No such page', text: (detail) => `Page ${detail} is not there; pages count from 1.` },
  'no-question': { title: 'No question', text: () => 'Type a question, for example: when was the latest 2+2?' },
  'too-long': { title: 'Too long', text: (detail) => `A question may have at most ${detail} characters.` },
  'too-many': {
    title: 'Too many requests',
    text: (detail) => `That was more than the limit for one address. Try again in ${detail} seconds.`,
  },
  'bad-format': { title: 'No such format', text: (detail) => `This page does not come as ${detail}.` },
  'bad-request': { title: 'Request not understood', text: (detail) => detail },
  method: {
    title: 'Method not allowed',
    text: (detail) => `${detail} is not allowed here: the record is read only.`,
  },
  failed: { title: 'Something failed', text: () => 'This page could not be shown. Please try again in a moment.' },
};

/** What the pages say in English. */
export const en = {
  site: 'Kyōgi',
  tagline: 'Japan–U.S. alliance consultations on record',
  /** Name and `hreflang` of the other language, in that language. */
  otherLanguage: '日本語',
  /** Between a label and what it labels. */
  colon: ': ',
  skip: 'Skip to the content',
  navigation: 'Main',
  home: 'Home',
  consultations: 'Consultations',
  frameworks: 'Frameworks',
  people: 'People',
  topics: 'Topics',
  years: 'Years',
  about: 'About the record',
  breadcrumb: 'You are here',

  askLabel: 'Ask the record',
  askButton: 'Ask',
  askHint: 'Who met, when, where, what was agreed: in English or Japanese.',
  examples: 'For example',
  latest: 'Latest consultations',
  allConsultations: 'All consultations',
  onThisDay: 'On this day in earlier years (within three days)',
  noneOnThisDay: 'No consultation on record fell on this day, or up to three days from it, in an earlier year.',
  yearsAgo: (years: number, exact: boolean) => {
    const ago = years === 1 ? '1 year ago' : `${years} years ago`;
    return exact ? `${ago} today` : ago;
  },
  browse: 'Browse the record',
  covers: ({ from, to, consultations }: { from: string; to: string; consultations: number }) =>
    `${consultations} consultations from ${from} to ${to}, each with its sources.`,

  answer: 'Answer',
  permalink: 'Link to this answer',
  permalinkHint: 'It keeps today’s date, so that “last month” still means the same month later.',
  notes: 'About this answer',
  restsOn: 'Consultations behind this answer',
  tryAsking: 'You could ask',
  choose: 'Which one do you mean?',
  sources: 'Sources',
  citation: (n: number) => `Source ${n}`,
  backToText: 'Back to the text',

  date: 'Date',
  framework: 'Framework',
  level: 'Level',
  format: 'Format',
  place: 'Place',
  occasion: 'On the margins of',
  duration: 'Length',
  minutes: (count: number) => `${count} minutes`,
  participants: 'Participants',
  outcomes: 'What was said and agreed',
  noOutcomes: 'The record holds the meeting itself, but no outcome of it.',
  documents: 'Documents',
  note: 'Note',
  earlier: 'Earlier in this framework',
  later: 'Later in this framework',
  recordDates: 'This record',
  added: (date: string) => `Added on ${date}.`,
  revised: (date: string) => `Last revised on ${date}.`,
  /** One side alone said it. */
  saidBy: (country: string) => `said by ${country}`,

  definition: 'What it is',
  structure: 'Structure',
  members: 'Members',
  since: 'Since',
  partOf: 'Part of',
  under: 'Set under',
  below: 'Within it',
  offices: 'Offices',
  officeNote:
    'Days marked “on record” are the first and last on which the record shows the person in the post; the term itself is longer.',
  term: (from: string | null, to: string | null, isTerm: boolean) => {
    if (from === null && to === null) return '';
    const span = from === to && from !== null ? from : `${from ?? '…'} – ${to ?? ''}`.trim();
    return isTerm ? span : `${span} (on record)`;
  },
  meetings: 'Consultations attended',
  country: 'Country',
  parts: 'Known by name within it',
  narrower: 'Narrower topics',
  broader: 'Part of',
  development: 'Development over time',
  count: (consultations: number) => `${consultations} ${consultations === 1 ? 'consultation' : 'consultations'}`,
  statements: (count: number) => `${count} ${count === 1 ? 'statement' : 'statements'}`,
  span: (first: string, latest: string) => (first === latest ? first : `${first} to ${latest}`),
  noneYet: 'No consultation on record yet.',
  inYear: (year: string) => year,
  timelinePicture: (of: string) => `Timeline as a picture: ${of}. The list below says the same in words.`,

  filter: 'Filter',
  filterButton: 'Show',
  clearFilters: 'Clear the filters',
  period: 'Period',
  periodHint: 'Such as 2025, March 2025, 2025-03, Reiwa 7, fiscal 2024.',
  any: 'Any',
  person: 'Person',
  topic: 'Topic',
  order: 'Order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  found: (count: number) => `${count} ${count === 1 ? 'consultation' : 'consultations'} on record`,
  nothingFound: 'No consultation on record fits these filters.',
  filteredBy: (names: readonly string[]) => `Filtered by: ${names.join(', ')}`,
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  page: (index: number, count: number) => `Page ${index} of ${count}`,
  previousPeriod: 'Earlier',
  nextPeriod: 'Later',
  months: 'Months',
  periodTitle: (period: string) => `Consultations in ${period}`,
  periodsTitle: 'Consultations by year',

  aboutTitle: 'About the record',
  whatIsHere: 'What is on record',
  method: 'Method',
  methodText: [
    'Each consultation is one file in both languages, whose dates, names and references are checked. Every statement names the page that it rests on.',
    'Statements are in our own words. “Agreed”, “confirmed” and “welcomed” are used only where the source says so. What one side alone said is marked as such.',
    'Government pages come first. A statement that rests on a news report or on a reprint of an official text says so.',
    'Dates are those at the venue: a meeting in Washington on the 14th may be the 15th in Japan. Offices are as held on that day.',
    'Answers are put together from these records by rules, without a language model. The same question on the same record gives the same answer. What the record does not hold is said to be not on record; that does not mean that it did not happen.',
  ],
  coverageTitle: 'Coverage',
  byYear: 'By year',
  byFramework: 'By framework',
  year: 'Year',
  official: 'With an official page',
  reprints: 'Reprint only',
  newsOnly: 'News only',
  /** Outcomes that rest on poor pages alone. */
  poor: 'Statements on weak pages alone',
  total: 'All',
  firstDay: 'First',
  lastDay: 'Latest',
  readThrough: 'How far sources have been read',
  /** All pages up to one day, some up to another. */
  readUpTo: (through: string | null, inPart: string | null) =>
    [through && `in full through ${through}`, inPart && `in part through ${inPart}`].filter(Boolean).join(', '),
  emptyMonths: (months: readonly string[]) => `Months without a consultation on record: ${months.join(', ')}.`,
  errors: 'Report an error',
  errorsText:
    'If something is wrong or missing, say which page or answer it is, what should stand there, and which public page shows it. In Discord and Slack, “Something wrong?” in the ⋯ menu under an answer does the same.',
  contact: 'Write to those who keep this record',
  data: 'Data and feeds',
  dataText: [
    'Every page is also data: put .json or .csv after its address. A CSV file holds the whole list, whatever the page shows.',
    'Every list, framework, topic and person has a feed: .atom for new and revised records, .ics for calendars. /on-this-day does the same for anniversaries.',
    '/api/ask?q=… answers a question as JSON. Assistants can connect to /mcp (Model Context Protocol, streamable HTTP).',
  ],
  openapi: 'OpenAPI description',
  licence: 'The records are CC BY 4.0. Pages that they cite belong to their publishers.',

  thisPageAs: 'This page as data',
  feed: 'Atom feed',
  calendar: 'Calendar (iCal)',
  /** Before the title of an entry of a feed. */
  feedRemark: (kind: 'added' | 'revised'): string => (kind === 'added' ? 'Added' : 'Revised'),
  dayUnknown: '(the record gives the month only)',
  recordVersion: 'Version of the record',
  staticNote: 'This copy of the record was made to be read without a server; questions can be put to the bot.',

  faults,
  backHome: 'Back to the home page',

  levels: {
    leaders: 'Leaders',
    '2+2': '“2+2”',
    ministers: 'Ministers',
    officials: 'Officials',
    military: 'Military',
    trilateral: 'Trilateral and wider',
  } satisfies Record<Level, string>,
  formats: { 'in-person': 'In person', telephone: 'By telephone', video: 'By video' },
  aspects: {
    purpose: 'Purpose',
    basis: 'Basis',
    rhythm: 'How often it meets',
    members: 'Members',
    structure: 'Structure',
    since: 'History',
    role: 'Role',
  } satisfies Record<FrameworkAspect, string>,
};

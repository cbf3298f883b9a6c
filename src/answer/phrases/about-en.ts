import type { Query } from '../../reading/query.ts';
import { isEmpty, type Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import type { Coverage, LeftAside, PageDetails } from './phrases.ts';
import { placed } from './place-en.ts';
import { scope, scopeNoun } from './scope-en.ts';
import { capital, joined, joinedBy, on, ordinal, quoted, the, titled } from './words-en.ts';

/** What is said of the answer and the record rather than of a meeting. */
export const aboutEn = {
  coverage: ({ from, to, consultations }: Coverage) =>
    `The record covers ${consultations} consultations of the Japan–U.S. alliance from ${from} to ${to}.`,
  covers: ({ from, to, consultations }: Coverage) =>
    `The record covers ${consultations} consultations from ${from} to ${to}.`,
  countNote: ({ from, to, consultations }: Coverage) =>
    `Counted within this record alone (${consultations} consultations from ${from} to ${to}); what is not on record is not counted.`,
  /** What was issued without a meeting. */
  notCounted: (papers: readonly Told[]) =>
    `Issued without a meeting and not counted: ${joined(papers.map((told) => `${the(told.name)} ${on(told)}`))}.`,
  /** How far pages of one kind have been read: all of them through one day, some through another. */
  readThrough(kind: string, through: string | null, inPart: string | null) {
    const days = [
      ...(through === null ? [] : [`in full through ${through}`]),
      ...(inPart === null ? [] : [`in part through ${inPart}`]),
    ];
    return `${kind} have been read ${joined(days)}.`;
  },
  /** What pages the whole record rests on, by the numbers of each kind. */
  pages: ({ official, reprint, news }: Readonly<Record<'official' | 'reprint' | 'news', number>>) =>
    `The record rests on ${(official + reprint + news).toLocaleString('en-US')} pages: ${official} official pages of governments and forces, ${reprint} reprints of official texts and ${news} news reports.`,
  /** Who published the most pages of one kind, with their numbers. */
  publishers(kind: 'official' | 'reprint' | 'news', most: readonly (readonly [name: string, pages: number])[]) {
    const pages = { official: 'Official pages', reprint: 'Reprints', news: 'News reports' }[kind];
    return `${pages}: ${joined([...most.map(([name, count]) => `${name} (${count})`), 'others'])}.`;
  },
  frameworkCovered: (name: string, count: number, latest: Told) => `${name}: ${count} (latest: ${latest.date})`,

  nothing: (about: Scope) => (isEmpty(about) ? 'Nothing on record answers this question.' : noneOf(about)),
  nothingYesNo: (about: Scope) => (isEmpty(about) ? 'Nothing on record answers this question.' : noneOf(about)),
  /** Asked for what lies ahead. */
  nothingAhead: (about: Scope) => `No upcoming ${scopeNoun(about, 2)} are on record.`,
  /** The meeting asked about is on record, the subject asked about there is not. */
  notRaised: (told: Told, subjects: readonly string[]) =>
    `${capital(the(told.name))} ${on(told)} is on record, but the record does not mention ${joinedBy(subjects, 'or') || 'this'} there.`,
  notAmong: (about: Scope, count: number, subjects: readonly string[]) =>
    `None of the ${count} ${scope(about, count)} on record mentions ${joinedBy(subjects, 'or') || 'this'}.`,
  /** Of several meetings none had these countries at the table. */
  joinedByNone: (about: Scope | null, count: number, countries: readonly string[]) =>
    `${capital(joined(countries))} took part in none of the ${count} ${about === null ? 'consultations just shown' : `${scope(about, count)} on record`}.`,
  /** A talk that is on record without names, of the table at which these people sat. */
  byPost: (told: Told, names: readonly string[]) =>
    `${capital(the(told.title))} is on record for ${told.date}. The record does not name who took part; the posts were held by ${joined(names)} at the time.`,
  /** Words of the question that what is shown does not say. */
  notThere: (words: readonly string[]) => `The record there does not mention ${joinedBy(words, 'or')}.`,
  /** Over where else the subject came up. */
  elsewhere: 'It came up elsewhere:',
  /** A place where no consultation on record was held, above what mentions it. */
  heldNowhere: (places: readonly string[]) =>
    `No consultation held at ${joined(places)} is on record. It is mentioned here:`,
  /** Above the statements that come closest to what nothing says as it was put. */
  closestSaid: 'What the record says that comes closest:',
  /** Over what is near, by what was left aside for it. */
  nearest(aside: LeftAside | null) {
    if (aside === null) return 'Nearest on record:';
    if (aside === 'time') return 'Nearest on record, at another time:';
    if (aside === 'latest') return 'The latest on record:';
    const names = joinedBy(aside.names, 'or');
    switch (aside.role) {
      case 'person':
      case 'post':
      case 'member':
        return `Nearest on record, without ${names}:`;
      case 'members':
        return 'Nearest on record, among other countries:';
      case 'place':
      case 'country':
        return `Nearest on record, held elsewhere than ${names}:`;
      case 'occasion':
        return `Nearest on record, not on the margins of ${the(names)}:`;
      case 'topic':
      case 'mention':
        return `Nearest on record, not on ${names}:`;
      case 'word':
        return 'Nearest on record:';
      default:
        return `Nearest on record, other than ${names}:`;
    }
  },
  impossible: (why: string) => `There is no such date: ${why}`,
  refused: {
    opinion: 'This bot gives no opinions; it tells only what is on record.',
    unsaid:
      'The record tells what was discussed, not what was left out. Ask whether a subject came up: “Did they discuss Taiwan in March 2025?”',
    others:
      'The record tells what Japan, the United States and those who met with them said. How others took it is not on record.',
    sayings: 'The record tells what was said, and does not count how often somebody used a word.',
    prediction: 'This bot makes no predictions; it tells only what is on record.',
    'out-of-scope': 'This question cannot be answered from the record of Japan–U.S. alliance consultations.',
    'too-long': 'This text is too long to answer. Please ask in one or two sentences.',
    unread: 'This question was not understood. Please name a meeting, a person, a time or a topic.',
  } satisfies Record<NonNullable<Query['reason']>, string>,
  help: 'Ask about Japan–U.S. alliance consultations: who met, when, where and what was discussed. Every statement carries its source.',
  helpNotes: [
    'Use plain sentences with a time, a person, a framework or a topic (last month, March 2025, Minister Nakatani, 2+2, AMRAAM). A follow-up such as “where was it?” works too.',
    'What is not on record is said to be so; there are no opinions and no predictions.',
  ],
  greeting: 'Hello! You can ask me who met, when, where, and what was agreed.',
  farewell: 'Goodbye.',
  thanks: 'You’re welcome.',
  clarify: 'Which one do you mean?',

  /** Words that the record does not hold were given up; without any, words that may not be shown again. */
  dropped(words: readonly string[]) {
    if (words.length === 0) return 'Part of the question matches nothing on record, so this answers the rest of it.';
    return `The matching records do not mention ${eitherOf(words)}, so this answers the rest of the question.`;
  },
  /** The records found do not tell where they were held, which was asked. */
  untold: (names: readonly string[]) =>
    `The record does not tell whether this was ${joinedBy(names.map(placed), 'or')}.`,
  /** Asked when something was done of which the record does not tell. */
  undated: (words: readonly string[]) =>
    `The record does not tell of ${eitherOf(words)} itself or give its date; this comes closest.`,
  /** Nothing is recorded as done so: agreed, signed … */
  noAct: (act: string) =>
    act === 'agreed'
      ? 'The record shows no agreement on this; what is shown was confirmed, discussed or stated.'
      : `The record does not say that this was ${DONE[act] ?? act}; what is shown is what it holds on the subject.`,
  /** Under what was planned or agreed, where the future was asked about. */
  planned: 'This is what the record says was planned or agreed; this bot makes no predictions.',
  /** Asked when a thing will be, of which only plans without a day are on record. */
  noDayPlanned: 'No date for this is on record. What was planned or agreed:',
  /** Whether a thing is done was asked, and nothing says so. */
  notCompleted: 'Nothing on record says that this has been completed.',
  /** Nothing is recorded as said by that side or person alone. */
  noSpeaker: (names: readonly string[]) =>
    `Nothing on this is recorded as said by ${joinedBy(names, 'or')} alone; what is shown is recorded as the view of all sides.`,
  /** Under how many people took part. */
  peopleCounted: 'Only participants named on record are counted; others may have been present.',
  noFigure: 'The record gives no figure for this.',
  /** Only news is cited, of a consultation with official pages on record. */
  newsCited: 'This answer cites news reports only.',
  /** Only news is cited, and no official page is on record. */
  newsOnly: 'This answer rests on news reports alone; no official page is on record for it.',
  /** One of several questions, by its place from 1, as a heading. */
  questionHeading: (place: number) => `As for your ${ordinal(place)} question`,
  /** What is told of one of several questions. */
  underQuestion: (heading: string, sentence: string) => `${heading}: ${sentence}`,
  /** That one of several questions waits. */
  askApart: (heading: string) => `${heading}: please ask this one separately.`,
  /** Marks one sentence that rests on news alone. */
  byNews: (sentence: string) =>
    SAYS_SO.test(sentence) ? sentence : sentence.replace(/\.?$/, (stop) => ` (news report)${stop}`),
  reprintOnly: 'This answer rests on reprints or news reports, not on the official page itself.',
  note: (told: Told, note: string) => `Note on ${the(told.name)} ${on(told)}: ${note}`,
  /** A record whose day is unknown and that may fit. */
  perhaps: (told: Told) => `Known to the month alone, so it may fit as well: ${told.date}, ${titled(told)}.`,
  page: (index: number, count: number) => `Page ${index} of ${count}`,

  /** `narrowed` are the names it is narrowed to; none for everything on record. */
  timelineTitle: (period: string, narrowed: readonly string[]) =>
    `Alliance consultations${narrowed.length === 0 ? '' : `: ${narrowed.join(' · ')}`}, ${period}`,
  /** Periods that nobody asked for are told as such. */
  lastTwelveMonths: (period: string) => `the last twelve months on record (${period})`,
  wholeRecord: (period: string) => `the whole record (${period})`,
  formats: { 'in-person': 'in person', telephone: 'telephone', video: 'video' },
  sources: 'Sources',
  bullet: '• ',
  /** A title in quotation marks. */
  quoted,
  /** What follows the title of a page: its language where that is another than the reader's, publisher, day and places. */
  sourceDetails({ publisher, published, locator, kind, tongue }: PageDetails) {
    const remarks = [tongue === null ? null : TONGUES[tongue], KINDS[kind]].filter((remark) => remark !== null);
    const remark = remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
    const where = [publisher, published].filter((part) => part !== null).join(', ');
    return `${remark}, ${where}${locator === null ? '' : ` – ${locator}`}`;
  },
  /** Numbered places of one page: `pattern` has # for the number. */
  numbered(pattern: string, runs: readonly (readonly [number, number])[]) {
    const numbers = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
    return pattern.replace(/(para\.|item|section) #$/, (_, unit: string) => `${UNITS[unit] ?? unit} ${numbers}`);
  },
};

/** Its name says already that a record rests on news. */
const SAYS_SO = /\(reported on [^()]*\)\.?$/;

const TONGUES = {
  ja: 'in Japanese',
  en: 'in English',
  ko: 'in Korean',
  zh: 'in Chinese',
  other: 'in another language',
} as const;
const KINDS = { official: null, news: 'news report', reprint: 'reprint' } as const;
const UNITS: Readonly<Record<string, string>> = { 'para.': 'paras.', item: 'items', section: 'sections' };

/** What was done about a subject, where the id of the act is no participle for it. */
const DONE: Readonly<Record<string, string>> = {
  instructed: 'ordered',
  concerned: 'called a concern',
  condoled: 'met with condolences',
};

/** "No talks … are on record": one by its singular where it has one. */
function noneOf(about: Scope): string {
  return `No ${about.others ? 'other ' : ''}${scope(about, 1)} ${/\b(?:talks|negotiations)\b/i.test(scopeNoun(about, 1)) ? 'are' : 'is'} on record.`;
}

/** Any of some words of the question. */
function eitherOf(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return joinedBy(quoted, 'or');
}

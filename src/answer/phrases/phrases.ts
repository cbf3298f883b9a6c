import type { Formats, Framework, Source } from '../../knowledge/schema.ts';
import type { Query, Role } from '../../reading/query.ts';
import type { Language } from '../../text/language.ts';
import type { Elapsed } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Attendee, Told } from '../told.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** The first or last day of a term; not `isTerm` where it is only that of a record. */
export type Bound = { readonly day: string; readonly isTerm: boolean } | null;
export type Term = {
  readonly name: string;
  readonly country: string;
  readonly office: string;
  readonly from: Bound;
  readonly to: Bound;
};

export type Holder = { readonly name: string; readonly bound: Bound };

/** First and last day on record, and how many consultations. */
export type Coverage = { readonly from: string; readonly to: string; readonly consultations: number };
/** A page, with the language that it is written in where that is known. */
export type SourcePage = {
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly locator: string | null;
  readonly language?: Source['language'] | undefined;
};
/** A language as a reader of another is told of it; `other`: one that has no name here. */
export type Tongue = Language | 'ko' | 'zh' | 'other';
/** A name and how many of something it has. */
export type Counted = { readonly name: string; readonly count: number };
/** Highest level first; `undefined` for what has none. */
export type LevelCount = { readonly level: Framework['seniority']; readonly count: number };
/** In person, by telephone, by video; `undefined` where the record does not say. */
export type FormCount = { readonly form: (typeof Formats)[number] | undefined; readonly count: number };
/** What was left aside to find something near: the period, or what a constraint of this role names. */
export type LeftAside = 'time' | 'latest' | { readonly role: Role; readonly names: readonly string[] };
type Grouping = NonNullable<Query['by']>;
type Threshold = NonNullable<Query['threshold']>;
type Direction = NonNullable<Query['direction']>;

/** A meeting and how many minutes it lasted. */
export type Timed = { readonly told: Told; readonly minutes: number };

type Seniority = NonNullable<Framework['seniority']>;

/** Every sentence that answers are made of, in one language; the same set in each. */
export type Phrases = {
  // Naming.
  /** With offices, joined by "and". */
  attendees(people: readonly Attendee[]): string;
  /** A, B and C. */
  names(names: readonly string[]): string;
  /** A person without an office: 石破茂氏. */
  person(name: string): string;
  /** The thing asked about: 2025年の日米首脳会談 / Japan–U.S. summit meetings in 2025. */
  scope(scope: Scope): string;
  /** A name, and how often where more than once. */
  times(name: string, count: number): string;

  // One consultation.
  /** Its name and day, over its statements. */
  heading(told: Told): string;
  attended(told: Told): string;
  /** Beside those told of before the record names nobody. */
  nobodyElse(told: Told): string;
  /** Who took part, the meeting being known. */
  present(told: Told): string;
  /** Some of those who took part, of one country where it is given; `told.attendees` are those alone. */
  attendedFor(country: string | null, told: Told): string;
  /** Whom somebody met there; `told.attendees` are the others alone. */
  met(who: readonly string[], told: Told): string;
  heldOn(told: Told): string;
  heldAt(told: Told): string;
  /** Asked on the margins of which event it was held. */
  noOccasion(told: Told): string;
  /** One line of a list: date, title, place. */
  item(told: Told): string;
  /** The same, and who was there. */
  full(told: Told): string;
  /** A consultation by its name and day, within a sentence. */
  meeting(told: Told): string;
  /** A statement within its consultation: when and where it was said comes first. */
  framed(told: Told, statement: string): string;
  /** The same as a full sentence, for a first line; `pair` are the family names of the two who met. */
  said(told: Told, statement: string, pair: readonly string[] | null): string;
  /** The same for whoever asked when: the day comes first. */
  onTheDay(told: Told, statement: string): string;
  /** A statement alone, its consultation being known. */
  outcome(text: string): string;
  /** `place` counts from 1: the second latest is the latest but one. */
  extreme(side: 'first' | 'latest', told: Told, scope: Scope, place: number): string;
  since(told: Told, elapsed: Elapsed, today: string, scope: Scope): string;
  /** From one consultation or day to another. */
  between(one: Told | string, other: Told | string, elapsed: Elapsed): string;
  lasted(told: Told, minutes: number): string;
  /** Since when there had been none like it, the record does not tell. */
  gapUnknown(told: Told): string;
  /** How much longer the first of two was; that they were as long, where they were. */
  longerBy(one: Timed, other: Timed): string;
  lengthUnknown(told: Told): string;
  /** How many of those that fit have a length on record. */
  lengthKnown(known: number, all: number): string;
  /** How many of those with a length on record were so long. */
  lengths(scope: Scope, count: number, threshold: NonNullable<Query['threshold']>): string;
  /** None of those that fit has one. */
  noLengths(scope: Scope, count: number): string;
  documents(told: Told, titles: readonly string[]): string;
  noDocuments(told: Told): string;
  /** How many meetings issued some. */
  documentsOf(scope: Scope, count: number): string;
  /** Of how many meetings papers say what was asked. */
  papersSaying(count: number): string;
  noOutcomes(told: Told): string;

  // Several.
  /** `forms`: how many there were of each, where that is told. */
  counted(scope: Scope, count: number, span: readonly [from: string, to: string], forms: readonly FormCount[]): string;
  /** A number of meetings, and how far apart they were on average. */
  spaced(counted: string, days: number): string;
  /** A number of meetings, and how many of them were among three countries or more. */
  ofSeveral(counted: string, several: number, all: number): string;
  /** How often somebody came to a country or place, and at how many consultations there. */
  visited(who: string, where: string, visits: number, count: number, span: readonly [from: string, to: string]): string;
  /** Which consultations count as one visit. */
  visitNote(days: number): string;
  /** How many of each of several things. */
  countedApart(parts: readonly { scope: Scope; count: number }[]): string;
  several(side: 'first' | 'latest', scope: Scope, count: number): string;
  /** How many, of which levels; what was settled follows. */
  overview(scope: Scope, count: number, levels: readonly LevelCount[]): string;
  /** `more`: meetings before those days, or after them. */
  dates(scope: Scope, dates: readonly string[], more: number, side: 'before' | 'after'): string;
  places(scope: Scope, places: readonly Counted[], more: number): string;
  /** Everybody who took part in several. */
  participants(scope: Scope, names: readonly string[], more: number): string;
  tookPartFor(country: string, names: readonly string[], more: number): string;
  metWith(who: string, others: readonly string[], more: number, scope: Scope): string;
  /** How many each year, person, place … had. */
  breakdown(by: Grouping, groups: readonly Counted[], more: number): string;
  /** How many meetings of one framework each year had. */
  yearly(name: string, years: readonly Counted[]): string;
  /** The year, person, place … with the most or fewest; several where they share the place. */
  ranked(
    by: Grouping,
    direction: Direction,
    top: { names: readonly string[]; more: number; count: number },
    scope: Scope,
  ): string;
  longest(direction: Direction, told: Told, minutes: number, scope: Scope): string;
  /** Several lasted as long as each other. */
  longestOf(direction: Direction, dates: readonly string[], minutes: number, scope: Scope): string;
  /** The meeting with the most people on record. */
  mostPeople(told: Told, people: number, scope: Scope): string;
  peopleAt(told: Told, people: number): string;
  /** How a subject moved, with its first and its latest statement. */
  developed(
    subject: string,
    count: number,
    from: string,
    to: string,
    ends: readonly [first: string, latest: string],
  ): string;
  /** What each of two sides said on a subject. */
  saidByEach(subject: string, each: readonly { readonly name: string; readonly text: string }[]): string;
  /** Several meetings by their names, one of each side. */
  besides(meetings: readonly string[]): string;
  /** Which side has more, or fewer, before the numbers in a sentence; `null`: as many on each. */
  outnumbers(which: string | null, direction: 'most' | 'least', counted: string): string;
  /** Who is on record on all of some sides; `same`: nobody else was on any. */
  atBoth(sides: readonly string[], people: readonly string[], same: boolean): string;
  /** What came up on each of the sides alone, in their order, after the sentence that names them. */
  heldApart(compared: string, sides: readonly { readonly names: readonly string[]; readonly more: number }[]): string;
  /** Asked which of two was tougher: what each said, and no verdict. */
  notJudged(sentence: string): string;
  /** Several things in their order in time, each by the day since when it has been held or of the first on record; `known`: which came first. */
  earlier(
    sides: readonly { readonly name: string; readonly date: string; readonly onRecord: boolean }[],
    known: boolean,
  ): string;
  /** A comparison was asked for that the record does not hold. */
  notCompared(sentence: string): string;
  /** Topics that came up on all sides; `beside`: in statements on what is asked about. */
  inCommon(topics: readonly string[], more: number, beside: boolean, sides: number): string;
  /** The name of a side as it stands over its lines. */
  alone(name: string): string;
  /** Over what the sides share. */
  readonly common: string;
  sideEmpty(side: string): string;
  rests(count: number): string;
  /** A page that says it. A title in another language stays out of an English sentence. */
  source(page: SourcePage): string;

  /** Before what the whole record holds: so many meetings just shown hold nothing on it. */
  noneShown(count: number): string;
  /** The same where nothing fits what was asked about before and now. */
  noneLeft(scope: Scope): string;
  /** A first line after what it is about; an empty `opening` leaves it as it is. */
  opened(opening: string, sentence: string): string;

  // Yes and no.
  yes(sentence: string): string;
  no(sentence: string): string;
  /** A part of what was asked had to be given up, so that this is no yes. */
  closest(sentence: string): string;
  /** Whether an event on whose margins they met is on record: it is not, and what follows is what was said of it. */
  notHeld(event: string): string;
  severalHeld(scope: Scope, count: number, latest: Told): string;
  /** Asked whether there were so many. */
  reached(scope: Scope, count: number, threshold: Threshold, holds: boolean): string;
  /** Asked for the fourth of three: how many there are. */
  notSoMany(scope: Scope, count: number, latest: Told): string;

  // Definitions and frameworks.
  /** A definition that names what it defines: by its name, or by the short one. */
  defined(name: string, text: string, short?: string): string;
  /** A further sentence on it. */
  explained(text: string): string;
  startedIn(name: string, date: string): string;
  members(name: string, members: string): string;
  countriesOf(name: string, countries: readonly string[]): string;
  /** Who sits for each side. */
  sides(name: string, sides: readonly { country: string; who: string }[]): string;
  /** Where the record stands on it: how many, and the latest. */
  onRecord(name: string, count: number, latest: Told): string;
  term(term: Term): string;
  /** Nothing tells when somebody left a post; `last` is the day of the last record of it. */
  endUnknown(name: string, office: string, last: string): string;
  /** How many people that the record names are meant, before the sentence that names them. */
  peopleNamed(count: number, sentence: string): string;
  /** Several held one post, or who held each of several; in no period, who did last. */
  holders(posts: readonly { office: string; names: readonly string[] }[], period: string | null): string;
  /** One followed another in a post. */
  handedOver(office: string, before: Holder, after: Holder): string;
  /** Whoever comes before or after somebody in a post, by the record. */
  neighbour(side: 'before' | 'after', office: string, name: string, other: string): string;
  noNeighbour(side: 'before' | 'after', office: string, name: string): string;
  personMet(name: string, count: number, latest: Told): string;
  documentDated(name: string, date: string): string;
  /** `names`: of all of them, where they are few. */
  frameworks(count: number, names: readonly string[]): string;
  /** Frameworks that began in a period; none where there is no name. */
  frameworksBegun(period: string, names: readonly string[]): string;
  /** No framework on record has these countries at its table. */
  noFrameworkWith(countries: readonly string[]): string;
  frameworksOf(level: NonNullable<Framework['seniority']>, names: readonly string[]): string;
  /** `family`: it is one of the meetings of the other; else it is set under it. */
  above(name: string, over: string, family: boolean): string;
  below(name: string, under: readonly string[]): string;
  noneAbove(name: string): string;
  noneBelow(name: string): string;
  levelOf(name: string, level: Seniority): string;
  /** At which level each of some bodies meets. */
  levelsOf(levels: readonly (readonly [name: string, level: Seniority])[]): string;
  /** That no source says how often a body meets. */
  noRhythm(name: string): string;
  /** It meets at one level, and none of its meetings on record was at the other. */
  notAtLevel(name: string, own: Seniority, asked: Seniority): string;
  /** Over meetings of other bodies with the same business at the level that was asked for. */
  alikeAtLevel(level: Seniority): string;

  // About the answer and the record.
  coverage(coverage: Coverage): string;
  covers(coverage: Coverage): string;
  countNote(coverage: Coverage): string;
  /** How far pages of one kind have been read: all of them through one day, some through another. */
  readThrough(kind: string, through: string | null, inPart: string | null): string;
  /** What pages the whole record rests on, by the numbers of each kind. */
  pages(kinds: Readonly<Record<'official' | 'reprint' | 'news', number>>): string;
  /** Who published the most pages of one kind, with their numbers. */
  publishers(kind: 'official' | 'reprint' | 'news', most: readonly (readonly [name: string, pages: number])[]): string;
  frameworkCovered(name: string, count: number, latest: Told): string;
  nothing(scope: Scope): string;
  nothingYesNo(scope: Scope): string;
  /** Asked for what lies ahead. */
  nothingAhead(scope: Scope): string;
  /** The meeting asked about is on record, the subject asked about there is not. */
  notRaised(told: Told, subjects: readonly string[]): string;
  notAmong(scope: Scope, count: number, subjects: readonly string[]): string;
  /** Of several meetings none had these countries at the table. */
  joinedByNone(scope: Scope | null, count: number, countries: readonly string[]): string;
  /** A talk that is on record without names, of the table at which these people sat. */
  byPost(told: Told, names: readonly string[]): string;
  /** Over where else the subject came up. */
  readonly elsewhere: string;
  /** Words of the question that what is shown does not say. */
  notThere(words: readonly string[]): string;
  /** A place where no consultation on record was held, above what mentions it. */
  heldNowhere(places: readonly string[]): string;
  /** Above the statements that come closest to what nothing says as it was put. */
  readonly closestSaid: string;
  /** Over what is near, by what was left aside for it. */
  nearest(aside: LeftAside | null): string;
  impossible(why: string): string;
  readonly refused: Readonly<Record<NonNullable<Query['reason']>, string>>;
  readonly help: string;
  readonly helpNotes: readonly string[];
  readonly greeting: string;
  readonly farewell: string;
  readonly thanks: string;
  readonly clarify: string;
  /** Words that the record does not hold were given up; without any, words that may not be shown again. */
  dropped(words: readonly string[]): string;
  /** The records found do not tell where they were held, which was asked. */
  untold(names: readonly string[]): string;
  /** Asked when something was done of which the record does not tell. */
  undated(words: readonly string[]): string;
  /** Nothing is recorded as done so: agreed, signed … */
  noAct(act: string): string;
  /** Asked when a thing will be, of which only plans without a day are on record. */
  readonly noDayPlanned: string;
  /** Whether a thing is done was asked, and nothing says so. */
  readonly notCompleted: string;
  /** Under what was planned or agreed, where the future was asked about. */
  readonly planned: string;
  /** Nothing is recorded as said by that side or person alone. */
  noSpeaker(names: readonly string[]): string;
  readonly noFigure: string;
  /** Under how many people took part. */
  readonly peopleCounted: string;
  /** Until when a paper is in force is not on record. */
  noTerm(name: string): string;
  /** Of what day a paper is, no source says. */
  noDay(name: string): string;
  /** The last one held, where the next was asked about. */
  lastHeld(told: Told): string;
  /** Only news is cited, of a consultation with official pages on record. */
  readonly newsCited: string;
  /** Only news is cited, and no official page is on record. */
  readonly newsOnly: string;
  /** Marks one sentence that rests on news alone. */
  byNews(sentence: string): string;
  /** One of several questions, by its place from 1, as a heading. */
  questionHeading(place: number): string;
  /** What is told of one of several questions. */
  underQuestion(heading: string, sentence: string): string;
  /** That one of several questions waits. */
  askApart(heading: string): string;
  readonly reprintOnly: string;
  note(told: Told, note: string): string;
  /** A record whose day is unknown and that may fit. */
  perhaps(told: Told): string;
  page(index: number, count: number): string;

  /** `narrowed` are the names it is narrowed to; none for everything on record. */
  timelineTitle(period: string, narrowed: readonly string[]): string;
  /** Periods that nobody asked for are told as such. */
  lastTwelveMonths(period: string): string;
  wholeRecord(period: string): string;
  readonly formats: Readonly<Record<'in-person' | 'telephone' | 'video', string>>;

  // Plain text.
  readonly sources: string;
  readonly bullet: string;
  /** A title in quotation marks. */
  quoted(title: string): string;
  /** What follows the title of a page: its language where that is another than the reader's, publisher, day and places. */
  sourceDetails(
    page: Pick<SourcePage, 'publisher' | 'published' | 'locator'> & {
      readonly kind: Source['kind'];
      readonly tongue: Tongue | null;
    },
  ): string;
  /** Numbered places of one page: `pattern` has # for the number. */
  numbered(pattern: string, runs: readonly (readonly [from: number, to: number])[]): string;

  // Questions to ask next.
  readonly ask: NextAsks;
};

/** Complete questions. `meeting` is a consultation named with its date. */
export type NextAsks = {
  who(told: Told): string;
  where(told: Told): string;
  what(told: Told): string;
  topic(topic: string): string;
  topicIn(topic: string, period: string): string;
  latest(framework: string): string;
  list(framework: string, period: string): string;
  development(topic: string): string;
  /** Of a framework. */
  define(name: string): string;
  /** Of a topic; `null` where its name makes no good question. */
  explain(topic: string): string | null;
  /** Whether a topic came up at a meeting. */
  raised(topic: string, told: Told): string;
  attended(person: string): string;
  howMany(framework: string, period: string): string;
  compare(topic: string, earlier: string, later: string): string;
  /** A question as it was typed, of the whole record: `scope.whole` of the tables. */
  ofWholeRecord(question: string): string;
};

/** The sentences of a language. */
export function phrases(language: Language): Phrases {
  return language === 'ja' ? ja : en;
}

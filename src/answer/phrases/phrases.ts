import type { Threshold } from '../../question/question.ts';
import type { Language } from '../../text/language.ts';
import type { Elapsed } from '../elapsed.ts';
import type { Scope } from '../scope.ts';
import type { Told } from '../told.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Someone present, as a sentence names them. */
export type Attendee = {
  readonly name: string;
  /** As held on that day. */
  readonly office: string;
  /** Named for countries other than Japan and the United States. */
  readonly country: string | null;
};

/** A term in a post. A day that no source gives as the start or end is the first or last on which records show it. */
export type Term = {
  readonly name: string;
  readonly country: string;
  readonly office: string;
  readonly from: { readonly day: string; readonly isTerm: boolean } | null;
  readonly to: { readonly day: string; readonly isTerm: boolean } | null;
};

/** Every sentence that answers are made of, in one language; the same set in each. */
export type Phrases = {
  // Naming.
  attendees(people: readonly Attendee[]): string;
  /** Names without offices, joined by "and". */
  names(names: readonly string[]): string;
  /** A person without an office: 石破茂氏. */
  person(name: string): string;
  /** The thing asked about: 2025年の日米首脳会談 / Japan–U.S. summit meetings in 2025. */
  scope(scope: Scope): string;

  // One consultation.
  attended(told: Told): string;
  /** Who came from one country; `told.attendees` are those alone. */
  attendedFor(country: string, told: Told): string;
  /** Who came from one country to several meetings; `more` are not named. */
  tookPartFor(country: string, names: readonly string[], more: number): string;
  nobodyNamed(told: Told): string;
  heldOn(told: Told): string;
  heldAt(told: Told): string;
  placeUnknown(told: Told): string;
  /** One line of a list: date, title, place, who. */
  item(told: Told): string;
  /** An outcome within its consultation: when and where it was said comes first. */
  framed(told: Told, outcome: string): string;
  /** The same as a full sentence, for a first line; `pair` are the family names of the two who met. */
  said(told: Told, outcome: string, pair: readonly string[] | null): string;
  /** An outcome alone, its consultation being known. */
  outcome(text: string): string;
  /** `place` counts from 1: the second latest is the latest but one. */
  extreme(side: 'first' | 'latest', told: Told, scope: Scope, place: number): string;
  since(told: Told, elapsed: Elapsed, today: string, scope: Scope): string;
  /** From one consultation or day to another. */
  between(one: Told | string, other: Told | string, elapsed: Elapsed): string;
  duration(told: Told, minutes: number): string;
  /** How many of those that fit have a length on record. */
  lengthKnown(known: number, all: number): string;
  documents(told: Told, titles: readonly string[]): string;
  noOutcomes(told: Told): string;
  /** How long it took. */
  lasted(told: Told, minutes: number): string;
  /** Asked what was agreed, and nothing on it is an agreement. */
  readonly noAgreement: string;

  // Several.
  /** The meeting asked about is on record, the subject asked about there is not. */
  notRaised(told: Told, subjects: readonly string[]): string;
  /** Asked for others when everything was shown. */
  readonly allShown: string;
  /** A first line answers for one of several; `count` others follow. */
  others(count: number): string;
  /** A name, and how often where more than once. */
  times(name: string, count: number): string;
  metWith(who: string, others: readonly string[], more: number, scope: Scope): string;
  dates(scope: Scope, dates: readonly string[], more: number): string;
  places(scope: Scope, places: readonly { readonly name: string; readonly count: number }[], more: number): string;
  counted(scope: Scope, count: number, from: string, to: string): string;
  /** The year or years with the most, and how many each had. */
  mostInYear(years: readonly string[], count: number): string;
  /** How many in each year, in order. */
  countedByYear(years: readonly (readonly [year: string, count: number])[]): string;
  listed(scope: Scope, count: number, from: string, to: string): string;
  several(side: 'first' | 'latest', scope: Scope, count: number): string;
  yes(scope: Scope, count: number, told: Told): string;
  /** Asked whether there were so many. */
  reached(scope: Scope, count: number, threshold: Threshold, holds: boolean): string;
  developed(subject: string, count: number, from: string, to: string): string;
  compared(sides: readonly { readonly name: string; readonly count: number }[], subject: string | null): string;
  sideItem(side: string, sentence: string): string;
  sideEmpty(side: string): string;
  rests(count: number): string;
  /** Which page says it. A title in Japanese stays out of an English sentence. */
  source(told: Told, title: string, publisher: string, published: string | null, locator: string | null): string;

  // Definitions.
  /** A definition that names what it defines. */
  defined(name: string, text: string): string;
  members(name: string, members: string): string;
  /** Where the record stands on it: how many, and the latest. */
  onRecord(name: string, count: number, latest: Told): string;
  term(term: Term): string;
  /** Several held one post. */
  holders(office: string, period: string | null, names: readonly string[]): string;
  /** Whoever comes before or after somebody in a post, by the record. */
  neighbour(side: 'before' | 'after', office: string, name: string, other: string): string;
  noNeighbour(side: 'before' | 'after', office: string, name: string): string;
  personMet(name: string, count: number, latest: Told): string;
  documentDated(name: string, date: string): string;

  // About the answer and the record.
  coverage(coverage: { readonly from: string; readonly to: string; readonly consultations: number }): string;
  covers(coverage: { readonly from: string; readonly to: string; readonly consultations: number }): string;
  countNote(coverage: { readonly from: string; readonly to: string; readonly consultations: number }): string;
  frameworkCovered(name: string, count: number, latest: Told): string;
  nothing(scope: Scope): string;
  nothingYesNo(scope: Scope): string;
  /** Asked for what lies ahead. */
  nothingAhead(scope: Scope): string;
  impossible(why: string): string;
  nearest(told: Told): string;
  latestOnly(side: 'first' | 'latest'): string;
  readonly outOfScope: string;
  readonly help: string;
  readonly helpNotes: readonly string[];
  readonly clarify: string;
  /** A day that has nothing, and the local day before it that has. */
  readonly dayBefore: string;
  readonly newsOnly: string;
  /** Marks one sentence that rests on news alone. */
  byNews(sentence: string): string;
  readonly reprintOnly: string;
  note(told: Told, note: string): string;
  /** A record whose day is unknown and that may fit. */
  perhaps(told: Told): string;
  page(index: number, count: number): string;

  timelineTitle(period: string): string;
  readonly formats: Readonly<Record<'in-person' | 'telephone' | 'video', string>>;

  // Plain text.
  readonly sources: string;
  readonly tryAsking: string;
  readonly bullet: string;
  sourceLine(source: {
    readonly title: string;
    readonly publisher: string;
    readonly published: string | null;
    readonly locator: string | null;
    readonly kind: 'official' | 'news' | 'reprint';
  }): string;

  // Questions to ask next.
  readonly ask: Asks;
};

/** Complete questions. `meeting` is a consultation named with its date. */
export type Asks = {
  who(told: Told): string;
  where(told: Told): string;
  what(told: Told): string;
  topic(topic: string): string;
  topicIn(topic: string, period: string): string;
  latest(framework: string): string;
  list(framework: string, period: string): string;
  listIn(period: string): string;
  count(framework: string, period: string): string;
  development(topic: string): string;
  define(name: string): string;
  met(a: string, b: string): string;
  readonly coverage: string;
};

/** The sentences of a language. */
export function phrases(language: Language): Phrases {
  return language === 'ja' ? ja : en;
}

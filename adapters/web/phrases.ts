import type { FrameworkAspect, Level } from '../../src/knowledge/index.ts';
import type { Language } from '../../src/text/index.ts';
import { en } from './phrases-en.ts';
import { ja } from './phrases-ja.ts';

/** What the pages say around the record, in one language. Statements themselves come from the desk and the record. */
export type WebPhrases = {
  readonly site: string;
  readonly tagline: string;
  /** Name and `hreflang` of the other language, in that language. */
  readonly otherLanguage: string;
  readonly skip: string;
  /** Between a label and what it labels. */
  readonly colon: string;
  readonly navigation: string;
  readonly home: string;
  readonly consultations: string;
  readonly frameworks: string;
  readonly people: string;
  readonly topics: string;
  readonly years: string;
  readonly about: string;
  readonly breadcrumb: string;

  readonly askLabel: string;
  readonly askButton: string;
  readonly askHint: string;
  readonly examples: string;
  readonly latest: string;
  readonly allConsultations: string;
  readonly onThisDay: string;
  readonly noneOnThisDay: string;
  yearsAgo(years: number, exact: boolean): string;
  readonly browse: string;
  covers(facts: { from: string; to: string; consultations: number }): string;

  readonly answer: string;
  readonly permalink: string;
  readonly permalinkHint: string;
  readonly notes: string;
  readonly restsOn: string;
  readonly tryAsking: string;
  readonly choose: string;
  readonly sources: string;
  citation(n: number): string;
  readonly backToText: string;

  readonly date: string;
  readonly framework: string;
  readonly level: string;
  readonly format: string;
  readonly place: string;
  readonly occasion: string;
  readonly duration: string;
  minutes(count: number): string;
  readonly participants: string;
  readonly outcomes: string;
  readonly noOutcomes: string;
  readonly documents: string;
  readonly note: string;
  readonly earlier: string;
  readonly later: string;
  readonly recordDates: string;
  added(date: string): string;
  revised(date: string): string;
  /** One side alone said it. */
  saidBy(country: string): string;

  readonly definition: string;
  readonly structure: string;
  readonly members: string;
  readonly since: string;
  readonly partOf: string;
  readonly under: string;
  readonly below: string;
  readonly offices: string;
  readonly officeNote: string;
  term(from: string | null, to: string | null, isTerm: boolean): string;
  readonly meetings: string;
  readonly country: string;
  readonly parts: string;
  readonly narrower: string;
  readonly broader: string;
  readonly development: string;
  count(consultations: number): string;
  statements(count: number): string;
  span(first: string, latest: string): string;
  readonly noneYet: string;
  inYear(year: string): string;
  timelinePicture(of: string): string;

  readonly filter: string;
  readonly filterButton: string;
  readonly clearFilters: string;
  readonly period: string;
  readonly periodHint: string;
  readonly any: string;
  readonly person: string;
  readonly topic: string;
  readonly order: string;
  readonly newest: string;
  readonly oldest: string;
  found(count: number): string;
  readonly nothingFound: string;
  filteredBy(names: readonly string[]): string;
  readonly pages: string;
  readonly previousPage: string;
  readonly nextPage: string;
  page(index: number, count: number): string;
  readonly previousPeriod: string;
  readonly nextPeriod: string;
  readonly months: string;
  periodTitle(period: string): string;
  readonly periodsTitle: string;

  readonly aboutTitle: string;
  readonly whatIsHere: string;
  readonly method: string;
  readonly methodText: readonly string[];
  readonly coverageTitle: string;
  readonly byYear: string;
  readonly byFramework: string;
  readonly year: string;
  readonly official: string;
  readonly reprints: string;
  readonly newsOnly: string;
  /** Outcomes that rest on poor pages alone. */
  readonly poor: string;
  readonly total: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly readThrough: string;
  /** All pages up to one day, some up to another. */
  readUpTo(through: string | null, inPart: string | null): string;
  emptyMonths(months: readonly string[]): string;
  readonly errors: string;
  readonly errorsText: string;
  readonly contact: string;
  readonly data: string;
  readonly dataText: readonly string[];
  readonly openapi: string;
  readonly licence: string;

  readonly thisPageAs: string;
  readonly feed: string;
  readonly calendar: string;
  /** Before the title of an entry of a feed. */
  feedRemark(kind: 'added' | 'revised'): string;
  readonly dayUnknown: string;
  readonly recordVersion: string;
  readonly staticNote: string;

  readonly faults: Readonly<Record<FaultKind, { title: string; text(detail: string): string }>>;
  readonly backHome: string;

  readonly levels: Readonly<Record<Level, string>>;
  readonly formats: Readonly<Record<'in-person' | 'telephone' | 'video', string>>;
  readonly aspects: Readonly<Record<FrameworkAspect, string>>;
};

/** Why a request is not answered. */
export type FaultKind =
  | 'not-found'
  | 'unknown-filter'
  | 'unknown-parameter'
  | 'bad-period'
  | 'bad-page'
  | 'no-question'
  | 'too-long'
  | 'too-many'
  | 'bad-format'
  | 'bad-request'
  | 'method'
  | 'failed';

export function webPhrases(language: Language): WebPhrases {
  return language === 'ja' ? ja : en;
}

import type { Filters } from '../knowledge/filter.ts';
import type { Query } from '../reading/query.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/**
 * One place that a statement rests on. `n` counts from 1 within an answer; one number per source and locator. Readers see one line a page:
 * `sourcesOf` in `sources.ts` makes those lines.
 */
export type Citation = {
  readonly n: number;
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly kind: 'official' | 'news' | 'reprint';
  readonly url: string;
  readonly published: PlainDate | null;
  readonly locator: string | null;
  /** What the page is written in; absent where that is not known. */
  readonly language?: 'ja' | 'en' | 'other';
};

/** A sentence and the numbers of its citations. `text` carries no [n]; renderers add them. */
export type Statement = {
  readonly text: string;
  readonly citations: readonly number[];
  /** The consultation it belongs to, so that renderers can group; `null` for definitions and summaries over several. */
  readonly consultation: string | null;
  /** Stands on a line of its own before this statement, over it and those after it up to the next heading. */
  readonly heading?: string;
  /** Of a comparison: whose it is, as an index into `Answer.sides`; absent for what is common to them. The sides stand one after the other. */
  readonly side?: number;
};

/** What an answer took from the conversation, and how to be asked without it. */
export type CarriedScope = {
  /** As the first line says it: "Of the 2 consultations just shown:". */
  readonly text: string;
  /** A complete question that takes nothing from the conversation: for one button. */
  readonly wholeRecord: string;
};

/** What the reader must know of how the question was taken: a word given up, a time assumed, a subject carried over, a name repaired. */
export type Disclosure = { readonly kind: 'dropped' | 'assumed' | 'carried' | 'repaired'; readonly text: string };

/**
 * What the desk answers: plain text and data, no markup of any platform. Deterministic for (knowledge, question, clock).
 */
export type Answer = {
  /** Content key of (question, language, day, page-independent): buttons name it; the ask memory resolves it. */
  readonly id: string;
  readonly status: 'answered' | 'not-found' | 'clarify';
  readonly language: Language;
  /** The question as understood. */
  readonly question: Query;
  /** The first line: answers what was asked. Cited whenever it asserts something from the record. */
  readonly headline: Statement;
  /** This page only. */
  readonly statements: readonly Statement[];
  /** Of a comparison: the names of what is set side by side, in order. A renderer without columns shows the headings, which say the same. */
  readonly sides?: readonly string[];
  /** Absent where nothing was carried over, or the question says nothing without it. */
  readonly scope?: CarriedScope;
  /** How the question was taken, in the order in which a reader needs it. What was carried over opens the headline, the rest the notes. */
  readonly disclosures: readonly Disclosure[];
  /** Uncited lines about the answer itself: the disclosures, what is covered, that a source is news only. */
  readonly notes: readonly string[];
  /** Ids the answer rests on, best first (all pages). */
  readonly consultations: readonly string[];
  /** Ids of people whom a follow-up's "he" can mean, likeliest first. */
  readonly focus: readonly string[];
  readonly citations: readonly Citation[];
  /** Complete questions the reader may ask next. */
  readonly suggestions: readonly string[];
  /** With `clarify`: the readings to choose from; `question` asks that reading. */
  readonly choices: readonly { readonly label: string; readonly question: string }[];
  /** `index` counts from 1. */
  readonly page: { readonly index: number; readonly count: number };
  readonly knowledgeVersion: string;
};

/** One consultation in full, for a details card. */
export type Card = {
  readonly consultation: string;
  readonly title: string;
  /** With its precision, in the language: 2025年3月30日 / March 30, 2025 / March 2025. */
  readonly date: string;
  readonly framework: string;
  readonly format: string;
  readonly place: string | null;
  readonly participants: readonly { readonly name: string; readonly office: string; readonly country: string }[];
  readonly outcomes: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly documents: readonly { readonly title: string; readonly url: string }[];
  readonly note: string | null;
};

/** A lane chart's content: what the timeline picture and the timeline list both show. */
export type Timeline = {
  readonly language: Language;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The day that the timeline is about; the picture draws a line there. */
  readonly day?: PlainDate;
  /** What it was narrowed to; absent: nothing. */
  readonly filters?: Filters;
  readonly items: readonly TimelineItem[];
  readonly citations: readonly Citation[];
};
export type TimelineItem = {
  readonly consultation: string;
  /** First and last day; equal for one day; the whole month when only the month is known. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly dateLabel: string;
  readonly label: string;
  /** Its framework, without the two countries: what tells it from others in few letters. */
  readonly short: string;
  readonly place: string | null;
  readonly level: 'leaders' | 'ministers' | '2+2' | 'officials' | 'military' | 'trilateral';
  readonly marked: boolean;
  readonly citations: readonly number[];
};

import type { Bilingual, Language } from '../text/language.ts';
import type { Period } from '../time/period.ts';

/** The intents that the JSON contract names. */
export const Intents = [
  'who',
  'when',
  'where',
  'what',
  'list',
  'count',
  'first',
  'latest',
  'define',
  'compare',
  'help',
] as const;
export type Intent = (typeof Intents)[number];

/** What refines an intent: how the answer is put, never which records it rests on. */
export type Manner =
  | 'plain'
  | 'yes-no' // did A ever meet B; was X discussed
  | 'how-long-since'
  | 'next' // the first one after a date or event
  | 'previous' // the last one before a date or event
  | 'development' // how a topic developed over time
  | 'source' // where does it say that
  | 'coverage' // what do you know about
  | 'out-of-scope';

/** A number to be reached or kept under. */
export type Threshold = {
  readonly relation: 'more' | 'at-least' | 'fewer' | 'at-most' | 'exactly';
  readonly count: number;
};

/** A question as understood. Plain data: it is stored as JSON for follow-ups and buttons, so fields only ever get added. */
export type Question = {
  /** As typed, trimmed. */
  readonly text: string;
  readonly language: Language;
  readonly intent: Intent;
  readonly manner: Manner;
  /** Further things asked in the same sentence ("who attended … and what did they say"), in order. */
  readonly also: readonly Intent[];
  readonly period: Period | null;
  /** The second side of a comparison by period. */
  readonly otherPeriod: Period | null;
  /** Ids. Within a kind any may match, except `people`, who must all have taken part (see `peopleMatch`). */
  readonly people: readonly string[];
  readonly frameworks: readonly string[];
  readonly topics: readonly string[];
  /**
   * Partners that narrow the search, so Japan and the United States, who are in every record, only where a question is
   * about one of them as a place ("visit the U.S."). See `members` and `venueCountries`.
   */
  readonly countries: readonly string[];
  readonly documents: readonly string[];
  /** Post ids. When one person alone held the post in the period, that person is in `people` too. */
  readonly offices: readonly string[];
  /** Place names as linked, in the record's own spelling (`place.en`). */
  readonly places: readonly string[];
  readonly formats: readonly ('in-person' | 'telephone' | 'video')[];
  readonly levels: readonly string[];
  /** Set for telling verbs (welcomed, instructed …); "agreed", "said" and "discussed" ask for any outcome and leave it empty. */
  readonly acts: readonly string[];
  /** Consultations named by an earlier answer or a button; when set nothing else is searched. */
  readonly consultations: readonly string[];
  /** What is left for full-text search once linked words are taken out. */
  readonly terms: string;
  /** Lines the reader must see: assumed year, repaired typo, period carried over. */
  readonly understood: readonly Bilingual[];
  /** A date that cannot exist, named so. */
  readonly impossible: readonly Bilingual[];
  /** Set when two readings change the answer: asked back instead of answered. */
  readonly choices: readonly { readonly label: Bilingual; readonly question: string }[];

  // Everything below is absent when it does not apply.

  /** Only the first or the latest of what matches, whatever the intent: "who met in the latest 2+2" is `who` with `latest`. */
  readonly order?: 'first' | 'latest' | undefined;
  /** How many of them: "the last three meetings". Default 1 with `order`. */
  readonly limit?: number | undefined;
  /** Posts named apart ("the vice president met the prime minister"): of each group one must have taken part. */
  readonly officeGroups?: readonly (readonly string[])[] | undefined;
  /** Countries in which it was not held ("outside Japan"). */
  readonly outside?: readonly string[] | undefined;
  /** With `order`, how many to pass over: "the second last 2+2" is the latest but one. */
  readonly skip?: number | undefined;
  /** "More than five times": how many there must be for a yes. */
  readonly threshold?: Threshold | undefined;
  /** Who held the post before or after `people`, or before whoever holds it now. */
  readonly succession?: 'before' | 'after' | undefined;
  /** Who held a post at the time of something, and not who met: what it was only told the period. */
  readonly holder?: boolean | undefined;
  /** "From the 2023 2+2 to the 2024 one": two consultations or days, as ids or dates, whose distance is asked for. */
  readonly between?: readonly [string, string] | undefined;
  /** "Defense ministerials in 2023 and summits in 2024": what is asked of each by itself. */
  readonly parts?: readonly { readonly frameworks: readonly string[]; readonly period: Period }[] | undefined;
  /** `any`: one of `people` is enough ("Kishida or Ishiba", a comparison of two people). Default `all`. */
  readonly peopleMatch?: 'all' | 'any' | undefined;
  /** All countries of a named combination (日米豪比 → JP US AU PH): exactly these took part. */
  readonly members?: readonly string[] | undefined;
  /** Countries in which it was held ("visit the U.S.", 訪米, "in Australia"). */
  readonly venueCountries?: readonly string[] | undefined;
  /** Whose statements are asked for, when one side's are ("what did the U.S. side say"). Country ids. */
  readonly by?: readonly string[] | undefined;
  /** A telling verb that no act stands for: only sentences that have it are meant. */
  readonly verb?: 'condemned' | 'concerned' | 'protested' | 'condoled' | undefined;
  /** By date, where the asker says in which order. */
  readonly sort?: 'newest' | 'oldest' | undefined;
  /** The topics make up one subject (アムラームの共同生産): what speaks of all of them is meant, where anything does. */
  readonly oneSubject?: boolean | undefined;
  /** Whose participants are asked for ("who represented the Philippines", 米側の出席者). Country ids. */
  readonly side?: readonly string[] | undefined;
  /** More of the same is asked for ("who else?", 他には？): what `answered` already gave comes last or not at all. */
  readonly more?: boolean | undefined;
  /** Filled in by the desk once answered: the consultations the answer rested on, best first. A follow-up's "it" means these. */
  readonly answered?: readonly string[] | undefined;
  /** What was asked on top of the question before, so that an answer may say so; absent for a complete question. */
  readonly followsUp?: boolean | undefined;
};

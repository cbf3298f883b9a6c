import type { Bilingual, Language } from '../language/language.ts';
import type { Period } from '../language/period.ts';

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
  /** Ids. Within a kind any may match, except `people`, who must all have taken part. */
  readonly people: readonly string[];
  readonly frameworks: readonly string[];
  readonly topics: readonly string[];
  readonly countries: readonly string[];
  readonly documents: readonly string[];
  readonly offices: readonly string[];
  /** Place names as linked, in the record's own spelling (`place.en`). */
  readonly places: readonly string[];
  readonly formats: readonly ('in-person' | 'telephone' | 'video')[];
  readonly levels: readonly string[];
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
};

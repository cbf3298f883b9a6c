import type { Formats, Framework, Source } from '../../knowledge/schema.ts';
import type { Query, Role } from '../../reading/query.ts';
import type { Language } from '../../text/language.ts';
import type { Told } from '../told.ts';
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
/** What follows the title of a page; `tongue`: its language where that is another than the reader's. */
export type PageDetails = Pick<SourcePage, 'publisher' | 'published' | 'locator'> & {
  readonly kind: Source['kind'];
  readonly tongue: Tongue | null;
};
/** A name and how many of something it has. */
export type Counted = { readonly name: string; readonly count: number };
/** Those with the most or the fewest of something, as many as are named, and how many more share the place. */
export type Leaders = { readonly names: readonly string[]; readonly more: number; readonly count: number };
/** Highest level first; `undefined` for what has none. */
export type LevelCount = { readonly level: Framework['seniority']; readonly count: number };
/** In person, by telephone, by video; `undefined` where the record does not say. */
export type FormCount = { readonly form: (typeof Formats)[number] | undefined; readonly count: number };
/** What was left aside to find something near: the period, or what a constraint of this role names. */
export type LeftAside = 'time' | 'latest' | { readonly role: Role; readonly names: readonly string[] };
export type Grouping = NonNullable<Query['by']>;
export type Threshold = NonNullable<Query['threshold']>;
export type Direction = NonNullable<Query['direction']>;

/** A meeting and how many minutes it lasted. */
export type Timed = { readonly told: Told; readonly minutes: number };

export type Seniority = NonNullable<Framework['seniority']>;

/** Every sentence that answers are made of, in one language. Its English says what each is for and what it takes. */
export type Phrases = Readonly<typeof en>;

/** The sentences of a language. */
export function phrases(language: Language): Phrases {
  return language === 'ja' ? ja : en;
}

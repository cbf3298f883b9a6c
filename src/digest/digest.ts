import type { Citation, Statement, Timeline } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

export type DigestSection = {
  readonly kind: 'new' | 'on-this-day' | 'latest' | 'ahead';
  readonly heading: string;
  readonly statements: readonly Statement[];
};

/** One day's digest in one language: plain text and data, as an `Answer` is. */
export type Digest = {
  readonly date: PlainDate;
  readonly language: Language;
  readonly title: string;
  /** True when nothing is new, nothing fell on this day (±3 days) in earlier years and nothing is ahead. */
  readonly quiet: boolean;
  /** Empty sections are left out. */
  readonly sections: readonly DigestSection[];
  readonly citations: readonly Citation[];
  /** Coverage, and how to change or stop it. */
  readonly closing: string;
  readonly timeline: Timeline;
  readonly knowledgeVersion: string;
};

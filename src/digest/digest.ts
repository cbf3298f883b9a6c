import type { Citation, Statement, Timeline } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';

/** In the order in which they are told: news first, then the same days of earlier years, then what is planned. */
export const SectionKinds = ['latest', 'new', 'corrected', 'on-this-day', 'ahead'] as const;

export type DigestSection = {
  readonly kind: (typeof SectionKinds)[number];
  /** Where not all is shown it ends with how many of how many are. */
  readonly heading: string;
  /** Those of one meeting stand together, the first of them under the meeting's name. */
  readonly statements: readonly Statement[];
  /** Meetings there would be to tell of, shown or not. */
  readonly total: number;
};

/** A digest in one language, of a day or of the days since the one before: plain text and data, as an `Answer` is. */
export type Digest = {
  /** Its day: the last that it speaks of. */
  readonly date: PlainDate;
  /** The first day that it speaks of; `date` itself for a day's digest. */
  readonly from: PlainDate;
  readonly language: Language;
  readonly title: string;
  /** True when there is nothing to tell. */
  readonly quiet: boolean;
  /** Says so then; `null` otherwise. */
  readonly note: string | null;
  /** Empty sections are left out. */
  readonly sections: readonly DigestSection[];
  readonly citations: readonly Citation[];
  /** What the record covers, and the filters. */
  readonly closing: string;
  readonly timeline: Timeline;
  readonly knowledgeVersion: string;
};

/** Ids of the consultations that a digest tells of, in order of mention. */
export function toldIn({ sections }: Pick<Digest, 'sections'>): readonly string[] {
  const ids = sections.flatMap(({ statements }) => statements.map(({ consultation }) => consultation));
  return [...new Set(ids.filter((id) => id !== null))];
}

import type { Citation, Statement, Timeline } from '../answer/answer.ts';
import { type Digest, toldIn } from './digest.ts';
import { digestToPlainText } from './plain.ts';

type JsonCitation = Pick<Citation, 'n' | 'title' | 'publisher' | 'url' | 'published' | 'locator'>;

/** A digest as `npm run digest -- --json` prints it. Fields only ever get added. */
export type DigestJson = {
  readonly date: string;
  /** The first day it speaks of. */
  readonly from: string;
  readonly language: string;
  readonly title: string;
  readonly quiet: boolean;
  readonly text: string;
  readonly sections: readonly {
    readonly kind: string;
    readonly heading: string;
    readonly statements: readonly Statement[];
    /** Meetings there would be to tell of, shown or not. */
    readonly total: number;
  }[];
  /** Ids the digest rests on, in order of mention. */
  readonly consultations: readonly string[];
  readonly citations: readonly JsonCitation[];
  readonly closing: string;
  readonly timeline: Timeline;
  readonly knowledgeVersion: string;
};

/** Plain data for JSON, in the manner of an answer's. */
export function digestToJson(digest: Digest): DigestJson {
  return {
    date: digest.date,
    from: digest.from,
    language: digest.language,
    title: digest.title,
    quiet: digest.quiet,
    text: digestToPlainText(digest),
    sections: digest.sections,
    consultations: toldIn(digest),
    citations: digest.citations.map(({ n, title, publisher, url, published, locator }) => ({
      n,
      title,
      publisher,
      url,
      published,
      locator,
    })),
    closing: digest.closing,
    timeline: digest.timeline,
    knowledgeVersion: digest.knowledgeVersion,
  };
}

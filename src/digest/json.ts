import type { Citation, Statement, Timeline } from '../answer/answer.ts';
import type { Digest } from './digest.ts';
import { digestToPlainText } from './plain.ts';

type JsonCitation = Pick<Citation, 'n' | 'title' | 'publisher' | 'url' | 'published' | 'locator'>;

/** A digest as `npm run digest -- --json` prints it. Fields only ever get added. */
export type DigestJson = {
  readonly date: string;
  readonly language: string;
  readonly title: string;
  readonly quiet: boolean;
  readonly text: string;
  readonly sections: readonly {
    readonly kind: string;
    readonly heading: string;
    readonly statements: readonly Statement[];
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
  const ids = digest.sections.flatMap(({ statements }) => statements.map(({ consultation }) => consultation));
  return {
    date: digest.date,
    language: digest.language,
    title: digest.title,
    quiet: digest.quiet,
    text: digestToPlainText(digest),
    sections: digest.sections,
    consultations: [...new Set(ids.filter((id) => id !== null))],
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

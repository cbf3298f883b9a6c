import type { Answer, Citation } from './answer.ts';
import { toPlainText } from './plain.ts';

/** An answer as `npm run ask -- --json` prints it. Fields only ever get added. */
export type AnswerJson = {
  readonly status: Answer['status'];
  readonly language: Answer['language'];
  readonly question: Pick<Answer['question'], 'intent' | 'period' | 'people' | 'frameworks' | 'topics' | 'countries'>;
  readonly text: string;
  /** The first line too, when it asserts something; every one is cited. */
  readonly statements: readonly { readonly text: string; readonly citations: readonly number[] }[];
  readonly consultations: readonly string[];
  readonly citations: readonly Pick<Citation, 'n' | 'title' | 'publisher' | 'url' | 'published' | 'locator'>[];
  readonly suggestions: readonly string[];
};

/** Plain data for JSON. */
export function toJson(answer: Answer): AnswerJson {
  const { intent, period, people, frameworks, topics, countries } = answer.question;
  return {
    status: answer.status,
    language: answer.language,
    question: { intent, period, people, frameworks, topics, countries },
    text: toPlainText(answer),
    statements: [answer.headline, ...answer.statements]
      .filter(({ citations }) => citations.length > 0)
      .map(({ text, citations }) => ({ text, citations })),
    consultations: answer.consultations,
    citations: answer.citations.map(({ n, title, publisher, url, published, locator }) => ({
      n,
      title,
      publisher,
      url,
      published,
      locator,
    })),
    suggestions: answer.suggestions,
  };
}

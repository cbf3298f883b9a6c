import { type Ask, idsIn, mentionsIn, type Query, type Role } from '../reading/query.ts';
import type { Answer, Citation } from './answer.ts';
import { toPlainText } from './plain.ts';

/** The intents that the contract of `npm run ask -- --json` names. */
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

/** The question of the contract: what is asked (first), when, and the ids of what it names. */
export type QuestionJson = {
  readonly intent: (typeof Intents)[number];
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly people: readonly string[];
  readonly frameworks: readonly string[];
  readonly topics: readonly string[];
  readonly countries: readonly string[];
};

/** An answer as `npm run ask -- --json` prints it. Fields only ever get added. */
export type AnswerJson = {
  readonly status: Answer['status'];
  readonly language: Answer['language'];
  readonly question: QuestionJson;
  readonly text: string;
  /** The first line too, when it asserts something; every one is cited. `heading` names the meeting that it and those after it are of. */
  readonly statements: readonly {
    readonly text: string;
    readonly citations: readonly number[];
    readonly heading?: string;
  }[];
  readonly consultations: readonly string[];
  readonly citations: readonly Pick<Citation, 'n' | 'title' | 'publisher' | 'url' | 'published' | 'locator'>[];
  readonly suggestions: readonly string[];
};

/** Plain data for JSON. */
export function toJson(answer: Answer): AnswerJson {
  return {
    status: answer.status,
    language: answer.language,
    question: questionJson(answer.question),
    text: toPlainText(answer),
    statements: [answer.headline, ...answer.statements]
      .filter(({ citations }) => citations.length > 0)
      .map(({ text, citations, heading }) => ({ text, citations, ...(heading === undefined ? {} : { heading }) })),
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

const INTENTS: Readonly<Record<Ask, QuestionJson['intent']>> = {
  who: 'who',
  when: 'when',
  where: 'where',
  what: 'what',
  list: 'list',
  count: 'count',
  'yes-no': 'what',
  define: 'define',
  compare: 'compare',
  develop: 'what',
  since: 'when',
  between: 'when',
  duration: 'what',
  rank: 'count',
  holder: 'who',
  succession: 'who',
  tenure: 'when',
  documents: 'what',
  structure: 'define',
  amount: 'what',
  source: 'what',
  coverage: 'help',
  help: 'help',
  thanks: 'help',
  greeting: 'help',
  farewell: 'help',
  refuse: 'what',
};

/** A query as the contract tells of it. */
export function questionJson(query: Query): QuestionJson {
  const { ask, order, period } = query;
  const further = (query.further ?? []).flatMap((one) => one.constraints).filter(({ origin }) => origin !== 'carried');
  const constraints = [...query.constraints, ...further];
  const ids = (...roles: readonly Role[]) => idsIn({ constraints }, ...roles);
  const named = (kind: 'person' | 'framework') => [...new Set([...ids(kind), ...mentionsIn({ constraints }, kind)])];
  const leads = ask === 'list' && order !== undefined && order.side !== 'both' && order.limit === 1;
  return {
    intent: leads && order.side !== 'both' ? order.side : INTENTS[ask],
    period,
    people: named('person'),
    frameworks: named('framework'),
    topics: ids('topic'),
    countries: [
      ...new Set([
        ...ids('members').flatMap((each) => each.split('+').filter((id) => id !== 'JP' && id !== 'US')),
        ...ids('member', 'country'),
        ...mentionsIn({ constraints }, 'country'),
      ]),
    ],
  };
}

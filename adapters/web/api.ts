import type { Suggestion } from '../../src/answer/index.ts';
import { type AnswerJson, toJson } from '../../src/answer/index.ts';
import { askMemoised, clockOn } from '../../src/conversation/index.ts';
import { RequestFault } from './fault.ts';
import { pageOf, parametersOf } from './filters.ts';
import type { Context } from './page.ts';
import { oneDay, questionIn } from './pages/ask.ts';

const MOST_SUGGESTIONS = 10;
const MOST_TYPED = 100;

/**
 * The answer as the command line's `--json` prints it: in the language of the question, unless `lang` names one.
 * @throws RequestFault for a question that is missing or too long, a day or page that is none.
 */
export function answerAsJson(query: URLSearchParams, context: Context): AnswerJson {
  const set = parametersOf(query, ['q', 'lang', 'day', 'page']);
  const text = questionIn(set);
  const language = languageAsked(set);
  const answer = askMemoised(context.desk, {
    text,
    clock: clockOn(oneDay(set.get('day') ?? context.today), context.clock.zone),
    language,
    fallbackLanguage: context.language,
    page: pageOf(set),
  });
  if (pageOf(set) > answer.page.count) throw new RequestFault('bad-page', String(pageOf(set)));
  return toJson(answer);
}

/** Completions of what is being typed, as the chats offer them. */
export function suggestAsJson(query: URLSearchParams, context: Context): readonly Suggestion[] {
  const set = parametersOf(query, ['q', 'lang']);
  languageAsked(set);
  const typed = (set.get('q') ?? '').slice(0, MOST_TYPED);
  return context.desk.suggest({ kind: 'question', typed, language: context.language, limit: MOST_SUGGESTIONS });
}

function languageAsked(query: URLSearchParams): 'ja' | 'en' | undefined {
  const typed = query.get('lang');
  if (typed === null || typed === 'ja' || typed === 'en') return typed ?? undefined;
  throw new RequestFault('unknown-filter', `lang=${typed.slice(0, 20)} (ja | en)`);
}

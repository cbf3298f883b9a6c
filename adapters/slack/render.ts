import type { Answer } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Pages } from '../../src/record/pages.ts';
import { type Block, context, quote, richText, type SlackMessage } from './render-blocks.ts';
import { answerButtons } from './render-buttons.ts';
import { partOf, plainLines, renderCited, type Where } from './render-cited.ts';
import type { CitedText } from './render-parts.ts';
import { plainChunks } from './render-plain.ts';
import { statementPieces } from './render-sources.ts';
import { cut, escapeText, literal } from './text.ts';

export type AnswerView = {
  /** The question, shown above the answer where others cannot see it: a slash command shows nothing of it. */
  readonly echo?: string | undefined;
  /** A line of our own above the answer: who shared it, that the record changed. */
  readonly above?: string | undefined;
  /** Which part of an answer too long for one message; counts from 1. Default 1. */
  readonly part?: number | undefined;
  /** Whether it carries buttons; `share` adds the one that shows a private answer to the channel. Default `all`. */
  readonly buttons?: 'all' | 'share' | 'none' | undefined;
  /** Where the reading room is: Details opens the consultation there. */
  readonly pages?: Pages | undefined;
  /** Title of a consultation, for the menu that opens one. */
  readonly titleOf?: ((consultation: string) => string | undefined) | undefined;
};

export type AnswerMessage = SlackMessage & Where;

/** Longest echo of a question; a question itself is at most 500 characters, a message looked into may be longer. */
const ECHO_CHARACTERS = 600;

/** An answer as a Slack message within every limit; what does not fit is a further part, reached by Next, never lost. */
export function renderAnswer(answer: Answer, view: AnswerView = {}): AnswerMessage {
  const said = phrases(answer.language);
  const messages = renderCited(citedText(answer), {
    above: aboveBlocks(view),
    below: (where) => answerButtons(answer, view, where),
    place: (where) =>
      [answer.page.count > 1 ? said.page(answer.page.index, answer.page.count) : '', partOf(answer, where)]
        .filter((each) => each !== '')
        .join(' · '),
  });
  const part = Math.min(Math.max(view.part ?? 1, 1), messages.length);
  const message = messages[part - 1] ?? { text: '…', blocks: [] };
  return { ...message, plain: () => plainAnswer(answer, view), part, partCount: messages.length };
}

function citedText({ language, headline, statements, notes, citations }: Answer): CitedText {
  const { text, citations: numbers } = headline;
  return {
    language,
    headline: { text, citations: numbers },
    statements: statementPieces(statements),
    notes,
    citations,
  };
}

function aboveBlocks(view: AnswerView): Block[] {
  const echo = echoed(view);
  return [...(view.above === undefined ? [] : context([view.above])), ...(echo === '' ? [] : [richText(quote(echo))])];
}

/** What is left of the question to show; a control character alone is nothing, and Slack refuses an empty quote. */
function echoed({ echo = '' }: AnswerView): string {
  return cut(literal(echo).trim(), ECHO_CHARACTERS);
}

/** Without buttons the choices and suggestions are lines to type again. */
function plainAnswer(answer: Answer, view: AnswerView): string[] {
  const echo = echoed(view);
  const again = [...answer.choices.map(({ question }) => question), ...answer.suggestions];
  return plainChunks([
    ...(view.above === undefined ? [] : [escapeText(view.above)]),
    ...(echo === '' ? [] : [escapeText(`“${echo}”`)]),
    ...plainLines(citedText(answer)),
    ...again.map((question) => `→ ${escapeText(question)}`),
  ]);
}

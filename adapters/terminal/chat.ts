import type { Answer } from '../../src/answer/answer.ts';
import { asPrevious, type Desk } from '../../src/desk.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';
import { parseCommand } from './commands.ts';

const words = {
  ja: {
    noPage: 'これ以上のページはありません。',
    nothing: '先に質問してください。',
    language: '以後は日本語で答えます。',
  },
  en: {
    noPage: 'There are no more pages.',
    nothing: 'Ask something first.',
    language: 'Answers are in English from here on.',
  },
} as const;

/** What a line brings: an answer to render, a line to say, or the end. */
export type Turn = { readonly answer: Answer } | { readonly say: string } | { readonly quit: true } | null;

/** One conversation in a terminal: keeps the question before for follow-ups and the page in view. No I/O. */
export function createChat(options: { desk: () => Desk; clock: () => Clock; fallbackLanguage: Language }) {
  let language: Language | undefined;
  let last: Answer | undefined;

  const ask = (text: string): Turn => {
    last = options.desk().ask({
      text,
      clock: options.clock(),
      language,
      fallbackLanguage: last?.language ?? options.fallbackLanguage,
      previous: last && asPrevious(last),
    });
    return { answer: last };
  };
  const turnPage = (step: 1 | -1): Turn => {
    const w = words[last?.language ?? language ?? options.fallbackLanguage];
    if (last === undefined) return { say: w.nothing };
    const page = last.page.index + step;
    if (page < 1 || page > last.page.count) return { say: w.noPage };
    last = options.desk().reask(last.question, { clock: options.clock(), language: last.language, page });
    return { answer: last };
  };

  return {
    turn(line: string): Turn {
      const command = parseCommand(line, last?.choices.length ?? 0);
      switch (command.kind) {
        case 'nothing':
          return null;
        case 'quit':
          return { quit: true };
        case 'next':
          return turnPage(1);
        case 'previous':
          return turnPage(-1);
        case 'language':
          language = command.language;
          if (last === undefined) return { say: words[language].language };
          last = options.desk().reask(last.question, { clock: options.clock(), language, page: last.page.index });
          return { answer: last };
        case 'choice':
          return ask(last?.choices[command.index]?.question ?? '');
        case 'ask':
          return ask(command.text);
      }
    },
  };
}

import type { Answer } from '../../src/answer/index.ts';
import { type Desk, followed } from '../../src/desk.ts';
import type { Language } from '../../src/text/index.ts';
import type { Clock } from '../../src/time/index.ts';
import { parseCommand } from './commands.ts';
import { followUpsOf } from './follow-ups.ts';
import { WORDS } from './words.ts';

/** What a line brings: an answer to render (`asked` where the line was only the number of a question), a line to say, or the end. */
export type Turn =
  | { readonly answer: Answer; readonly asked?: string }
  | { readonly say: string }
  | { readonly quit: true }
  | null;

/** One conversation in a terminal: keeps the question before for follow-ups and the page in view. No I/O. */
export function createChat(options: { desk: () => Desk; clock: () => Clock; fallbackLanguage: Language }) {
  let language: Language | undefined;
  let last: Answer | undefined;
  let before: ReturnType<typeof followed>;
  const current = () => language ?? last?.language ?? options.fallbackLanguage;

  const ask = (text: string, carry?: 'only-when-referring'): Answer => {
    last = options.desk().ask({
      text,
      clock: options.clock(),
      language,
      fallbackLanguage: current(),
      previous: before,
      carry,
    });
    before = followed(last, before);
    return last;
  };
  const turnPage = (step: 1 | -1): Turn => {
    const w = WORDS[current()];
    if (last === undefined) return { say: w.nothing };
    const page = last.page.index + step;
    if (page < 1) return { say: w.firstPage };
    if (page > last.page.count) return { say: w.lastPage };
    last = options.desk().reask(last.question, { clock: options.clock(), language: last.language, page });
    return { answer: last };
  };

  return {
    /** The language of the next thing said. */
    language: current,

    turn(line: string): Turn {
      const followUps = last === undefined ? [] : followUpsOf(last);
      const command = parseCommand(line, followUps.length);
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
          if (last === undefined) return { say: WORDS[language].language };
          last = options.desk().reask(last.question, { clock: options.clock(), language, page: last.page.index });
          return { answer: last };
        case 'no-choice':
          return { say: WORDS[current()].noNumber(followUps.length) };
        case 'choice': {
          const asked = followUps[command.index]?.question ?? '';
          // A whole question: it takes nothing from the answer that it stood under, unless it points there.
          return { answer: ask(asked, 'only-when-referring'), asked };
        }
        case 'ask':
          return { answer: ask(command.text) };
      }
    },
  };
}

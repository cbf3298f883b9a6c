import { once } from 'node:events';
import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Desk } from '../../src/desk.ts';
import type { Language } from '../../src/text/index.ts';
import type { Clock } from '../../src/time/index.ts';
import type { Adapter } from '../adapter.ts';
import { createChat, type Turn } from './chat.ts';
import type { History } from './history.ts';
import { LIMITS } from './limits.ts';
import { renderAnswer, renderText } from './render.ts';
import { type Output, printable, styleFor } from './style.ts';
import { WORDS } from './words.ts';

export type TerminalAdapterConfig = {
  readonly desk: () => Desk;
  readonly clock: () => Clock;
  readonly fallbackLanguage: Language;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & Output & { readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Lines typed in earlier chats; absent: this session's alone. Never used unless a person types. */
  readonly history?: History | undefined;
};

export type TerminalAdapter = Adapter & {
  /** Shows something that happened beside the conversation, without disturbing what is being typed. Nothing from a pipe. */
  notice(of: (language: Language) => string): void;
};

/** Whether a person types and reads, rather than a pipe. */
export function isInteractive({ input, output }: Pick<TerminalAdapterConfig, 'input' | 'output'>): boolean {
  return input.isTTY === true && output.isTTY === true;
}

/**
 * The terminal chat. On a TTY: a prompt with history and Tab completion, until "exit", Ctrl-D, or Ctrl-C on an empty line. From a
 * pipe: a question a line, an answer each. `start` resolves when the input ends.
 */
export function createTerminalAdapter(config: TerminalAdapterConfig): TerminalAdapter {
  const { input, output, desk, history } = config;
  const style = styleFor(output, config.env);
  const interactive = isInteractive(config);
  const chat = createChat({
    desk,
    clock: config.clock,
    fallbackLanguage: languageOf(config.env) ?? config.fallbackLanguage,
  });
  const prompt = style.accent('› ');
  let lines: ReturnType<typeof open> | undefined;

  return {
    name: 'terminal',
    async start() {
      lines = open();
      if (interactive) {
        output.write(`${renderText(greeting(desk(), chat.language()), output.columns)}\n\n`);
        lines.prompt();
      }
      await once(lines, 'close');
      lines = undefined;
      if (interactive) output.write('\n');
    },
    async stop() {
      lines?.close();
    },
    notice(of) {
      if (!interactive || lines === undefined) return;
      clearLine(output, 0);
      cursorTo(output, 0);
      output.write(`${style.dim(renderText(of(chat.language()), output.columns))}\n\n`);
      lines.prompt(true);
    },
  };

  function open() {
    const typed = { output, terminal: true, historySize: LIMITS.history, removeHistoryDuplicates: true, completer };
    const opened = createInterface({
      input,
      ...(interactive ? { ...typed, history: [...(history?.lines ?? [])] } : {}),
      crlfDelay: Number.POSITIVE_INFINITY,
      prompt,
    });
    if (interactive) opened.on('history', (all) => history?.save(all));
    opened.on('SIGINT', () => {
      if (opened.line === '') return opened.close();
      opened.write(null, { ctrl: true, name: 'e' });
      opened.write(null, { ctrl: true, name: 'u' });
    });
    let ended = false;
    opened.on('close', () => {
      ended = true;
    });
    // Answered before the next line is taken up: of several that are pasted each stands over its own answer.
    opened.on('line', (line) => {
      if (ended) return;
      const turn = chat.turn(line);
      if (turn !== null && 'quit' in turn) return opened.close();
      if (turn !== null) output.write(`${interactive ? '\n' : ''}${shown(turn)}\n\n`);
      if (interactive) opened.prompt();
    });
    return opened;
  }

  function shown(turn: Exclude<Turn, null | { quit: true }>): string {
    if ('say' in turn) return renderText(turn.say, output.columns);
    const asked = turn.asked === undefined ? '' : `${prompt}${renderText(turn.asked, output.columns)}\n\n`;
    return `${asked}${renderAnswer(turn.answer, style, output.columns)}`;
  }

  function completer(typed: string): [string[], string] {
    const found = desk().suggest({ kind: 'question', typed, language: chat.language(), limit: 8 });
    return [found.map((each) => printable(each.value)), typed];
  }
}

function greeting(desk: Desk, language: Language): string {
  const [example = ''] = desk.examples(language, 1);
  return WORDS[language].greeting(desk.knowledge().coverage, example);
}

/** The terminal's own language, where the locale variables name one of ours. */
function languageOf(env: Readonly<Record<string, string | undefined>>): Language | undefined {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('ja') ? 'ja' : locale.startsWith('en') ? 'en' : undefined;
}

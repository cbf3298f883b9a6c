import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Desk } from '../../src/desk.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';
import type { Adapter } from '../adapter.ts';
import { createChat } from './chat.ts';
import { LIMITS } from './limits.ts';
import { renderAnswer } from './render.ts';
import { styleFor } from './style.ts';

export type TerminalAdapterConfig = {
  readonly desk: () => Desk;
  readonly clock: () => Clock;
  readonly fallbackLanguage: Language;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * The terminal chat. On a TTY: a prompt with history and Tab completion, until Ctrl-C, Ctrl-D or "quit". From a pipe: a
 * question a line, an answer each. `start` resolves when the input ends.
 */
export function createTerminalAdapter(config: TerminalAdapterConfig): Adapter {
  const { input, output, desk } = config;
  const style = styleFor(output, config.env);
  const interactive = input.isTTY === true && output.isTTY === true;
  const language = languageOf(config.env) ?? config.fallbackLanguage;
  const chat = createChat({ desk, clock: config.clock, fallbackLanguage: language });
  let stop = () => {};

  return {
    name: 'terminal',
    async start() {
      const lines = createInterface({
        input,
        ...(interactive ? { output, terminal: true, historySize: LIMITS.history, completer: complete } : {}),
        crlfDelay: Number.POSITIVE_INFINITY,
        prompt: style.accent('› '),
      });
      stop = () => lines.close();
      lines.on('SIGINT', stop);
      if (interactive) {
        output.write(`${greeting(desk(), language)}\n\n`);
        lines.prompt();
      }
      for await (const line of lines) {
        const turn = chat.turn(line);
        if (turn !== null && 'quit' in turn) break;
        if (turn !== null) {
          const said = 'say' in turn ? turn.say : renderAnswer(turn.answer, style, output.columns);
          output.write(`${interactive ? '\n' : ''}${said}\n\n`);
        }
        if (interactive) lines.prompt();
      }
      lines.close();
      if (interactive) output.write('\n');
    },
    async stop() {
      stop();
    },
  };

  function complete(typed: string): [string[], string] {
    const found = desk().suggest({ kind: 'question', typed, language, limit: 8 });
    return [found.map((each) => each.value), typed];
  }
}

function greeting(desk: Desk, language: Language): string {
  const { coverage } = desk.knowledge();
  const [first = ''] = desk.examples(language, 1);
  return language === 'ja'
    ? `協議 — 日米同盟の協議に関する質問に、出典を付けて答えます(${coverage.from}〜${coverage.to}、${coverage.consultations}件)。\n例: ${first}\n「ヘルプ」で使い方、Ctrl-D で終了。`
    : `Kyōgi — cited answers about Japan–U.S. alliance consultations (${coverage.from} to ${coverage.to}, ${coverage.consultations} on record).\nTry: ${first}\n"help" shows more; Ctrl-D leaves.`;
}

/** The terminal's own language, where the locale variables name one of ours. */
function languageOf(env: Readonly<Record<string, string | undefined>>): Language | undefined {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('ja') ? 'ja' : locale.startsWith('en') ? 'en' : undefined;
}

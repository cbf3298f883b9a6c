import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { LIMITS } from './limits.ts';

/** The lines typed in earlier chats, newest first, as `node:readline` has them. */
export type History = {
  readonly lines: readonly string[];
  save(lines: readonly string[]): void;
};

/** Where what a person typed is kept: `XDG_STATE_HOME`, else `~/.local/state`; `undefined` without a home. */
export function historyFile(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_STATE_HOME: given = '', HOME: home = '' } = env;
  const state = isAbsolute(given) ? given : isAbsolute(home) ? join(home, '.local/state') : undefined;
  return state && join(state, 'kyogi/history');
}

/**
 * The history in `file`, which nobody else may read, at most `LIMITS.history` lines. A file that cannot be read or written costs the
 * history and nothing more.
 */
export function openHistory(file: string): History {
  let lines: string[] = [];
  try {
    lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(-LIMITS.history).reverse();
  } catch {
    // The first chat, or a place that may not be read.
  }
  return {
    lines,
    save(typed) {
      const unfinished = `${file}.${process.pid}`;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(unfinished, `${typed.slice(0, LIMITS.history).toReversed().join('\n')}\n`, { mode: 0o600 });
        chmodSync(unfinished, 0o600);
        renameSync(unfinished, file);
      } catch {
        // A home that may not be written to: the chat goes on with the lines of this session.
      }
    },
  };
}

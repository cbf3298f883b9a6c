import type { DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';

/** What a terminal would obey instead of showing it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Passes JSON lines of a log on to `destination` as a person reads them on a terminal: time of day, level, sentence, then the facts. */
export function readableLog(destination: DestinationStream, { colour }: { colour: boolean }): DestinationStream {
  const pretty = prettyFactory({
    colorize: colour,
    singleLine: true,
    // The sentence says the pause, and ends in what to do.
    ignore: 'againInMs,fix,issues',
    messageFormat: (entry, key) => sentence(String(entry[key] ?? ''), entry.fix, entry.issues),
    translateTime: 'SYS:HH:MM:ss',
  });
  return {
    write(line) {
      const entry: unknown = JSON.parse(line, (_, value) =>
        typeof value === 'string' ? value.replace(CONTROLS, '') : value,
      );
      destination.write(pretty(entry));
    },
  };
}

/** The sentence, what to do about it, and each fault it speaks of on a line of its own. */
function sentence(said: string, fix: unknown, issues: unknown): string {
  const todo = typeof fix === 'string' ? ` → ${fix}` : '';
  const faults = Array.isArray(issues) ? issues.map((issue) => `\n    ${issue}`).join('') : '';
  return `${said}${todo}${faults}`;
}

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
    // The sentence says it.
    ignore: 'againInMs',
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

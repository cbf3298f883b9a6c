import { readFileSync } from 'node:fs';

/** A recorded payload, parsed anew for each use so that tests cannot disturb each other. */
export type Payload = Record<string, unknown>;

export const ids = {
  application: '1100000000000000001',
  bot: '1100000000000000001',
  guild: '1200000000000000001',
  channel: '1300000000000000001',
  dm: '1300000000000000077',
  asker: '1400000000000000001',
} as const;

const texts = new Map<string, string>();

/** Reads `tests/fixtures/discord/<name>.json`. */
export function payload(name: string): Payload {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`../../fixtures/discord/${name}.json`, import.meta.url), 'utf8');
    texts.set(name, text);
  }
  // The fixtures are objects; the test that loads one fails if it is not JSON.
  return JSON.parse(text) as Payload;
}

let made = 0n;

/** A fresh snowflake of a moment, as the client reads an interaction's age from its id. */
export function snowflake(nowMs: number = Date.now()): string {
  made = (made + 1n) % (1n << 22n);
  return (((BigInt(nowMs) - 1_420_070_400_000n) << 22n) + made).toString();
}

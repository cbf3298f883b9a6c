import { usageFault } from '../cli.ts';

/** Epoch milliseconds as `YYYY-MM-DD HH:MM` in UTC. */
export function at(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 16).replace('T', ' ');
}

/**
 * Reads `--limit`; default 50.
 * @throws KyogiError `usage` unless it is a whole number from 1 to 10,000.
 */
export function limitOf(value: string | undefined, usage: string): number {
  if (value === undefined) return 50;
  const limit = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > 10_000) throw usageFault(`--limit takes a number from 1 to 10000, not "${value}".`, usage);
  return limit;
}

/** Tab-separated rows under a heading, or a line that says there are none. Tabs, line ends and controls in cells become spaces. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'Nothing recorded.\n';
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')).join('\t');
  return `${[heading, ...rows].map(line).join('\n')}\n`;
}

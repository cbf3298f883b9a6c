import { parseUsage, runCli, usageFault } from '../../src/command-line.ts';
import { loadConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * Runs a command that lists rows of the store, newest first: a table, or with `--json` the rows. Who a row is of is left out: it is of
 * no use to a curator.
 */
export async function runReport<Row extends { readonly actor: string }>(report: {
  readonly usage: string;
  readonly list: (store: Store, limit: number) => Promise<readonly Row[]>;
  readonly heading: readonly string[];
  readonly cells: (row: Row) => readonly string[];
}): Promise<void> {
  await runCli(async (args) => {
    const options = { limit: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values } = parseUsage({ args, options }, report.usage);
    const limit = limitOf(values.limit, report.usage);
    const store = await openStore((await loadConfig()).databaseUrl, { process: 'beside' });
    const rows = await report.list(store, limit).finally(() => store.close());
    process.stdout.write(
      values.json
        ? `${JSON.stringify(rows.map(({ actor: _actor, ...row }) => row))}\n`
        : table(report.heading, rows.map(report.cells)),
    );
    return 0;
  });
}

/** Epoch milliseconds as `YYYY-MM-DD HH:MM` in UTC. */
export function at(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 16).replace('T', ' ');
}

/**
 * Reads `--limit`; default 50.
 * @throws KyogiError `usage` unless it is a whole number from 1 to 10,000.
 */
function limitOf(value: string | undefined, usage: string): number {
  if (value === undefined) return 50;
  const limit = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > 10_000) throw usageFault(`--limit takes a number from 1 to 10000, not "${value}".`, usage);
  return limit;
}

/** Tab-separated rows under a heading, or a line that says there are none. Tabs, line ends and controls in cells become spaces. */
function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'Nothing recorded.\n';
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')).join('\t');
  return `${[heading, ...rows].map(line).join('\n')}\n`;
}

import { command, run } from '../src/command-line/command.ts';
import { jsonOption, wholeNumber } from '../src/command-line/options.ts';
import { loadConfig } from '../src/config.ts';
import type { Store } from '../src/store/index.ts';
import { openStore } from '../src/store/index.ts';

const DEFAULT_ROWS = 50;

/**
 * Runs a command that lists rows of the store, newest first: as text, or with `--json` the rows. Who a row is of is left out: it is of
 * no use to a curator.
 */
export function runReport<Row extends { readonly actor: string }>(report: {
  readonly script: string;
  readonly description: string;
  readonly list: (store: Store, limit: number) => Promise<readonly Row[]>;
  /** At least one row, as lines for a person that end in a line break; what people typed in them must be printable. */
  readonly text: (rows: readonly Row[]) => string;
}): Promise<void> {
  return run(
    command(report.script, report.description)
      .option(
        '--limit <n>',
        `rows to print, newest first (default: ${DEFAULT_ROWS})`,
        wholeNumber('--limit', 1, 10_000),
      )
      .addOption(jsonOption('print the rows as a JSON array'))
      .action(async ({ limit = DEFAULT_ROWS, json }) => {
        const store = await openStore(loadConfig().databaseUrl, { process: 'beside' });
        const rows = await report.list(store, limit).finally(() => store.close());
        if (json) process.stdout.write(`${JSON.stringify(rows.map(({ actor: _actor, ...row }) => row))}\n`);
        else if (rows.length === 0) process.stdout.write('Nothing recorded.\n');
        else process.stdout.write(report.text(rows));
      }),
  );
}

/** Epoch milliseconds as `YYYY-MM-DD HH:MM` in UTC. */
export function at(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 16).replace('T', ' ');
}

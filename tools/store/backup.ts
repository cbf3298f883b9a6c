import { parseArgs } from 'node:util';
import { KyogiError } from '../../src/errors.ts';
import { backupStore } from '../../src/store/backup.ts';
import { runStoreTool } from './tool.ts';

const usage = `Usage: npm run backup -- --to FILE [--portable]

Writes a consistent copy of the database that DATABASE_URL names, beside a running bot. FILE must not exist yet.
From SQLite it is a SQLite database; from PostgreSQL, or with --portable, JSON lines that either takes in.`;

/** Backs up the database. */
await runStoreTool(usage, async (databaseUrl, args) => {
  const { values } = parseArgs({
    args,
    options: { to: { type: 'string' }, portable: { type: 'boolean', default: false } },
  });
  if (!values.to) throw new KyogiError('usage', '--to names the file to write.');
  await backupStore(databaseUrl, values.to, { portable: values.portable });
  process.stdout.write(`Backed up to ${values.to}\n`);
});

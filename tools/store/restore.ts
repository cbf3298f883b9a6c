import { parseArgs } from 'node:util';
import { KyogiError } from '../../src/errors.ts';
import { restoreStore } from '../../src/store/backup.ts';
import { runStoreTool } from './tool.ts';

const usage = `Usage: npm run restore -- --from FILE [--replace]

Puts a backup in place of the database that DATABASE_URL names, with the bot stopped. The backup is checked first.
What a SQLite backup replaces is kept beside it as ….before-restore. A portable backup goes into an empty database,
or with --replace in place of what is there.`;

/** Restores a backup. */
await runStoreTool(usage, async (databaseUrl, args) => {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  if (!values.from) throw new KyogiError('usage', '--from names the backup to restore.');
  await restoreStore(databaseUrl, values.from, { replace: values.replace });
  process.stdout.write(`Restored from ${values.from}\n`);
});

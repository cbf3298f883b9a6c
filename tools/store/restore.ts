import { command, required, run } from '../../src/command-line/command.ts';
import { loadConfig } from '../../src/config.ts';
import { restoreStore } from '../../src/store/index.ts';

const restore = command(
  'restore',
  `Puts a backup in place of the database that DATABASE_URL names. Stop the bot first. The backup is checked before anything changes.
What a SQLite backup replaces is kept beside it as ….before-restore. A portable backup goes into an empty database.`,
)
  .usage('--from <file> [options]')
  .option('--from <file>', 'the backup to restore')
  .option('--replace', 'let a portable backup take the place of what is in the database')
  .action(async ({ from: named, replace = false }) => {
    const from = required('--from', named);
    await restoreStore(loadConfig().databaseUrl, from, { replace });
    process.stdout.write(`Restored from ${from}\n`);
  });

await run(restore);

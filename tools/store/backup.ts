import { command, required, run } from '../../src/command-line/command.ts';
import { loadConfig } from '../../src/config.ts';
import { backupStore } from '../../src/store/index.ts';

const backup = command(
  'backup',
  `Writes a consistent copy of the database that DATABASE_URL names, beside a running bot.
From SQLite it is a SQLite database; from PostgreSQL, or with --portable, JSON lines that either database takes in.`,
)
  .usage('--to <file> [options]')
  .option('--to <file>', 'the file to write, which must not exist yet')
  .option('--portable', 'write JSON lines from SQLite too')
  .action(async ({ to: named, portable = false }) => {
    const to = required('--to', named);
    await backupStore(loadConfig().databaseUrl, to, { portable });
    process.stdout.write(`Backed up to ${to}\n`);
  });

await run(backup);

import { loadConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { parseUsage, runCli, usageFault } from '../cli.ts';

const usage = `Usage: npm run forget -- --platform discord|slack --actor USER_ID

  Deletes everything kept about one person: conversations, answers behind buttons, feedback, unanswered questions.`;

await runCli(async (args) => {
  const { values } = parseUsage({ args, options: { platform: { type: 'string' }, actor: { type: 'string' } } }, usage);
  const { platform, actor } = values;
  if (platform !== 'discord' && platform !== 'slack') throw usageFault('--platform takes discord or slack.', usage);
  if (actor === undefined || actor.trim() === '')
    throw usageFault("--actor takes the person's id on that platform.", usage);
  const store = await openStore((await loadConfig()).databaseUrl, { process: 'beside' });
  const rows = await store.forget(platform, actor.trim()).finally(() => store.close());
  process.stdout.write(`${rows} row${rows === 1 ? '' : 's'} deleted.\n`);
  return 0;
});

import { parseUsage, runCli, usageFault } from '../src/command-line.ts';
import { loadConfig } from '../src/config.ts';
import { openStore } from '../src/store/open.ts';

const usage = `Usage: npm run forget -- --platform discord|slack --actor USER_ID

  Deletes what is kept about one person: conversations, answers behind buttons, feedback, unanswered questions. USER_ID is the
  platform's own, such as 1400000000000000111 or U0123ABCD; T0123ABCD:U0123ABCD is one of several workspaces alone. Kept are the digests
  that the person set up, for their id says who may change them, and the ids of handled events for a day.`;

await runCli(async (args) => {
  const { values } = parseUsage({ args, options: { platform: { type: 'string' }, actor: { type: 'string' } } }, usage);
  const { platform, actor } = values;
  if (platform !== 'discord' && platform !== 'slack') throw usageFault('--platform takes discord or slack.', usage);
  if (actor === undefined || actor.trim() === '')
    throw usageFault("--actor takes the person's id on that platform.", usage);
  const store = await openStore((await loadConfig()).databaseUrl, { process: 'beside' });
  try {
    const rows = await store.forget(platform, actor.trim());
    process.stdout.write(`${rows} row${rows === 1 ? '' : 's'} deleted.\n`);
    const [subscriber = '', workspace] = actor.trim().split(':').reverse();
    for (const kept of await store.listSubscriptions({ platform, subscriber, ...(workspace && { workspace }) })) {
      process.stdout.write(
        `Kept: the digest of channel ${kept.channel}, which this person set up and may change; /alliance-digest unsubscribe there removes it.\n`,
      );
    }
  } finally {
    await store.close();
  }
  return 0;
});

import { command, required, run } from '../src/command-line/command.ts';
import { oneOf } from '../src/command-line/options.ts';
import { loadConfig } from '../src/config.ts';
import { reportNumber } from '../src/curators/index.ts';
import type { Store, ToldFeedback } from '../src/store/index.ts';
import { openStore } from '../src/store/index.ts';

const forget = command(
  'forget',
  `Deletes what is kept about one person: conversations, answers behind buttons, feedback, unanswered questions.
Digests that the person set up are kept, because their id says who may change them, and so are the ids of handled events for a day.`,
)
  .usage('--platform <platform> --actor <id>')
  .option('--platform <platform>', 'discord or slack', oneOf('--platform', ['discord', 'slack']))
  .option(
    '--actor <id>',
    "the person's id on the platform, such as 1400000000000000111 or U0123ABCD; T0123ABCD:U0123ABCD in one workspace alone",
  )
  .action(async (values) => {
    const platform = required('--platform', values.platform);
    const actor = required('--actor', values.actor?.trim());
    const store = await openStore(loadConfig().databaseUrl, { process: 'beside' });
    try {
      const posted = await postedOf(store, platform, actor);
      const rows = await store.forget(platform, actor);
      process.stdout.write(`${rows} row${rows === 1 ? '' : 's'} deleted.\n`);
      const [subscriber = '', workspace] = actor.split(':').reverse();
      for (const kept of await store.listSubscriptions({ platform, subscriber, ...(workspace && { workspace }) })) {
        process.stdout.write(
          `Kept: the digest in channel ${kept.channel}, which this person set up and may change; /alliance-digest unsubscribe there removes it.\n`,
        );
      }
      for (const report of posted) {
        process.stdout.write(
          `Posted: report ${reportNumber(report)} was in the curators' channel on ${report.told.slice(0, 10)}; delete the message there.\n`,
        );
      }
    } finally {
      await store.close();
    }
  });

await run(forget);

/** The person's reports that have a message of their own in the curators' channel, where nothing deletes them. */
async function postedOf(store: Store, platform: string, actor: string): Promise<readonly ToldFeedback[]> {
  const all = await store.listTold('');
  return all.filter(
    (report) =>
      report.platform === platform &&
      (report.actor === actor || report.actor.endsWith(`:${actor}`)) &&
      /\/\d+$/.test(report.told),
  );
}

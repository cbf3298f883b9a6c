import type { Platform } from '../../src/digest/subscription.ts';
import { deliverShared } from '../digest/share.ts';
import { postgresMissing, startPostgres } from '../store/postgres-server.ts';

/**
 * `node tests/bench/digests.ts [subscriptions]`: so many digests (default 1,000) due in one minute, shared by two and by four processes
 * on one PostgreSQL, through each platform's own client to a local server that enforces its limits; on Slack all in one
 * workspace. Prints a JSON object a run. Takes some ten minutes, most of it waiting for Slack's limit.
 */
const subscriptions = Number(process.argv[2] ?? 1_000);
const missing = postgresMissing();
if (missing !== undefined) throw new Error(missing);
const database = await startPostgres();
for (const platform of ['discord', 'slack'] satisfies Platform[]) {
  for (const processes of [2, 4]) {
    process.stdout.write(`${JSON.stringify(await deliverShared({ database, platform, processes, subscriptions }))}\n`);
  }
}
await database.stop();

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { announceMissing, postgresMissing, startPostgres, type TestPostgres } from '../store/postgres-server.ts';
import { subscriptionOf } from './delivery-fixture.ts';
import { startPlatformServer } from './platform-server.ts';
import { runDelivery } from './start-process.ts';

announceMissing('digests by several processes');

/** All due in the same minute. */
const subscriptions = 1_000;
const nine = '2026-03-30T00:00:00Z';

describe.skipIf(postgresMissing())(
  `several processes on one PostgreSQL${postgresMissing() ? ` (${postgresMissing()})` : ''}`,
  () => {
    let database: TestPostgres;
    let platform: Awaited<ReturnType<typeof startPlatformServer>>;
    beforeAll(async () => {
      [database, platform] = await Promise.all([startPostgres(), startPlatformServer()]);
    }, 60_000);
    afterAll(async () => {
      await platform.stop();
      await database.stop();
    });

    /** Fills a fresh database with subscriptions whose channels begin with `prefix`. */
    async function prepare(prefix: string, count: number): Promise<string> {
      const databaseUrl = await database.freshUrl();
      const store = await openStore(databaseUrl);
      await Promise.all(
        Array.from({ length: count }, (_, index) =>
          store.addSubscription(
            subscriptionOf({ id: `${prefix}${index}`, platform: 'slack', channel: `${prefix}${index}` }),
          ),
        ),
      );
      await store.close();
      return databaseUrl;
    }

    const postsTo = (prefix: string) => platform.messages.filter(({ channel }) => channel.startsWith(prefix));
    const orderOf = (databaseUrl: string, owner: string) =>
      ({ databaseUrl, platformUrl: platform.url, platform: 'slack', owner, now: nine, killAt: 0 }) as const;

    test.each([2, 4])(
      '%i share 1,000 digests due at once: 1,000 posts, none twice',
      { timeout: 120_000 },
      async (processes) => {
        const prefix = `share${processes}-`;
        const databaseUrl = await prepare(prefix, subscriptions);
        const begun = performance.now();
        const ended = await Promise.all(
          Array.from({ length: processes }, (_, index) => runDelivery(orderOf(databaseUrl, `process${index}`))),
        );
        const seconds = (performance.now() - begun) / 1000;

        const posts = postsTo(prefix);
        expect(posts).toHaveLength(subscriptions);
        expect(new Set(posts.map(({ channel }) => channel)).size).toBe(subscriptions);
        const shares = ended.map((end) => (end.killed ? 0 : end.report.sent));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(subscriptions);
        // Work is shared, not fought over: nobody is left with next to nothing.
        expect(Math.min(...shares)).toBeGreaterThan(subscriptions / processes / 20);
        process.stdout.write(
          `\n${processes} processes, ${subscriptions} digests: ${seconds.toFixed(1)} s, shares ${shares.join(' + ')}\n`,
        );

        const store = await openStore(databaseUrl);
        expect(await store.listDeliveries({ state: 'sent' })).toHaveLength(subscriptions);
        await store.close();
      },
    );

    test('one killed amid its work leaves the rest to the others: each is posted once', {
      timeout: 120_000,
    }, async () => {
      const prefix = 'killed-';
      const databaseUrl = await prepare(prefix, 200);
      const [killed] = await Promise.all([
        runDelivery({ ...orderOf(databaseUrl, 'mortal'), killAt: 400 }),
        runDelivery(orderOf(databaseUrl, 'other')),
      ]);
      expect(killed).toEqual({ killed: true });
      await runDelivery({ ...orderOf(databaseUrl, 'other'), now: '2026-03-30T00:01:00Z' });
      const posts = postsTo(prefix);
      expect(posts).toHaveLength(200);
      expect(new Set(posts.map(({ channel }) => channel)).size).toBe(200);
    });
  },
);

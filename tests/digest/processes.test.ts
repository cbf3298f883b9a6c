import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/digest/subscription.ts';
import { announceMissing, postgresMissing, startPostgres, type TestPostgres } from '../store/postgres-server.ts';
import { deliverShared } from './share.ts';

announceMissing('digests by several processes');

/** All due in the same minute; `tests/bench/digests.ts` does it with 1,000. */
const subscriptions = 200;

describe.skipIf(postgresMissing())(
  `several processes on one PostgreSQL${postgresMissing() ? ` (${postgresMissing()})` : ''}`,
  () => {
    let database: TestPostgres;
    beforeAll(async () => {
      database = await startPostgres();
    }, 60_000);
    afterAll(async () => {
      await database.stop();
    });

    test.each<[number, Platform]>([
      [2, 'discord'],
      [4, 'discord'],
      [2, 'slack'],
      [4, 'slack'],
    ])(
      '%i share the digests due at once on %s, within its limits: each is posted once',
      { timeout: 300_000 },
      async (processes, platform) => {
        const shared = await deliverShared({ database, platform, processes, subscriptions });
        process.stdout.write(`\n${JSON.stringify(shared)}\n`);
        expect(shared).toMatchObject({ posts: subscriptions, channels: subscriptions, recorded: subscriptions });
        // Work is shared, not fought over: nobody is left with next to nothing.
        expect(Math.min(...shared.shares)).toBeGreaterThan(subscriptions / processes / 20);
      },
    );

    test('one killed amid its work leaves the rest to the other: each is posted once', {
      timeout: 300_000,
    }, async () => {
      const shared = await deliverShared({
        database,
        platform: 'discord',
        processes: 2,
        subscriptions: 60,
        killFirstAt: 'after post 5',
      });
      expect(shared).toMatchObject({
        killed: 1,
        posts: 60,
        channels: 60,
        recorded: 60,
      });
    });
  },
);

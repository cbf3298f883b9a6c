import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { runnerOf, subscriptionOf, virtualClock } from './delivery-fixture.ts';
import { httpSender } from './http-sender.ts';
import { type KillMoment, startPlatformServer } from './platform-server.ts';
import { runDelivery } from './start-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-kill-'));
let server: Awaited<ReturnType<typeof startPlatformServer>>;
beforeAll(async () => {
  server = await startPlatformServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Points at which a delivery can stop; checked below against a delivery that does not. */
const points = 20;
let runs = 0;

/**
 * Delivers one digest by processes killed as told, a minute apart, then by one that lives; returns how often it was killed, its
 * state and how often it was posted.
 */
async function deliverKilled(
  platform: 'discord' | 'slack',
  kills: { points?: readonly number[]; moment?: KillMoment; sameOwner?: boolean },
) {
  runs += 1;
  const id = `${platform}${runs}`;
  const databaseUrl = `sqlite:${join(folder, `${id}.sqlite`)}`;
  const prepared = await openStore(databaseUrl);
  await prepared.addSubscription(subscriptionOf({ id, platform, channel: id }));
  await prepared.close();
  const clock = virtualClock('2026-03-30T00:00:00Z');
  const ownerOf = (start: number) => (kills.sameOwner ? 'the-one' : `process${start}`);

  if (kills.moment !== undefined) server.killNext(kills.moment);
  let killed = 0;
  let points = 0;
  for (const [start, killAt] of (kills.points ?? [0]).entries()) {
    const order = { databaseUrl, platformUrl: server.url, platform, owner: ownerOf(start), killAt };
    const ended = await runDelivery({ ...order, now: clock.now().toString() });
    if (ended.killed) killed += 1;
    else points = ended.points;
    clock.advance(60_000);
  }
  const store = await openStore(databaseUrl);
  const runner = runnerOf(store, clock, httpSender(platform, server.url), { owner: ownerOf(9) });
  for (let look = 0; look < 5; look += 1) {
    await runner.tick();
    clock.advance(60_000);
  }
  const row = await store.loadDelivery(id, '2026-03-30');
  await store.close();
  return { killed, points, state: row?.state, posts: server.messages.filter(({ channel }) => channel === id).length };
}

const platforms = ['discord', 'slack'] as const;

describe.each(platforms)('a process delivering to %s', (platform) => {
  test('has as many points to stop at as these tests stop it at', async () => {
    expect(await deliverKilled(platform, {})).toEqual({ killed: 0, points, state: 'sent', posts: 1 });
  });

  test('killed at any one of them and restarted posts once and loses nothing', { timeout: 120_000 }, async () => {
    for (let point = 1; point <= points; point += 1) {
      expect(await deliverKilled(platform, { points: [point] }), `killed at point ${point}`).toMatchObject({
        killed: 1,
        state: 'sent',
        posts: 1,
      });
    }
  });

  test('killed again after its restart posts once and loses nothing', { timeout: 120_000 }, async () => {
    // A second life has fewer points behind a row already rendered, hence the smaller numbers.
    for (const [first, second] of [
      [6, 6],
      [13, 10],
      [16, 9],
      [17, 10],
      [18, 10],
      [19, 8],
    ] as const) {
      const result = await deliverKilled(platform, { points: [first, second], sameOwner: true });
      expect(result, `killed at points ${first} and ${second}`).toMatchObject({ killed: 2, state: 'sent', posts: 1 });
    }
  });

  test.each(['before-posting', 'after-posting'] as const)(
    'killed while the platform has its request, %s, posts once and loses nothing',
    { timeout: 60_000 },
    async (moment) => {
      expect(await deliverKilled(platform, { moment })).toMatchObject({ killed: 1, state: 'sent', posts: 1 });
    },
  );
});

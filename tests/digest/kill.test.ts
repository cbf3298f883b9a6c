import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import { TEAM } from '../slack/server/slack-server.ts';
import { runnerOf, subscriptionOf, virtualClock } from './delivery-fixture.ts';
import { realSender, startLocalPlatform } from './local-platform.ts';
import { type Ended, runDelivery } from './start-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-kill-'));
let runs = 0;
let kills = 0;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`\n${kills} kills in ${runs} deliveries through the platforms' own clients\n`);
});

type Kills = {
  /** The step that each life ends at, a minute apart. */
  readonly steps?: readonly (string | undefined)[];
  /** Ends the first life while the platform has this request: before it takes effect, or after and before it is answered. */
  readonly during?: readonly ['before' | 'after', string];
  /** Minutes between the last kill and the life that is not cut off. */
  readonly downMinutes?: number;
  readonly sameOwner?: boolean;
  /** Whether the bot may not read what was posted. */
  readonly blind?: boolean;
};

/** Delivers one digest by processes killed as told, then by one that lives; tells what became of it. */
async function deliverKilled(platform: Platform, plan: Kills) {
  runs += 1;
  const id = `${platform}${runs}`;
  const databaseUrl = `sqlite:${join(folder, `${id}.sqlite`)}`;
  const clock = virtualClock('2026-03-30T00:00:00Z');
  const server = await startLocalPlatform(platform, { now: () => clock.now().epochMilliseconds });
  const channel = server.channel();
  if (plan.blind) server.hideHistory(channel);
  const prepared = await openStore(databaseUrl);
  await prepared.addSubscription(subscriptionOf({ id, platform, channel, workspace: TEAM }));
  await prepared.close();

  const ownerOf = (life: number) => (plan.sameOwner ? 'the-one' : `process${life}`);
  const ends: Ended[] = [];
  for (const [life, killAt] of (plan.steps ?? [undefined]).entries()) {
    const order = { databaseUrl, at: { platform, apiUrl: server.apiUrl }, owner: ownerOf(life), killAt };
    const ended = await runDelivery({ ...order, now: clock.now().toString() }, (kill) => {
      server.interruptWith((moment, request) => {
        if (life === 0 && moment === plan.during?.[0] && request === plan.during[1]) kill();
      });
    });
    ends.push(ended);
    clock.advance(60_000);
  }
  server.interruptWith(undefined);
  clock.advance((plan.downMinutes ?? 0) * 60_000);

  const said: string[] = [];
  const say = (_facts: object, sentence = '') => void said.push(sentence);
  const store = await openStore(databaseUrl);
  const { sender, stop } = await realSender(server, clock.now);
  const options = { owner: ownerOf(ends.length), log: { info: () => {}, warn: say, error: say } };
  const runner = runnerOf(store, clock, sender, options);
  for (let look = 0; look < 5; look += 1) {
    await runner.tick();
    clock.advance(60_000);
  }
  const row = await store.loadDelivery(id, '2026-03-30');
  const posts = server.posts().filter((each) => each === channel).length;
  await stop();
  await store.close();
  await server.stop();
  const killed = ends.filter((end) => end.killed).length;
  kills += killed;
  return { killed, state: row?.state, posts, said, steps: ends.flatMap((end) => (end.killed ? [] : end.steps)) };
}

const once = { state: 'sent', posts: 1 };

/** What a process is in the middle of when it is killed amid a request. */
const requests: Readonly<Record<'discord' | 'slack', readonly NonNullable<Kills['during']>[]>> = {
  discord: [
    ['before', 'POST /channels/id/messages'],
    ['after', 'POST /channels/id/messages'],
  ],
  slack: [
    ['before', 'files.getUploadURLExternal'],
    ['before', 'upload'],
    ['after', 'files.completeUploadExternal'],
    ['before', 'chat.postMessage'],
    ['after', 'chat.postMessage'],
  ],
};

describe.each(['discord', 'slack'] as const)('a process delivering through %s', (platform) => {
  test('killed at any one of its steps and restarted posts once and loses nothing', { timeout: 600_000 }, async () => {
    const { steps, ...unharmed } = await deliverKilled(platform, {});
    expect(unharmed).toMatchObject({ killed: 0, ...once });
    for (const step of [
      'claimDelivery',
      'updateDelivery rendered',
      'updateDelivery sending',
      'prepare',
      'post',
      'updateDelivery sent',
    ]) {
      expect(steps).toEqual(expect.arrayContaining([`before ${step}`, `after ${step}`]));
    }
    await twoAtATime(steps, async (step) => {
      expect(await deliverKilled(platform, { steps: [step] }), step).toMatchObject({ killed: 1, ...once });
    });
  });

  test('killed while the platform has its request posts once and loses nothing', { timeout: 300_000 }, async () => {
    await twoAtATime(requests[platform], async (during) => {
      expect(await deliverKilled(platform, { during }), during.join(' ')).toMatchObject({ killed: 1, ...once });
    });
  });

  test('killed again after its restart posts once and loses nothing', { timeout: 300_000 }, async () => {
    const lives = [
      ['after claimDelivery', 'after updateDelivery sending'],
      ['before post', 'before post'],
      ['before post', 'after post'],
      ['after post', 'before updateDelivery sent'],
    ];
    await twoAtATime(lives, async (steps) => {
      const result = await deliverKilled(platform, { steps, sameOwner: true });
      expect(result, steps.join(', ')).toMatchObject({ killed: 2, ...once });
    });
  });

  test.each(['before post', 'after post'])('killed %s and restarted an hour later posts once', async (step) => {
    const result = await deliverKilled(platform, { steps: [step], downMinutes: 60 });
    expect(result).toMatchObject({ killed: 1, ...once });
  });

  test.each([
    ['before post', 0],
    ['after post', 1],
  ])('killed %s, restarted an hour later and unable to look does not send again, and says so', async (step, posts) => {
    const result = await deliverKilled(platform, { steps: [step], downMinutes: 60, blind: true });
    expect(result).toMatchObject({ killed: 1, state: 'unknown', posts });
    expect(result.said).toContain('Whether a digest went out cannot be known: it is not sent again');
  });
});

test('Discord refuses the double for minutes even where nobody may look', async () => {
  const result = await deliverKilled('discord', { steps: ['after post'], blind: true });
  expect(result).toMatchObject({ killed: 1, ...once });
});

/** As many as the smallest machine has processors. */
async function twoAtATime<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = Iterator.from(items);
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all([lane(), lane()]);
}

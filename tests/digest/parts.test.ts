import { describe, expect, test } from 'vitest';
import { deliveryKey, partKey } from '../../src/digest/key.ts';
import { openStore } from '../../src/store/open.ts';
import { fakePlatform, runnerOf, subscriptionOf, virtualClock } from './delivery-fixture.ts';

describe('a digest in several messages', () => {
  async function runningWith(platform: ReturnType<typeof fakePlatform>) {
    const store = await openStore('sqlite::memory:');
    const clock = virtualClock('2026-03-30T00:00:00Z');
    await store.addSubscription(subscriptionOf());
    const row = () => store.loadDelivery('sub1', '2026-03-30');
    return { store, clock, row, runner: runnerOf(store, clock, platform.sender) };
  }
  const keys = [0, 1, 2].map((part) => partKey(deliveryKey('sub1', '2026-03-30'), part));

  test('has a key for each, and is sent once all are out', async () => {
    const platform = fakePlatform('discord', { parts: 3 });
    const { store, row, runner } = await runningWith(platform);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(platform.posts.map(({ key }) => key)).toEqual(keys);
    expect(await row()).toMatchObject({
      state: 'sent',
      messageId: 'message1',
      posted: ['message1', 'message2', 'message3'],
    });
    await store.close();
  });

  test('of which one is held up sends the rest later, and nothing twice', async () => {
    const platform = fakePlatform('discord', { parts: 3 });
    const { store, clock, row, runner } = await runningWith(platform);
    platform.answers.push((post) => ({ kind: 'sent', messageId: post() }), {
      kind: 'retry',
      reason: 'busy',
      retryAfterMs: 5_000,
    });
    expect(await runner.tick()).toMatchObject({ later: 1 });
    expect(await row()).toMatchObject({ state: 'claimed', parts: 3, posted: ['message1'] });
    clock.advance(5_000);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(platform.posts.map(({ key }) => key)).toEqual(keys);
    await store.close();
  });

  test.each<[string, boolean]>([
    ['is there', true],
    ['is not there', false],
  ])('of which one is of unknown fate looks that one up by its own key: %s', async (_name, isThere) => {
    const asked: unknown[] = [];
    const platform: ReturnType<typeof fakePlatform> = fakePlatform('discord', {
      parts: 3,
      find: async (_subscription, key, _between, first) => {
        asked.push([key, first]);
        return isThere ? { messageId: 'message2' } : null;
      },
    });
    const { store, clock, row, runner } = await runningWith(platform);
    platform.answers.push(
      (post) => ({ kind: 'sent', messageId: post() }),
      (post) => {
        if (isThere) post();
        return { kind: 'unknown', reason: 'timeout' };
      },
    );
    await runner.tick();
    expect(await row()).toMatchObject({ state: 'sending', posted: ['message1'] });
    clock.advance(60_000);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(asked).toEqual([[keys[1], 'message1']]);
    expect(platform.posts.map(({ key }) => key)).toEqual(keys);
    expect(await row()).toMatchObject({ state: 'sent', posted: ['message1', 'message2', 'message3'] });
    await store.close();
  });
});

test('a hand-over of unknown fate is looked into in time, however often others are looked after meanwhile', async () => {
  const store = await openStore('sqlite::memory:');
  const clock = virtualClock('2026-03-30T00:00:00Z');
  await store.addSubscription(subscriptionOf({ platform: 'slack' }));
  const { sender, posts, answers } = fakePlatform('slack', { find: async () => null });
  answers.push(() => Promise.reject(new Error('killed')));
  const dying = runnerOf(store, clock, sender, { owner: 'alone' });
  await dying.tick();
  const started = clock.now();
  // A process that is started again and again, every few seconds.
  for (let life = 0; life < 20 && posts.length === 0; life += 1) {
    clock.advance(4_000);
    await runnerOf(store, clock, sender, { owner: 'alone' }).tick();
  }
  expect(posts).toHaveLength(1);
  expect(clock.now().since(started).total('seconds')).toBeLessThanOrEqual(20);
  await store.close();
});

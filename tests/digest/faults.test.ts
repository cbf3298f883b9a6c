import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { fakePlatform, runnerOf, subscriptionOf, type VirtualClock, virtualClock } from './delivery-fixture.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** 09:00 in Tokyo on 30 March 2026. */
const nine = '2026-03-30T00:00:00Z';

let store: Store;
let clock: VirtualClock;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  clock = virtualClock(nine);
  await store.addSubscription(subscriptionOf());
});
afterEach(() => store.close());

const row = (localDate = '2026-03-30') => store.loadDelivery('sub1', localDate);

/** The store, whose write of `state` is lost (`before`) or only its answer is (`after`), while `gone` says so. */
function failingAt(state: string, gone: () => 'before' | 'after' | undefined): Store {
  return {
    ...store,
    updateDelivery: async (...args) => {
      if (args[3].state !== state || gone() === undefined) return await store.updateDelivery(...args);
      if (gone() === 'after') await store.updateDelivery(...args);
      throw new Error('the database is gone');
    },
  };
}

describe('a database that goes away', () => {
  test('after a digest was posted: the process still knows, and writes it down once it is back', async () => {
    const { sender, posts } = fakePlatform();
    let gone: 'before' | undefined = 'before';
    const runner = runnerOf(
      failingAt('sent', () => gone),
      clock,
      sender,
    );
    await runner.tick();
    clock.advance(10 * minute);
    await runner.tick();
    gone = undefined;
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'message1' });
  });

  test('when a refusal is to be written down: the subscription is paused all the same, later', async () => {
    const { sender, posts, answers } = fakePlatform();
    answers.push({ kind: 'refused', reason: 'missing-access' });
    let gone: 'before' | undefined = 'before';
    const runner = runnerOf(
      failingAt('failed', () => gone),
      clock,
      sender,
    );
    await runner.tick();
    gone = undefined;
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ failed: 1 });
    expect(posts).toHaveLength(0);
    expect(await store.loadSubscription('sub1')).toMatchObject({ state: 'paused', pausedFor: 'missing-access' });
  });

  test('as a digest is about to be posted, its step written and the answer lost: it is posted once', async () => {
    const { sender, posts } = fakePlatform();
    let gone: 'after' | undefined = 'after';
    const runner = runnerOf(
      failingAt('sending', () => gone),
      clock,
      sender,
    );
    await runner.tick();
    expect(await row()).toMatchObject({ state: 'sending' });
    gone = undefined;
    clock.advance(5 * minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
  });
});

describe('a clock that jumps a day ahead and back', () => {
  test('before a digest was due: it is skipped then, and sent at its time', async () => {
    const { sender, posts } = fakePlatform();
    const runner = runnerOf(store, clock, sender);
    clock.advance(-10 * minute);
    await runner.tick();
    clock.advance(day);
    expect(await runner.tick()).toMatchObject({ skipped: 1 });
    clock.advance(-day + 10 * minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    clock.advance(minute);
    await runner.tick();
    expect(posts).toHaveLength(1);
  });

  test('after it went out: the next date is sent early, and no date twice', async () => {
    const { sender, posts } = fakePlatform();
    await store.updateSubscription('sub1', { quietDays: 'say' });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(day);
    await runner.tick();
    clock.advance(-day);
    for (let looks = 0; looks < 2 * 24 * 6 - 1; looks += 1) {
      await runner.tick();
      clock.advance(10 * minute);
    }
    expect(posts.map(({ digests }) => digests[0]?.date)).toEqual(['2026-03-30', '2026-03-31']);
  });

  test('the lease of a process that died meanwhile holds nobody up', async () => {
    const { sender, posts } = fakePlatform();
    const now = clock.now().epochMilliseconds;
    await store.claimDelivery('sub1', '2026-03-30', 'dead', now + day, now + day + 45_000, now);
    expect(await runnerOf(store, clock, sender).tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
  });

  test('a hand-over at a time still to come is not taken for a fresh one', async () => {
    const { sender, posts } = fakePlatform('discord', {
      idempotentForMs: 120_000,
      find: async () => ({ messageId: 'm' }),
    });
    const now = clock.now().epochMilliseconds;
    await store.claimDelivery('sub1', '2026-03-30', 'dead', now + day, now + day, now);
    await store.updateDelivery('sub1', '2026-03-30', 'dead', { state: 'sending' }, now + day);
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(0);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'm' });
  });
});

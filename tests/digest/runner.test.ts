import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rhythm } from '../../src/digest/rhythm.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { fakePlatform, runnerOf, subscriptionOf, type VirtualClock, virtualClock } from './delivery-fixture.ts';
import { consultation, knowledgeOf } from './knowledge-fixture.ts';

const minute = 60_000;
const hour = 60 * minute;
/** 09:00 in Tokyo on 30 March 2026. */
const nine = '2026-03-30T00:00:00Z';

let store: Store;
let clock: VirtualClock;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  clock = virtualClock(nine);
});
afterEach(() => store.close());

const row = () => store.loadDelivery('sub1', '2026-03-30');

describe('a digest that is due', () => {
  test('is sent once, however often it is looked for', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    const runner = runnerOf(store, clock, sender);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    for (let looks = 0; looks < 400; looks += 1) {
      clock.advance(minute);
      await runner.tick();
    }
    expect(posts).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'message1', attempts: 1 });
  });

  test('goes out on each of thirty days, in both languages when asked for', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say', language: 'both' }));
    const runner = runnerOf(store, clock, sender);
    for (let half = 0; half < 60; half += 1) {
      await runner.tick();
      clock.advance(12 * hour);
    }
    expect(posts).toHaveLength(30);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(30);
    expect(posts[0]?.digests.map(({ language, date }) => [language, date])).toEqual([
      ['ja', '2026-03-30'],
      ['en', '2026-03-30'],
    ]);
  });

  test('is not sent a minute early', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    clock.advance(-1);
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(0);
  });

  test('is sent late inside the grace window, and after it skipped and recorded', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    clock.advance(6 * hour - 1);
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(1);

    clock.advance(24 * hour + 1);
    expect(await runnerOf(store, clock, sender).tick()).toMatchObject({ skipped: 1 });
    expect(await runnerOf(store, clock, sender).tick()).toMatchObject({ skipped: 0 });
    expect(posts).toHaveLength(1);
    expect(await store.loadDelivery('sub1', '2026-03-31')).toMatchObject({ state: 'skipped', reason: 'missed' });
  });

  test('is not sent for a time before the subscription was made', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ createdAt: '2026-03-30T00:30:00Z' }));
    clock.advance(hour);
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(0);
    expect(await row()).toBeUndefined();
  });

  test('of a subscription stopped since the list was made is not sent', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    const stopping: Store = {
      ...store,
      claimDelivery: async (...args) => {
        await store.updateSubscription('sub1', { state: 'paused', pausedFor: 'by-user' });
        return await store.claimDelivery(...args);
      },
    };
    expect(await runnerOf(stopping, clock, sender).tick()).toMatchObject({ skipped: 1 });
    expect(posts).toHaveLength(0);
  });

  test('of a platform without a sender here is left to other processes', async () => {
    const { sender, posts } = fakePlatform('slack');
    await store.addSubscription(subscriptionOf());
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(0);
    expect(await row()).toBeUndefined();
  });

  test('of an unusable zone does not keep others from theirs', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ id: 'broken', zone: 'Mars/Olympus' }));
    await store.addSubscription(subscriptionOf());
    await runnerOf(store, clock, sender).tick();
    expect(posts.map(({ subscription }) => subscription)).toEqual(['sub1']);
  });
});

describe('a quiet day', () => {
  const quiet = knowledgeOf([consultation({ id: '2025-10-01-talks', date: '2025-10-01' })]);

  test('is skipped and recorded when the subscription chose so', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'skip' }));
    await runnerOf(store, clock, sender, { knowledge: quiet }).tick();
    expect(posts).toHaveLength(0);
    expect(await row()).toMatchObject({ state: 'skipped', reason: 'quiet-day' });
  });

  test('is said when the subscription chose so', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say' }));
    await runnerOf(store, clock, sender, { knowledge: quiet }).tick();
    expect(posts[0]?.digests[0]?.quiet).toBe(true);
  });
});

describe('what is new', () => {
  test('is told once: a delivered digest moves on what its channel has seen', async () => {
    const knowledge = knowledgeOf([
      consultation({ id: '2025-10-01-talks', date: '2025-10-01', addedOn: '2026-03-29' }),
      consultation({ id: '2025-11-01-talks', date: '2025-11-01', addedOn: '2026-01-01' }),
    ]);
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say' }));
    const runner = runnerOf(store, clock, sender, { knowledge });
    await runner.tick();
    expect((await store.loadSubscription('sub1'))?.seenThrough).toBe('2026-03-29');
    clock.advance(24 * hour);
    await runner.tick();
    expect(posts.map(({ digests }) => digests[0]?.sections.map(({ kind }) => kind))).toEqual([['new'], []]);
  });

  test('put in service after a record of the same date was told is told as well, and a correction after it too', async () => {
    const first = consultation({ id: '2025-10-01-talks', date: '2025-10-01', addedOn: '2026-03-30' });
    const second = consultation({ id: '2025-11-01-talks', date: '2025-11-01', addedOn: '2026-03-30' });
    const late = consultation({ id: '2025-12-01-talks', date: '2025-12-01', addedOn: '2026-03-01' });
    const corrected = { ...first, place: undefined, revisedOn: '2026-04-01' };
    const versions = [[first], [first, second], [first, second, late], [corrected, second, late]];
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say', seenThrough: '2026-03-01' }));
    for (const [index, records] of versions.entries()) {
      const knowledge = { ...knowledgeOf(records), version: `version${index}` };
      await runnerOf(store, clock, sender, { knowledge }).tick();
      clock.advance(24 * hour);
    }
    const told = posts.map(({ digests }) =>
      digests[0]?.sections.map(
        ({ kind, statements: [first] }) =>
          `${kind} ${first?.consultation}${kind === 'corrected' ? `: ${first?.text}` : ''}`,
      ),
    );
    expect(told).toEqual([
      ['latest 2025-10-01-talks'],
      ['latest 2025-11-01-talks'],
      ['latest 2025-12-01-talks'],
      ['corrected 2025-10-01-talks: Place removed: Tokyo.'],
    ]);
  });

  test('put in service after the digest of its own day is told the next day', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say', seenThrough: '2026-03-01' }));
    await runnerOf(store, clock, sender).tick();
    clock.advance(24 * hour);
    const knowledge = knowledgeOf([
      consultation({ id: '2025-10-01-talks', date: '2025-10-01', addedOn: '2026-03-30' }),
    ]);
    await runnerOf(store, clock, sender, { knowledge }).tick();
    expect(posts[1]?.digests[0]?.sections.map(({ kind }) => kind)).toEqual(['latest']);
  });
});

describe('what was told', () => {
  test('is not told again as an anniversary within two weeks, but is the year after', async () => {
    const records = [consultation({ id: '2025-04-05-talks', date: '2025-04-05', addedOn: '2026-03-30' })];
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ seenThrough: '2026-03-01' }));
    const runner = runnerOf(store, clock, sender, { knowledge: knowledgeOf(records) });
    for (let day = 0; day < 14; day += 1) {
      await runner.tick();
      clock.advance(24 * hour);
    }
    expect(posts.map(({ digests }) => digests[0]?.date)).toEqual(['2026-03-30']);
    expect(await store.loadDelivery('sub1', '2026-04-05')).toMatchObject({ state: 'skipped', reason: 'quiet-day' });
    clock.set('2027-04-05T00:00:00Z');
    await runner.tick();
    expect(posts[1]?.digests[0]?.sections.map(({ kind }) => kind)).toEqual(['on-this-day']);
  });

  test('is what a digest that went out told: one that did not is told of later', async () => {
    const { sender, answers } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    answers.push({ kind: 'retry', reason: 'busy' });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    expect(await row()).toMatchObject({ state: 'claimed', told: ['2025-03-30-talks'] });
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
  });
});

describe('the rhythm', () => {
  /** Sent dates and the first day of each digest over `days` from Monday 30 March 2026. */
  async function sentOver(days: number, rhythm: Rhythm, records: readonly Consultation[] = []): Promise<string[]> {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ rhythm, quietDays: 'say', seenThrough: '2026-03-29' }));
    const runner = runnerOf(store, clock, sender, { knowledge: knowledgeOf(records) });
    for (let look = 0; look < days * 4; look += 1) {
      await runner.tick();
      clock.advance(6 * hour);
    }
    return posts.map(({ digests: [digest] }) => `${digest?.from} ${digest?.date}`);
  }

  test('weekdays leaves out the weekend, and Monday covers it', async () => {
    expect(await sentOver(8, 'weekdays')).toEqual([
      '2026-03-28 2026-03-30',
      '2026-03-31 2026-03-31',
      '2026-04-01 2026-04-01',
      '2026-04-02 2026-04-02',
      '2026-04-03 2026-04-03',
      '2026-04-04 2026-04-06',
    ]);
  });

  test('weekly comes on its day and covers the seven days up to it', async () => {
    expect(await sentOver(15, 'thursday')).toEqual(['2026-03-27 2026-04-02', '2026-04-03 2026-04-09']);
  });

  test('of changes comes when the record changed, and says nothing of quiet days', async () => {
    const records = [
      consultation({ id: '2025-03-31-talks', date: '2025-03-31' }),
      consultation({ id: '2025-12-01-talks', date: '2025-12-01', addedOn: '2026-04-02' }),
    ];
    expect(await sentOver(8, 'changes', records)).toEqual(['2026-04-02 2026-04-02']);
  });
});

describe('a platform that does not take it', () => {
  test('is asked again with growing pauses inside the window, then the day is given up', async () => {
    const { sender, posts, answers } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    answers.push(...Array.from({ length: 500 }, () => ({ kind: 'retry', reason: 'unavailable' }) as const));
    const runner = runnerOf(store, clock, sender);
    const tries: number[] = [];
    for (let look = 0; look < 7 * 60; look += 1) {
      const before = answers.length;
      await runner.tick();
      if (answers.length < before) tries.push(look);
      clock.advance(minute);
    }
    expect(tries.slice(0, 6)).toEqual([0, 1, 2, 4, 8, 16]);
    expect(tries.length).toBeGreaterThan(20);
    expect(tries.length).toBeLessThan(40);
    expect(tries.at(-1)).toBeLessThan(360);
    expect(posts).toHaveLength(0);
    expect(await row()).toMatchObject({ state: 'skipped', reason: 'unavailable' });
  });

  test('is left alone for as long as it asks', async () => {
    const { sender, posts, answers } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    answers.push({ kind: 'retry', reason: 'rate-limited', retryAfterMs: 10 * minute });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(10 * minute - 1);
    await runner.tick();
    expect(posts).toHaveLength(0);
    clock.advance(1);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
  });

  test('and refuses pauses the subscription with the reason, keeps its settings and tells the subscriber', async () => {
    const { sender, posts, notices, answers } = fakePlatform();
    await store.addSubscription(subscriptionOf({ filters: { topics: ['training'] } }));
    answers.push({ kind: 'refused', reason: 'missing-access' });
    const runner = runnerOf(store, clock, sender);
    expect(await runner.tick()).toMatchObject({ failed: 1 });
    expect(await store.loadSubscription('sub1')).toEqual(
      subscriptionOf({ filters: { topics: ['training'] }, state: 'paused', pausedFor: 'missing-access' }),
    );
    expect(notices).toEqual([expect.stringContaining('I may not post in the channel')]);
    clock.advance(24 * hour);
    await runner.tick();
    expect(posts).toHaveLength(0);
    expect(notices).toHaveLength(1);
  });

  test('and a subscriber who cannot be told do not keep the pause from being recorded', async () => {
    const { sender, answers } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    answers.push({ kind: 'refused', reason: 'channel-gone' });
    const runner = runnerOf(store, clock, { ...sender, notify: () => Promise.reject(new Error('no direct messages')) });
    expect(await runner.tick()).toMatchObject({ failed: 1 });
    expect(await store.loadSubscription('sub1')).toMatchObject({ state: 'paused' });
  });
});

describe('an outcome left unknown', () => {
  const lost = (post: () => string) => {
    post();
    return { kind: 'unknown', reason: 'timeout' } as const;
  };

  test('is sent again with the same key while the platform refuses doubles itself', async () => {
    const { sender, posts, answers } = fakePlatform('discord', { idempotentForMs: 3 * minute });
    await store.addSubscription(subscriptionOf());
    answers.push(lost);
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts[0]?.key).toBe(posts[1]?.key);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  test('is not sent again once the platform no longer refuses doubles', async () => {
    const { sender, posts, answers } = fakePlatform('discord', { idempotentForMs: 3 * minute });
    await store.addSubscription(subscriptionOf());
    answers.push(lost, lost, lost);
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(4 * minute);
    expect(await runner.tick()).toMatchObject({ unknown: 1 });
    expect(posts).toHaveLength(1);
  });

  test('stays in doubt when a further try comes to nothing for certain', async () => {
    const { sender, posts, answers } = fakePlatform('discord', {
      idempotentForMs: 3 * minute,
      find: async () => ({ messageId: 'found1' }),
    });
    await store.addSubscription(subscriptionOf());
    answers.push(lost, { kind: 'retry', reason: 'busy', retryAfterMs: 10 * minute });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(minute);
    await runner.tick();
    expect(await row()).toMatchObject({ state: 'sending', reason: 'busy' });
    clock.advance(11 * minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'found1' });
  });

  test('is settled as sent when the platform finds the key', async () => {
    const { sender, posts, answers } = fakePlatform('slack', { find: async () => ({ messageId: 'found1' }) });
    await store.addSubscription(subscriptionOf({ platform: 'slack' }));
    answers.push(lost);
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    expect(await row()).toMatchObject({ state: 'sending', reason: 'timeout' });
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'found1' });
    expect((await store.loadSubscription('sub1'))?.seenThrough).toBe('2026-01-01');
  });

  test('is sent after all when the platform says the key is not there', async () => {
    const { sender, posts, answers } = fakePlatform('slack', { find: async () => null });
    await store.addSubscription(subscriptionOf({ platform: 'slack' }));
    answers.push({ kind: 'unknown', reason: 'timeout' });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(minute);
    expect(await runner.tick()).toMatchObject({ sent: 1 });
    expect(posts).toHaveLength(1);
  });

  test('is not looked up before a request on its way could have arrived', async () => {
    let lookups = 0;
    const { sender, answers } = fakePlatform('slack', {
      find: async () => {
        lookups += 1;
        return null;
      },
    });
    await store.addSubscription(subscriptionOf({ platform: 'slack' }));
    answers.push({ kind: 'unknown', reason: 'timeout' });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(14_999);
    await runner.tick();
    expect(lookups).toBe(0);
    clock.advance(1);
    await runner.tick();
    expect(lookups).toBe(1);
  });

  test('stays unknown when the platform cannot tell, and is sent again only if the operator chose so', async () => {
    for (const [onUnknown, expected] of [
      ['leave', 1],
      ['resend', 2],
    ] as const) {
      const fresh = await openStore('sqlite::memory:');
      clock.set(nine);
      const { sender, posts, answers } = fakePlatform('slack', { find: async () => undefined });
      await fresh.addSubscription(subscriptionOf({ platform: 'slack' }));
      answers.push(lost);
      const runner = runnerOf(fresh, clock, sender, { onUnknown });
      await runner.tick();
      clock.advance(minute);
      await runner.tick();
      clock.advance(minute);
      await runner.tick();
      expect(posts).toHaveLength(expected);
      expect(await fresh.loadDelivery('sub1', '2026-03-30')).toMatchObject({
        state: onUnknown === 'leave' ? 'unknown' : 'sent',
      });
      await fresh.close();
    }
  });

  test('of a lookup that fails is looked up again', async () => {
    let lookups = 0;
    const { sender, posts, answers } = fakePlatform('slack', {
      find: async () => {
        lookups += 1;
        if (lookups < 3) throw new Error('unavailable');
        return { messageId: 'found' };
      },
    });
    await store.addSubscription(subscriptionOf({ platform: 'slack' }));
    answers.push(lost);
    const runner = runnerOf(store, clock, sender);
    for (let look = 0; look < 10; look += 1) {
      await runner.tick();
      clock.advance(minute);
    }
    expect(posts).toHaveLength(1);
    expect(lookups).toBe(3);
    expect(await row()).toMatchObject({ state: 'sent', messageId: 'found' });
  });

  test('counts a sender that throws', async () => {
    const { sender, posts } = fakePlatform('slack');
    await store.addSubscription(subscriptionOf({ platform: 'slack' }));
    const throwing = { ...sender, post: () => Promise.reject(new Error('a defect')) };
    await runnerOf(store, clock, throwing).tick();
    expect(await row()).toMatchObject({ state: 'sending', reason: 'a defect' });
    clock.advance(minute);
    expect(await runnerOf(store, clock, sender).tick()).toMatchObject({ unknown: 1 });
    expect(posts).toHaveLength(0);
  });
});

describe('a change of zone or time', () => {
  const change = async (change: Parameters<Store['updateSubscription']>[1]) =>
    await store.updateSubscription('sub1', { ...change, changedAt: clock.now().toString() });

  test.each([
    ['Asia/Tokyo', 'America/Los_Angeles'],
    ['America/Los_Angeles', 'Asia/Tokyo'],
    ['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
    ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
    ['Europe/London', 'Asia/Tokyo'],
  ])('from %s to %s at any hour never sends two digests in one of the subscriber’s days', async (from, to) => {
    for (let hoursLater = 0; hoursLater < 30; hoursLater += 3) {
      const fresh = await openStore('sqlite::memory:');
      clock.set('2026-03-28T00:00:00Z');
      const { sender } = fakePlatform();
      const sentAt: Temporal.Instant[] = [];
      const noting = {
        ...sender,
        post: async () => {
          sentAt.push(clock.now());
          return { kind: 'sent', messageId: 'm' } as const;
        },
      };
      await fresh.addSubscription(subscriptionOf({ zone: from, quietDays: 'say', time: '20:00' }));
      const runner = runnerOf(fresh, clock, noting);
      const run = async (hours: number) => {
        for (let step = 0; step < hours * 2; step += 1) {
          await runner.tick();
          clock.advance(30 * minute);
        }
      };
      await run(48 + hoursLater);
      await fresh.updateSubscription('sub1', { zone: to, changedAt: clock.now().toString() });
      const changed = clock.now();
      await run(96);
      const days = (times: readonly Temporal.Instant[], zone: string) =>
        times.map((time) => time.toZonedDateTimeISO(zone).toPlainDate().toString());
      const around = sentAt.filter((time) => changed.until(time, { largestUnit: 'hour' }).hours > -30);
      expect(new Set(days(around, to)).size, `${hoursLater} h, ${around}`).toBe(around.length);
      expect(sentAt.length).toBeGreaterThanOrEqual(4);
      await fresh.close();
    }
  });

  test('to a later time on the same day does not bring that day’s digest again', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf());
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    clock.advance(hour);
    await change({ time: '15:00' });
    for (let look = 0; look < 20; look += 1) {
      clock.advance(hour);
      await runner.tick();
    }
    expect(posts).toHaveLength(1);
  });

  test('to an earlier time than now sends that day’s digest at once, once', async () => {
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ time: '18:00' }));
    clock.advance(hour);
    await change({ time: '09:30' });
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    expect(posts).toHaveLength(1);
    await change({ time: '09:45' });
    await runner.tick();
    expect(posts).toHaveLength(1);
  });
});

describe('several processes', () => {
  test('on one store send each digest once', async () => {
    const { sender, posts } = fakePlatform();
    for (let index = 0; index < 50; index += 1) await store.addSubscription(subscriptionOf({ id: `s${index}` }));
    const runners = ['a', 'b', 'c', 'd'].map((owner) => runnerOf(store, clock, sender, { owner }));
    const reports = await Promise.all(runners.map((runner) => runner.tick()));
    expect(posts).toHaveLength(50);
    expect(new Set(posts.map(({ subscription }) => subscription)).size).toBe(50);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(50);
  });

  test('leave a digest being sent to its process for as long as it takes', async () => {
    const slow = fakePlatform();
    await store.addSubscription(subscriptionOf());
    let finish = () => {};
    slow.answers.push(
      (post) =>
        new Promise((resolve) => {
          finish = () => resolve({ kind: 'sent', messageId: post() });
        }),
    );
    const timers = manualTimers();
    const first = runnerOf(store, clock, slow.sender, { owner: 'a', timers });
    const second = runnerOf(store, clock, slow.sender, { owner: 'b' });
    const sending = first.tick();
    await expect.poll(() => timers.pending()).toBe(1);
    for (let beats = 0; beats < 20; beats += 1) {
      clock.advance(15_000);
      timers.fire();
      await expect.poll(async () => (await row())?.leaseUntil).toBe(clock.now().epochMilliseconds + 45_000);
      expect(await second.tick()).toMatchObject({ sent: 0, unknown: 0, skipped: 0 });
    }
    finish();
    expect(await sending).toMatchObject({ sent: 1 });
    expect(slow.posts).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes what is under way, begins nothing more, and stops the timer', async () => {
    const { sender, posts, answers } = fakePlatform();
    for (const id of ['s1', 's2', 's3']) await store.addSubscription(subscriptionOf({ id }));
    let finish = () => {};
    answers.push(
      (post) =>
        new Promise((resolve) => {
          finish = () => resolve({ kind: 'sent', messageId: post() });
        }),
    );
    const timers = manualTimers();
    const runner = runnerOf(store, clock, sender, { concurrency: 1, timers });
    runner.start();
    await expect.poll(() => timers.pending()).toBe(1);
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(posts).toHaveLength(1);
    expect((await store.listDeliveries({ state: 'sent' })).length).toBe(1);
    expect((await store.listDeliveries({})).length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(timers.pending()).toBe(0);
    await runner.stop();
  });

  test('started, it looks at once and then at every full minute', async () => {
    clock.set('2026-03-30T00:00:20.500Z');
    const { sender, posts } = fakePlatform();
    await store.addSubscription(subscriptionOf({ quietDays: 'say' }));
    const timers = manualTimers();
    const runner = runnerOf(store, clock, sender, { timers });
    runner.start();
    await expect.poll(() => timers.waits()).toContain(39_500);
    expect(posts).toHaveLength(1);
    clock.set('2026-03-31T00:00:00Z');
    timers.fire();
    await expect.poll(() => posts.length).toBe(2);
    await runner.stop();
  });
});

test('a platform that asked to be left alone is, and is tried again as soon as it said', async () => {
  let heldUntil = 0;
  const left = () => Math.max(heldUntil - clock.now().epochMilliseconds, 0);
  const { sender, answers, posts } = fakePlatform('slack', {
    heldMs: ({ workspace }) => (workspace === 'guild' ? left() : 0),
  });
  for (const id of ['s1', 's2', 's3']) await store.addSubscription(subscriptionOf({ id, platform: 'slack' }));
  await store.addSubscription(subscriptionOf({ id: 'other', platform: 'slack', workspace: 'elsewhere' }));
  answers.push(() => {
    heldUntil = clock.now().epochMilliseconds + 7_000;
    return { kind: 'retry', reason: 'ratelimited', retryAfterMs: 7_000 };
  });
  const timers = manualTimers();
  const runner = runnerOf(store, clock, sender, { concurrency: 1, timers, owner: 'x' });
  runner.start();
  await expect.poll(() => timers.waits()).toEqual([7_000]);
  const before = posts.map(({ subscription }) => subscription);
  expect(before.every((id) => id === 'other')).toBe(true);
  clock.advance(7_000);
  timers.fire();
  await expect.poll(() => posts.length).toBe(4);
  expect(new Set(posts.map(({ subscription }) => subscription)).size).toBe(4);
  await runner.stop();
});

test('observers hear of each digest once when it is due, and of what became of it', async () => {
  const heard: string[] = [];
  const { sender, answers } = fakePlatform();
  await store.addSubscription(subscriptionOf());
  answers.push({ kind: 'retry', reason: 'busy' });
  const runner = runnerOf(store, clock, sender, {
    observe: (platform, outcome) => heard.push(`${platform} ${outcome}`),
  });
  await runner.tick();
  clock.advance(minute);
  await runner.tick();
  expect(heard).toEqual(['discord due', 'discord sent']);
});

/** Timers that fire when told to. */
function manualTimers() {
  const waiting = new Map<number, { callback: () => void; ms: number }>();
  let next = 0;
  return {
    setTimeout: (callback: () => void, ms: number) => {
      next += 1;
      waiting.set(next, { callback, ms });
      return next;
    },
    clearTimeout: (timer: unknown) => {
      if (typeof timer === 'number') waiting.delete(timer);
    },
    pending: () => waiting.size,
    waits: () => [...waiting.values()].map(({ ms }) => ms),
    fire: () => {
      const due = [...waiting.entries()];
      for (const [id, { callback }] of due) {
        waiting.delete(id);
        callback();
      }
    },
  };
}

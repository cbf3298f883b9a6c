import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose.ts';
import type { DigestOrder } from '../../src/digest/order.ts';
import type { DigestResult } from '../../src/digest/result.ts';
import { createDigestService, type DigestPlace, type DigestService } from '../../src/digest/service.ts';
import { parseTime, parseZone } from '../../src/digest/when.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { fakePlatform, runnerOf, type VirtualClock, virtualClock } from './delivery-fixture.ts';
import { consultation, knowledgeOf } from './knowledge-fixture.ts';

const place: DigestPlace = { platform: 'discord', workspace: 'guild', channel: 'channel1' };
const knowledge = knowledgeOf([
  consultation({ id: '2025-03-30-talks', date: '2025-03-30', addedOn: '2025-04-01' }),
  consultation({ id: '2025-10-01-talks', date: '2025-10-01', addedOn: '2026-03-20' }),
]);

let store: Store;
let clock: VirtualClock;
let service: DigestService;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  clock = virtualClock('2026-03-30T03:00:00Z'); // noon in Tokyo
  service = createDigestService({
    store,
    desk: () => ({ digest: (request) => composeDigest(knowledge, request), knowledge: () => knowledge }),
    clock: clock.now,
    zone: 'Asia/Tokyo',
  });
});
afterEach(() => store.close());

function unwrap<T>(result: DigestResult<T>): T {
  if (!result.ok) throw new Error(result.fault.message.en);
  return result.value;
}
const faultOf = (result: DigestResult<unknown>) => (result.ok ? undefined : result.fault);
const next = (listed: { nextRun: Temporal.ZonedDateTime | null }) => listed.nextRun?.toString();

describe('subscribing', () => {
  test('in one word takes the defaults and starts at the present record', async () => {
    const listed = unwrap(await service.subscribe(place, 'user1', {}));
    expect(listed.subscription).toMatchObject({
      ...place,
      subscriber: 'user1',
      time: '09:00',
      zone: 'Asia/Tokyo',
      rhythm: 'daily',
      language: 'en',
      filters: {},
      quietDays: 'skip',
      state: 'active',
      seenThrough: '2026-03-20',
    });
    expect(next(listed)).toBe('2026-03-31T09:00:00+09:00[Asia/Tokyo]');
    expect(await store.loadSubscription(listed.subscription.id)).toEqual(listed.subscription);
  });

  test('reads time, zone and filters as people write them', async () => {
    const { subscription } = unwrap(
      await service.subscribe(place, 'user1', {
        time: '７時３０分',
        zone: 'new york',
        language: 'ja',
        quietDays: 'say',
        filters: {
          frameworks: ['首脳会談'],
          people: ['ヤマダ タロウ'],
          topics: ['ＡＭＲＡＡＭ'],
          countries: ['united states'],
        },
      }),
    );
    expect(subscription).toMatchObject({
      time: '07:30',
      zone: 'America/New_York',
      language: 'ja',
      quietDays: 'say',
      filters: { frameworks: ['summit'], people: ['yamada'], topics: ['amraam'], countries: ['US'] },
    });
  });

  test('can look back some days', async () => {
    const { subscription } = unwrap(await service.subscribe(place, 'user1', { backfillDays: 30 }));
    expect(subscription.seenThrough).toBe('2026-02-28');
  });

  test.each([
    ['time', { time: '25:00' }],
    ['time', { time: 'noonish' }],
    ['zone', { zone: '+09:00' }],
    ['zone', { zone: 'Mars/Olympus' }],
    ['backfill', { backfillDays: 1.5 }],
    ['backfill', { backfillDays: 9999 }],
    ['filter', { filters: { people: ['nobody'] } }],
  ] as const)('with an unusable %s is refused in both languages and changes nothing', async (code, order) => {
    const fault = faultOf(await service.subscribe(place, 'user1', order));
    expect(fault?.code).toBe(code);
    expect(fault?.message.ja).toMatch(/[ぁ-ん]/);
    expect(fault?.message.en).toMatch(/[a-z]/);
    expect(await service.list(place)).toEqual([]);
  });

  test('with a name that is nearly one on record offers it', async () => {
    const fault = faultOf(await service.subscribe(place, 'user1', { filters: { topics: ['coop'] } }));
    expect(fault?.message.en).toContain('Did you mean Cooperation?');
    expect(fault?.message.ja).toContain('もしかして：協力');
  });

  test('twice to the same digest is refused; to another it is not', async () => {
    unwrap(await service.subscribe(place, 'user1', { filters: { topics: ['amraam', 'training'] } }));
    const again = await service.subscribe(place, 'user2', { filters: { topics: ['訓練', 'amraam'] } });
    expect(faultOf(again)?.code).toBe('exists');
    unwrap(await service.subscribe(place, 'user2', {}));
    unwrap(await service.subscribe({ ...place, channel: 'channel2' }, 'user2', {}));
  });

  test('to more than ten digests in a channel is refused', async () => {
    for (let hour = 0; hour < 10; hour += 1) unwrap(await service.subscribe(place, 'user1', { time: `${hour}:00` }));
    expect(faultOf(await service.subscribe(place, 'user1', { time: '20:00' }))?.code).toBe('too-many');
  });
});

describe('a channel’s subscriptions', () => {
  test('are listed oldest first, each in one line with its next run', async () => {
    await service.subscribe(place, 'user1', { language: 'both' });
    clock.advance(1_000);
    await service.subscribe(place, 'user1', {
      time: '18:00',
      rhythm: 'friday',
      quietDays: 'say',
      filters: { people: ['Yamada'] },
    });
    const listed = await service.list(place);
    expect(listed.map((each) => each.describe('en'))).toEqual([
      'Every day at 09:00 (Asia/Tokyo), in Japanese and English, next March 31, 2026 09:00',
      'Every Friday at 18:00 (Asia/Tokyo), in English, about Yamada Taro, says so when there is nothing new, next April 3, 2026 18:00',
    ]);
    expect(listed[1]?.describe('ja')).toBe(
      '毎週金曜日の18:00（Asia/Tokyo）・英語・山田太郎・新しい内容がない日も1行で知らせる・次回 2026年4月3日 18:00',
    );
  });

  test('are reached from their own channel alone', async () => {
    const { subscription } = unwrap(await service.subscribe(place, 'user1', {}));
    const elsewhere = [
      { ...place, channel: 'other' },
      { ...place, workspace: 'other' },
      { ...place, platform: 'slack' as const },
    ];
    for (const other of elsewhere) {
      expect(await service.list(other)).toEqual([]);
      expect(faultOf(await service.unsubscribe(other, subscription.id))?.code).toBe('none');
    }
    expect(await service.list(place)).toHaveLength(1);
  });

  test('need naming only when there are several', async () => {
    expect(faultOf(await service.pause(place))?.code).toBe('none');
    const first = unwrap(await service.subscribe(place, 'user1', {}));
    unwrap(await service.pause(place));
    await service.subscribe(place, 'user1', { time: '10:00' });
    expect(faultOf(await service.resume(place))?.code).toBe('which');
    unwrap(await service.resume(place, first.subscription.id));
  });
});

describe('pausing and resuming', () => {
  test('shows no next run while paused, and why', async () => {
    await service.subscribe(place, 'user1', {});
    const paused = unwrap(await service.pause(place));
    expect(paused.nextRun).toBeNull();
    expect(paused.describe('en')).toContain('paused (paused by a member)');
  });

  test.each([
    ['2026-03-31T02:30:20Z', '2026-03-31T11:31:00+09:00[Asia/Tokyo]', ['2026-03-31']],
    ['2026-03-31T08:30:00Z', '2026-04-01T11:00:00+09:00[Asia/Tokyo]', []],
    ['2026-03-31T00:30:00Z', '2026-03-31T11:00:00+09:00[Asia/Tokyo]', []],
  ])(
    'resumed at %s runs next at %s: today’s digest is made up for inside its window, no other',
    async (at, shown, sent) => {
      await service.subscribe(place, 'user1', { time: '11:00', language: 'en', quietDays: 'say' });
      await service.pause(place);
      clock.set(at);
      expect(next(unwrap(await service.resume(place)))).toBe(shown);
      expect(next((await service.list(place))[0] ?? { nextRun: null })).toBe(shown);
      expect(unwrap(await service.preview(place, {})).map(({ date }) => date)).toEqual([shown.slice(0, 10)]);
      const { sender, posts } = fakePlatform();
      const runner = runnerOf(store, clock, sender);
      for (let look = 0; look < 3; look += 1) {
        await runner.tick();
        clock.advance(60_000);
      }
      expect(posts.flatMap(({ digests }) => digests.map(({ date }) => date))).toEqual(sent);
    },
  );

  test('keeps the settings of a subscription the platform refused', async () => {
    const { subscription } = unwrap(await service.subscribe(place, 'user1', { time: '11:00' }));
    await store.updateSubscription(subscription.id, { state: 'paused', pausedFor: 'missing-access' });
    expect((await service.list(place))[0]?.describe('ja')).toContain('休止中（チャンネルに投稿する権限がありません）');
    expect(unwrap(await service.resume(place)).subscription).toMatchObject({ time: '11:00', pausedFor: null });
  });
});

describe('changing', () => {
  test('the rhythm says when it runs next, and makes another digest of it', async () => {
    await service.subscribe(place, 'user1', { time: '18:00' });
    const changed = unwrap(await service.change(place, { rhythm: 'wednesday' }));
    expect(changed.subscription.rhythm).toBe('wednesday');
    expect(next(changed)).toBe('2026-04-01T18:00:00+09:00[Asia/Tokyo]');
    unwrap(await service.subscribe(place, 'user1', { time: '18:00' }));
    expect(faultOf(await service.subscribe(place, 'user1', { time: '18:00', rhythm: 'wednesday' }))?.code).toBe(
      'exists',
    );
  });

  test('touches what is named and says when it runs next', async () => {
    await service.subscribe(place, 'user1', { time: '18:00', filters: { topics: ['amraam'] } });
    const changed = unwrap(await service.change(place, { zone: 'Europe/London' }));
    expect(changed.subscription).toMatchObject({
      time: '18:00',
      zone: 'Europe/London',
      filters: { topics: ['amraam'] },
    });
    expect(next(changed)).toBe('2026-03-30T18:00:00+01:00[Europe/London]');
    expect(unwrap(await service.change(place, { filters: {} })).subscription.filters).toEqual({});
  });

  test('to a time already past today sends today’s digest at once, and says so', async () => {
    await service.subscribe(place, 'user1', { time: '18:00', language: 'en', quietDays: 'say' });
    const changed = unwrap(await service.change(place, { time: '09:00' }));
    expect(next(changed)).toBe('2026-03-30T12:00:00+09:00[Asia/Tokyo]');
    const { sender, posts } = fakePlatform();
    const runner = runnerOf(store, clock, sender);
    await runner.tick();
    expect(posts.flatMap(({ digests }) => digests.map(({ date }) => date))).toEqual(['2026-03-30']);
    expect(next((await service.list(place))[0] ?? { nextRun: null })).toBe('2026-03-31T09:00:00+09:00[Asia/Tokyo]');
    await runner.tick();
    expect(posts).toHaveLength(1);
  });

  test('to a time more than six hours past today runs next tomorrow', async () => {
    await service.subscribe(place, 'user1', { time: '18:00' });
    expect(next(unwrap(await service.change(place, { time: '05:00' })))).toBe('2026-03-31T05:00:00+09:00[Asia/Tokyo]');
  });

  test('to a later time on a day that had its digest runs next on the day after', async () => {
    await service.subscribe(place, 'user1', { time: '13:00', quietDays: 'say' });
    clock.set('2026-03-30T04:00:00Z');
    const { sender, posts } = fakePlatform();
    await runnerOf(store, clock, sender).tick();
    expect(posts).toHaveLength(1);
    expect(next(unwrap(await service.change(place, { time: '20:00' })))).toBe('2026-03-31T20:00:00+09:00[Asia/Tokyo]');
  });

  test('the next run that is shown is the next that is sent, whatever zone it is moved to', async () => {
    for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London']) {
      const channel = { ...place, channel: zone };
      clock.set('2026-03-30T03:00:00Z');
      await service.subscribe(channel, 'user1', { time: '13:00', quietDays: 'say' });
      clock.set('2026-03-30T04:00:00Z');
      const { sender } = fakePlatform();
      const sent: string[] = [];
      const runner = runnerOf(store, clock, {
        ...sender,
        post: async (subscription) => {
          if (subscription.channel === zone) sent.push(clock.now().toString());
          return { kind: 'sent', messageId: 'm' };
        },
      });
      await runner.tick();
      clock.advance(30 * 60_000);
      const shown = unwrap(await service.change(channel, { zone }))
        .nextRun?.toInstant()
        .toString();
      for (let look = 0; look < 72 * 4 && sent.length < 2; look += 1) {
        clock.advance(15 * 60_000);
        await runner.tick();
      }
      expect(sent[1], zone).toBe(shown);
    }
  });
});

describe('a preview', () => {
  test('shows what the subscription’s next digest would say, and records nothing', async () => {
    clock.set('2026-03-29T03:00:00Z');
    const { subscription } = unwrap(await service.subscribe(place, 'user1', { language: 'ja', backfillDays: 30 }));
    const digests = unwrap(await service.preview(place, {}));
    expect(digests.map(({ language, date }) => [language, date])).toEqual([['ja', '2026-03-30']]);
    expect(digests[0]?.sections.map(({ kind }) => kind)).toEqual(['latest', 'on-this-day']);
    expect(await store.loadSubscription(subscription.id)).toEqual(subscription);
    expect(await store.listDeliveries({})).toEqual([]);
  });

  test('of a change shows the date that the change leads to', async () => {
    await service.subscribe(place, 'user1', { language: 'en' });
    const dateOf = async (order: DigestOrder) => unwrap(await service.preview(place, order)).map(({ date }) => date);
    expect(await dateOf({})).toEqual(['2026-03-31']);
    expect(await dateOf({ time: '18:00' })).toEqual(['2026-03-30']);
    expect(await dateOf({ time: '10:00' })).toEqual(['2026-03-30']);
    expect(await dateOf({ time: '05:00' })).toEqual(['2026-03-31']);
  });

  test('needs no subscription, and is in the language of whoever asks', async () => {
    const languages = async (order: DigestOrder) =>
      unwrap(await service.preview(place, order)).map(({ language }) => language);
    expect(await languages({ reader: 'ja' })).toEqual(['ja']);
    expect(await languages({ reader: 'ja', language: 'both' })).toEqual(['ja', 'en']);
    await store.saveChannelSettings(place.platform, place.workspace, place.channel, { language: 'en' });
    expect(await languages({ reader: 'ja' })).toEqual(['en']);
  });

  test('leaves out what the subscription was told of late', async () => {
    const { subscription } = unwrap(await service.subscribe(place, 'user1', { time: '18:00' }));
    expect(unwrap(await service.preview(place, {}))[0]?.quiet).toBe(false);
    await store.claimDelivery(subscription.id, '2026-03-25', 'other', 0, 0);
    await store.updateDelivery(subscription.id, '2026-03-25', 'other', { told: ['2025-03-30-talks'] }, 0);
    expect(unwrap(await service.preview(place, {}))[0]?.quiet).toBe(false);
    await store.updateDelivery(subscription.id, '2026-03-25', 'other', { state: 'sent' }, 0);
    expect(unwrap(await service.preview(place, {}))[0]?.quiet).toBe(true);
  });
});

test('unsubscribing removes it', async () => {
  await service.subscribe(place, 'user1', {});
  unwrap(await service.unsubscribe(place));
  expect(await service.list(place)).toEqual([]);
});

test.each([
  ['9:00', '09:00'],
  ['09：05', '09:05'],
  ['９時', '09:00'],
  ['18時5分', '18:05'],
  ['9am', '09:00'],
  ['12 AM', '00:00'],
  ['12:30 pm', '12:30'],
  ['24:00', undefined],
  ['9', undefined],
  ['13pm', undefined],
  ['9:60', undefined],
  ['', undefined],
])('the time %j is read as %j', (typed, expected) => {
  expect(parseTime(typed)).toBe(expected);
});

test.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['asia/tokyo', 'Asia/Tokyo'],
  ['Tokyo', 'Asia/Tokyo'],
  ['new york', 'America/New_York'],
  ['UTC', 'UTC'],
  ['+09:00', undefined],
  ['Nowhere', undefined],
  ['', undefined],
])('the zone %j is read as %j', (typed, expected) => {
  expect(parseZone(typed)).toBe(expected);
});

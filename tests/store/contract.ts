import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seenRecords } from '../../src/digest/seen.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { blankQuery } from '../../src/reading/blank.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { consultation } from '../digest/knowledge-fixture.ts';

/** A question as the store holds it. */
export const asked = (text: string) => blankQuery({ text, language: 'ja', ask: 'who' });

const subscription: Subscription = {
  id: 'sub1',
  platform: 'discord',
  workspace: 'guild',
  channel: 'general',
  subscriber: 'user',
  time: '09:00',
  zone: 'Asia/Tokyo',
  rhythm: 'daily',
  language: 'both',
  filters: { topics: ['missile-defence'] },
  quietDays: 'say',
  state: 'active',
  pausedFor: null,
  seenThrough: '2026-03-01',
  createdAt: '2026-03-01T00:00:00Z',
};

/** What every store promises, whichever database is beneath. `freshUrl` names an empty database each time. */
export function storeContract(freshUrl: () => Promise<string>): void {
  let url: string;
  let store: Store;
  /** A second process's view of the same database, where there can be one. */
  let other: Store;

  beforeEach(async () => {
    url = await freshUrl();
    store = await openStore(url);
    other = await openStore(url, { process: 'beside' });
  });
  afterEach(async () => {
    await other.close();
    await store.close();
  });

  describe('claims', () => {
    test('keys claimed together are each claimed once', async () => {
      await store.claim('taken', 1_000, 2_000);
      expect(await store.claimTogether?.(['new', 'taken', 'new'], 1_500, 2_500)).toEqual([true, false, false]);
      expect(await other.claim('new', 1_999, 2_999)).toBe(false);
    });

    test('a key is claimed once until it expires', async () => {
      expect(await store.claim('event', 1_000, 2_000)).toBe(true);
      expect(await store.claim('event', 1_500, 2_500)).toBe(false);
      expect(await other.claim('event', 1_999, 2_999)).toBe(false);
      expect(await other.claim('event', 2_000, 3_000)).toBe(true);
      expect(await store.claim('event', 2_000, 3_000)).toBe(false);
    });

    test('of many callers at once exactly one gets the key', async () => {
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) => (index % 2 ? store : other).claim('busy', 1_000, 2_000)),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('conversations', () => {
    test('the last question of a conversation comes back whole until it expires', async () => {
      await store.saveConversation('thread', 'ann', asked('最初'), 0, 1_000);
      await store.saveConversation('thread', 'ann', asked("it's 'second'; drop table"), 0, 2_000);
      expect(await other.loadConversation('thread', 1_999)).toEqual(asked("it's 'second'; drop table"));
      expect(await other.loadConversation('thread', 2_000)).toBeUndefined();
      expect(await other.loadConversation('elsewhere', 0)).toBeUndefined();
    });

    test('a saved ask comes back whole until it expires', async () => {
      const ask = { question: asked('AMRAAM?'), language: 'ja', day: '2026-03-30' } as const;
      await store.saveAsk('a1', 'ann', ask, 0, 1_000);
      expect(await other.loadAsk('a1', 999)).toEqual(ask);
      expect(await other.loadAsk('a1', 1_000)).toBeUndefined();
    });
  });

  describe('what is saved together', () => {
    const conversations = [
      { key: 'thread', actor: 'slack:ann', question: asked('最初'), expiresAt: 1_000 },
      { key: 'thread', actor: 'slack:ann', question: asked('second'), expiresAt: 2_000 },
    ];
    const ask = { question: asked('AMRAAM?'), language: 'ja', day: '2026-03-30' } as const;
    const asks = [{ id: 'a1', actor: 'slack:ann', ask, expiresAt: 1_000 }];
    const gap = {
      at: 5,
      platform: 'slack',
      actor: 'ann',
      language: 'ja',
      intent: 'who',
      reason: 'nothing-on-record',
      text: null,
      knowledgeVersion: 'abc',
    } as const;

    test('comes back as if saved one by one, in order', async () => {
      await store.saveTogether({ conversations, asks, gaps: [gap] });
      expect(await other.loadConversation('thread', 1_999)).toEqual(asked('second'));
      expect(await other.loadConversation('thread', 2_000)).toBeUndefined();
      expect(await other.loadAsk('a1', 999)).toEqual(ask);
      expect(await other.listGaps(9)).toEqual([gap]);
    });

    test('is there whole or not at all', async () => {
      // No database takes a number that is none.
      const impossible = { ...gap, at: Number.NaN };
      await expect(store.saveTogether({ conversations, asks, gaps: [gap, impossible] })).rejects.toThrow();
      expect(await other.loadConversation('thread', 0)).toBeUndefined();
      expect(await other.loadAsk('a1', 0)).toBeUndefined();
      expect(await other.listGaps(9)).toEqual([]);
    });

    test('may be nothing', async () => {
      await store.saveTogether({ conversations: [], asks: [], gaps: [] });
      expect(await other.listGaps(9)).toEqual([]);
    });
  });

  describe('subscriptions', () => {
    test('a subscription comes back as it was added', async () => {
      await store.addSubscription(subscription);
      expect(await other.loadSubscription('sub1')).toEqual(subscription);
    });

    test('a subscription is handed back to the platform it was made on, whatever its name', async () => {
      await store.addSubscription({ ...subscription, platform: 'mattermost' });
      expect(await other.loadSubscription('sub1')).toMatchObject({ platform: 'mattermost' });
      expect(await other.listSubscriptions({ platform: 'discord' })).toEqual([]);
    });

    test('a change touches only what it names', async () => {
      await store.addSubscription(subscription);
      expect(
        await store.updateSubscription('sub1', {
          state: 'paused',
          pausedFor: 'missing-access',
          filters: {},
          changedAt: '2026-03-02T00:00:00Z',
        }),
      ).toBe(true);
      expect(await store.loadSubscription('sub1')).toEqual({
        ...subscription,
        state: 'paused',
        pausedFor: 'missing-access',
        filters: {},
        changedAt: '2026-03-02T00:00:00Z',
      });
      await store.updateSubscription('sub1', { state: 'active', pausedFor: null });
      expect(await store.loadSubscription('sub1')).toMatchObject({ state: 'active', pausedFor: null });
    });

    test('changing or removing what is not there says so', async () => {
      expect(await store.updateSubscription('nobody', { time: '10:00' })).toBe(false);
      expect(await store.updateSubscription('nobody', {})).toBe(false);
      expect(await store.removeSubscription('nobody')).toBe(false);
    });

    test('a removed subscription is gone', async () => {
      await store.addSubscription(subscription);
      expect(await store.removeSubscription('sub1')).toBe(true);
      expect(await store.loadSubscription('sub1')).toBeUndefined();
    });

    test('the same id cannot be added twice', async () => {
      await store.addSubscription(subscription);
      await expect(store.addSubscription({ ...subscription, time: '10:00' })).rejects.toMatchObject({ code: 'store' });
    });

    test('of many who add the same digest at once, one adds it', async () => {
      const same = { ...subscription, filters: { topics: ['training', 'missile-defence'] } };
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, index) => {
          const filters = index % 3 ? same.filters : { topics: ['missile-defence', 'training'], people: [] };
          return (index % 2 ? store : other).addSubscription({ ...same, id: `sub${index}`, filters }, 10);
        }),
      );
      expect(outcomes.sort()).toEqual(['added', ...Array(11).fill('exists')]);
      expect(await store.listSubscriptions({})).toHaveLength(1);
    });

    test('of many different digests added at once, no more than the limit are', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 14 }, (_, index) =>
          (index % 2 ? store : other).addSubscription(
            { ...subscription, id: `s${index}`, time: `0${index % 10}:${index}` },
            10,
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(10);
      expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(4);
      expect(await store.listSubscriptions({})).toHaveLength(10);
    });

    test('a removed one makes room, and other channels and platforms have their own', async () => {
      const add = (id: string, change: Partial<Subscription> = {}) =>
        store.addSubscription({ ...subscription, id, time: `1${id}:00`, ...change }, 2);
      expect([await add('1'), await add('2'), await add('3')]).toEqual(['added', 'added', 'full']);
      await store.removeSubscription('1');
      expect(await add('4')).toBe('added');
      expect(await add('5', { channel: 'random', time: '12:00' })).toBe('added');
      expect(await add('6', { platform: 'slack', time: '12:00' })).toBe('added');
      expect(await add('7', { workspace: 'elsewhere', time: '12:00' })).toBe('added');
    });

    test('a change that makes two of a channel the same is refused by the database', async () => {
      await store.addSubscription(subscription);
      await store.addSubscription({ ...subscription, id: 'later', time: '18:00' });
      await expect(store.updateSubscription('later', { time: '09:00' })).rejects.toMatchObject({ code: 'store' });
      expect(await store.updateSubscription('later', { time: '19:00' })).toBe(true);
      expect(await store.addSubscription({ ...subscription, id: 'new', time: '19:00' })).toBe('exists');
      expect(await store.addSubscription({ ...subscription, id: 'new', time: '18:00' })).toBe('added');
    });

    test('a list is narrowed by each thing named, oldest first', async () => {
      const paused = { ...subscription, time: '18:00', state: 'paused' } as const;
      await store.addSubscription({ ...subscription, id: 'b', createdAt: '2026-03-02T00:00:00Z' });
      await store.addSubscription({ ...paused, id: 'a', createdAt: '2026-03-03T00:00:00Z' });
      await store.addSubscription({ ...subscription, id: 'c', platform: 'slack', workspace: 'team' });
      const ids = async (where: Parameters<Store['listSubscriptions']>[0]) =>
        (await store.listSubscriptions(where)).map((found) => found.id);
      expect(await ids({})).toEqual(['c', 'b', 'a']);
      expect(await ids({ platform: 'discord' })).toEqual(['b', 'a']);
      expect(await ids({ platform: 'discord', state: 'active' })).toEqual(['b']);
      expect(await ids({ workspace: 'team', channel: 'general', subscriber: 'user' })).toEqual(['c']);
      expect(await ids({ channel: 'random' })).toEqual([]);
    });
  });

  describe('deliveries', () => {
    const day = '2026-03-30';

    test('of many owners at once exactly one gets a date', async () => {
      const claims = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 ? store : other).claimDelivery('sub1', day, `owner${index}`, 1_000, 2_000),
        ),
      );
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    });

    test('a new row is claimed, by its owner, from when it was due', async () => {
      expect(await store.claimDelivery('sub1', day, 'me', 1_000, 2_000, 900)).toEqual({
        subscription: 'sub1',
        localDate: day,
        state: 'claimed',
        owner: 'me',
        leaseUntil: 2_000,
        attempts: 0,
        nextAttemptAt: 1_000,
        messageId: null,
        reason: null,
        dueAt: 900,
        parts: null,
        posted: [],
        sendingSince: null,
        underWayAt: null,
        seenThrough: null,
        seenVersion: null,
        told: [],
        updatedAt: 1_000,
      });
    });

    test('what it tells of is kept in order', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 9_000);
      await store.updateDelivery('sub1', day, 'me', { state: 'rendered', told: ['b', 'a'] }, 1_100);
      await store.updateDelivery('sub1', day, 'me', { state: 'sending' }, 1_200);
      expect((await store.loadDelivery('sub1', day))?.told).toEqual(['b', 'a']);
    });

    test('messages that are out are kept in order, and each hand-over has a time of its own', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 9_000);
      const move = (change: Parameters<Store['updateDelivery']>[3], at: number) =>
        store.updateDelivery('sub1', day, 'me', change, at);
      await move({ state: 'sending', parts: 2, underWayAt: 1_100 }, 1_100);
      await move({ state: 'sending', underWayAt: 1_200 }, 1_200);
      expect(await store.loadDelivery('sub1', day)).toMatchObject({
        sendingSince: 1_100,
        underWayAt: 1_200,
        posted: [],
      });
      await move({ state: 'sending', posted: ['first'], underWayAt: 1_300 }, 1_300);
      const next = { parts: 2, posted: ['first'], sendingSince: 1_300, underWayAt: 1_300 };
      expect(await store.loadDelivery('sub1', day)).toMatchObject(next);
      await move({ state: 'sent', posted: ['first', 'second'], messageId: 'first' }, 1_400);
      expect(await store.loadDelivery('sub1', day)).toMatchObject({ state: 'sent', posted: ['first', 'second'] });
    });

    test('a held row goes to nobody else until its lease runs out, then with the state it had', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 2_000, 900);
      await store.updateDelivery('sub1', day, 'me', { state: 'sending' }, 1_100);
      expect(await other.claimDelivery('sub1', day, 'you', 1_999, 3_000)).toBeUndefined();
      expect(await other.claimDelivery('sub1', day, 'you', 2_000, 3_000, 1_950)).toMatchObject({
        state: 'sending',
        owner: 'you',
        leaseUntil: 3_000,
        dueAt: 900,
        sendingSince: 1_100,
        updatedAt: 1_100,
      });
      expect(await store.updateDelivery('sub1', day, 'me', { state: 'sent', messageId: 'm' }, 2_100)).toBe(false);
      expect(await store.loadDelivery('sub1', day)).toMatchObject({ state: 'sending', messageId: null });
    });

    test('an owner may claim again what it holds', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 2_000);
      expect(await store.claimDelivery('sub1', day, 'me', 1_500, 2_500)).toMatchObject({ leaseUntil: 2_500 });
    });

    test('a row put off is not taken before its next attempt', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 2_000);
      await store.updateDelivery('sub1', day, 'me', { leaseUntil: 1_000, nextAttemptAt: 5_000, attempts: 1 }, 1_000);
      expect(await other.claimDelivery('sub1', day, 'you', 4_999, 6_000)).toBeUndefined();
      expect(await other.claimDelivery('sub1', day, 'you', 5_000, 6_000)).toMatchObject({ attempts: 1 });
    });

    test.each(['sent', 'skipped', 'unknown'] as const)(
      'a row that is %s is never taken or moved again',
      async (state) => {
        await store.claimDelivery('sub1', day, 'me', 1_000, 2_000);
        expect(await store.updateDelivery('sub1', day, 'me', { state, reason: 'why' }, 1_000)).toBe(true);
        expect(await store.claimDelivery('sub1', day, 'me', 9_000, 9_999)).toBeUndefined();
        expect(await other.claimDelivery('sub1', day, 'you', 9_000, 9_999)).toBeUndefined();
        expect(await store.updateDelivery('sub1', day, 'me', { state: 'claimed' }, 9_000)).toBe(false);
        expect(await store.loadDelivery('sub1', day)).toMatchObject({ state, reason: 'why' });
      },
    );

    test('the first hand-over is remembered while sending and dropped once it is known not to have gone out', async () => {
      await store.claimDelivery('sub1', day, 'me', 1_000, 9_000);
      await store.updateDelivery('sub1', day, 'me', { state: 'sending' }, 1_000);
      await store.updateDelivery('sub1', day, 'me', { state: 'sending' }, 2_000);
      expect((await store.loadDelivery('sub1', day))?.sendingSince).toBe(1_000);
      await store.updateDelivery('sub1', day, 'me', { state: 'claimed' }, 3_000);
      expect((await store.loadDelivery('sub1', day))?.sendingSince).toBeNull();
    });

    test('what a sent digest showed counts as seen by its subscription, and seen never moves back', async () => {
      await store.addSubscription(subscription);
      const send = async (localDate: string, seenThrough: string, seenVersion: string) => {
        await store.claimDelivery('sub1', localDate, 'me', 1_000, 9_000);
        await store.updateDelivery('sub1', localDate, 'me', { state: 'sending', seenThrough, seenVersion }, 1_000);
        const before = (await store.loadSubscription('sub1'))?.seenThrough;
        await store.updateDelivery('sub1', localDate, 'me', { state: 'sent', messageId: 'm' }, 1_000);
        const after = await store.loadSubscription('sub1');
        return [before, after?.seenThrough, after?.seenVersion];
      };
      expect(await send('2026-03-30', '2026-03-28', 'v1')).toEqual(['2026-03-01', '2026-03-28', 'v1']);
      expect(await send('2026-03-31', '2026-03-28', 'v2')).toEqual(['2026-03-28', '2026-03-28', 'v2']);
      expect(await send('2026-04-01', '2026-03-20', 'v0')).toEqual(['2026-03-28', '2026-03-28', 'v2']);
    });

    test('a list is narrowed by each thing named, newest date first', async () => {
      for (const [id, date] of [
        ['s1', '2026-03-28'],
        ['s1', '2026-03-30'],
        ['s2', '2026-03-30'],
      ] as const) {
        await store.claimDelivery(id, date, 'me', 1_000, 2_000);
      }
      await store.updateDelivery('s2', '2026-03-30', 'me', { state: 'skipped' }, 1_000);
      const keys = async (where: Parameters<Store['listDeliveries']>[0]) =>
        (await store.listDeliveries(where)).map((row) => `${row.subscription} ${row.localDate}`);
      expect(await keys({})).toEqual(['s1 2026-03-30', 's2 2026-03-30', 's1 2026-03-28']);
      expect(await keys({ subscription: 's1' })).toEqual(['s1 2026-03-30', 's1 2026-03-28']);
      expect(await keys({ subscription: 's1', since: '2026-03-29' })).toEqual(['s1 2026-03-30']);
      expect(await keys({ localDate: '2026-03-30', state: 'skipped' })).toEqual(['s2 2026-03-30']);
    });
  });

  test('a subscription keeps its rhythm, and one of another rhythm is another', async () => {
    await store.addSubscription(subscription);
    const weekly = { ...subscription, id: 'sub2', rhythm: 'monday' as const };
    expect(await store.addSubscription(weekly)).toBe('added');
    expect(await store.addSubscription({ ...weekly, id: 'sub3' })).toBe('exists');
    await store.updateSubscription('sub2', { rhythm: 'changes' });
    expect(await other.loadSubscription('sub2')).toEqual({ ...weekly, rhythm: 'changes' });
    expect(await store.addSubscription({ ...weekly, id: 'sub3' })).toBe('added');
  });

  test('what a version of the knowledge held is kept as first saved, for as long as a subscription or delivery has seen it', async () => {
    const records = seenRecords({
      consultations: [
        consultation({ id: '2025-03-30-x', date: '2025-03-30', addedOn: '2026-01-01' }),
        consultation({ id: '2025-04-01-y', date: '2025-04-01', addedOn: '2026-02-01' }),
      ],
    });
    expect(await store.loadSeenRecords('v1')).toBeUndefined();
    await store.saveSeenRecords('v1', records);
    await other.saveSeenRecords('v1', new Map());
    await store.saveSeenRecords('v2', records);
    await store.saveSeenRecords('v3', records);
    expect(await other.loadSeenRecords('v1')).toEqual(records);

    await store.addSubscription({ ...subscription, seenVersion: 'v1' });
    await store.claimDelivery('sub1', '2026-03-30', 'me', 0, 0);
    await store.updateDelivery('sub1', '2026-03-30', 'me', { state: 'rendered', seenVersion: 'v2' }, 0);
    expect(await store.sweep(0, { feedbackBefore: 0, gapsBefore: 0, deliveriesBefore: '2026-01-01' })).toBe(1);
    expect(await store.loadSeenRecords('v1')).toEqual(records);
    expect(await store.loadSeenRecords('v2')).toEqual(records);
    expect(await store.loadSeenRecords('v3')).toBeUndefined();
  });

  test('channel settings are empty until saved, then the last saved', async () => {
    expect(await store.loadChannelSettings('slack', 'team', 'c')).toEqual({});
    await store.saveChannelSettings('slack', 'team', 'c', { language: 'ja' });
    await store.saveChannelSettings('slack', 'team', 'c', { visibility: 'private' });
    expect(await other.loadChannelSettings('slack', 'team', 'c')).toEqual({ visibility: 'private' });
    expect(await other.loadChannelSettings('discord', 'team', 'c')).toEqual({});
  });

  test('an installation is replaced, loaded and removed', async () => {
    expect(await store.loadInstallation('team')).toBeUndefined();
    await store.saveInstallation('team', 'one', 1);
    await store.saveInstallation('team', 'two', 2);
    expect(await other.loadInstallation('team')).toBe('two');
    await store.removeInstallation('team');
    expect(await other.loadInstallation('team')).toBeUndefined();
  });

  describe('reports', () => {
    const feedback = {
      at: 1_774_857_600_123,
      platform: 'slack',
      actor: 'ann',
      ask: 'a1',
      kind: 'wrong-date',
      text: null,
      about: {
        question: 'when did they meet?',
        headline: 'They met on March 30, 2025.',
        language: 'en',
        consultations: ['2025-03-30-defense-ministerial'],
      },
      knowledgeVersion: 'abc',
    } as const;
    const gap = {
      at: 5,
      platform: 'slack',
      actor: 'ann',
      language: 'ja',
      intent: 'who',
      reason: 'nothing-on-record',
      text: '誰？',
      knowledgeVersion: 'abc',
    } as const;

    test('feedback comes back newest first, as given, up to the limit', async () => {
      await store.addFeedback(feedback);
      const praise = { ...feedback, at: feedback.at + 1, kind: 'helpful', text: 'thanks 🙏', about: null } as const;
      await store.addFeedback(praise);
      expect(await other.listFeedback(1)).toEqual([{ ...praise, id: expect.any(String) }]);
      expect(await other.listFeedback(9)).toHaveLength(2);
      expect((await other.listFeedback(9))[1]).toEqual({ ...feedback, id: expect.any(String) });
    });

    test('feedback is one row a person, answer and kind, with what was said last', async () => {
      const helpful = { ...feedback, kind: 'helpful' } as const;
      for (let press = 0; press < 200; press += 1) await store.addFeedback({ ...helpful, at: press });
      await store.addFeedback({ ...helpful, actor: 'bob' });
      await store.addFeedback({ ...helpful, ask: 'a2' });
      await store.addFeedback({ ...feedback, text: 'the 30th' });
      await store.addFeedback({ ...feedback, text: 'no, the 31st' });
      const rows = await other.listFeedback(9);
      expect(rows).toHaveLength(4);
      expect(rows).toContainEqual({ ...helpful, at: 199, id: expect.any(String) });
      expect(rows).toContainEqual({ ...feedback, text: 'no, the 31st', id: expect.any(String) });
    });

    test('reports wait to be told, oldest first, until a message has them; praise does not', async () => {
      await store.addFeedback({ ...feedback, ask: 'late', at: 20 });
      await store.addFeedback({ ...feedback, ask: 'early', at: 10 });
      await store.addFeedback({ ...feedback, ask: 'praised', at: 5, kind: 'helpful' });
      await store.addFeedback({ ...feedback, ask: 'tomorrow', at: 30 });
      await store.addFeedback({ ...feedback, ask: 'yesterday', at: 9 });
      const waiting = await other.listUntold(10, 30, 9);
      expect(waiting.map(({ ask }) => ask)).toEqual(['early', 'late']);
      expect(await other.listUntold(10, 30, 1)).toEqual(waiting.slice(0, 1));
      const [first] = waiting.map(({ id }) => id);
      await store.markTold([first ?? ''], '2026-03-30/0');
      await store.markTold(
        waiting.map(({ id }) => id),
        '2026-03-30/rest',
      );
      expect((await other.listTold('2026-03-30/')).map(({ ask, told }) => [ask, told])).toEqual([
        ['early', '2026-03-30/0'],
        ['late', '2026-03-30/rest'],
      ]);
      expect(await other.listTold('2026-03-31/')).toEqual([]);
      expect((await other.listUntold(0, 99, 9)).map(({ ask }) => ask)).toEqual(['yesterday', 'tomorrow']);
    });

    test('a report is to be told again only when something else is written', async () => {
      await store.addFeedback({ ...feedback, text: 'the 31st' });
      const [{ id } = { id: '' }] = await store.listUntold(0, Number.MAX_SAFE_INTEGER, 9);
      await store.markTold([id], '2026-03-30/0');
      await store.addFeedback({ ...feedback, at: 1, text: 'the 31st' });
      expect(await other.listUntold(0, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
      await store.addFeedback({ ...feedback, at: 2, text: 'no, the 29th' });
      expect(await other.listUntold(0, Number.MAX_SAFE_INTEGER, 9)).toMatchObject([{ id, text: 'no, the 29th' }]);
    });

    test('unanswered questions are counted by what they have in common, the most frequent first', async () => {
      for (let n = 0; n < 3; n += 1) await store.addGap({ ...gap, at: 5 + n, text: null });
      await store.addGap({ ...gap, at: 6, language: 'en' });
      await store.addGap({ ...gap, at: 9, language: 'en' });
      expect(await other.countGaps(5, 9)).toEqual([
        { language: 'ja', reason: 'nothing-on-record', text: null, count: 3 },
        { language: 'en', reason: 'nothing-on-record', text: '誰？', count: 1 },
      ]);
    });

    test('gaps come back newest first, as given, up to the limit', async () => {
      await store.addGap(gap);
      await store.addGap({ ...gap, at: 6, text: null });
      expect(await other.listGaps(9)).toEqual([{ ...gap, at: 6, text: null }, gap]);
      expect(await other.listGaps(1)).toHaveLength(1);
    });

    test("forgetting a person deletes what is theirs and nobody else's", async () => {
      await store.saveConversation('t1', 'ann', asked('x'), 0, 9);
      await store.saveConversation('t2', 'bob', asked('x'), 0, 9);
      await store.saveAsk('a1', 'slack:ann', { question: asked('x'), language: 'en', day: 'd' }, 0, 9);
      await store.addFeedback(feedback);
      await store.addFeedback({ ...feedback, platform: 'discord' });
      await store.addGap(gap);
      await store.addGap({ ...gap, actor: 'bob' });
      expect(await store.forget('slack', 'ann')).toBe(4);
      expect(await store.forget('slack', 'ann')).toBe(0);
      expect(await store.loadConversation('t2', 0)).toBeDefined();
      expect((await store.listFeedback(9)).map((row) => row.platform)).toEqual(['discord']);
      expect((await store.listGaps(9)).map((row) => row.actor)).toEqual(['bob']);
    });

    test('a question that two people typed is kept until both are forgotten', async () => {
      const ask = { question: asked('x'), language: 'en', day: 'd' } as const;
      await store.saveAsk('a1', 'T1:ANN', ask, 0, 9);
      await store.saveAsk('a1', 'T1:BOB', ask, 0, 9);
      expect(await store.forget('slack', 'T1:ANN')).toBe(1);
      expect(await other.loadAsk('a1', 0)).toEqual(ask);
      expect(await store.forget('slack', 'T1:BOB')).toBe(1);
      expect(await other.loadAsk('a1', 0)).toBeUndefined();
    });

    test("a person's text is deleted where another person's press stored it", async () => {
      const ask = { question: asked('x'), language: 'en', day: 'd' } as const;
      await store.saveAsk('a1', 'T1:ANN', ask, 0, 9);
      const pressed = { id: 'a2', actor: 'T1:BOB', ask, expiresAt: 9, from: 'a1' };
      await store.saveTogether({ conversations: [], asks: [pressed], gaps: [] });
      expect(await store.forget('slack', 'T1:BOB')).toBe(0);
      expect(await store.forget('slack', 'T1:ANN')).toBe(2);
      expect(await other.loadAsk('a2', 0)).toBeUndefined();
    });

    test('a report loses its question once all who typed that are forgotten, even after its buttons stopped working', async () => {
      const ask = { question: asked('x'), language: 'en', day: 'd' } as const;
      for (const actor of ['T1:ANN', 'T1:BOB']) await store.saveAsk('a1', actor, ask, 0, 9);
      await store.saveAsk('a2', 'T1:CAT', ask, 0, 9);
      for (const reported of ['a1', 'a2'])
        await store.addFeedback({ ...feedback, actor: 'T1:DAN', ask: reported, text: 'no' });
      await store.sweep(9, { feedbackBefore: 0, gapsBefore: 0, deliveriesBefore: '' });
      const left = async () =>
        (await other.listFeedback(9)).map((row) => [row.ask, row.about === null, row.text]).sort();
      await store.forget('slack', 'T1:ANN');
      expect(await left()).toEqual([
        ['a1', false, 'no'],
        ['a2', false, 'no'],
      ]);
      await store.forget('slack', 'BOB');
      expect(await left()).toEqual([
        ['a1', true, 'no'],
        ['a2', false, 'no'],
      ]);
      await store.forget('slack', 'T1:DAN');
      expect(await left()).toEqual([]);
    });

    test("a bare id is that person's in every workspace, and nobody else's", async () => {
      for (const actor of ['T1:U1', 'T2:U1', 'T1:U11', 'T1:xU1', 'U1']) {
        await store.saveConversation(actor, actor, asked('x'), 0, 9);
        await store.saveAsk(actor, actor, { question: asked('x'), language: 'en', day: 'd' }, 0, 9);
        await store.addGap({ ...gap, actor });
      }
      expect(await store.forget('slack', '%')).toBe(0);
      expect(await store.forget('slack', 'U1')).toBe(9);
      expect((await store.listGaps(9)).map(({ actor }) => actor).sort()).toEqual(['T1:U11', 'T1:xU1']);
      expect(await store.loadAsk('T1:U11', 0)).toBeDefined();
    });

    test('sweeping deletes what has expired or outlived its retention and nothing else', async () => {
      await store.claim('old', 0, 100);
      await store.claim('new', 0, 101);
      await store.saveConversation('t', 'ann', asked('x'), 0, 100);
      await store.saveAsk('a', 'ann', { question: asked('x'), language: 'en', day: 'd' }, 0, 100);
      await store.addFeedback({ ...feedback, ask: 'a9', at: 9 });
      await store.addFeedback({ ...feedback, at: 10 });
      await store.addGap({ ...gap, at: 4 });
      await store.addGap({ ...gap, at: 5 });
      await store.claimDelivery('s', '2026-03-29', 'me', 0, 0);
      await store.claimDelivery('s', '2026-03-30', 'me', 0, 0);
      const retention = { feedbackBefore: 10, gapsBefore: 5, deliveriesBefore: '2026-03-30' };
      expect(await store.sweep(100, retention)).toBe(6);
      expect(await store.sweep(100, retention)).toBe(0);
      expect(await store.claim('new', 100, 200)).toBe(false);
      expect(await store.listFeedback(9)).toHaveLength(1);
      expect(await store.listDeliveries({})).toHaveLength(1);
    });
  });

  test('answers a ping while open, fails with a store fault once closed, and closes twice quietly', async () => {
    const third = await openStore(url, { process: 'beside' });
    await third.ping();
    await third.close();
    await third.close();
    await expect(third.ping()).rejects.toMatchObject({ code: 'store' });
  });

  test('what was stored is there after closing and opening again', async () => {
    await store.addSubscription(subscription);
    await store.close();
    store = await openStore(url);
    expect(await store.loadSubscription('sub1')).toEqual(subscription);
  });
}

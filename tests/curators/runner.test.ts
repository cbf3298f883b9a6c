import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Feedback, Store } from '../../src/store/store.ts';
import { type VirtualClock, virtualClock } from '../digest/delivery-fixture.ts';
import { fakeChannel, reportOf, runnerOn } from './fixture.ts';

const minute = 60_000;
const hour = 60 * minute;
/** 12:00 in Tokyo on 30 March 2026. */
const noon = '2026-03-30T03:00:00Z';

let store: Store;
let clock: VirtualClock;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  clock = virtualClock(noon);
});
afterEach(() => store.close());

/** Somebody reports an answer now. */
async function report(text: string, fields: Partial<Feedback> = {}): Promise<void> {
  const { id: _, ...feedback } = reportOf({
    at: clock.now().epochMilliseconds,
    actor: text,
    ask: text,
    text,
    ...fields,
  });
  await store.addFeedback(feedback);
}

const gap = (at: string, text: string | null = null) =>
  store.addGap({
    at: Date.parse(at),
    platform: 'slack',
    actor: 'ann',
    language: 'en',
    intent: 'who',
    reason: 'no-record',
    text,
    knowledgeVersion: 'v',
  });

describe('a report', () => {
  test('is posted once, however often it is looked for', async () => {
    const { channel, told } = fakeChannel();
    await report('one');
    const runner = runnerOn(store, clock, channel);
    for (let looks = 0; looks < 20; looks += 1) {
      await runner.tick();
      clock.advance(minute);
    }
    await report('two');
    await runner.tick();
    expect(told()).toEqual(['one', 'two']);
  });

  test('made while nothing ran is posted at the next start', async () => {
    const { channel, told } = fakeChannel();
    await runnerOn(store, clock, channel).tick();
    await report('meanwhile');
    clock.advance(5 * hour);
    await runnerOn(store, clock, channel).tick();
    expect(told()).toEqual(['meanwhile']);
  });

  test('of praise is not posted', async () => {
    const { channel, posts } = fakeChannel();
    await report('thanks', { kind: 'helpful' });
    await runnerOn(store, clock, channel).tick();
    expect(posts).toEqual([]);
  });

  test('of somebody who was forgotten before is not posted', async () => {
    const { channel, posts } = fakeChannel();
    await report('secret', { actor: '1400000000000000111' });
    await store.forget('discord', '1400000000000000111');
    await runnerOn(store, clock, channel).tick();
    expect(posts).toEqual([]);
  });

  test.each(['crash before', 'crash after'] as const)('is posted once through a %s it is out', async (moment) => {
    const { channel, told, answers } = fakeChannel();
    await report('one');
    await report('two', { at: clock.now().epochMilliseconds + 1 });
    clock.advance(minute);
    answers.push(moment);
    await runnerOn(store, clock, channel).tick();
    for (let looks = 0; looks < 3; looks += 1) {
      clock.advance(minute);
      await runnerOn(store, clock, channel).tick();
    }
    expect(told()).toEqual(['one', 'two']);
  });

  test('is posted once by two processes that look at the same time', async () => {
    const { channel, told } = fakeChannel();
    await report('one');
    const looks = ['a', 'b'].map((owner) => runnerOn(store, clock, channel, { owner }).tick());
    await Promise.all(looks);
    expect(told()).toEqual(['one']);
  });

  test('whose fate cannot be looked up is not posted again, and the next one is', async () => {
    const { channel, told, answers } = fakeChannel({ find: async () => undefined });
    await report('one');
    answers.push('crash before');
    await runnerOn(store, clock, channel).tick();
    await report('two');
    clock.advance(minute);
    await runnerOn(store, clock, channel).tick();
    expect(told()).toEqual(['two']);
  });

  test('waits while the channel refuses it, and is posted once it takes posts', async () => {
    const { channel, told, answers } = fakeChannel();
    await report('one');
    answers.push({ kind: 'refused', reason: 'missing-access' });
    const runner = runnerOn(store, clock, channel);
    await runner.tick();
    clock.advance(minute);
    await runner.tick();
    expect(told()).toEqual([]);
    clock.advance(15 * minute);
    await runner.tick();
    expect(told()).toEqual(['one']);
  });

  test('of just before midnight is posted just after it', async () => {
    const { channel, told } = fakeChannel();
    clock.set('2026-03-30T14:59:59Z');
    await report('late');
    clock.advance(2_000);
    await runnerOn(store, clock, channel).tick();
    expect(told()).toEqual(['late']);
  });
});

describe('a day', () => {
  test('shows a few reports one by one, not all of one person, and counts the rest the next morning, once', async () => {
    const { channel, posts, told } = fakeChannel();
    for (const text of ['a1', 'a2', 'a3', 'a4', 'b', 'c', 'd']) {
      await report(text, text.startsWith('a') ? { actor: 'ann' } : {});
      clock.advance(minute);
    }
    const runner = runnerOn(store, clock, channel);
    await runner.tick();
    expect(told()).toEqual(['a1', 'a2', 'a3', 'b']);
    clock.set('2026-03-31T00:00:00Z');
    for (let looks = 0; looks < 5; looks += 1) {
      await runner.tick();
      clock.advance(minute);
    }
    expect(posts).toHaveLength(5);
    expect(posts[4]?.note.passages.map(({ text }) => text)).toEqual([
      'There are 3 more reports. npm run feedback lists them.\n3 × A date is wrong',
    ]);
  });

  test('with unanswered questions has a note, also for days on which nothing ran', async () => {
    const { channel, posts } = fakeChannel();
    clock.set('2026-03-28T01:00:00Z');
    await gap('2026-03-27T02:00:00Z');
    await runnerOn(store, clock, channel).tick();
    await gap('2026-03-28T02:00:00Z', 'who met on the Moon?');
    await gap('2026-03-29T02:00:00Z', 'who met on the Moon?');
    await gap('2026-03-30T02:00:00Z', 'today');
    clock.set('2026-03-30T03:00:00Z');
    await runnerOn(store, clock, channel).tick();
    await runnerOn(store, clock, channel).tick();
    expect(posts.map(({ note }) => note.passages.map(({ text }) => text))).toEqual([
      ['1 question had no answer. npm run gaps shows it.\n1 × not on record (English)'],
      ['2 questions had no answer. npm run gaps lists them.\n2 × not on record (English)\n2 × “who met on the Moon?”'],
    ]);
  });

  test('with nothing to say has no note', async () => {
    const { channel, posts } = fakeChannel();
    const runner = runnerOn(store, clock, channel);
    for (let looks = 0; looks < 3; looks += 1) {
      await runner.tick();
      clock.advance(24 * hour);
    }
    expect(posts).toEqual([]);
  });

  test('whose note crashed is closed with one note', async () => {
    const { channel, posts, answers } = fakeChannel();
    await gap(noon);
    clock.set('2026-03-31T00:00:00Z');
    answers.push('crash after');
    for (let looks = 0; looks < 4; looks += 1) {
      await runnerOn(store, clock, channel).tick();
      clock.advance(minute);
    }
    expect(posts).toHaveLength(1);
  });
});

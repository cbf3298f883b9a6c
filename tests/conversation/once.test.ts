import { describe, expect, test } from 'vitest';
import { createOnce } from '../../src/conversation/once.ts';
import { openStore } from '../../src/store/open.ts';

const log = { warn() {} };

async function setUp() {
  let now = Temporal.Instant.from('2026-11-25T00:00:00Z');
  const store = await openStore('sqlite::memory:');
  const make = () => createOnce({ store, clock: () => now, log });
  return { store, make, pass: (hours: number) => (now = now.add({ hours })) };
}

describe('createOnce', () => {
  test('the first delivery of a key is taken, every later one is not', async () => {
    const { make } = await setUp();
    const first = make();
    expect([await first('a'), await first('a'), await first('b')]).toEqual([true, false, true]);
  });

  test('two deliveries in one tick give one answer', async () => {
    const { make } = await setUp();
    const first = make();
    expect((await Promise.all([first('a'), first('a'), first('a')])).filter(Boolean)).toHaveLength(1);
  });

  test('an event begun and not taken, by a process that died, is open to the next; one taken is not', async () => {
    const { make } = await setUp();
    expect(make().begin('a', 'b')).toBeDefined();
    const next = make().begin('a', 'b');
    expect([await next?.take(), await next?.take()]).toEqual([true, true]);
    expect(await make().begin('b')?.take()).toBe(false);
  });

  test('one process begins an event once', async () => {
    const { make } = await setUp();
    const first = make();
    expect(first.begin('a', 'b')).toBeDefined();
    expect(first.begin('b')).toBeUndefined();
    expect(await first('a')).toBe(false);
  });

  test('a claim survives a restart', async () => {
    const { make } = await setUp();
    await make()('a');
    expect(await make()('a')).toBe(false);
  });

  test('a claim runs out after 24 hours', async () => {
    const { make, pass } = await setUp();
    await make()('a');
    pass(25);
    expect(await make()('a')).toBe(true);
  });

  test('an event of several names is taken by all of them, or not at all', async () => {
    const { make } = await setUp();
    const first = make();
    expect(await first('message', 'event 1')).toBe(true);
    expect(await first('message', 'event 2')).toBe(false);
    expect(await first('other message', 'event 1')).toBe(false);
    expect(await make()('message', 'event 3')).toBe(false);
  });

  test('where processes share a database, who loses the first name takes no other', async () => {
    const claimed: string[] = [];
    const claim = async (key: string) => {
      claimed.push(key);
      return key !== 'message';
    };
    const store = { driver: 'postgres', claim, claimTogether: () => Promise.reject(new Error('not here')) } as const;
    const first = createOnce({ store, clock: () => Temporal.Instant.from('2026-11-25T00:00:00Z'), log });
    expect(await first('message', 'event')).toBe(false);
    expect(claimed).toEqual(['message']);
  });

  test('claims made in one turn wait for the disk once, and each gets its own answer', async () => {
    const { store } = await setUp();
    let transactions = 0;
    const counting = new Proxy(store, {
      get(target, key, receiver) {
        if (key === 'claimTogether') transactions += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const first = createOnce({ store: counting, clock: () => Temporal.Instant.from('2026-11-25T00:00:00Z'), log });
    transactions = 0;
    expect(await Promise.all(['a', 'b', 'a', 'c'].map((key) => first(key)))).toEqual([true, true, false, true]);
    expect(transactions).toBe(1);
    expect(await store.claim('c', Date.parse('2026-11-25T00:00:00Z'), Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  test('a transaction that fails costs nobody the answer', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    const store = { driver: 'sqlite', claim: gone, claimTogether: gone } as const;
    const first = createOnce({ store, clock: () => Temporal.Instant.from('2026-11-25T00:00:00Z'), log });
    expect(await Promise.all(['a', 'b', 'a'].map((key) => first(key)))).toEqual([true, true, false]);
  });

  test('without the store an event is still answered, once in this process', async () => {
    const first = createOnce({
      store: { claim: () => Promise.reject(new Error('gone')) },
      clock: () => Temporal.Instant.from('2026-11-25T00:00:00Z'),
      log,
    });
    expect([await first('a'), await first('a')]).toEqual([true, false]);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { watched } from '../../src/store/watched.ts';
import { createMemoryStore } from '../adapters-fixture.ts';

const patience = { patienceMs: 20, restMs: 60_000 };

function over(store: Partial<Store>) {
  const faults: string[] = [];
  const base: Store = { ...createMemoryStore(), ...store };
  return { faults, store: watched(base, { ...patience, onFault: (operation) => faults.push(operation) }) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a store under watch', () => {
  test('that was not written to for a while is written to by a ping, and says when that fails', async () => {
    vi.useFakeTimers();
    const { store } = over({
      claim: async () => {
        throw new Error('the file is read-only');
      },
    });
    await store.ping();
    vi.advanceTimersByTime(20_000);
    await expect(store.ping()).rejects.toThrow('read-only');
  });

  test('passes results through and counts nothing while all is well', async () => {
    const { store, faults } = over({});
    expect(await store.claim('a', 0, 10)).toBe(true);
    expect(await store.claim('a', 0, 10)).toBe(false);
    await store.ping();
    expect(faults).toEqual([]);
  });

  test('a call that an answer waits for fails in time, and the next one at once', async () => {
    let calls = 0;
    const { store, faults } = over({
      loadConversation: () => {
        calls += 1;
        return new Promise(() => {});
      },
    });
    await expect(store.loadConversation('key', 0)).rejects.toMatchObject({ code: 'store' });
    await expect(store.loadConversation('key', 0)).rejects.toMatchObject({ code: 'store' });
    expect(calls).toBe(1);
    expect(faults).toEqual(['loadConversation', 'loadConversation']);
  });

  test('the ledger is never given up half-way', async () => {
    let finish = (_done: boolean) => {};
    const { store } = over({
      updateDelivery: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const moved = store.updateDelivery('s', '2026-01-01', 'o', {}, 0);
    await new Promise((resolve) => setTimeout(resolve, 3 * patience.patienceMs));
    finish(true);
    expect(await moved).toBe(true);
  });

  test('a database that reads and cannot write does not answer a ping, until it can write again', async () => {
    let full = true;
    const { store } = over({
      claim: async () => {
        if (full) throw new Error('database or disk is full');
        return true;
      },
    });
    await store.ping();
    await expect(store.claim('a', 0, 10)).rejects.toThrow('full');
    await expect(store.ping()).rejects.toThrow('full');
    full = false;
    await store.ping();
  });
});

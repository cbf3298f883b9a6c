import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Subscription } from '../../src/digest/subscription.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { openDriver } from '../../src/store/open-driver.ts';
import { subscriptionOf as anySubscription } from '../digest/delivery-fixture.ts';
import { announceMissing, postgresMissing, startPostgres, type TestPostgres } from './postgres-server.ts';

announceMissing('migrations');

const subscriptionOf = (fields: Partial<Subscription>) => anySubscription({ channel: 'channel1', ...fields });

/** A database of the first schema, with subscriptions in it. */
async function firstSchema(url: string, subscriptions: readonly Subscription[]): Promise<void> {
  const driver = await openDriver(url, { process: 'beside' });
  await migrate(driver.database, driver.migrationLock, migrations.slice(0, 1));
  for (const each of subscriptions) {
    const {
      seenThrough,
      seenVersion: _,
      pausedFor,
      quietDays,
      createdAt,
      changedAt: __,
      rhythm: ___,
      filters,
      ...same
    } = each;
    const row = {
      ...same,
      filters: JSON.stringify(filters),
      quiet_days: quietDays,
      paused_for: pausedFor,
      seen_through: seenThrough,
      created_at: createdAt,
    };
    // The first schema has no fingerprint and no slot.
    await driver.database
      .insertInto('subscriptions')
      .values(row as never)
      .execute();
  }
  await driver.database.destroy().finally(driver.afterClose);
}

function keepsSubscriptions(freshUrl: () => Promise<string>): void {
  test('of subscriptions that are the same one stays, the active and oldest', async () => {
    const url = await freshUrl();
    await firstSchema(url, [
      subscriptionOf({ id: 'paused', state: 'paused', pausedFor: 'by-user', createdAt: '2026-01-01T00:00:00Z' }),
      subscriptionOf({ id: 'later', createdAt: '2026-01-03T00:00:00Z' }),
      subscriptionOf({ id: 'first', createdAt: '2026-01-02T00:00:00Z', filters: { topics: [] } }),
      subscriptionOf({ id: 'elsewhere', channel: 'other' }),
      subscriptionOf({ id: 'filtered', filters: { topics: ['b', 'a'] } }),
      subscriptionOf({ id: 'filtered-again', filters: { topics: ['a', 'b'] }, createdAt: '2026-02-01T00:00:00Z' }),
    ]);
    const store = await openStore(url);
    expect((await store.listSubscriptions({})).map(({ id }) => id).sort()).toEqual(['elsewhere', 'filtered', 'first']);
    expect(await store.addSubscription(subscriptionOf({ id: 'again' }), 10)).toBe('exists');
    await store.close();
  });

  test('old subscriptions stay daily', async () => {
    const url = await freshUrl();
    await firstSchema(url, [subscriptionOf({ id: 'old' })]);
    const store = await openStore(url);
    expect((await store.loadSubscription('old'))?.rhythm).toBe('daily');
    expect(await store.addSubscription(subscriptionOf({ id: 'again' }))).toBe('exists');
    await store.close();
  });

  test('different subscriptions all stay, even those past the limit, and none is added to them', async () => {
    const url = await freshUrl();
    const many = Array.from({ length: 14 }, (_, hour) => subscriptionOf({ id: `s${hour}`, time: `${hour + 10}:00` }));
    await firstSchema(url, many);
    const store = await openStore(url);
    expect(await store.listSubscriptions({})).toHaveLength(14);
    expect(await store.addSubscription(subscriptionOf({ id: 'more', time: '09:30' }), 10)).toBe('full');
    for (const { id } of many.slice(3, 9)) await store.removeSubscription(id);
    expect(await store.addSubscription(subscriptionOf({ id: 'more', time: '09:30' }), 10)).toBe('added');
    await store.close();
  });
}

describe('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-migrate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  keepsSubscriptions(async () => `sqlite:${join(folder, `${++files}.sqlite`)}`);
});

describe.skipIf(postgresMissing())(`PostgreSQL${postgresMissing() ? ` (${postgresMissing()})` : ''}`, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => await server.stop());
  keepsSubscriptions(() => server.freshUrl());
});

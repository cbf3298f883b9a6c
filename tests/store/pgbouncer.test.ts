import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres/driver.ts';
import { checkDatabase } from '../../tools/doctor/database.ts';
import { subscriptionOf } from '../digest/delivery-fixture.ts';
import { pgbouncerMissing, startPgBouncer } from './pgbouncer.ts';
import { startPostgres, type TestPostgres } from './postgres-server.ts';

const missing = pgbouncerMissing();
if (missing !== undefined) process.stderr.write(`\n!! store: SKIPPED BEHIND PGBOUNCER — ${missing}\n\n`);

describe.skipIf(missing)(`PgBouncer in transaction mode${missing ? ` (${missing})` : ''}`, () => {
  let server: TestPostgres;
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
  let databases = 0;
  beforeAll(async () => {
    server = await startPostgres();
    pooler = await startPgBouncer(server.url);
  }, 60_000);
  afterAll(async () => {
    await pooler.stop();
    await server.stop();
  });
  async function freshDatabase(): Promise<string> {
    databases += 1;
    const name = `pooled_${process.pid}_${databases}`;
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return name;
  }

  test('with its own defaults takes processes that start at once, and what they do in parallel', async () => {
    const url = pooler.url(await freshDatabase());
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)));
    const claims = await Promise.all(
      Array.from({ length: 60 }, (_, index) => stores[index % 4]?.claim(`event${index % 20}`, 1_000, 2_000)),
    );
    expect(claims.filter(Boolean)).toHaveLength(20);
    const added = await Promise.all(
      stores.map((store, index) => store.addSubscription(subscriptionOf({ id: `s${index}`, channel: 'one' }), 10)),
    );
    expect(added.sort()).toEqual(['added', 'exists', 'exists', 'exists']);
    expect(await stores[0]?.saveTogether({ conversations: [], asks: [], gaps: [] })).toBeUndefined();
    await Promise.all(stores.map((store) => store.close()));
    expect((await checkDatabase(url)).findings).toMatchObject([{ status: 'ok', detail: 'postgres, 1 active digest' }]);
  });

  test('that passes over the settings of a connection is asked for them all the same', async () => {
    const passing = 'ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout';
    const other = await startPgBouncer(server.url, [passing]);
    const store = await openStore(other.url(await freshDatabase()));
    expect(await store.claim('a', 0, 1)).toBe(true);
    await store.close();
    await other.stop();
  });

  test('that refuses one setting and passes over the other takes it, too', async () => {
    const other = await startPgBouncer(server.url, ['ignore_startup_parameters = statement_timeout']);
    const store = await openStore(other.url(await freshDatabase()));
    expect(await store.claim('a', 0, 1)).toBe(true);
    await store.close();
    await other.stop();
  });

  test('refuses options of the address, and the fault says where they belong', async () => {
    const url = `${pooler.url(await freshDatabase())}?options=-c%20search_path%3Dpublic`;
    const [finding] = (await checkDatabase(url)).findings;
    expect(finding).toMatchObject({ status: 'fail', fix: expect.stringContaining('alter role') });
    expect(finding?.detail).toContain('08P01');
    await expect(openStore(url)).rejects.toThrow('take options out of DATABASE_URL');
  });

  test('a server that is spoken to directly keeps to the limits of a statement', async () => {
    const { database, afterClose } = openPostgres(server.url, { onError: () => {} });
    const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(database);
    expect(rows).toEqual([{ statement_timeout: '15s' }]);
    await database.destroy().finally(afterClose);
  });
});

import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres/driver.ts';
import { storeContract } from './contract.ts';
import { announceMissing, postgresMissing, startPostgres, type TestPostgres } from './postgres-server.ts';

announceMissing('store');

describe.skipIf(postgresMissing())(`PostgreSQL${postgresMissing() ? ` (${postgresMissing()})` : ''}`, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => await server.stop());

  storeContract(() => server.freshUrl());

  test('processes that start at once all find the schema ready', async () => {
    const url = await server.freshUrl();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(url)));
    for (const store of stores) await store.ping();
    await Promise.all(stores.map((store) => store.close()));
  });

  test('connections that break are replaced without a restart', async () => {
    const errors: Error[] = [];
    const store = await openStore(await server.freshUrl(), { onError: (error) => errors.push(error) });
    await store.ping();
    await server.breakConnections();
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    await store.ping();
    await store.close();
  });

  test('a connection that breaks between two statements of a transaction costs that transaction and no more', async () => {
    const errors: Error[] = [];
    const url = await server.freshUrl();
    const { database, afterClose } = openPostgres(url, { onError: (error) => errors.push(error) });
    const broken = database.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await server.breakConnections();
      await expect.poll(() => errors.length).toBeGreaterThan(0);
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow();
    await sql`select 1`.execute(database);
    await database.destroy().finally(afterClose);
  });

  test('a schema from a newer version is refused', async () => {
    const url = await server.freshUrl();
    await (await openStore(url)).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('update schema_version set version = 99');
    await client.end();
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('schema version 99'),
    });
  });

  test('a database that is not there is a store fault without the password', async () => {
    await expect(openStore('postgres://kyogi:hunter2@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'store',
      message: expect.not.stringContaining('hunter2'),
    });
  });
});

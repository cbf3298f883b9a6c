import { type Kysely, sql } from 'kysely';
import { KyogiError } from '../errors.ts';
import { type Migration, migrations } from './migrations.ts';
import type { Tables } from './schema.ts';

/** How a driver takes the lock under which migrations run; `begin` starts the transaction that holds it. */
export type MigrationLock = { readonly begin: readonly string[] };

/**
 * Brings the database to the newest schema, in one transaction under the driver's lock, so that any number of processes
 * may start at once. Nothing is done when it is there already.
 * @throws KyogiError `store` when the database was made by a newer version; it is left as it was.
 */
export async function migrate(
  database: Kysely<Tables>,
  lock: MigrationLock,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await database.connection().execute(async (connection) => {
    for (const statement of lock.begin) await sql.raw(statement).execute(connection);
    try {
      await run(connection, steps);
      await sql.raw('commit').execute(connection);
    } catch (error) {
      await sql.raw('rollback').execute(connection);
      throw error;
    }
  });
}

async function run(connection: Kysely<Tables>, steps: readonly Migration[]): Promise<void> {
  await sql.raw('create table if not exists schema_version (version bigint not null)').execute(connection);
  const row = await connection.selectFrom('schema_version').select('version').executeTakeFirst();
  const version = row?.version ?? 0;
  if (version > steps.length) {
    throw new KyogiError(
      'store',
      `The database has schema version ${version}, and this version of the program knows only up to ${steps.length}. Run the newer program, or restore a backup made before the upgrade.`,
    );
  }
  for (const step of steps.slice(version)) {
    for (const work of step) await (typeof work === 'string' ? sql.raw(work).execute(connection) : work(connection));
  }
  if (row === undefined) await connection.insertInto('schema_version').values({ version: steps.length }).execute();
  else if (version < steps.length) {
    await connection.updateTable('schema_version').set({ version: steps.length }).execute();
  }
}

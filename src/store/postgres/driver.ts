import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Driver } from '../driver.ts';
import type { Tables } from '../schema.ts';

/** Milliseconds, and connections a process. A query of ours takes single milliseconds: past these the database is ill. */
const limits = {
  connections: 10,
  connectMs: 5_000,
  statementMs: 15_000,
  idleMs: 30_000,
} as const;

/** Any constant of ours: the advisory lock under which migrations run. */
const migrationLockKey = 6_012_960;

/** Type id of `bigint`; our values are counts and epoch milliseconds, which a number holds exactly. */
const int8 = 20;

/**
 * Opens a pool on a PostgreSQL database (lazily: nothing connects yet). Connections that break are dropped and replaced, so
 * a restart of the database costs failed queries and no restart of ours; `onError` hears of breaks while idle.
 */
export function openPostgres(url: string, options: { onError: (error: Error) => void }): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: limits.idleMs,
    statement_timeout: limits.statementMs,
    // The server's own limit cannot fire when the network is gone.
    query_timeout: limits.statementMs + 1_000,
    idle_in_transaction_session_timeout: limits.statementMs,
    keepAlive: true,
    application_name: 'kyogi',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === int8 && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
    },
  });
  // Without a listener a connection's break would end the process: the pool's own hears of idle ones alone.
  pool.on('error', options.onError);
  pool.on('connect', (client) => client.on('error', options.onError));
  return {
    name: 'postgres',
    database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    migrationLock: { begin: ['begin', `select pg_advisory_xact_lock(${migrationLockKey})`] },
    afterClose: () => {},
  };
}

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { KyogiError } from '../../errors.ts';
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

/** What the server is asked to keep to, at the start of a connection. */
const ofServer = {
  statement_timeout: limits.statementMs,
  idle_in_transaction_session_timeout: limits.statementMs,
} as const;

/** A pooler's word for a setting that it cannot keep apart for each of its clients. */
const unsupported = new Set(['08P01', '0A000']);

/**
 * Opens a pool on a PostgreSQL database (lazily: nothing connects yet). Connections that break are dropped and replaced, so
 * a restart of the database costs failed queries and no restart of ours; `onError` hears of breaks while idle.
 * @throws KyogiError `config` when the address names a certificate that cannot be read.
 */
export function openPostgres(url: string, options: { onError: (error: Error) => void }): Driver {
  checkFiles(url);
  return {
    name: 'postgres',
    database: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: () => connected(url, options) }) }),
    migrationLock: { begin: ['begin', `select pg_advisory_xact_lock(${migrationLockKey})`] },
    afterClose: () => {},
  };
}

type Options = Parameters<typeof openPostgres>[1];

/**
 * A pool whose first connection stands. PgBouncer refuses settings of the server's at the start of a connection, so behind one it is
 * asked without; a limit for the role does the same there (docs/operating.md), and our own limit of each query stays.
 */
async function connected(url: string, options: Options): Promise<pg.Pool> {
  const pool = makePool(url, options, ofServer);
  try {
    (await pool.connect()).release();
    return pool;
  } catch (error) {
    await pool.end().catch(() => {});
    if (!(error instanceof Error && 'code' in error && unsupported.has(String(error.code)))) throw error;
    return makePool(url, options, {});
  }
}

function makePool(url: string, options: Options, settings: Partial<typeof ofServer>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: limits.idleMs,
    ...settings,
    // The server's own limit cannot fire when the network is gone.
    query_timeout: limits.statementMs + 1_000,
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
  return pool;
}

/** Certificates that an address names are read when it is parsed. Nothing of the address is quoted but their path. */
function checkFiles(url: string): void {
  try {
    new pg.Client({ connectionString: url });
  } catch (error) {
    const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
    throw new KyogiError(
      'config',
      path === undefined
        ? 'DATABASE_URL cannot be read as an address — write postgres://USER:PASSWORD@HOST:PORT/DATABASE, special characters of user and password percent-encoded (# as %23).'
        : `DATABASE_URL names the file ${path}, which cannot be read — check sslrootcert, sslcert and sslkey.`,
    );
  }
}

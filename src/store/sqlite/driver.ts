import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { KyogiError } from '../../errors.ts';
import type { Driver } from '../driver.ts';
import type { Tables } from '../schema.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { takeProcessLock } from './process-lock.ts';

/** Milliseconds to wait for another connection's write; ours are single statements, so this is generous. */
const busyMs = 5_000;

/**
 * Opens a SQLite file (or `:memory:`), making it and its folder when absent, readable by its owner alone.
 * `exclusive` also takes the place of the one running bot on it.
 * @throws KyogiError `store` when it cannot be opened or another process runs on it.
 */
export function openSqlite(path: string, options: { exclusive: boolean }): Driver {
  const inMemory = path === ':memory:';
  if (!inMemory) makeFile(path);
  const lock = options.exclusive && !inMemory ? takeProcessLock(path) : undefined;
  try {
    const database = new DatabaseSync(path, { timeout: busyMs });
    database.exec('pragma journal_mode = wal');
    // FULL: a digest recorded as sent must still be so after a power cut, or it would be sent again.
    database.exec('pragma synchronous = full');
    return {
      name: 'sqlite',
      database: new Kysely<Tables>({ dialect: nodeSqliteDialect(database) }),
      migrationLock: { begin: ['begin immediate'] },
      afterClose: () => lock?.release(),
    };
  } catch (error) {
    lock?.release();
    throw new KyogiError('store', `${path} could not be opened as a SQLite database: ${reason(error)}.`, {
      cause: error,
    });
  }
}

function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
  } catch (error) {
    throw new KyogiError(
      'store',
      `${path} cannot be written: ${reason(error)}. Set DATABASE_URL to a writable place.`,
      {
        cause: error,
      },
    );
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { accessSync, chmodSync, closeSync, constants, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { KyogiError } from '../../errors.ts';
import { realFile } from '../address.ts';
import type { Driver } from '../driver.ts';
import { faultWith } from '../fault.ts';
import type { Tables } from '../schema.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { sqliteFault } from './faults.ts';
import { type FileGuard, guardFiles } from './file-guard.ts';
import { takeProcessLock } from './process-lock.ts';

/** Milliseconds to wait for another connection's write; ours are single statements, so this is generous. */
const busyMs = 5_000;

/** Statements that write between two checkpoints; a thousand pages, SQLite's own measure, are some hundreds of them. */
const writesPerCheckpoint = 500;

/**
 * Opens a SQLite file (or `:memory:`), making it and its folder when absent, readable by its owner alone.
 * `exclusive` also takes the place of the one running bot on it, and watches over the file: once it is deleted, replaced or written
 * over, `onLost` hears of it and every call fails.
 * @throws KyogiError `store` when it cannot be opened or another process runs on it.
 */
export function openSqlite(
  path: string,
  options: { exclusive: boolean; onLost?: ((fault: KyogiError) => void) | undefined },
): Driver {
  if (path === ':memory:') return driverOf(new DatabaseSync(path), undefined, () => {});
  makeFile(path);
  // By whatever name: two paths to one file are one database.
  const file = soleName(realFile(path));
  const lock = options.exclusive ? takeProcessLock(file) : undefined;
  try {
    if (options.exclusive) clearLost(file);
    const database = new DatabaseSync(file, { timeout: busyMs });
    database.exec('pragma journal_mode = wal');
    // FULL: a digest recorded as sent must still be so after a power cut, or it would be sent again.
    database.exec('pragma synchronous = full');
    // A tool beside the bot leaves the file itself to the bot, which knows by that whether it is still its own.
    database.exec('pragma wal_autocheckpoint = 0');
    const guard = lock && guardFiles(file, lock.file, options.onLost ?? (() => {}));
    return driverOf(database, guard, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw sqliteFault(error, file);
  }
}

function driverOf(database: DatabaseSync, guard: FileGuard | undefined, afterClose: () => void): Driver {
  let writes = 0;
  const watch = {
    before: () => guard?.check(),
    afterWrite() {
      writes += 1;
      if (guard === undefined || writes < writesPerCheckpoint || database.isTransaction) return;
      writes = 0;
      try {
        guard.checkpoint(() => database.exec('pragma wal_checkpoint(passive)'));
      } catch {
        // The write itself was done; a file that was lost is told of by the next statement, a full disk by the next write.
      }
    },
  };
  return {
    name: 'sqlite',
    database: new Kysely<Tables>({ dialect: nodeSqliteDialect(database, watch) }),
    migrationLock: { begin: ['begin immediate'] },
    afterClose,
  };
}

function soleName(file: string): string {
  if (statSync(file).nlink > 1) {
    throw new KyogiError(
      'store',
      `${file} has several names (hard links), and SQLite keeps its log beside only one of them: two bots could run on it unseen — remove the other names, or link to it with ln -s.`,
    );
  }
  return file;
}

function clearLost(file: string): void {
  for (const suffix of ['.lost-wal', '.lost-shm']) rmSync(`${file}${suffix}`, { force: true });
}

function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a', 0o600));
    // Another account's file that this one may write to is left as it is.
    if (statSync(path).uid === process.getuid?.()) chmodSync(path, 0o600);
  } catch (error) {
    throw sqliteFault(error, path);
  }
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw faultWith(
      error,
      `The folder ${dirname(path)} cannot be written, and SQLite makes files beside its database`,
      'let this user write to the folder, or set DATABASE_URL to a file in a folder that this user may write to',
    );
  }
}

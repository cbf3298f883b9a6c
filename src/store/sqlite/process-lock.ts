import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { KyogiError } from '../../errors.ts';
import { isBusy, sqliteFault } from './faults.ts';

/** The doctor holds the lock for a moment: not for so long, milliseconds. */
const WAIT_MS = 250;

/** Held for the life of a process; `release` is for an orderly stop, a killed process loses it with its open files. */
export type ProcessLock = { readonly file: string; release(): void };

/**
 * Takes the one place beside a SQLite file that a running bot may hold. It is an open exclusive transaction on a sidecar
 * database, hence a lock of the operating system: it cannot outlive its process, as a file with a process id in it could.
 * @throws KyogiError `store` when another process holds it, or the file beside cannot be used.
 */
export function takeProcessLock(path: string): ProcessLock {
  const lock = lockOf(path);
  if (lock === undefined) {
    throw new KyogiError(
      'store',
      `Another process is already running on ${path} — stop it first; to run several processes, set DATABASE_URL to a PostgreSQL database.`,
    );
  }
  return lock;
}

/**
 * Whether a running bot holds the place beside a SQLite file.
 * @throws KyogiError `store` when no bot could take it.
 */
export function isLocked(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  const lock = lockOf(path);
  lock?.release();
  return lock === undefined;
}

/** The lock, or `undefined` when another process holds it. */
function lockOf(path: string): ProcessLock | undefined {
  const file = `${path}.lock`;
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: WAIT_MS });
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return undefined;
    throw sqliteFault(error, file);
  }
  const held = lock;
  return { file, release: () => held.close() };
}

import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { KyogiError } from '../../errors.ts';

/** Held for the life of a process; `release` is for an orderly stop, a killed process loses it with its open files. */
export type ProcessLock = { readonly file: string; release(): void };

/**
 * Takes the one place beside a SQLite file that a running bot may hold. It is an open exclusive transaction on a sidecar
 * database, hence a lock of the operating system: it cannot outlive its process, as a file with a process id in it could.
 * @throws KyogiError `store` when another process holds it.
 */
export function takeProcessLock(path: string): ProcessLock {
  const file = `${path}.lock`;
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw new KyogiError(
      'store',
      `Another process is already running on ${path}. Stop it first; to run several processes, set DATABASE_URL to a PostgreSQL database.`,
      { cause: error },
    );
  }
  return { file, release: () => lock.close() };
}

/** Whether a running bot holds the place beside a SQLite file. */
export function isLocked(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  try {
    takeProcessLock(path).release();
    return false;
  } catch {
    return true;
  }
}

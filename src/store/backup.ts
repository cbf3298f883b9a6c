import {
  appendFileSync,
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { finished } from 'node:stream/promises';
import { KyogiError } from '../errors.ts';
import { realFile, sqlitePath } from './address.ts';
import { asStoreFault } from './fault.ts';
import { migrations } from './migrations.ts';
import { closeDriver, openMigrated } from './open.ts';
import { exportLines, exportLinesAlone, holdsState, importLines } from './portable.ts';
import { takeProcessLock } from './sqlite/process-lock.ts';

/** What a backup file holds: a SQLite database, or JSON lines that either database takes in. */
export type BackupKind = 'sqlite' | 'portable';

/**
 * Writes a consistent copy of a store to `file`, beside a running bot: a SQLite database from SQLite, unless `portable` is
 * asked for; JSON lines from PostgreSQL. The file is its owner's alone to read.
 * @throws KyogiError `store` when the file exists already or cannot be written; nothing half-written is left.
 */
export async function backupStore(
  databaseUrl: string,
  file: string,
  options: { portable?: boolean } = {},
): Promise<BackupKind> {
  if (existsSync(file)) throw new KyogiError('store', `${file} exists already; name another file.`);
  const path = sqlitePath(databaseUrl);
  if (path !== undefined && !existsSync(path)) throw new KyogiError('store', `There is no database at ${path} yet.`);
  const kind = path === undefined || options.portable ? 'portable' : 'sqlite';
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    if (kind === 'portable') await writePortable(databaseUrl, partial);
    else vacuumInto(path ?? '', partial);
    chmodSync(partial, 0o600);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw asStoreFault(error, `The backup could not be written to ${file}`);
  }
  if (path !== undefined) note(path, file);
  return kind;
}

/** The newest backup made of a SQLite database that is still where it was written; `undefined` when there is none. */
export function newestBackup(path: string): string | undefined {
  const list = backupList(path);
  const noted = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  return noted.findLast((file) => existsSync(file));
}

/** Beside the database, and not in it: it is asked for when the database is lost. */
const backupList = (path: string): string => `${realFile(path)}.backups`;

function note(path: string, file: string): void {
  try {
    appendFileSync(backupList(path), `${resolve(file)}\n`, { mode: 0o600 });
  } catch {
    // The backup is there all the same.
  }
}

/**
 * Puts a backup in place of what the store holds, with the bot stopped. What SQLite held is kept beside it as
 * `….before-restore`; in PostgreSQL, or from a portable backup, state that is there is only replaced when `replace` says so.
 * @throws KyogiError `store` when the backup is damaged, of a newer schema, or a bot is running on the file; nothing is changed.
 */
export async function restoreStore(
  databaseUrl: string,
  file: string,
  options: { replace?: boolean } = {},
): Promise<BackupKind> {
  if (!existsSync(file)) throw new KyogiError('store', `There is no backup at ${file}.`);
  const path = sqlitePath(databaseUrl);
  if (!(await isSqlite(file))) {
    await readPortable(databaseUrl, file, options.replace === true);
    return 'portable';
  }
  if (path === undefined) {
    throw new KyogiError(
      'store',
      `${file} is a SQLite database, and DATABASE_URL names PostgreSQL. Make a portable backup: npm run backup -- --portable --to FILE.`,
    );
  }
  checkSqlite(file);
  await replaceFile(path, file);
  return 'sqlite';
}

async function writePortable(databaseUrl: string, file: string): Promise<void> {
  const driver = await openMigrated(databaseUrl, { process: 'beside' });
  try {
    const out = createWriteStream(file, { mode: 0o600 });
    const write = (line: string) =>
      new Promise<void>((resolve, reject) => {
        out.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
      });
    const exportAll = driver.name === 'sqlite' ? exportLinesAlone : exportLines;
    await exportAll(driver.database, write);
    out.end();
    await finished(out);
  } finally {
    await closeDriver(driver);
  }
}

async function readPortable(databaseUrl: string, file: string, replace: boolean): Promise<void> {
  const driver = await openMigrated(databaseUrl);
  try {
    if (!replace && (await holdsState(driver.database))) {
      throw new KyogiError(
        'store',
        'The database is not empty. To put the backup in place of what it holds, add --replace.',
      );
    }
    await importLines(driver.database, linesOf(file));
  } catch (error) {
    throw asStoreFault(error, `${file} could not be restored`);
  } finally {
    await closeDriver(driver);
  }
}

/** Opened when the first line is asked for: a reader begun earlier would let lines go by unheard. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

function vacuumInto(path: string, file: string): void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    database.prepare('vacuum into ?').run(file);
  } finally {
    database.close();
  }
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead).toString('latin1') === 'SQLite format 3\0';
  } finally {
    await handle.close();
  }
}

function checkSqlite(file: string): void {
  let version: unknown;
  try {
    const backup = new DatabaseSync(file, { readOnly: true });
    try {
      if (backup.prepare('pragma quick_check').get()?.quick_check !== 'ok') throw new Error('it is damaged');
      version = backup.prepare('select version from schema_version').get()?.version;
    } finally {
      backup.close();
    }
  } catch (error) {
    throw asStoreFault(error, `${file} is not a backup that can be restored`);
  }
  if (typeof version !== 'number' || version > migrations.length) {
    throw new KyogiError(
      'store',
      `${file} has schema version ${version}, and this program knows only up to ${migrations.length}. Restore it with the newer release.`,
    );
  }
}

async function replaceFile(named: string, file: string): Promise<void> {
  mkdirSync(dirname(named), { recursive: true });
  const path = realFile(named);
  const lock = takeProcessLock(path);
  try {
    const partial = `${path}.partial`;
    await copyFile(file, partial);
    chmodSync(partial, 0o600);
    // The log beside a database belongs to it, and would be read into the one that takes its place.
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(`${path}.before-restore${suffix}`, { force: true });
      if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${path}.before-restore${suffix}`);
    }
    renameSync(partial, path);
  } catch (error) {
    throw asStoreFault(error, `${path} could not be replaced`);
  } finally {
    lock.release();
  }
}

import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KyogiError } from '../../errors.ts';
import { asStoreFault, faultWith } from '../fault.ts';

const elsewhere = 'or set DATABASE_URL to a file in a folder that this user may write to';

/** Why a file of SQLite's, or the folder that it makes more beside it in, cannot be used, each reason with its fix. */
export function sqliteFault(error: unknown, path: string): KyogiError {
  const isLock = path.endsWith('.lock');
  const folder = dirname(path);
  if (isFolder(path)) {
    return faultWith(
      error,
      `${path} is a folder, and a file belongs there`,
      isLock ? 'move the folder away' : 'name a file in DATABASE_URL',
    );
  }
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return faultWith(error, `${path} cannot be written: this user may not`, `let it write to ${path}, ${elsewhere}`);
    case 'EROFS':
      return faultWith(
        error,
        `${path} cannot be written: the file system is read-only`,
        `mount it writable, ${elsewhere}`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
    case SQLITE.full:
      return faultWith(error, `${path} cannot be written: the disk is full`, 'make room on the disk');
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return faultWith(
        error,
        `${path} cannot be made: a part of ${folder} is no folder, or cannot be one`,
        'check the path in DATABASE_URL',
      );
    case SQLITE.cantOpen:
      return faultWith(
        error,
        `${path} cannot be opened`,
        `let this user read it and write to the folder ${folder}, ${elsewhere}`,
      );
    case SQLITE.readOnly:
      return faultWith(
        error,
        `${path} cannot be written`,
        `let this user write to it and to the folder ${folder}, ${elsewhere}`,
      );
    case SQLITE.notADatabase:
      return faultWith(
        error,
        isLock
          ? `${path} is not the lock that belongs there`
          : `${path} could not be opened: it is not a SQLite database`,
        isLock
          ? 'delete it once no bot runs: it never holds data'
          : 'name another file in DATABASE_URL, or restore a backup: npm run restore -- --from FILE',
      );
    case SQLITE.corrupt:
      return faultWith(error, `${path} is damaged`, 'restore a backup: npm run restore -- --from FILE');
    case SQLITE.io:
    case SQLITE.protocol:
    case SQLITE.noLargeFiles:
      return faultWith(
        error,
        `${path} cannot be locked or written: ${messageOf(error)}`,
        'put the database on a local disk, for network file systems often have no locks, or use PostgreSQL',
      );
    default:
      return asStoreFault(error, `${path} could not be used as a SQLite database`, `check the file, ${elsewhere}`);
  }
}

/** Whether another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === SQLITE.busy;
}

/** Primary result codes. https://www.sqlite.org/rescode.html */
const SQLITE = {
  busy: 5,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  protocol: 15,
  noLargeFiles: 22,
  notADatabase: 26,
} as const;

/** The system's code, or SQLite's own without its extension. */
function codeOf(error: unknown): string | number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

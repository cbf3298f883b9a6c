import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KyogiError } from '../errors.ts';

/** The path of a `sqlite:` address, or `undefined` for PostgreSQL. */
export function sqlitePath(databaseUrl: string): string | undefined {
  if (!databaseUrl.startsWith('sqlite:')) return undefined;
  const path = databaseUrl.slice('sqlite:'.length);
  return path.startsWith('//') ? path.slice(2) : path;
}

/** The file that a path of a SQLite database leads to, whether it is there or not. */
export function realFile(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
  }
}

/** An address fit for messages and logs: of PostgreSQL host, port and database, and nothing where that might be a password. */
export function withoutPassword(databaseUrl: string): string {
  if (sqlitePath(databaseUrl) !== undefined) return databaseUrl;
  const read = readPostgres(databaseUrl);
  return 'fault' in read ? UNSHOWN : read.shown;
}

/**
 * Makes sure that a `DATABASE_URL` says what it seems to say, before anything is opened or made by it.
 * @throws KyogiError `config` that quotes nothing of it, for what cannot be read may be a password.
 */
export function checkAddress(databaseUrl: string): void {
  const path = sqlitePath(databaseUrl);
  const fault = path === undefined ? faultOfPostgres(databaseUrl) : faultOfPath(path);
  if (fault !== undefined) throw new KyogiError('config', fault);
}

/** Stands in messages for an address that is better not shown. */
const UNSHOWN = 'of DATABASE_URL';

const usual = 'sqlite:data/kyogi.sqlite or postgres://user:password@host/database';
const encoded =
  'in user and password write # as %23, / as %2F, ? as %3F, @ as %40, : as %3A, [ as %5B, ] as %5D and % as %25';

function faultOfPostgres(databaseUrl: string): string | undefined {
  const read = readPostgres(databaseUrl);
  return 'fault' in read ? read.fault : undefined;
}

function readPostgres(databaseUrl: string): { shown: string } | { fault: string } {
  const rest = /^postgres(?:ql)?:\/\/(.*)$/s.exec(databaseUrl)?.[1];
  if (rest === undefined) return { fault: `DATABASE_URL is not valid — set ${usual}.` };
  // A password that is not encoded ends early for a parser, which takes the rest of it for a host or a database.
  const at = rest.lastIndexOf('@');
  const [who, where] = [rest.slice(0, Math.max(at, 0)), rest.slice(at + 1)];
  if (/[/?#[\]]/.test(who) || where.includes('#')) {
    return {
      fault: `DATABASE_URL cannot be read as an address — write postgres://USER:PASSWORD@HOST:PORT/DATABASE; ${encoded}.`,
    };
  }
  const [place = ''] = where.split('?', 1);
  const [authority = ''] = place.split('/', 1);
  if (authority.includes(',')) {
    return {
      fault: 'DATABASE_URL names several hosts — name one: the primary server, or what stands before them all.',
    };
  }
  const port = /^(?:\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority)?.[1] ?? '';
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    return {
      fault: `DATABASE_URL has no port number where one belongs — write HOST:PORT with a port from 1 to 65535; ${encoded}.`,
    };
  }
  // Without a user what stands for host and port may be user and password, the rest of them cut off by a # in a .env file.
  return { shown: at === -1 ? UNSHOWN : `postgres://${place}` };
}

function faultOfPath(path: string): string | undefined {
  const whole = 'write the whole path, such as sqlite:/var/lib/kyogi/kyogi.sqlite';
  if (path === '') return `DATABASE_URL is not valid — set ${usual}.`;
  if (path.startsWith('~')) return `DATABASE_URL begins with ~, which only a shell understands — ${whole}.`;
  if (/^file:/i.test(path)) return `DATABASE_URL holds a file: address, and a path belongs there — ${whole}.`;
  if (process.platform !== 'win32' && /^[a-z]:[\\/]/i.test(path)) {
    return `DATABASE_URL holds a path of Windows, and this is another system — ${whole}.`;
  }
  return undefined;
}

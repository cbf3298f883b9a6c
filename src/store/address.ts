import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

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

/** An address fit for messages and logs. */
export function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl) || sqlitePath(databaseUrl) !== undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  return `${url.protocol}//${url.host}${url.pathname}`;
}

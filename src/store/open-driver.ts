import type { KyogiError } from '../errors.ts';
import { checkAddress, sqlitePath } from './address.ts';
import type { Driver } from './driver.ts';

export type OpenStoreOptions = {
  /**
   * `alone` (default): a running bot; a second one on the same SQLite file is refused. `beside`: a command-line tool that
   * may work next to it. PostgreSQL takes any number of either.
   */
  readonly process?: 'alone' | 'beside' | undefined;
  /** Hears of a PostgreSQL connection that broke while idle; it is replaced in any case. Default: nothing. */
  readonly onError?: ((error: Error) => void) | undefined;
  /** Hears once that a running bot's SQLite file was deleted, replaced or written over. Default: nothing. */
  readonly onLost?: ((fault: KyogiError) => void) | undefined;
};

/**
 * The driver that a `DATABASE_URL` names. Its library is loaded on first use.
 * @throws KyogiError `store` when it cannot be opened or is in use by another bot; `config` for an address that cannot be read.
 */
export async function openDriver(databaseUrl: string, options: OpenStoreOptions): Promise<Driver> {
  checkAddress(databaseUrl);
  const path = sqlitePath(databaseUrl);
  if (path !== undefined) {
    const { openSqlite } = await import('./sqlite/driver.ts');
    return openSqlite(path, { exclusive: options.process !== 'beside', onLost: options.onLost });
  }
  const { openPostgres } = await import('./postgres/driver.ts');
  return openPostgres(databaseUrl, { onError: options.onError ?? (() => {}) });
}

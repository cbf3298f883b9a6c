import { KyogiError } from '../errors.ts';
import type { Driver } from './driver.ts';
import { migrate } from './migrate.ts';
import { conversationQueries } from './queries/conversations.ts';
import { deliveryQueries } from './queries/deliveries.ts';
import { reportQueries } from './queries/reports.ts';
import { subscriptionQueries } from './queries/subscriptions.ts';
import { upkeepQueries } from './queries/upkeep.ts';
import { workspaceQueries } from './queries/workspaces.ts';
import type { Store } from './store.ts';

export type OpenStoreOptions = {
  /**
   * `alone` (default): a running bot; a second one on the same SQLite file is refused. `beside`: a command-line tool that
   * may work next to it. PostgreSQL takes any number of either.
   */
  readonly process?: 'alone' | 'beside' | undefined;
  /** Hears of a PostgreSQL connection that broke while idle; it is replaced in any case. Default: nothing. */
  readonly onError?: ((error: Error) => void) | undefined;
};

/**
 * Opens the store that a `DATABASE_URL` names and brings its schema up to date: `sqlite:data/kyogi.sqlite` (file and folder are
 * made), `sqlite::memory:`, or `postgres://user:password@host/database`.
 * @throws KyogiError `store` when it cannot be opened, is in use by another bot, or has a newer schema; `config` for another scheme.
 */
export async function openStore(databaseUrl: string, options: OpenStoreOptions = {}): Promise<Store> {
  const driver = await openDriver(databaseUrl, options);
  try {
    await migrate(driver.database, driver.migrationLock);
  } catch (error) {
    await driver.database.destroy().catch(() => {});
    driver.afterClose();
    throw asStoreFault(error, `The database ${withoutPassword(databaseUrl)} could not be made ready`);
  }
  return withStoreFaults(createStore(driver));
}

/** The path of a `sqlite:` address, or `undefined` for PostgreSQL. */
export function sqlitePath(databaseUrl: string): string | undefined {
  if (!databaseUrl.startsWith('sqlite:')) return undefined;
  const path = databaseUrl.slice('sqlite:'.length);
  return path.startsWith('//') ? path.slice(2) : path;
}

/** An address fit for messages and logs. */
export function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl) || sqlitePath(databaseUrl) !== undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  return `${url.protocol}//${url.host}${url.pathname}`;
}

async function openDriver(databaseUrl: string, options: OpenStoreOptions): Promise<Driver> {
  const path = sqlitePath(databaseUrl);
  if (path !== undefined && path !== '') {
    const { openSqlite } = await import('./sqlite/driver.ts');
    return openSqlite(path, { exclusive: options.process !== 'beside' });
  }
  if (/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    const { openPostgres } = await import('./postgres/driver.ts');
    return openPostgres(databaseUrl, { onError: options.onError ?? (() => {}) });
  }
  throw new KyogiError(
    'config',
    'DATABASE_URL is not valid — set sqlite:data/kyogi.sqlite or postgres://user:password@host/database.',
  );
}

function createStore(driver: Driver): Store {
  const { database } = driver;
  let closing: Promise<void> | undefined;
  return {
    driver: driver.name,
    ...conversationQueries(database),
    ...subscriptionQueries(database),
    ...deliveryQueries(database),
    ...workspaceQueries(database),
    ...reportQueries(database),
    ...upkeepQueries(database),
    close() {
      closing ??= database.destroy().finally(driver.afterClose);
      return closing;
    },
  };
}

/** Every method's foreign errors become one of ours, so that callers branch on a code. */
function withStoreFaults(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(member, target, args);
        } catch (error) {
          throw asStoreFault(error, `The database failed at ${String(name)}`);
        }
      };
    },
  });
}

function asStoreFault(error: unknown, what: string): KyogiError {
  if (error instanceof KyogiError) return error;
  return new KyogiError('store', `${what}: ${messageOf(error)}`, { cause: error });
}

function messageOf(error: unknown): string {
  // A refused connection is an AggregateError (one error an address) without a message of its own.
  if (error instanceof AggregateError && error.message === '') return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

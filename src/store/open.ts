import { KyogiError } from '../errors.ts';
import { sqlitePath } from './address.ts';
import type { Driver } from './driver.ts';
import { asStoreFault } from './fault.ts';
import { migrate } from './migrate.ts';
import { type OpenStoreOptions, openDriver } from './open-driver.ts';
import { conversationQueries } from './queries/conversations.ts';
import { deliveryQueries } from './queries/deliveries.ts';
import { recordQueries } from './queries/records.ts';
import { reportQueries } from './queries/reports.ts';
import { subscriptionQueries } from './queries/subscriptions.ts';
import { upkeepQueries } from './queries/upkeep.ts';
import { workspaceQueries } from './queries/workspaces.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a `DATABASE_URL` names and brings its schema up to date: `sqlite:data/kyogi.sqlite` (file and folder are
 * made), `sqlite::memory:`, or `postgres://user:password@host/database`.
 * @throws KyogiError `store` when it cannot be opened, is in use by another bot, or has a newer schema; `config` for an address that cannot be read.
 */
export async function openStore(databaseUrl: string, options: OpenStoreOptions = {}): Promise<Store> {
  return withStoreFaults(createStore(await openMigrated(databaseUrl, options)));
}

/** The driver beneath a store, with its schema up to date; for what works on whole tables. Faults as of `openStore`. */
export async function openMigrated(databaseUrl: string, options: OpenStoreOptions = {}): Promise<Driver> {
  const driver = await openDriver(databaseUrl, options);
  try {
    await migrate(driver.database, driver.migrationLock);
  } catch (error) {
    await closeDriver(driver).catch(() => {});
    throw error instanceof KyogiError ? error : await faultAtStart(error, databaseUrl);
  }
  return driver;
}

async function faultAtStart(error: unknown, databaseUrl: string): Promise<KyogiError> {
  const path = sqlitePath(databaseUrl);
  if (path !== undefined) return (await import('./sqlite/faults.ts')).sqliteFault(error, path);
  return (await import('./postgres/faults.ts')).postgresFault(error, databaseUrl);
}

/** Closes its connections, then gives back its place. */
export async function closeDriver(driver: Driver): Promise<void> {
  await driver.database.destroy().finally(driver.afterClose);
}

function createStore(driver: Driver): Store {
  const { database } = driver;
  let closing: Promise<void> | undefined;
  return {
    driver: driver.name,
    ...conversationQueries(database),
    ...subscriptionQueries(database),
    ...deliveryQueries(database),
    ...recordQueries(database),
    ...workspaceQueries(database),
    ...reportQueries(database),
    ...upkeepQueries(database),
    close() {
      closing ??= closeDriver(driver);
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

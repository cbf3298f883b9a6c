import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../src/log.ts';
import type { Store } from '../../src/store/index.ts';
import { openStore, watched } from '../../src/store/index.ts';
import type { Metrics } from './metrics.ts';

/** Discord gives three seconds for an answer, in which a database that does not answer must not be waited for twice. */
const PATIENCE = { patienceMs: 1_000, restMs: 5_000 } as const;

/** Pauses before further attempts at a database server that is still starting, milliseconds. */
const PAUSES: readonly number[] = [1_000, 2_000, 4_000, 8_000];

/** What a server that will be there in a moment says; a wrong password or name is none of it. */
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P03']);

/**
 * Opens the database of the running bot. A PostgreSQL server that refuses connections may be starting beside us, and is tried
 * again for a quarter of a minute.
 * @throws KyogiError as `openStore` does.
 */
export async function openServiceStore(
  databaseUrl: string,
  { log, metrics, pauses = PAUSES }: { log: Log; metrics: Metrics; pauses?: readonly number[] },
): Promise<Store> {
  const onError = (error: Error) => log.warn({ err: error }, 'A database connection broke; it is replaced.');
  const onLost = (fault: Error) => log.error({}, fault.message);
  for (const pause of [...pauses, undefined]) {
    try {
      const store = await openStore(databaseUrl, { onError, onLost });
      return watched(store, { ...PATIENCE, onFault: (operation) => metrics.onStoreFault(operation) });
    } catch (error) {
      if (pause === undefined || !isPassing(error)) throw error;
      log.warn({ err: error, againInMs: pause }, 'The database cannot be reached yet; trying again.');
      await sleep(pause);
    }
  }
  throw new Error('unreachable: the last attempt returns or throws');
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if ('code' in error && typeof error.code === 'string' && passing.has(error.code)) return true;
  // pg gives its own time limit no code.
  return /connection timeout/i.test(error.message) || isPassing(error.cause);
}

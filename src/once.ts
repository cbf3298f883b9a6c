import type { Store } from './store/store.ts';

/** What `createOnce` needs of a log. */
type Warns = { warn(facts: object, sentence: string): void };

export type OnceOptions = {
  readonly store: Pick<Store, 'claim' | 'claimTogether'> & { readonly driver?: Store['driver'] };
  readonly clock: () => Temporal.Instant;
  readonly log: Warns;
  /** How long a claim holds, in milliseconds. Default 24 hours. */
  readonly holdMs?: number;
  /** Keys remembered in this process besides the store; the oldest go first. Default 5,000. */
  readonly most?: number;
};

/**
 * Decides which delivery of an event is answered: resolves to true for exactly one caller per key, across processes and
 * restarts. When the store fails the process's own memory decides, for a lost answer is worse than a rare double one.
 */
export function createOnce(options: OnceOptions): (key: string) => Promise<boolean> {
  const holdMs = options.holdMs ?? 24 * 60 * 60 * 1000;
  const most = options.most ?? 5_000;
  const seen = new Set<string>();
  const claim = claimer(options.store);

  return async function first(key: string): Promise<boolean> {
    // Taken before the store is asked, so that two deliveries in one tick cannot both go on.
    if (seen.has(key)) return false;
    seen.add(key);
    if (seen.size > most) {
      const [oldest] = seen;
      if (oldest !== undefined) seen.delete(oldest);
    }
    const now = options.clock().epochMilliseconds;
    try {
      return await claim(key, now, now + holdMs);
    } catch (error) {
      options.log.warn({ err: error, key }, 'The store could not record an event; answering it all the same.');
      return true;
    }
  };
}

type Claim = (key: string, now: number, expiresAt: number) => Promise<boolean>;

/**
 * Claims of one turn of the event loop go to SQLite together, for each transaction waits for the disk and nothing else runs
 * meanwhile. PostgreSQL takes them one by one: there they run side by side, and keys held in a transaction could lock two
 * processes against each other.
 */
function claimer(store: OnceOptions['store']): Claim {
  if (store.driver !== 'sqlite' || store.claimTogether === undefined) return (...claim) => store.claim(...claim);
  let waiting: { key: string; resolve: (taken: boolean) => void; reject: (reason: unknown) => void }[] = [];

  return (key, now, expiresAt) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(async () => {
        const batch = waiting;
        waiting = [];
        const keys = batch.map((each) => each.key);
        try {
          const taken = (await store.claimTogether?.(keys, now, expiresAt)) ?? [];
          for (const [index, each] of batch.entries()) each.resolve(taken[index] === true);
        } catch (error) {
          for (const each of batch) each.reject(error);
        }
      });
    });
}

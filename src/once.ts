import type { Store } from './store/store.ts';

/** What `createOnce` needs of a log. */
type Warns = { warn(facts: object, sentence: string): void };

export type OnceOptions = {
  readonly store: Pick<Store, 'claim'>;
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
      return await options.store.claim(key, now, now + holdMs);
    } catch (error) {
      options.log.warn({ err: error, key }, 'The store could not record an event; answering it all the same.');
      return true;
    }
  };
}

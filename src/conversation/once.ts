import { LRUCache } from 'lru-cache';
import type { Store } from '../store/store.ts';

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

/** Resolves to true for exactly one caller per first key. */
export type Once = {
  (key: string, ...also: readonly string[]): Promise<boolean>;
  /**
   * The same in two steps, for events that come again when nobody acknowledged them: `undefined` where this process has the event
   * already; else it may be worked on, and `take` decides just before something is said. A process that dies in between has
   * taken nothing, and whoever gets the event next may answer it.
   */
  begin(key: string, ...also: readonly string[]): Begun | undefined;
};

/** An event that this process works on. */
export type Begun = {
  /** True for exactly one caller; the same answer however often it is asked. */
  take(): Promise<boolean>;
};

/**
 * Decides which delivery of an event is answered: true for exactly one caller per key, across processes and restarts. Further
 * names of the same event are taken along; one of them taken before is a refusal, too. When the store fails the process's own
 * memory decides, for a lost answer is worse than a rare double one.
 */
export function createOnce(options: OnceOptions): Once {
  const holdMs = options.holdMs ?? 24 * 60 * 60 * 1000;
  const seen = new LRUCache<string, true>({ max: options.most ?? 5_000 });
  const claimAll = claimer(options.store);

  // Taken before the store is asked, so that two deliveries in one tick cannot both go on.
  function enter(keys: readonly string[]): boolean {
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.set(key, true);
    return true;
  }

  async function take(keys: readonly string[]): Promise<boolean> {
    const now = options.clock().epochMilliseconds;
    try {
      return await claimAll(keys, now, now + holdMs);
    } catch (error) {
      options.log.warn({ err: error, keys }, 'The store could not record an event; answering it all the same.');
      return true;
    }
  }

  const first = async (...keys: string[]) => enter(keys) && (await take(keys));
  return Object.assign(first, {
    begin(...keys: string[]): Begun | undefined {
      if (!enter(keys)) return undefined;
      let taken: Promise<boolean> | undefined;
      return {
        take() {
          taken ??= take(keys);
          return taken;
        },
      };
    },
  });
}

type ClaimAll = (keys: readonly string[], now: number, expiresAt: number) => Promise<boolean>;

/**
 * PostgreSQL takes keys one by one, the next only for who got the one before: of two processes one wins them all. On SQLite,
 * where each transaction waits for the disk and nothing else runs meanwhile, the claims of one turn of the event loop go
 * together; there is no other process to race with.
 */
function claimer(store: OnceOptions['store']): ClaimAll {
  if (store.driver === 'sqlite' && store.claimTogether !== undefined) return gathered(store);
  return async (keys, now, expiresAt) => {
    for (const key of keys) if (!(await store.claim(key, now, expiresAt))) return false;
    return true;
  };
}

function gathered(store: Pick<Store, 'claimTogether'>): ClaimAll {
  type Waiting = { keys: readonly string[]; resolve: (taken: boolean) => void; reject: (reason: unknown) => void };
  let waiting: Waiting[] = [];

  return (keys, now, expiresAt) =>
    new Promise((resolve, reject) => {
      waiting.push({ keys, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(async () => {
        const batch = waiting;
        waiting = [];
        try {
          const keys = batch.flatMap((each) => each.keys);
          const taken = (await store.claimTogether?.(keys, now, expiresAt)) ?? [];
          let at = 0;
          for (const each of batch) {
            each.resolve(taken.slice(at, at + each.keys.length).every(Boolean));
            at += each.keys.length;
          }
        } catch (error) {
          for (const each of batch) each.reject(error);
        }
      });
    });
}

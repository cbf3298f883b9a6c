import { KyogiError } from '../src/errors.ts';
import type { Log } from '../src/log.ts';
import type { Adapter } from './adapter.ts';

/** Pauses between attempts grow from the first to the second, doubling. Milliseconds. */
const PAUSES = { first: 2_000, most: 300_000 } as const;

export type Started = {
  /** Settles after the first attempt: `connected`, `trying` again later, or `refused` for good. */
  readonly first: Promise<'connected' | 'trying' | 'refused'>;
  /** Why it is not connected; `null` once it is. */
  problem(): string | null;
  /** Ends further attempts. */
  cancel(): void;
};

/**
 * Starts an adapter without letting its failure reach the others. A fault of configuration is final; anything else is tried
 * again with growing pauses.
 */
export function startWithRetries(adapter: Adapter, log: Log): Started {
  let problem: string | null = 'starting';
  let timer: NodeJS.Timeout | undefined;
  let cancelled = false;

  const attempt = async (pauseMs: number): Promise<'connected' | 'trying' | 'refused'> => {
    try {
      await adapter.start();
      problem = null;
      log.info({ platform: adapter.name }, `Connected to ${adapter.name}.`);
      return 'connected';
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      if (error instanceof KyogiError && error.code === 'config') {
        log.error({ platform: adapter.name }, problem);
        return 'refused';
      }
      log.error(
        { platform: adapter.name, err: error, againInMs: pauseMs },
        `Could not start ${adapter.name}; trying again.`,
      );
      if (!cancelled) timer = setTimeout(() => void attempt(Math.min(pauseMs * 2, PAUSES.most)), pauseMs);
      return 'trying';
    }
  };

  return {
    first: attempt(PAUSES.first),
    problem: () => problem,
    cancel() {
      cancelled = true;
      clearTimeout(timer);
    },
  };
}

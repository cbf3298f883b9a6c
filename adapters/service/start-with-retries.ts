import { KyogiError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Adapter } from '../adapter.ts';

/** Pauses between attempts grow from the first to the second, doubling. Milliseconds. */
const PAUSES = { first: 2_000, most: 300_000 } as const;

export type Started = {
  /** Settles after the first attempt: `connected`, `trying` again later, or `refused` for a setting (and tried again as well). */
  readonly first: Promise<'connected' | 'trying' | 'refused'>;
  /** Why it is not connected; `null` once it is. */
  problem(): string | null;
  /** Ends further attempts. */
  cancel(): void;
};

/**
 * Starts an adapter without letting its failure reach the others. It is tried again with growing pauses, whatever the fault: a
 * token that is refused may be accepted later, without a word to us. Each fault is told once.
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
      const isSetting = error instanceof KyogiError && error.code === 'config';
      const said = error instanceof Error ? error.message : String(error);
      const facts = { platform: adapter.name, againInMs: pauseMs };
      const again = `Trying again in ${pauseMs / 1000} s.`;
      if (error instanceof KyogiError) {
        if (!isSetting) log.error(facts, `${said} ${again}`);
        else if (said !== problem) log.error(facts, said);
      } else {
        // One stack trace tells where it arose; at each retry it would hide the rest of the log.
        const where = said === problem ? {} : { err: error };
        log.error({ ...facts, ...where }, `${adapter.name} could not be started: ${said}. ${again}`);
      }
      problem = said;
      if (!cancelled) timer = setTimeout(() => void attempt(Math.min(pauseMs * 2, PAUSES.most)), pauseMs);
      return isSetting ? 'refused' : 'trying';
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

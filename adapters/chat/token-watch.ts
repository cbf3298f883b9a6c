/** What a watch needs of a log. */
type Log = { info(facts: object, sentence: string): void; error(facts: object, sentence: string): void };

/** Whether a platform takes the operator's token at present. */
export type TokenWatch = {
  /** The platform refused it; `code` is its own word, `fix` more for the log. From then on it is tried with growing pauses until it is accepted. */
  refused(code: string, fix?: string): void;
  /** It was used with success. */
  accepted(): void;
  /** What the operator should do, in one line; `null` while it is accepted. */
  problem(): string | null;
  /** Milliseconds until it is tried next; 0 while it is accepted. */
  heldMs(): number;
  /** Ends the tries. */
  stop(): void;
};

export type TokenWatchOptions = {
  readonly platform: string;
  /** One line that says what was refused and what to do. */
  readonly problem: (code: string) => string;
  /** Uses the token for nothing. Resolves with the platform's word where it refuses it, `undefined` where it does not; rejects when that cannot be told. */
  readonly probe: () => Promise<string | undefined>;
  readonly log: Log;
  /** Pauses between tries double from the first to the second, milliseconds. Default: 5 s to 5 minutes. */
  readonly pauses?: { readonly first: number; readonly most: number } | undefined;
};

const PAUSES = { first: 5_000, most: 300_000 };

/**
 * Keeps an eye on a token: a platform may refuse a good one for a while, and the operator may make a bad one good (a scope granted, an
 * app installed again) without a word to us. Never keeps the process up.
 */
export function createTokenWatch(options: TokenWatchOptions): TokenWatch {
  const { platform, log } = options;
  const pauses = options.pauses ?? PAUSES;
  let problem: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let nextAt = 0;
  let stopped = false;

  function tryAfter(pauseMs: number): void {
    if (stopped) return;
    nextAt = performance.now() + pauseMs;
    timer = setTimeout(() => void look(pauseMs), pauseMs);
    timer.unref();
  }

  async function look(pauseMs: number): Promise<void> {
    try {
      const code = await options.probe();
      if (code === undefined) return accepted();
      problem &&= options.problem(code);
    } catch {
      // An outage besides: nothing is known yet.
    }
    if (problem !== null) tryAfter(Math.min(pauseMs * 2, pauses.most));
  }

  function accepted(): void {
    if (problem === null) return;
    problem = null;
    clearTimeout(timer);
    log.info({ platform }, 'The token is accepted again.');
  }

  return {
    refused(code, fix) {
      if (problem !== null || stopped) return;
      problem = options.problem(code);
      log.error({ platform, code, ...(fix === undefined ? {} : { fix }) }, problem);
      tryAfter(pauses.first);
    },
    accepted,
    problem: () => problem,
    heldMs: () => (problem === null ? 0 : Math.max(nextAt - performance.now(), 1)),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

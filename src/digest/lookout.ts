/** Timers as `node:timers` has them, so that tests may bring their own. */
export type Timers = {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
};

/** Timers that do not keep a process alive. */
export const systemTimers: Timers = {
  setTimeout: (callback, ms) => setTimeout(callback, ms).unref(),
  clearTimeout: (timer) => {
    if (timer instanceof Object && 'unref' in timer) clearTimeout(timer as NodeJS.Timeout); // made above
  },
};

/** Looks again and again, one look at a time. */
export type Lookout<Report> = {
  /** Looks once. A look already under way is joined, not doubled. */
  tick(): Promise<Report>;
  /** Looks now, and again after each pause. */
  start(): void;
  /** Looks no more, and waits for the look under way. Idempotent. */
  stop(): Promise<void>;
};

export type LookoutOptions<Report> = {
  look(): Promise<Report>;
  /** Milliseconds until the next look; asked when one has ended. */
  pauseMs(): number;
  /** Hears of a look that `start` began and that failed; the next one follows all the same. */
  failed(error: unknown): void;
  readonly timers: Timers;
};

export function createLookout<Report>({ look, pauseMs, failed, timers }: LookoutOptions<Report>): Lookout<Report> {
  let looking: Promise<Report> | undefined;
  let timer: unknown;
  let stopped = false;

  function tick(): Promise<Report> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function lookAndSchedule(): void {
    tick()
      .catch(failed)
      .finally(() => {
        if (!stopped) timer = timers.setTimeout(lookAndSchedule, pauseMs());
      });
  }

  return {
    tick,
    start: lookAndSchedule,
    async stop() {
      stopped = true;
      timers.clearTimeout(timer);
      // A failure was told to whoever asked for the look.
      await looking?.catch(() => {});
    },
  };
}

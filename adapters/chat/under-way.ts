/** Counts what was accepted and is not finished, so that a stop can wait for it. */
export type UnderWay = {
  /** Counts `work` until it settles. */
  add(work: Promise<unknown>): void;
  /** Resolves once nothing is left, work that other work began included. */
  idle(): Promise<void>;
};

/** `onFault` hears of work that rejects, which nobody else waits for. */
export function createUnderWay(onFault: (error: unknown) => void): UnderWay {
  const working = new Set<Promise<void>>();

  return {
    add(work) {
      const done: Promise<void> = work
        .then(() => {}, onFault)
        .finally(() => {
          working.delete(done);
        });
      working.add(done);
    },
    async idle() {
      while (working.size > 0) await Promise.all(working);
    },
  };
}

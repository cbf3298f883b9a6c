/** Failed effects remembered: each may be tried once more. The oldest go first. */
const MOST_FAILED = 1_000;

/** Does what must happen once however often it is asked for, and may be tried again only where it failed. */
export type Effects = {
  /** `work` resolves to whether it was done. False: it was done before, by this key, and `work` was not called. */
  once(key: string, work: () => Promise<boolean>): Promise<boolean>;
};

/** `first` decides between callers and processes, and holds for a day. */
export function createEffects(first: (key: string) => Promise<boolean>): Effects {
  const failed = new Set<string>();

  function mayBeTriedAgain(key: string): void {
    failed.add(key);
    if (failed.size <= MOST_FAILED) return;
    const [oldest] = failed;
    if (oldest !== undefined) failed.delete(oldest);
  }

  return {
    async once(key, work) {
      if (!failed.delete(key) && !(await first(key))) return false;
      try {
        if (!(await work())) mayBeTriedAgain(key);
      } catch (error) {
        mayBeTriedAgain(key);
        throw error;
      }
      return true;
    },
  };
}

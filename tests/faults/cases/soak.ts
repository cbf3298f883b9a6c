import { broken, complaints, type FaultCase, metric } from '../report.ts';
import { setStage, sleep } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;
const SOAK_MS = 20 * MINUTE_MS;
const WATCHED = {
  'resident memory, MB': ['kyogi_process_resident_memory_bytes', 1e6],
  'heap used, MB': ['kyogi_nodejs_heap_size_used_bytes', 1e6],
  'open descriptors': ['kyogi_process_open_fds', 1],
  'event loop lag, 99th percentile, ms': ['kyogi_nodejs_eventloop_lag_p99_seconds', 1e-3],
} as const;

/** No fault at all: twenty minutes of questions on all four ways, and what the program holds after the first minute and at the end. */
export const soak: FaultCase = {
  name: 'soak',
  run: async () => {
    const stage = await setStage();
    const look = async () => {
      const values: Record<string, number> = {};
      for (const [title, [name, unit]] of Object.entries(WATCHED)) {
        values[title] = Math.round((await metric(stage, name)) / unit);
      }
      return values;
    };
    try {
      await stage.start();
      const trickle = startTrickle(stage, { everyMs: 500 });
      await sleep(MINUTE_MS);
      const start = await look();
      await sleep(SOAK_MS - MINUTE_MS);
      const end = await look();
      await trickle.stop(20_000);
      const questions = tally(trickle.asked);
      const digests = { due: 0, 'posted once': 0, 'not posted': 0, 'posted twice': 0 };
      return {
        fault: `none, for ${SOAK_MS / MINUTE_MS} minutes`,
        questions,
        digests,
        seen: { 'after a minute': start, 'at the end': end, log: complaints(stage.log()) },
        wrong: broken(stage, questions, digests),
      };
    } finally {
      await stage.close();
    }
  },
};

import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledger, orderDigests, tallyDigests } from '../digests.ts';
import { broken, complaints, type FaultCase, metric } from '../report.ts';
import { setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;

/** The disk of the SQLite file is full for a minute: a small file system of its own, which takes a privileged user to mount. */
export const diskFull: FaultCase = {
  name: 'disk-full',
  async run() {
    const stage = await setStage();
    const data = join(stage.folder, 'data');
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', data], { encoding: 'utf8' });
    if (mounted.status !== 0) throw new Error(`a small file system cannot be mounted here: ${mounted.stderr}`);
    try {
      await stage.start();
      const next = Math.ceil((Date.now() + 3_000) / MINUTE_MS) * MINUTE_MS;
      const orders = await orderDigests(stage, [next, next + MINUTE_MS], 5);
      const began = performance.now();
      const since = () => performance.now() - began;
      const trickle = startTrickle(stage);

      await sleep(next - Date.now() - 5_000);
      const from = since();
      fill(join(data, 'filler'));
      await sleep(3_000);
      const during = await stage.get('/readyz');
      await sleep(MINUTE_MS - 3_000);
      const postedWhileFull = tallyDigests(stage, orders)['posted once'];
      rmSync(join(data, 'filler'));
      const to = since();
      const back = performance.now();
      await stage.untilReady();
      const readyAfterMs = Math.round(performance.now() - back);
      const all = () => tallyDigests(stage, orders)['not posted'] === 0;
      await until(all, 'every digest', 3 * MINUTE_MS).catch(() => {});
      await trickle.stop();

      const questions = tally(trickle.asked);
      const digests = tallyDigests(stage, orders);
      const integrity = new DatabaseSync(join(data, 'kyogi.sqlite'));
      const sound = integrity.prepare('pragma integrity_check').get();
      integrity.close();
      return {
        fault: 'the disk full for a minute (SQLite)',
        questions,
        digests,
        seen: {
          'questions while it was full': tally(trickle.asked, from, to),
          'readiness while full': `${during.status} ${during.body.trim()}`,
          'digests posted while full': postedWhileFull,
          'ready again after ms': readyAfterMs,
          'store failures counted': await metric(stage, 'kyogi_store_failures_total'),
          integrity: sound,
          ledger: await ledger(stage),
          log: complaints(stage.log()),
        },
        wrong: [
          ...broken(stage, questions, digests),
          ...(during.status === 503 ? [] : [`readiness said ${during.status} while the disk was full`]),
        ],
      };
    } finally {
      await stage.kill('SIGKILL');
      spawnSync('umount', ['-l', data]);
      await stage.close();
    }
  },
};

/** Writes until there is no room for a byte more. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 65_536; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

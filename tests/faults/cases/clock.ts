import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestsIn, ledger, orderDigests, tallyDigests } from '../digests.ts';
import { broken, byWay, complaints, type FaultCase, metric, type Outcome } from '../report.ts';
import { setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const preload = new URL('../clock-shift.ts', import.meta.url).href;

/** The clock jumps a day ahead, and back a good minute later. */
export const clockAhead: FaultCase = {
  name: 'clock-ahead',
  run: () => jump('the clock a day ahead, and back', DAY_MS),
};

/** The clock jumps a day back, and ahead again. */
export const clockBehind: FaultCase = {
  name: 'clock-behind',
  run: () => jump('the clock a day behind, and right again', -DAY_MS),
};

async function jump(fault: string, by: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-clock-'));
  const clock = join(folder, 'offset');
  writeFileSync(clock, '0');
  const stage = await setStage({ preload: [preload], env: { TEST_CLOCK_FILE: clock } });
  try {
    await stage.start();
    const next = Math.ceil((Date.now() + 3_000) / MINUTE_MS) * MINUTE_MS;
    // Before the jump, while the clock is wrong, and after it is right again.
    const orders = [];
    for (const minute of [0, 1, 3]) orders.push(await orderDigests(stage, [next + minute * MINUTE_MS], 5));
    const [before = [], within = [], after = []] = orders;
    const began = performance.now();
    const since = () => performance.now() - began;
    const trickle = startTrickle(stage);

    await sleep(next - Date.now() + 20_000);
    const from = since();
    writeFileSync(clock, String(by));
    await sleep(80_000);
    const early = [...before, ...within].filter((order) => digestsIn(stage, order) > 1).length;
    writeFileSync(clock, '0');
    const to = since();
    const some = (of: typeof before, least: number) => of.every((order) => digestsIn(stage, order) >= least);
    await until(() => some([...before, ...within, ...after], 1), 'every digest', 4 * MINUTE_MS).catch(() => {});
    await sleep(5_000);
    await trickle.stop();

    const questions = tally(trickle.asked);
    const all = [...before, ...within, ...after];
    const counts = all.map((order) => digestsIn(stage, order));
    // A day ahead, tomorrow's digest of what had fallen due by then went out early: one for each of the two dates.
    const ahead = by > 0 ? [...before, ...within] : [];
    const tooMany = all.filter((order) => digestsIn(stage, order) > (ahead.includes(order) ? 2 : 1)).length;
    const digests = {
      ...tallyDigests(stage, all),
      'posted once': counts.filter((count) => count >= 1).length - tooMany,
      'posted twice': tooMany,
    };
    return {
      fault,
      questions,
      digests,
      seen: {
        'questions while it was wrong': tally(trickle.asked, from, to),
        ...byWay(trickle.asked),
        'digests of the next date, sent early while the clock said so': early,
        'due before, within, after: posts': [before, within, after].map((of) =>
          of.map((order) => digestsIn(stage, order)),
        ),
        'duplicates dropped': await metric(stage, 'kyogi_duplicates_dropped_total'),
        ledger: await ledger(stage),
        log: complaints(stage.log()),
      },
      wrong: broken(stage, questions, digests),
    };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

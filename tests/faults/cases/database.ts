import { startPostgres, type TestPostgres } from '../../store/postgres-server.ts';
import { ledger, orderDigests, tallyDigests } from '../digests.ts';
import { broken, complaints, type FaultCase, metric, type Outcome } from '../report.ts';
import { setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;

/** The database is away for a minute while digests fall due. */
export const databaseGone: FaultCase = {
  name: 'database-gone',
  run: () =>
    away(
      'the database gone for a minute',
      (postgres) => postgres.down(),
      (postgres) => postgres.up(),
    ),
};

/** It takes connections and never answers: a stopped process, or a network that swallows everything. */
export const databaseSilent: FaultCase = {
  name: 'database-silent',
  run: () =>
    away(
      'the database silent for a minute',
      async (postgres) => postgres.freeze(),
      async (postgres) => postgres.thaw(),
    ),
};

async function away(
  fault: string,
  leave: (postgres: TestPostgres) => Promise<void>,
  comeBack: (postgres: TestPostgres) => Promise<void>,
): Promise<Outcome> {
  const postgres = await startPostgres();
  const stage = await setStage({ databaseUrl: await postgres.freshUrl() });
  try {
    await stage.start();
    const next = Math.ceil((Date.now() + 3_000) / MINUTE_MS) * MINUTE_MS;
    const orders = await orderDigests(stage, [next, next + MINUTE_MS, next + 2 * MINUTE_MS], 5);
    const began = performance.now();
    const since = () => performance.now() - began;
    const trickle = startTrickle(stage);

    // While some of the first minute's digests are on their way.
    await sleep(next - Date.now() + 150);
    const from = since();
    await leave(postgres);
    await sleep(2_000);
    const during = await stage.get('/readyz');
    await sleep(MINUTE_MS - (since() - from));
    await comeBack(postgres);
    const to = since();
    const back = performance.now();
    await stage.untilReady();
    const readyAfterMs = Math.round(performance.now() - back);
    const all = () => tallyDigests(stage, orders)['not posted'] === 0;
    await until(all, 'every digest', 3 * MINUTE_MS).catch(() => {});
    await trickle.stop();

    const questions = tally(trickle.asked);
    const digests = tallyDigests(stage, orders);
    return {
      fault,
      questions,
      digests,
      seen: {
        'questions while it was away': tally(trickle.asked, from, to),
        'readiness while away': `${during.status} ${during.body.trim()}`,
        'ready again after ms': readyAfterMs,
        'store failures counted': await metric(stage, 'kyogi_store_failures_total'),
        ledger: await ledger(stage),
        log: complaints(stage.log()),
      },
      wrong: [
        ...broken(stage, questions, digests),
        ...(during.status === 503 ? [] : [`readiness said ${during.status} while the database was away`]),
      ],
    };
  } finally {
    await stage.close();
    await postgres.stop();
  }
}

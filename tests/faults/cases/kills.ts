import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { digestsIn, ledger, orderDigests, tallyDigests } from '../digests.ts';
import { broken, byWay, complaints, type FaultCase, type Outcome } from '../report.ts';
import { setStage, sleep, until } from '../stage.ts';
import { type Asked, startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;
/** Slack's own pauses are none, one minute and five; here everything is faster. */
const RETRY_PAUSES_MS = [0, 3_000, 10_000, 60_000];

/** The process is killed 50 times at random moments and started again, questions and digests going. */
export const kills: FaultCase = { name: 'kills', run: () => killed({ times: 50 }) };

/** The same where Slack does not let the app read a channel's history, so that it cannot tell whether a digest is there. */
export const killsWithoutHistory: FaultCase = {
  name: 'kills-without-history',
  run: () => killed({ times: 15, history: false }),
};

/** `brief`: every digest is due at once, and no full minute is waited for. */
export async function killed({
  times,
  history = true,
  brief = false,
}: {
  times: number;
  history?: boolean;
  brief?: boolean;
}): Promise<Outcome> {
  const stage = await setStage();
  if (!history) {
    stage.slack.rage((method) =>
      method === 'conversations.history' ? { body: { ok: false, error: 'missing_scope' } } : undefined,
    );
  }
  try {
    await stage.start();
    const minutes = brief ? 1 : Math.ceil((times * 5_000) / MINUTE_MS) + 1;
    const next = brief ? Date.now() : Math.ceil((Date.now() + 3_000) / MINUTE_MS) * MINUTE_MS;
    const orders = await orderDigests(
      stage,
      Array.from({ length: minutes }, (_, minute) => next + minute * MINUTE_MS),
      10,
    );
    const trickle = startTrickle(stage, { everyMs: 200, retryPausesMs: RETRY_PAUSES_MS });
    const readyMs: number[] = [];
    for (let kill = 0; kill < times; kill += 1) {
      // Half of them while it starts and looks after what is due, half while it runs.
      if (kill % 2 === 0) await sleep(Math.random() * 2_500);
      else {
        readyMs.push(await stage.untilReady());
        await sleep(Math.random() * 3_000);
      }
      // Others wait for a full minute, when digests are looked after.
      if (!brief && kill % 5 === 4) await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + Math.random() * 400);
      await stage.kill('SIGKILL');
      stage.launch();
    }
    readyMs.push(await stage.untilReady());
    const last = orders.at(-1)?.dueAt ?? 0;
    await sleep(Math.max(0, last - Date.now()));
    const most = history ? () => tallyDigests(stage, orders)['not posted'] === 0 : () => false;
    await until(most, 'every digest', 2 * MINUTE_MS).catch(() => {});
    await trickle.stop(brief ? 20_000 : 80_000);

    const questions = tally(trickle.asked);
    const digests = tallyDigests(stage, orders);
    const database = new DatabaseSync(join(stage.folder, 'data/kyogi.sqlite'));
    const sound = database.prepare('pragma integrity_check').get();
    const claims = database.prepare('select key from claims').all();
    database.close();
    const states = await ledger(stage);
    const lost = orders.filter((order) => digestsIn(stage, order) === 0);
    // Whatever else is asked as the process dies is not asked again by its platform.
    const asksAgain = trickle.asked.filter((each) => each.way === 'slack mention' && !each.heldUp?.());
    // An answer is given at most once: one that was decided on and not yet on its way when the process died is not given.
    const isTaken = ({ channel }: Asked) => claims.some(({ key }) => String(key).includes(`:${channel}:`));
    const cutOff = asksAgain.filter((each) => tally([each])['left without a word'] > 0 && isTaken(each));
    const wrong = broken(stage, tally(asksAgain.filter((each) => !cutOff.includes(each))), digests);
    const twice = tally(trickle.asked)['answered twice'];
    return {
      fault: `killed ${times} times at random moments${history ? '' : ', Slack without the history scope'}`,
      questions,
      digests,
      seen: {
        ...byWay(trickle.asked),
        'Slack mentions acknowledged before they were answered': trickle.asked.filter((each) => each.heldUp?.()).length,
        'Slack mentions cut off between the decision to answer and the answer': cutOff.length,
        'ready after a start, ms': { most: Math.round(Math.max(...readyMs)), starts: readyMs.length },
        integrity: sound,
        ledger: states,
        'not posted, by platform': lost.map(({ subscription }) => subscription.platform),
        log: complaints(stage.log()),
      },
      wrong: [
        // Without history an outcome that a kill left open stays open: at most once.
        ...wrong.filter((each) => history || !each.endsWith('not posted')),
        ...(history || lost.length <= (states.unknown ?? 0) ? [] : ['more digests lost than of unknown fate']),
        // That takes milliseconds: of ten kills at most one falls into them.
        ...(cutOff.length > Math.ceil(times / 10) ? [`${cutOff.length} questions cut off by ${times} kills`] : []),
        ...(twice > 0 ? [`${twice} questions answered twice`] : []),
      ],
    };
  } finally {
    await stage.close();
  }
}

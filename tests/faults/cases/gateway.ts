import { broken, byWay, complaints, type FaultCase, type Outcome } from '../report.ts';
import { type Stage, setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const OUTAGES_MS = [5_000, 30_000, 90_000] as const;
/** When Slack sends again what nobody took, short enough for a test. */
const RETRY_PAUSES_MS = [0, 30_000, 30_000, 60_000];

/** Connections break and none is taken for a while; whoever mentions the bot meanwhile is answered once, when it is back. */
export const gatewayOutages: FaultCase = {
  name: 'gateway-outages',
  run: async () => {
    const stage = await setStage();
    try {
      await stage.start();
      const asked: ReturnType<typeof startTrickle>['asked'][number][] = [];
      const back: Record<string, number> = {};
      for (const ms of OUTAGES_MS) {
        const trickle = startTrickle(stage, {
          everyMs: ms / 10,
          retryPausesMs: RETRY_PAUSES_MS,
          ways: ['discord mention', 'slack mention'],
        });
        const restore = cut(stage);
        await sleep(ms);
        restore();
        const since = performance.now();
        await stage.untilReady();
        back[`${ms / 1_000} s`] = Math.round(performance.now() - since);
        const all = () => trickle.asked.every(({ answers }) => answers() > 0);
        await trickle.stop(0);
        await until(all, 'every answer', 120_000).catch(() => {});
        asked.push(...trickle.asked);
      }
      const questions = tally(asked);
      const { identifies, resumes } = stage.discord.gateway;
      const digests = { due: 0, 'posted once': 0, 'not posted': 0, 'posted twice': 0 };
      const wrong = broken(stage, questions, digests);
      if (questions.answered < asked.length)
        wrong.push(`${asked.length - questions.answered} mentions not answered once`);
      return {
        fault: `no connection for ${OUTAGES_MS.map((ms) => ms / 1_000).join(', ')} s`,
        questions,
        digests,
        seen: {
          ...byWay(asked),
          'ready again after, ms': back,
          'Discord identified and resumed': [identifies.length, resumes],
          log: complaints(stage.log()),
        },
        wrong,
      } satisfies Outcome;
    } finally {
      await stage.close();
    }
  },
};

/** Breaks every connection and takes no more until the returned function is called. */
function cut({ discord, slack }: Stage): () => void {
  discord.gateway.down = true;
  discord.gateway.drop();
  slack.rage((method) => (method === 'apps.connections.open' ? { status: 503, body: {} } : undefined));
  slack.socket.cut();
  return () => {
    discord.gateway.down = false;
    slack.rage(undefined);
  };
}

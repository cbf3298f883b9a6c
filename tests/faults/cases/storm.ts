import type { Failure as SlackFailure } from '../../slack/server/slack-server.ts';
import { ledger, orderDigests, postsByPlatform, tallyDigests } from '../digests.ts';
import { broken, byWay, complaints, type FaultCase, metric, type Outcome } from '../report.ts';
import { type Stage, setStage, sleep, until } from '../stage.ts';
import { startTrickle, tally } from '../trickle.ts';

const MINUTE_MS = 60_000;
type Weather = {
  /** What Discord's next refused request gets. */
  readonly discord: readonly {
    status?: number;
    headers?: Record<string, string>;
    body?: object;
    drop?: 'before' | 'after';
  }[];
  readonly slack: readonly SlackFailure[];
};

const failing: Weather = {
  // Dropped `after`: the message is made and the answer to the request lost.
  discord: [{ status: 500 }, { status: 502 }, { drop: 'after' }, { status: 503 }, { drop: 'before' }],
  slack: [
    { status: 500, body: {} },
    { status: 502, body: {} },
    { body: { ok: false, error: 'internal_error' } },
    { status: 503, body: {} },
    { status: 500, body: {}, after: true },
    { body: { ok: false, error: 'internal_error' }, after: true },
  ],
};

const limiting: Weather = {
  discord: [
    {
      status: 429,
      headers: { 'retry-after': '2', 'x-ratelimit-scope': 'shared', 'content-type': 'application/json' },
      body: { message: 'You are being rate limited.', retry_after: 2, global: false },
    },
  ],
  slack: [{ status: 429, headers: { 'retry-after': '5' }, body: { ok: false, error: 'ratelimited' } }],
};

/** Both platforms fail every call for half a minute in which digests fall due. */
export const platformStorm: FaultCase = {
  name: 'platform-5xx',
  run: () => storm('both platforms failing (5xx, dropped connections) for 30 s', failing, 30_000),
};

/** The same for two minutes: about as long as Discord surely knows a nonce. */
export const platformTwoMinutes: FaultCase = {
  name: 'platform-5xx-2min',
  run: () => storm('both platforms failing for two minutes', failing, 2 * MINUTE_MS),
};

/** The same for four minutes: longer than Discord knows a nonce. */
export const platformLongStorm: FaultCase = {
  name: 'platform-5xx-long',
  run: () => storm('both platforms failing for four minutes', failing, 4 * MINUTE_MS),
};

/** Both platforms refuse every call as too many for half a minute. */
export const platformLimits: FaultCase = {
  name: 'platform-429',
  run: () => storm('both platforms answering 429 for 30 s', limiting, 30_000),
};

async function storm(fault: string, weather: Weather, forMs: number): Promise<Outcome> {
  const stage = await setStage();
  try {
    await stage.start();
    const next = Math.ceil((Date.now() + 3_000) / MINUTE_MS) * MINUTE_MS;
    const orders = await orderDigests(stage, [next, next + MINUTE_MS], 5);
    const began = performance.now();
    const since = () => performance.now() - began;
    const trickle = startTrickle(stage, { everyMs: 500 });

    await sleep(next - Date.now() - 5_000);
    const from = since();
    const calm = rage(stage, weather);
    await sleep(forMs);
    calm();
    const to = since();
    const all = () => tallyDigests(stage, orders)['not posted'] === 0;
    await until(all, 'every digest', 4 * MINUTE_MS).catch(() => {});
    // Tries are up to a quarter of a minute apart.
    const words = () =>
      tally(trickle.asked.filter(({ way }) => way !== 'discord command'))['left without a word'] === 0;
    await trickle.stop(100_000);
    await until(words, 'a word for everybody', 45_000).catch(() => {});

    const questions = tally(trickle.asked);
    const digests = tallyDigests(stage, orders);
    const during = trickle.asked.filter(({ at }) => at >= from && at < to);
    return {
      fault,
      questions,
      digests,
      seen: {
        'questions in the storm': tally(during),
        ...byWay(during),
        'questions after it': tally(trickle.asked, to),
        'posts a digest, by platform': postsByPlatform(stage, orders),
        ledger: await ledger(stage),
        'retries counted': await metric(stage, 'kyogi_retries_total'),
        'late, given up or unconfirmed': await metric(stage, 'kyogi_replies_total'),
        log: complaints(stage.log()),
      },
      // Discord itself tells whoever gave a command that the application did not respond.
      wrong: broken(stage, tally(trickle.asked.filter(({ way }) => way !== 'discord command')), digests),
    };
  } finally {
    await stage.close();
  }
}

/** Lets both platforms fail until the returned function is called. */
function rage({ discord, slack }: Stage, weather: Weather): () => void {
  let turns = 0;
  const now = () => weather.discord[turns % weather.discord.length];
  discord.failures.push({
    match(method) {
      if (method !== 'POST') return false;
      turns += 1;
      return true;
    },
    times: Number.POSITIVE_INFINITY,
    get status() {
      return now()?.status ?? 500;
    },
    get headers() {
      return now()?.headers ?? {};
    },
    get body() {
      return now()?.body ?? {};
    },
    get drop() {
      return now()?.drop;
    },
  });
  let calls = 0;
  slack.rage((method) => {
    if (method === 'apps.connections.open') return undefined;
    calls += 1;
    return weather.slack[calls % weather.slack.length];
  });
  return () => {
    discord.failures.length = 0;
    slack.rage(undefined);
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { command, optionsOf } from '../../src/command-line/command.ts';
import { createThrottle } from '../../src/conversation/throttle.ts';
import { createDigestRunner } from '../../src/digest/runner.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import { type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { startDiscordServer } from '../discord/server/server.ts';
import { socketDelivery } from '../slack/server/delivery.ts';
import { CHANNEL, command as slashCommand } from '../slack/server/payloads.ts';
import { APP_TOKEN, BOT_TOKEN, startSlackServer, TEAM } from '../slack/server/slack-server.ts';
import { benchDesk } from './discord-desk.ts';

await optionsOf(
  command(
    'bench:floods',
    `One person asks for 120 different timelines on each platform at once, with the limits in service; at the same moment another person
asks for one, and a digest is due in each platform's own channel. Prints one JSON object: how long the other person's picture and the
digest took, milliseconds. Ends after two minutes at most.`,
  ),
);

const MANY = 120;
const MOST_MS = 120_000;

const folder = await mkdtemp(join(tmpdir(), 'kyogi-bench-'));
const store = await openStore(`sqlite:${join(folder, 'kyogi.sqlite')}`);
const desk = benchDesk();
const throttle = createThrottle({ userPerMinute: 20, channelPerMinute: 60 });
const discordServer = await startDiscordServer();
const slackServer = await startSlackServer();
const quiet = () => {};
const warn = (facts: object, sentence: string) => console.error(sentence, facts);
const clock = () => Temporal.Now.instant();
const shared = {
  desk: () => desk,
  store,
  clock,
  zone: 'UTC',
  fallbackLanguage: 'en',
  log: { debug: quiet, info: quiet, warn, error: warn },
  throttle: (actor: string, channel: string) => throttle.allow(actor, channel, performance.now()),
} as const;
const { apiUrl, token } = discordServer;
const discord = createDiscordAdapter({
  ...shared,
  ...{ token, apiUrl, shards: 'auto', register: false, keepText: false },
});
const slack = createSlackAdapter({
  ...shared,
  ...{ apiUrl: slackServer.apiUrl, botToken: BOT_TOKEN, appToken: APP_TOKEN },
});
await discord.start();
await slack.start();
discordServer.voidAfterMs = MOST_MS;
const delivery = socketDelivery(slackServer, MOST_MS);

const DIGESTS = { discord: '1300000000000000555', slack: 'C0DIGEST' } as const;
for (const platform of ['discord', 'slack'] as const) await store.addSubscription(subscriptionOf(platform), 10);
const runner = createDigestRunner({
  store,
  desk: () => desk,
  senders: [discord, slack].flatMap(({ digests }) => digests ?? []),
  clock,
  owner: 'bench',
});

const months = Array.from({ length: MANY + 1 }, (_, index) => {
  const month = (at: number) => Temporal.PlainYearMonth.from('2021-01').add({ months: at }).toString();
  return `${month(index % 40)} to ${month((index % 40) + 2 + Math.floor(index / 40))}`;
});
const started = performance.now();
for (const period of months.slice(0, MANY)) {
  void discordServer.interact(timeline(period, '1400000000000010001'), MOST_MS).catch(quiet);
  void delivery.deliver(onSlack(period, 'U0MANY'));
}
const [period = ''] = months.slice(MANY);
const asked = timeline(period, '1400000000000010002');
void discordServer.interact(asked, MOST_MS).catch(quiet);
void delivery.deliver(onSlack(period, 'U0ONCE'));
void runner.tick();

const isPicture = ({ body }: { body: Payload }) => JSON.stringify(body.blocks ?? []).includes('"image"');
const [onDiscord, slackPicture, discordDigest, slackDigest] = await Promise.all([
  until(() => discordServer.posts.some(({ answers, files }) => answers === asked.id && files.length > 0)),
  until(() => slackServer.posts.some((post) => post.seenBy === 'U0ONCE' && isPicture(post))),
  until(() => discordServer.posts.some(({ channel }) => channel === DIGESTS.discord)),
  until(() => slackServer.posts.some(({ channel }) => channel === DIGESTS.slack)),
]);
console.log(
  JSON.stringify({
    timelines_by_one_person: MANY,
    load_average: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    discord: { other_picture_ms: onDiscord, digest_ms: discordDigest },
    slack: { other_picture_ms: slackPicture, digest_ms: slackDigest },
  }),
);
await rm(folder, { recursive: true, force: true });
process.exit(0);

/** Milliseconds until it is so; -1 when it never was. */
async function until(isSo: () => boolean): Promise<number> {
  while (performance.now() - started < MOST_MS) {
    if (isSo()) return Math.round(performance.now() - started);
    await wait(20);
  }
  return -1;
}

function timeline(value: string, user: string): Payload {
  const base = payload('interaction-slash');
  const member = base.member as Payload;
  return {
    ...base,
    id: snowflake(),
    token: `token-${snowflake()}`,
    member: { ...member, user: { ...(member.user as Payload), id: user } },
    data: {
      id: '1600000000000000002',
      name: 'alliance-timeline',
      type: 1,
      options: [{ name: 'period', type: 3, value }],
    },
  };
}

function onSlack(text: string, user: string) {
  return slashCommand(slackServer, text, { command: '/alliance-timeline', user_id: user, channel_id: CHANNEL });
}

/** Due since this minute, with a month of records to tell of. */
function subscriptionOf(platform: 'discord' | 'slack'): Subscription {
  const now = clock().toZonedDateTimeISO('UTC');
  return {
    id: `${platform}00000000`,
    platform,
    workspace: platform === 'slack' ? TEAM : '1200000000000000111',
    channel: DIGESTS[platform],
    subscriber: 'U0OWNER',
    time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: 'UTC',
    rhythm: 'daily',
    language: 'en',
    filters: {},
    quietDays: 'say',
    state: 'active',
    pausedFor: null,
    seenThrough: '2025-01-01',
    createdAt: now.subtract({ hours: 48 }).toInstant().toString(),
  };
}

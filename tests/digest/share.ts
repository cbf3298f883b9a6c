import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import type { RateLimits as DiscordLimits } from '../discord/server/rate-limits.ts';
import type { RateLimits as SlackLimits } from '../slack/server/rate-limits.ts';
import { TEAM } from '../slack/server/slack-server.ts';
import type { TestPostgres } from '../store/postgres-server.ts';
import { subscriptionOf } from './delivery-fixture.ts';
import { startLocalPlatform } from './local-platform.ts';
import { runDelivery } from './start-process.ts';

/** As documented: 50 requests a second, and into one channel five messages in five seconds. */
const discord: DiscordLimits = { globalPerSecond: 50, channelMessages: 5, channelWindowMs: 5_000 };

/**
 * As documented: a message a second into a channel, "several hundred" a minute into a workspace (taken as 300 with the "generous"
 * bursts as 50), and for files tier 4.
 */
const slack: SlackLimits = { channelMs: 1_000, messagesPerMinute: 300, messageBurst: 50, filesPerMinute: 100 };

/** Lets processes share a platform's digests that are due in the same minute, and counts what came of it. */
export async function deliverShared(plan: {
  readonly database: TestPostgres;
  readonly platform: Platform;
  readonly processes: number;
  readonly subscriptions: number;
  /** The step at which the first process is killed. */
  readonly killFirstAt?: string;
}) {
  const { platform, processes, subscriptions } = plan;
  const server = await startLocalPlatform(platform, { discord, slack });
  const databaseUrl = await plan.database.freshUrl();
  const store = await openStore(databaseUrl);
  const channels = Array.from({ length: subscriptions }, () => server.channel());
  await Promise.all(
    channels.map((channel, index) =>
      store.addSubscription(subscriptionOf({ id: `${platform}${index}`, platform, channel, workspace: TEAM })),
    ),
  );
  const order = { databaseUrl, at: { platform, apiUrl: server.apiUrl }, now: '2026-03-30T00:00:00Z' };
  const begun = performance.now();
  const ends = await Promise.all(
    Array.from({ length: processes }, async (_, index) => {
      const killAt = index === 0 ? plan.killFirstAt : undefined;
      // One that is to be killed amid its work needs to have some: the others begin after it.
      while (index > 0 && plan.killFirstAt !== undefined && server.posts().length === 0) await sleep(20);
      return await runDelivery({ ...order, owner: `process${index}`, until: subscriptions, killAt });
    }),
  );
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const posts = server.posts();
  const recorded = (await store.listDeliveries({ state: 'sent' })).length;
  await store.close();
  await server.stop();
  return {
    platform,
    processes,
    seconds,
    posts: posts.length,
    channels: new Set(posts).size,
    pictures: server.pictures(),
    recorded,
    shares: ends.flatMap((end) => (end.killed ? [] : end.sent)),
    killed: ends.filter((end) => end.killed).length,
    refusals: server.refusals(),
  };
}

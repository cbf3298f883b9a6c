import type { Subscription } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import type { DeliveryState } from '../../src/store/store.ts';
import { snowflake } from '../discord/server/payloads.ts';
import type { Post } from '../discord/server/server.ts';
import { TEAM } from '../slack/server/slack-server.ts';
import type { Stage } from './stage.ts';

/** A standing order of the stage, for the minute it falls due in. */
export type Order = { readonly subscription: Subscription; readonly dueAt: number };

const MINUTE_MS = 60_000;

/** Orders `each` digests on each platform for every one of the given minutes (epoch milliseconds), in channels of their own. */
export async function orderDigests(stage: Stage, minutes: readonly number[], each: number): Promise<Order[]> {
  const store = await openStore(stage.databaseUrl, { process: 'beside' });
  const orders: Order[] = [];
  try {
    for (const minute of minutes) {
      const dueAt = Math.floor(minute / MINUTE_MS) * MINUTE_MS;
      for (const platform of ['discord', 'slack'] as const) {
        for (let index = 0; index < each; index += 1) {
          serial += 1;
          const subscription: Subscription = {
            id: serial.toString(16).padStart(16, '0'),
            platform,
            workspace: platform === 'discord' ? '1200000000000000001' : TEAM,
            channel: platform === 'discord' ? `16${String(serial).padStart(17, '0')}` : `CD${serial}`,
            subscriber: platform === 'discord' ? '1400000000000000001' : 'U0ASKER',
            time: Temporal.Instant.fromEpochMilliseconds(dueAt).toString().slice(11, 16),
            zone: 'UTC',
            rhythm: 'daily',
            language: 'en',
            // Of nobody there is news: no picture is drawn, which is not what is looked at here.
            filters: { people: ['nobody'] },
            quietDays: 'say',
            state: 'active',
            pausedFor: null,
            seenThrough: '2027-01-01',
            createdAt: Temporal.Instant.fromEpochMilliseconds(dueAt - 60 * MINUTE_MS).toString(),
          };
          await store.addSubscription(subscription);
          // Somebody spoke in the channel before; an empty one cannot be told from one whose history may not be read.
          if (platform === 'discord') stage.discord.posts.push(earlier(subscription.channel));
          orders.push({ subscription, dueAt });
        }
      }
    }
  } finally {
    await store.close();
  }
  return orders;
}

let serial = 0;

function earlier(channel: string): Post {
  return { id: snowflake(), channel, body: { content: 'hello' }, ephemeral: false, answers: null, files: [], edits: 0 };
}

/** How many messages of its digest a channel holds. */
export function digestsIn(stage: Stage, { subscription }: Order): number {
  const { channel, platform } = subscription;
  return platform === 'discord'
    ? stage.discord.posts.filter((post) => post.channel === channel && post.body.nonce !== undefined).length
    : stage.slack.posts.filter((post) => post.channel === channel).length;
}

export type DigestTally = Readonly<Record<'due' | 'posted once' | 'not posted' | 'posted twice', number>>;

export function tallyDigests(stage: Stage, orders: readonly Order[], daysEach = 1): DigestTally {
  const counts = orders.map((order) => digestsIn(stage, order));
  return {
    due: orders.length,
    'posted once': counts.filter((count) => count === daysEach).length,
    'not posted': counts.filter((count) => count < daysEach).length,
    'posted twice': counts.filter((count) => count > daysEach).length,
  };
}

/** How many messages each digest became, in the order they were due. */
export function postsByPlatform(
  stage: Stage,
  orders: readonly Order[],
): Readonly<Record<'discord' | 'slack', number[]>> {
  const counts = (platform: 'discord' | 'slack') =>
    orders.filter(({ subscription }) => subscription.platform === platform).map((order) => digestsIn(stage, order));
  return { discord: counts('discord'), slack: counts('slack') };
}

/** The states of the ledger's rows, counted. */
export async function ledger(stage: Stage): Promise<Partial<Record<DeliveryState, number>>> {
  const store = await openStore(stage.databaseUrl, { process: 'beside' });
  try {
    const counts: Partial<Record<DeliveryState, number>> = {};
    for (const { state } of await store.listDeliveries({})) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  } finally {
    await store.close();
  }
}

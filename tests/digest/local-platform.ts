import type { DigestSender } from '../../src/digest/delivery.ts';
import type { Platform } from '../../src/digest/subscription.ts';
import { createFixtureDesk, createMemoryStore } from '../adapters-fixture.ts';
import { ids, snowflake } from '../discord/server/payloads.ts';
import type { RateLimits as DiscordLimits } from '../discord/server/rate-limits.ts';
import { startDiscordServer } from '../discord/server/server.ts';
import type { RateLimits as SlackLimits } from '../slack/server/rate-limits.ts';
import { APP_TOKEN, BOT_TOKEN, startSlackServer } from '../slack/server/slack-server.ts';

/** Where a delivering process finds its platform. */
export type PlatformAddress = { readonly platform: Platform; readonly apiUrl: string };

/** Whether a request has not taken effect yet, or has and is not answered yet. */
type Moment = 'before' | 'after';

/** A local server of one platform, as the tests of digests look at it. */
export type LocalPlatform = PlatformAddress & {
  /** A channel with something said in it already. */
  channel(): string;
  /** The channel of every message that the bot posted, oldest first. */
  posts(): readonly string[];
  /** Every message of a digest, oldest first, by the key it carries. */
  messages(): readonly { readonly channel: string; readonly key: string }[];
  /** How many of them came with a picture. */
  pictures(): number;
  /** Called with each request that belongs to posting, by name. */
  interruptWith(work: ((moment: Moment, request: string) => void) | undefined): void;
  /** Takes away what the bot needs to read history. */
  hideHistory(channel: string): void;
  /** Requests refused for their rate. */
  refusals(): number;
  /** Ends it. @throws when the platform would have refused a message. */
  stop(): Promise<void>;
};

/** Starts the local server of a platform; `now` are its epoch milliseconds. */
export async function startLocalPlatform(
  platform: Platform,
  options: { now?: () => number; discord?: DiscordLimits; slack?: SlackLimits } = {},
): Promise<LocalPlatform> {
  return platform === 'discord' ? await localDiscord(options) : await localSlack(options);
}

async function localDiscord(options: { now?: () => number; discord?: DiscordLimits }): Promise<LocalPlatform> {
  const now = options.now ?? Date.now;
  const limits = options.discord === undefined ? {} : { limits: options.discord };
  const server = await startDiscordServer({ now, ...limits });
  return {
    platform: 'discord',
    apiUrl: server.apiUrl,
    channel() {
      const channel = snowflake(now());
      server.posts.push({
        id: snowflake(now()),
        channel,
        body: { content: 'Good morning' },
        ephemeral: false,
        answers: null,
        files: [],
        edits: 0,
        author: { id: ids.asker, username: 'somebody' },
      });
      return channel;
    },
    posts: () => server.posts.filter(({ author }) => author === undefined).map(({ channel }) => channel),
    messages: () =>
      server.posts
        .filter(({ author }) => author === undefined)
        .map(({ channel, body }) => ({ channel, key: String(body.nonce) })),
    pictures: () => server.posts.filter(({ files }) => files.length > 0).length,
    interruptWith(work) {
      server.interrupt = work && ((moment, method, path) => work(moment, `${method} ${path.replace(/\d+/g, 'id')}`));
    },
    hideHistory: (channel) => server.withoutHistory.add(channel),
    refusals: () => server.refusals,
    async stop() {
      await server.stop();
      if (server.violations.length > 0) throw new Error(`Discord would have refused: ${server.violations.join('; ')}`);
    },
  };
}

let channels = 0;

async function localSlack(options: { now?: () => number; slack?: SlackLimits }): Promise<LocalPlatform> {
  const now = options.now ?? Date.now;
  const limits = options.slack === undefined ? {} : { limits: options.slack };
  const server = await startSlackServer({ now, ...limits });
  return {
    platform: 'slack',
    apiUrl: server.apiUrl,
    channel() {
      channels += 1;
      return `C${String(channels).padStart(8, '0')}`;
    },
    posts: () => server.posts.filter(({ thread }) => thread === undefined).map(({ channel }) => channel),
    messages: () =>
      server.posts.map(({ channel, body }) => ({ channel, key: String(body.metadata?.event_payload?.key) })),
    pictures: () => server.posts.filter(({ body }) => JSON.stringify(body.blocks ?? []).includes('"image"')).length,
    interruptWith: (work) => server.interruptWith(work),
    hideHistory: () => server.scopes.delete('channels:history'),
    refusals: () => server.refusals(),
    stop: () => server.close(),
  };
}

/** The adapter's own sender, with the platform's real client, to a local server. `draw` stands in for Slack's pictures. */
export async function realSender(
  { platform, apiUrl }: PlatformAddress,
  clock: () => Temporal.Instant,
  draw?: () => Promise<Uint8Array>,
): Promise<{ readonly sender: DigestSender; stop(): Promise<void> }> {
  const silent = () => {};
  const desk = createFixtureDesk();
  const shared = {
    apiUrl,
    desk: () => desk,
    store: createMemoryStore(),
    clock,
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en' as const,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  };
  if (platform === 'discord') {
    const { createDiscordAdapter } = await import('../../adapters/discord/index.ts');
    const options = { token: 'A-Very-Fake-Token', shards: 'auto', register: false, keepText: false } as const;
    const adapter = createDiscordAdapter({ ...shared, ...options });
    // Digests wait for no gateway: nothing to start.
    return { sender: adapter.digests, stop: () => adapter.stop() };
  }
  const { createSlackAdapter } = await import('../../adapters/slack/index.ts');
  const adapter = createSlackAdapter({ ...shared, botToken: BOT_TOKEN, appToken: APP_TOKEN, draw });
  await adapter.start();
  if (adapter.digests === undefined) throw new Error('no sender');
  return { sender: adapter.digests, stop: () => adapter.stop() };
}

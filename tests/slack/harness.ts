import type { SlackAdapterConfig } from '../../adapters/slack/config.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { AdapterHarness, Shown } from '../adapter-contract.ts';
import { createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { freePort } from '../free-port.ts';
import { type Delivery, httpDelivery, SIGNING_SECRET, socketDelivery } from './server/delivery.ts';
import * as slack from './server/payloads.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  BOT_USER,
  type Post,
  type SlackServer,
  startSlackServer,
} from './server/slack-server.ts';
import type { Envelope } from './server/socket-side.ts';
import { labels, show } from './shown.ts';

export type Transport = 'socket' | 'http';

/** A log that keeps its lines. */
export function createTestLog() {
  const lines: { level: string; facts: Record<string, unknown>; sentence: string }[] = [];
  const at = (level: string) => (facts: object, sentence: string) => {
    lines.push({ level, facts: { ...facts }, sentence });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The adapter against the local server, by either transport, with everything else replaceable. */
export async function startAdapter(
  server: SlackServer,
  transport: Transport,
  change: Partial<SlackAdapterConfig> = {},
) {
  const log = createTestLog();
  const port = await freePort();
  const config: SlackAdapterConfig = {
    botToken: BOT_TOKEN,
    ...(transport === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET, port, host: '127.0.0.1' }),
    apiUrl: server.apiUrl,
    desk: () => desk,
    store: createMemoryStore(),
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    log,
    // Drawing takes seconds on a small machine; tests of the picture itself ask for the real one.
    draw: async () => Buffer.from('a picture'),
    ...change,
  };
  const adapter = createSlackAdapter(config);
  await adapter.start();
  const delivery: Delivery = transport === 'socket' ? socketDelivery(server) : httpDelivery(port);
  return { adapter, config, delivery, log, port };
}

const desk = createFixtureDesk();

/** The shared contract's view of Slack. */
export function createHarness(transport: Transport): AdapterHarness {
  let server: SlackServer;
  let running: Awaited<ReturnType<typeof startAdapter>>;
  const store = createMemoryStore();
  const known = new Map<string, Post>();

  async function shownAfter(envelope: Envelope): Promise<Shown> {
    const before = server.changes();
    await running.delivery.deliver(envelope);
    return remember(await server.changedAfter(before));
  }
  function remember(post: Post): Shown {
    known.set(post.ts, post);
    return show(post);
  }
  function postOf(shown: Pick<Shown, 'id'>): Post {
    const post = known.get(shown.id);
    if (post === undefined) throw new Error(`no message ${shown.id}`);
    return post;
  }

  return {
    async start() {
      server = await startSlackServer();
      running = await startAdapter(server, transport, { store });
    },
    async stop() {
      await running.adapter.stop();
      await server.close();
    },
    async restart() {
      await running.adapter.stop();
      running = await startAdapter(server, transport, { store });
    },
    command(text, options = {}) {
      if (options.language !== undefined)
        server.people.set(slack.ASKER, { locale: options.language === 'ja' ? 'ja-JP' : 'en-US' });
      return shownAfter(slack.command(server, text));
    },
    mention(text, options = {}) {
      const thread = options.replyTo === undefined ? undefined : (postOf(options.replyTo).thread ?? options.replyTo.id);
      return shownAfter(slack.mention(server, text, thread === undefined ? {} : { thread }));
    },
    direct: (text) => shownAfter(slack.direct(server, text)),
    async mentionRepeated(text, times) {
      const envelope = slack.mention(server, text);
      for (let attempt = 0; attempt < times; attempt += 1) {
        await running.delivery.deliver({ ...envelope, retry: { attempt, reason: 'timeout' } });
      }
      await server.quiet();
    },
    async botMessages(text) {
      await running.delivery.deliver(slack.mention(server, text, { user: BOT_USER }));
      await running.delivery.deliver(
        slack.mention(server, text, { user: 'U0OTHERBOT', change: { bot_id: 'B0OTHER' } }),
      );
      await server.quiet();
    },
    press(shown, label) {
      const post = postOf(shown);
      const found = slack.elements(post).find((each) => each.label === label);
      if (found === undefined) throw new Error(`no button ${label} among ${shown.buttons.join(', ')}`);
      return shownAfter(slack.press(server, post, found.element));
    },
    more: async (shown) => labels(postOf(shown), 'more'),
    posts: () => server.posts.map(show),
    async idle() {
      await server.quiet();
    },
    breakStore() {
      store.broken = true;
      return () => {
        store.broken = false;
      };
    },
    feedbackCount: async () => store.feedback.length,
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { samples } from '../adapters-fixture.ts';
import { startAdapter, type Transport } from './harness.ts';
import * as slack from './server/payloads.ts';
import { BOT_USER, type SlackServer, startSlackServer } from './server/slack-server.ts';
import type { Envelope } from './server/socket-side.ts';

let server: SlackServer;
let folder: string;
const stores: Store[] = [];

beforeEach(async () => {
  server = await startSlackServer();
  folder = mkdtempSync(join(tmpdir(), 'kyogi-slack-'));
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(transport: Transport, counts = { duplicates: 0, retries: 0 }) {
  const store = await openStore(`sqlite:${join(folder, 'kyogi.sqlite')}`);
  stores.push(store);
  return startAdapter(server, transport, {
    store,
    metrics: { onDuplicate: () => counts.duplicates++, onRetry: () => counts.retries++ },
  });
}

/** One mention as an app with the history scope gets it: two events for one message. */
function both(text: string, channel: string): { mention: Envelope; message: Envelope } {
  const ts = server.nextTs();
  return {
    mention: slack.mention(server, text, { channel, ts }),
    message: slack.channelMessage(server, `<@${BOT_USER}> ${text}`, { channel, ts }),
  };
}

describe.each(['socket', 'http'] as const)('exactly one answer by %s', (transport) => {
  test('an event is acknowledged once it is answered, so that one whose process died comes again', async () => {
    const { adapter, delivery } = await start(transport);
    await delivery.deliver(slack.mention(server, samples.who.en));
    expect(server.posts).toHaveLength(1);
    await adapter.stop();
  });

  test('an event whose answer Slack holds up is acknowledged before Slack loses patience', async () => {
    const { adapter, delivery } = await start(transport);
    server.rage((method) => (method === 'chat.postMessage' ? { status: 503, body: {} } : undefined));
    const began = performance.now();
    await delivery.deliver(slack.mention(server, samples.who.en));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(server.posts).toHaveLength(0);
    server.rage(undefined);
    await server.waitFor(() => server.posts.length === 1, 10_000);
    await adapter.stop();
  });

  test('in a storm: every event four times, both orders, across a restart', async () => {
    const counts = { duplicates: 0, retries: 0 };
    const messages = Array.from({ length: 25 }, (_, n) => both(samples.who.en, `C0STORM${n}`));
    const wave = async (running: Awaited<ReturnType<typeof start>>, attempts: readonly number[]) => {
      await Promise.all(
        messages.flatMap(({ mention, message }, n) =>
          attempts.flatMap((attempt) => {
            const order = n % 2 === 0 ? [mention, message] : [message, mention];
            return order.map((envelope) =>
              running.delivery.deliver({ ...envelope, retry: { attempt, reason: 'http_timeout' } }),
            );
          }),
        ),
      );
      await server.quiet();
    };

    const before = await start(transport, counts);
    await wave(before, [0, 1]);
    await before.adapter.stop();
    await stores.pop()?.close();
    const after = await start(transport, counts);
    await wave(after, [2, 3]);
    await after.adapter.stop();

    const perChannel = new Map<string, number>();
    for (const { channel } of server.posts) perChannel.set(channel, (perChannel.get(channel) ?? 0) + 1);
    expect(perChannel.size).toBe(25);
    expect([...perChannel.values()].every((count) => count === 1)).toBe(true);
    expect(counts).toEqual({ duplicates: 25 * 8 - 25, retries: 25 * 6 });
  });

  test('a retry that is the first to arrive is answered', async () => {
    const running = await start(transport);
    const before = server.changes();
    await running.delivery.deliver({
      ...slack.mention(server, samples.who.en),
      retry: { attempt: 2, reason: 'http_error' },
    });
    await server.changedAfter(before);
    await running.adapter.stop();
    expect(server.posts).toHaveLength(1);
  });

  test('edits, hidden events and other subtypes are not answered', async () => {
    const running = await start(transport);
    await running.delivery.deliver(slack.anyEvent('message-changed'));
    await running.delivery.deliver(
      slack.mention(server, samples.who.en, { change: { edited: { user: slack.ASKER, ts: '1764000009.000000' } } }),
    );
    await running.delivery.deliver(slack.direct(server, samples.who.en, { change: { subtype: 'channel_join' } }));
    await server.quiet();
    await running.adapter.stop();
    expect(server.posts).toEqual([]);
  });

  test('a command handed over twice is answered once', async () => {
    const running = await start(transport);
    const command = slack.command(server, samples.who.en);
    await running.delivery.deliver(command);
    await running.delivery.deliver(command);
    await server.quiet();
    await running.adapter.stop();
    expect(server.posts).toHaveLength(1);
  });
});

describe('where an answer goes', () => {
  test.each([
    ['a root message starts a thread under it', {}, (ts: string) => ts],
    ['a reply stays in its thread', { thread: '1763999999.000100' }, () => '1763999999.000100'],
    [
      'a reply shown in the channel stays in its thread',
      { thread: '1763999999.000100', change: { subtype: 'thread_broadcast' } },
      () => '1763999999.000100',
    ],
  ])('%s', async (_title, options, expected) => {
    const running = await start('socket');
    const ts = server.nextTs();
    await running.delivery.deliver(slack.mention(server, samples.who.en, { ts, ...options }));
    await server.quiet();
    await running.adapter.stop();
    expect(server.posts.map(({ thread, channel }) => ({ thread, channel }))).toEqual([
      { thread: expected(ts), channel: slack.CHANNEL },
    ]);
    expect(server.posts[0]?.body).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  test('a direct message is answered in its own thread', async () => {
    const running = await start('socket');
    const ts = server.nextTs();
    await running.delivery.deliver(slack.direct(server, samples.who.en, { ts }));
    await server.quiet();
    await running.adapter.stop();
    expect(server.posts.map(({ thread, channel }) => [channel, thread])).toEqual([[slack.DIRECT, ts]]);
  });

  test('a message without a mention is answered only in a thread we answered in, and only if the record can', async () => {
    const running = await start('socket');
    const root = server.nextTs();
    await running.delivery.deliver(slack.channelMessage(server, samples.who.en, { thread: root }));
    await server.quiet();
    expect(server.posts).toEqual([]);
    await running.delivery.deliver(slack.mention(server, samples.who.en, { thread: root }));
    await server.quiet();
    await running.delivery.deliver(slack.channelMessage(server, samples.followUp.en, { thread: root }));
    await running.delivery.deliver(slack.channelMessage(server, samples.nothing.en, { thread: root }));
    await server.waitFor(() => server.posts.length === 2);
    await server.quiet();
    await running.adapter.stop();
    expect(server.posts).toHaveLength(2);
  });
});

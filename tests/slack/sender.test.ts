import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realPace } from '../../adapters/slack/channel-queue.ts';
import type { DigestSender } from '../../src/digest/delivery.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { partKey } from '../../src/digest/key.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { startAdapter } from './harness.ts';
import { type Json, type SlackServer, startSlackServer, TEAM } from './server/slack-server.ts';

const desk = createFixtureDesk();
const subscription: Subscription = {
  id: 'sub-1',
  platform: 'slack',
  workspace: TEAM,
  channel: 'C0NEWS',
  subscriber: 'U0ASKER',
  time: '09:00',
  zone: 'Asia/Tokyo',
  rhythm: 'daily',
  language: 'both',
  filters: {},
  quietDays: 'say',
  state: 'active',
  pausedFor: null,
  seenThrough: '2026-03-29',
  createdAt: samples.now,
};
const now = Temporal.Instant.from(samples.now);
const between = { from: now.epochMilliseconds, to: now.epochMilliseconds };
const both = (['ja', 'en'] as const).map((language) => desk.digest({ date: '2026-03-30', language }));

let server: SlackServer;
let sender: DigestSender;
let stop: () => Promise<void>;

beforeEach(async () => {
  server = await startSlackServer({ now: () => now.epochMilliseconds });
  const pace = { ...realPace, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };
  const { adapter } = await startAdapter(server, 'socket', { pace });
  if (adapter.digests === undefined) throw new Error('no sender');
  sender = adapter.digests;
  stop = () => adapter.stop();
});
afterEach(async () => {
  await stop();
  await server.close();
});

describe('sending a digest', () => {
  test('is one message with both languages, its picture, buttons and the key as metadata', async () => {
    const outcome = await sendDigest(sender, subscription, both, 'key-of-the-day');
    expect(server.posts).toHaveLength(1);
    const [post] = server.posts;
    expect(outcome).toEqual({ kind: 'sent', messageId: post?.ts });
    expect(post?.body.metadata).toEqual({ event_type: 'kyogi_digest', event_payload: { key: 'key-of-the-day' } });
    const types = post?.body.blocks.map((block: Json) => block.type);
    expect(types.filter((type: string) => type === 'image')).toHaveLength(1);
    expect(types).toContain('divider');
    expect(types.at(-1)).toBe('actions');
    expect(post?.body).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  test('uploads a picture once for all channels of a workspace, and again when that failed', async () => {
    server.fail('files.getUploadURLExternal', { status: 429, headers: { 'retry-after': '1' }, body: {} });
    for (const channel of ['C1', 'C2', 'C3'])
      await sendDigest(sender, { ...subscription, channel }, both, `key-${channel}`);
    const images = server.posts.map((post) => post.body.blocks.filter((block: Json) => block.type === 'image'));
    expect(images.map(({ length }) => length)).toEqual([0, 1, 1]);
    expect(images[1]).toEqual(images[2]);
    expect(server.files.size).toBe(1);
  });

  test('waits while the token is refused, says what to do in one line, and goes on by itself', async () => {
    await stop();
    const running = await startAdapter(server, 'socket', { tokenPausesMs: { first: 30, most: 60 } });
    stop = () => running.adapter.stop();
    const { digests, problem } = running.adapter;
    server.rage(() => ({ body: { ok: false, error: 'invalid_auth' } }));
    const refused = await sendDigest(digests, subscription, both, 'key');
    expect(refused).toMatchObject({ kind: 'retry', reason: 'invalid_auth' });
    expect(digests?.heldMs?.(subscription)).toBeGreaterThan(0);
    expect(problem?.()).toMatch(/SLACK_BOT_TOKEN \(invalid_auth\).*reinstall/);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(running.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    server.rage(undefined);
    await vi.waitFor(() => expect(problem?.()).toBeNull());
    expect(digests?.heldMs?.(subscription)).toBe(0);
    expect(await sendDigest(digests, subscription, both, 'key')).toMatchObject({ kind: 'sent' });
  });

  test('puts what does not fit into the thread, losing nothing', async () => {
    const long: Digest[] = both.map((digest) => ({
      ...digest,
      sections: [
        {
          kind: 'latest',
          heading: 'Latest',
          statements: Array.from({ length: 80 }, (_, n) => ({
            text: `${n} ${'協議の内容'.repeat(40)}`,
            citations: [1],
            consultation: null,
          })),
          total: 1,
        },
      ],
    }));
    await sendDigest(sender, subscription, long, 'key');
    const [first, ...rest] = server.posts;
    expect(rest.length).toBeGreaterThan(1);
    expect(rest.every((post) => post.thread === first?.ts)).toBe(true);
    const keys = server.posts.map((post) => post.body.metadata?.event_payload.key);
    expect(keys).toEqual(keys.map((_, part) => partKey('key', part)));
    for (const [part, post] of server.posts.entries()) {
      const found = await sender.find?.(
        subscription,
        partKey('key', part),
        between,
        part === 0 ? undefined : first?.ts,
      );
      expect(found).toEqual({ messageId: post.ts });
    }
    expect(await sender.find?.(subscription, partKey('key', keys.length), between, first?.ts)).toBeNull();
    const whole = server.posts.map((post) => JSON.stringify(post.body.blocks)).join();
    for (let n = 0; n < 80; n += 1) expect(whole).toContain(`"${n} 協議`);
  });

  test('goes out without its picture where Slack takes no files', async () => {
    server.fail('files.getUploadURLExternal', { body: { ok: false, error: 'missing_scope' } });
    expect(await sendDigest(sender, subscription, both, 'key')).toMatchObject({ kind: 'sent' });
    expect(server.posts[0]?.body.blocks.some((block: Json) => block.type === 'image')).toBe(false);
  });

  test.each([
    ['not_in_channel', { kind: 'refused', reason: 'not-in-channel' }],
    ['missing_scope', { kind: 'retry', reason: 'missing_scope' }],
    ['token_revoked', { kind: 'retry', reason: 'token_revoked' }],
    ['restricted_action', { kind: 'refused', reason: 'missing-access' }],
    ['is_archived', { kind: 'refused', reason: 'archived' }],
    ['restricted_action_thread_only_channel', { kind: 'refused', reason: 'missing-access' }],
    ['ekm_access_denied', { kind: 'refused', reason: 'missing-access' }],
    ['message_limit_exceeded', { kind: 'retry', reason: 'message_limit_exceeded' }],
    ['channel_not_found', { kind: 'refused', reason: 'channel-gone' }],
    ['fatal_error', { kind: 'unknown', reason: 'fatal_error' }],
  ])('refused for %s says so once, without trying again', async (error, outcome) => {
    server.fail('chat.postMessage', { body: { ok: false, error } });
    expect(await sendDigest(sender, subscription, both, 'key')).toEqual(outcome);
    expect(server.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('in a busy Slack leaves the wait to the schedule, and the workspace alone for as long as it asked', async () => {
    expect(sender.heldMs?.(subscription)).toBe(0);
    server.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '90' }, body: {} });
    expect(await sendDigest(sender, subscription, both, 'key')).toEqual({
      kind: 'retry',
      reason: 'ratelimited',
      retryAfterMs: 90_000,
    });
    expect(sender.heldMs?.(subscription)).toBeGreaterThan(80_000);
    expect(sender.heldMs?.({ ...subscription, workspace: 'T0OTHER' })).toBe(0);
  });

  test.each([
    [503, 'retry'],
    [500, 'unknown'],
  ])('answered with HTTP %i is worth %s', async (status, kind) => {
    server.fail('chat.postMessage', { status, body: {} });
    expect(await sendDigest(sender, subscription, both, 'key')).toMatchObject({ kind });
  });
});

describe('looking a digest up', () => {
  test('finds the message that carries the key, and says when there is none', async () => {
    const sent = await sendDigest(sender, subscription, both, 'key-1');
    expect(await sender.find?.(subscription, 'key-1', between)).toEqual({
      messageId: sent.kind === 'sent' ? sent.messageId : '',
    });
    expect(await sender.find?.(subscription, 'key-2', between)).toBeNull();
  });

  test('cannot tell without the history scope', async () => {
    server.scopes.delete('channels:history');
    expect(await sender.find?.(subscription, 'key-1', between)).toBeUndefined();
  });

  test('does not look at what was said long before or after', async () => {
    await sendDigest(sender, subscription, both, 'key-1');
    const hour = 3_600_000;
    expect(await sender.find?.(subscription, 'key-1', { from: between.from + hour, to: between.to + hour })).toBeNull();
    expect(await sender.find?.(subscription, 'key-1', { from: between.from - hour, to: between.to - hour })).toBeNull();
  });

  test('is put off, not given up, while Slack is busy or cannot be reached', async () => {
    server.fail('conversations.history', { status: 429, headers: { 'retry-after': '60' }, body: {} });
    await expect(sender.find?.(subscription, 'key-1', between)).rejects.toThrow();
    server.fail('conversations.history', { status: 503, body: {} });
    await expect(sender.find?.(subscription, 'key-1', between)).rejects.toThrow();
  });

  test.each([
    { status: 503, body: {} },
    { body: { ok: false, error: 'internal_error' } },
    { status: 429, headers: { 'retry-after': '1' }, body: { ok: false } },
  ])('says that it could not look while Slack fails (%j), so that it is looked up later', async (failure) => {
    server.fail('conversations.history', failure);
    await expect(sender.find?.(subscription, 'key-1', between)).rejects.toThrow();
  });

  test('reads on where more was said meanwhile than one page holds', async () => {
    for (let n = 0; n < 16; n += 1) {
      const body = { text: `said ${n}` };
      server.posts.push({
        ts: server.nextTs(),
        channel: 'C0NEWS',
        thread: undefined,
        seenBy: undefined,
        via: '',
        body,
      });
    }
    expect(await sender.find?.(subscription, 'key-1', between)).toBeNull();
  });
});

test('a paused subscription is told to its subscriber in private', async () => {
  await sender.notify?.({ ...subscription, language: 'en' }, '<!channel>');
  expect(server.posts.map(({ channel, body }) => [channel, body.text])).toEqual([
    ['U0ASKER', expect.stringMatching(/is paused: &lt;!channel&gt;\..* \/alliance-digest resume\./)],
  ]);
});

import { afterEach, describe, expect, it } from 'vitest';
import { phrases } from '../../src/conversation/phrases.ts';
import { createDigestService } from '../../src/digest/service.ts';
import { openStore } from '../../src/store/open.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, settle, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';

let harness: DiscordHarness;
afterEach(() => harness.stop());

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

const inChannel = (method: string, path: string) => method === 'POST' && path === `/channels/${ids.channel}/messages`;
const callbacks = (_method: string, path: string) => path.endsWith('/callback');
const refusal = (status: number, code: number) => ({ status, body: { code, message: 'refused' } });

/** What came of mentions in the channel, each of which is answered somewhere: where it was said, and what. */
async function mentions(count = 1): Promise<{ where: string; text: string; reply: boolean }[]> {
  const { server, adapter, message } = harness;
  for (let n = 0; n < count; n += 1) {
    const posted = server().nextPost(() => true);
    server().say(message(samples.who.en));
    await posted;
    await adapter().idle();
  }
  return said();
}

function said(): { where: string; text: string; reply: boolean }[] {
  return harness.server().posts.map((post) => ({
    where: post.channel === ids.dm ? 'private' : 'channel',
    text: shownOf(post).text,
    reply: post.body.message_reference !== undefined,
  }));
}

describe('a mention whose reply Discord refuses', () => {
  it('for want of Read Message History is answered all the same, each time', async () => {
    const { server } = await start();
    server().withoutHistory.add(ids.channel);
    const posts = await mentions(2);
    expect(posts.map(({ where, reply }) => [where, reply])).toEqual(Array(2).fill(['channel', false]));
    for (const { text } of posts) {
      expect(text).toContain(samples.who.expect);
      expect(text).toContain(`<@${ids.asker}>`);
    }
    expect(server().posts.flatMap((post) => shownOf(post).pings)).toEqual([]);
  });

  it.each([
    [403, 160_002],
    [400, 160_002],
    [400, 160_009],
    [404, 10_008],
  ])('as a reply (%i, %i) is answered without being one', async (status, code) => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 1, ...refusal(status, code) });
    expect(await mentions()).toMatchObject([
      { where: 'channel', reply: false, text: expect.stringContaining(samples.who.expect) },
    ]);
  });

  it.each([
    [403, 50_083, 'is closed'],
    [400, 50_083, 'is closed'],
    [400, 160_005, 'is closed'],
    [400, 200_000, 'AutoMod'],
    [400, 240_000, 'harmful links'],
    [400, 20_009, 'AutoMod'],
    [403, 50_001, 'View Channel'],
    [403, 50_013, 'Send Messages'],
    [400, 50_008, 'cannot be posted'],
    [400, 20_016, 'Slow mode'],
    [403, 99_999, 'Send Messages'],
  ])('with %i, %i is answered in private with the reason, whoever asks', async (status, code, why) => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 99, ...refusal(status, code) });
    const posts = await mentions(2);
    expect(posts.map(({ where }) => where)).toEqual(['private', 'private']);
    for (const { text } of posts) {
      expect(text).toContain(why);
      expect(text).toContain(`<#${ids.channel}>`);
      expect(text).toContain(samples.who.expect);
    }
  });

  it.each([
    ['Send Messages', 1n << 11n],
    ['View Channel', 1n << 10n],
  ])('for want of %s names that and nothing else', async (name, bit) => {
    const guild = payload('guild-create');
    const [channel = {}] = guild.channels as Payload[];
    const deny = [ids.guild, '1200000000000000009'].map((id) => ({ id, type: 0, allow: '0', deny: String(bit) }));
    const { server } = await start({
      server: { guild: { ...guild, channels: [{ ...channel, permission_overwrites: deny }] } },
    });
    server().forbidden.set(ids.channel, 50_013);
    const [{ text } = { text: '' }] = await mentions();
    expect(text).toContain(`please allow ${name} there`);
  });

  it('is told in Japanese to who asks in Japanese', async () => {
    const { server, message } = await start();
    server().forbidden.set(ids.channel, 50_013);
    const posted = server().nextPost(() => true);
    server().say(message(samples.who.ja));
    await posted;
    expect(
      server()
        .posts.map((post) => shownOf(post).text)
        .join(),
    ).toContain('に投稿できないため、こちらで回答します。投稿には「メッセージを送信」の許可が必要です。');
  });

  it('for its form and then as a reply is answered as text that is none', async () => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 2, ...refusal(400, 50_035) });
    expect(await mentions()).toMatchObject([
      { where: 'channel', reply: false, text: expect.stringContaining(samples.who.expect) },
    ]);
    expect(server().posts[0]?.body.embeds ?? []).toEqual([]);
  });

  it('in every form is answered in private', async () => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 99, ...refusal(400, 50_035) });
    expect(await mentions()).toMatchObject([{ where: 'private', text: expect.stringContaining(samples.who.expect) }]);
  });

  it('and who takes no direct messages cost a line of the log and no fault', async () => {
    const { server, logs, adapter, message } = await start();
    server().forbidden.set(ids.channel, 50_001);
    server().forbidden.set(ids.dm, 50_007);
    server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(said()).toEqual([]);
    expect(logs.filter(({ level }) => level === 'error')).toEqual([]);
    expect(logs.map(({ sentence }) => sentence)).toContain('The asker takes no direct messages.');
    expect(logs.find(({ level }) => level === 'warn')?.facts.fix).toContain('View Channel');
  });

  it('in private is answered as plain text where that is what was wrong', async () => {
    const { server } = await start();
    server().forbidden.set(ids.channel, 50_001);
    const inPrivate = (method: string, path: string) => method === 'POST' && path === `/channels/${ids.dm}/messages`;
    server().failures.push({ match: inPrivate, times: 1, ...refusal(400, 50_035) });
    expect(await mentions()).toMatchObject([{ where: 'private', text: expect.stringContaining(samples.who.expect) }]);
    expect(said()[0]?.text).toContain('View Channel');
  });
});

describe('a command whose answer Discord refuses', () => {
  it.each([200_000, 240_000, 50_013, 20_009])('with %i gets the same answer alone', async (code) => {
    const { server, slash } = await start();
    server().failures.push({ match: callbacks, times: 1, ...refusal(400, code) });
    const { post } = await server().interact(slash({}));
    expect(post?.ephemeral).toBe(true);
    expect(post && shownOf(post).text).toContain(samples.who.expect);
    expect(post && shownOf(post).buttons.length).toBeGreaterThan(0);
  });

  it.each([40_005, 50_045, 400_001])('for its picture (%i) gets the list without it', async (code) => {
    const { server } = await start();
    const data = { id: '1600000000000000002', name: 'alliance-timeline', type: 1, options: [] };
    const ask = () =>
      server().interact({ ...payload('interaction-slash'), id: snowflake(), token: `token-${snowflake()}`, data });
    // The first picture takes its time, and the list goes before it.
    await ask();
    await harness.adapter().idle();
    server().failures.push({ match: callbacks, times: 1, ...refusal(413, code) });
    const { post } = await ask();
    expect(post && shownOf(post).text).toContain('March 30, 2025');
    expect(post?.files).toEqual([]);
  });

  it('whatever its text is told that there is one', async () => {
    const { server, slash } = await start();
    server().failures.push({ match: callbacks, times: 3, ...refusal(400, 200_000) });
    const { post } = await server().interact(slash({}));
    expect(post && shownOf(post).text).toBe(phrases('en').notTaken);
  });
});

describe('a preview of a digest that Discord refuses', () => {
  const desk = createFixtureDesk();
  const edits = (method: string, path: string) => method === 'PATCH' && path.endsWith('original');
  /** What a preview came to. */
  async function preview(code: number, times: number) {
    const store = await openStore('sqlite::memory:');
    const clock = () => Temporal.Instant.from(samples.now);
    const digests = createDigestService({ store, desk: () => desk, clock, zone: 'Asia/Tokyo' });
    const { server, adapter } = await start({ adapter: { digests, store } });
    server().failures.push({ match: edits, times, ...refusal(400, code) });
    const options = [{ name: 'preview', type: 1, options: [] }];
    const data = { id: '1600000000000000003', name: 'alliance-digest', type: 1, options };
    await server().interact({ ...payload('interaction-slash'), id: snowflake(), token: `token-${snowflake()}`, data });
    await adapter().idle();
    await store.close();
    return server().posts.map((post) => ({ text: shownOf(post).text, files: post.files.length }))[0];
  }

  it('for its picture is shown without it', async () => {
    const shown = await preview(40_005, 1);
    expect(shown?.text).toContain('Joint Operations Command');
    expect(shown?.files).toBe(0);
  });

  it('whatever its form is told that there is one', async () => {
    expect((await preview(50_035, 1))?.text).toBe(phrases('en').notTaken);
  });
});

describe('a digest that Discord refuses', () => {
  const desk = createFixtureDesk();
  const digests = [desk.digest({ date: '2026-03-30', language: 'en' })];
  const subscription = {
    id: '0123456789abcdef',
    platform: 'discord',
    workspace: ids.guild,
    channel: ids.channel,
    subscriber: ids.asker,
    time: '09:00',
    zone: 'Asia/Tokyo',
    rhythm: 'daily',
    language: 'en',
    filters: {},
    quietDays: 'skip',
    state: 'active',
    pausedFor: null,
    seenThrough: '2026-01-01',
    createdAt: samples.now,
  } as const;
  const send = () => sendDigest(harness.adapter().digests, subscription, digests, 'abcdefghijklmnopqrstuvwx');

  it.each([
    [403, 50_083, 'archived'],
    [400, 50_083, 'archived'],
    [400, 160_005, 'archived'],
    [400, 200_000, 'blocked'],
    [400, 240_000, 'blocked'],
    [403, 50_013, 'missing-access'],
    [404, 10_003, 'channel-gone'],
  ])('with %i, %i is given up for what it is', async (status, code, reason) => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 9, ...refusal(status, code) });
    expect(await send()).toEqual({ kind: 'refused', reason });
  });

  it.each([40_005, 400_001])('for its picture (%i) is sent without it', async (code) => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 1, ...refusal(400, code) });
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(server().posts.map(({ files }) => files.length)).toEqual([0]);
  });

  it.each([40_004, 40_006, 130_000])('for a moment (%i) is tried again, for it surely is not out', async (code) => {
    const { server } = await start();
    server().failures.push({ match: inChannel, times: 9, ...refusal(403, code) });
    expect(await send()).toEqual({ kind: 'retry', reason: 'busy' });
  });
});

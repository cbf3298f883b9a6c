import { afterEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digest/digest.ts';
import { partKey } from '../../src/digest/key.ts';
import { createDigestService } from '../../src/digest/service.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';
import type { Post } from './server/server.ts';

const subscription: Subscription = {
  id: '0123456789abcdef',
  platform: 'discord',
  workspace: ids.guild,
  channel: ids.channel,
  subscriber: ids.asker,
  time: '09:00',
  zone: 'Asia/Tokyo',
  rhythm: 'daily',
  language: 'both',
  filters: {},
  quietDays: 'skip',
  state: 'active',
  pausedFor: null,
  seenThrough: '2026-01-01',
  createdAt: samples.now,
};
const desk = createFixtureDesk();
const digests = (['ja', 'en'] as const).map((language) => desk.digest({ date: '2026-03-30', language }));
const key = 'abcdefghijklmnopqrstuvwx';

let harness: DiscordHarness;
let store: Store | undefined;
afterEach(async () => {
  await harness.stop();
  await store?.close();
  store = undefined;
});

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

/** The harness with the real digest service on a real database in memory. */
async function startWithService(server: HarnessOptions['server'] = {}): Promise<DiscordHarness> {
  const opened = await openStore('sqlite::memory:');
  store = opened;
  const service = createDigestService({
    store: opened,
    desk: () => desk,
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
  });
  return start({ server, adapter: { digests: service, store: opened } });
}

/** Too long for one message. */
function lengthened(section: Digest['sections'][number]): Digest['sections'][number] {
  const [statement] = section.statements;
  if (statement === undefined) return section;
  return { ...section, statements: Array.from({ length: 30 }, () => ({ ...statement, text: 'x'.repeat(150) })) };
}

/** The same section with so many long meetings. */
function ofMany({ statements: [statement] }: Digest['sections'][number], count: number) {
  const one = statement ?? { text: '', citations: [], consultation: null };
  const text = 'They agreed on much. '.repeat(40);
  return {
    total: count,
    statements: Array.from({ length: count }, (_, n) => ({ ...one, text, heading: `Meeting ${n}` })),
  };
}

function command(name: string, options: Payload[] = [], change: Payload = {}): Payload {
  return {
    ...payload('interaction-slash'),
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { id: '1600000000000000003', name: 'alliance-digest', type: 1, options: [{ name, type: 1, options }] },
    ...change,
  };
}

describe('a digest', () => {
  it('is one message in both languages, with its pictures and their text alternatives', async () => {
    const { adapter, server } = await start();
    const outcome = await sendDigest(adapter().digests, subscription, digests, key);
    expect(outcome).toEqual({ kind: 'sent', messageId: server().posts[0]?.id });
    expect(server().posts).toHaveLength(1);
    const [post] = server().posts;
    expect(post?.body.embeds).toHaveLength(2);
    expect(post?.files.map((file) => file.name)).toEqual(['timeline-ja.png', 'timeline-en.png']);
    expect(JSON.stringify(post?.body.attachments)).toContain('2025年3月30日');
    expect(post && shownOf(post).links).toContain(samples.who.link);
    expect(post?.body).toMatchObject({ nonce: key, enforce_nonce: true });
  });

  it('sent twice under one key is posted once, also by another process', async () => {
    const { adapter, server, restart } = await start();
    const first = await sendDigest(adapter().digests, subscription, digests, key);
    await sendDigest(adapter().digests, subscription, digests, key);
    await restart();
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toEqual(first);
    expect(server().posts).toHaveLength(1);
  });

  it('whose connection broke after Discord took it is posted once', async () => {
    const { adapter, server } = await start();
    server().failures.push({
      match: (method, path) => method === 'POST' && path.endsWith('/messages'),
      times: 1,
      drop: 'after',
    });
    let outcome = await sendDigest(adapter().digests, subscription, digests, key);
    // Not known to be out: settled by sending again, for Discord knows the nonce.
    if (outcome.kind !== 'sent') outcome = await sendDigest(adapter().digests, subscription, digests, key);
    expect(outcome.kind).toBe('sent');
    expect(server().posts).toHaveLength(1);
  });

  it('is found in its channel by its key, however long ago Discord forgot the nonce', async () => {
    const { adapter, server, mention } = await start();
    await mention(samples.who.en);
    const { find } = adapter().digests;
    const between = { from: Date.now() - 1_000, to: Date.now() };
    expect(await find?.(subscription, key, between)).toBeNull();
    await sendDigest(adapter().digests, subscription, digests, key);
    server().forgetNonces();
    expect(await find?.(subscription, key, between)).toEqual({ messageId: server().posts.at(-1)?.id });
    expect(await find?.(subscription, 'another-delivery-of-a-day', between)).toBeNull();
  });

  it.each([50_001, 50_013])('where we may not post (%i) is refused with the reason', async (code) => {
    const { adapter, server } = await start();
    server().forbidden.set(ids.channel, code);
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toEqual({
      kind: 'refused',
      reason: 'missing-access',
    });
  });

  it('for a channel that is gone is refused with the reason', async () => {
    const { adapter, server } = await start();
    server().gone.add(ids.channel);
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toEqual({
      kind: 'refused',
      reason: 'channel-gone',
    });
  });

  it('while Discord fails is worth another try', async () => {
    const { adapter, server } = await start();
    server().failures.push({
      match: (method, path) => method === 'POST' && path.endsWith('/messages'),
      times: 9,
      status: 503,
    });
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toMatchObject({ reason: 'busy' });
    server().failures.length = 0;
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toMatchObject({ kind: 'sent' });
    expect(server().posts).toHaveLength(1);
  });

  it('that Discord refuses goes out as plain text', async () => {
    const { adapter, server } = await start();
    server().failures.push({
      match: (method, path) => method === 'POST' && path.endsWith('/messages'),
      times: 1,
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
    });
    expect(await sendDigest(adapter().digests, subscription, digests, key)).toMatchObject({ kind: 'sent' });
    expect(server().posts.map((post) => new Set(shownOf(post).links))).toEqual([new Set([samples.who.link])]);
  });

  it('paused is told to the subscriber in private', async () => {
    const { adapter, server } = await start();
    await adapter().digests.notify?.({ ...subscription, language: 'ja' }, 'missing-access');
    expect(server().posts.map((post) => [post.channel, post.body.content])).toEqual([
      [ids.dm, expect.stringMatching(/毎日の.*投稿する権限がありません.*`\/日米同盟-要約 再開` で再開/)],
    ]);
  });
});

describe('looking for a digest of unknown fate', () => {
  const say = (at: number, fields: Partial<Post> = {}): Post => ({
    id: snowflake(at),
    channel: ids.channel,
    body: { content: 'Good morning' },
    ephemeral: false,
    answers: null,
    files: [],
    edits: 0,
    author: { id: ids.asker },
    ...fields,
  });
  const around = (at: number) => ({ from: at - 1_000, to: at + 1_000 });
  const now = Date.now();

  it('finds it by its button, and knows when it is not there', async () => {
    const { adapter, server } = await start();
    server().posts.push(say(now));
    const look = (wanted: string) => adapter().digests.find?.(subscription, wanted, around(now));
    const sent = await sendDigest(adapter().digests, subscription, digests, key);
    expect(await look(key)).toEqual({ messageId: sent.kind === 'sent' ? sent.messageId : '' });
    expect(await look('another-key')).toBeNull();
  });

  it('looks no further than when it can have gone out', async () => {
    const { adapter } = await start();
    await sendDigest(adapter().digests, subscription, digests, key);
    const hour = 3_600_000;
    expect(await adapter().digests.find?.(subscription, key, around(now + hour))).toBeNull();
  });

  it('finds it under hundreds of later messages', async () => {
    const { adapter, server } = await start();
    const sent = await sendDigest(adapter().digests, subscription, digests, key);
    for (let later = 1; later <= 250; later += 1) server().posts.push(say(now + later * 100));
    expect(await adapter().digests.find?.(subscription, key, around(now))).toEqual({
      messageId: sent.kind === 'sent' ? sent.messageId : '',
    });
  });

  it('cannot tell without Read Message History once anything was said', async () => {
    const { adapter, server } = await start();
    server().withoutHistory.add(ids.channel);
    server().posts.push(say(now));
    expect(await adapter().digests.find?.(subscription, key, around(now))).toBeUndefined();
  });

  it.each([
    ['nothing was ever said', []],
    ['nothing was said since', [now - 3_600_000]],
  ])('knows that it is not in a channel where %s, whatever it may read', async (_name, times) => {
    const { adapter, server } = await start();
    server().withoutHistory.add(ids.channel);
    server().posts.push(...times.map((at) => say(at)));
    expect(await adapter().digests.find?.(subscription, key, around(now))).toBeNull();
  });

  it('shows as many meetings as fit one message, and says of how many', async () => {
    const { adapter, server } = await start();
    const long = digests.map((digest) => ({
      ...digest,
      sections: digest.sections.map((section) => ({ ...section, ...ofMany(section, 12) })),
    }));
    await sendDigest(adapter().digests, subscription, long, key);
    expect(server().posts).toHaveLength(1);
    const text = JSON.stringify(server().posts[0]?.body.embeds);
    expect(text).toMatch(/\(\d of 12\)/);
    expect(text).toMatch(/（12件のうち\d件）/);
  });

  it('finds each of several messages by its own key', async () => {
    const { adapter, server } = await start();
    const long = digests.map((digest) => ({ ...digest, sections: digest.sections.map(lengthened) }));
    await sendDigest(adapter().digests, subscription, long, key);
    const { posts } = server();
    expect(posts.length).toBeGreaterThan(1);
    for (const [index, post] of posts.entries()) {
      expect(await adapter().digests.find?.(subscription, partKey(key, index), around(now))).toEqual({
        messageId: post.id,
      });
    }
    expect(await adapter().digests.find?.(subscription, partKey(key, posts.length), around(now))).toBeNull();
  });

  it('is put off, not given up, while Discord fails', async () => {
    const { adapter, server } = await start();
    server().failures.push({ match: (method) => method === 'GET', times: 9, status: 503 });
    await expect(adapter().digests.find?.(subscription, key, around(now))).rejects.toThrow();
  });
});

describe('/alliance-digest', () => {
  it('subscribes, lists, previews, pauses, resumes and unsubscribes, each for the asker alone', async () => {
    const { server, adapter } = await startWithService();
    const say = async (name: string, options: Payload[] = []) => {
      const interaction = command(name, options);
      await server().interact(interaction);
      await adapter().idle();
      const post = server().posts.find((each) => each.answers === interaction.id);
      expect(post?.ephemeral).toBe(true);
      return post === undefined ? '' : shownOf(post).text;
    };
    const option = (name: string, value: string) => ({ name, type: 3, value });
    expect(await say('subscribe', [option('time', '7:30'), option('rhythm', 'weekdays')])).toMatch(
      /Every weekday at 07:30 .*in English, next /,
    );
    expect(await say('list')).toContain(`<#${ids.channel}>`);
    expect(await say('preview')).toContain('Joint Operations Command');
    expect(await say('change')).toContain('say what to change');
    expect(await say('change', [option('rhythm', 'monday')])).toMatch(/changed: Every Monday at 07:30 .*next /);
    expect(await say('pause')).toMatch(/paused: Every Monday at 07:30.*\n.*<\/alliance-digest resume:\d+>/);
    expect(await say('resume')).toContain('has resumed: Every Monday');
    expect(await say('unsubscribe')).toMatch(/stopped: Every Monday.*\n.*<\/alliance-digest subscribe:\d+>/);
    expect(await say('list')).toContain('No digest');
  });

  it('refuses a channel where the bot cannot post, and saves nothing', async () => {
    const { server } = await startWithService();
    const { post } = await server().interact(command('subscribe', [], { app_permissions: String(1 << 10) }));
    expect(post && shownOf(post).text).toContain('Please allow Send Messages and Embed Links there');
    expect(await store?.listSubscriptions({})).toEqual([]);
  });

  it('explains what it could not read', async () => {
    const { server } = await startWithService();
    const { post } = await server().interact(command('subscribe', [{ name: 'zone', type: 3, value: 'Mars' }]));
    expect(post && shownOf(post).text).toContain('Mars');
  });

  it('completes the subscriptions of the channel', async () => {
    const { server } = await startWithService();
    await server().interact(command('subscribe'));
    const base = payload('interaction-autocomplete');
    const { data } = await server().interact({
      ...base,
      id: snowflake(),
      token: 'complete',
      data: {
        id: '1600000000000000003',
        name: 'alliance-digest',
        type: 1,
        options: [{ name: 'pause', type: 1, options: [{ name: 'subscription', type: 3, value: '', focused: true }] }],
      },
    });
    expect(data.choices).toMatchObject([{ name: expect.stringContaining('09:00') }]);
  });

  it('says that it is for servers when used elsewhere', async () => {
    const { server } = await start();
    const { post } = await server().interact(command('list'));
    expect(post && shownOf(post).text).toContain('channels of a server');
  });

  it('is stopped by the button under a digest, by whoever subscribed and those who manage the server', async () => {
    const { server, adapter, component } = await startWithService();
    await server().interact(command('subscribe'));
    const [made] = (await store?.listSubscriptions({})) ?? [];
    expect(made).toBeDefined();
    await sendDigest(adapter().digests, made ?? subscription, digests, key);
    const posted = server().posts.find((post) => !post.ephemeral) ?? { id: '' };
    const press = component(posted, `k1|u|${made?.id}`);
    const member = press.member as Payload;
    const other = { ...(member.user as Payload), id: '1400000000000000222' };
    const refused = await server().interact({ ...press, member: { ...member, user: other, permissions: '0' } });
    expect(refused.post && shownOf(refused.post).text).toContain('Only the person who set up');
    const stopped = await server().interact(component(posted, `k1|u|${made?.id}`));
    expect(stopped.post && shownOf(stopped.post).text).toContain('The digest is stopped: Every day at 09:00');
    expect(await store?.listSubscriptions({})).toEqual([]);
  });
});

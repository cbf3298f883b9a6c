import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../adapters/discord/index.ts';
import { createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, settle } from './harness.ts';
import { type DiscordServer, startDiscordServer } from './server/server.ts';

let harness: DiscordHarness | undefined;
let server: DiscordServer | undefined;
afterEach(async () => {
  await harness?.stop();
  await server?.stop();
  harness = undefined;
  server = undefined;
});

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

async function until(what: () => boolean, withinMs = 8_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!what()) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function adapterFor(change: Partial<Parameters<typeof createDiscordAdapter>[0]>): DiscordAdapter {
  const quiet = () => {};
  const desk = createFixtureDesk();
  return createDiscordAdapter({
    token: 'A-Very-Fake-Token',
    apiUrl: server?.apiUrl ?? 'http://127.0.0.1:9/api',
    shards: 'auto',
    register: false,
    desk: () => desk,
    store: createMemoryStore(),
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    keepText: false,
    readyWithinMs: 2_000,
    ...change,
  });
}

describe('the connection', () => {
  it('asks for no privileged intent', async () => {
    const it = await start();
    expect(it.server().gateway.identifies[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  it.each([
    ['op 7', (it: DiscordHarness) => it.server().gateway.askReconnect()],
    ['a dropped socket', (it: DiscordHarness) => it.server().gateway.drop()],
    ['close code 4000', (it: DiscordHarness) => it.server().gateway.close(4_000)],
  ])('resumes after %s and answers what was missed, once', async (_name, lose) => {
    const it = await start();
    const message = it.message(samples.who.en);
    it.server().say(message);
    await settle(it.server(), it.adapter());
    lose(it);
    await until(() => it.server().gateway.connected() === 0 || it.server().gateway.resumes > 0);
    const missed = it.message(samples.who.en);
    it.server().say(missed);
    await until(() => it.server().gateway.resumes > 0);
    // Discord replays from the last sequence it heard of, which may be behind.
    it.server().gateway.dispatch('MESSAGE_CREATE', message);
    await until(() => it.server().posts.length === 2);
    await settle(it.server(), it.adapter());
    expect(it.server().posts.map((post) => post.answers)).toEqual([message.id, missed.id]);
  });

  it('acknowledges an interaction once that is replayed', async () => {
    const it = await start();
    const interaction = it.slash({ question: samples.who.en });
    await it.server().interact(interaction);
    it.server().gateway.dispatch('INTERACTION_CREATE', interaction);
    await settle(it.server(), it.adapter());
    expect(it.server().requests.filter(({ path }) => path.startsWith('/interactions/'))).toHaveLength(1);
  });

  it('identifies anew when the session is invalid', async () => {
    const it = await start();
    it.server().gateway.invalidateSession(false);
    await until(() => it.server().gateway.identifies.length === 2);
    await until(() => it.adapter().ready());
    expect((await it.mention(samples.who.en)).text).toContain(samples.who.expect);
  }, 15_000);

  it('notices a gateway that no longer answers heartbeats', async () => {
    const it = await start({ server: { heartbeatMs: 300 } });
    it.server().gateway.silent = true;
    await until(() => it.server().gateway.resumes > 0);
    it.server().gateway.silent = false;
    await until(() => it.adapter().ready());
  }, 15_000);

  it('resumes its session after the gateway was down, and answers what was said meanwhile, once', async () => {
    const it = await start();
    const before = it.message(samples.who.en);
    it.server().say(before);
    await settle(it.server(), it.adapter());
    await it.server().down();
    await until(() => !it.adapter().ready());
    const missed = it.message(samples.who.en);
    it.server().say(missed);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await it.server().up();
    await until(() => it.adapter().ready(), 15_000);
    it.server().gateway.dispatch('MESSAGE_CREATE', before);
    expect((await it.mention(samples.who.en)).text).toContain(samples.who.expect);
    await settle(it.server(), it.adapter());
    expect(
      it
        .server()
        .posts.map((post) => post.answers)
        .slice(0, 2),
    ).toEqual([before.id, missed.id]);
    expect(it.server().posts).toHaveLength(3);
    expect(it.server().gateway.identifies).toHaveLength(1);
    expect(it.logs.filter(({ sentence }) => sentence.startsWith('The gateway was lost'))).toHaveLength(1);
  }, 30_000);

  it('begins a new session where Discord no longer knows the old one', async () => {
    const it = await start();
    await it.server().down();
    it.server().gateway.forgetSessions();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await it.server().up();
    await until(() => it.server().gateway.identifies.length === 2, 15_000);
    await until(() => it.adapter().ready());
    expect((await it.mention(samples.who.en)).text).toContain(samples.who.expect);
  }, 30_000);

  it('tries a token again that the gateway refused, resumes, and says meanwhile what to do', async () => {
    const it = await start({ adapter: { tokenPausesMs: { first: 100, most: 400 } } });
    it.server().gateway.refuseWith = 4_004;
    it.server().failures.push({ match: () => true, times: Number.POSITIVE_INFINITY, status: 401 });
    it.server().gateway.drop();
    await until(() => it.adapter().problem() !== null);
    expect(it.adapter().problem()).toMatch(/DISCORD_TOKEN.*developer portal/);
    const missed = it.message(samples.who.en);
    it.server().say(missed);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(it.adapter().ready()).toBe(false);
    it.server().gateway.refuseWith = undefined;
    it.server().failures.length = 0;
    await until(() => it.adapter().ready() && it.adapter().problem() === null);
    await until(() => it.server().posts.length === 1);
    expect(it.server().posts[0]?.answers).toBe(missed.id);
    expect(it.logs.filter(({ level }) => level === 'error')).toHaveLength(1);
  }, 15_000);

  it('answers again after a single request was refused for its token', async () => {
    const it = await start();
    it.server().failures.push({ match: (method) => method === 'POST', times: 1, status: 401 });
    it.server().say(it.message(samples.who.en));
    await settle(it.server(), it.adapter());
    expect((await it.mention(samples.who.en)).text).toContain(samples.who.expect);
  });

  it('runs the shards it is told to', async () => {
    const it = await start({ adapter: { shards: { first: 0, last: 1, total: 4 } } });
    expect(it.server().gateway.identifies.map((each) => each.shard)).toEqual([
      [0, 4],
      [1, 4],
    ]);
  });

  it('runs as many shards as Discord recommends', async () => {
    const it = await start({ server: { shards: 2 } });
    expect(it.server().gateway.identifies).toHaveLength(2);
  });

  it('finishes accepted events before it stops, and takes no new ones', async () => {
    const it = await start();
    const posted = it.server().nextPost(() => true);
    it.server().say(it.message(samples.who.en));
    await posted;
    await it.adapter().stop();
    it.server().say(it.message(samples.who.en));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(it.server().posts).toHaveLength(1);
    expect(it.adapter().ready()).toBe(false);
    await it.adapter().stop();
  });
});

describe('a start', () => {
  it('with a wrong token ends with one line that names DISCORD_TOKEN', async () => {
    server = await startDiscordServer();
    await expect(adapterFor({ token: 'Another-Fake-Token' }).start()).rejects.toMatchObject({
      name: 'KyogiError',
      code: 'config',
      message: expect.stringMatching(/DISCORD_TOKEN.*developer portal/),
    });
  });

  it('with refused intents says so', async () => {
    server = await startDiscordServer({ disallowedIntents: 1 });
    await expect(adapterFor({}).start()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/intents/),
    });
  });

  it('with shards outside the total names DISCORD_SHARDS', async () => {
    server = await startDiscordServer();
    server.gateway.refuseWith = 4_010;
    await expect(adapterFor({}).start()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/DISCORD_SHARDS/),
    });
  });

  it('while the API is down says so and can be tried again', async () => {
    server = await startDiscordServer();
    const adapter = adapterFor({});
    await server.down();
    await expect(adapter.start()).rejects.toMatchObject({
      code: 'platform',
      message: expect.stringMatching(/DISCORD_API_URL/),
    });
    await server.up();
    await adapter.start();
    expect(adapter.ready()).toBe(true);
    await adapter.stop();
  });

  it('while the API answers 5xx is a fault of the platform', async () => {
    server = await startDiscordServer();
    server.failures.push({ match: (_method, path) => path === '/gateway/bot', times: 10, status: 502 });
    await expect(adapterFor({}).start()).rejects.toMatchObject({
      code: 'platform',
      message: expect.stringMatching(/502/),
    });
  });

  it('that never gets ready gives up in time', async () => {
    server = await startDiscordServer();
    server.gateway.refuseWith = 4_000;
    await expect(adapterFor({ readyWithinMs: 300 }).start()).rejects.toMatchObject({ code: 'platform' });
  });
});

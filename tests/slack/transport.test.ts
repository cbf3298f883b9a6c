import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANY_PATH } from '../../adapters/service/health.ts';
import { realPace } from '../../adapters/slack/channel-queue.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import type { KyogiError } from '../../src/errors.ts';
import { createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { freePort } from '../free-port.ts';
import { createTestLog, startAdapter } from './harness.ts';
import { SIGNING_SECRET, sendSigned } from './server/delivery.ts';
import * as slack from './server/payloads.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlackServer } from './server/slack-server.ts';

let server: SlackServer;
beforeEach(async () => {
  server = await startSlackServer();
});
afterEach(() => server.close());

describe('HTTP requests', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each([
    ['a wrong secret', () => ({ secret: 'not the secret of this app' })],
    ['a signature of another version', () => ({ signature: 'v1=00' })],
    ['no signature to speak of', () => ({ signature: 'v0=' })],
    ['a timestamp six minutes old', () => ({ timestamp: now() - 6 * 60 })],
  ])('with %s get 401 and nothing is done', async (_title, signing) => {
    const { adapter, port } = await startAdapter(server, 'http');
    const response = await sendSigned(port, slack.mention(server, samples.who.en), signing());
    await server.quiet();
    await adapter.stop();
    expect(response.status).toBe(401);
    expect(server.posts).toEqual([]);
  });

  test('signed well get 200 at once; the same request replayed is answered no second time', async () => {
    const { adapter, port } = await startAdapter(server, 'http');
    const envelope = slack.mention(server, samples.who.en);
    const timestamp = now();
    const first = await sendSigned(port, envelope, { timestamp });
    const second = await sendSigned(port, envelope, { timestamp });
    await server.quiet();
    await adapter.stop();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(server.posts).toHaveLength(1);
  });

  test('get the challenge back when Slack verifies the address', async () => {
    const { adapter, port } = await startAdapter(server, 'http');
    const payload = { type: 'url_verification', challenge: 'said-back', token: 'removed' };
    const response = await sendSigned(port, { type: 'events_api', payload });
    expect(await response.json()).toEqual({ challenge: 'said-back' });
    await adapter.stop();
  });

  test('reach pages at every other path where a route takes them all, and Slack’s own still reach Slack', async () => {
    const { adapter, port } = await startAdapter(server, 'http', {
      extraRoutes: [
        { path: '/healthz', method: 'GET', handler: (_request, response) => void response.end('fine') },
        { path: ANY_PATH, method: ['GET', 'HEAD'], handler: (request, response) => void response.end(request.url) },
      ],
    });
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(await get('/healthz')).toBe('fine');
    expect(await get('/en/consultations?framework=scc')).toBe('/en/consultations?framework=scc');
    expect(await get('/')).toBe('/');
    const payload = { type: 'url_verification', challenge: 'said-back', token: 'removed' };
    expect(await (await sendSigned(port, { type: 'events_api', payload })).json()).toEqual({ challenge: 'said-back' });
    await adapter.stop();
  });

  test('reach the routes that are mounted beside Slack, and nothing else', async () => {
    const { adapter, port } = await startAdapter(server, 'http', {
      extraRoutes: [{ path: '/healthz', method: 'GET', handler: (_request, response) => void response.end('fine') }],
    });
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    const other = await fetch(`http://127.0.0.1:${port}/elsewhere`);
    expect(await health.text()).toBe('fine');
    expect(other.status).toBe(404);
    await adapter.stop();
  });
});

describe('the socket', () => {
  test.each(['warning', 'refresh_requested', 'link_disabled'] as const)(
    'comes back after Slack says goodbye for %s, and what came meanwhile is answered once',
    async (reason) => {
      let reconnects = 0;
      const { adapter, delivery } = await startAdapter(server, 'socket', {
        metrics: { onReconnect: () => reconnects++ },
      });
      server.socket.sayDisconnect(reason);
      await server.waitFor(() => reconnects === 1);
      expect(adapter.ready?.()).toBe(true);
      const missed = slack.mention(server, samples.who.en);
      await delivery.deliver({ ...missed, retry: { attempt: 1, reason: 'timeout' } });
      await delivery.deliver({ ...missed, retry: { attempt: 2, reason: 'timeout' } });
      await server.quiet();
      await adapter.stop();
      expect(server.posts).toHaveLength(1);
      expect(server.socket.connections()).toBe(2);
    },
  );

  test('comes back after a long outage of network and Web API, without a rejection left behind', async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown) => rejections.push(reason);
    process.on('unhandledRejection', note);
    let reconnects = 0;
    let slept = 0;
    // An hour of waiting, in no time.
    const pace = {
      ...realPace,
      sleep: async (ms: number) => {
        slept += ms;
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
    };
    const { adapter, delivery } = await startAdapter(server, 'socket', {
      pace,
      metrics: { onReconnect: () => reconnects++ },
    });
    server.fail('apps.connections.open', { status: 503, body: {} }, 150);
    server.fail('apps.connections.open', { body: { ok: false, error: 'internal_error' } }, 20);
    server.fail('apps.connections.open', { status: 429, headers: { 'retry-after': '30' } }, 5);
    server.socket.cut();
    await server.waitFor(() => !(adapter.ready?.() ?? true));
    await server.waitFor(() => reconnects === 1, 15_000);
    expect(slept).toBeGreaterThan(40 * 60_000);
    await delivery.deliver({ ...slack.mention(server, samples.who.en), retry: { attempt: 3, reason: 'timeout' } });
    await server.quiet();
    await adapter.stop();
    process.off('unhandledRejection', note);
    expect(server.posts).toHaveLength(1);
    expect(rejections).toEqual([]);
  });

  test('stops for good while a reconnect is under way', async () => {
    const { adapter } = await startAdapter(server, 'socket');
    server.socket.greet(false);
    server.socket.cut();
    await server.waitFor(() => server.socket.connections() === 2);
    await adapter.stop();
    server.socket.greet(true);
    await server.quiet(300);
    expect(server.socket.connected()).toBe(0);
    expect(adapter.ready?.()).toBe(false);
  });

  test('finishes answers under way before it stops, and stops twice without harm', async () => {
    const { adapter, delivery } = await startAdapter(server, 'socket');
    await delivery.deliver(slack.mention(server, samples.who.en));
    await adapter.stop();
    await adapter.stop();
    expect(server.posts).toHaveLength(1);
  });
});

describe('starting', () => {
  const base = {
    desk: () => createFixtureDesk(),
    store: createMemoryStore(),
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en' as const,
  };
  const failing = async (change: object): Promise<KyogiError> => {
    const adapter = createSlackAdapter({ ...base, log: createTestLog(), apiUrl: server.apiUrl, ...change });
    try {
      await adapter.start();
    } catch (error) {
      return error as KyogiError;
    } finally {
      await adapter.stop();
    }
    throw new Error('it started');
  };

  test.each([
    ['SLACK_BOT_TOKEN', { appToken: APP_TOKEN }, 'config'],
    ['SLACK_APP_TOKEN', { botToken: BOT_TOKEN }, 'config'],
    ['PORT', { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET }, 'config'],
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong', appToken: APP_TOKEN }, 'config'],
    ['SLACK_APP_TOKEN', { botToken: BOT_TOKEN, appToken: 'xapp-wrong' }, 'config'],
    ['SLACK_API_URL', { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: 'http://127.0.0.1:9/api' }, 'platform'],
  ])('without a usable %s is refused by that name', async (name, change, code) => {
    const error = await failing(change);
    expect(error.name).toBe('KyogiError');
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('wrong');
  });

  test('on a port that is taken is refused by name', async () => {
    const error = await failing({
      botToken: BOT_TOKEN,
      signingSecret: SIGNING_SECRET,
      port: server.port,
      host: '127.0.0.1',
    });
    expect(error.message).toContain(`PORT ${server.port}`);
  });

  test('succeeds on the same adapter once Slack is back', async () => {
    server.fail('auth.test', { status: 503, body: {} });
    const port = await freePort();
    const adapter = createSlackAdapter({
      ...base,
      log: createTestLog(),
      apiUrl: server.apiUrl,
      botToken: BOT_TOKEN,
      signingSecret: SIGNING_SECRET,
      port,
      host: '127.0.0.1',
    });
    await expect(adapter.start()).rejects.toMatchObject({ code: 'platform' });
    await adapter.start();
    expect(adapter.ready?.()).toBe(true);
    await adapter.stop();
  });
});

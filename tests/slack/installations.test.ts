import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackAdapterConfig } from '../../adapters/slack/config.ts';
import { createInstallations, createSealer } from '../../adapters/slack/installations.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { subscriptionOf } from '../digest/delivery-fixture.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { startAdapter } from './harness.ts';
import * as slack from './server/payloads.ts';
import { type SlackServer, startSlackServer } from './server/slack-server.ts';

const KEY = 'fake-encryption-key-of-32-characters';
const oauth = { clientId: '1.2', clientSecret: 'fake-secret', stateSecret: 'fake-state-secret', encryptionKey: KEY };

let server: SlackServer;
let store: Store;
beforeEach(async () => {
  server = await startSlackServer();
  store = await openStore('sqlite::memory:');
});
afterEach(async () => {
  await store.close();
  await server.close();
});

describe('tokens at rest', () => {
  const sealer = createSealer(KEY);

  test('come back as they went in, and never look alike twice', () => {
    const [first, second] = [sealer.seal('T1', '{"token":"xoxb-fake"}'), sealer.seal('T1', '{"token":"xoxb-fake"}')];
    expect(sealer.open('T1', first)).toBe('{"token":"xoxb-fake"}');
    expect(first).not.toBe(second);
    expect(first).not.toContain('xoxb');
  });

  test.each([
    ['another key', (blob: string) => createSealer(`${KEY}!`).open('T1', blob)],
    ['another workspace', (blob: string) => sealer.open('T2', blob)],
    ['a changed byte', (blob: string) => sealer.open('T1', `${blob.slice(0, -2)}${blob.endsWith('AA') ? 'BB' : 'AA'}`)],
    ['an unknown format', (blob: string) => sealer.open('T1', blob.replace('v1', 'v0'))],
    ['a torn blob', (blob: string) => sealer.open('T1', blob.slice(0, 12))],
  ])('are refused with %s, by a fault that names ENCRYPTION_KEY', (_title, open) => {
    const blob = sealer.seal('T1', 'secret');
    expect(() => open(blob)).toThrow(/ENCRYPTION_KEY/);
  });

  test('of an org install serve every workspace of it; a workspace of its own goes first', async () => {
    const clock = () => Temporal.Instant.from(samples.now);
    const installations = createInstallations({ store, sealer, clock });
    const make = (token: string, team: string | undefined) => ({
      team: team === undefined ? undefined : { id: team },
      enterprise: { id: 'E1' },
      isEnterpriseInstall: team === undefined,
      user: { id: 'U1', token: undefined, scopes: undefined },
      bot: { token, scopes: [], id: 'B1', userId: 'U9' },
    });
    await installations.storeInstallation(make('xoxb-org', undefined) as never);
    await installations.storeInstallation(make('xoxb-team', 'T1') as never);
    const token = async (teamId: string | undefined, isEnterpriseInstall: boolean) =>
      (await installations.fetchInstallation({ teamId, enterpriseId: 'E1', isEnterpriseInstall } as never)).bot?.token;
    expect(await token('T1', false)).toBe('xoxb-team');
    expect(await token('T2', false)).toBe('xoxb-org');
    expect(await token(undefined, true)).toBe('xoxb-org');
    await installations.deleteInstallation?.({ teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: false });
    expect(await token('T1', false)).toBe('xoxb-org');
    await installations.forget('E1');
    await expect(token('T1', false)).rejects.toThrow(/not installed/);
  });
});

describe('installing from many workspaces', () => {
  const start = (change: Partial<SlackAdapterConfig> = {}) =>
    startAdapter(server, 'http', { botToken: undefined, store, oauth, ...change });
  const grant = (team: string | undefined, token: string, change: object = {}) => ({
    ok: true,
    access_token: token,
    token_type: 'bot',
    scope: SCOPES.join(','),
    bot_user_id: 'U0KYOGIBOT',
    app_id: 'A0FAKE',
    team: team === undefined ? null : { id: team, name: 'Fake' },
    enterprise: team === undefined ? { id: 'E0FAKE', name: 'Fake Org' } : null,
    is_enterprise_install: team === undefined,
    authed_user: { id: 'U0ADMIN' },
    ...change,
  });

  /** Goes through the browser's part: the install page, and the redirect that Slack makes. */
  async function install(port: number, answer: object): Promise<Response> {
    const page = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' });
    const location = new URL(page.headers.get('location') ?? '');
    expect(location.searchParams.get('scope')).toBe(SCOPES.join(','));
    server.oauth.push(answer);
    const query = new URLSearchParams({ code: 'fake-code', state: location.searchParams.get('state') ?? '' });
    return fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?${query}`, {
      headers: { cookie: (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
    });
  }

  const mentionFrom = (team: string, change: object = {}) => {
    const envelope = slack.mention(server, samples.who.en);
    Object.assign(envelope.payload, {
      team_id: team,
      authorizations: [{ team_id: team, enterprise_id: null }],
      ...change,
    });
    return envelope;
  };

  test('answers each workspace with its own token, kept encrypted', async () => {
    const { adapter, delivery, port } = await start();
    server.tokens.set('xoxb-one', { team: 'T0ONE', bot: 'U0KYOGIBOT' });
    server.tokens.set('xoxb-two', { team: 'T0TWO', bot: 'U0KYOGIBOT' });
    expect((await install(port, grant('T0ONE', 'xoxb-one'))).status).toBe(200);
    expect((await install(port, grant('T0TWO', 'xoxb-two'))).status).toBe(200);
    await delivery.deliver(mentionFrom('T0ONE'));
    await delivery.deliver(mentionFrom('T0TWO'));
    await server.quiet();
    await adapter.stop();
    const used = server.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
    expect(used.sort()).toEqual(['xoxb-one', 'xoxb-two']);
    const blob = await store.loadInstallation('T0ONE');
    expect(blob).toMatch(/^v1\./);
    expect(blob).not.toContain('xoxb');
  });

  test('answers every workspace of an organisation that installed once', async () => {
    const { adapter, delivery, port } = await start();
    server.tokens.set('xoxb-org', { team: 'T0ANY', bot: 'U0KYOGIBOT' });
    await install(port, grant(undefined, 'xoxb-org'));
    await delivery.deliver(
      mentionFrom('T0ANY', {
        enterprise_id: 'E0FAKE',
        authorizations: [{ team_id: 'T0ANY', enterprise_id: 'E0FAKE', is_enterprise_install: true }],
      }),
    );
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toHaveLength(1);
  });

  test('renews a token that is about to expire, and keeps the new one', async () => {
    const { adapter, delivery, port } = await start();
    server.tokens.set('xoxe.xoxb-old', { team: 'T0ONE', bot: 'U0KYOGIBOT' });
    server.tokens.set('xoxe.xoxb-new', { team: 'T0ONE', bot: 'U0KYOGIBOT' });
    await install(port, grant('T0ONE', 'xoxe.xoxb-old', { refresh_token: 'xoxe-1', expires_in: 60 }));
    server.oauth.push(grant('T0ONE', 'xoxe.xoxb-new', { refresh_token: 'xoxe-2', expires_in: 43_200 }));
    await delivery.deliver(mentionFrom('T0ONE'));
    await delivery.deliver(mentionFrom('T0ONE'));
    await server.waitFor(() => server.posts.length === 2);
    await adapter.stop();
    const used = server.calls.filter(({ method }) => method === 'chat.postMessage').map(({ token }) => token);
    expect(used).toEqual(['xoxe.xoxb-new', 'xoxe.xoxb-new']);
  });

  test('refuses a redirect with a forged state', async () => {
    const { adapter, port } = await start();
    const response = await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?code=fake-code&state=forged`);
    await adapter.stop();
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  test('drops events of a workspace that did not install, with a line in the log', async () => {
    const { adapter, delivery, log } = await start();
    await delivery.deliver(mentionFrom('T0STRANGER'));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toEqual([]);
    expect(
      log.lines.some(({ level, sentence }) => level === 'error' && sentence.includes('could not be handled')),
    ).toBe(true);
  });

  test('forgets a workspace that uninstalled the app', async () => {
    const { adapter, delivery, port } = await start();
    server.tokens.set('xoxb-one', { team: 'T0ONE', bot: 'U0KYOGIBOT' });
    await install(port, grant('T0ONE', 'xoxb-one'));
    const gone = mentionFrom('T0ONE');
    gone.payload.event = { type: 'app_uninstalled' };
    await delivery.deliver(gone);
    await server.quiet();
    await adapter.stop();
    expect(await store.loadInstallation('T0ONE')).toBeUndefined();
  });

  test('posts digests with the token of the workspace, renewed when due', async () => {
    const { adapter, port } = await start();
    server.tokens.set('xoxb-one', { team: 'T0ONE', bot: 'U0KYOGIBOT' });
    await install(port, grant('T0ONE', 'xoxb-one'));
    const subscription = subscriptionOf({ platform: 'slack', workspace: 'T0ONE', channel: 'C0NEWS' });
    const digest = createFixtureDesk().digest({ date: '2026-03-30', language: 'en' });
    expect(await sendDigest(adapter.digests, subscription, [digest], 'key-1')).toMatchObject({ kind: 'sent' });
    const unknown = { ...subscription, workspace: 'T0STRANGER' };
    expect(await sendDigest(adapter.digests, unknown, [digest], 'key-2')).toMatchObject({ kind: 'retry' });
    await adapter.stop();
  });
});

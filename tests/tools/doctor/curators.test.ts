import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { checkCurators } from '../../../tools/doctor/curators.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A local platform that answers each path as told; everything else is 404. */
async function platform(answers: Record<string, unknown>): Promise<string> {
  const server = createServer((request, response) => {
    const body = answers[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(JSON.stringify(body ?? {}));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = { fetch, nowMs: () => 0 };
const { ViewChannel, SendMessages, EmbedLinks, ReadMessageHistory, Administrator } = PermissionFlagsBits;

async function onDiscord(channel: object, { everyone = 0n, role = 0n }: { everyone?: bigint; role?: bigint } = {}) {
  const url = await platform({
    '/api/v10/channels/900': { id: '900', type: 0, name: 'reports', guild_id: '1', ...channel },
    '/api/v10/users/@me': { id: '7' },
    '/api/v10/guilds/1': {
      owner_id: '2',
      roles: [
        { id: '1', permissions: String(everyone) },
        { id: '3', permissions: String(role) },
        { id: '4', permissions: String(Administrator) },
      ],
    },
    '/api/v10/guilds/1/members/7': { roles: ['3'] },
  });
  return await checkCurators(
    {
      curators: { platform: 'discord', workspace: '', channel: '900' },
      discord: { token: 'A-Very-Fake-Token', apiUrl: `${url}/api`, shards: 'auto', register: true },
      slack: undefined,
    },
    ask,
  );
}

describe('a curators’ channel on Discord', () => {
  const all = { everyone: ViewChannel | SendMessages | ReadMessageHistory, role: EmbedLinks };
  const overwrite = (id: string, type: number, allow: bigint, deny: bigint) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  });

  test('in which the bot may post by its roles is well', async () => {
    expect(await onDiscord({}, all)).toEqual([
      expect.objectContaining({ status: 'ok', detail: 'the bot may post in #reports' }),
    ]);
  });

  test('whose overwrites take away what is needed is a failure that names it', async () => {
    const permission_overwrites = [overwrite('1', 0, 0n, SendMessages), overwrite('3', 0, 0n, EmbedLinks)];
    expect(await onDiscord({ permission_overwrites }, all)).toEqual([
      expect.objectContaining({ status: 'fail', detail: 'in #reports the bot lacks Send Messages, Embed Links' }),
    ]);
  });

  test('whose overwrites give to the bot what they take from everyone is well', async () => {
    const permission_overwrites = [overwrite('1', 0, 0n, SendMessages), overwrite('7', 1, SendMessages, 0n)];
    expect(await onDiscord({ permission_overwrites }, all)).toMatchObject([{ status: 'ok' }]);
  });

  test('whose history the bot may not read is a warning', async () => {
    const findings = await onDiscord({}, { everyone: ViewChannel | SendMessages | EmbedLinks });
    expect(findings).toMatchObject([{ status: 'ok' }, { status: 'warn' }]);
  });

  test('that the bot cannot see is a failure', async () => {
    const url = await platform({});
    const findings = await checkCurators(
      {
        curators: { platform: 'discord', workspace: '', channel: '900' },
        discord: { token: 't', apiUrl: url, shards: 'auto', register: true },
        slack: undefined,
      },
      ask,
    );
    expect(findings).toMatchObject([{ status: 'fail', detail: 'CURATOR_CHANNEL 900 answers 404' }]);
  });
});

describe('a curators’ channel on Slack', () => {
  test.each([
    [
      'with the app in it is well',
      { ok: true, channel: { name: 'reports', is_member: true } },
      'ok',
      'the app is in #reports',
    ],
    [
      'without the app is a failure',
      { ok: true, channel: { name: 'reports', is_member: false } },
      'fail',
      'the app is not in #reports',
    ],
    [
      'that is archived is a failure',
      { ok: true, channel: { name: 'reports', is_member: true, is_archived: true } },
      'fail',
      '#reports is archived',
    ],
    [
      'that is not there is a failure',
      { ok: false, error: 'channel_not_found' },
      'fail',
      'CURATOR_CHANNEL C1A: channel_not_found',
    ],
    [
      'that may not be looked up is a warning',
      { ok: false, error: 'missing_scope' },
      'warn',
      'without channels:read (groups:read for a private channel) it is not known whether the app is in it',
    ],
  ])('%s', async (_, info, status, detail) => {
    expect(await onSlack(info, 'T1A')).toMatchObject([{ status, detail }]);
  });

  test('of another workspace than the token’s is a failure', async () => {
    expect(await onSlack({ ok: true, channel: { is_member: true } }, 'T2B')).toMatchObject([
      { status: 'fail', detail: 'CURATOR_CHANNEL is in T2B, and SLACK_BOT_TOKEN is of T1A' },
    ]);
  });

  async function onSlack(info: object, workspace: string) {
    const url = await platform({ '/auth.test': { ok: true, team_id: 'T1A' }, '/conversations.info': info });
    const slack = {
      apiUrl: `${url}/`,
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      signingSecret: undefined,
      oauth: undefined,
    };
    const curators = { platform: 'slack', workspace, channel: 'C1A' };
    return await checkCurators({ curators, discord: undefined, slack }, ask);
  }
});

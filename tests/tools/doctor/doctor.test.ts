import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { KyogiError } from '../../../src/errors.ts';
import { backupStore } from '../../../src/store/backup.ts';
import { openStore } from '../../../src/store/open.ts';
import { FONT_FILES } from '../../../src/timeline/index.ts';
import { checkDatabase } from '../../../tools/doctor/database.ts';
import { examine } from '../../../tools/doctor/finding.ts';
import { checkFonts, checkKnowledge, checkNode, checkUnknown } from '../../../tools/doctor/local.ts';
import { checkDiscord, checkSlack } from '../../../tools/doctor/platforms.ts';
import { checkPorts } from '../../../tools/doctor/ports.ts';

type Answer = { status?: number; headers?: Record<string, string>; body: unknown };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A local platform that answers each path as told; everything else is 404. */
async function platform(answers: Record<string, Answer>): Promise<{ url: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const answer = answers[request.url ?? ''] ?? { status: 404, body: { message: 'Unknown' } };
    response
      .writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      .end(JSON.stringify(answer.body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an AddressInfo.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const ask = { fetch, nowMs: () => Date.parse('2026-11-25T00:00:00Z') };
const onTime = { date: 'Wed, 25 Nov 2026 00:00:00 GMT' };
const subscription = { channel: '900' } as Subscription;

function discord(apiUrl: string) {
  return { token: 'A-Very-Fake-Token', apiUrl: `${apiUrl}/api`, shards: 'auto', register: true } as const;
}

function slack(apiUrl: string) {
  return {
    apiUrl: `${apiUrl}/`,
    botToken: 'xoxb-fake',
    appToken: 'xapp-fake',
    signingSecret: undefined,
    oauth: undefined,
  };
}

describe('checkDiscord', () => {
  const application = { '/api/v10/applications/@me': { headers: onTime, body: { id: '1', name: 'Kyōgi' } } };

  test('a good token names its application', async () => {
    const { url, seen } = await platform(application);
    const findings = await checkDiscord(discord(url), [], ask);
    expect(findings.map((each) => each.status)).toEqual(['ok', 'ok', 'ok']);
    expect(findings[0]?.detail).toBe('application Kyōgi (1)');
    expect(seen[0]?.headers.authorization).toBe('Bot A-Very-Fake-Token');
  });

  test('a refused token names DISCORD_TOKEN and never shows it', async () => {
    const { url } = await platform({
      '/api/v10/applications/@me': { status: 401, body: { message: '401: Unauthorized' } },
    });
    const findings = await checkDiscord(discord(url), [], ask);
    expect(findings).toEqual([
      expect.objectContaining({ status: 'fail', fix: expect.stringContaining('DISCORD_TOKEN') }),
    ]);
    expect(JSON.stringify(findings)).not.toContain('A-Very-Fake-Token');
  });

  test('a subscribed channel that the bot cannot see is named', async () => {
    const { url } = await platform({ ...application, '/api/v10/channels/900': { status: 403, body: { code: 50001 } } });
    const findings = await checkDiscord(discord(url), [subscription], ask);
    expect(findings.at(-1)).toMatchObject({
      status: 'fail',
      check: 'discord channel',
      detail: expect.stringContaining('900'),
    });
  });

  test('a clock ten minutes off is a warning', async () => {
    const { url } = await platform({
      '/api/v10/applications/@me': { headers: { date: 'Wed, 25 Nov 2026 00:10:00 GMT' }, body: { id: '1', name: 'K' } },
    });
    expect(await checkDiscord(discord(url), [], ask)).toContainEqual(
      expect.objectContaining({ check: 'discord clock', status: 'warn' }),
    );
  });

  test('a platform that does not answer is a finding that names the host', async () => {
    const findings = await examine('discord', () => checkDiscord(discord('http://127.0.0.1:9'), [], ask));
    expect(findings).toEqual([expect.objectContaining({ status: 'fail', detail: 'no answer from 127.0.0.1:9' })]);
  });
});

describe('checkSlack', () => {
  const auth = (scopes: string) => ({
    '/auth.test': { headers: { ...onTime, 'x-oauth-scopes': scopes }, body: { ok: true, team: 'T', user: 'kyogi' } },
    '/apps.connections.open': { body: { ok: true, url: 'wss://127.0.0.1' } },
  });

  test('good tokens with every scope pass', async () => {
    const { url } = await platform(auth('commands,chat:write'));
    const findings = await checkSlack(slack(url), ['commands', 'chat:write'], [], ask);
    expect(findings.every((each) => each.status === 'ok')).toBe(true);
  });

  test('a missing scope is named, and the manifest is the fix', async () => {
    const { url } = await platform(auth('commands'));
    expect(await checkSlack(slack(url), ['commands', 'chat:write'], [], ask)).toContainEqual(
      expect.objectContaining({
        check: 'slack scopes',
        status: 'fail',
        detail: 'missing: chat:write',
        fix: expect.stringContaining('slack-manifest.json'),
      }),
    );
  });

  test('refused tokens name their variables', async () => {
    const { url } = await platform({
      '/auth.test': { body: { ok: false, error: 'invalid_auth' } },
      '/apps.connections.open': { body: { ok: false, error: 'not_allowed_token_type' } },
    });
    const details = (await checkSlack(slack(url), [], [], ask)).map((each) => each.detail).join('\n');
    expect(details).toContain('SLACK_BOT_TOKEN (invalid_auth)');
    expect(details).toContain('SLACK_APP_TOKEN (not_allowed_token_type)');
  });

  test('a clock that makes Slack over HTTP refuse everything is a failure that says which way it is off', async () => {
    const { url } = await platform({
      '/auth.test': { headers: { date: 'Tue, 24 Nov 2026 23:50:00 GMT' }, body: { ok: true } },
    });
    const overHttp = { ...slack(url), appToken: undefined, signingSecret: 'secret' };
    expect(await checkSlack(overHttp, [], [], ask)).toContainEqual(
      expect.objectContaining({ check: 'slack clock', status: 'fail', detail: expect.stringContaining('600 s ahead') }),
    );
  });

  test('a subscribed channel that is gone is named', async () => {
    const { url } = await platform({
      ...auth(''),
      '/conversations.info': { body: { ok: false, error: 'channel_not_found' } },
    });
    expect(await checkSlack(slack(url), [], [subscription], ask)).toContainEqual(
      expect.objectContaining({
        check: 'slack channel',
        status: 'fail',
        detail: 'subscribed channel 900: channel_not_found',
      }),
    );
  });
});

describe('checkDatabase', () => {
  test('a database that can be read and written is told with its active digests', async () => {
    expect(await checkDatabase('sqlite::memory:')).toMatchObject({
      findings: [{ status: 'ok', detail: 'sqlite, 0 active digests' }],
    });
  });

  test.each([
    ['sqlite:/dev/null/kyogi.sqlite', 'is no folder', 'check the path'],
    ['postgres://kyogi:hunter2@127.0.0.1:1/kyogi', 'ECONNREFUSED', 'start the PostgreSQL server'],
  ])('%s fails with its own fix and no password', async (url, detail, fix) => {
    const { findings } = await checkDatabase(url);
    expect(findings).toEqual([
      expect.objectContaining({
        status: 'fail',
        detail: expect.stringContaining(detail),
        fix: expect.stringContaining(fix),
      }),
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });
});

describe('a database file that was lost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-doctor-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;

  test.each<[string, string, (path: string) => void]>([
    ['deleted', 'was deleted while the bot is running', (path) => rmSync(path)],
    ['written over', 'written over while the bot is running', (path) => writeFileSync(path, 'garbage')],
  ])(
    '%s under a running bot is a failure that names the newest backup, and no new file is made',
    async (_name, detail, harm) => {
      files += 1;
      const path = join(folder, `${files}.sqlite`);
      const store = await openStore(`sqlite:${path}`);
      for (const name of ['old', 'new']) await backupStore(`sqlite:${path}`, join(folder, `${files}-${name}.backup`));
      harm(path);
      await store.ping().catch(() => {});
      expect(await checkDatabase(`sqlite:${path}`)).toMatchObject({
        findings: [
          {
            status: 'fail',
            detail: expect.stringContaining(detail),
            fix: expect.stringContaining(`--from ${join(folder, `${files}-new.backup`)}`),
          },
        ],
      });
      expect(existsSync(path) && readFileSync(path, 'utf8') !== 'garbage').toBe(false);
      await store.close();
    },
  );

  test('and damaged at rest is a failure that says how to restore', async () => {
    const path = join(folder, 'damaged.sqlite');
    writeFileSync(path, 'This is prose and no database. '.repeat(40));
    const { findings } = await checkDatabase(`sqlite:${path}`);
    expect(findings[0]).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining('npm run restore -- --from FILE'),
    });
  });
});

describe('local checks', () => {
  test('a Node older than 26 fails with the fix', () => {
    expect(checkNode('20.20.2')).toMatchObject({ status: 'fail', fix: expect.stringContaining('26') });
  });

  test('knowledge that does not load points to the checker', () => {
    const finding = checkKnowledge(() => {
      const issues = ['people.yaml:3:5 unknown key', 'b.yaml:1:1 no', 'c.yaml:1:1 no', 'd.yaml:1:1 no'];
      throw new KyogiError('knowledge', 'The records have 4 faults', { issues });
    });
    expect(finding).toMatchObject({
      status: 'fail',
      detail: expect.stringMatching(/^4 faults[\s\S]*people\.yaml:3:5 unknown key[\s\S]*and 1 more$/),
      fix: expect.stringContaining('knowledge:check'),
    });
  });

  test('a folder that is not there is no matter for the checker', () => {
    const finding = checkKnowledge(() => {
      throw new KyogiError('knowledge', 'There is no knowledge folder at /nowhere');
    });
    expect(finding).toMatchObject({ status: 'fail', fix: expect.stringContaining('KNOWLEDGE_DIR') });
  });

  test('the fonts of the install can be read', async () => {
    expect(await checkFonts(FONT_FILES)).toMatchObject({ status: 'ok' });
  });

  test('a missing font file is named', async () => {
    expect(await checkFonts(['/nonexistent/font.ttf'])).toMatchObject({
      status: 'fail',
      detail: '/nonexistent/font.ttf cannot be read',
    });
  });

  test('a misspelt setting is a warning', () => {
    expect(checkUnknown(['KYOGI_KEEPTEXT'])).toEqual([
      expect.objectContaining({ status: 'warn', detail: 'KYOGI_KEEPTEXT is not a setting' }),
    ]);
  });
});

describe('checkPorts', () => {
  const own = (port: number | undefined, change: object = {}) => ({
    port,
    host: '127.0.0.1',
    metrics: { port: undefined, host: '127.0.0.1', token: undefined },
    ...change,
  });
  const portOf = async (answers: Record<string, Answer>) => Number(new URL((await platform(answers)).url).port);

  test('finds nothing where no port is set, and a free port free', async () => {
    expect(await checkPorts(own(undefined), ask)).toEqual([]);
    expect(await checkPorts(own(0), ask)).toMatchObject([{ status: 'ok' }]);
  });

  test('a port used by another program is a fault', async () => {
    const port = await portOf({ '/readyz': { body: { checks: [{ name: 'something else' }] } } });
    expect(await checkPorts(own(port), ask)).toMatchObject([
      { check: 'port', status: 'fail', detail: `PORT ${port} on 127.0.0.1 is used by another program` },
    ]);
  });

  test('a port used by a bot that runs is none', async () => {
    const port = await portOf({ '/readyz': { status: 503, body: { checks: [{ name: 'knowledge', ok: true }] } } });
    expect(await checkPorts(own(port), ask)).toMatchObject([{ check: 'port', status: 'ok' }]);
  });

  test('a metrics port used by another program is a fault, and one of ours with a token none', async () => {
    const metrics = async (answer: Answer) => ({
      metrics: { port: await portOf({ '/metrics': answer }), host: '127.0.0.1', token: 'x' },
    });
    expect(await checkPorts(own(undefined, await metrics({ body: {} })), ask)).toMatchObject([{ status: 'fail' }]);
    const guarded = await metrics({ status: 401, body: {} });
    expect(await checkPorts(own(undefined, guarded), ask)).toMatchObject([{ status: 'ok' }]);
  });

  test('an address that is not of this machine is a fault', async () => {
    expect(await checkPorts(own(0, { host: '192.0.2.1' }), ask)).toMatchObject([
      { status: 'fail', fix: 'set HOST to an address of this machine' },
      { status: 'warn' },
    ]);
  });

  test('metrics that others reach without a token are told of', async () => {
    const everywhere = { host: '0.0.0.0' };
    expect(await checkPorts(own(0, everywhere), ask)).toMatchObject([
      { status: 'ok' },
      { check: 'metrics', status: 'warn' },
    ]);
    const token = { port: undefined, host: '127.0.0.1', token: 'x' };
    expect(await checkPorts(own(0, { ...everywhere, metrics: token }), ask)).toMatchObject([{ status: 'ok' }]);
    const apart = { port: 0, host: '127.0.0.1', token: undefined };
    expect(await checkPorts(own(0, { ...everywhere, metrics: apart }), ask)).toHaveLength(2);
  });
});

describe('npm run doctor', () => {
  test('goes on with the other checks when the configuration is bad', { timeout: 30_000 }, () => {
    const program = join(import.meta.dirname, '../../../tools/doctor/index.ts');
    const cwd = mkdtempSync(join(tmpdir(), 'kyogi-doctor-'));
    const { status, stdout } = spawnSync(process.execPath, [program, '--json'], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DEFAULT_LANGUAGE: 'fr' },
    });
    rmSync(cwd, { recursive: true, force: true });
    expect(status).toBe(1);
    const findings: { check: string; status: string }[] = JSON.parse(stdout).findings;
    expect(findings.filter((finding) => finding.status === 'fail').map(({ check }) => check)).toEqual([
      'configuration',
    ]);
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['knowledge', 'fonts', 'database']));
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { type DiscordServer, startDiscordServer } from '../discord/server/server.ts';
import { freePort } from '../free-port.ts';
import { mention } from '../slack/server/payloads.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlackServer } from '../slack/server/slack-server.ts';

const root = resolve(import.meta.dirname, '../..');
const WAIT_MS = 60_000;

type Running = { child: ChildProcess; out: () => string; code: Promise<number | null> };

let folder = '';
let port = 0;
let discord: DiscordServer;
let slack: SlackServer;
const running: Running[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kyogi-service-'));
  cpSync(join(root, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  port = await freePort();
  discord = await startDiscordServer();
  slack = await startSlackServer();
});

afterEach(async () => {
  for (const { child, code } of running.splice(0)) {
    child.kill('SIGKILL');
    await code;
  }
  await Promise.all([discord.stop(), slack.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The real program with both platforms on local servers. */
function start(change: Record<string, string> = {}): Running {
  const env = {
    PATH: process.env.PATH ?? '',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, 'data/kyogi.sqlite')}`,
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    PORT: String(port),
    HOST: '127.0.0.1',
    ...change,
  };
  const child = spawn(process.execPath, [join(root, 'adapters/main.ts')], { cwd: folder, env });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  const code = new Promise<number | null>((done) => child.on('close', done));
  const started = { child, out: () => chunks.join(''), code };
  running.push(started);
  return started;
}

async function until<T>(
  look: () => Promise<T | undefined> | T | undefined,
  what: string,
  { out }: Running,
): Promise<T> {
  const end = performance.now() + WAIT_MS;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${what} did not happen; the log says:\n${out()}`);
}

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
const ready = (service: Running) =>
  until(async () => ((await get('/readyz'))?.status === 200 ? true : undefined), 'readiness', service);

/** Everything that Discord was sent in answer to `/alliance question`. */
async function ask(question: string): Promise<string> {
  const base = payload('interaction-slash');
  // The recorded payload's data is an object.
  const data = { ...(base.data as Payload), options: [{ name: 'question', type: 3, value: question }] };
  const callback = await discord.interact({ ...base, id: snowflake(), token: `token-${snowflake()}`, data }, WAIT_MS);
  return JSON.stringify(callback);
}

describe('the running service', () => {
  test('both platforms are ready in one process, and health and metrics say so', async () => {
    const service = start();
    await ready(service);
    expect(await (await get('/readyz'))?.json()).toMatchObject({
      checks: expect.arrayContaining([
        { name: 'discord', ok: true },
        { name: 'slack', ok: true },
        { name: 'database', ok: true },
      ]),
    });
    await ask('who met in March 2025');
    const metrics = await until(
      async () =>
        (await (await get('/metrics'))?.text())?.match(
          /kyogi_asks_total\{platform="discord",intent="who",status="answered"\} 1/,
        )?.[0],
      'a counted ask',
      service,
    );
    expect(metrics).toBeDefined();
    expect(service.out()).not.toContain('who met');
    expect(statSync(join(folder, 'data/kyogi.sqlite')).mode & 0o077).toBe(0);
  }, 120_000);

  test('an edit of the record changes the next answer; a bad one is logged with file and line and changes nothing', async () => {
    const service = start();
    await ready(service);
    const file = join(folder, 'knowledge/consultations/2025/2025-03-30-defense-ministerial.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('東京・防衛省, en: Tokyo (Ministry of Defense)', '東京・市ヶ谷, en: Tokyo (Ichigaya)'),
    );
    const where = () => ask('where was the March 2025 defense ministerial held');
    await until(async () => ((await where()).includes('Ichigaya') ? true : undefined), 'the edit', service);

    writeFileSync(file, text.replace('framework: defense-ministerial', 'framework: no-such-framework'));
    await until(() => (service.out().includes('is not usable') ? true : undefined), 'the complaint', service);
    expect(service.out()).toMatch(/2025-03-30-defense-ministerial\.yaml:\d+:\d+/);
    expect(await where()).toContain('Ichigaya');
  }, 120_000);

  test('the reading room alone is a service: pages, data and health on one port', async () => {
    const service = start({ DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', WEB: 'on' });
    await ready(service);
    expect(await (await get('/en/frameworks/scc'))?.text()).toContain('<h1>');
    expect(await (await get('/api/ask?q=latest+2%2B2'))?.json()).toMatchObject({ status: 'answered' });
    const metrics = await (await get('/metrics'))?.text();
    expect(metrics).toContain('kyogi_asks_total{platform="web",intent="latest",status="answered"} 1');
    service.child.kill('SIGTERM');
    expect(await service.code).toBe(0);
  }, 60_000);

  test('one platform refused does not take the other down', async () => {
    const service = start({ DISCORD_TOKEN: 'A-Very-Wrong-Token' });
    await until(() => (service.out().includes('Connected to slack') ? true : undefined), 'Slack', service);
    await until(() => (service.out().includes('DISCORD_TOKEN') ? true : undefined), 'the complaint', service);
    expect((await get('/readyz'))?.status).toBe(503);
    expect(service.out()).not.toContain('A-Very-Wrong-Token');
  }, 120_000);

  test('a second start on the same database file says so and exits 1', async () => {
    await ready(start());
    const second = start({ PORT: '0' });
    expect(await second.code).toBe(1);
    expect(second.out()).toMatch(/kyogi\.sqlite/);
    expect(second.out()).not.toMatch(/\n\s+at /);
  }, 120_000);

  test('SIGTERM ends it in order, with exit code 0, within ten seconds', async () => {
    const service = start();
    await ready(service);
    const asked = performance.now();
    service.child.kill('SIGTERM');
    expect(await service.code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(15_000);
  }, 120_000);

  test('SIGTERM ends it within ten seconds also while a platform fails and a reply waits for it', async () => {
    const service = start();
    await ready(service);
    slack.rage((method) => (method === 'chat.postMessage' ? { status: 503, body: {} } : undefined));
    await slack.socket.deliver(mention(slack, 'who met in March 2025'));
    await until(() => (slack.calls.length > 4 ? true : undefined), 'a few tries', service);
    const asked = performance.now();
    service.child.kill('SIGTERM');
    expect(await service.code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(15_000);
  }, 120_000);
});

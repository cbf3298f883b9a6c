/**
 * Follows docs/setup.md by the letter, against the local servers of tests/discord and tests/slack: its commands are run as they stand, in a
 * clean clone, and its settings are filled with the tokens of those servers. Prints what each step took.
 *
 *   npm exec -- node tests/guide/run.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ids, type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import { startDiscordServer } from '../discord/server/server.ts';
import { freePort } from '../free-port.ts';
import { SIGNING_SECRET, sendSigned, socketDelivery } from '../slack/server/delivery.ts';
import { command } from '../slack/server/payloads.ts';
import { APP_TOKEN, BOT_TOKEN, startSlackServer } from '../slack/server/slack-server.ts';
import { blocksOf, root, settingsOf } from './guide.ts';

const QUESTION = 'who met in March 2025';
const EXPECTED = 'Nakatani';

const work = mkdtempSync(join(tmpdir(), 'kyogi-guide-'));
const clone = join(work, 'kyogi');
const port = await freePort();
const discord = await startDiscordServer();
const slack = await startSlackServer();
// A machine under load is no fault of the guide's.
discord.voidAfterMs = 30_000;

/** What the guide tells people to put into `.env`, as it is on the local servers. */
const VALUES: Readonly<Record<string, string>> = {
  DISCORD_TOKEN: discord.token,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'fake-client-secret',
  SLACK_STATE_SECRET: 'fake-state-secret-of-a-test',
  ENCRYPTION_KEY: 'fake-encryption-key-of-32-characters',
  PORT: String(port),
};
/** Where the local servers are: the one thing that the guide does not say. */
const LOCAL = [`DISCORD_API_URL=${discord.apiUrl}`, `SLACK_API_URL=${slack.apiUrl}`, 'HOST=127.0.0.1'];

const started = performance.now();
try {
  await install();
  await platform('Discord', ['Discord'], askDiscord);
  await platform('Slack, Socket Mode', ['Socket Mode'], askSlackInSocketMode);
  await platform('Slack, HTTP', ['HTTP'], askSlackOverHttp);
  await platform('Slack, many workspaces', ['Many workspaces'], installWorkspace);
  await platform('Discord and Slack, curators', ['Discord', 'Socket Mode'], askDiscord, [
    `CURATOR_CHANNEL=discord:${ids.channel}`,
  ]);
  if (discord.violations.length > 0) throw new Error(`Discord would have refused: ${discord.violations.join('; ')}`);
  console.log(`all of it ${seconds(started)}`);
} finally {
  await Promise.all([discord.stop(), slack.close()]);
  rmSync(work, { recursive: true, force: true });
}

async function install(): Promise<void> {
  const [get = '', settings = ''] = blocksOf('Install', 'sh');
  await step('install', async () => {
    const told = await sh(get.replace('REPOSITORY', root), work);
    if (!told.includes(EXPECTED)) throw new Error(`No answer after the install:\n${told}`);
  });
  await step('settings file', () => sh(settings, clone));
}

/** One platform's section: its settings, the doctor, the start, a question and its answer. */
async function platform(
  name: string,
  sections: readonly string[],
  ask: (section: string, log: () => string) => Promise<void>,
  more: readonly string[] = [],
): Promise<void> {
  const env = join(clone, '.env');
  writeFileSync(env, readFileSync(join(clone, '.env.example')));
  const names = [...new Set(sections.flatMap(settingsOf))];
  appendFileSync(env, [...names.map((setting) => `${setting}=${VALUES[setting]}`), ...LOCAL, ...more, ''].join('\n'));
  const [commands = ''] = blocksOf('Check and start', 'sh');
  const [doctor = '', start = ''] = commands.split('\n');
  await step(`${name}: doctor`, async () => {
    const told = await sh(doctor, clone);
    if (more.length > 0 && !/curator channel: the bot may post in #/.test(told))
      throw new Error(`The doctor says nothing of the curators' channel:\n${told}`);
    if (process.argv.includes('--show')) console.log(told);
  });
  await step(`${name}: start, question, answer`, async () => {
    const bot = begin(start, clone);
    try {
      await ask(sections[0] ?? '', bot.log);
      if (process.argv.includes('--show')) console.log(bot.log());
    } finally {
      await bot.end();
    }
  });
}

async function askDiscord(_section: string, log: () => string): Promise<void> {
  await until(() => log().includes('oauth2/authorize?client_id='), 'the invite link', log);
  const interaction: Payload = {
    ...payload('interaction-slash'),
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { id: '1', name: 'alliance', type: 1, options: [{ name: 'question', type: 3, value: QUESTION }] },
  };
  const { post } = await discord.interact(interaction, 30_000);
  holds(JSON.stringify(post?.body));
}

async function askSlackInSocketMode(section: string, log: () => string): Promise<void> {
  const manifest = await manifestOf(section);
  if (manifest.settings.socket_mode_enabled !== true) throw new Error('The manifest is not for Socket Mode.');
  await until(() => slack.socket.connections() > 0, 'the socket', log);
  await answeredOnSlack(() => socketDelivery(slack, 30_000).deliver(command(slack, QUESTION)));
}

async function askSlackOverHttp(section: string, log: () => string): Promise<void> {
  const { features } = await manifestOf(section);
  const path = new URL(features.slash_commands[0]?.url ?? '').pathname;
  if (path !== '/slack/events') throw new Error(`The manifest names ${path}.`);
  await until(() => isUp('/healthz'), 'the port', log);
  await answeredOnSlack(() => sendSigned(port, command(slack, QUESTION)));
}

async function installWorkspace(_section: string, log: () => string): Promise<void> {
  await until(() => isUp('/healthz'), 'the port', log);
  const page = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: 'manual' });
  const authorize = new URL(page.headers.get('location') ?? '');
  if (authorize.searchParams.get('client_id') !== VALUES.SLACK_CLIENT_ID)
    throw new Error(`/slack/install leads to ${authorize}.`);
}

/** What the section's command prints. */
async function manifestOf(section: string) {
  const [print = ''] = blocksOf(section, 'sh');
  const link =
    (await sh(print, clone)).split('\n').find((line) => line.startsWith('https://api.slack.com/apps?')) ?? '';
  return JSON.parse(new URL(link).searchParams.get('manifest_json') ?? '');
}

async function answeredOnSlack(deliver: () => Promise<unknown>): Promise<void> {
  const before = slack.changes();
  await deliver();
  holds(JSON.stringify((await slack.changedAfter(before)).body));
}

function holds(answer: string | undefined): void {
  if (!answer?.includes(EXPECTED)) throw new Error(`Not the answer that was expected: ${answer}`);
}

async function isUp(path: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  return response?.ok === true;
}

async function until(look: () => boolean | Promise<boolean>, what: string, log: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await look()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`Waited a minute for ${what}. The bot says:\n${log()}`);
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${name.padEnd(48)} ${seconds(began)}`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs lines of the guide in a shell, the first failure ending them, and gives what they print. */
async function sh(lines: string, cwd: string): Promise<string> {
  const { child, log, code } = spawned(lines, cwd);
  const result = await code;
  if (result !== 0) throw new Error(`${lines}\nended with ${result ?? child.signalCode}:\n${log()}`);
  return log();
}

/** Runs a line that goes on until it is ended as with Ctrl+C. */
function begin(line: string, cwd: string) {
  const { child, log, code } = spawned(line, cwd);
  return {
    log,
    async end() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      await code;
    },
  };
}

function spawned(lines: string, cwd: string): { child: ChildProcess; log: () => string; code: Promise<number | null> } {
  const child = spawn('bash', ['-ec', lines], { cwd, detached: true, env: clean(process.env) });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { child, log: () => chunks.join(''), code: new Promise((done) => child.on('close', done)) };
}

/** The environment without what npm adds to it for this script, its own Node among it. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(env).filter(([name]) => !/^npm_|^NODE/i.test(name));
  const path = (env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(entries), PATH: path.join(':') };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DiscordServer, startDiscordServer } from '../discord/server/server.ts';
import { freePort } from '../free-port.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlackServer } from '../slack/server/slack-server.ts';

const root = resolve(import.meta.dirname, '../..');
const WAIT_MS = 90_000;

/** One line of the program's log. */
export type LogLine = { readonly level: number; readonly msg: string } & Readonly<Record<string, unknown>>;

/** The real program, both platforms on local servers, in a folder of its own that a fault may be put into. */
export type Stage = {
  readonly folder: string;
  readonly knowledge: string;
  readonly discord: DiscordServer;
  readonly slack: SlackServer;
  readonly databaseUrl: string;
  /** Starts the program and resolves once it is ready. */
  start(): Promise<void>;
  /** Starts the program without waiting. */
  launch(): void;
  untilReady(): Promise<number>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  running(): boolean;
  /** Everything logged since the stage was set, oldest first. */
  log(): readonly LogLine[];
  /** What was printed and is no log line: nothing, if all is well. */
  stray(): readonly string[];
  /** Status and body of a path of the health port; status 0 when nothing answers. */
  get(path: string): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
};

export type StageOptions = {
  /** Default: a SQLite file in the stage's folder. */
  readonly databaseUrl?: string | undefined;
  readonly env?: Record<string, string> | undefined;
  /** Modules that node loads before the program. */
  readonly preload?: readonly string[] | undefined;
  /** Runs the program under a shell with this in front, such as a limit. */
  readonly shell?: string | undefined;
};

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-faults-'));
  const knowledge = join(folder, 'knowledge');
  cpSync(join(root, 'knowledge'), knowledge, { recursive: true });
  mkdirSync(join(folder, 'data'));
  const port = await freePort();
  const discord = await startDiscordServer();
  // Message ids are times, and a digest of unknown fate is looked for by its time.
  const slack = await startSlackServer({ now: () => Date.now() });
  // Beside other tests a machine may be too busy for Discord's three seconds, which is not what is looked at there.
  if (process.env.VITEST !== undefined) discord.voidAfterMs = 60_000;
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(folder, 'data/kyogi.sqlite')}`;
  const lines: LogLine[] = [];
  const stray: string[] = [];
  let child: ChildProcess | undefined;
  let ended: Promise<number | null> = Promise.resolve(null);

  function launch(): void {
    const env = {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: join(tmpdir(), 'kyogi-test-compile-cache'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: databaseUrl,
      KNOWLEDGE_DIR: knowledge,
      PORT: String(port),
      HOST: '127.0.0.1',
      KYOGI_CHANNEL_PER_MINUTE: '10000',
      ...options.env,
    };
    const args = [...(options.preload ?? []).flatMap((module) => ['--import', module]), join(root, 'adapters/main.ts')];
    const started = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let rest = '';
    const read = (chunk: unknown) => {
      const parts = `${rest}${String(chunk)}`.split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        try {
          lines.push(JSON.parse(part));
        } catch {
          if (part !== '') stray.push(part);
        }
      }
    };
    started.stdout?.on('data', read);
    started.stderr?.on('data', read);
    ended = new Promise((done) => {
      started.on('close', (code) => {
        if (child === started) child = undefined;
        done(code);
      });
    });
  }

  async function get(path: string) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) });
      return { status: response.status, body: await response.text() };
    } catch {
      return { status: 0, body: '' };
    }
  }

  async function untilReady(): Promise<number> {
    const began = performance.now();
    let answer = { status: 0, body: '' };
    const look = async () => {
      if (child === undefined) throw new Error('the program ended');
      answer = await get('/readyz');
      return answer.status === 200;
    };
    await until(look, 'readiness').catch((error: unknown) => {
      throw new Error(`${String(error)}; it answered ${answer.status} ${answer.body} and said:\n${tell(lines, stray)}`);
    });
    return performance.now() - began;
  }

  return {
    folder,
    knowledge,
    discord,
    slack,
    databaseUrl,
    launch,
    untilReady,
    async start() {
      launch();
      await untilReady();
    },
    async kill(signal) {
      child?.kill(signal);
      return ended;
    },
    running: () => child !== undefined,
    log: () => lines,
    stray: () => stray,
    get,
    async close() {
      child?.kill('SIGKILL');
      await ended;
      await Promise.all([discord.stop(), slack.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once `look` holds; rejects after a minute and a half. */
export async function until(look: () => Promise<boolean> | boolean, what: string, waitMs = WAIT_MS): Promise<void> {
  const end = performance.now() + waitMs;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await sleep(50);
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function tell(lines: readonly LogLine[], stray: readonly string[]): string {
  return [...lines.slice(-8).map((line) => JSON.stringify(line)), ...stray.slice(-8)].join('\n');
}

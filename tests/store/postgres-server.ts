import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../free-port.ts';

/** A PostgreSQL server for tests: `freshUrl` names a new empty schema in it each time. */
export type TestPostgres = {
  readonly url: string;
  freshUrl(): Promise<string>;
  /** Ends every other connection, as a restart of the server would. */
  breakConnections(): Promise<void>;
  /** Ends the server as a crash would; `up` starts it again on the same port and data. Not for `TEST_DATABASE_URL`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Stops it from answering, connections kept, until `thaw`. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/** Why the PostgreSQL tests cannot run here, or `undefined` when they can. */
export function postgresMissing(): string | undefined {
  if (process.env.TEST_DATABASE_URL || binaries() !== undefined) return undefined;
  return 'no PostgreSQL server: install postgresql (its binaries are enough) or set TEST_DATABASE_URL';
}

/** Says on the test output that PostgreSQL is not covered; a silent skip would read as a pass. */
export function announceMissing(part: string): void {
  const why = postgresMissing();
  if (why !== undefined) process.stderr.write(`\n!! ${part}: SKIPPED ON POSTGRESQL — ${why}\n\n`);
}

/** The server of `TEST_DATABASE_URL`, else a private one on a loopback port, gone with its data at `stop`. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const notOurs = () => Promise.reject(new Error('the server of TEST_DATABASE_URL is not ours to stop'));
    return serve(given, { down: notOurs, up: notOurs, freeze: notOurs, thaw: notOurs, stop: async () => {} });
  }
  const bin = binaries();
  if (bin === undefined) throw new Error(postgresMissing());

  // The server refuses to run as root, so as root it runs as the account its package made.
  const as = process.getuid?.() === 0 ? account('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-pg-'));
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'kyogi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: '60',
  };
  const url = `postgres://kyogi@127.0.0.1:${port}/postgres`;
  let running: { pid: number | undefined; ended: Promise<void>; kill: () => void } | undefined;

  async function up(): Promise<void> {
    const server = spawn(
      join(bin ?? '', 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const kill = () => void server.kill('SIGQUIT');
    process.once('exit', kill);
    running = { pid: server.pid, ended, kill };
    await ready(url, () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    });
  }

  async function down(): Promise<void> {
    if (running === undefined) return;
    process.off('exit', running.kill);
    running.kill();
    await running.ended;
    running = undefined;
  }

  await up();
  return serve(url, {
    down,
    up,
    // Every process of the server, or its workers would go on answering.
    freeze: () => signalTree(running?.pid, 'SIGSTOP'),
    thaw: () => signalTree(running?.pid, 'SIGCONT'),
    async stop() {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

function signalTree(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  for (const each of [pid, ...children.map(Number)]) process.kill(each, signal);
}

let schemas = 0;

function serve(url: string, life: Pick<TestPostgres, 'down' | 'up' | 'freeze' | 'thaw' | 'stop'>): TestPostgres {
  return {
    url,
    async freshUrl() {
      schemas += 1;
      const schema = `test_${process.pid}_${schemas}`;
      await once(url, `create schema ${schema}`);
      const fresh = new URL(url);
      fresh.searchParams.set('options', `-c search_path=${schema}`);
      return fresh.href;
    },
    breakConnections: () =>
      once(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kyogi'"),
    ...life,
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Waits for a server that was just started; `check` throws once it is known not to come. */
export async function ready(url: string, check: () => void): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(url, 'select 1');
    } catch (error) {
      check();
      if (attempt > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function binaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** The ids of an account of this system. */
export function account(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`There is no account ${name} to run PostgreSQL as.`);
  return { uid: Number(uid), gid: Number(gid) };
}

import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { account, postgresMissing, ready } from './postgres-server.ts';

const places = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'];

/** Why tests behind PgBouncer cannot run here, or `undefined` when they can. */
export function pgbouncerMissing(): string | undefined {
  const noServer = postgresMissing();
  if (noServer !== undefined) return noServer;
  return places.some(existsSync) ? undefined : 'no PgBouncer: install pgbouncer (its binary is enough)';
}

/**
 * PgBouncer in transaction mode, all else by its defaults, before the server that `behind` names. `url` gives an address by database;
 * `ini` is further lines of its settings.
 */
export async function startPgBouncer(
  behind: string,
  ini: readonly string[] = [],
): Promise<{ url(database: string): string; stop(): Promise<void> }> {
  const binary = places.find(existsSync);
  if (binary === undefined) throw new Error(pgbouncerMissing());
  const as = process.getuid?.() === 0 ? account('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-pgbouncer-'));
  const server = new URL(behind);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    [
      '[databases]',
      `* = host=${server.hostname} port=${server.port} user=kyogi`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      ...ini,
    ].join('\n'),
  );
  if (as !== undefined) for (const each of [folder, file]) chownSync(each, as.uid, as.gid);
  const pooler = spawn(binary, ['--quiet', file], { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  pooler.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => pooler.once('exit', () => resolve()));
  const kill = () => void pooler.kill('SIGKILL');
  process.once('exit', kill);
  const url = (database: string) => `postgres://kyogi@127.0.0.1:${port}/${database}`;
  await ready(url('postgres'), () => {
    if (pooler.exitCode !== null) throw new Error(`PgBouncer did not start: ${said}`);
  });
  return {
    url,
    async stop() {
      process.off('exit', kill);
      kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

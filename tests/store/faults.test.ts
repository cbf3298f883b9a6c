import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { withoutPassword } from '../../src/store/address.ts';
import { openStore } from '../../src/store/open.ts';
import { checkDatabase } from '../../tools/doctor/database.ts';
import { type Refusal, startRefusingServer } from './refusing-server.ts';

/** What start and doctor say of an address; both must say the same, but that the doctor names the newest backup. */
async function saidOf(url: string): Promise<{ detail: string; fix: string }> {
  const [finding] = (await checkDatabase(url)).findings;
  const atStart = await openStore(url).then(
    async (store) => {
      await store.close();
      return 'it opens';
    },
    (error: Error) => error.message,
  );
  const [detail, fix] = atStart.split(' — ');
  expect(detail).toBe(finding?.detail);
  if (finding?.fix?.includes('npm run restore') !== true) expect(fix).toBe(`${finding?.fix}.`);
  return { detail: finding?.detail ?? '', fix: finding?.fix ?? '' };
}

describe('an address that cannot be read', () => {
  test.each([
    ['a # in the password', 'postgres://kyogi:S3cret#PW@127.0.0.1:1/kyogi'],
    ['a # and no host', 'postgres://kyogi:S3cret#PW'],
    ['a / in the password', 'postgres://kyogi:S3cret/PW@127.0.0.1:1/kyogi'],
    ['a / after figures', 'postgres://kyogi:5432/S3cretPW@127.0.0.1:1/kyogi'],
    ['a ? in the password', 'postgres://kyogi:S3cret?PW@127.0.0.1:1/kyogi'],
    ['brackets in the password', 'postgres://kyogi:S3cret[PW]@127.0.0.1:1/kyogi'],
    ['@, / and # in the password', 'postgresql://kyogi:S3cret@PW/S3cret#PW@127.0.0.1:1/kyogi'],
    ['a # in the user', 'postgres://S3cretPW#kyogi:x@127.0.0.1:1/kyogi'],
    ['a password and no host', 'postgres://kyogi:S3cretPW/kyogi'],
  ])('with %s is told how to write it, and nothing of it is shown', async (_, url) => {
    const { detail, fix } = await saidOf(url);
    expect(`${detail} ${fix}`).not.toMatch(/S3cret|PW\b/);
    expect(detail).toContain('DATABASE_URL');
    expect(fix).toContain('%23');
    expect(withoutPassword(url)).not.toMatch(/S3cret|PW\b/);
  });

  test.each([
    ['a port out of range', 'postgres://kyogi:S3cretPW@127.0.0.1:99999/kyogi', 'from 1 to 65535'],
    ['a port that is no number', 'postgres://kyogi:S3cretPW@127.0.0.1:5543x/kyogi', 'from 1 to 65535'],
    ['port 0', 'postgres://kyogi:S3cretPW@127.0.0.1:0/kyogi', 'from 1 to 65535'],
    ['two hosts', 'postgres://kyogi:S3cretPW@h1:1,h2:2/kyogi', 'name one'],
    [
      'a certificate that is not there',
      'postgres://kyogi:S3cretPW@127.0.0.1:1/kyogi?sslrootcert=/no/ca.pem',
      'sslrootcert',
    ],
    ['another database', 'mysql://kyogi:S3cretPW@127.0.0.1/kyogi', 'postgres://user:password@host/database'],
    ['a home folder', 'sqlite:~/kyogi.sqlite', 'whole path'],
    ['a path of Windows', 'sqlite:C:\\data\\kyogi.sqlite', 'whole path'],
    ['a file: address', 'sqlite:file:kyogi.sqlite?mode=ro', 'whole path'],
    ['no path', 'sqlite:', 'sqlite:data/kyogi.sqlite'],
  ])('with %s names the fix', async (_, url, fix) => {
    const said = await saidOf(url);
    expect(said.fix).toContain(fix);
    expect(`${said.detail} ${said.fix}`).not.toContain('S3cret');
    expect(existsSync(url.replace('sqlite:', ''))).toBe(false);
  });

  test.each([
    ['postgres://kyogi:p%23ss@127.0.0.1:5432/kyogi?sslmode=no-verify', 'postgres://127.0.0.1:5432/kyogi'],
    ['postgres://kyogi:p@ss@host/kyogi', 'postgres://host/kyogi'],
    ['postgresql://kyogi@[::1]:5432/kyogi', 'postgres://[::1]:5432/kyogi'],
    ['postgres://kyogi:12345', 'of DATABASE_URL'],
    ['postgres://kyogi:123/45', 'of DATABASE_URL'],
    ['postgres://kyogi@/kyogi?host=/var/run/postgresql', 'postgres:///kyogi'],
    ['postgres://host/kyogi?user=kyogi&password=S3cret', 'of DATABASE_URL'],
    ['sqlite:data/kyogi.sqlite', 'sqlite:data/kyogi.sqlite'],
  ])('%s is readable and shown as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});

describe('a PostgreSQL server that lets nobody in', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });
  async function saidOfServer(refusal: Refusal, query = ''): Promise<{ detail: string; fix: string }> {
    const server = await startRefusingServer(refusal);
    stop = server.stop;
    return await saidOf(`postgres://kyogi:hunter2@127.0.0.1:${server.port}/kyogi${query}`);
  }

  test.each([
    ['28P01', 'password authentication failed for user "kyogi"', 'password is wrong', 'percent-encoded'],
    [
      '28000',
      'no pg_hba.conf entry for host "127.0.0.1", no encryption',
      'does not let this user in',
      'sslmode=verify-full',
    ],
    ['3D000', 'database "kyogi" does not exist', 'no database of that name', 'create database'],
    ['3F000', 'no schema has been selected to create in', 'search_path', 'create the schema'],
    ['42501', 'permission denied for schema public', 'may not make tables', 'owner of the database'],
    ['25006', 'cannot execute CREATE TABLE in a read-only transaction', 'takes no writes', 'primary server'],
    ['53300', 'sorry, too many clients already', 'no connection left', 'max_connections'],
    ['53100', 'could not extend file: No space left on device', 'no room left', 'make room'],
    ['57P03', 'the database system is starting up', 'starting or stopping', 'try again'],
    ['08P01', 'no such database: kyogi', 'refuses the connection', 'pooler'],
    ['XX000', 'something unheard of', 'something unheard of', "server's log"],
  ])('with %s (%s) is told what it is and the fix', async (code, message, what, fix) => {
    const said = await saidOfServer({ code, message });
    expect(said.detail).toContain(what);
    expect(said.detail).toContain(message);
    expect(said.fix).toContain(fix);
    expect(JSON.stringify(said)).not.toContain('hunter2');
  });

  test.each([
    ['hangs-up', '', 'was ended', 'host and port'],
    ['no-tls', '?sslmode=verify-full', 'offers no TLS', 'take sslmode out'],
    ['own-certificate', '?sslmode=verify-full', 'no authority that is known here', 'sslrootcert=FILE'],
    [
      'own-certificate',
      `?sslmode=verify-full&sslrootcert=${fileURLToPath(new URL('../fixtures/tls/cert.pem', import.meta.url))}`,
      'for another host name',
      'the host name that the certificate names',
    ],
  ] as const)('because it %s (%s) is told so', async (refusal, query, what, fix) => {
    const said = await saidOfServer(refusal, query);
    expect(said.detail).toContain(what);
    expect(said.fix).toContain(fix);
  });

  test.each([
    ['postgres://kyogi@127.0.0.1:1/kyogi', 'ECONNREFUSED', 'start the PostgreSQL server'],
    ['postgres://kyogi@no-such-host.invalid/kyogi', 'host name is not known', 'check the host'],
    ['postgres://kyogi@/kyogi?host=/no/such/folder', 'no such socket', 'folder of its socket'],
  ])('%s is told that nobody is there', async (url, what, fix) => {
    const said = await saidOf(url);
    expect(said.detail).toContain(what);
    expect(said.fix).toContain(fix);
  });
});

describe('a SQLite file that cannot be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-faults-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;
  function freshFolder(): string {
    made += 1;
    const fresh = join(folder, String(made));
    mkdirSync(fresh);
    return fresh;
  }
  const otherBytes = 'This is prose, and longer than the header that SQLite looks for. '.repeat(20);

  test('because its lock is a folder is told to move that', async () => {
    const path = join(freshFolder(), 'k.sqlite');
    mkdirSync(`${path}.lock`);
    expect(await saidOf(`sqlite:${path}`)).toEqual({
      detail: `${path}.lock is a folder, and a file belongs there`,
      fix: 'move the folder away',
    });
  });

  test('because its lock holds other bytes is told to delete it, and no other process is blamed', async () => {
    const path = join(freshFolder(), 'k.sqlite');
    writeFileSync(`${path}.lock`, otherBytes);
    const said = await saidOf(`sqlite:${path}`);
    expect(said.detail).toContain('is not the lock that belongs there');
    expect(said.fix).toContain('delete it once no bot runs');
  });

  test.each([
    ['it is a folder', (path: string) => mkdirSync(path), 'is a folder', 'name a file'],
    [
      'it is no database',
      (path: string) => writeFileSync(path, otherBytes),
      'not a SQLite database',
      'npm run restore',
    ],
    [
      'a part of its path is a file',
      (path: string) => writeFileSync(join(path, '..', 'file'), ''),
      'is no folder',
      'check the path',
    ],
  ])('because %s names the fix', async (why, prepare, what, fix) => {
    const path = join(freshFolder(), 'k.sqlite');
    prepare(path);
    const said = await saidOf(`sqlite:${why.startsWith('a part') ? join(path, '..', 'file', 'k.sqlite') : path}`);
    expect(said.detail).toContain(what);
    expect(said.fix).toContain(fix);
  });

  test('while a bot runs on it is told so by the doctor, and the bot keeps it', async () => {
    const path = join(freshFolder(), 'k.sqlite');
    const store = await openStore(`sqlite:${path}`);
    expect((await checkDatabase(`sqlite:${path}`)).findings).toMatchObject([
      { status: 'ok', detail: 'sqlite, 0 active digests, in use by a running bot' },
    ]);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow('already running');
    await store.close();
    expect((await checkDatabase(`sqlite:${path}`)).findings).toMatchObject([{ detail: 'sqlite, 0 active digests' }]);
  });

  test('is one sentence from a bot and a tool alike where this user may not write', () => {
    // Root may write anywhere, so as root what an account without rights meets is looked at by one.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
    chmodSync(folder, 0o755);
    const cases = [
      { ofFolder: 0o555, ofFile: 0o666, what: 'The folder', fix: 'write to the folder' },
      { ofFolder: 0o777, ofFile: 0o444, what: 'this user may not', fix: 'let it write to' },
      { ofFolder: 0o555, ofFile: 0o444, what: 'this user may not', fix: 'let it write to' },
    ].map((each) => ({ ...each, inside: freshFolder() }));
    for (const { inside, ofFolder, ofFile } of cases) {
      const path = join(inside, 'k.sqlite');
      writeFileSync(path, '');
      if (nobody !== undefined && ofFile === 0o666) chownSync(path, nobody.uid, nobody.gid);
      chmodSync(path, ofFile);
      chmodSync(inside, ofFolder);
    }
    const script = `
      const { openStore } = await import(${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)});
      for (const folder of process.argv.slice(1)) for (const kind of ['alone', 'beside']) {
        await openStore('sqlite:' + folder + '/k.sqlite', { process: kind }).then(
          () => console.log('it opens'),
          (error) => console.log(error.name + ': ' + error.message),
        );
      }`;
    const args = ['--input-type=module', '-e', script, ...cases.map(({ inside }) => inside)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { ...nobody, cwd: '/', encoding: 'utf8' });
    for (const { inside } of cases) chmodSync(inside, 0o777);
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual(Array(6).fill(expect.stringMatching(/^KyogiError: .* — .*\.$/)));
    for (const [index, line] of lines.entries()) {
      const expected = cases[Math.floor(index / 2)];
      expect(line).toContain(expected?.what);
      expect(line).toContain(expected?.fix);
    }
  });
});

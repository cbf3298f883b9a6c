import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const freshPath = () => join(folder, `${++files}`, 'kyogi.sqlite');

describe('SQLite', () => {
  storeContract(async () => `sqlite:${freshPath()}`);

  test('makes the folder and a file only its owner can read', async () => {
    const path = freshPath();
    const store = await openStore(`sqlite:${path}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('keeps a database in memory when asked to', async () => {
    const store = await openStore('sqlite::memory:');
    expect(await store.claim('a', 0, 1)).toBe(true);
    await store.close();
  });

  test('a second bot on the same file is refused, a tool beside it is not', async () => {
    const path = freshPath();
    const store = await openStore(`sqlite:${path}`);
    await expect(openStore(`sqlite:${path}`)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('Another process is already running'),
    });
    const tool = await openStore(`sqlite:${path}`, { process: 'beside' });
    await tool.ping();
    await tool.close();
    await store.close();
    await (await openStore(`sqlite:${path}`)).close();
  });

  test('a bot in another process is seen, and killing it frees the place', async () => {
    const path = freshPath();
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)};
      await openStore(${JSON.stringify(`sqlite:${path}`)});
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const bot = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(bot.stdout, 'data');
    await expect(openStore(`sqlite:${path}`)).rejects.toMatchObject({ code: 'store' });
    bot.kill('SIGKILL');
    await once(bot, 'exit');
    await (await openStore(`sqlite:${path}`)).close();
  });

  test('a schema from a newer version is refused and left alone', async () => {
    const path = freshPath();
    await (await openStore(`sqlite:${path}`)).close();
    const raw = new DatabaseSync(path);
    raw.exec('update schema_version set version = 99');
    await expect(openStore(`sqlite:${path}`)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('schema version 99'),
    });
    expect(raw.prepare('select version from schema_version').get()).toEqual({ version: 99 });
    raw.close();
    // The refusal gave back the place of the running bot as well.
    const again = new DatabaseSync(path);
    again.exec(`update schema_version set version = ${migrations.length}`);
    again.close();
    await (await openStore(`sqlite:${path}`)).close();
  });

  test('a file that is no database is a store fault that names it', async () => {
    const path = join(folder, 'not-a-database');
    writeFileSync(
      path,
      'This is prose, and longer than the header that SQLite looks for at the start of a file.'.repeat(9),
    );
    await expect(openStore(`sqlite:${path}`)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('not-a-database'),
    });
  });

  test('an address of neither kind is a configuration fault', async () => {
    await expect(openStore('mysql://root:hunter2@localhost/x')).rejects.toMatchObject({
      code: 'config',
      message: expect.not.stringContaining('hunter2'),
    });
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupStore, restoreStore } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { subscriptionOf } from '../digest/delivery-fixture.ts';
import { asked } from './contract.ts';
import { announceMissing, postgresMissing, startPostgres, type TestPostgres } from './postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = (suffix = '') => {
  files += 1;
  return join(folder, `${files}${suffix}`);
};
const freshSqlite = async () => `sqlite:${fresh('.sqlite')}`;

/** One row of every kind. */
async function fill(url: string): Promise<void> {
  const store = await openStore(url);
  await store.addSubscription(subscriptionOf({ filters: { topics: ['training'] }, changedAt: '2026-03-01T00:00:00Z' }));
  await store.claimDelivery('sub1', '2026-03-30', 'me', 1_774_828_800_000, 1_774_828_845_000);
  await store.saveChannelSettings('slack', 'team', 'channel', { language: 'ja' });
  await store.saveInstallation('team', 'sealed', 1);
  await store.addFeedback({
    at: 1_774_828_800_000,
    platform: 'slack',
    actor: 'ann',
    ask: 'a1',
    kind: 'other',
    text: '改行\nと "引用"',
    about: {
      question: '"誰"？',
      headline: '中谷元防衛大臣',
      language: 'ja',
      consultations: ['2025-03-30-defense-ministerial'],
    },
    knowledgeVersion: 'v',
  });
  await store.addGap({
    at: 2,
    platform: 'slack',
    actor: 'ann',
    language: 'ja',
    intent: 'who',
    reason: 'none',
    text: null,
    knowledgeVersion: 'v',
  });
  await store.saveConversation('thread', 'ann', asked('誰？'), 0, 9_999_999_999_999);
  await store.saveAsk('a1', 'ann', { question: asked(''), language: 'ja', day: '2026-03-30' }, 0, 9_999_999_999_999);
  await store.claim('event', 0, 9_999_999_999_999);
  await store.close();
}

/** Everything a store holds, as its own methods tell it. */
async function everything(url: string) {
  const store = await openStore(url);
  const all = {
    subscriptions: await store.listSubscriptions({}),
    deliveries: await store.listDeliveries({}),
    settings: await store.loadChannelSettings('slack', 'team', 'channel'),
    installation: await store.loadInstallation('team'),
    feedback: await store.listFeedback(9),
    gaps: await store.listGaps(9),
    conversation: await store.loadConversation('thread', 1),
    ask: await store.loadAsk('a1', 1),
    claimedAgain: await store.claim('event', 1, 2),
  };
  await store.close();
  return all;
}

describe('a SQLite backup', () => {
  test('made beside a running bot restores everything, readable by its owner alone', async () => {
    const url = await freshSqlite();
    await fill(url);
    const running = await openStore(url);
    const file = fresh('.backup');
    expect(await backupStore(url, file)).toBe('sqlite');
    await running.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const elsewhere = await freshSqlite();
    expect(await restoreStore(elsewhere, file)).toBe('sqlite');
    expect(await everything(elsewhere)).toEqual(await everything(url));
  });

  test('restored over a database keeps what it replaced beside it', async () => {
    const [url, other] = [await freshSqlite(), await freshSqlite()];
    await fill(url);
    await fill(other);
    const store = await openStore(other);
    await store.addSubscription(subscriptionOf({ id: 'only-here' }));
    await store.close();
    const file = fresh('.backup');
    await backupStore(url, file);
    await restoreStore(other, file);
    expect((await everything(other)).subscriptions.map(({ id }) => id)).toEqual(['sub1']);
    expect((await everything(`${other}.before-restore`)).subscriptions.map(({ id }) => id).sort()).toEqual([
      'only-here',
      'sub1',
    ]);
  });

  test('is refused while a bot runs on the file', async () => {
    const url = await freshSqlite();
    await fill(url);
    const file = fresh('.backup');
    await backupStore(url, file);
    const running = await openStore(url);
    await expect(restoreStore(url, file)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('already running'),
    });
    await running.close();
  });

  test('never overwrites a file', async () => {
    const url = await freshSqlite();
    await fill(url);
    const file = fresh('.backup');
    writeFileSync(file, 'mine');
    await expect(backupStore(url, file)).rejects.toMatchObject({ code: 'store' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('that is damaged, of a newer schema or no backup changes nothing', async () => {
    const url = await freshSqlite();
    await fill(url);
    const before = await everything(url);
    const newer = fresh('.backup');
    await backupStore(url, newer);
    const raw = new DatabaseSync(newer);
    raw.exec('update schema_version set version = 99');
    raw.close();
    const damaged = fresh('.backup');
    writeFileSync(damaged, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5_000, 7)]));
    const prose = fresh('.backup');
    writeFileSync(prose, 'Not a backup\n');
    for (const file of [newer, damaged, prose, join(folder, 'missing')]) {
      await expect(restoreStore(url, file, { replace: true }), file).rejects.toMatchObject({ code: 'store' });
    }
    expect(await everything(url)).toEqual(before);
  });
});

test('a portable backup from SQLite restores everything into another', async () => {
  const [url, other] = [await freshSqlite(), await freshSqlite()];
  await fill(url);
  const file = fresh('.jsonl');
  expect(await backupStore(url, file, { portable: true })).toBe('portable');
  expect(await restoreStore(other, file)).toBe('portable');
  expect(await everything(other)).toEqual(await everything(url));
});

test('a portable backup cut short or with a foreign line changes nothing', async () => {
  const url = await freshSqlite();
  await fill(url);
  const file = fresh('.jsonl');
  await backupStore(url, file, { portable: true });
  const before = await everything(url);
  const text = readFileSync(file, 'utf8');
  for (const bad of [
    text.slice(0, text.length - 20),
    `${text}{"table":"users","row":{}}\n`,
    '',
    '{"kyogi":"backup","schema":99}\n',
  ]) {
    const broken = fresh('.jsonl');
    writeFileSync(broken, bad);
    await expect(restoreStore(url, broken, { replace: true })).rejects.toMatchObject({ code: 'store' });
  }
  expect(await everything(url)).toEqual(before);
});

describe('the commands', () => {
  const run = (tool: string, url: string, ...args: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL(`../../tools/store/${tool}.ts`, import.meta.url)), ...args], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    });

  test('back up and restore', async () => {
    const [url, other] = [await freshSqlite(), await freshSqlite()];
    await fill(url);
    const file = fresh('.backup');
    expect(run('backup', url, '--to', file)).toMatchObject({ status: 0, stdout: `Backed up to ${file}\n` });
    expect(run('restore', other, '--from', file)).toMatchObject({ status: 0 });
    expect(await everything(other)).toEqual(await everything(url));
  });

  test('explain themselves when called wrongly, with exit status 2', async () => {
    const url = await freshSqlite();
    for (const call of [run('backup', url), run('restore', url), run('backup', url, '--nonsense')]) {
      expect(call.status).toBe(2);
      expect(call.stderr).toContain('Usage: npm run');
    }
  });

  test('say in one line what is wrong, with exit status 1', async () => {
    const url = await freshSqlite();
    const call = run('backup', url, '--to', fresh());
    expect(call).toMatchObject({ status: 1, stderr: expect.stringMatching(/^There is no database at .*\n$/) });
    expect(existsSync(url.slice('sqlite:'.length))).toBe(false);
  });
});

announceMissing('backup and restore');

describe.skipIf(postgresMissing())(`PostgreSQL${postgresMissing() ? ` (${postgresMissing()})` : ''}`, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => await server.stop());

  test('a backup restores everything into another database, of either kind', async () => {
    const url = await server.freshUrl();
    await fill(url);
    const file = fresh('.jsonl');
    expect(await backupStore(url, file)).toBe('portable');
    const [postgres, sqlite] = [await server.freshUrl(), await freshSqlite()];
    await restoreStore(postgres, file);
    await restoreStore(sqlite, file);
    const expected = await everything(url);
    expect(await everything(postgres)).toEqual(expected);
    expect(await everything(sqlite)).toEqual(expected);
  });

  test('a community on SQLite moves to PostgreSQL by a portable backup', async () => {
    const url = await freshSqlite();
    await fill(url);
    const [file, plain] = [fresh('.jsonl'), fresh('.backup')];
    await backupStore(url, file, { portable: true });
    await backupStore(url, plain);
    const postgres = await server.freshUrl();
    await expect(restoreStore(postgres, plain)).rejects.toMatchObject({
      message: expect.stringContaining('--portable'),
    });
    await restoreStore(postgres, file);
    expect(await everything(postgres)).toEqual(await everything(url));
  });

  test('state that is there is replaced only when told to', async () => {
    const url = await server.freshUrl();
    await fill(url);
    const file = fresh('.jsonl');
    await backupStore(url, file);
    const store = await openStore(url);
    await store.addSubscription(subscriptionOf({ id: 'later' }));
    await store.close();
    await expect(restoreStore(url, file)).rejects.toMatchObject({ message: expect.stringContaining('--replace') });
    await restoreStore(url, file, { replace: true });
    expect((await everything(url)).subscriptions.map(({ id }) => id)).toEqual(['sub1']);
  });
});

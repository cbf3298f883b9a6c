import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { backupStore } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { subscriptionOf } from '../digest/delivery-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-lost-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A running bot's store with something in it, and what it was told of its file. */
async function running() {
  files += 1;
  const path = join(folder, String(files), 'kyogi.sqlite');
  const told: string[] = [];
  const store = await openStore(`sqlite:${path}`, { onLost: ({ message }) => told.push(message) });
  await store.addSubscription(subscriptionOf({ id: 'old' }));
  return { path, store, told };
}

/** Another database as a bot leaves it, with one subscription. */
async function another(id: string): Promise<string> {
  files += 1;
  const path = join(folder, String(files), 'other.sqlite');
  const store = await openStore(`sqlite:${path}`);
  await store.addSubscription(subscriptionOf({ id }));
  await store.close();
  return path;
}

const idsIn = (path: string): string[] => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database
      .prepare('select id from subscriptions order by id')
      .all()
      .map(({ id }) => String(id));
  } finally {
    database.close();
  }
};

describe('a SQLite file under a running bot', () => {
  test('that is left alone stays its own through checkpoints and tools beside it', async () => {
    const { path, store, told } = await running();
    const before = statSync(path).mtimeMs;
    await store.claimTogether?.(
      Array.from({ length: 1_100 }, (_, n) => `k${n}`),
      0,
      10,
    );
    expect(statSync(path).mtimeMs).toBeGreaterThan(before);
    const tool = await openStore(`sqlite:${path}`, { process: 'beside' });
    await tool.claimTogether?.(
      Array.from({ length: 1_100 }, (_, n) => `t${n}`),
      0,
      10,
    );
    await tool.close();
    await backupStore(`sqlite:${path}`, join(dirname(path), 'backup.sqlite'));
    await store.ping();
    expect(told).toEqual([]);
    await store.close();
  });

  test.each<[string, string, (path: string, other: string) => void]>([
    ['deleted', 'deleted', (path) => rmSync(path)],
    ['moved away', 'deleted', (path) => renameSync(path, `${path}.elsewhere`)],
    ['replaced by another', 'replaced', (path, other) => renameSync(other, path)],
    ['written over with another', 'written over', (path, other) => copyFileSync(other, path)],
    ['written over with garbage', 'written over', (path) => writeFileSync(path, 'garbage')],
    ['left without its lock', 'without its lock', (path) => rmSync(`${path}.lock`)],
  ])('that is %s is noticed at the next call, said once, and not used again', async (_name, word, harm) => {
    const { path, store, told } = await running();
    harm(path, await another('new'));
    await expect(store.ping()).rejects.toMatchObject({ code: 'store', message: expect.stringContaining(word) });
    await expect(store.loadSubscription('old')).rejects.toMatchObject({ code: 'store' });
    await expect(store.addSubscription(subscriptionOf({ id: 'later' }))).rejects.toMatchObject({ code: 'store' });
    expect(told).toEqual([expect.stringMatching(/npm run restore/)]);
    await store.close();
  });

  test.each<[string, (path: string, other: string) => void]>([
    ['replaced', (path, other) => renameSync(other, path)],
    ['written over', (path, other) => copyFileSync(other, path)],
  ])(
    'that is %s is never mixed with what the bot knew, neither as it stops nor at the next start',
    async (_name, harm) => {
      const { path, store } = await running();
      harm(path, await another('new'));
      await store.ping().catch(() => {});
      await store.close();
      const next = await openStore(`sqlite:${path}`);
      expect((await next.listSubscriptions({})).map(({ id }) => id)).toEqual(['new']);
      await next.close();
      expect(idsIn(path)).toEqual(['new']);
      expect(existsSync(`${path}.lost-wal`)).toBe(false);
    },
  );
});

describe('one file by two names', () => {
  test.each<[string, (path: string) => string]>([
    ['a symbolic link', (path) => link(path, 'link.sqlite')],
    ['a linked folder', (path) => join(link(dirname(path), 'folder'), 'kyogi.sqlite')],
    ['a detour', (path) => join(dirname(path), '..', dirname(path).split('/').at(-1) ?? '', 'kyogi.sqlite')],
  ])('is one database to the lock: %s', async (_name, other) => {
    const { path, store } = await running();
    await expect(openStore(`sqlite:${other(path)}`)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('Another process is already running'),
    });
    await store.close();
  });

  test('is refused where the names are hard links, which SQLite cannot keep apart', async () => {
    const { path, store } = await running();
    await store.close();
    linkSync(path, `${path}.hard`);
    await expect(openStore(`sqlite:${path}.hard`)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('hard links'),
    });
  });
});

function link(path: string, name: string): string {
  const made = join(folder, `${files}-${name}`);
  symlinkSync(path, made);
  return made;
}

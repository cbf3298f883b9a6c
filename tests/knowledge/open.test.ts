import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openKnowledge } from '../../src/knowledge/open.ts';
import { folderOf } from './folders.ts';
import { theRecord, withEdit, withFiles } from './small-knowledge.ts';

const remove: (() => void)[] = [];
afterEach(() => {
  for (const clean of remove.splice(0)) clean();
});

function snapshotFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-snapshots-'));
  remove.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

function onlyFile(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe('opening knowledge', () => {
  it('gives what loading gives, the first time and from what it kept', async () => {
    const snapshots = snapshotFolder();
    const loaded = loadKnowledge('knowledge');
    expect(await openKnowledge('knowledge', snapshots)).toEqual(loaded);
    onlyFile(snapshots);
    expect(await openKnowledge('knowledge', snapshots)).toEqual(loaded);
  });

  it('takes sound records from what it kept, which only its owner can read', async () => {
    const folder = folderOf(withFiles({}));
    const snapshots = snapshotFolder();
    await openKnowledge(folder, snapshots);
    const kept = onlyFile(snapshots);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('中谷元', '中谷 元'));
    expect((await openKnowledge(folder, snapshots)).people.get('nakatani-gen')?.names.ja).toBe('中谷 元');
  });

  it('reads an edited record anew', async () => {
    const snapshots = snapshotFolder();
    const before = await openKnowledge(folderOf(withFiles({})), snapshots);
    const edited = folderOf(withEdit(theRecord, 'act: agreed', 'act: confirmed'));
    const after = await openKnowledge(edited, snapshots);
    expect(after.consultations[0]?.outcomes[0]?.act).toBe('confirmed');
    expect(after.version).not.toBe(before.version);
  });

  it('keeps no more than a few', async () => {
    const snapshots = snapshotFolder();
    for (const act of ['agreed', 'confirmed', 'welcomed', 'discussed', 'stated', 'announced'])
      await openKnowledge(folderOf(withEdit(theRecord, 'act: agreed', `act: ${act}`)), snapshots);
    expect(readdirSync(snapshots)).toHaveLength(4);
  });

  it('reads anew what was kept and got damaged', async () => {
    const folder = folderOf(withFiles({}));
    const snapshots = snapshotFolder();
    const first = await openKnowledge(folder, snapshots);
    writeFileSync(onlyFile(snapshots), '{"version":');
    expect(await openKnowledge(folder, snapshots)).toEqual(first);
    expect(JSON.parse(readFileSync(onlyFile(snapshots), 'utf8'))).toMatchObject({ version: first.version });
  });

  it('works where nothing can be kept', async () => {
    const folder = folderOf(withFiles({}));
    const file = join(snapshotFolder(), 'a-file');
    writeFileSync(file, '');
    expect(await openKnowledge(folder, file)).toEqual(loadKnowledge(folder));
  });

  it('refuses faulty records as loading does, and keeps nothing of them', async () => {
    const snapshots = snapshotFolder();
    const folder = folderOf(withEdit(theRecord, 'act: agreed', 'act: promised'));
    await expect(openKnowledge(folder, snapshots)).rejects.toMatchObject({
      code: 'knowledge',
      issues: [expect.stringContaining('act is "promised"')],
    });
    expect(readdirSync(snapshots)).toEqual([]);
  });
});

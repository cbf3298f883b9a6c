import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createPassageIndex } from '../src/search/passage-index.ts';
import { codeVersion, snapshotAt } from '../src/snapshots.ts';

const remove: (() => void)[] = [];
afterEach(() => {
  for (const clean of remove.splice(0)) clean();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'kyogi-snapshots-'));
  remove.push(() => rmSync(made, { recursive: true }));
  return made;
}

describe('a snapshot', () => {
  it('gives back what was kept under its key, and nothing under another', () => {
    const at = folder();
    snapshotAt(at, 'words', 'one').keep('text');
    expect(snapshotAt(at, 'words', 'one').read()).toBe('text');
    expect(snapshotAt(at, 'words', 'two').read()).toBeUndefined();
    expect(snapshotAt(at, 'knowledge', 'one').read()).toBeUndefined();
  });

  it('can be read by its owner alone', () => {
    const at = folder();
    snapshotAt(at, 'words', 'one').keep('text');
    expect(statSync(join(at, 'words-one.json')).mode & 0o777).toBe(0o600);
  });

  it('leaves the newest few of its name, and those of others', () => {
    const at = folder();
    snapshotAt(at, 'knowledge', 'one').keep('');
    for (const key of ['1', '2', '3', '4', '5', '6']) snapshotAt(at, 'words', key).keep('');
    const names = readdirSync(at);
    expect(names.filter((name) => name.startsWith('words-'))).toHaveLength(4);
    expect(names).toContain('knowledge-one.json');
  });

  it('keeps and finds nothing, and says nothing, where nothing can be kept', () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    const snapshot = snapshotAt(file, 'words', 'one');
    snapshot.keep('text');
    expect(snapshot.read()).toBeUndefined();
  });

  it('has a key that differs between parts of the code', () => {
    expect(codeVersion('text')).toMatch(/^[0-9a-f]{12}$/);
    expect(codeVersion('text')).not.toBe(codeVersion('text', 'search'));
  });
});

describe('the words of passages kept between starts', () => {
  const passages = [
    { id: 'a', title: '', text: '宇宙における協力を深めることで一致した。\nThey agreed on space.' },
    { id: 'b', title: '', text: 'サイバー防護を強める。\nCyber defense is strengthened.' },
  ];
  const found = (index: ReturnType<typeof createPassageIndex>) => index.search('space cooperation 宇宙');

  it('find what words divided anew find', () => {
    const kept = snapshotAt(folder(), 'words', 'one');
    const anew = found(createPassageIndex(passages, kept));
    expect(anew[0]?.id).toBe('a');
    expect(kept.read()).toContain('宇宙');
    expect(found(createPassageIndex(passages, kept))).toEqual(anew);
  });

  it.each(['{"documentCount":', '{}', '[]'])('are made anew when what was kept is damaged: %s', (damaged) => {
    const kept = snapshotAt(folder(), 'words', 'one');
    kept.keep(damaged);
    expect(found(createPassageIndex(passages, kept))[0]?.id).toBe('a');
  });

  it('are made anew when they are of other passages', () => {
    const kept = snapshotAt(folder(), 'words', 'one');
    createPassageIndex(passages.slice(1), kept);
    expect(found(createPassageIndex(passages, kept))[0]?.id).toBe('a');
  });
});

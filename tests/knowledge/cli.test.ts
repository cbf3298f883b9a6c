import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folderOf } from './folders.ts';
import { theRecord, withEdit, withFiles } from './small-knowledge.ts';

type Run = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one of the curator's tools as npm does. */
async function run(tool: string, ...args: string[]): Promise<Run> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`tools/knowledge/${tool}.ts`, ...args]);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    // A command that exits with another status rejects with that status and what it printed.
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe('knowledge:check', { timeout: 30_000 }, () => {
  it('prints one line and exits 0 when the records are sound', async () => {
    const { code, out, err } = await run('check', folderOf(withFiles({})));
    expect({ code, out, err }).toEqual({ code: 0, out: 'knowledge: 1 consultations, 1 sources, no faults\n', err: '' });
  });

  it('prints each fault with the path as given and exits 1', async () => {
    const folder = folderOf(withEdit(theRecord, 'act: agreed', 'act: promised'));
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toContain(`${folder}/${theRecord}:11:10 act is "promised", which is not known — use one of:`);
  });

  it('prints a draft as a note and exits 0', async () => {
    const folder = folderOf(withEdit(theRecord, 'status: published', 'status: draft'));
    const { code, out } = await run('check', folder);
    expect(code).toBe(0);
    expect(out).toContain(`note: ${folder}/${theRecord}:17:9 is still a draft`);
    expect(out).toContain('1 consultations, 1 sources, no faults, 1 note\n');
  });

  it.each([
    ['consultations/2025/2025-03-31-defense-ministerial.yml', 'rename it to 2025-03-31-defense-ministerial.yaml'],
    ['consultations/2025/2025-03-31-defense-ministerial.YAML', 'rename it to 2025-03-31-defense-ministerial.yaml'],
    ['consultations/2025/2025-03-31-defense-ministerial.yaml.txt', 'rename it to 2025-03-31-defense-ministerial.yaml'],
    ['consultations/2025/march/2025-03-31-defense-ministerial.yaml', 'move it to consultations/YEAR/'],
    ['consultations/2025/notes.docx', 'move it out of the folder'],
    ['people.yml', 'rename it to people.yaml'],
  ])('names %s, which is not read', async (path, fix) => {
    const folder = folderOf([...withFiles({}), { path, text: 'id: x\n' }]);
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toContain(`${folder}/${path}:1:1 is not read — ${fix}\n`);
  });

  it('passes over what editors and systems leave behind', async () => {
    const left = ['.2025.yaml.swp', '2025.yaml~', '.DS_Store', 'Thumbs.db', '#2025.yaml#', '2025.yaml.orig'];
    const files = left.map((name) => ({ path: `consultations/2025/${name}`, text: 'x' }));
    const { out } = await run('check', folderOf([...withFiles({}), ...files]));
    expect(out).toBe('knowledge: 1 consultations, 1 sources, no faults\n');
  });

  it('names a folder that is not there, without a stack trace', async () => {
    const { code, err } = await run('check', 'no/such/folder');
    expect(code).toBe(1);
    expect(err).toBe('There is no knowledge folder at no/such/folder: set KNOWLEDGE_DIR to the folder of records.\n');
  });

  it.each([['a', 'b'], ['--bogus']])('explains its usage and exits 2 on %s %s', async (...args) => {
    const { code, err } = await run('check', ...args);
    expect(code).toBe(2);
    expect(err).toContain('npm run knowledge:check');
    expect(err).not.toContain('    at ');
  });
});

describe('knowledge:draft', { timeout: 30_000 }, () => {
  it('says so when a document reports no consultation', async () => {
    const { code, out } = await run('draft', 'LICENSE');
    expect(code).toBe(0);
    expect(out).toMatch(/^No consultation found in LICENSE: /);
  });

  it('refuses a source that is not in the list', async () => {
    const { code, err } = await run('draft', 'tests/knowledge/fixtures/section-ja.txt', '--source', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('"nowhere" is not in knowledge/sources.yaml');
  });
});

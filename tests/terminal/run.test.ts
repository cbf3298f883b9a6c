import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { runTerminal } from '../../adapters/terminal/run.ts';
import { folderOf } from '../knowledge/folders.ts';
import { theRecord, withEdit, withFiles } from '../knowledge/small-knowledge.ts';

/** The chat as a person at a terminal has it, over a folder of records. */
function openChat(knowledgeDir: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  const environment = { TERM: 'dumb', LANG: 'en_US.UTF-8' };
  const ended = runTerminal({ knowledgeDir, zone: 'UTC', language: 'en', environment }, { input, output });
  return { input, ended, shown: () => shown };
}

test('edited records are taken up while somebody types, and faulty ones told of', async () => {
  const folder = folderOf(withFiles({}));
  const edit = (find: string, replacement: string) => {
    const text = withEdit(theRecord, find, replacement).find(({ path }) => path === theRecord)?.text ?? '';
    writeFileSync(join(folder, theRecord), text);
  };
  const { input, ended, shown } = openChat(folder);
  await vi.waitFor(() => expect(shown()).toContain('›'), { timeout: 10_000 });
  edit('act: agreed', 'act: promised');
  await vi.waitFor(() => expect(shown()).toContain(`${theRecord}:11:10 act is "promised"`), { timeout: 10_000 });
  edit('act: agreed', 'act: confirmed');
  await vi.waitFor(() => expect(shown()).toContain('The records have changed'), { timeout: 10_000 });
  input.end();
  await ended;
});

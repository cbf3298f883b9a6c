import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { reportOf } from '../curators/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-feedback-'));
const DATABASE_URL = `sqlite:${join(folder, 'kyogi.sqlite')}`;

async function feedback(...args: string[]): Promise<string> {
  const script = join(import.meta.dirname, '../../tools/feedback.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env: { DATABASE_URL } });
  return stdout;
}

beforeAll(async () => {
  const store = await openStore(DATABASE_URL);
  const { id: _, ...report } = reportOf({
    text: 'It was the \u001b[31m31st\u202e.\nSee page 2.',
    actor: 'secret-actor',
  });
  await store.addFeedback(report);
  await store.addFeedback({ ...report, at: report.at - 1, ask: 'a2', kind: 'helpful', text: null, about: null });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('npm run feedback prints a block a report, newest first, without its person and without control characters', async () => {
  const told = await feedback();
  expect(told.replace(/(?<=Report )\S+/g, 'ID')).toBe(`A date is wrong · Report ID · 2026-03-30 00:00 UTC · discord
  Question         when did they meet?
  Answer           They met on March 30, 2025.
  What they wrote  It was the [31m31st.
                   See page 2.
  Records          2025-03-30-defense-ministerial

Helpful · Report ID · 2026-03-29 23:59 UTC · discord
`);
});

test('npm run feedback -- --json gives the rows', async () => {
  const [first, ...more] = JSON.parse(await feedback('--json'));
  expect(first).toMatchObject({ kind: 'wrong-date', about: { question: 'when did they meet?' } });
  expect(first).not.toHaveProperty('actor');
  expect(more).toHaveLength(1);
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { reportOf } from '../curators/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-forget-'));
const DATABASE_URL = `sqlite:${join(folder, 'kyogi.sqlite')}`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('npm run forget names the reports of the person that are in the curators’ channel, and nobody else’s', async () => {
  const store = await openStore(DATABASE_URL);
  const { id: _, ...report } = reportOf({ platform: 'slack' });
  for (const actor of ['T1:U1', 'T2:U1', 'T1:U2']) await store.addFeedback({ ...report, actor });
  const [one, two, three] = await store.listUntold(0, Number.MAX_SAFE_INTEGER, 9);
  const told = { [one?.id ?? '']: '2026-03-30/0', [two?.id ?? '']: '2026-03-30/1', [three?.id ?? '']: '2026-03-30/2' };
  for (const [id, name] of Object.entries(told)) await store.markTold([id], name);
  const theirs = [one, two, three].filter((each) => each?.actor.endsWith(':U1')).map((each) => each?.id.slice(0, 8));
  await store.close();
  const script = join(import.meta.dirname, '../../tools/forget.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--platform', 'slack', '--actor', 'U1'], {
    env: { DATABASE_URL },
  });
  const [deleted, ...posted] = stdout.trimEnd().split('\n');
  expect(deleted).toBe('2 rows deleted.');
  expect(posted).toEqual(
    theirs.map(
      (number) => `Posted: report ${number} was in the curators' channel on 2026-03-30; delete the message there.`,
    ),
  );
});

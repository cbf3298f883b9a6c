import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { historyFile, openHistory } from '../../adapters/terminal/history.ts';
import { LIMITS } from '../../adapters/terminal/limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'kyogi-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the history of the terminal chat', () => {
  test('is there again at the next start, and for nobody else to read', () => {
    const file = join(folder, 'state/kyogi/history');
    openHistory(file).save(['second', '最初の質問']);
    expect(openHistory(file).lines).toEqual(['second', '最初の質問']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('keeps the newest lines up to its limit', () => {
    const file = join(folder, 'long');
    const lines = Array.from({ length: LIMITS.history + 5 }, (_, at) => `question ${at}`);
    openHistory(file).save(lines);
    expect(openHistory(file).lines).toEqual(lines.slice(0, LIMITS.history));
  });

  test('takes a file made too open back for its owner alone', () => {
    const file = join(folder, 'open');
    writeFileSync(file, 'before\n', { mode: 0o644 });
    openHistory(file).save(['after']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('that cannot be kept costs nothing but itself', () => {
    const history = openHistory('/dev/null/kyogi/history');
    expect(history.lines).toEqual([]);
    expect(() => history.save(['x'])).not.toThrow();
  });

  test.each([
    [{ XDG_STATE_HOME: '/s', HOME: '/h' }, '/s/kyogi/history'],
    [{ HOME: '/h' }, '/h/.local/state/kyogi/history'],
    [{}, undefined],
  ])('lies in the state folder: %j', (env, file) => {
    expect(historyFile(env)).toBe(file);
  });
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../tools/digest.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const digest = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });

describe('npm run digest', () => {
  test('prints a day as text, every line cited', () => {
    const { status, stdout } = digest('--date', '2026-03-30', '--lang', 'ja');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^日米同盟の協議：2026年3月30日（月曜日）\n/);
    const lines = stdout.split('\n').filter((line) => line.startsWith('- '));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/\[\d+\]$/);
  });

  test('prints one JSON object with --json, the same each time', () => {
    const first = digest('--date', '2026-03-30', '--json', '--lang', 'en', '--tz', 'America/New_York');
    expect(JSON.parse(first.stdout)).toMatchObject({
      date: '2026-03-30',
      language: 'en',
      quiet: false,
      sections: expect.arrayContaining([expect.objectContaining({ kind: 'on-this-day' })]),
    });
    expect(digest('--date', '2026-03-30', '--json', '--lang', 'en').stdout).toBe(first.stdout);
  });

  test.each([
    [['--date', 'tomorrow']],
    [['--date', '2026-02-30']],
    [['--date', '2026-03-30T09:00']],
    [['--date', '2026-03-30', '--lang', 'fr']],
    [['--date', '2026-03-30', '--tz', 'Mars/Olympus']],
    [['--nonsense']],
    [['2026-03-30']],
  ])('exits with 2 and says how to call it for %j', (args) => {
    const { status, stdout, stderr } = digest(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: npm run --silent digest');
  });
});

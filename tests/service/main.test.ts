import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kyogi-main-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an entry point as an operator would, in an empty folder so that no `.env` is read. */
function run(script: string, args: string[], input: string, env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((done, failed) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}

const now = ['--now', '2026-11-25T09:00:00+09:00'];

describe('adapters/main.ts without tokens', () => {
  test('answers a question a line from a pipe and exits 0', async () => {
    const { code, out, err } = await run('adapters/main.ts', [], 'who met in March 2025\n2025年3月に誰が会談したか\n');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Nakatani Gen');
    expect(out).toContain('中谷元');
    expect(out).toContain('https://');
    expect(out).not.toContain('\u001b');
  });

  test('hostile lines get an answer each and no stack trace', async () => {
    const lines = [
      '\u0007\u001b[31m',
      'x'.repeat(10_000),
      '🙂🙂',
      '\u202eevil',
      '<b>@everyone</b>',
      "'; DROP TABLE x; --",
    ];
    const { code, out, err } = await run('adapters/main.ts', [], `${lines.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(out).not.toContain('\u001b');
  });

  test('a wrong setting is named with the fix, and the exit code is 1', async () => {
    const { code, err } = await run('adapters/main.ts', [], '', { DEFAULT_LANGUAGE: 'fr', PORT: 'x' });
    expect(code).toBe(1);
    expect(err).toContain('DEFAULT_LANGUAGE is not valid — set ja or en');
    expect(err).toContain('PORT is not valid');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a knowledge folder that is not there is a clear error', async () => {
    const { code, err } = await run('adapters/main.ts', [], 'x\n', { KNOWLEDGE_DIR: join(folder, 'nowhere') });
    expect(code).toBe(1);
    expect(err).toContain('nowhere');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('npm run ask', () => {
  const script = 'tools/ask.ts';

  test('--json prints one object as the contract has it', async () => {
    const { code, out } = await run(script, ['--json', ...now, 'who met in March 2025'], '');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      status: 'answered',
      language: 'en',
      question: {
        intent: 'who',
        period: { from: '2025-03-01', to: '2025-03-31' },
        people: [],
        frameworks: [],
        topics: [],
        countries: [],
      },
    });
    expect(answer.consultations).toContain('2025-03-30-defense-ministerial');
    expect(Object.keys(answer)).toEqual([
      'status',
      'language',
      'question',
      'text',
      'statements',
      'consultations',
      'citations',
      'suggestions',
    ]);
    expect(Object.keys(answer.citations[0])).toEqual(['n', 'title', 'publisher', 'url', 'published', 'locator']);
    for (const statement of answer.statements) expect(statement.citations.length).toBeGreaterThan(0);
  });

  test('the same question gives the same bytes', async () => {
    const ask = () => run(script, ['--json', ...now, '2024年の2+2'], '');
    const [a, b] = await Promise.all([ask(), ask()]);
    expect(a.out).toBe(b.out);
  });

  test('--lang answers in that language whatever the question’s', async () => {
    const { out } = await run(script, ['--json', '--lang', 'ja', ...now, 'what is the 2+2?'], '');
    expect(JSON.parse(out)).toMatchObject({ language: 'ja' });
  });

  test('piped lines with --thread are one conversation, an object a line in order', async () => {
    const { out } = await run(script, ['--json', '--thread', ...now], 'who attended the 2+2 in 2023\nand in 2024?\n');
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.consultations).toEqual(['2023-01-11-scc']);
    expect(second.consultations).toEqual(['2024-07-28-scc']);
  });

  test('without --thread each line stands alone', async () => {
    const { out } = await run(script, ['--json', ...now], 'who attended the 2+2 in 2023\nwho met in 1999\n');
    const [, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(second.status).toBe('not-found');
  });

  test.each([
    ['an unknown option', ['--jsno', 'x'], '--jsno'],
    ['a wrong language', ['--lang', 'fr', 'x'], '--lang takes ja or en'],
    ['a wrong clock', ['--now', 'yesterday', 'x'], '--now takes an ISO date'],
    ['an unquoted question', ['who', 'met'], 'Put the question in quotes'],
  ])('%s is bad usage: exit 2 with the fix', async (_title, args, message) => {
    const { code, err, out } = await run(script, args, '');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('Usage:');
  });
});

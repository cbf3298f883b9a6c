import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KyogiError } from '../src/errors.ts';
import { createLog, steadyDestination } from '../src/log.ts';
import { readableLog } from '../src/readable-log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('createLog', () => {
  test.each([
    ['a token under its own key', { token: 'abc' }, 'abc'],
    ['message text one level down', { event: { text: 'who met?' } }, 'who met?'],
    ['a Slack token inside a sentence', { reason: 'bad xoxb-12-34-AbC token' }, 'xoxb-12'],
    ['a Slack app token', { reason: 'xapp-1-A0-99-f00' }, 'xapp-1'],
    ['a database password', { reason: 'connect postgres://kyogi:hunter2@db/kyogi' }, 'hunter2'],
    ['a Discord token', { reason: `Bot ${'M'.repeat(24)}.GabcdE.${'x'.repeat(27)}` }, 'GabcdE'],
  ])('%s never reaches the log', (_title, facts, secret) => {
    expect(logged((log) => log.info(facts, 'fact'))).not.toContain(secret);
  });

  test('a token in an error message and its stack never reaches the log', () => {
    expect(logged((log) => log.error({ err: new Error('refused xoxb-1-2-secret') }, 'failed'))).not.toContain('secret');
  });

  test('a fault of ours is its sentence and cause, without a stack', () => {
    const fault = new KyogiError('platform', 'Discord cannot be reached.', { cause: new Error('ECONNREFUSED') });
    expect(JSON.parse(logged((log) => log.error({ err: fault }, 'failed')))).toMatchObject({
      err: { code: 'platform', message: 'Discord cannot be reached.', cause: 'ECONNREFUSED' },
    });
    expect(logged((log) => log.error({ err: fault }, 'failed'))).not.toContain('stack');
  });

  test('facts stay readable as JSON', () => {
    expect(JSON.parse(logged((log) => log.info({ platform: 'slack', ms: 3 }, 'answered')))).toMatchObject({
      platform: 'slack',
      ms: 3,
      msg: 'answered',
    });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk under the log costs lines and throws nothing', () => {
    const full = openSync('/dev/full', 'w');
    const log = createLog('info', steadyDestination(full));
    expect(() => {
      for (let line = 0; line < 3_000; line += 1) log.info({ line, filler: 'x'.repeat(500) }, 'fact');
    }).not.toThrow();
    closeSync(full);
  });
});

describe('readableLog', () => {
  function shown(write: (log: ReturnType<typeof createLog>) => void, colour = false): string {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    write(createLog('info', readableLog(destination, { colour })));
    return lines.join('').replaceAll(/\d\d:\d\d:\d\d/g, '09:00:00');
  }

  test('shows time, level and sentence, then the facts, on one line', () => {
    expect(shown((log) => log.warn({ platform: 'slack', ms: 3 }, 'Slow.'))).toBe(
      '[09:00:00] WARN: Slow. {"platform":"slack","ms":3}\n',
    );
  });

  test('ends a sentence in what to do, and gives each fault a line', () => {
    const facts = { fix: 'look at the network', issues: ['a.yaml:1:2 is empty', 'b.yaml:3:4 is missing'] };
    expect(shown((log) => log.error(facts, 'Failed.'))).toBe(
      '[09:00:00] ERROR: Failed. → look at the network\n    a.yaml:1:2 is empty\n    b.yaml:3:4 is missing\n',
    );
  });

  test('leaves an address alone on its line', () => {
    expect(shown((log) => log.info({}, 'Add it:\nhttps://example.org/a')).split('\n')).toContain(
      'https://example.org/a',
    );
  });

  test('keeps secrets out, and what a terminal would obey', () => {
    const text = shown((log) => log.info({ reason: 'xoxb-1-2-secret' }, 'red \u001b[31m\u202e\u0007'));
    expect(text).not.toContain('secret');
    expect(text).toContain('red [31m');
  });

  test('shows the stack of a fault of the program', () => {
    expect(shown((log) => log.error({ err: new Error('x is undefined') }, 'Failed.'))).toMatch(/\n\s+at /);
  });
});

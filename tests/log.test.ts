import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLog, steadyDestination } from '../src/log.ts';

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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Runs a script that asks to be ended within 300 ms; resolves with its exit code or signal and how long it took to end. */
async function run(script: string): Promise<{ end: unknown; said: string }> {
  const module = new URL('../../adapters/service/last-resort.ts', import.meta.url).href;
  const source = `import { endWithin } from ${JSON.stringify(module)}; endWithin(300, 3); ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code, signal] = await once(child, 'close');
  return { end: signal ?? code, said };
}

test('a process that waits for something ends with its code in time', async () => {
  expect(await run('setInterval(() => {}, 1000);')).toMatchObject({ end: 3 });
});

test('a process that gives its event loop no turn is ended all the same, and says so', async () => {
  const { end, said } = await run('for (;;);');
  expect(end).toBe('SIGKILL');
  expect(JSON.parse(said)).toMatchObject({ level: 50, msg: expect.stringContaining('too busy') });
});

test('a process that is done ends at once', async () => {
  expect(await run('')).toMatchObject({ end: 0, said: '' });
});

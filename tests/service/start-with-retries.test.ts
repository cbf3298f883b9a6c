import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { createMetrics } from '../../adapters/service/metrics.ts';
import { startWithRetries } from '../../adapters/service/start-with-retries.ts';
import { openServiceStore } from '../../adapters/service/store.ts';
import { KyogiError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';

const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });
afterEach(() => {
  lines.length = 0;
  vi.useRealTimers();
});

/** A platform that fails its first starts as told. */
function failing(...faults: Error[]): Adapter {
  return {
    name: 'slack',
    async start() {
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
    },
    async stop() {},
  };
}

describe('a platform that does not start', () => {
  test('for a reason of its own is tried again with growing pauses until it does', async () => {
    vi.useFakeTimers();
    const started = startWithRetries(failing(new Error('no network'), new Error('no network')), log);
    expect(await started.first).toBe('trying');
    expect(started.problem()).toBe('no network');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(started.problem()).toBe('no network');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(started.problem()).toBeNull();
  });

  test('is told in one line at each attempt, with the pause, and its stack once', async () => {
    vi.useFakeTimers();
    startWithRetries(failing(new Error('odd'), new Error('odd')), log);
    await vi.advanceTimersByTimeAsync(2_000);
    const told = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(told.map(({ msg, err }) => [msg, err !== undefined])).toEqual([
      ['slack could not be started: odd. Trying again in 2 s.', true],
      ['slack could not be started: odd. Trying again in 4 s.', false],
    ]);
  });

  test('because it cannot be reached is told with what to do, and no stack', async () => {
    vi.useFakeTimers();
    const started = startWithRetries(failing(new KyogiError('platform', 'Slack cannot be reached — check it.')), log);
    await started.first;
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'Slack cannot be reached — check it. Trying again in 2 s.',
    });
    expect(lines.join('')).not.toContain('stack');
  });

  test('for a setting is told once, and tried again: a token may be accepted later', async () => {
    vi.useFakeTimers();
    const refused = () => new KyogiError('config', 'SLACK_BOT_TOKEN was refused.');
    const started = startWithRetries(failing(refused(), refused(), refused()), log);
    expect(await started.first).toBe('refused');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(started.problem()).toBe('SLACK_BOT_TOKEN was refused.');
    expect(lines.filter((line) => line.includes('was refused'))).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(started.problem()).toBeNull();
  });

  test('is left alone once the service stops', async () => {
    vi.useFakeTimers();
    const started = startWithRetries(failing(new Error('no network')), log);
    await started.first;
    started.cancel();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(started.problem()).toBe('no network');
  });
});

describe('the database of the service', () => {
  const metrics = createMetrics();

  test('that refuses connections is tried again, then its fault is told without the password', async () => {
    const opening = openServiceStore('postgres://kyogi:hunter2@127.0.0.1:1/none', { log, metrics, pauses: [1, 1] });
    await expect(opening).rejects.toMatchObject({ code: 'store' });
    expect(lines.filter((line) => line.includes('trying again'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('hunter2');
  });

  test('that cannot be used at all is refused at once', async () => {
    const opening = openServiceStore('sqlite:/dev/null/kyogi.sqlite', { log, metrics, pauses: [60_000] });
    await expect(opening).rejects.toMatchObject({ code: 'store' });
    expect(lines).toEqual([]);
  });

  test('counts what fails', async () => {
    const store = await openServiceStore('sqlite::memory:', { log, metrics });
    await store.ping();
    await store.close();
    await expect(store.claim('key', 0, 1)).rejects.toMatchObject({ code: 'store' });
    expect(await metrics.render()).toContain('kyogi_store_failures_total{operation="claim"} 1');
  });
});

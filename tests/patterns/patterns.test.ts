import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { distinct, madePatterns, writtenPatterns } from './collect.ts';
import { faultOf, faultsOf } from './judge.ts';

const root = resolve(import.meta.dirname, '../..');

test('no regular expression of the program takes more than linear time', { timeout: 600_000 }, async () => {
  const made = await madePatterns(async () => {
    await import('../../adapters/slack/index.ts');
    await import('../../adapters/discord/index.ts');
    const { createDesk } = await import('../../src/desk.ts');
    const { loadKnowledge } = await import('../../src/knowledge/load.ts');
    const { loadCases } = await import('../golden/cases.ts');
    const desk = createDesk(loadKnowledge(join(root, 'knowledge')));
    const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
    // Enough that every kind of question is among them.
    const asked = loadCases(join(root, 'tests/golden')).filter((_, at) => at % 10 === 0);
    for (const { ask } of asked) desk.ask({ text: [ask].flat()[0] ?? '', clock });
  });
  const written = writtenPatterns();
  expect(written.length).toBeGreaterThan(300);
  expect(made.length).toBeGreaterThan(100);
  expect(await faultsOf(distinct([...written, ...made]))).toEqual([]);
});

test.each([
  ['^(?:で|の|での)*$', 'exponential'],
  ['\\s+$', '2nd degree polynomial'],
  // With a look-behind, so that only the checker that tries things out can judge it.
  ['(?<!x)a*a*b', 'degree polynomial'],
])('finds %s at fault', async (source, fault) => {
  expect(await faultOf({ source, flags: '' })).toContain(fault);
});

test.each(['(?<!\\s)\\s+$', '^[^(]* \\('])('finds nothing in %s', async (source) => {
  expect(await faultOf({ source, flags: '' })).toBeUndefined();
});

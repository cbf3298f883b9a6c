import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadCases } from './cases.ts';
import { judge } from './judge.ts';
import { inManner, loadManners, suits } from './manners.ts';

/** So many questions of a language are put in each manner, each in one of its ways. */
const SAMPLE = 60;

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));

const order = (text: string) => createHash('sha256').update(text).digest('hex');

/** Questions that are answered right as they stand, the same ones each time. A new golden question moves few of them. */
function sampleOf(language: string) {
  const right: { golden: Parameters<typeof judge>[1]; ask: string }[] = [];
  const asked = loadCases(import.meta.dirname)
    .filter((golden) => golden.language === language && golden.kind !== 'refusals')
    .flatMap((golden) => (typeof golden.ask === 'string' ? [{ golden, ask: golden.ask }] : []))
    .toSorted((a, b) => order(a.ask).localeCompare(order(b.ask)));
  for (const one of asked) {
    if (right.length === SAMPLE) break;
    if (judge(desk, one.golden).length === 0) right.push(one);
  }
  return right;
}

describe.each(['en', 'ja'])('a golden question in another manner, %s', (language) => {
  const sample = sampleOf(language);
  test.each(loadManners().filter((manner) => manner.language === language))('$name', (manner) => {
    const put = sample.filter(({ ask }) => suits(manner, ask));
    const faults = put.flatMap(({ golden, ask: typed }, at) => {
      const ways = inManner(manner, typed);
      const ask = ways[at % ways.length] ?? typed;
      const wrong = judge(desk, { ...golden, ask });
      return wrong.length === 0 ? [] : [`${ask}: ${wrong.join('; ')}`];
    });
    expect(1 - faults.length / put.length, faults.join('\n')).toBeGreaterThanOrEqual(manner.least);
  });
});

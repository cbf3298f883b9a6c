import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { BAR } from './bar.ts';
import { loadCases } from './cases.ts';
import { judge } from './judge.ts';

const desk = createDesk(loadKnowledge(join(import.meta.dirname, '../../knowledge')));
const cases = loadCases(import.meta.dirname);

describe('golden questions', () => {
  test('at least the bar’s share is answered right', () => {
    const failures = cases.flatMap((golden) => {
      const wrong = judge(desk, golden);
      return wrong.length === 0 ? [] : [`${[golden.ask].flat().join(' ⏎ ')}: ${wrong.join('; ')}`];
    });
    expect(1 - failures.length / cases.length, failures.join('\n')).toBeGreaterThanOrEqual(BAR);
  });

  test('there are at least 300, half of them in Japanese', () => {
    const japanese = cases.filter((golden) => /[\u3041-\u30ff\u4e00-\u9fff]/.test([golden.ask].flat().join('')));
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(japanese.length / cases.length).toBeGreaterThan(0.4);
  });

  test('the same question gives the same answer', () => {
    const clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };
    for (const golden of cases.slice(0, 40)) {
      const [text = ''] = [golden.ask].flat();
      expect(desk.ask({ text, clock })).toEqual(desk.ask({ text, clock }));
    }
  });
});

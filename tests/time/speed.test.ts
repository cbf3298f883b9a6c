import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/time/index.ts';
import { TODAY } from './expression-table.ts';

const REPEATED = [
  '1',
  '2025-',
  '1/1/',
  '1.1.',
  '1 ',
  '2025 ',
  '年',
  '一二三',
  '3月から',
  '3月と',
  '3月、5月と',
  '令和',
  '過去',
  'may ',
  'march and ',
  'the last ',
  'early ',
  'since the ',
  'from 1 to ',
  'between 2024 and ',
  'https://',
  "'9",
  ' ',
  '(',
  'の',
  'first half of ',
  '2025年(令和7年',
  'fiscal year ',
  '1/2 3/4 ',
  '12月〜2月 ',
];

/** Processor time of one reading; the clock on the wall would measure whatever else the machine is doing. */
function milliseconds(text: string): number {
  const start = process.cpuUsage();
  findTimes(text, { today: TODAY });
  return process.cpuUsage(start).user / 1000;
}

/** The least of a few measurements, stopping at the first that is good enough: noise only ever adds. */
function least(enough: number, measure: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 12 && best >= enough; attempt += 1) best = Math.min(best, measure());
  return best;
}

describe('the work of findTimes', () => {
  it.each(REPEATED)('grows with the length of a text of %j, not with its square', (unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    milliseconds(text(2_000));
    // Eight times the text: eight times the work when all is well, 64 times when it goes with the square.
    // Times below half a millisecond are noise.
    const growth = least(32, () => milliseconds(text(16_000)) / Math.max(milliseconds(text(2_000)), 0.5));
    expect(growth).toBeLessThan(32);
  });

  it('stays far below what a reader would notice for a question of 500 characters', () => {
    const question = '令和7年3月30日の日米防衛相会談と2024年7月の2+2を比べて。Who met between March and May 2025? '
      .repeat(8)
      .slice(0, 500);
    expect(least(10, () => milliseconds(question))).toBeLessThan(10);
  });
});

import { describe, expect, it } from 'vitest';
import { findTimes } from '../../../src/time/index.ts';
import { describeMention, readTable, TODAY } from '../expression-table.ts';

const sections = readTable(new URL('./expressions.txt', import.meta.url));

describe.each(sections)('Japanese $heading', ({ rows }) => {
  it.each(rows)('$expression → $expected', ({ expression, expected }) => {
    const mentions = findTimes(expression, { today: TODAY });
    expect(mentions.map((mention) => describeMention(mention, expression))).toEqual([expected]);
  });
});

describe('in a sentence', () => {
  const all = sections.flatMap(({ rows }) => rows);

  it('holds at least two hundred expressions', () => {
    expect(new Set(all.map(({ expression }) => expression)).size).toBeGreaterThanOrEqual(200);
  });

  it.each(all)('$expression keeps its dates, and its offsets follow it', ({ expression }) => {
    const [alone] = findTimes(expression, { today: TODAY });
    for (const [before, after] of CARRIERS) {
      const sentence = `${before}${expression}${after}`;
      const mentions = findTimes(sentence, { today: TODAY });
      expect(mentions.map(({ text, period }) => ({ text, period }))).toEqual([
        { text: alone?.text, period: alone?.period },
      ]);
      expect(sentence.slice(mentions[0]?.start, mentions[0]?.end)).toBe(alone?.text);
    }
  });
});

const CARRIERS = [
  ['日米は', '、何を協議した？'],
  ['防衛相会談（', '）の成果'],
  ['🎌「', '」について教えて'],
] as const;

import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/reading/query.ts';
import { asked, clock, desk, understand } from './table.ts';

describe('a place in order', () => {
  it.each<[text: string, record: string]>([
    ['the second last 2+2', '2023-01-11-scc'],
    ['third most recent 2+2', '2022-01-07-scc-video'],
    ['the penultimate 2+2', '2023-01-11-scc'],
    ['the 2+2 before last', '2023-01-11-scc'],
    ['the second meeting between Ishiba and Trump', '2025-06-16-summit'],
    ['the second summit between Takaichi and Trump in person', '2026-03-19-summit'],
    ['the 3rd DICAS', '2024-12-11-dicas'],
    ['the last 2+2', '2024-07-28-scc'],
    ['前々回の2+2', '2023-01-11-scc'],
    ['最後から2番目の2+2', '2023-01-11-scc'],
    ['最新から三番目の2+2', '2022-01-07-scc-video'],
    ['2回前の2+2', '2023-01-11-scc'],
    ['第3回DICAS', '2024-12-11-dicas'],
    ['前回の2+2', '2024-07-28-scc'],
  ])('%s is one record', (text, record) => {
    expect(desk.ask({ text, clock }).consultations).toEqual([record]);
  });

  it('is no part of a half year', () => {
    const query = understand('summits in the second half of 2024');
    expect(asked(query, { ask: 'list' })).toEqual({
      ask: 'list',
      framework: ['summit'],
      period: '2024-07-01..2024-12-31',
    });
  });
});

describe('a number to be reached', () => {
  it.each<[text: string, threshold: NonNullable<Query['threshold']>, word: string]>([
    ['did Nakatani meet Hegseth more than five times?', { relation: 'more', count: 5 }, 'No'],
    ['did Nakatani meet Hegseth at least five times?', { relation: 'at-least', count: 5 }, 'Yes'],
    ['were there fewer than 3 summits in 2022?', { relation: 'fewer', count: 3 }, 'No'],
    ['were there 3 or more summits in 2022?', { relation: 'at-least', count: 3 }, 'Yes'],
    ['中谷大臣はヘグセス長官と5回以上会ったか', { relation: 'at-least', count: 5 }, 'はい'],
    ['中谷大臣はヘグセス長官と5回を超えて会いましたか', { relation: 'more', count: 5 }, 'いいえ'],
    ['2022年の首脳会談は2回未満でしたか', { relation: 'fewer', count: 2 }, 'いいえ'],
    ['2+2は2023年に1回だけですか', { relation: 'exactly', count: 1 }, 'はい'],
  ])('%s', (text, threshold, word) => {
    expect(understand(text).threshold).toEqual(threshold);
    expect(desk.ask({ text, clock }).headline.text.slice(0, word.length)).toBe(word);
  });
});

import { describe, expect, it } from 'vitest';
import { formatDate, formatPeriod } from '../../src/time/format.ts';

describe('formatDate', () => {
  it.each([
    ['2025-03-30', '2025年3月30日', 'March 30, 2025'],
    ['2025-03', '2025年3月', 'March 2025'],
    ['2025', '2025年', '2025'],
    ['2024-07-28/2024-07-29', '2024年7月28日〜29日', 'July 28–29, 2024'],
    ['2024-07-28/2024-08-02', '2024年7月28日〜8月2日', 'July 28 – August 2, 2024'],
    ['2024-12-30/2025-01-02', '2024年12月30日〜2025年1月2日', 'December 30, 2024 – January 2, 2025'],
    ['2025-03/2025-05', '2025年3月〜5月', 'March–May 2025'],
    ['2024-11/2025-02', '2024年11月〜2025年2月', 'November 2024 – February 2025'],
    ['2025-02-28/2025-03-01', '2025年2月28日〜3月1日', 'February 28 – March 1, 2025'],
  ])('writes %s in both languages', (date, ja, en) => {
    expect([formatDate(date, 'ja'), formatDate(date, 'en')]).toEqual([ja, en]);
  });
});

describe('formatPeriod', () => {
  it.each([
    ['2025-01-01', '2025-12-31', '2025年', '2025'],
    ['2023-01-01', '2025-12-31', '2023年〜2025年', '2023–2025'],
    ['2025-03-01', null, '2025年3月以降', 'since March 2025'],
    ['2025-03-30', null, '2025年3月30日以降', 'since March 30, 2025'],
    [null, '2024-12-31', '2024年まで', 'until 2024'],
    [null, '2025-03-31', '2025年3月まで', 'until March 2025'],
    [null, '2025-03-30', '2025年3月30日まで', 'until March 30, 2025'],
    [null, null, '全期間', 'all dates'],
    ['2025-04-01', '2026-03-31', '2025年4月〜2026年3月', 'April 2025 – March 2026'],
  ])('writes %s to %s in both languages', (from, to, ja, en) => {
    expect([formatPeriod({ from, to }, 'ja'), formatPeriod({ from, to }, 'en')]).toEqual([ja, en]);
  });
});

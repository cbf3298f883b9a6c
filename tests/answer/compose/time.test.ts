import { describe, expect, test } from 'vitest';
import { only, opening, told } from '../fixture.ts';

describe('time gone by', () => {
  test('since the latest is counted to the asker’s day', () => {
    const given = { ask: 'since' as const, constraints: [only('framework', 'scc')] };
    expect(opening(given)).toMatch(
      /^As of November 25, 2026, it has been 2 years, 3 months and 28 days \(850 days\) since/,
    );
    expect(opening(given, 'ja')).toContain('2年3か月28日（850日）が経っています。');
  });

  test('between two meetings is counted whichever is named first', () => {
    const ends: [string, string] = ['2025-02-07-summit', '2024-07-28-scc'];
    expect(opening({ ask: 'between', ends })).toContain('it was 6 months and 10 days (194 days).');
  });

  test('between two that fit needs no ids', () => {
    const given = { ask: 'between' as const, constraints: [only('framework', 'defense-ministerial')] };
    expect(opening(given, 'ja')).toContain(
      '2025年1月31日の日米防衛相電話会談から2025年3月30日の日米防衛相会談までは、',
    );
  });

  test('a length is told in minutes', () => {
    expect(opening({ ask: 'duration', constraints: [only('framework', 'summit')] })).toBe(
      'The Japan–U.S. Summit Meeting on February 7, 2025 lasted about 110 minutes (1 hour 50 minutes).',
    );
  });

  test('a length that is not on record is said not to be', () => {
    expect(told({ ask: 'duration', constraints: [only('framework', 'scc')] })).toMatch(
      /^not-found\nThe record does not say how long/,
    );
  });
});

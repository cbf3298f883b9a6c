import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told } from '../fixture.ts';

describe('when', () => {
  test('one meeting’s day is told with its place', () => {
    const given = { ask: 'when' as const, constraints: [only('framework', 'summit')] };
    expect(opening(given)).toBe(
      'The Japan–U.S. Summit Meeting took place on February 7, 2025 at the White House in Washington, D.C.',
    );
    expect(opening(given, 'ja')).toBe('日米首脳会談は、2025年2月7日にワシントンDC・ホワイトハウスで行われました。');
  });

  test('with a subject the day comes first, then what was said', () => {
    const given = { ask: 'when' as const, constraints: [about('command-and-control'), only('framework', 'summit')] };
    expect(opening(given)).toBe(
      'On February 7, 2025, at the Japan–U.S. Summit Meeting, they agreed to upgrade command and control frameworks.',
    );
    expect(opening(given, 'ja')).toBe(
      '2025年2月7日です。この日の日米首脳会談では、指揮・統制の枠組みを改めることで一致しました。',
    );
  });

  test('several days stand in order of time, in the first line and below', () => {
    const answer = answerTo({ ask: 'when', constraints: [only('framework', 'defense-ministerial')] });
    expect(answer.headline.text).toBe('Defense ministerials are on record for January 31 and March 30, 2025.');
    expect(answer.statements.map(({ consultation }) => consultation)).toEqual([
      '2025-01-31-defense',
      '2025-03-30-defense',
    ]);
    expect(opening({ ask: 'when', constraints: [only('framework', 'defense-ministerial')] }, 'ja')).toBe(
      '日米防衛相会談は、2025年1月31日と2025年3月30日に行われました。',
    );
  });

  test('the day of the week is told to whoever asks for it', () => {
    const given = { ask: 'when' as const, measure: 'weekday' as const, constraints: [only('framework', 'summit')] };
    expect(opening(given)).toContain('Friday, February 7, 2025');
    expect(opening(given, 'ja')).toContain('2025年2月7日（金曜日）');
  });

  test('the first is called so', () => {
    const order = { side: 'first' as const, skip: 0, limit: 1 };
    expect(opening({ ask: 'when', order, constraints: [only('person', 'hegseth')] })).toContain(
      'The first consultation with Pete Hegseth on record was the Japan–U.S. Defense Ministerial Telephone Talk',
    );
  });

  test('a month alone is said to be one', () => {
    expect(told({ ask: 'when', constraints: [only('framework', 'edd')] })).toContain(
      'in June 2025 (the record gives the month only)',
    );
  });
});

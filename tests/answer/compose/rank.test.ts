import { describe, expect, test } from 'vitest';
import { answerTo, only, opening } from '../fixture.ts';

const all = { ask: 'rank' as const, period: { from: '2024-01-01', to: '2025-12-31' } };

describe('the most and the least', () => {
  test('the longest comes with its minutes, and how many lengths are known', () => {
    const answer = answerTo({ ...all, measure: 'duration', direction: 'most' });
    expect(answer.headline.text).toContain(
      'the longest is the Japan–U.S. Summit Meeting on February 7, 2025: about 110 minutes (1 hour 50 minutes).',
    );
    expect(answer.notes).toContain('The record gives the length of 2 of these 6 consultations.');
  });

  test('the shortest turns the order round', () => {
    expect(opening({ ...all, measure: 'duration', direction: 'least' }, 'ja')).toContain('最も短いのは2024年7月28日');
  });

  test('the year with the most comes with its number', () => {
    expect(opening({ ...all, by: 'year', direction: 'most' })).toBe(
      'On record, 2025 had the most consultations in 2024–2025: 4.',
    );
    expect(opening({ ...all, by: 'year', direction: 'most' }, 'ja')).toBe(
      '記録にある2024年〜2025年の協議のうち、最も多いのは2025年で、4件です。',
    );
  });

  test('a person asked about is not ranked against himself', () => {
    const given = { ask: 'rank' as const, by: 'person' as const, constraints: [only('person', 'nakatani')] };
    expect(opening(given)).toBe(
      'In consultations with Nakatani Gen on record, Pete Hegseth took part most often: twice.',
    );
  });

  test('those that share the place are named together', () => {
    expect(opening({ ...all, by: 'framework', direction: 'least' })).toMatch(/: 1 each\.$/);
  });
});

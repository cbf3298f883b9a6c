import { describe, expect, test } from 'vitest';
import { answerTo, knowledge, only, opening } from '../fixture.ts';

describe('how many', () => {
  test('opens with the number; the newest stand below in short lines', () => {
    const answer = answerTo({ ask: 'count', constraints: [only('framework', 'defense-ministerial')] });
    expect(answer.headline.text).toContain('The record holds 2 defense ministerials');
    expect(answer.statements.map(({ consultation }) => consultation)).toEqual([
      '2025-03-30-defense',
      '2025-01-31-defense',
    ]);
    expect(answer.notes[0]).toContain('Counted within this record alone');
  });

  test('a 2+2 is no sum', () => {
    expect(opening({ ask: 'count', constraints: [only('framework', 'scc')] })).toBe(
      'The record holds 1 meeting of the 2+2.',
    );
  });

  test('a table is called by its countries', () => {
    const given = {
      ask: 'count' as const,
      constraints: [only('kind', 'defense-ministers'), only('members', 'JP+US+KR')],
    };
    expect(opening(given, 'ja')).toContain('日米韓の');
  });

  test('many tables of one kind are called by it', () => {
    const base = knowledge.frameworks.get('trilateral-defense');
    const frameworks = new Map([
      ...knowledge.frameworks,
      ...(base ? [['four', { ...base, id: 'four' }] as const] : []),
    ]);
    const constraints = [
      only('framework', 'defense', { anyOf: ['defense-ministerial', 'trilateral-defense', 'four'] }),
    ];
    const { headline } = answerTo({ ask: 'count', constraints }, 'en', { of: { ...knowledge, frameworks } });
    expect(headline.text).toContain('The record holds 3 defense ministerials');
  });

  test('is broken down by year where asked', () => {
    const by = { ask: 'count' as const, by: 'year' as const, period: { from: '2024-01-01', to: '2025-12-31' } };
    expect(answerTo(by).statements[0]?.text).toBe('By year: 2024 (2), 2025 (4).');
    expect(answerTo(by, 'ja').statements[0]?.text).toBe('年別では、2024年が2件、2025年が4件です。');
  });

  test('no number is stated of nothing', () => {
    const given = {
      ask: 'count' as const,
      constraints: [only('framework', 'scc')],
      period: { from: '2019-01-01', to: '2019-12-31' },
    };
    expect(answerTo(given).status).toBe('not-found');
  });
});

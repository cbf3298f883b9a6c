import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening } from '../fixture.ts';

const [one, other] = [
  { from: '2024-01-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-12-31' },
];

describe('a comparison', () => {
  test('names both sides and shows them by turns on the first page', () => {
    const answer = answerTo({ ask: 'compare', constraints: [about('taiwan-strait')], period: one, otherPeriod: other });
    expect(answer.headline.text).toBe('Side by side on the Taiwan Strait: 2024 and 2025.');
    expect(answer.statements.map(({ consultation }) => consultation)).toEqual(['2024-07-28-scc', '2025-01-31-defense']);
  });

  test('tells people apart by their names', () => {
    const anyOf = ['kihara', 'nakatani'];
    const people = anyOf.map((id) => only('person', id));
    const answer = answerTo({ ask: 'compare', anyPerson: true, constraints: [about('amraam'), ...people] });
    expect(answer.statements.slice(0, 2).map(({ text }) => text.slice(0, 14))).toEqual([
      '[Kihara Minoru',
      '[Nakatani Gen]',
    ]);
  });

  test('says of which side nothing is on record', () => {
    const earlier = { from: '2019-01-01', to: '2019-12-31' };
    const answer = answerTo({
      ask: 'compare',
      constraints: [about('taiwan-strait')],
      period: earlier,
      otherPeriod: other,
    });
    expect(answer.notes).toContain('Nothing is on record for 2019.');
  });

  test('of one kind of meeting sets the latest against the one before', () => {
    const order = { side: 'latest' as const, skip: 0, limit: 1 };
    const given = { ask: 'compare' as const, order, constraints: [only('framework', 'defense-ministerial')] };
    expect(opening(given)).toBe('Side by side: January 31, 2025 and March 30, 2025.');
  });

  test('explains frameworks before what was said in them', () => {
    const both = only('framework', 'scc', { anyOf: ['scc', 'summit'] });
    const answer = answerTo({ ask: 'compare', constraints: [both] });
    expect(answer.statements[0]?.text).toBe('The “2+2” plays the part of an important consultative body.');
  });
});

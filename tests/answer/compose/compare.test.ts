import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening } from '../fixture.ts';

const [one, other] = [
  { from: '2024-01-01', to: '2024-12-31' },
  { from: '2025-01-01', to: '2025-12-31' },
];

describe('a comparison', () => {
  test.each([
    [
      'en',
      'Side by side on the Taiwan Strait. 2024: They restated the importance of peace and stability across the Taiwan Strait. 2025: They discussed the situation around the Taiwan Strait.',
      'July 28, 2024, Japan–U.S. Security Consultative Committee',
    ],
    [
      'ja',
      '台湾海峡についての記録は、2024年では「台湾海峡の平和と安定の重要性を改めて述べた」、2025年では「台湾海峡をめぐる情勢を話し合った」となっています。',
      '2024年7月28日の日米安全保障協議委員会',
    ],
  ] as const)('says what each of both sides said and shows each under its name (%s)', (language, first, heading) => {
    const given = { ask: 'compare' as const, constraints: [about('taiwan-strait')], period: one, otherPeriod: other };
    const answer = answerTo(given, language);
    expect(answer.headline.text).toBe(first);
    expect(answer.sides).toHaveLength(2);
    expect(answer.statements.map(({ side }) => side)).toEqual([0, 1]);
    expect(answer.statements.map(({ consultation }) => consultation)).toEqual(['2024-07-28-scc', '2025-01-31-defense']);
    expect(answer.statements[0]?.heading).toContain(heading);
    expect(answer.statements[0]?.text).not.toContain('2024');
  });

  test('tells people apart by their names, in both languages', () => {
    const anyOf = ['kihara', 'nakatani'];
    const people = anyOf.map((id) => only('person', id));
    const given = { ask: 'compare' as const, anyPerson: true, constraints: [about('command-and-control'), ...people] };
    expect(answerTo(given).sides).toEqual(['Kihara Minoru', 'Nakatani Gen']);
    expect(answerTo(given, 'ja').sides).toEqual(['木原稔氏', '中谷元氏']);
  });

  test.each([
    ['en', 'The record holds 2 consultations in 2024 and 3 consultations in 2025.'],
    ['ja', '記録には、2024年の協議が2件、2025年の協議が3件あります。'],
  ] as const)('opens with the numbers (%s)', (language, first) => {
    const until = { from: '2025-01-01', to: '2025-05-31' };
    const said = opening({ ask: 'compare', period: one, otherPeriod: until }, language);
    expect(said.replace('1月〜5月', '').replace('January–May ', '')).toBe(first);
  });

  test('tells what came up on one side alone, then what is common', () => {
    const answer = answerTo({ ask: 'compare', period: one, otherPeriod: other });
    const common = answer.statements.findIndex(({ heading }) => heading === 'In common');
    expect(answer.statements.slice(common).map(({ side }) => side)).toEqual([undefined]);
    expect(answer.statements[common]?.text).toMatch(/^Topics raised on both sides: .*AMRAAM/);
    expect(answer.statements.every(({ citations }) => citations.length > 0)).toBe(true);
  });

  test('keeps the sides together on every page', () => {
    const given = { ask: 'compare' as const, period: one, otherPeriod: other };
    const first = answerTo(given, 'en', { linesPerPage: 3 });
    for (let page = 1; page <= first.page.count; page += 1) {
      const { statements } = answerTo(given, 'en', { page, linesPerPage: 3 });
      const sides = statements.map(({ side }) => side ?? 9);
      expect(sides).toEqual(sides.toSorted((a, b) => a - b));
      expect(statements[0]?.heading).toBeDefined();
    }
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
    expect(opening(given)).toMatch(
      /^Side by side: the Japan–U\.S\. Defense .* on January 31, 2025 and the Japan–U\.S\. Defense .* on March 30, 2025\. On record, only the first raised .*; only the second raised .*\.$/,
    );
  });
});

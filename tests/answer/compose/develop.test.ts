import { describe, expect, test } from 'vitest';
import { milestones } from '../../../src/answer/compose/develop.ts';
import { about, answerTo, knowledge, only, opening } from '../fixture.ts';

describe('a development', () => {
  test('opens with from when to when, the first statement and the latest', () => {
    const given = { ask: 'develop' as const, constraints: [about('taiwan-strait')] };
    expect(opening(given)).toBe(
      'On record, the Taiwan Strait came up in 2 consultations. On July 28, 2024, they restated the importance of peace and stability across the Taiwan Strait. On January 31, 2025, they discussed the situation around the Taiwan Strait.',
    );
    expect(opening(given, 'ja')).toContain(
      '2024年7月28日には、台湾海峡の平和と安定の重要性を改めて述べました。2025年1月31日には、',
    );
  });

  test('rests on both ends', () => {
    const answer = answerTo({ ask: 'develop', constraints: [about('amraam')] });
    expect(answer.consultations).toEqual(['2024-07-28-scc', '2025-03-30-defense']);
  });

  test('is told by everything that was done about the subject', () => {
    const agreed = only('act', 'agreed', { strength: 'soft' });
    const answer = answerTo({ ask: 'develop', constraints: [about('amraam'), agreed] });
    expect(answer.consultations).toEqual(['2024-07-28-scc', '2025-03-30-defense']);
  });

  test('of a subject that came up once tells what was said then', () => {
    const period = { from: '2024-01-01', to: '2024-12-31' };
    expect(opening({ ask: 'develop', period, constraints: [about('amraam')] })).toMatch(
      /^At the Japan–U\.S\. Security Consultati/,
    );
  });
});

describe('milestones', () => {
  const [base] = knowledge.consultations;
  const [outcome] = base?.outcomes ?? [];
  const at = (date: string, act: 'agreed' | 'discussed', weight: number) =>
    base && outcome
      ? [
          {
            consultation: { ...base, date },
            outcome: { ...outcome, act },
            index: 0,
            fit: 1,
            score: 1 + weight,
            lacks: [],
          },
        ]
      : [];
  const points = [
    ...at('2021-01', 'discussed', 0.07),
    ...at('2021-02', 'agreed', 0.08),
    ...at('2022-01', 'discussed', 0.07),
    ...at('2023-01', 'agreed', 0.08),
    ...at('2023-02', 'agreed', 0.1),
  ];
  const datesOf = (most: number) => milestones(points, most).map(({ consultation }) => consultation.date);

  test('are what was settled, in order of time', () => {
    expect(datesOf(3)).toEqual(['2021-02', '2023-01', '2023-02']);
  });

  test('are of other years where what they settle weighs the same', () => {
    expect(datesOf(2)).toEqual(['2021-02', '2023-02']);
  });

  test('leave few as they are', () => {
    expect(datesOf(9)).toHaveLength(points.length);
  });
});

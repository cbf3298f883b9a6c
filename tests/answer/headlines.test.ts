import { describe, expect, test } from 'vitest';
import { clock, desk } from '../reading/table.ts';

const headline = (text: string) => desk.ask({ text, clock }).headline.text;

describe('the first line answers what was asked', () => {
  test.each([
    [
      'how many times did Austin visit Japan?',
      /^The record shows \d+ visits of Lloyd Austin to Japan, with \d+ consultations/,
    ],
    ['オースティン長官は何回訪日した？', /^記録で確認できるロイド・オースティン氏の日本訪問は\d+回で、/],
    ['how often did Kishida and Biden meet?', /^On record, Kishida Fumio and Joe Biden met or spoke \d+ times/],
    ['when did Hegseth leave office?', /^The record does not say when Pete Hegseth left office as /],
    ['ヘグセス長官はいつ退任した？', /^ピート・ヘグセス氏が.*を退任した日は、記録にありません。/],
    ['what is on record for 2022?', /^The record holds \d+ consultations in 2022: /],
    ['2022年の記録には何がある？', /^2022年の協議は、記録に\d+件あります/],
    ['what’s new?', /^The latest consultation on record was /],
    ['新着は？', /^記録にある最新の協議は、/],
    ['首脳会談が最も多い年は？', /^記録にある日米首脳会談のうち、最も多いのは\d+年/],
    ['最も多い議題は？', /^記録にある協議のうち、最も多い議題は/],
  ])('%s', (text, first) => {
    expect(headline(text)).toMatch(first);
  });

  test('visits are runs of days, and the note says how they are counted', () => {
    const { notes } = desk.ask({ text: 'how many times did Blinken travel to Tokyo?', clock });
    expect(notes[0]).toMatch(/no more than 3 days apart count as one visit/);
  });
});

describe('what was said on a subject', () => {
  test.each(['what did they agree on AMRAAM?', '沖縄について何を話し合った？', 'what was said about PFAS?'])(
    'stands in the order of days, the meeting of the first line first: %s',
    (text) => {
      const { headline: first, statements } = desk.ask({ text, clock });
      const others = statements.filter(({ consultation }) => consultation !== first.consultation);
      expect(statements.length).toBeLessThanOrEqual(5);
      expect(statements.slice(statements.length - others.length)).toEqual(others);
      const days = others.map(({ consultation }) => consultation?.slice(0, 10) ?? '');
      expect(days).toEqual(days.toSorted().reverse());
    },
  );

  test.each(['what was discussed in 2025?', '2025年に何を話し合った？'])(
    'in a wide time opens with how many, then decisions in order, then ways to narrow that are answered: %s',
    (text) => {
      const answer = desk.ask({ text, clock });
      const days = answer.statements.map(({ consultation }) => consultation?.slice(0, 10) ?? '');
      expect(answer.headline.text).toMatch(/5\d/);
      expect(days).toHaveLength(5);
      expect(days).toEqual(days.toSorted().reverse());
      expect(answer.suggestions.length).toBeGreaterThan(1);
      for (const each of answer.suggestions) expect(desk.ask({ text: each, clock }).status).toBe('answered');
    },
  );
});

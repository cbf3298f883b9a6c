import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/time/index.ts';
import { TODAY } from './expression-table.ts';

type Options = { today?: string; yearHint?: number };

function periods(text: string, { today = TODAY, yearHint }: Options = {}): string[] {
  return findTimes(text, { today, yearHint }).map(({ period }) =>
    period === null ? 'impossible' : `${period.from ?? ''}..${period.to ?? ''}`,
  );
}

describe('a day of a list', () => {
  it.each([
    ['24 and 30 August 2023', ['2023-08-24..2023-08-24', '2023-08-30..2023-08-30']],
    ['28th and 31st of July 2024', ['2024-07-28..2024-07-28', '2024-07-31..2024-07-31']],
    ['2025年7月11日と18日', ['2025-07-11..2025-07-11', '2025-07-18..2025-07-18']],
  ])('lies in the month that stands beside another day: %s', (text, days) => {
    expect(periods(text)).toEqual(days);
  });
});

describe('four figures before a thing that could be counted', () => {
  it.each([
    ['the October 2022 missile', '2022-10-01..2022-10-31'],
    ['the Dec. 2023 Osprey and the sept 2023 ships', '2023-12-01..2023-12-31'],
    ['24 April 2024 troops', '2024-04-24..2024-04-24'],
  ])('are a year when a month stands before them: %s', (text, period) => {
    expect(periods(text)[0]).toBe(period);
  });

  it('are a number elsewhere, and after a verb that is also a month', () => {
    expect(periods('may 2000 troops be sent')).not.toContain('2000-05-01..2000-05-31');
    expect(periods('2022 missiles')).toEqual([]);
  });
});

describe('a bare month or day', () => {
  it.each([
    ['3月', '2025-03-01..2025-03-31'],
    ['March', '2025-03-01..2025-03-31'],
    ['7月28日', '2025-07-28..2025-07-28'],
    ['July 28', '2025-07-28..2025-07-28'],
    ['3月から5月', '2025-03-01..2025-05-31'],
    ['Q3', '2025-07-01..2025-09-30'],
    ['上半期', '2025-01-01..2025-06-30'],
    ['12月', '2025-12-01..2025-12-31'],
  ])('%s falls in the year of the conversation', (text, period) => {
    expect(periods(text, { yearHint: 2025 })).toEqual([period]);
  });

  it('falls in the conversation year even when the month is still to come in it', () => {
    expect(periods('12月', { yearHint: 2026 })).toEqual(['2026-12-01..2026-12-31']);
  });

  it('is never borrowed from the conversation by a relative expression or a written year', () => {
    expect(periods('先月、2024年3月、去年の5月', { yearHint: 2019 })).toEqual([
      '2026-10-01..2026-10-31',
      '2024-03-01..2024-03-31',
      '2025-05-01..2025-05-31',
    ]);
  });

  it.each([
    ['2026-03-01', '2026-03-01..2026-03-31'],
    ['2026-02-28', '2025-03-01..2025-03-31'],
    ['2026-03-31', '2026-03-01..2026-03-31'],
  ])('on %s is the latest March that has begun', (today, period) => {
    expect(periods('3月', { today })).toEqual([period]);
    expect(periods('March', { today })).toEqual([period]);
  });

  it('takes the year named before it in the text', () => {
    expect(periods('2025年3月の2+2と5月の会談')).toEqual(['2025-03-01..2025-03-31', '2025-05-01..2025-05-31']);
    expect(periods('Compare March 2025 with May')).toEqual(['2025-03-01..2025-03-31', '2025-05-01..2025-05-31']);
    expect(periods('2024年7月28日の2+2と31日の会談')).toEqual(['2024-07-28..2024-07-28', '2024-07-31..2024-07-31']);
  });

  it('takes the year named after it in a list', () => {
    expect(periods('March and May 2025')).toEqual(['2025-03-01..2025-03-31', '2025-05-01..2025-05-31']);
    expect(periods('March, April and May 2025')).toHaveLength(3);
  });

  it('has its year told in both languages', () => {
    const [mention] = findTimes('who met in March?', { today: TODAY });
    expect(mention?.assumption).toEqual({
      ja: '「March」を2026年3月と解釈しました。',
      en: '“March” is taken as March 2026.',
    });
  });

  it('has nothing to tell when its year is written', () => {
    expect(findTimes('2025年3月', { today: TODAY })[0]?.assumption).toBeNull();
  });
});

describe('expressions counted from today', () => {
  it.each([
    ['2026-01-01', '昨日', '2025-12-31..2025-12-31'],
    ['2026-01-01', '先月', '2025-12-01..2025-12-31'],
    ['2026-01-01', 'last month', '2025-12-01..2025-12-31'],
    ['2026-01-31', '来月', '2026-02-01..2026-02-28'],
    ['2026-03-31', '今年度', '2025-04-01..2026-03-31'],
    ['2026-04-01', '今年度', '2026-04-01..2027-03-31'],
    ['2026-03-31', '昨年度', '2024-04-01..2025-03-31'],
    ['2026-02-10', 'last quarter', '2025-10-01..2025-12-31'],
    ['2026-11-22', 'last week', '2026-11-09..2026-11-15'],
    ['2026-11-22', '今週', '2026-11-16..2026-11-22'],
    ['2026-11-23', '今週', '2026-11-23..2026-11-29'],
    ['2027-01-01', '先週', '2026-12-21..2026-12-27'],
    ['2024-02-29', '1年前', '2023-01-01..2023-12-31'],
    ['2024-02-29', '過去1年', '2023-02-28..2024-02-29'],
    ['2026-05-31', '過去3か月', '2026-02-28..2026-05-31'],
    ['2027-01-15', 'this winter', '2026-12-01..2027-02-28'],
    ['2026-01-10', 'last December', '2025-12-01..2025-12-31'],
    ['2026-03-10', 'last March', '2025-03-01..2025-03-31'],
    ['2026-10-01', 'this U.S. fiscal year', '2026-10-01..2027-09-30'],
  ])('on %s, %s is %s', (today, text, period) => {
    expect(periods(text, { today })).toEqual([period]);
  });
});

describe('two readings', () => {
  const alternatives = (text: string): string[] =>
    findTimes(text, { today: TODAY }).flatMap((mention) =>
      mention.alternatives.map(({ period, label }) => `${period.from}..${period.to} ${label.en}`),
    );

  it('are both given for 3/4/2025 in English', () => {
    expect(periods('who met on 3/4/2025?')).toEqual(['2025-03-04..2025-03-04']);
    expect(alternatives('who met on 3/4/2025?')).toEqual(['2025-04-03..2025-04-03 April 3, 2025']);
  });

  it('are one in Japanese, where the month stands first', () => {
    expect(alternatives('3/4/2025の会談')).toEqual([]);
    expect(periods('3/4の会談')).toEqual(['2026-03-04..2026-03-04']);
  });

  it('are one when only one order is a date, or both are the same day', () => {
    expect(alternatives('3/30/2025')).toEqual([]);
    expect(alternatives('30/3/2025')).toEqual([]);
    expect(alternatives('3/3/2025')).toEqual([]);
  });

  it('of FY2025 are the Japanese and the U.S. year, open like the mention itself', () => {
    expect(alternatives('FY2025')).toEqual([
      '2024-10-01..2025-09-30 U.S. fiscal year 2025 (October–September): October 2024 – September 2025',
    ]);
    expect(findTimes('since FY2025', { today: TODAY })[0]?.alternatives[0]?.period).toEqual({
      from: '2024-10-01',
      to: null,
    });
  });

  it('of a winter lie a year apart, and the one that has begun comes first', () => {
    expect(periods('2025年冬')).toEqual(['2025-12-01..2026-02-28']);
    expect(periods('2026年冬')).toEqual(['2025-12-01..2026-02-28']);
    expect(findTimes('2025年冬', { today: TODAY })[0]?.alternatives).toHaveLength(1);
  });
});

describe('several expressions', () => {
  it('come in order and do not swallow each other', () => {
    expect(periods('一昨日と昨日と今日')).toEqual([
      '2026-11-21..2026-11-21',
      '2026-11-22..2026-11-22',
      '2026-11-23..2026-11-23',
    ]);
    expect(periods('2025/03と2025-05')).toEqual(['2025-03-01..2025-03-31', '2025-05-01..2025-05-31']);
  });

  it('are not a range when years are compared', () => {
    expect(periods('compare 2024 to 2025')).toEqual(['2024-01-01..2024-12-31', '2025-01-01..2025-12-31']);
    expect(periods('2024年と2025年を比較')).toEqual(['2024-01-01..2024-12-31', '2025-01-01..2025-12-31']);
  });

  it('are found in both languages in one text', () => {
    expect(periods('2025年3月 (March 2024) の会談')).toEqual(['2025-03-01..2025-03-31', '2024-03-01..2024-03-31']);
  });

  it('of a range written backwards are put in order, and that is told', () => {
    const [mention] = findTimes('2025年から2023年', { today: TODAY });
    expect(mention?.period).toEqual({ from: '2023-01-01', to: '2025-12-31' });
    expect(mention?.assumption?.en).toContain('2023–2025');
  });
});

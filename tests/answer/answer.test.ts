import { describe, expect, test } from 'vitest';
import { createCiter } from '../../src/answer/cite.ts';
import { elapsedBetween } from '../../src/answer/elapsed.ts';
import { answerId } from '../../src/answer/identity.ts';
import { topicName } from '../../src/answer/topic-name.ts';
import { createDesk } from '../../src/desk.ts';
import { answerTo, clock, knowledge, only, query } from './fixture.ts';

const desk = createDesk(knowledge);

describe('citations', () => {
  test('one number per source and locator, in order of first mention', () => {
    const citer = createCiter(knowledge, 'en');
    const para = (n: number) => ({ source: 'white-paper', locator: { ja: `第${n}段落`, en: `para. ${n}` } });
    expect(citer.cite([para(5), { source: 'release' }, para(5)])).toEqual([1, 2]);
    expect(citer.cite([para(6), para(5)])).toEqual([3, 1]);
    expect(citer.list().map(({ n, source, locator }) => [n, source, locator])).toEqual([
      [1, 'white-paper', 'para. 5'],
      [2, 'release', null],
      [3, 'white-paper', 'para. 6'],
    ]);
  });

  test('a source that is not on record gets no number', () => {
    expect(createCiter(knowledge, 'ja').cite([{ source: 'no-such-source' }])).toEqual([]);
  });
});

describe('the id of an answer', () => {
  const asked = query({ ask: 'who', constraints: [only('person', 'hegseth')] });

  test('is twelve hex digits, the same whatever the order of keys', () => {
    const { text, ...rest } = asked;
    expect(answerId(asked, 'en', '2026-11-25')).toMatch(/^[0-9a-f]{12}$/);
    expect(answerId({ ...rest, text }, 'en', '2026-11-25')).toBe(answerId(asked, 'en', '2026-11-25'));
  });

  test('survives a round through JSON', () => {
    const stored = JSON.parse(JSON.stringify({ ...asked, order: undefined }));
    expect(answerId(stored, 'en', '2026-11-25')).toBe(answerId(asked, 'en', '2026-11-25'));
  });

  test('differs by language, by day and by question', () => {
    const ids = [
      answerId(asked, 'en', '2026-11-25'),
      answerId(asked, 'ja', '2026-11-25'),
      answerId(asked, 'en', '2026-11-26'),
      answerId({ ...asked, ask: 'when' }, 'en', '2026-11-25'),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the pages of an answer', () => {
  const asked = { ask: 'list' as const, period: { from: '2024-01-01', to: '2025-12-31' } };

  test('share the id, and together show every line once', () => {
    const pages = [1, 2, 3].map((page) => answerTo(asked, 'en', { page, linesPerPage: 2 }));
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
    expect(pages.flatMap(({ statements }) => statements)).toHaveLength(6);
  });

  test('beyond the last are the last', () => {
    expect(answerTo(asked, 'en', { page: 9, linesPerPage: 2 }).page).toEqual({ index: 3, count: 3 });
  });
});

describe('people that a follow-up can mean', () => {
  test('are those asked about, then those who were there', () => {
    expect(answerTo({ ask: 'where', constraints: [only('person', 'trump')] }).focus).toEqual(['trump', 'ishiba']);
  });
});

describe('a card', () => {
  test('shows one consultation in full', () => {
    expect(desk.card('2025-03-30-defense', 'ja')).toMatchObject({
      title: '日米防衛相会談（東京、中谷大臣・ヘグセス長官）',
      date: '2025年3月30日',
      framework: '日米防衛相会談',
      format: '対面',
      place: '東京・防衛省',
      participants: [
        { name: '中谷元', office: '防衛大臣', country: 'JP' },
        { name: 'ピート・ヘグセス', office: '国防長官', country: 'US' },
      ],
      outcomes: [
        { text: '統合作戦司令部の創設を歓迎しました。', citations: [2] },
        { text: 'AMRAAMの共同生産を速めることを議論しました。', citations: [2] },
        { text: '中谷大臣は、別のミサイルの検討も述べました。', citations: [3] },
      ],
    });
  });

  test('is undefined for an id that is not on record', () => {
    expect(desk.card('2019-01-01-nothing', 'en')).toBeUndefined();
  });
});

describe('a timeline', () => {
  test('covers the last twelve months on record by default, and says so', () => {
    const made = desk.timeline({ clock, language: 'en' });
    expect([made.from, made.to]).toEqual(['2024-07-01', '2025-06-30']);
    expect(made.title).toBe('Alliance consultations, the last twelve months on record (July 2024 – June 2025)');
    expect(made.items).toHaveLength(6);
  });

  test('covers the whole record where a filter is set and no period, and names both', () => {
    const filters = { frameworks: ['defense-ministerial'], people: ['hegseth', 'nakatani'] };
    const made = desk.timeline({ clock, language: 'en', filters });
    const { from, to } = desk.knowledge().coverage;
    expect([made.from, made.to]).toEqual([from, to]);
    expect(made.title).toMatch(/: .* · Pete Hegseth or Nakatani Gen, the whole record \(/);
    expect(desk.timeline({ clock, language: 'ja', filters }).title).toMatch(/（.*、.*または.*） 記録の全期間（/);
  });

  test('names its period, and keeps a record’s month as a month', () => {
    const made = desk.timeline({ clock, language: 'ja', period: { from: '2025-06-01', to: '2025-06-30' } });
    expect(made.title).toBe('日米同盟の協議 2025年6月');
    expect(made.items.map(({ from, to, dateLabel }) => [from, to, dateLabel])).toEqual([
      ['2025-06-01', '2025-06-30', '2025年6月'],
    ]);
  });

  test('keeps to its filters', () => {
    const made = desk.timeline({
      clock,
      language: 'en',
      period: { from: '2024-01-01', to: '2025-12-31' },
      filters: { frameworks: ['defense-ministerial'] },
    });
    expect(made.items.map(({ consultation }) => consultation)).toEqual(['2025-01-31-defense', '2025-03-30-defense']);
    for (const { citations } of made.items) expect(citations).not.toEqual([]);
  });

  test('is empty where nothing is on record', () => {
    const made = desk.timeline({ clock, language: 'en', period: { from: '1990-01-01', to: '1990-12-31' } });
    expect([made.items, made.citations]).toEqual([[], []]);
  });
});

describe('completions of a period', () => {
  test('are years and months on record, newest first', () => {
    const values = desk.suggest({ kind: 'period', typed: '', language: 'ja', limit: 10 }).map(({ value }) => value);
    expect(values).toEqual(['2025年', '2024年', '2025年6月', '2025年3月', '2025年2月', '2025年1月', '2024年7月']);
  });

  test('begin with what is typed, by name or by number', () => {
    const of = (typed: string) =>
      desk.suggest({ kind: 'period', typed, language: 'en', limit: 10 }).map(({ value }) => value);
    expect(of('mar')).toEqual(['March 2025']);
    expect(of('2024')).toEqual(['2024', 'July 2024']);
    expect(of('１９９０')).toEqual([]);
  });
});

describe('small parts', () => {
  test('time passed is counted in whole units and in days', () => {
    expect(elapsedBetween('2024-07-28', '2026-11-25')).toEqual({ years: 2, months: 3, days: 28, total: 850 });
    expect(elapsedBetween('2026-11-25', '2026-11-25').total).toBe(0);
    expect(elapsedBetween('2026-12-01', '2026-11-25').total).toBe(0);
  });

  test('a topic is named as a sentence names it', () => {
    expect(topicName('command-and-control', { knowledge, language: 'en' })).toBe('command and control');
    expect(topicName('taiwan-strait', { knowledge, language: 'en' })).toBe('the Taiwan Strait');
    expect(topicName('amraam', { knowledge, language: 'en' })).toBe('AMRAAM');
    expect(topicName('taiwan-strait', { knowledge, language: 'ja' })).toBe('台湾海峡');
  });
});

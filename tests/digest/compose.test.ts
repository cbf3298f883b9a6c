import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose.ts';
import type { Digest, DigestSection } from '../../src/digest/digest.ts';
import { digestToJson } from '../../src/digest/json.ts';
import { digestToPlainText } from '../../src/digest/plain.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { consultation, knowledgeOf } from './knowledge-fixture.ts';

const date = '2026-03-30';
const digestOf = (
  records: Parameters<typeof knowledgeOf>[0],
  request: Partial<Parameters<typeof composeDigest>[1]> = {},
): Digest => composeDigest(knowledgeOf(records), { date, language: 'en', ...request });
const sectionOf = (digest: Digest, kind: DigestSection['kind']) => digest.sections.find((each) => each.kind === kind);
const idsOf = (digest: Digest, kind: DigestSection['kind']) => [
  ...new Set(sectionOf(digest, kind)?.statements.map((statement) => statement.consultation)),
];

describe('new and corrected', () => {
  const records = [
    consultation({ id: '2025-05-01-old', date: '2025-05-01', addedOn: '2026-03-28' }),
    consultation({ id: '2025-06-01-new', date: '2025-06-01', addedOn: '2026-03-29' }),
    consultation({ id: '2025-07-01-fixed', date: '2025-07-01', addedOn: '2025-07-02', revisedOn: '2026-03-30' }),
    consultation({ id: '2025-08-01-tomorrow', date: '2025-08-01', addedOn: '2026-03-31' }),
  ];

  test('are the records added or corrected after the last digest and up to the day', () => {
    const digest = digestOf(records, { since: '2026-03-28' });
    expect(idsOf(digest, 'new')).toEqual(['2025-06-01-new', '2025-07-01-fixed']);
    expect(sectionOf(digest, 'new')?.statements.map(({ text }) => text)).toEqual([
      'Added: on June 1, 2025 (9 months ago), the Japan–U.S. Test Talks took place in Tokyo.',
      'They agreed to train more.',
      'Corrected: on July 1, 2025 (8 months ago), the Japan–U.S. Test Talks took place in Tokyo.',
      'They agreed to train more.',
    ]);
  });

  test.each([
    ['Courtesy Call on Prime Minister Ishiba', 'the Courtesy Call'],
    ['The Test Talks', 'The Test Talks'],
    ['An exchange of letters', 'An exchange'],
    ['Ishiba’s visit to the U.S.', 'Ishiba’s visit'],
    ["Prime Minister's visit", "Prime Minister's visit"],
    ['Visit of the Prime Minister’s envoy', 'the Visit of'],
  ])('tell of %s with an article only where it needs one', (title, told) => {
    const record = consultation({
      id: '2025-06-01-new',
      date: '2025-06-01',
      addedOn: '2026-03-29',
      title: { ja: '会談', en: title },
    });
    const [statement] = sectionOf(digestOf([record], { since: '2026-03-28' }), 'new')?.statements ?? [];
    expect(statement?.text).toContain(`ago), ${told}`);
  });

  test('are none in a first digest', () => {
    expect(idsOf(digestOf(records, { since: null }), 'new')).toEqual([]);
    expect(idsOf(digestOf(records), 'new')).toEqual([]);
  });

  test('of a long list are the newest, and the heading says of how many', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      consultation({ id: `2025-05-${index + 10}-x`, date: `2025-05-${index + 10}`, addedOn: '2026-03-29' }),
    );
    const digest = digestOf(many, { since: '2026-03-28', language: 'ja' });
    expect(sectionOf(digest, 'new')?.heading).toBe('新しい記録・訂正（12件のうち8件）');
    expect(idsOf(digest, 'new')).toEqual(many.slice(4).map(({ id }) => id));
  });
});

describe('on this day', () => {
  const on = (day: string) => consultation({ id: `${day.slice(0, 10)}-x`, date: day });
  const found = (day: string, at: string) => idsOf(digestOf([on(day)], { date: at }), 'on-this-day').length === 1;

  test('reaches three days either side, in earlier years only', () => {
    expect(found('2025-03-27', date)).toBe(true);
    expect(found('2025-04-02', date)).toBe(true);
    expect(found('2025-03-26', date)).toBe(false);
    expect(found('2025-04-03', date)).toBe(false);
    expect(found('2026-03-29', date)).toBe(false);
    expect(found('2027-03-30', date)).toBe(false);
  });

  test('reaches over the New Year both ways', () => {
    expect(found('2024-12-30', '2026-01-01')).toBe(true);
    expect(found('2025-01-02', '2026-12-31')).toBe(true);
    expect(found('2025-12-30', '2026-01-01')).toBe(false);
  });

  test('takes 29 February as the 28th in other years, and finds a 29 February from any year', () => {
    expect(found('2023-02-28', '2024-02-29')).toBe(true);
    expect(found('2024-02-29', '2025-03-01')).toBe(true);
  });

  test('counts a meeting of several days by any of them, and never one whose day is not known', () => {
    expect(found('2025-03-20/2025-03-27', date)).toBe(true);
    expect(found('2025-03', date)).toBe(false);
  });

  test('is told in order of date, with how many years ago', () => {
    const digest = digestOf([on('2023-03-31'), on('2025-03-30')], { language: 'ja' });
    expect(sectionOf(digest, 'on-this-day')?.statements.map(({ text }) => text)).toEqual([
      '2023年3月31日（3年前）、東京で日米試験協議が行われました。',
      '訓練を増やすことで一致しました。',
      '2025年3月30日（1年前の今日）、東京で日米試験協議が行われました。',
      '訓練を増やすことで一致しました。',
    ]);
  });
});

describe('latest', () => {
  test.each([
    ['2026-03-30', 'today', '今日'],
    ['2026-03-29', 'yesterday', '昨日'],
    ['2026-03-18', '12 days ago', '12日前'],
    ['2026-01-15', '2 months ago', '2か月前'],
    ['2025-02-20', '1 year and 1 month ago', '1年1か月前'],
    ['2024-03-30', '2 years ago', '2年前'],
    ['2026-02', '1 month ago', '1か月前'],
    ['2026-03', 'this month', '今月'],
    ['2026-03-29/2026-03-31', 'today', '今日'],
  ])('says that %s was %s', (day, en, ja) => {
    const records = [consultation({ id: `${day.slice(0, 7)}-x`, date: day })];
    expect(sectionOf(digestOf(records), 'latest')?.statements[0]?.text).toContain(`(${en}),`);
    expect(sectionOf(digestOf(records, { language: 'ja' }), 'latest')?.statements[0]?.text).toContain(`（${ja}）、`);
  });

  test('is the last three that had begun, oldest first', () => {
    const records = ['2026-03-01', '2026-03-10', '2026-03-20', '2026-03-25', '2026-04-01'].map((day) =>
      consultation({ id: `${day}-x`, date: day }),
    );
    expect(idsOf(digestOf(records), 'latest')).toEqual(['2026-03-10-x', '2026-03-20-x', '2026-03-25-x']);
  });
});

describe('ahead', () => {
  const planned = consultation({ id: '2026-04-10-x', date: '2026-04-10', outcomes: [] });

  test('is what is dated after the day, as planned', () => {
    const english = sectionOf(digestOf([planned]), 'ahead');
    expect(english?.heading).toBe('Coming up');
    expect(english?.statements[0]?.text).toBe(
      'On April 10, 2026 (in 11 days), the Japan–U.S. Test Talks will take place in Tokyo.',
    );
    expect(sectionOf(digestOf([planned], { language: 'ja' }), 'ahead')?.statements[0]?.text).toBe(
      '2026年4月10日（11日後）、東京で日米試験協議が予定されています。',
    );
  });

  test('does not call planned what has an outcome: the digest of a past day', () => {
    const held = sectionOf(digestOf([consultation({ id: '2026-03-31-x', date: '2026-03-31' })]), 'ahead');
    expect(held?.heading).toBe('What followed');
    expect(held?.statements[0]?.text).toBe(
      'On March 31, 2026 (the next day), the Japan–U.S. Test Talks took place in Tokyo.',
    );
  });
});

describe('a sentence', () => {
  const textOf = (fields: Partial<Parameters<typeof consultation>[0]>, language: 'ja' | 'en') => {
    const record = consultation({ id: '2026-03-20-x', date: '2026-03-20', ...fields });
    return sectionOf(digestOf([record], { language }), 'latest')?.statements[0]?.text;
  };

  test('names telephone and video, unless the title does', () => {
    expect(textOf({ format: 'telephone', place: undefined }, 'en')).toContain('took place by telephone.');
    expect(textOf({ format: 'video', place: undefined }, 'ja')).toContain('テレビ会議で日米試験協議が');
    const titled = {
      format: 'telephone',
      title: { ja: '日米電話協議', en: 'Telephone Talk' },
      place: undefined,
    } as const;
    expect(textOf(titled, 'en')).toContain('the Telephone Talk took place.');
    expect(textOf(titled, 'ja')).toContain('、日米電話協議が');
  });

  test('says the place once and ends with one full stop', () => {
    const title = { ja: '日米外相会談（ワシントンDC）', en: 'Foreign Ministers’ Meeting (Washington, D.C.)' };
    const place = { ja: 'ワシントンDC', en: 'Washington, D.C.', country: 'US' };
    expect(textOf({ title, place }, 'en')).toMatch(/the Foreign Ministers’ Meeting took place in Washington, D\.C\.$/);
    expect(textOf({ title, place }, 'ja')).toMatch(/、ワシントンDCで日米外相会談が行われました。$/);
  });

  test('keeps what brackets add to a title', () => {
    const title = { ja: '日米外相会談（中東情勢）', en: 'Foreign Ministers’ Meeting (Middle East)' };
    expect(textOf({ title }, 'en')).toContain('Meeting (Middle East) took place');
  });
});

describe('filters', () => {
  const records = [
    consultation({ id: '2026-03-01-talks', date: '2026-03-01' }),
    consultation({ id: '2026-03-02-sub', date: '2026-03-02', framework: 'sub-talks' }),
    consultation({ id: '2026-03-03-summit', date: '2026-03-03', framework: 'summit', participants: [], outcomes: [] }),
  ];
  const latest = (filters: NonNullable<Parameters<typeof composeDigest>[1]['filters']>) =>
    idsOf(digestOf(records, { filters }), 'latest');

  test('within a kind any may match, across kinds all must', () => {
    expect(latest({ frameworks: ['summit', 'sub-talks'] })).toEqual(['2026-03-02-sub', '2026-03-03-summit']);
    expect(latest({ frameworks: ['summit', 'sub-talks'], people: ['yamada'] })).toEqual(['2026-03-02-sub']);
    expect(latest({ countries: ['US'] })).toEqual([]);
    expect(latest({ frameworks: [], topics: undefined })).toHaveLength(3);
  });

  test('a framework or topic stands for what is beneath it', () => {
    expect(latest({ frameworks: ['talks'] })).toEqual(['2026-03-01-talks', '2026-03-02-sub']);
    expect(latest({ topics: ['cooperation'] })).toEqual(['2026-03-01-talks', '2026-03-02-sub']);
  });

  test('are named in the closing line', () => {
    expect(digestOf(records, { filters: { frameworks: ['summit'], people: ['yamada'] } }).closing).toBe(
      'The record covers 3 consultations from March 1, 2026 to March 3, 2026. Filtered by Summit, Yamada Taro. Change or stop this digest with /alliance-digest.',
    );
  });

  test('on a topic, the outcome told is on that topic, else one that settled something', () => {
    const record = consultation({ id: '2025-03-30-x', date: '2025-03-30' });
    const outcomes = record.outcomes.map((outcome, index) =>
      index === 0 ? { ...outcome, topics: ['amraam'] } : outcome,
    );
    const told = (topics: string[]) =>
      sectionOf(digestOf([{ ...record, outcomes }], { filters: { topics } }), 'on-this-day')?.statements[1]?.text;
    expect(told(['amraam'])).toBe('They discussed cooperation.');
    expect(told([])).toBe('They agreed to train more.');
  });
});

test('a day is quiet when nothing is new, on this day or ahead, whatever was latest', () => {
  const digest = digestOf([consultation({ id: '2025-10-01-x', date: '2025-10-01' })], { since: '2026-03-29' });
  expect(digest.quiet).toBe(true);
  expect(digest.sections.map(({ kind }) => kind)).toEqual(['latest']);
  expect(digestToPlainText(digest)).toContain('Nothing new on record today');
});

test('an empty record makes a digest without a section', () => {
  expect(digestOf([]).sections).toEqual([]);
});

describe.each(['ja', 'en'] as const)('over the whole record in %s', (language) => {
  const knowledge = loadKnowledge('knowledge');
  const digests = ['2022-01-01', '2024-02-29', '2025-03-30', '2026-03-30', '2026-11-25'].map((day) =>
    composeDigest(knowledge, { date: day, language, since: '2021-01-01' }),
  );

  test('every line is cited, by numbers that the digest lists', () => {
    for (const digest of digests) {
      const numbers = new Set(digest.citations.map(({ n }) => n));
      for (const statement of digest.sections.flatMap(({ statements }) => statements)) {
        expect(statement.citations.length, statement.text).toBeGreaterThan(0);
        for (const n of statement.citations) expect(numbers).toContain(n);
      }
      for (const item of digest.timeline.items) expect(item.citations.length).toBeGreaterThan(0);
    }
  });

  test('the picture marks the consultations of the day itself, and no other for sharing its month', () => {
    const [monthOnly, theDay] = [
      consultation({ id: '2026-03-a', date: '2026-03' }),
      consultation({ id: '2026-03-30-b', date: '2026-03-30' }),
    ];
    const later = consultation({ id: '2026-03-30-c', date: '2026-03-30' });
    const { timeline } = composeDigest(knowledgeOf([monthOnly, theDay, later]), { date: '2026-03-30', language: 'en' });
    const marked = timeline.items.filter((item) => item.marked).map((item) => item.consultation);
    expect(marked).toEqual([theDay.id, later.id]);
    expect(timeline.day).toBe('2026-03-30');
  });

  test('each section is in order of date', () => {
    for (const digest of digests) {
      for (const { statements } of digest.sections) {
        const dates = statements.map(({ consultation: id }) => id?.slice(0, 7) ?? '');
        expect([...dates].sort()).toEqual(dates);
      }
    }
  });

  test('the same request gives the same digest', () => {
    const again = composeDigest(knowledge, { date: '2026-03-30', language, since: '2021-01-01' });
    expect(again).toEqual(digests[3]);
  });

  test('no sentence ends twice, and the text holds every citation', () => {
    for (const digest of digests) {
      const text = digestToPlainText(digest);
      for (const { statements } of digest.sections) {
        for (const statement of statements) expect(statement.text).not.toMatch(/\.\.$|。。$| {2}/);
      }
      for (const { url } of digest.citations) expect(text).toContain(url);
      expect(digestToJson(digest).text).toBe(text);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose.ts';
import { type Digest, type DigestSection, toldIn } from '../../src/digest/digest.ts';
import { digestToJson } from '../../src/digest/json.ts';
import { digestToPlainText } from '../../src/digest/plain.ts';
import { seenRecords } from '../../src/digest/seen.ts';
import { meetingsIn, shorten } from '../../src/digest/shorten.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
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

const linesOf = (digest: Digest, kind: DigestSection['kind']) =>
  sectionOf(digest, kind)?.statements.flatMap(({ heading, text }) => [
    ...(heading === undefined ? [] : [`# ${heading}`]),
    text,
  ]);

describe('what is new', () => {
  const records = [
    consultation({ id: '2025-05-01-old', date: '2025-05-01', addedOn: '2026-03-28' }),
    consultation({ id: '2024-06-01-new', date: '2024-06-01', addedOn: '2026-03-29' }),
    consultation({ id: '2025-07-01-newest', date: '2025-07-01', addedOn: '2026-03-30' }),
    consultation({ id: '2025-08-01-tomorrow', date: '2025-08-01', addedOn: '2026-03-31' }),
  ];

  test('is what was added after the last digest and up to the day, under its name, and apart what came after all before', () => {
    const known = consultation({ id: '2025-06-01-known', date: '2025-06-01', addedOn: '2026-01-01' });
    const digest = digestOf([...records.slice(0, 3), known], { since: '2026-03-28' });
    expect(linesOf(digest, 'latest')).toEqual([
      '# July 1, 2025, Japan–U.S. Test Talks (8 months ago)',
      'Minister Yamada Taro took part in Tokyo.',
      'They agreed to train more.',
      'They discussed cooperation.',
    ]);
    expect(linesOf(digest, 'new')?.[0]).toBe('# June 1, 2024, Japan–U.S. Test Talks (1 year and 9 months ago)');
    expect(idsOf(digest, 'new')).toEqual(['2024-06-01-new']);
  });

  test('is nothing in a first digest, and the latest consultation is none of its own', () => {
    expect(digestOf(records, { since: null }).sections).toEqual([]);
    expect(digestOf(records).quiet).toBe(true);
  });

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
    const records = [consultation({ id: `${day.slice(0, 7)}-x`, date: day, addedOn: '2026-03-30' })];
    const headingIn = (language: 'ja' | 'en') =>
      linesOf(digestOf(records, { since: '2026-03-29', language }), 'latest')?.[0];
    expect(headingIn('en')).toContain(` (${en})`);
    expect(headingIn('ja')).toContain(`（${ja}）`);
  });

  test('dated tomorrow waits for tomorrow', () => {
    expect(toldIn(digestOf(records, { since: '2026-03-30' }))).toEqual([]);
    expect(toldIn(digestOf(records, { since: '2026-03-30', date: '2026-03-31' }))).toEqual(['2025-08-01-tomorrow']);
  });

  test('of a long list is the newest with one outcome each, and the heading says of how many', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      consultation({ id: `2025-05-${index + 10}-x`, date: `2025-05-${index + 10}`, addedOn: '2026-03-29' }),
    );
    const digest = digestOf(many, { since: '2026-03-28', language: 'ja' });
    expect(sectionOf(digest, 'latest')?.heading).toBe('最新の協議（12件のうち8件）');
    expect(sectionOf(digest, 'latest')?.total).toBe(12);
    expect(idsOf(digest, 'latest')).toEqual(many.slice(4).map(({ id }) => id));
    expect(linesOf(digest, 'latest')).toHaveLength(8 * 3);
  });

  test('says no more of a meeting than the record: neither that two met, nor that it took place', () => {
    const bare = { place: undefined, format: undefined, addedOn: '2026-03-29' };
    const [yamada] = consultation({ id: 'x', date: '2025-05-01' }).participants;
    const two = [yamada, yamada].flatMap((each) => each ?? []);
    const digest = digestOf(
      [
        consultation({ id: '2025-05-01-a', date: '2025-05-01', participants: [], ...bare }),
        consultation({ id: '2025-05-02-b', date: '2025-05-02', participants: two, ...bare }),
      ],
      { since: '2026-03-28' },
    );
    expect(linesOf(digest, 'latest')?.filter((line) => !/^(?:#|They)/.test(line))).toEqual([
      'Minister Yamada Taro and Minister Yamada Taro took part.',
    ]);
  });
});

describe('a corrected record', () => {
  const before = consultation({ id: '2025-07-01-x', date: '2025-07-01', addedOn: '2025-07-02' });
  const outcomes = before.outcomes;
  const [discussed, agreed] = outcomes;
  if (discussed === undefined || agreed === undefined) throw new Error('the fixture has two outcomes');
  const more = (en: string): typeof agreed => ({ ...agreed, en, ja: `${en}で一致した。` });
  const corrected = (change: Partial<Consultation>, language: 'ja' | 'en' = 'en') => {
    const known = seenRecords(knowledgeOf([before]));
    const now = { ...before, ...change, revisedOn: '2026-03-30' };
    return linesOf(digestOf([now], { since: '2025-07-02', shown: known, language }), 'corrected')?.slice(1);
  };

  test.each<[Partial<Consultation>, string[], string[]]>([
    [
      { date: '2025-07-02' },
      ['Date corrected from July 1, 2025 to July 2, 2025.'],
      ['日付を訂正：2025年7月1日から2025年7月2日へ。'],
    ],
    [
      { place: undefined, durationMinutes: 60 },
      ['Place removed: Tokyo.', 'Length added: 60 minutes.'],
      ['場所を削除：東京。', '所要時間を追加：60分。'],
    ],
    [
      { format: 'video', participants: [] },
      ['Format corrected from in person to by video.', 'Participants removed: Yamada Taro.'],
      ['形式を訂正：対面からオンラインへ。', '出席者から削除：山田太郎。'],
    ],
    [
      { outcomes: [...outcomes, more('They agreed on A'), more('They agreed on B')] },
      ['2 agreements added.', 'They agreed on A', 'They agreed on B'],
      ['合意2件を追加しました。', 'They agreed on Aで一致しました。', 'They agreed on Bで一致しました。'],
    ],
    [
      { outcomes: [discussed, more('They agreed otherwise.')] },
      ['Now reads: They agreed otherwise.'],
      ['改めた記述：They agreed otherwise.で一致しました。'],
    ],
    [{ outcomes: [agreed] }, ['1 outcome removed.'], ['協議の内容1件を削除しました。']],
    [{ sources: ['page', 'other'] }, ['Sources updated.'], ['出典を更新しました。']],
  ])('tells what changed: %j', (change, en, ja) => {
    expect(corrected(change)).toEqual(en);
    expect(corrected(change, 'ja')).toEqual(ja);
  });

  test('is no news to readers of the language whose words did not change', () => {
    const title = { ...before.title, ja: '日米試験会談' };
    expect(corrected({ title })).toBeUndefined();
    expect(corrected({ title }, 'ja')).toEqual(['名称を訂正：「日米試験協議」から「日米試験会談」へ。']);
  });

  test('stands under its name, and says so plainly where its former state is not known', () => {
    const digest = digestOf([{ ...before, revisedOn: '2026-03-30' }], { since: '2026-03-29' });
    expect(linesOf(digest, 'corrected')).toEqual([
      '# July 1, 2025, Japan–U.S. Test Talks (8 months ago)',
      'This record was revised on March 30, 2026.',
    ]);
  });
});

describe('on this day', () => {
  const on = (day: string) => consultation({ id: `${day.slice(0, 10)}-x`, date: day });
  const found = (day: string, at: string, from = at) =>
    idsOf(digestOf([on(day)], { date: at, from }), 'on-this-day').length === 1;

  test('is the very day of an earlier year, and no other', () => {
    expect(found('2025-03-30', date)).toBe(true);
    expect(found('2025-03-29', date)).toBe(false);
    expect(found('2025-03-31', date)).toBe(false);
    expect(found('2026-03-30', date)).toBe(false);
    expect(found('2027-03-30', date)).toBe(false);
  });

  test('counts a meeting of several days by its first, once', () => {
    expect(found('2024-07-28/2024-07-29', '2026-07-28')).toBe(true);
    expect(found('2024-07-28/2024-07-29', '2026-07-29')).toBe(false);
  });

  test('tells of 29 February on the 28th of other years, and never of what is known by its month alone', () => {
    expect(found('2024-02-29', '2025-02-28')).toBe(true);
    expect(found('2024-02-29', '2025-03-01')).toBe(false);
    expect(found('2023-02-28', '2024-02-28')).toBe(true);
    expect(found('2025-03', '2026-03-01')).toBe(false);
  });

  test('covers the days since the digest before, over a New Year too', () => {
    expect(found('2024-12-30', '2026-01-04', '2025-12-29')).toBe(true);
    expect(found('2025-01-02', '2026-01-04', '2025-12-29')).toBe(true);
    expect(found('2025-12-30', '2026-01-04', '2025-12-29')).toBe(false);
    const weekly = digestOf([on('2024-12-30'), on('2025-01-02')], { date: '2026-01-04', from: '2025-12-29' });
    expect(weekly.title).toBe('Alliance consultations: December 29, 2025 – January 4, 2026');
    expect(sectionOf(weekly, 'on-this-day')?.heading).toBe('On these days in earlier years');
  });

  test('is told in order of date, with how many years ago', () => {
    const digest = digestOf([on('2025-03-30'), on('2023-03-30')], { language: 'ja' });
    expect(linesOf(digest, 'on-this-day')).toEqual([
      '# 2023年3月30日の日米試験協議（3年前の今日）',
      '東京で行われ、山田太郎担当大臣が出席しました。',
      '訓練を増やすことで一致しました。',
      '# 2025年3月30日の日米試験協議（1年前の今日）',
      '東京で行われ、山田太郎担当大臣が出席しました。',
      '訓練を増やすことで一致しました。',
    ]);
  });

  test('leaves out what was told of late, and what the same digest tells as new', () => {
    const record = on('2025-03-30');
    expect(digestOf([record], { told: new Set([record.id]) }).quiet).toBe(true);
    const late = { ...record, addedOn: '2026-03-30' };
    expect(digestOf([late], { since: '2026-03-29' }).sections.map(({ kind }) => kind)).toEqual(['latest']);
  });

  test('is not told to who wants news alone', () => {
    expect(digestOf([on('2025-03-30')], { only: 'changes' }).quiet).toBe(true);
  });
});

describe('ahead', () => {
  const planned = consultation({ id: '2026-04-10-x', date: '2026-04-10', outcomes: [], addedOn: '2026-03-30' });

  test('is what is planned, told when it is entered', () => {
    const english = digestOf([planned], { since: '2026-03-29' });
    expect(sectionOf(english, 'ahead')?.heading).toBe('Coming up');
    expect(linesOf(english, 'ahead')).toEqual([
      '# April 10, 2026, Japan–U.S. Test Talks (in 11 days)',
      'It is planned in Tokyo, with Minister Yamada Taro.',
    ]);
    expect(linesOf(digestOf([planned], { since: '2026-03-29', language: 'ja' }), 'ahead')).toEqual([
      '# 2026年4月10日の日米試験協議（11日後）',
      '東京で予定されています。山田太郎担当大臣が出席する予定です。',
    ]);
  });

  test('is told again on its day, unless that was not long ago', () => {
    const at = { since: '2026-03-30', date: '2026-04-10' };
    expect(linesOf(digestOf([planned], at), 'ahead')?.[0]).toContain('(today)');
    expect(digestOf([planned], { ...at, date: '2026-04-05' }).quiet).toBe(true);
    expect(digestOf([planned], { ...at, told: new Set([planned.id]) }).quiet).toBe(true);
    expect(idsOf(digestOf([planned], { ...at, from: '2026-03-30', date: '2026-04-05' }), 'ahead')).toHaveLength(1);
  });
});

describe('a sentence', () => {
  const textOf = (fields: Partial<Parameters<typeof consultation>[0]>, language: 'ja' | 'en') => {
    const record = consultation({ id: '2025-03-30-x', date: '2025-03-30', ...fields });
    return linesOf(digestOf([record], { language }), 'on-this-day')
      ?.slice(0, 2)
      .join(' ');
  };

  test('names telephone and video', () => {
    const [yamada] = consultation({ id: 'x', date: '2025-05-01' }).participants;
    const participants = [yamada, yamada].flatMap((each) => each ?? []);
    expect(textOf({ format: 'telephone', place: undefined, participants }, 'en')).toContain('spoke by telephone.');
    expect(textOf({ format: 'video', place: undefined, participants }, 'ja')).toContain('オンライン形式で行われ、');
  });

  test('says the place once and ends with one full stop', () => {
    const title = { ja: '日米外相会談（ワシントンDC）', en: 'Foreign Ministers’ Meeting (Washington, D.C.)' };
    const place = { ja: 'ワシントンDC', en: 'Washington, D.C.', country: 'US' };
    expect(textOf({ title, place }, 'en')).toMatch(/Foreign Ministers’ Meeting \(1 year .* in Washington, D\.C\.$/);
    expect(textOf({ title, place }, 'ja')).toMatch(/の日米外相会談（1年前の今日） ワシントンDCで行われ、/);
  });

  test('keeps what brackets add to a title', () => {
    const title = { ja: '日米外相会談（中東情勢）', en: 'Foreign Ministers’ Meeting (Middle East)' };
    expect(textOf({ title }, 'en')).toContain('Meeting (Middle East) (1 year');
  });
});

describe('filters', () => {
  const records = [
    consultation({ id: '2025-03-30-talks', date: '2025-03-30' }),
    consultation({ id: '2024-03-30-sub', date: '2024-03-30', framework: 'sub-talks' }),
    consultation({ id: '2023-03-30-summit', date: '2023-03-30', framework: 'summit', participants: [], outcomes: [] }),
  ];
  const told = (filters: NonNullable<Parameters<typeof composeDigest>[1]['filters']>) =>
    idsOf(digestOf(records, { filters }), 'on-this-day');

  test('within a kind any may match, across kinds all must', () => {
    expect(told({ frameworks: ['summit', 'sub-talks'] })).toEqual(['2023-03-30-summit', '2024-03-30-sub']);
    expect(told({ frameworks: ['summit', 'sub-talks'], people: ['yamada'] })).toEqual(['2024-03-30-sub']);
    expect(told({ countries: ['US'] })).toEqual([]);
    expect(told({ frameworks: [], topics: undefined })).toHaveLength(3);
  });

  test('a framework or topic stands for what is beneath it', () => {
    expect(told({ frameworks: ['talks'] })).toEqual(['2024-03-30-sub', '2025-03-30-talks']);
    expect(told({ topics: ['cooperation'] })).toEqual(['2024-03-30-sub', '2025-03-30-talks']);
  });

  test('are named in the closing line', () => {
    expect(digestOf(records, { filters: { frameworks: ['summit'], people: ['yamada'] } }).closing).toBe(
      'The record covers 3 consultations from March 30, 2023 to March 30, 2025. Filtered by Summit, Yamada Taro.',
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

test('a day is quiet when nothing is new, on this day or ahead, and says so in one line', () => {
  const digest = digestOf([consultation({ id: '2025-10-01-x', date: '2025-10-01' })], { since: '2026-03-29' });
  expect(digest.quiet).toBe(true);
  expect(digest.sections).toEqual([]);
  expect(digestToPlainText(digest)).toContain('Nothing new on record, and no consultation took place on this day');
  expect(digestOf([], { from: '2026-03-24' }).note).toContain('since the last digest');
});

test('shortened, a digest keeps whole meetings, one of each section first, and numbers its sources anew', () => {
  const records = [
    ...Array.from({ length: 3 }, (_, n) => consultation({ id: `2025-05-0${n + 1}-x`, date: `2025-05-0${n + 1}` })),
    consultation({ id: '2025-03-30-x', date: '2025-03-30', sources: ['other'] }),
  ].map((each, at) => ({ ...each, addedOn: at < 3 ? '2026-03-29' : '2025-04-01' }));
  const digest = digestOf(records, { since: '2026-03-28' });
  expect(meetingsIn(digest)).toBe(4);
  const short = shorten(digest, 2);
  expect(short.sections.map(({ kind, heading }) => `${kind} ${heading}`)).toEqual([
    'latest Latest consultations (1 of 3)',
    'on-this-day On this day',
  ]);
  expect(toldIn(short)).toEqual(['2025-05-03-x', '2025-03-30-x']);
  expect(short.citations.map(({ n }) => n)).toEqual(short.citations.map((_, at) => at + 1));
  expect(shorten(shorten(digest, 3), 2)).toEqual(short);
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

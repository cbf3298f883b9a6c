import { describe, expect, it } from 'vitest';
import { understand } from './table.ts';

describe('a family name that two people share', () => {
  it('is asked back when nothing tells which', () => {
    const question = understand('Where did Kihara go?');
    expect(question.people).toEqual([]);
    expect(question.choices.map((choice) => choice.question)).toEqual([
      'Where did Kihara Minoru go?',
      'Where did Kihara Seiji go?',
    ]);
    expect(question.choices[0]?.label).toEqual({ ja: '木原稔(防衛大臣)', en: 'Kihara Minoru (Minister of Defense)' });
  });

  it.each(['木原防衛大臣は何と言った', 'What did Defense Minister Kihara say?', 'Kihara at the 2+2 in 2024', '木原稔'])(
    'is settled by title, period or first name: %s',
    (text) => {
      const question = understand(text);
      expect(question.people).toEqual(['kihara-minoru']);
      expect(question.choices).toEqual([]);
    },
  );
});

describe('a date that two orders read differently', () => {
  it('is asked back with both days, each a complete question', () => {
    const question = understand('meetings on 3/4/2025');
    expect(question.choices.map((choice) => choice.question)).toEqual([
      'meetings on 2025-03-04',
      'meetings on 2025-04-03',
    ]);
  });

  it('is not asked back where one order alone makes a date', () => {
    expect(understand('meetings on 3/30/2025').choices).toEqual([]);
  });
});

describe('a date that cannot exist', () => {
  it.each([
    ['2025年2月30日の会談', 'ja', '28日'],
    ['who met on February 30, 2025?', 'en', '28'],
  ] as const)('is named so: %s', (text, language, part) => {
    const question = understand(text);
    expect(question.impossible[0]?.[language]).toContain(part);
    expect(question.period).toBeNull();
  });
});

describe('an assumed year', () => {
  it('is told', () => {
    expect(understand('3月の会談').understood[0]?.ja).toContain('2026年');
  });
});

describe('a misspelt name', () => {
  it.each([
    ['Ishba met Trump', ['ishiba-shigeru', 'donald-trump'], 'Ishiba'],
    ['Hesgeth Nakatani', ['pete-hegseth', 'nakatani-gen'], 'Hegseth'],
    ['what did Blinkin say', ['antony-blinken'], 'Blinken'],
    ['ヘグセズ長官は何と言った', ['pete-hegseth'], 'ヘグセス'],
  ] as const)('is read as the one that is nearest, and says so: %s', (text, people, read) => {
    const question = understand(text);
    expect(question.people).toEqual(people);
    expect(question.understood[0]?.en).toContain(read);
  });

  it.each(['what about the green house', 'Trumpet lessons', 'prime time', 'the tank museum'])(
    'is left alone when far from any: %s',
    (text) => {
      expect(understand(text).understood).toEqual([]);
      expect(understand(text).people).toEqual([]);
    },
  );

  it.each([
    'Ohno Keitaro',
    'Ono Keitaro',
    'Oono Keitarou',
    'Keitaro Ohno',
    '大野敬太郎',
    'おおのけいたろう',
    'ＯＨＮＯ　Ｋｅｉｔａｒｏ',
  ])('is no matter of romaji variants: %s', (text) => {
    expect(understand(text).people).toEqual(['ohno-keitaro']);
    expect(understand(text).understood).toEqual([]);
  });
});

describe('a post beside a name that is not on record', () => {
  it.each(['大平首相の訪米', 'Prime Minister Ohira in Washington'])('stands for no one else: %s', (text) => {
    expect(understand(text)).toMatchObject({ people: [], offices: [] });
    expect(understand(text).terms).toMatch(/大平|Ohira/);
  });
});

describe('what only looks like a name', () => {
  it.each([
    ['what did they tell us', 'countries'],
    ['the may day', 'people'],
    ['石川県の会談', 'people'],
    ['沿岸の防衛', 'people'],
    ['違いは何', 'people'],
    ['話すが何か', 'people'],
  ] as const)('%s links no %s', (text, kind) => {
    expect(understand(text)[kind]).toEqual([]);
  });
});

describe('a predecessor or successor', () => {
  it.each(['Who did Kihara Minoru’s predecessor meet?', '木原稔の前任の防衛大臣は誰と会った？'])(
    'of whom more is asked is looked for in the terms on record, and said: %s',
    (text) => {
      const question = understand(text);
      expect(question.people).toEqual(['hamada-yasukazu']);
      expect(question.understood.map(({ en }) => en)).toContain(
        'By the record, Kihara Minoru’s predecessor is Hamada Yasukazu.',
      );
    },
  );
});

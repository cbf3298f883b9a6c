import { describe, expect, it } from 'vitest';
import { idsIn, type Role } from '../../src/reading/query.ts';
import { clock, desk, understand } from './table.ts';

describe('a family name that two people share', () => {
  it.each([
    ['Where did Suzuki go?', ['Where did Suzuki Atsuo go?', 'Where did Suzuki Hiroshi go?']],
    ['鈴木はどこへ行った？', ['鈴木敦夫はどこへ行った？', '鈴木浩はどこへ行った？']],
  ])('is asked back when nothing tells which: %s', (text, questions) => {
    const { status, choices } = desk.ask({ text, clock });
    expect(status).toBe('clarify');
    expect(choices.map(({ question }) => question)).toEqual(questions);
    // Each choice is a complete question.
    for (const { question } of choices) expect(desk.ask({ text: question, clock }).status).not.toBe('clarify');
  });

  it.each([
    '鈴木防衛次官は何と言った',
    'What did Vice-Minister Suzuki say?',
    '鈴木敦夫',
    'Suzuki in April 2023',
    '鈴木とヒックスの会談',
  ])('is settled by title, first name, period or company: %s', (text) => {
    const query = understand(text);
    expect(idsIn(query, 'person')).toContain('suzuki-avm-defense');
    expect(query.choices).toEqual([]);
  });

  it.each(['Where did Kihara go?', '木原はどこへ行った？'])('is one person where the record has one: %s', (text) => {
    expect(understand(text).choices).toEqual([]);
  });
});

describe('a date that two orders read differently', () => {
  it('is asked back with both days, each a complete question', () => {
    expect(understand('meetings on 3/4/2025').choices.map(({ question }) => question)).toEqual([
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
    const query = understand(text);
    expect(query.impossible[0]?.[language]).toContain(part);
    expect(query.period).toBeNull();
    expect(desk.ask({ text, clock }).status).toBe('not-found');
  });
});

describe('an assumed year', () => {
  it.each([
    ['3月の会談', 'ja', '2026年'],
    ['who met in March', 'en', '2026'],
  ] as const)('is told: %s', (text, language, year) => {
    const { notes } = understand(text);
    expect(notes.filter(({ kind }) => kind === 'assumed').map((note) => note.text[language])[0]).toContain(year);
  });
});

describe('a misspelt name', () => {
  it.each([
    ['Ishba met Trump', ['ishiba-shigeru', 'trump-donald'], 'Ishiba'],
    ['Hesgeth Nakatani', ['hegseth-pete', 'nakatani-gen'], 'Hegseth'],
    ['what did Blinkin say', ['blinken-antony'], 'Blinken'],
    ['ヘグセズ長官は何と言った', ['hegseth-pete'], 'ヘグセス'],
  ] as const)('is read as the one that is nearest, and says so: %s', (text, people, read) => {
    const query = understand(text);
    expect(idsIn(query, 'person').sort()).toEqual([...people].sort());
    expect(query.notes.filter(({ kind }) => kind === 'repaired').map((note) => note.text.en)[0]).toContain(read);
  });

  it.each(['what about the green house', 'Trumpet lessons', 'prime time', 'the tank museum'])(
    'is left alone when far from any: %s',
    (text) => {
      const query = understand(text);
      expect(query.notes.filter(({ kind }) => kind === 'repaired')).toEqual([]);
      expect(idsIn(query, 'person')).toEqual([]);
    },
  );

  it.each([
    'Koizumi Shinjiro',
    'Koizumi Shinjirou',
    'Shinjiro Koizumi',
    '小泉進次郎',
    'こいずみしんじろう',
    'ＫＯＩＺＵＭＩ　Ｓｈｉｎｊｉｒｏ',
  ])('is no matter of romaji variants: %s', (text) => {
    const query = understand(text);
    expect(idsIn(query, 'person')).toEqual(['koizumi-shinjiro']);
    expect(query.notes).toEqual([]);
  });
});

describe('a post beside a name that is not on record', () => {
  it.each(['大平首相の訪米', 'Prime Minister Ohira in Washington'])('stands for no one else: %s', (text) => {
    expect(desk.ask({ text, clock }).status).toBe('not-found');
  });
});

describe('what only looks like a name', () => {
  it.each<[text: string, role: Role]>([
    ['what did they tell us', 'country'],
    ['the may day', 'person'],
    ['石川県の会談', 'person'],
    ['沿岸の防衛', 'person'],
    ['違いは何', 'person'],
    ['話すが何か', 'person'],
  ])('%s links no %s', (text, role) => {
    expect(idsIn(understand(text), role)).toEqual([]);
  });
});

describe('a predecessor or successor of whom more is asked', () => {
  it.each([
    ['Who did Defense Minister Kihara’s predecessor meet?', 'Hamada Yasukazu'],
    ['木原稔の前任の防衛大臣は誰と会った？', '浜田靖一'],
  ])('is looked for in the terms on record, and said: %s', (text, name) => {
    const answer = desk.ask({ text, clock });
    const record = desk.knowledge().consultations;
    const present = (id: string) => record.find((one) => one.id === id)?.participants.map(({ person }) => person);
    expect(answer.consultations.length).toBeGreaterThan(0);
    expect(answer.consultations.filter((id) => !present(id)?.includes('hamada-yasukazu'))).toEqual([]);
    expect([answer.headline.text, ...answer.notes].join(' ')).toContain(name);
  });
});

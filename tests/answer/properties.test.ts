import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { toJson } from '../../src/answer/json.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import { createDesk } from '../../src/desk.ts';
import { Intents, type Question } from '../../src/question/question.ts';
import type { Language } from '../../src/text/language.ts';
import { clock, knowledge, question } from './fixture.ts';

const desk = createDesk(knowledge, { linesPerPage: 3 });
const onePage = createDesk(knowledge, { linesPerPage: 1000 });

const some = (ids: Iterable<string>) => {
  const all = [...ids];
  return fc.subarray(all, { maxLength: Math.min(2, all.length) });
};
const period = fc.constantFrom(
  null,
  null,
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2024-01-01', to: null },
  { from: null, to: '2024-12-31' },
  { from: '1990-01-01', to: '1990-12-31' },
);

/** Questions as an interpreter could make them, and many that it would not. */
const questions: fc.Arbitrary<Question> = fc
  .record({
    text: fc.string({ maxLength: 60 }),
    intent: fc.constantFrom(...Intents),
    manner: fc.constantFrom(
      'plain' as const,
      'plain' as const,
      'plain' as const,
      'yes-no' as const,
      'how-long-since' as const,
      'next' as const,
      'previous' as const,
      'development' as const,
      'source' as const,
      'coverage' as const,
      'out-of-scope' as const,
    ),
    also: fc.subarray([...Intents], { maxLength: 2 }),
    period,
    otherPeriod: period,
    people: some(knowledge.people.keys()),
    frameworks: some(knowledge.frameworks.keys()),
    topics: some(knowledge.topics.keys()),
    countries: some(knowledge.countries.keys()),
    documents: some(knowledge.documents.keys()),
    offices: some(['jp-defense', 'us-president', 'no-such-post']),
    formats: fc.subarray(['in-person', 'telephone', 'video'] as const, { maxLength: 1 }),
    acts: fc.subarray(['agreed', 'welcomed'], { maxLength: 1 }),
    terms: fc.oneof(fc.constant(''), fc.string({ maxLength: 30 })),
    order: fc.constantFrom(undefined, 'first' as const, 'latest' as const),
    peopleMatch: fc.constantFrom(undefined, 'any' as const),
  })
  .map((given) => question(given));

const languages = fc.constantFrom<Language>('ja', 'en');

function check(judge: (answer: Answer, asked: Question, language: Language) => void): void {
  fc.assert(
    fc.property(questions, languages, (asked, language) => {
      judge(desk.reask(asked, { clock, language }), asked, language);
    }),
    { numRuns: 300 },
  );
}

const everything = ({ headline, statements }: Answer) => [headline, ...statements];

describe('whatever is asked', () => {
  test('every statement is cited, and every number leads to a page', () => {
    check((answer) => {
      const numbers = answer.citations.map(({ n }) => n);
      for (const { citations } of answer.statements) expect(citations.length).toBeGreaterThan(0);
      for (const n of everything(answer).flatMap(({ citations }) => citations)) expect(numbers).toContain(n);
      for (const { url } of answer.citations) expect(url).toMatch(/^https?:\/\//);
    });
  });

  test('citations count from 1 in order of first mention, and none is unused', () => {
    check((answer) => {
      const mentioned = [...new Set(everything(answer).flatMap(({ citations }) => citations))];
      expect(answer.citations.map(({ n }) => n)).toEqual(mentioned.map((_, index) => index + 1));
      expect(mentioned).toEqual(answer.citations.map(({ n }) => n));
    });
  });

  test('the same question has the same answer, byte for byte', () => {
    const other = createDesk(knowledge, { linesPerPage: 3 });
    check((answer, asked, language) => {
      expect(JSON.stringify(other.reask(asked, { clock, language }))).toBe(JSON.stringify(answer));
    });
  });

  test('an answer keeps to its language', () => {
    check((answer) => {
      const text = [...everything(answer).map((each) => each.text), ...answer.notes, ...answer.suggestions].join('\n');
      if (answer.language === 'en') expect(text).not.toMatch(/[\u3041-\u30fa\u4e00-\u9fff]/);
      else expect(answer.headline.text).toMatch(/[\u3041-\u30fa\u4e00-\u9fff]/);
    });
  });

  test('the pages together show every statement once', () => {
    check((first, asked, language) => {
      const all = onePage.reask(asked, { clock, language });
      const pages = Array.from({ length: first.page.count }, (_, index) =>
        desk.reask(asked, { clock, language, page: index + 1 }),
      );
      // News is marked on a page that official pages share with it, so marks may differ between one page and many.
      const bare = (text: string) => text.replace(/（報道による）| \(news report\)/g, '');
      expect(pages.flatMap(({ statements }) => statements.map(({ text }) => bare(text)))).toEqual(
        all.statements.map(({ text }) => bare(text)),
      );
      for (const page of pages) expect(page.id).toBe(first.id);
    });
  });

  test('consultations are on record and named once', () => {
    const ids = knowledge.consultations.map(({ id }) => id);
    check((answer) => {
      for (const id of answer.consultations) expect(ids).toContain(id);
      expect(new Set(answer.consultations).size).toBe(answer.consultations.length);
    });
  });

  test('the JSON form holds only cited statements and exactly the fields of the contract', () => {
    check((answer) => {
      const json = toJson(answer);
      for (const { citations } of json.statements) expect(citations.length).toBeGreaterThan(0);
      expect(Object.keys(json)).toEqual([
        'status',
        'language',
        'question',
        'text',
        'statements',
        'consultations',
        'citations',
        'suggestions',
      ]);
      expect(Object.keys(json.question)).toEqual(['intent', 'period', 'people', 'frameworks', 'topics', 'countries']);
    });
  });
});

describe('words of the asker’s', () => {
  test.each([
    '@everyone',
    '@here now',
    '<@123456789>',
    '<!channel>',
    'https://evil.example/',
    '[click](https://evil.example/)',
    '**bold** _em_ `code`',
    '<script>alert(1)</script>',
    '\u001b[31mred',
    '\u202etxet',
  ])('%j never comes back as it was typed', (terms) => {
    for (const language of ['ja', 'en'] as const) {
      const answer = desk.reask(question({ terms, text: terms }), { clock, language });
      expect(answer.status).toBe('not-found');
      const text = toPlainText(answer);
      for (const mark of ['@', '<', '>', 'evil', '*', '`', '\u001b', '\u202e']) expect(text).not.toContain(mark);
    }
  });

  test('plain words that were searched are named in the refusal', () => {
    const made = desk.reask(question({ terms: 'whaling' }), { clock, language: 'en' });
    expect(made.headline.text).toBe('Nothing on record: no consultations mentioning “whaling”.');
    const japanese = desk.reask(question({ terms: '捕鯨' }), { clock, language: 'ja' });
    expect(japanese.headline.text).toBe('「捕鯨」に触れた協議は、記録にありません。');
  });
});

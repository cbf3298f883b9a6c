import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { toJson } from '../../src/answer/json.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import { Asks, type Constraint, type Query, type Role } from '../../src/reading/query.ts';
import type { Language } from '../../src/text/language.ts';
import { about, answerTo, knowledge, only, words } from './fixture.ts';

const period = fc.constantFrom(
  null,
  null,
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2024-01-01', to: null },
  { from: null, to: '2024-12-31' },
  { from: '1990-01-01', to: '1990-12-31' },
);
const of = (role: Role, ids: readonly string[]) =>
  fc
    .record({ id: fc.constantFrom(...ids), negated: fc.constantFrom(false, false, false, true) })
    .map(({ id, negated }) => only(role, id, { negated }));
const soft = (role: Role, ids: readonly string[]) =>
  fc.constantFrom(...ids).map((id) => only(role, id, { strength: 'soft' }));

const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  of('framework', [...knowledge.frameworks.keys()]),
  of('person', [...knowledge.people.keys()]),
  of('format', ['in-person', 'telephone', 'video']),
  of('country', ['JP', 'US']),
  of('members', ['JP+US', 'JP+US+KR']),
  of('member', ['KR', 'JP']),
  of('level', ['leaders', 'ministers', 'trilateral']),
  of('field', ['defense', 'deterrence']),
  of('post', ['jp-defense', 'us-president', 'no-such-post']),
  soft('act', ['agreed', 'welcomed', 'signed']),
  soft('side', ['JP', 'US']),
  fc.constantFrom(...knowledge.topics.keys()).map((id) => about(id)),
  fc.constant(only('mention', 'document:security-treaty', { subject: true })),
  fc.constantFrom('AMRAAM', 'whaling', 'security cooperation', '捕鯨').map(words),
);

/** Queries as a reader could make them, and many that it would not. */
const queries: fc.Arbitrary<Partial<Query>> = fc.record({
  ask: fc.constantFrom(...Asks),
  also: fc.subarray([...Asks], { maxLength: 2 }),
  yesNo: fc.boolean(),
  constraints: fc.array(constraint, { maxLength: 3 }),
  period,
  otherPeriod: period,
  order: fc.constantFrom(
    undefined,
    undefined,
    { side: 'first' as const, skip: 0, limit: 1 },
    { side: 'latest' as const, skip: 1, limit: 2 },
    { side: 'both' as const, skip: 0, limit: 1 },
  ),
  sort: fc.constantFrom(undefined, 'newest' as const, 'oldest' as const),
  by: fc.constantFrom(undefined, 'year' as const, 'person' as const, 'place' as const, 'topic' as const),
  measure: fc.constantFrom(undefined, 'duration' as const, 'weekday' as const),
  direction: fc.constantFrom(undefined, 'most' as const, 'least' as const),
  aspect: fc.constantFrom(
    undefined,
    'exists' as const,
    'members' as const,
    'above' as const,
    'below' as const,
    'difference' as const,
    'since' as const,
  ),
  whose: fc.constantFrom(undefined, 'side' as const, 'counterpart' as const, 'role' as const, 'speaker' as const),
  succession: fc.constantFrom(undefined, 'before' as const, 'after' as const),
  reason: fc.constantFrom(undefined, 'opinion' as const, 'unread' as const),
  nths: fc.constantFrom(undefined, undefined, [1], [9]),
  ahead: fc.boolean(),
});

const languages = fc.constantFrom<Language>('ja', 'en');

function check(judge: (answer: Answer, asked: Partial<Query>, language: Language) => void): void {
  fc.assert(
    fc.property(queries, languages, (asked, language) => {
      judge(answerTo(asked, language, { linesPerPage: 3 }), asked, language);
    }),
    { numRuns: 400 },
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

  test('the same query has the same answer, byte for byte', () => {
    check((answer, asked, language) => {
      expect(JSON.stringify(answerTo(asked, language, { linesPerPage: 3 }))).toBe(JSON.stringify(answer));
    });
  });

  test('an answer keeps to its language', () => {
    check((answer) => {
      const headings = answer.statements.flatMap(({ heading }) => heading ?? []);
      const text = [
        ...everything(answer).map((each) => each.text),
        ...headings,
        ...answer.notes,
        ...answer.suggestions,
      ].join('\n');
      if (answer.language === 'en') expect(text).not.toMatch(/[\u3041-\u30fa\u4e00-\u9fff]/);
      else expect(answer.headline.text).toMatch(/[\u3041-\u30fa\u4e00-\u9fff]/);
    });
  });

  test('both languages hold the same statements in the same order', () => {
    fc.assert(
      fc.property(queries, (asked) => {
        const [ja, en] = (['ja', 'en'] as const).map((language) => answerTo(asked, language, { linesPerPage: 3 }));
        const shape = (answer: Answer | undefined) =>
          answer && [
            answer.status,
            answer.consultations,
            answer.page,
            answer.disclosures.map(({ kind }) => kind),
            everything(answer).map(({ consultation, citations, heading }) => [
              consultation,
              citations.length,
              heading !== undefined,
            ]),
          ];
        expect(shape(ja)).toEqual(shape(en));
      }),
      { numRuns: 400 },
    );
  });

  test('the pages together show every statement once', () => {
    check((first, asked, language) => {
      const all = answerTo(asked, language, { linesPerPage: 1000 });
      const pages = Array.from({ length: first.page.count }, (_, index) =>
        answerTo(asked, language, { page: index + 1, linesPerPage: 3 }),
      );
      // A page of a comparison keeps its sides together, so that the order is the page's own.
      const idsOn = ({ statements }: Answer) => statements.map(({ consultation }) => consultation ?? '');
      expect(pages.flatMap(idsOn).toSorted()).toEqual(idsOn(all).toSorted());
      for (const page of pages) expect(page.id).toBe(first.id);
    });
  });

  test('a heading is said once over the lines that stand under it', () => {
    check((answer) => {
      const headings = answer.statements.map(({ heading }) => heading);
      for (const [at, heading] of headings.entries())
        if (heading !== undefined) expect(headings[at - 1]).not.toBe(heading);
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
  ])('%j never comes back as it was typed', (typed) => {
    for (const language of ['ja', 'en'] as const) {
      const answer = answerTo({ constraints: [words(typed)], text: typed }, language);
      const text = toPlainText(answer);
      for (const mark of ['@', '<', '>', 'evil', '*', '`', '\u001b', '\u202e']) expect(text).not.toContain(mark);
    }
  });
});

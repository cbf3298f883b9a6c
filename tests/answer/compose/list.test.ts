import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening } from '../fixture.ts';

const idsOf = (given: Parameters<typeof answerTo>[0]) => answerTo(given).consultations;

describe('which meetings', () => {
  test('opens with how many and their span; the lines are short and in order of time', () => {
    const answer = answerTo({ ask: 'list', constraints: [only('framework', 'defense-ministerial')] });
    expect(answer.headline.text).toBe('The record holds 2 defense ministerials (January 31 and March 30, 2025).');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      'January 31, 2025: Japan–U.S. Defense Ministerial Telephone Talk (news report)',
      'March 30, 2025: Japan–U.S. Defense Ministerial Meeting, Tokyo (Ministry of Defense)',
    ]);
  });

  test('the newest come first where that is asked for', () => {
    expect(idsOf({ ask: 'list', sort: 'newest', constraints: [only('framework', 'defense-ministerial')] })).toEqual([
      '2025-03-30-defense',
      '2025-01-31-defense',
    ]);
  });

  test('with a subject each line tells what was said on it', () => {
    const answer = answerTo({ ask: 'list', constraints: [about('taiwan-strait')] });
    expect(answer.statements[0]?.text).toContain('They restated the importance of peace and stability');
  });

  test('a single meeting is told in full', () => {
    const answer = answerTo({ ask: 'list', constraints: [only('framework', 'summit')] });
    expect(answer.headline.text).toContain('took place on February 7, 2025');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      'Prime Minister Ishiba Shigeru and President Donald Trump took part.',
      'They agreed to upgrade command and control frameworks.',
    ]);
  });

  test('of the first on a day, the others of that day stand below', () => {
    const order = { side: 'first' as const, skip: 0, limit: 1 };
    expect(idsOf({ ask: 'list', order })).toEqual(['2024-07-28-scc', '2024-07-28-trilateral']);
  });

  test('a person’s name and a form of talk make one phrase in Japanese', () => {
    const constraints = [only('person', 'nakatani'), only('person', 'hegseth')];
    expect(opening({ ask: 'list', constraints }, 'ja')).toContain(
      '中谷元氏とピート・ヘグセス氏の会談は、記録に2件あります',
    );
  });

  test('things asked apart are counted apart', () => {
    const part = (id: string) => ({ label: { ja: id, en: id }, constraints: [only('framework', id)], period: null });
    const parts = [part('summit'), part('defense-ministerial')];
    const both = only('framework', 'summit', { anyOf: ['summit', 'defense-ministerial'] });
    expect(opening({ ask: 'list', parts, constraints: [both] })).toBe(
      'The record holds 1 Japan–U.S. summit and 2 defense ministerials.',
    );
  });
});

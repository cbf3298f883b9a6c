import { describe, expect, test } from 'vitest';
import { answerTo, only, opening, told } from '../fixture.ts';

const post = only('post', 'jp-defense');

describe('terms of office', () => {
  test('the latest holder of a post comes first, with the days that pages show', () => {
    const answer = answerTo({ ask: 'holder', constraints: [post] });
    expect(answer.headline.text).toBe(
      'Nakatani Gen (Japan) was Minister of Defense from October 1, 2024 to October 21, 2025.',
    );
    expect(answer.headline.citations).not.toEqual([]);
    expect(answer.focus[0]).toBe('nakatani');
  });

  test('of a period all holders are named', () => {
    const given = { ask: 'holder' as const, constraints: [post], period: { from: '2024-09-01', to: '2024-12-31' } };
    expect(opening(given)).toBe(
      'On record as Minister of Defense in September–December 2024: Kihara Minoru and Nakatani Gen.',
    );
  });

  test('whether somebody holds it is yes or no', () => {
    const is = (id: string) => opening({ ask: 'holder', yesNo: true, constraints: [post, only('person', id)] });
    expect(is('nakatani')).toMatch(/^Yes\. Nakatani Gen/);
    expect(is('kihara')).toMatch(/^No\. Nakatani Gen/);
  });

  test('who came before somebody is named', () => {
    const given = {
      ask: 'succession' as const,
      succession: 'before' as const,
      constraints: [only('person', 'nakatani')],
    };
    expect(opening(given)).toBe('On record, Kihara Minoru was Minister of Defense before Nakatani Gen.');
    expect(opening(given, 'ja')).toBe('中谷元氏の前の防衛大臣は、記録では木原稔氏です。');
  });

  test('nobody after the latest is said to be so', () => {
    const given = {
      ask: 'succession' as const,
      succession: 'after' as const,
      constraints: [only('person', 'nakatani')],
    };
    expect(told(given)).toMatch(/^not-found\nThe record shows nobody as Minister of Defense after Nakatani Gen\./);
  });

  test('a term is told with both days', () => {
    expect(opening({ ask: 'tenure', constraints: [only('person', 'kihara')] })).toContain(
      'Minister of Defense until October 1, 2024; the first record is of July 28, 2024',
    );
  });

  test('a term without pages of its own is what the records show', () => {
    expect(opening({ ask: 'tenure', constraints: [only('person', 'hegseth')] })).toBe(
      'Pete Hegseth (United States) is on record as Secretary of Defense (first record January 31, 2025, latest March 30, 2025).',
    );
  });
});

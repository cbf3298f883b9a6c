import { describe, expect, test } from 'vitest';
import { nearestNames, nearestWord } from '../../src/text/nearest.ts';

const ids = ['nakatani-gen', 'iwaya-takeshi', 'hegseth-pete', 'austin-lloyd', 'taiwan-strait'];

describe('nearestWord', () => {
  test.each([
    ['a slip', 'nakatani-jen', 'nakatani-gen'],
    ['a beginning', 'nakatani', 'nakatani-gen'],
    ['what goes on past the end', 'nakatani-gen-minister', 'nakatani-gen'],
    ['a part', 'takeshi', 'iwaya-takeshi'],
    ['other case and punctuation', 'HEGSETH PETE', 'hegseth-pete'],
  ])('finds a word by %s', (_title, typed, found) => {
    expect(nearestWord(typed, ids)).toBe(found);
  });

  test.each(['', 'zzzz', 'ai', '---'])('finds nothing near %j', (typed) => {
    expect(nearestWord(typed, ids)).toBeUndefined();
  });

  test('a slip goes before a beginning', () => {
    expect(nearestWord('scc', ['scc-working-group', 'ssc'])).toBe('ssc');
  });
});

describe('nearestNames', () => {
  const people = [
    { id: 'nakatani-gen', names: ['Nakatani Gen', '中谷元'] },
    { id: 'iwaya-takeshi', names: ['Iwaya Takeshi', '岩屋毅'] },
  ];
  const near = (typed: string, limit?: number) =>
    nearestNames(typed, people, ({ names }) => names, limit).map(({ id }) => id);

  test('reads every name of a candidate, two kanji being enough', () => {
    expect(near('中谷')).toEqual(['nakatani-gen']);
  });

  test('gives no more than the limit, nearest first', () => {
    const words = ['abcde', 'abcdef', 'abcd'];
    expect(nearestNames('abcd', words, (word) => [word], 2)).toEqual(['abcd', 'abcde']);
  });
});

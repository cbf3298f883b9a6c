import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/text/sanitise.ts';

describe('an address ends where a reader sees it end', () => {
  test.each([
    ['https://www.mofa.go.jp/mofaj/a.htmlにある2025年3月の会談', 'にある2025年3月の会談'],
    ['「https://www.mofa.go.jp/a.html」にある会談', '「 」にある会談'],
    ['（https://www.mofa.go.jp/a.html）の会談', '（ ）の会談'],
    ['https://www.mofa.go.jp/a.html！2025年3月', '！2025年3月'],
    ['[記事](https://www.mofa.go.jp/a.html)2025年3月', '[記事]( )2025年3月'],
    ['(https://www.mofa.go.jp/a.html)who met', '( )who met'],
    ['<https://www.mofa.go.jp/a.html>の2025年3月', '< >の2025年3月'],
    ['https://en.wikipedia.org/wiki/AMRAAM_(missile)とは', 'とは'],
    ['https://www.mofa.go.jp/a.html?d=1&e=2024#p3、2025年', '、2025年'],
    ['https://www.mofa.go.jp/a.html|2025年', '|2025年'],
    ['HTTPS://WWW.MOFA.GO.JP/A.HTML・2025年', '・2025年'],
    ['ftp://a.example/2024/b 2025年', '2025年'],
    ['www.mofa.go.jp/mofaj/2024/0728.htmlにある会談', 'にある会談'],
    ['mofa.go.jp/mofaj/2024/の会談', 'の会談'],
    ['defense.gov/News/2024/ who met in 2025', 'who met in 2025'],
  ])('%s', (text, rest) => {
    expect(sanitise(text)).toBe(rest);
  });

  test.each(['U.S./Japan summit', 'U.S.Japan/ROK', 'vs.China/Taiwan', 'Aug.2024/2025', '2025.3/30', 'state.gov'])(
    'and %s is none',
    (text) => {
      expect(sanitise(text)).toBe(text);
    },
  );
});

describe('what is struck out', () => {
  test.each([
    ['~~2024年~~2025年3月の会談', '2025年3月の会談'],
    ['~~2023~~ ~~2024~~ 2025 summits', '2025 summits'],
    ['<del>2024年</del>2025年3月', '2025年3月'],
    ['<s>March</s> April 2025', 'April 2025'],
    ['2\u03360\u03362\u03364\u0336年 2025年3月', '年 2025年3月'],
  ])('is not read: %s', (text, rest) => {
    expect(sanitise(text)).toBe(rest);
  });

  test.each(['2023~2024年', '2023〜〜2024年', '2023~~2024年', '2023～2024年の会談～'])('but a range is: %s', (text) => {
    expect(sanitise(text)).toBe(text);
  });
});

test.each([
  ['meetings on __March__ 30 2025', 'meetings on March 30 2025'],
  ['_2024_年の会談', '2024 年の会談'],
  ['2025_03_30', '2025_03_30'],
  ['snake_case', 'snake_case'],
])('marks of emphasis part no word: %s', (text, rest) => {
  expect(sanitise(text)).toBe(rest);
});

test.each([
  ['1. 2025年3月の会談', '2025年3月の会談'],
  ['2) who met in March 2025', 'who met in March 2025'],
  ['① 2025年3月の会談', '2025年3月の会談'],
  ['9. May 2025', '9. May 2025'],
  ['3. 3月の会談', '3. 3月の会談'],
  ['2.5', '2.5'],
  ['7.2025年', '7.2025年'],
])('the number of a line is not asked about: %s', (text, rest) => {
  expect(sanitise(text)).toBe(rest);
});

describe('what nobody sees', () => {
  test.each([
    ['who met in Ma\u200brch 2025', 'who met in March 2025'],
    ['2025\u200b年\u20603\ufeff月', '2025年3月'],
    ['Ma\u00adrch', 'March'],
    ['\u202eMarch\u202c', 'March'],
    ['𠮷\u{e0100}田', '𠮷田'],
    ['神\ufe00田', '神田'],
    ['a\u2063b\u180ec\u115fd', 'abcd'],
  ])('leaves no trace: %j', (text, rest) => {
    expect(sanitise(text)).toBe(rest);
  });

  test('leaves the space that a control character stood for', () => {
    expect(sanitise('who\u0000met\u0007in\ue000March')).toBe('who met in March');
  });
});

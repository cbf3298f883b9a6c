import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldKey } from '../../src/text/fold.ts';
import { level, standard, withHyphens } from '../../src/text/level.ts';
import { normalise } from '../../src/text/normalise.ts';

describe('level', () => {
  test.each([
    ['髙橋', '高橋', 'a popular form'],
    ['﨑', '崎', 'a compatibility form that NFKC leaves'],
    ['神', '神', 'one that it does not'],
    ['𠮷田', '吉田', 'a form beyond the basic plane'],
    ['濵 濱', '浜 浜', 'two forms of one kanji'],
    ['國會', '国会', 'old forms'],
    ['葛\u{e0100}城', '葛城', 'a variation selector'],
    ['⻑官', '長官', 'a radical out of a PDF file'],
    ['⽇⽶', '日米', 'radicals that NFKC knows'],
    ['１２ＡＢ', '12ab', 'width and case'],
    ['ﾊﾞｲﾃﾞﾝ', 'バイデン', 'half-width kana'],
    ['か\u3099', 'が', 'a mark apart from its kana'],
    ['M\u20ddarch\u0338', 'march', 'marks that compose to no letter'],
    ['①❷➂➍⓫', '123411', 'circled figures'],
    ['ⒶⒷ🅒🅳', 'abcd', 'circled letters'],
    ['2\ufe0f\u20e3', '2', 'a keycap'],
    ['㋿七年', '令和七年', 'a squared era'],
    ['Ma\u200brch\u00ad\ufeff', 'march', 'what nobody sees'],
    ['2025ー03ー30 Fー35', '2025-03-30 f-35', 'ー typed for a hyphen'],
    ['サーバー 7月ー9月', 'サーバー 7月ー9月', 'but not in a word, nor between words'],
    ['斉藤 斎藤', '斉藤 斎藤', 'two kanji that only look alike'],
  ])('makes %s %s: %s', (text, expected) => {
    expect(level(text)).toBe(expected);
  });

  test('levels a levelled text no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(level(level(text))).toBe(level(text));
      }),
      { examples: [['İ'], ['髙ー1']], numRuns: 300 },
    );
  });

  test('keeps every offset where ー was typed for a hyphen', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', 'A', 'ー', 'ｰ', '２', '月', ' '), maxLength: 12 }), (text) => {
        expect(withHyphens(text)).toHaveLength(text.length);
      }),
    );
  });

  test.each([
    ['髙市', '高市'],
    ['𠮷\u{e0101}田', '吉田'],
    ['Ⅱ', 'II'],
    ['F‑35', 'Fー35'],
    ['❷＋❷', '2+2'],
  ])('makes one key and one searched text of %s and %s', (one, other) => {
    expect(foldKey(one)).toBe(foldKey(other));
    expect(normalise(one)).toBe(normalise(other));
  });
});

describe('the table of kanji', () => {
  const lines = readFileSync(new URL('../../src/text/kanji-variants.txt', import.meta.url), 'utf8').split('\n');
  const groups = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .map((group) => [...group]);
  const others = groups.flatMap(([, ...forms]) => forms);

  test('has a form in one group only, and none that is compared in itself', () => {
    expect(others.filter((form, at) => others.indexOf(form) !== at)).toEqual([]);
    expect(groups.flatMap(([form = '']) => (others.includes(form) ? [form] : []))).toEqual([]);
    expect(groups.every((forms) => forms.length > 1)).toBe(true);
  });

  test('holds nothing that NFKC joins by itself', () => {
    expect(others.filter((form) => form.normalize('NFKC') !== form)).toEqual([]);
  });

  test('joins no two kanji that the record tells apart', () => {
    // Pairs that are written for each other but are two kanji of the jōyō list, or two names.
    for (const [one = '', other = ''] of [
      '斉斎',
      '埼崎',
      '付附',
      '著着',
      '沈沉',
      '島東',
      '日曰',
      '未末',
      '士土',
      '高亭',
    ].map((pair) => [...pair]))
      expect(standard(one)).not.toBe(standard(other));
  });
});

import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['ＡＭＲＡＡＭ', 'amraam', 'width and case'],
    ['ｱﾑﾗｰﾑ', 'アムラーム', 'half-width katakana'],
    ['ﾊﾞｲﾃﾞﾝ', 'バイデン', 'half-width voicing marks'],
    ['コンピューター', 'コンピュータ', 'a final long-vowel mark'],
    ['サーバー室', 'サーバ室', 'a final long-vowel mark before another script'],
    ['コピー', 'コピー', 'but not of a short word'],
    ['ヴェトナム', 'ベトナム', 'the two spellings of v sounds'],
    ['2024–2025', '2024-2025', 'kinds of dash'],
    ['10時〜12時', '10時~12時', 'kinds of wave dash'],
    ['Japan’s “2+2”', 'japan\'s "2+2"', 'kinds of quote'],
    ['日米　協議\t\u00a0。', '日米 協議  。', 'kinds of space'],
    ['Beyoncé, Wałęsa, Straße', 'beyonce, walesa, strasse', 'accents'],
    ['ΣΑΣ', 'σασ', 'final sigma'],
  ])('%s becomes %s: %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each([
    ['二〇二五年三月三十日', '2025年3月30日'],
    ['令和七年', '令和7年'],
    ['第五条', '第5条'],
    ['二十一', '21'],
    ['百二十人', '120人'],
    ['千九百六十年', '1960年'],
    ['四十万', '400000'],
    ['40万', '400000'],
    ['400,000', '400000'],
    ['2万5千', '25000'],
    ['一億二千万', '120000000'],
    ['三菱と千葉と四国', '三菱と千葉と四国'],
    ['一方的な現状変更', '一方的な現状変更'],
    ['12,34', '12,34'],
    ['万十', '万十'],
  ])('the number in %s is written as in %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('gives the same text for every width, case and numeral of one name', () => {
    const spellings = ['第２回ＡＭＲＡＡＭ', '第二回amraam', '第2回AMRAAM'];
    expect(new Set(spellings.map(normalise)).size).toBe(1);
  });
});

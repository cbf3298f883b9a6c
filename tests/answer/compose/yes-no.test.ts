import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told, words } from '../fixture.ts';

const asked = { ask: 'yes-no' as const };

describe('whether it was so', () => {
  test('opens with Yes and the statement that shows it', () => {
    const given = { ...asked, constraints: [about('amraam'), only('framework', 'scc')] };
    expect(opening(given)).toMatch(/^Yes\. At the .*on July 28, 2024, .*agreed to pursue co-production of AMRAAM\.$/);
    expect(opening(given, 'ja')).toMatch(/^はい。2024年7月28日の.*では、AMRAAMの共同生産/);
  });

  test('whether people met is answered by their meeting', () => {
    const given = { ...asked, constraints: [only('person', 'ishiba'), only('person', 'trump')] };
    expect(opening(given)).toMatch(
      /^Yes\. Prime Minister Ishiba Shigeru and President Donald Trump met at the White House/,
    );
    expect(opening(given, 'ja')).toMatch(/^はい。2025年2月7日にワシントンDC・ホワイトハウスで行われた日米首脳会談には/);
  });

  test('several meetings are counted, the latest named', () => {
    const given = { ...asked, constraints: [only('person', 'nakatani'), only('person', 'hegseth')] };
    expect(opening(given)).toBe(
      'Yes. The record holds 2 consultations between Nakatani Gen and Pete Hegseth; the latest is the Japan–U.S. Defense Ministerial Meeting on March 30, 2025.',
    );
  });

  test('a round that was not held is a no, with how many were', () => {
    const given = { ...asked, nths: [3], constraints: [only('framework', 'defense-ministerial')] };
    expect(opening(given)).toBe(
      'No. The record holds 2 defense ministerials, and not the third; the latest was the Japan–U.S. Defense Ministerial Meeting on March 30, 2025.',
    );
    expect(opening(given, 'ja')).toBe(
      'いいえ。第3回は記録にありません。日米防衛相会談は記録に2件あり、直近は2025年3月30日の日米防衛相会談です。',
    );
  });

  test('a meeting that was held otherwise is a no', () => {
    const given = { ...asked, constraints: [only('framework', 'scc'), only('format', 'telephone')] };
    expect(told(given)).toMatch(/^answered\nNo\. The .* took place at the Iikura Guest House in Tokyo\./);
  });

  test.each([
    ['more', 1, /^Yes: the record holds 2 defense ministerials, which is more than 1\.$/],
    ['more', 2, /^No: the record holds 2 defense ministerials, which is not more than 2\.$/],
    ['exactly', 2, /^Yes: .*exactly 2\.$/],
    ['fewer', 2, /^No: .*not fewer than 2\.$/],
  ] as const)('a number is weighed: %s than %i', (relation, count, said) => {
    const given = { ...asked, threshold: { relation, count }, constraints: [only('framework', 'defense-ministerial')] };
    expect(opening(given)).toMatch(said);
  });

  test('a threshold is answered with yes or no whatever else is asked', () => {
    const threshold = { relation: 'at-least' as const, count: 2 };
    expect(opening({ ask: 'list', threshold, constraints: [only('framework', 'defense-ministerial')] }, 'ja')).toMatch(
      /^はい。/,
    );
  });

  test('what nothing mentions is denied only as far as the record goes', () => {
    const given = { ...asked, constraints: [words('whaling')] };
    expect(opening(given)).toBe('No consultation that mentions “whaling” is on record.');
    expect(opening(given, 'ja')).toMatch(/^記録の範囲では、.*は確認できません。$/);
  });

  test('without the part that was given up it is no yes', () => {
    const signed = only('act', 'signed', { strength: 'soft' });
    const answer = answerTo({ ...asked, constraints: [about('taiwan-strait'), signed] });
    expect(answer.headline.text).toMatch(/^Closest on record: /);
    expect(answer.disclosures.map(({ kind }) => kind)).toEqual(['dropped']);
  });
});

import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told, words } from './fixture.ts';

const nowhere = { from: '2019-01-01', to: '2019-12-31' };

describe('a refusal', () => {
  test('says what nothing satisfies, and what is nearest at another time', () => {
    const text = told({ constraints: [only('framework', 'scc')], period: nowhere });
    expect(text).toMatch(/^not-found\nNo meeting of the 2\+2 in 2019 is on record\./);
    expect(text).toContain('Nearest on record, at another time:\n• July 28, 2024');
    const japanese = told({ constraints: [only('framework', 'scc')], period: nowhere }, 'ja');
    expect(japanese).toContain('2019年の日米「2+2」は、記録にありません。');
    expect(japanese).toContain('時期を問わなければ、近い記録は次のとおりです。');
  });

  test('names a region by its name', () => {
    expect(opening({ ask: 'list', constraints: [only('place', 'taiwan-strait')] }, 'ja')).toBe(
      '台湾海峡での協議は、記録にありません。',
    );
  });

  test('gives up exactly one thing, and says which', () => {
    const text = told({ ask: 'list', constraints: [only('person', 'ishiba'), only('person', 'hegseth')] });
    expect(text).toContain('No consultation between Ishiba Shigeru and Pete Hegseth');
    expect(text).toContain('Nearest on record, without Pete Hegseth:');
  });

  test('tells a meeting that is on record from a subject that is not, and where that came up', () => {
    const answer = answerTo({ constraints: [about('amraam'), only('framework', 'summit')] });
    expect(answer.headline.text).toBe(
      'The Japan–U.S. Summit Meeting on February 7, 2025 is on record, but the record does not mention AMRAAM there.',
    );
    expect(answer.headline.citations).not.toEqual([]);
    expect(answer.statements[0]?.heading).toBe('It came up elsewhere:');
    expect(answer.statements[0]?.text).toContain('They agreed to pursue co-production of AMRAAM.');
    expect(opening({ constraints: [about('amraam'), only('framework', 'summit')] }, 'ja')).toBe(
      '2025年2月7日の日米首脳会談は記録にありますが、AMRAAM（アムラーム）への言及はありません。',
    );
  });

  test('of several meetings says that none mentions it', () => {
    expect(opening({ constraints: [about('taiwan-strait')], period: { from: '2025-02-01', to: '2025-12-31' } })).toBe(
      'None of the 3 consultations in February–December 2025 on record mentions the Taiwan Strait.',
    );
  });

  test('quotes words that name nothing', () => {
    expect(opening({ constraints: [words('whaling')] })).toBe('No consultation that mentions “whaling” is on record.');
    expect(opening({ constraints: [words('捕鯨')] }, 'ja')).toBe('「捕鯨」に触れた協議は、記録にありません。');
  });

  test('lists no meetings where the whole record is without it', () => {
    expect(answerTo({ constraints: [words('whaling')] }).statements).toEqual([]);
  });

  test('of what lies ahead says that nothing is on record', () => {
    expect(
      opening({
        ask: 'when',
        ahead: true,
        constraints: [only('framework', 'scc')],
        period: { from: '2026-11-26', to: null },
      }),
    ).toBe('No upcoming meetings of the 2+2 are on record.');
  });

  test('of a day alone shows the meetings before and after', () => {
    const text = told({ ask: 'who', period: { from: '2025-03-01', to: '2025-03-02' } });
    expect(text).toContain('February 7, 2025');
    expect(text).toContain('March 30, 2025');
  });
});

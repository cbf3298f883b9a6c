import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told } from '../fixture.ts';

const scc = only('framework', 'scc');
const inMarch = { from: '2025-03-01', to: '2025-03-31' };

describe('who took part', () => {
  test('two are named with their offices, where and when they met', () => {
    const given = { ask: 'who' as const, constraints: [only('framework', 'defense-ministerial')], period: inMarch };
    expect(opening(given)).toBe(
      'Minister of Defense Nakatani Gen and Secretary of Defense Pete Hegseth met at the Ministry of Defense in Tokyo on March 30, 2025 (Japan–U.S. Defense Ministerial Meeting).',
    );
    expect(opening(given, 'ja')).toBe(
      '2025年3月30日に東京・防衛省で行われた日米防衛相会談には、中谷元防衛大臣とピート・ヘグセス国防長官が出席しました。',
    );
  });

  test('more than two stand by side', () => {
    const given = { ask: 'who' as const, constraints: [only('framework', 'trilateral-defense')] };
    expect(opening(given)).toContain(
      'for Japan, Minister of Defense Kihara Minoru; for the United States, Secretary of Defense Lloyd Austin; for the ROK,',
    );
    expect(opening(given, 'ja')).toContain('日本から木原稔防衛大臣、米国からロイド・オースティン国防長官、韓国から');
  });

  test('the side asked for is named alone', () => {
    const side = only('side', 'JP', { strength: 'soft' });
    const text = told({ ask: 'who', whose: 'side', constraints: [scc, side] });
    expect(text).toContain('For Japan, Minister of Defense Kihara Minoru took part in');
    expect(text).not.toContain('Austin');
    expect(text).not.toContain('alone');
  });

  test('a third side is named once', () => {
    const side = only('side', 'KR', { strength: 'soft' });
    const given = {
      ask: 'who' as const,
      whose: 'side' as const,
      constraints: [only('framework', 'trilateral-defense'), side],
    };
    expect(opening(given, 'ja')).toContain('韓国から申源湜国防部長官が');
  });

  test('at several meetings a person’s counterparts are counted, and he is not', () => {
    const given = { ask: 'who' as const, constraints: [only('person', 'nakatani')] };
    expect(opening(given)).toBe('On record, Nakatani Gen met or spoke with Secretary of Defense Pete Hegseth (twice).');
    expect(opening(given, 'ja')).toBe('中谷元氏が会談・協議した相手は、記録ではピート・ヘグセス国防長官（2回）です。');
  });

  test('the other party of one meeting is told as whom somebody met', () => {
    const given = { ask: 'who' as const, whose: 'counterpart' as const, constraints: [only('person', 'ishiba')] };
    expect(opening(given)).toContain(
      'Ishiba Shigeru met President Donald Trump at the White House in Washington, D.C.',
    );
  });

  test('holders of a post are told apart from all others', () => {
    const text = told({ ask: 'who', whose: 'role', constraints: [only('post', 'us-defense')] });
    expect(text).toContain('Pete Hegseth (twice)');
    expect(text).toContain('Lloyd Austin (twice)');
    expect(text).not.toContain('Nakatani');
  });

  test('nobody asked for is said to be the only one there', () => {
    const text = told({ ask: 'who', whose: 'side', constraints: [only('side', 'US', { strength: 'soft' })] });
    expect(text).not.toContain('the one participant');
  });

  test('what was said stands below where a subject was asked about', () => {
    const answer = answerTo({ ask: 'who', constraints: [about('command-and-control')], period: inMarch });
    expect(answer.headline.text).toContain('Nakatani Gen');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      'They welcomed the creation of the Joint Operations Command.',
    ]);
  });

  test('a record that names nobody does not answer', () => {
    const text = told({ ask: 'who', constraints: [only('framework', 'edd')] });
    expect(text).toMatch(/^not-found\nThe record does not name those who took part/);
  });
});

import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told, words } from '../fixture.ts';

describe('what was agreed, said or discussed', () => {
  test('opens with the statement that holds the most, named by its meeting', () => {
    const given = { constraints: [about('amraam')] };
    expect(opening(given)).toContain('Kihara and Austin agreed to pursue co-production of AMRAAM.');
    expect(opening(given, 'ja')).toContain('AMRAAMの共同生産の機会を追求することで一致しました。');
  });

  test('statements of another meeting stand under its name, said once', () => {
    const answer = answerTo({ constraints: [about('amraam')] });
    expect(answer.statements.map(({ heading, text }) => [heading, text])).toEqual([
      ['March 30, 2025, Japan–U.S. Defense Ministerial Meeting', 'They discussed speeding up co-production of AMRAAM.'],
      [undefined, 'Minister Nakatani also spoke of studying another missile (news report).'],
    ]);
  });

  test('further statements of the first line’s meeting need no name', () => {
    const answer = answerTo({
      constraints: [only('framework', 'defense-ministerial')],
      period: { from: '2025-03-01', to: '2025-03-31' },
    });
    expect(answer.statements.map(({ heading }) => heading)).toEqual([undefined, undefined]);
    expect(answer.statements[0]?.text).toBe('They discussed speeding up co-production of AMRAAM.');
  });

  test('a single statement of another meeting names it in its own line', () => {
    const answer = answerTo({ constraints: [about('taiwan-strait')] });
    expect(answer.statements.map(({ text }) => text)).toEqual([
      'January 31, 2025, Japan–U.S. Defense Ministerial Telephone Talk: They discussed the situation around the Taiwan Strait (news report).',
    ]);
  });

  test('asked what was agreed, what was settled comes first', () => {
    const agreed = only('act', 'agreed', { strength: 'soft' });
    expect(opening({ constraints: [about('command-and-control'), agreed] })).toContain('agreed to upgrade');
  });

  test('what the other side alone said is left out', () => {
    const us = only('side', 'US', { strength: 'soft' });
    const text = told({
      constraints: [only('framework', 'defense-ministerial'), us],
      period: { from: '2025-03-01', to: null },
    });
    expect(text).not.toContain('Nakatani also spoke');
  });

  test('of two people the meeting of theirs alone comes first', () => {
    const constraints = [only('person', 'kihara'), only('person', 'austin')];
    expect(answerTo({ constraints }).consultations[0]).toBe('2024-07-28-scc');
  });

  test('at one meeting the person asked about speaks first', () => {
    const constraints = [about('amraam'), only('person', 'nakatani')];
    expect(opening({ constraints })).toContain('Minister Nakatani also spoke of studying another missile');
    expect(opening({ constraints }, 'ja')).toContain('中谷大臣は、別のミサイルの検討も述べました');
  });

  test('what one side added to the only statement found is told as that side’s', () => {
    const jp = only('side', 'JP', { strength: 'soft' });
    const answer = answerTo({ constraints: [words('speeding co-production'), jp] });
    expect(answer.headline.text).toContain('Minister Nakatani also spoke of studying another missile');
    expect(answer.disclosures).toEqual([]);
  });

  test('a wide question gets how many, of which levels, the firmest decisions and ways to narrow', () => {
    const answer = answerTo({ period: { from: '2024-01-01', to: '2025-12-31' } });
    expect(answer.headline.text).toBe(
      'The record holds 6 consultations in 2024–2025: 1 of leaders, 4 of ministers and 1 of officials. The main decisions:',
    );
    const days = answer.statements.map(({ consultation }) => consultation?.slice(0, 10));
    expect(days).toEqual(days.toSorted().reverse());
    expect(answer.statements.map(({ text }) => text).join()).toContain('They signed a memorandum');
    expect(answer.suggestions[0]).toContain('in 2024–2025');
    expect(opening({ period: { from: '2024-01-01', to: '2025-12-31' } }, 'ja')).toBe(
      '2024年〜2025年の協議は、記録に6件あります（首脳級1件、閣僚級4件、事務レベル1件）。主な合意や決定は次のとおりです。',
    );
  });

  test('a meeting without statements is said to have none', () => {
    expect(told({ constraints: [only('framework', 'edd')] })).toMatch(
      /^not-found\nThe record does not say what was discussed/,
    );
  });
});

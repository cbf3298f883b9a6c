import { describe, expect, test } from 'vitest';
import { about, answerTo, only, opening, told } from '../fixture.ts';

describe('what something is', () => {
  test('a framework: its definition, since when, who sits on it, where the record stands', () => {
    const answer = answerTo({ ask: 'define', constraints: [only('framework', 'scc')] });
    expect(answer.headline.text).toBe('The “2+2” plays the part of an important consultative body.');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      'The “2+2” was set up in January 1960.',
      'Members of the 2+2: The ministers of foreign affairs and defense of both countries.',
      'The record holds one meeting of the 2+2, on July 28, 2024 at the Iikura Guest House in Tokyo.',
    ]);
  });

  test('a kind of table: the one with those who are named', () => {
    const kind = only('kind', 'defense-ministers');
    expect(opening({ ask: 'define', constraints: [kind] })).toContain('The defense ministerial is');
    expect(opening({ ask: 'define', constraints: [kind, only('member', 'KR')] })).toContain('three ministers');
  });

  test('those who sit on it are told by side', () => {
    const text = told({ ask: 'define', constraints: [only('framework', 'edd')] }, 'ja');
    expect(text).toContain('日本側から審議官、米国側から次官補代理が出席します。');
  });

  test('a topic: its definition, then its latest uses and no more', () => {
    const answer = answerTo({ ask: 'define', constraints: [about('amraam')] });
    expect(answer.headline.text).toBe('AMRAAM is an air-to-air missile.');
    expect(answer.statements.map(({ consultation }) => consultation)).toEqual(['2025-03-30-defense', '2024-07-28-scc']);
  });

  test('a definition that does not name its subject gets the name', () => {
    expect(opening({ ask: 'define', constraints: [about('command-and-control')] })).toBe(
      'Command and control: It means the frameworks for commanding forces.',
    );
  });

  test('a document: its definition and its day', () => {
    const text = told({ ask: 'define', constraints: [only('mention', 'document:security-treaty', { subject: true })] });
    expect(text).toContain('is the basis of the alliance.');
    expect(text).toContain('The Japan–U.S. Security Treaty is dated January 19, 1960.');
  });

  test('a person: offices with their terms, then how many meetings', () => {
    const text = told({ ask: 'define', constraints: [only('person', 'nakatani')] });
    expect(text).toContain('Nakatani Gen (Japan) was Minister of Defense from October 1, 2024 to October 21, 2025.');
    expect(text).toContain('The record holds 2 consultations with Nakatani Gen');
  });
});

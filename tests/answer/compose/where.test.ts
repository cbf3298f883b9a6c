import { describe, expect, test } from 'vitest';
import { placed } from '../../../src/answer/phrases/place-en.ts';
import { answerTo, only, opening, told } from '../fixture.ts';

describe('where', () => {
  test('one meeting’s place is named', () => {
    const given = { ask: 'where' as const, constraints: [only('framework', 'scc')] };
    expect(opening(given)).toContain('took place at the Iikura Guest House in Tokyo.');
    expect(opening(given, 'ja')).toContain('は、東京・飯倉公館で行われました。');
  });

  test('a telephone talk had no venue, and that answers', () => {
    const given = { ask: 'where' as const, period: { from: '2025-01-01', to: '2025-01-31' } };
    expect(told(given)).toMatch(/^answered\n.*was held by telephone and had no venue\./);
  });

  test('a place that is not on record does not answer', () => {
    expect(told({ ask: 'where', constraints: [only('framework', 'edd')] })).toMatch(/^not-found\n/);
  });

  test('several places are counted, and meetings without one come last', () => {
    const answer = answerTo({ ask: 'where', constraints: [only('framework', 'defense-ministerial')] });
    expect(answer.headline.text).toBe('Defense ministerials on record took place at the Ministry of Defense in Tokyo.');
    expect(answer.statements.at(-1)?.consultation).toBe('2025-01-31-defense');
  });
});

describe('a place stands with its preposition', () => {
  test.each([
    ['Tokyo', 'in Tokyo'],
    ['Tokyo (Ministry of Defense)', 'at the Ministry of Defense in Tokyo'],
    ['Washington, D.C. (White House)', 'at the White House in Washington, D.C.'],
    ['Washington, D.C. area (the Pentagon)', 'at the Pentagon in the Washington, D.C. area'],
    ['Camp David', 'at Camp David'],
    ['Camp H. M. Smith, Hawaii', 'at Camp H. M. Smith, Hawaii'],
    ['Barksdale Air Force Base, Louisiana', 'at Barksdale Air Force Base, Louisiana'],
    ['Naval Submarine Base Kings Bay, Georgia', 'at Naval Submarine Base Kings Bay, Georgia'],
    ['Tokyo (Happo-en)', 'at Happo-en in Tokyo'],
    ['Singapore', 'in Singapore'],
    ['The Hague, Netherlands', 'in The Hague, Netherlands'],
    ['United States', 'in the United States'],
    [
      "Wilmington, Delaware (President Biden's private residence)",
      "at President Biden's private residence in Wilmington, Delaware",
    ],
  ])('%s: %s', (place, said) => {
    expect(placed(place)).toBe(said);
  });
});

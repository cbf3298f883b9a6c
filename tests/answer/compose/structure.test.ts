import { describe, expect, test } from 'vitest';
import { answerTo, knowledge, only, opening, told } from '../fixture.ts';

const asked = { ask: 'structure' as const };

describe('the frameworks themselves', () => {
  test('a few are named at once, highest level first, then explained', () => {
    const answer = answerTo({ ...asked, aspect: 'exists' });
    expect(answer.headline.text).toBe(
      'The record holds 4 frameworks between Japan and the United States: Japan–U.S. summit, 2+2, defense ministerial and Extended Deterrence Dialogue (EDD).',
    );
    expect(answer.statements[0]?.text).toBe('The summit meeting brings together the two leaders.');
    expect(opening({ ...asked, aspect: 'exists' }, 'ja')).toBe(
      '日米の協議の枠組みとして記録にあるのは、日米首脳会談、日米「2+2」、日米防衛相会談、日米拡大抑止協議（EDD）の4つです。',
    );
  });

  test('many stand level by level', () => {
    const more = [...knowledge.frameworks.values()].map(
      (each) => [`${each.id}-2`, { ...each, id: `${each.id}-2` }] as const,
    );
    const of = { ...knowledge, frameworks: new Map([...knowledge.frameworks, ...more]) };
    const { headline, statements } = answerTo({ ...asked, aspect: 'exists' }, 'en', { of });
    expect(headline.text).toBe('The record holds 8 frameworks between Japan and the United States.');
    expect(statements.slice(0, 2).map(({ text }) => text)).toEqual([
      'Leaders: Japan–U.S. summit and Japan–U.S. summit',
      'Ministers: 2+2, defense ministerial, 2+2 and defense ministerial',
    ]);
  });

  test('a field leaves out the others', () => {
    const text = told({ ...asked, aspect: 'exists', constraints: [only('field', 'deterrence')] });
    expect(text).toContain(
      'The record holds 1 deterrence framework between Japan and the United States: Extended Deterrence Dialogue (EDD).',
    );
    expect(text).not.toContain('summit');
  });

  test('who sits there for one side is told of that side alone', () => {
    const side = only('side', 'US', { strength: 'soft' });
    const text = told({ ...asked, aspect: 'members', constraints: [only('framework', 'edd'), side] });
    expect(text).toContain('brings together, for the United States, the Deputy Assistant Secretary.');
    expect(text).not.toContain('Director-General');
  });

  test('a partner’s are those that it sits in', () => {
    expect(opening({ ...asked, aspect: 'exists', constraints: [only('members', 'JP+US+KR')] })).toContain(
      'Japan–U.S.–ROK defense ministers’ meeting',
    );
  });

  test('what stands above one is named', () => {
    const given = { ...asked, aspect: 'above' as const, constraints: [only('framework', 'edd')] };
    expect(opening(given)).toBe(
      'The Extended Deterrence Dialogue (EDD) is set under the Security Consultative Committee (“2+2”).',
    );
  });

  test('what stands below one is named', () => {
    const given = { ...asked, aspect: 'below' as const, constraints: [only('framework', 'scc')] };
    expect(opening(given)).toBe('Set under the 2+2: the Extended Deterrence Dialogue (EDD).');
  });

  test('nothing above is said to be so', () => {
    const given = { ...asked, aspect: 'above' as const, constraints: [only('framework', 'summit')] };
    expect(told(given)).toMatch(/^not-found\nThe record names nothing above the Japan–U\.S\. summit\./);
  });

  test.each([
    ['rhythm', 'The “2+2” meets when the need arises.'],
    ['since', 'The “2+2” was set up in January 1960.'],
    ['members', 'Members of the 2+2: The ministers of foreign affairs and defense of both countries.'],
    ['level', 'The 2+2 meets at the level of ministers.'],
    ['purpose', 'The “2+2” plays the part of an important consultative body.'],
  ] as const)('%s opens with what was asked', (aspect, said) => {
    expect(opening({ ...asked, aspect, constraints: [only('framework', 'scc')] })).toBe(said);
  });

  test('two are set side by side, their levels first', () => {
    const both = only('framework', 'scc', { anyOf: ['scc', 'edd'] });
    const texts = [answerTo({ ...asked, aspect: 'difference', constraints: [both] })].flatMap((answer) =>
      [answer.headline, ...answer.statements].map(({ text }) => text),
    );
    expect(texts).toEqual([
      'They differ in level: the 2+2 meets at the level of ministers; the Extended Deterrence Dialogue (EDD) meets at the level of officials.',
      'The Extended Deterrence Dialogue (EDD) is set under the Security Consultative Committee (“2+2”).',
      'The “2+2” plays the part of an important consultative body.',
      'Extended Deterrence Dialogue (EDD): The dialogue is a regular consultation.',
      'Members of the 2+2: The ministers of foreign affairs and defense of both countries.',
      'The Extended Deterrence Dialogue (EDD) brings together, for Japan, the Deputy Director-General; for the United States, the Deputy Assistant Secretary.',
    ]);
  });
});

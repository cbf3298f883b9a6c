import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { contentTerms, indexTerms, queryTokens } from '../../src/text/tokens.ts';

const terms = (text: string) => indexTerms(normalise(text));

describe('indexTerms', () => {
  it.each([
    ['抑止力と対処力を強化した', ['抑止', '力', '対処', '力', '強化'], 'words without particles and endings'],
    ['The ministers welcomed the meetings.', ['minister', 'welcom', 'meet'], 'stems without function words'],
    ["Japan's U.S. allies", ['japan', 'us', 'ally'], 'possessives and abbreviations'],
    ['F-35とSPY-7', ['f', '35', 'f35', 'spy', '7', 'spy7'], 'designations both apart and joined'],
    ['anti-ship', ['anti', 'ship'], 'but no other hyphens'],
    ['第２回、二〇二五年', ['第', '2', '回', '2025', '年'], 'numbers however written'],
    ['Éva Łódź', ['eva', 'lodz'], 'letters without accents'],
    ['대한민국', ['대한민국'], 'a word of another script whole'],
  ])('%s gives %j: %s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('gives one term to every form of an English word', () => {
    for (const [one, ...others] of [
      ['meeting', 'meetings', 'meet'],
      ['plan', 'planned', 'planning', 'plans'],
      ['agree', 'agreed', 'agrees', 'agreeing'],
      ['ally', 'allies', 'allied'],
      ['exercise', 'exercises', 'exercised', 'exercising'],
    ]) {
      for (const other of others) expect(terms(other), other).toEqual(terms(one ?? ''));
    }
  });

  it('keeps whole the words that only end like a form', () => {
    expect(terms('bring speed need bus crisis')).toEqual(['bring', 'speed', 'need', 'bus', 'crisis']);
  });
});

describe('queryTokens', () => {
  it('leaves out the words that only ask', () => {
    expect(contentTerms('誰がいつ沖縄で会談しましたか？')).toEqual(['沖縄', '会談']);
    expect(contentTerms('When and where did the ministers meet?')).toEqual(['minister', 'meet']);
  });

  it('says where each term stands', () => {
    const normal = normalise('ミサイル防衛とAMRAAM');
    expect(queryTokens(normal).map(({ start, end }) => normal.slice(start, end))).toEqual([
      'ミサイル',
      '防衛',
      'amraam',
    ]);
  });

  it('finds in any text only terms that the index finds in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const normal = normalise(text);
        const indexed = new Set(indexTerms(normal));
        expect(queryTokens(normal).filter(({ term }) => !indexed.has(term))).toEqual([]);
      }),
    );
  });
});

import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { createWordIndex } from '../../src/search/word-index.ts';
import { indexTerms } from '../../src/text/tokens.ts';

const texts = [
  'aegis ashore was discussed by the ministers',
  '防衛大臣は弾道ミサイル防衛を確認した',
  'ministers discussed missile defense and missile production',
  '弾道ミサイルと巡航ミサイル',
  '',
];

describe('createWordIndex', () => {
  it('scores exactly as MiniSearch does with the same texts added one by one', () => {
    const plain = new MiniSearch({
      fields: ['text'],
      tokenize: indexTerms,
      processTerm: (term) => term,
      searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.7, d: 0.5 } },
    });
    plain.addAll(texts.map((text, id) => ({ id, text })));
    const index = createWordIndex(texts);
    for (const query of ['ministers missile', 'ミサイル', '弾道ミサイル防衛 ministers', 'discussed', 'absent']) {
      const expected = plain.search(query).map(({ id, score }) => ({ id, score }));
      expect(index.search(indexTerms(query)).map(({ id, score }) => ({ id, score }))).toEqual(expected);
    }
  });

  it('counts the passages that hold a term, however often they hold it', () => {
    const index = createWordIndex(texts);
    expect(index.frequency('missil')).toBe(1);
    expect(index.frequency('ミサイル')).toBe(2);
    expect(index.frequency('constructor')).toBe(0);
  });

  it('leaves out what the caller does not accept', () => {
    expect(
      createWordIndex(texts)
        .search(['ミサイル'], (place) => place !== 1)
        .map(({ id }) => id),
    ).toEqual([3]);
  });

  it('takes words that are names of object properties as words', () => {
    const index = createWordIndex(['constructor toString', '__proto__ hasOwnProperty']);
    expect(index.search(indexTerms('constructor')).map(({ id }) => id)).toEqual([0]);
    expect(index.search(indexTerms('proto')).map(({ id }) => id)).toEqual([1]);
  });

  it('indexes nothing at all', () => {
    expect(createWordIndex([]).search(['word'])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPassageIndex } from '../../src/search/passage-index.ts';
import { passages } from './fixture.ts';

const index = createPassageIndex(passages);
const ids = (query: string) => index.search(query).map(({ id }) => id);

describe('createPassageIndex', () => {
  it.each([
    ['四十万円', '40万円'],
    ['400,000 yen', '４０００００ yen'],
    ['AMRAAMの共同生産', 'ａｍｒａａｍの共同生産'],
    ['ミサイルの生産', 'ﾐｻｲﾙの生産'],
    ['Taiwan Strait', 'TAIWAN STRAIT'],
    ['extended deterrence', 'Extended-Deterrence'],
  ])('finds the same first for %s and %s', (one, other) => {
    expect(ids(one)[0]).toBeDefined();
    expect(ids(one)[0]).toBe(ids(other)[0]);
  });

  it.each(['', ' ', '？', 'のはがを', 'who what when', 'いつ誰がどこで', '🗾', '\u0000', 'zzzzqqqq', '未収録語彙'])(
    'finds nothing for %j',
    (query) => {
      expect(index.search(query)).toEqual([]);
    },
  );

  it('takes any string as a query, and scores between 0 and 1, best first', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ミサイル防衛AMRAAM missile の"*()-:^~\\/{}[]\u0001\u0000\ud800') }),
    );
    fc.assert(
      fc.property(hostile, (query) => {
        const found = index.search(query);
        for (const { score, share } of found) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });

  it('answers a very long query in bounded time', () => {
    const start = performance.now();
    index.search('ミサイル防衛 '.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('gives the same answer from the same passages', () => {
    const again = createPassageIndex(passages);
    for (const { text } of passages) expect(again.search(text)).toEqual(index.search(text));
  });

  it('orders equal scores by id, whatever order the passages came in', () => {
    const twins = ['b', 'a', 'c'].map((id) => ({ id, title: '', text: 'missile defense' }));
    const found = createPassageIndex([...twins, ...passages])
      .search('missile defense')
      .map(({ id }) => id);
    expect(found.slice(0, 3)).toEqual(['a', 'b', 'c']);
  });

  it('gives no more than the limit, 10 when not told', () => {
    const many = Array.from({ length: 80 }, (_, at) => ({ id: `p${at}`, title: '', text: `ミサイル防衛 ${at}` }));
    const large = createPassageIndex([...many, ...passages]);
    expect(large.search('ミサイル防衛')).toHaveLength(10);
    expect(large.search('ミサイル防衛', { limit: 3 })).toHaveLength(3);
    expect(large.search('ミサイル防衛', { limit: 70 })).toHaveLength(70);
  });

  it('searches only what the filter accepts', () => {
    const found = index.search('missile', { filter: (id) => id !== 'missile-production' });
    expect(found.map(({ id }) => id)).toEqual(['missile-talks']);
  });

  it('tells how much of the question a passage holds', () => {
    const shareOf = (query: string) => index.search(query)[0]?.share ?? 0;
    expect(shareOf('Taiwan Strait')).toBeCloseTo(1);
    expect(shareOf('Taiwan zeppelin')).toBeLessThan(0.5);
  });

  it('holds a term in every passage that has it, however often, and finds it the less telling', () => {
    const texts = ['弾道ミサイルと巡航ミサイル', 'ミサイル防衛', 'missile'];
    const small = createPassageIndex(texts.map((text, at) => ({ id: `${at}`, title: '', text })));
    expect([...small.holders('ミサイル')].sort()).toEqual(['0', '1']);
    expect(small.holders('ミサイル')).toBe(small.holders('ミサイル'));
    expect(small.rarity('ミサイル')).toBeLessThan(small.rarity('missil'));
  });

  it('takes words that are names of object properties as words', () => {
    const texts = ['constructor toString', '__proto__ hasOwnProperty'];
    const odd = createPassageIndex(texts.map((text, at) => ({ id: `${at}`, title: '', text })));
    expect(odd.search('constructor').map(({ id }) => id)).toEqual(['0']);
    expect(odd.search('proto').map(({ id }) => id)).toEqual(['1']);
    expect(odd.rarity('valueOf')).toBe(1);
  });

  it('indexes nothing at all', () => {
    const empty = createPassageIndex([]);
    expect(empty.size).toBe(0);
    expect(empty.search('missile')).toEqual([]);
  });
});

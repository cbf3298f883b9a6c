import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/reading/query.ts';
import { about, asking, demand, fixtureSearch, year } from './fixture.ts';

const { search } = fixtureSearch();
const nearest = (query: Query) =>
  search(query).nearest.map(({ consultation: { id }, without }) => [without?.role ?? 'period', id]);
const missiles = about('topic', 'missile-defense', 'missile defense');

describe('the nearest records', () => {
  it('are none where something was found', () => {
    expect(nearest(asking('what', [missiles, demand('framework', 'defense')]))).toEqual([]);
  });

  it('are the last before and the first after a period without any', () => {
    expect(nearest(asking('list', [demand('framework', 'defense')], { period: year(2024) }))).toEqual([
      ['period', '2023-10-04-defense'],
      ['period', '2025-03-05-defense'],
      ['framework', '2024-11-foreign'],
    ]);
  });

  it('give up what costs least first', () => {
    const asked = [missiles, demand('format', 'video'), demand('framework', 'defense')];
    expect(nearest(asking('list', asked)).map(([role]) => role)).toEqual(['format', 'format']);
  });

  it('hold everything else', () => {
    const asked = [missiles, demand('framework', 'foreign'), demand('country', 'JP')];
    expect(nearest(asking('list', asked))).toEqual([
      ['topic', '2023-11-20-foreign'],
      ['framework', '2025-03-30-defense'],
    ]);
  });

  it('are none where one thing is asked, which every record misses', () => {
    expect(nearest(asking('list', [demand('person', 'nobody')]))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { blankQuestion } from '../../src/question/blank.ts';
import type { Question } from '../../src/question/question.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import { fixtureKnowledge } from './fixture.ts';

const retriever = createRetriever(fixtureKnowledge());
const found = (asked: Partial<Question>) =>
  retriever.retrieve(blankQuestion(asked)).evidence.map(({ consultation: { id } }) => id);
const day = (date: string) => ({ from: date, to: date });

describe('structure filters', () => {
  it('gives everything, by date, to a question without constraints', () => {
    expect(found({})).toEqual([
      '2023-10-04-defense',
      '2024-06-02-trilateral-defense',
      '2024-11-foreign',
      '2025-03-05-defense',
      '2025-03-30-defense',
    ]);
  });

  it.each<[string, Partial<Question>, string[]]>([
    ['a month', { period: { from: '2025-03-01', to: '2025-03-31' } }, ['2025-03-05-defense', '2025-03-30-defense']],
    ['an open end', { period: { from: '2025-03-06', to: null } }, ['2025-03-30-defense']],
    ['an open start', { period: { from: null, to: '2023-12-31' } }, ['2023-10-04-defense']],
    ['a day within a month that is all that is known', { period: day('2024-11-15') }, []],
    [
      'either of two periods',
      { period: day('2023-10-04'), otherPeriod: day('2025-03-30') },
      ['2023-10-04-defense', '2025-03-30-defense'],
    ],
    ['a person', { people: ['tanaka-hana'] }, ['2024-11-foreign']],
    ['all of several people', { people: ['sato-ichiro', 'lee-minho'] }, ['2024-06-02-trilateral-defense']],
    [
      'any of several people',
      { people: ['tanaka-hana', 'lee-minho'], peopleMatch: 'any' },
      ['2024-06-02-trilateral-defense', '2024-11-foreign'],
    ],
    ['a post', { offices: ['kr-defense-minister'] }, ['2024-06-02-trilateral-defense']],
    ['a framework', { frameworks: ['foreign'] }, ['2024-11-foreign']],
    ['a framework above', { frameworks: ['trilateral'] }, ['2024-06-02-trilateral-defense']],
    ['a level', { levels: ['trilateral'] }, ['2024-06-02-trilateral-defense']],
    ['a format', { formats: ['telephone'] }, ['2025-03-05-defense']],
    ['a place', { places: ['Tokyo'] }, ['2025-03-30-defense']],
    ['a country of venue', { venueCountries: ['US'] }, ['2023-10-04-defense']],
    ['exactly these members', { members: ['JP', 'US', 'KR'] }, ['2024-06-02-trilateral-defense']],
    ['a partner', { countries: ['KR'] }, ['2024-06-02-trilateral-defense']],
    ['a verb', { acts: ['welcomed'] }, ['2023-10-04-defense']],
    ['one side', { by: ['JP'] }, ['2025-03-05-defense']],
    ['named consultations', { consultations: ['2024-11-foreign'], people: ['lee-minho'] }, ['2024-11-foreign']],
    ['nobody on record', { people: ['nobody'] }, []],
  ])('%s', (_, asked, expected) => {
    expect(found(asked)).toEqual(expected);
  });

  it('gives a record known to its month alone as the nearest to a day of that month', () => {
    const { nearest } = retriever.retrieve(blankQuestion({ period: day('2024-11-15') }));
    expect(nearest.map(({ consultation: { id } }) => id)).toEqual(['2024-11-foreign']);
  });

  it('sets a record known to its month alone aside where others certainly fit', () => {
    const period = { from: '2024-06-01', to: '2024-11-15' };
    const { evidence, perhaps = [] } = retriever.retrieve(blankQuestion({ period }));
    expect(evidence.map(({ consultation: { id } }) => id)).toEqual(['2024-06-02-trilateral-defense']);
    expect(perhaps.map(({ id }) => id)).toEqual(['2024-11-foreign']);
  });

  it('finds a topic in records of its narrower topics, the exact ones first and the newer first among equals', () => {
    expect(found({ topics: ['missile-defense'] })).toEqual([
      '2025-03-30-defense', // the topic itself, newest
      '2023-10-04-defense', // the topic itself
      '2024-06-02-trilateral-defense', // missile warning, below it
    ]);
  });

  it('keeps of a consultation only the outcomes that speak to the topic', () => {
    const { evidence } = retriever.retrieve(blankQuestion({ topics: ['command'] }));
    expect(evidence.flatMap(({ outcomes }) => outcomes.map(({ index }) => index))).toEqual([0]);
  });
});

describe('days across the date line', () => {
  it('finds a meeting in Washington by the day it was in Japan', () => {
    expect(found({ period: day('2023-10-05') })).toEqual(['2023-10-04-defense']);
  });

  it('finds a call by the day it was in Washington', () => {
    expect(found({ period: day('2025-03-04') })).toEqual(['2025-03-05-defense']);
  });

  it('does not look beside a day for a meeting in Japan', () => {
    expect(found({ period: day('2025-03-31') })).toEqual([]);
  });

  it('values such a find lower than the day itself', () => {
    const score = (date: string) => retriever.retrieve(blankQuestion({ period: day(date) })).evidence[0]?.score ?? 0;
    expect(score('2023-10-05')).toBeLessThan(score('2023-10-04'));
  });
});

describe('words', () => {
  it('decide alone, in either language', () => {
    expect(found({ terms: 'undersea cables' })).toEqual(['2024-11-foreign']);
    expect(found({ terms: '海底ケーブル' })).toEqual(['2024-11-foreign']);
  });

  it('only rank beside a topic', () => {
    expect(found({ topics: ['missile-defense'], terms: 'cooperation' })[0]).toBe('2023-10-04-defense');
    expect(found({ topics: ['missile-defense'], terms: 'cooperation' })).toHaveLength(3);
  });

  it('find nothing where most of them stand nowhere', () => {
    expect(found({ terms: 'undersea zeppelin factories' })).toEqual([]);
  });

  it('find nothing outside the other constraints', () => {
    expect(found({ terms: 'undersea cables', people: ['sato-ichiro'] })).toEqual([]);
  });
});

describe('nearest records', () => {
  const nearest = (asked: Partial<Question>) =>
    retriever.retrieve(blankQuestion(asked)).nearest.map(({ consultation: { id }, relaxed }) => [relaxed, id]);

  it('are none where something was found', () => {
    expect(nearest({ people: ['lee-minho'] })).toEqual([]);
  });

  it('are the last before and the first after a period without any', () => {
    expect(nearest({ frameworks: ['defense'], period: { from: '2024-01-01', to: '2024-12-31' } }).slice(0, 2)).toEqual([
      ['period', '2023-10-04-defense'],
      ['period', '2025-03-05-defense'],
    ]);
  });

  it('name the one constraint that was given up', () => {
    expect(nearest({ people: ['tanaka-hana'], topics: ['command'] })).toEqual([
      ['topics', '2024-11-foreign'],
      ['people', '2025-03-30-defense'],
    ]);
  });

  it('give up words', () => {
    expect(nearest({ people: ['tanaka-hana'], terms: 'zeppelin' })).toEqual([['text', '2024-11-foreign']]);
  });
});

describe('createRetriever', () => {
  it('gives the same answer before and after it is warm, and every time', () => {
    const cold = createRetriever(fixtureKnowledge());
    const warm = createRetriever(fixtureKnowledge());
    warm.warm();
    const asked = blankQuestion({ terms: 'missile defense cooperation' });
    expect(cold.retrieve(asked)).toEqual(warm.retrieve(asked));
    expect(warm.retrieve(asked)).toEqual(warm.retrieve(asked));
  });
});

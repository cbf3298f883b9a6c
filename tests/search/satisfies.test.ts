import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../src/reading/query.ts';
import { mayBeInPeriod } from '../../src/search/asked.ts';
import { fits } from '../../src/search/facts.ts';
import { about, asking, demand, fixtureSearch } from './fixture.ts';

const { facts, satisfies } = fixtureSearch();
const event = (id: string) => {
  const found = facts.events.find(({ consultation }) => consultation.id === id);
  if (found === undefined) throw new RangeError(`no record ${id}`);
  return found;
};
const holding = (constraint: Constraint) =>
  facts.events
    .filter((each) => satisfies.satisfiesEvent(each, constraint) >= 0.5)
    .map(({ consultation: { id } }) => id);
const grades = (id: string, constraint: Constraint) =>
  event(id).outcomes.map((each) => Math.round(satisfies.satisfiesOutcome(each, constraint) * 100) / 100);

describe('what a consultation holds', () => {
  it.each<[string, Constraint, string[]]>([
    ['a framework', demand('framework', 'foreign'), ['2023-11-20-foreign', '2024-11-foreign']],
    ['a framework above its own', demand('framework', 'wider'), ['2024-06-02-three']],
    [
      'a framework that only its title tells, where its own gathers what is left',
      demand('framework', 'calls', { label: 'courtesy call' }),
      ['2025-05-12-others'],
    ],
    [
      'a kind of table, whoever sits at it',
      demand('kind', 'defense-ministers'),
      ['2023-10-04-defense', '2024-06-02-three', '2025-03-05-defense', '2025-03-30-defense'],
    ],
    ['three members as a level', demand('level', 'trilateral'), ['2024-06-02-three']],
    ['its rank, whoever sits there', demand('level', 'ministers'), facts.events.map((each) => each.consultation.id)],
    ['a field', demand('field', 'foreign'), ['2023-11-20-foreign', '2024-11-foreign']],
    ['a person', demand('person', 'tanaka'), ['2023-10-04-defense']],
    ['one of several people', demand('person', ['tanaka', 'nobody']), ['2023-10-04-defense']],
    ['a post held on the day', demand('post', 'jp-foreign-minister'), ['2023-11-20-foreign']],
    ['exact members, though nobody of one is named', demand('members', 'JP+US+KR'), ['2024-06-02-three']],
    ['a member of its framework', demand('member', 'KR'), ['2024-06-02-three']],
    ['a place', demand('place', 'singapore'), ['2024-06-02-three']],
    ['a larger event beside it', demand('occasion', ['shangri-la-dialogue', 'apec']), ['2024-06-02-three']],
    ['a country of venue', demand('country', 'US'), ['2023-10-04-defense']],
    ['a format', demand('format', 'telephone'), ['2025-03-05-defense']],
    ['a source', demand('source', 'news'), ['2025-05-12-others']],
    ['its own id', demand('consultation', '2024-11-foreign'), ['2024-11-foreign']],
  ])('is %s', (_, constraint, expected) => {
    expect(holding(constraint)).toEqual(expected);
  });

  it('is no group of two where a third country belongs to the framework', () => {
    expect(holding(demand('members', 'JP+US'))).not.toContain('2024-06-02-three');
  });
});

describe('what a statement holds', () => {
  it('is a topic by tag and by word best, then by tag, below it, in passing', () => {
    const asked = about('topic', 'missile-defense', 'missile defense');
    expect(grades('2025-03-30-defense', asked)).toEqual([0, 1]);
    expect(grades('2025-03-05-defense', asked)).toEqual([0, 1, 0.85]);
    expect(grades('2024-06-02-three', asked)).toEqual([0.6]);
    expect(grades('2023-10-04-defense', about('topic', 'exercises', 'sorties'))).toEqual([0, 0.85]);
    expect(grades('2024-11-foreign', about('topic', 'cables', 'cable protection'))).toEqual([0.5]);
    expect(grades('2024-11-foreign', about('topic', 'cables', 'undersea cables'))).toEqual([0.8]);
  });

  it('is a broader topic hardly', () => {
    const [warning] = grades('2023-10-04-defense', about('topic', 'warning', 'missile warning'));
    expect(warning).toBeLessThan(0.45);
  });

  it('is half of a topic where only the tag stands for a part, said elsewhere or nowhere', () => {
    const asked = about('topic', 'missile-defense', 'Aegis', { part: true });
    expect(grades('2025-03-05-defense', asked)).toEqual([0, 0.45, 1]);
    expect(grades('2025-03-05-defense', { ...asked, label: 'the Aegis systems' })).toEqual([0, 0.45, 1]);
    expect(grades('2023-10-04-defense', { ...asked, label: 'Zeppelin' })).toEqual([0.45, 0]);
  });

  it('is a mention where the name is linked, and not of what the meeting itself is', () => {
    const asked = about('mention', 'framework:defense', 'defense ministerial');
    expect(grades('2023-11-20-foreign', asked)).toEqual([0, 1]);
    expect(holding(asked)).toEqual(['2023-11-20-foreign']);
  });

  it('is words as typed, by their stems side by side, and less apart, as far as a rare one singles it out', () => {
    expect(grades('2024-11-foreign', about('word', ['undersea', 'cabl'], 'undersea cables'))).toEqual([1]);
    expect(grades('2024-11-foreign', about('word', ['cabl', 'undersea'], 'cables undersea'))).toEqual([0.9]);
    expect(grades('2023-11-20-foreign', about('word', ['sato', 'caribbean'], 'Sato Caribbean'))[0]).toBe(0.9);
  });

  it('is another word for the same thing, but not where the rest is missing', () => {
    expect(grades('2025-03-05-defense', about('word', ['warship'], 'warships'))).toEqual([0, 0, 0.85]);
    expect(grades('2025-03-05-defense', about('word', ['warship', 'deploy'], 'deploying warships'))[2]).toBe(0.85);
    expect(grades('2025-03-05-defense', about('word', ['warship', 'zeppelin'], 'warship zeppelins'))[2]).toBeLessThan(
      0.4,
    );
    expect(grades('2024-06-02-three', about('word', ['核', '共有'], '核共有'))[0]).toBeLessThan(0.4);
  });

  it('is a topic in other words where nothing says its name as typed', () => {
    expect(grades('2023-10-04-defense', about('topic', 'exercises', 'joint drills'))).toEqual([0, 1]);
  });

  it('is the words of an attached document for the consultation', () => {
    expect(holding(about('word', ['laser'], 'laser'))).toEqual(['2025-03-30-defense']);
  });

  it('is an act, and a kindred one less', () => {
    expect(grades('2025-03-30-defense', demand('act', 'agreed'))).toEqual([0.6, 1]);
    expect(grades('2023-10-04-defense', demand('act', 'signed'))).toEqual([0, 0]);
  });

  it('is a verb of saying that no act stands for', () => {
    expect(grades('2023-11-20-foreign', demand('verb', 'concerned'))).toEqual([1, 0]);
  });

  it('is a side where it is recorded, half where nobody is, and not where only the other is', () => {
    expect(grades('2025-03-05-defense', demand('side', 'US'))).toEqual([0.5, 1, 0.5]);
    expect(grades('2025-03-05-defense', demand('side', 'JP'))).toEqual([0.5, 0, 0.5]);
  });
});

describe('a negated constraint', () => {
  it('is held by a meeting none of whose statements holds it', () => {
    const asked = about('topic', 'missile-defense', 'missile defense', { negated: true });
    expect(holding(asked)).toEqual(['2023-11-20-foreign', '2024-11-foreign']);
  });

  it('is not held where the record has no statements to tell by', () => {
    expect(holding(about('word', ['zeppelin'], 'zeppelin', { negated: true }))).not.toContain('2025-05-12-others');
  });

  it('is not held for place, country and format by a record without them', () => {
    expect(holding(demand('country', 'JP', { negated: true }))).toEqual(['2023-10-04-defense', '2024-06-02-three']);
    expect(holding(demand('format', 'telephone', { negated: true }))).not.toContain('2024-11-foreign');
  });
});

describe('a period', () => {
  const month = event('2024-11-foreign');

  it('holds a meeting known to its month alone where it holds the whole month', () => {
    expect(fits(month, { from: '2024-11-01', to: '2024-11-30' })).toBe(true);
    expect(fits(month, { from: '2024-11-02', to: null })).toBe(false);
  });

  it('may hold it where it only overlaps the month', () => {
    const may = (from: string, to: string | null) => mayBeInPeriod(month, asking('list', [], { period: { from, to } }));
    expect(may('2024-11-15', '2024-11-15')).toBe(true);
    expect(may('2024-11-01', '2024-11-30')).toBe(false);
    expect(may('2024-12-01', null)).toBe(false);
  });
});

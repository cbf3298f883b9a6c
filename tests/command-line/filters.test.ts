import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filtersOf } from '../../src/command-line/filters.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = loadKnowledge(join(import.meta.dirname, '../../knowledge'));

describe('filters of a command', () => {
  test.each([
    ['an id', { framework: ['scc'] }, { frameworks: ['scc'] }],
    ['an abbreviation', { framework: ['2+2'] }, { frameworks: ['scc'] }],
    ['a Japanese name', { person: ['中谷元'] }, { people: ['nakatani-gen'] }],
    ['an English name', { person: ['nakatani gen'] }, { people: ['nakatani-gen'] }],
    ['several', { country: ['米国', 'JP'] }, { countries: ['JP', 'US'] }],
    ['none', {}, {}],
  ])('%s becomes ids', (_title, values, filters) => {
    expect(filtersOf(values, knowledge)).toEqual(filters);
  });

  test('a name that nothing goes by is bad usage, with the nearest by name and id', () => {
    expect(() => filtersOf({ person: ['hegsith'] }, knowledge)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: '--person "hegsith" is not on record. Did you mean Pete Hegseth (hegseth-pete)?',
      }),
    );
  });

  test('a name that several go by is bad usage, with all of them', () => {
    const named = [...Map.groupBy(knowledge.people.values(), ({ family }) => family.en)].find(
      ([, people]) => people.length === 2,
    );
    expect(named).toBeDefined();
    const [name = '', people = []] = named ?? [];
    expect(() => filtersOf({ person: [name] }, knowledge)).toThrow(
      `--person "${name}" can be ${people.map(({ id, names }) => `${names.en} (${id})`).join(' or ')}: use the id.`,
    );
  });

  test('every name that nothing goes by is told at once', () => {
    expect(() => filtersOf({ framework: ['nonsense'], topic: ['qqqq'] }, knowledge)).toThrow(
      /^--framework "nonsense" is not on record\. knowledge\/frameworks\.yaml lists what there is\.\n--topic "qqqq" /,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/knowledge/inspect.ts';
import { smallKnowledge, theRecord, withFiles } from './small-knowledge.ts';

const people = smallKnowledge['people.yaml'] ?? '';
const record = smallKnowledge[theRecord] ?? '';
const undated = (smallKnowledge['sources.yaml'] ?? '').replace(/ {2}published: .*\n/, '');
const unshown = people.replaceAll(/, from: .*$/gm, ' }');
const later = (date: string) => ({
  [`consultations/2026/${date}-defense-ministerial.yaml`]: record
    .replaceAll('2025-03-30-d', `${date}-d`)
    .replace('date: 2025-03-30', `date: ${date}`),
});
/** From when to when each of the two is in office, by the knowledge of these files. */
const terms = (changes: Readonly<Record<string, string>>) => {
  const { knowledge, faults } = inspectFiles(withFiles({ 'sources.yaml': undated, ...changes }));
  expect(faults).toEqual([]);
  return ['nakatani-gen', 'hegseth-pete'].map((id) => {
    const [office] = knowledge?.people.get(id)?.offices ?? [];
    return [office?.from, office?.to];
  });
};

describe('a term of office', () => {
  it('is what a page shows, and open where the page shows its beginning alone', () => {
    expect(terms({})).toEqual([
      ['2024-10-01', '2025-10-21'],
      ['2025-01-25', undefined],
    ]);
  });

  it('is bounded by the records where no page shows it, and grows with a new one', () => {
    expect(terms({ 'people.yaml': unshown })).toEqual([
      ['2025-03-30', '2025-03-30'],
      ['2025-03-30', '2025-03-30'],
    ]);
    expect(terms({ 'people.yaml': unshown, ...later('2026-06-01') })).toEqual([
      ['2025-03-30', '2026-06-01'],
      ['2025-03-30', '2026-06-01'],
    ]);
  });

  it('ends with its last record once somebody else has followed', () => {
    const successor = `
- id: smith-ann
  names: { ja: アン・スミス, en: Ann Smith }
  family: { ja: スミス, en: Smith }
  aliases: {}
  country: US
  offices:
    - { post: us-secretary-of-defense, ja: 国防長官, en: Secretary of Defense, from: 2026-05-01, sources: [{ source: mod-2025-03-30 }] }
`;
    const meeting = Object.entries(later('2026-06-01')).map(([path, text]) => [
      path,
      text.replace('hegseth-pete', 'smith-ann'),
    ]);
    const shown = people.replace(/, from: 2024-10-01.*$/m, ' }');
    expect(terms({ 'people.yaml': shown + successor, ...Object.fromEntries(meeting) })[1]).toEqual([
      '2025-01-25',
      '2025-03-30',
    ]);
  });
});

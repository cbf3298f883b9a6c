import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankQuestion } from '../../src/question/blank.ts';
import { createCandidates } from '../../src/retrieval/candidates.ts';
import { matchesConsultation } from '../../src/retrieval/constraints.ts';
import { facetsOf } from '../../src/retrieval/facets.ts';
import { fixtureKnowledge } from './fixture.ts';

const knowledge = fixtureKnowledge();
const all = facetsOf(knowledge);
const candidates = createCandidates(all);

const some = (ids: Iterable<string>) => fc.subarray([...ids, 'nobody'], { maxLength: 2 });
const date = fc.constantFrom('2023-10-04', '2024-06-02', '2024-11-15', '2025-03-04', '2025-03-30', '2026-01-01');
const period = fc.option(fc.record({ from: fc.option(date), to: fc.option(date) }));

describe('createCandidates', () => {
  it('never leaves out a consultation that matches, and keeps the order by date', () => {
    fc.assert(
      fc.property(
        fc.record({
          period,
          otherPeriod: period,
          people: some(knowledge.people.keys()),
          peopleMatch: fc.constantFrom('all', 'any'),
          frameworks: some(knowledge.frameworks.keys()),
          offices: some(['jp-defense-minister', 'kr-defense-minister']),
          consultations: fc.oneof(fc.constant([]), some(knowledge.consultations.map(({ id }) => id))),
        }),
        (asked) => {
          const wanted = blankQuestion(asked);
          const expected = all.filter((facts) => matchesConsultation(wanted, facts));
          expect(candidates(wanted).filter((facts) => matchesConsultation(wanted, facts))).toEqual(expected);
        },
      ),
    );
  });

  it('looks at no more than one person, framework or month has', () => {
    expect(candidates(blankQuestion({ people: ['lee-minho'] }))).toHaveLength(1);
    expect(candidates(blankQuestion({ frameworks: ['trilateral'] }))).toHaveLength(1);
    expect(candidates(blankQuestion({ period: { from: '2024-11-01', to: '2024-11-30' } }))).toHaveLength(1);
  });
});

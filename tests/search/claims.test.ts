import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint, Query } from '../../src/reading/query.ts';
import { fits } from '../../src/search/facts.ts';
import { about, asking, demand, fixtureSearch } from './fixture.ts';

const { search, facts, satisfies } = fixtureSearch();

const flags = { negated: fc.boolean() };
const firm = fc.oneof(
  ...(
    [
      ['framework', ['defense', 'foreign', 'wider', 'nowhere']],
      ['kind', ['defense-ministers', 'foreign']],
      ['level', ['ministers', 'trilateral']],
      ['person', ['sato', 'smith', 'tanaka', 'lee']],
      ['member', ['KR', 'US']],
      ['members', ['JP+US', 'JP+US+KR']],
      ['country', ['JP', 'US', 'SG']],
      ['format', ['in-person', 'telephone', 'video']],
      ['act', ['agreed', 'confirmed', 'stated']],
      ['side', ['JP', 'US']],
    ] as const
  ).map(([role, ids]) =>
    fc
      .record({ anyOf: fc.subarray([...ids], { minLength: 1, maxLength: 2 }), ...flags })
      .map(({ anyOf, negated }) => demand(role, anyOf, { negated })),
  ),
);
const subject = fc.oneof(
  fc
    .constantFrom(['missile-defense', 'missile defense'], ['command', '指揮統制'], ['warning', 'missile warning'])
    .map(([id = '', label = '']) => about('topic', id, label)),
  fc.constantFrom('missile', 'exercises', 'zeppelin', 'laser').map((word) => about('word', [word], word)),
);
const soft = fc.constantFrom('agreed', 'stated').map((act) => demand('act', act, { strength: 'soft' }));
const day = fc.constantFrom('2023-10-04', '2024-01-01', '2024-11-10', '2025-03-05', '2025-03-31');
const period = fc.option(fc.record({ from: fc.option(day), to: fc.option(day) }));
const claiming = fc.record({
  ask: fc.constantFrom('list', 'count', 'rank', 'yes-no'),
  constraints: fc
    .tuple(fc.array(firm, { maxLength: 3 }), fc.array(subject, { maxLength: 2 }), fc.array(soft, { maxLength: 1 }))
    .map((all) => all.flat()),
  period,
});

const must = ({ constraints }: Query) => constraints.filter(({ strength }) => strength === 'firm');
const missed = (id: string, query: Query): (Constraint | null)[] => {
  const event = facts.events.find(({ consultation }) => consultation.id === id);
  if (event === undefined) throw new RangeError(`no record ${id}`);
  const held = must(query).filter((each) => satisfies.satisfiesEvent(event, each) < 0.5);
  return [...held, ...(query.period !== null && !fits(event, query.period) ? [null] : [])];
};

describe('what is claimed', () => {
  it('misses no firm constraint, whatever is asked', () => {
    fc.assert(
      fc.property(claiming, ({ ask, constraints, period: when }) => {
        const query = asking(ask, constraints, { period: when, yesNo: ask === 'yes-no' });
        const { findings, chosen, within } = search(query);
        for (const { consultation } of [...findings, ...chosen]) expect(missed(consultation.id, query)).toEqual([]);
        for (const { id } of within) expect(missed(id, query).filter((each) => !each?.subject)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves out nothing that holds every firm constraint, without subject and soft ones', () => {
    fc.assert(
      fc.property(fc.array(firm, { maxLength: 3 }), period, (constraints, when) => {
        const query = asking('list', constraints, { period: when });
        const expected = facts.events.filter(({ consultation: { id } }) => missed(id, query).length === 0);
        expect(search(query).findings.map(({ consultation }) => consultation)).toEqual(
          expected.map(({ consultation }) => consultation),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('comes with nearest records that miss exactly the one thing named', () => {
    fc.assert(
      fc.property(claiming, ({ ask, constraints, period: when }) => {
        const query = asking(ask, constraints, { period: when });
        for (const { consultation, without } of search(query).nearest)
          expect(missed(consultation.id, query)).toEqual([without]);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(claiming, ({ ask, constraints, period: when }) => {
        const query = asking(ask, constraints, { period: when });
        const cold = fixtureSearch().search(query);
        expect({ ...search(query) }).toEqual({ ...cold });
        expect(cold.explained).toBeGreaterThanOrEqual(0);
        expect(cold.explained).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

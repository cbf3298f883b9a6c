import { describe, expect, it } from 'vitest';
import { about, asking, demand, fixtureSearch, year } from './fixture.ts';

const { search } = fixtureSearch();
const ids = (all: readonly { readonly consultation: { readonly id: string } }[]) =>
  all.map(({ consultation: { id } }) => id);
const missiles = about('topic', 'missile-defense', 'missile defense');
const soft = (role: Parameters<typeof demand>[0], anyOf: string | string[], label: string) =>
  demand(role, anyOf, { strength: 'soft', label });

describe('without a subject', () => {
  it('finds what holds all firm constraints and the period, oldest first', () => {
    const { findings } = search(asking('list', [demand('framework', 'defense')], { period: year(2025) }));
    expect(ids(findings)).toEqual(['2025-03-05-defense', '2025-03-30-defense']);
  });

  it('finds what holds either of two periods', () => {
    const { findings } = search(
      asking('list', [demand('framework', 'defense')], { period: year(2023), otherPeriod: year(2025) }),
    );
    expect(findings).toHaveLength(3);
  });

  it('finds what all people took part in, or any where one is enough', () => {
    const both = [demand('person', 'tanaka'), demand('person', 'sato')];
    expect(search(asking('list', both)).findings).toHaveLength(0);
    expect(search(asking('list', both, { anyPerson: true })).findings).toHaveLength(5);
  });

  it('gives every statement in the order of the record, those of an asked act first', () => {
    const records = [demand('consultation', '2025-03-05-defense')];
    const order = (constraints: Parameters<typeof asking>[1]) =>
      search(asking('what', constraints)).findings[0]?.outcomes.map(({ index }) => index);
    expect(order(records)).toEqual([0, 1, 2]);
    expect(order([...records, soft('act', 'confirmed', 'confirmed')])).toEqual([2, 0, 1]);
  });

  it('tells of a record known to its month alone that may fit', () => {
    const { findings, perhaps } = search(
      asking('list', [demand('framework', 'foreign')], { period: { from: '2024-11-10', to: '2024-11-20' } }),
    );
    expect(findings).toHaveLength(0);
    expect(perhaps.map(({ id }) => id)).toEqual(['2024-11-foreign']);
  });
});

describe('on a subject', () => {
  it('leads with the statement that says the very thing and commits to it', () => {
    const [first] = search(asking('what', [missiles])).findings;
    expect(first?.consultation.id).toBe('2025-03-30-defense');
    expect(first?.outcomes.map(({ index }) => index)).toEqual([1]);
  });

  it('leaves out what only touches it, but for a list of everything', () => {
    expect(ids(search(asking('what', [missiles])).findings)).not.toContain('2024-06-02-three');
    expect(ids(search(asking('list', [missiles])).findings)).toContain('2024-06-02-three');
  });

  it('finds what touches it where nothing says it', () => {
    const { findings } = search(asking('what', [missiles], { period: year(2024) }));
    expect(ids(findings)).toEqual(['2024-06-02-three']);
  });

  it('prefers one statement that holds two subjects to two that share them', () => {
    const command = about('topic', 'command', 'command and control');
    const smith = about('word', ['support'], 'support');
    const [together] = search(asking('what', [missiles, command])).findings;
    const [one] = search(asking('what', [missiles, smith])).findings;
    expect(together?.consultation.id).toBe('2025-03-30-defense');
    expect(one?.consultation.id).toBe('2025-03-05-defense');
    expect(one?.outcomes[0]?.fit).toBeGreaterThan(together?.outcomes[0]?.fit ?? 1);
  });

  it('finds a meeting by its document, with all that was said there', () => {
    const { findings } = search(asking('what', [about('word', ['laser'], 'laser')]));
    expect(ids(findings)).toEqual(['2025-03-30-defense']);
    expect(findings[0]?.outcomes).toHaveLength(2);
  });

  it('tells what nothing within the firm constraints holds, and what is there without it', () => {
    const found = search(asking('what', [demand('framework', 'foreign'), missiles]));
    expect(found.findings).toEqual([]);
    expect(found.unheld).toEqual([missiles]);
    expect(found.within.map(({ id }) => id)).toEqual(['2023-11-20-foreign', '2024-11-foreign']);
  });

  it('explains more where more of the question is held', () => {
    const held = search(asking('what', [missiles, demand('framework', 'defense')])).explained;
    const unheld = search(asking('what', [missiles, demand('framework', 'foreign')])).explained;
    const nowhere = search(asking('what', [missiles, demand('framework', 'nowhere')])).explained;
    expect(held).toBe(1);
    expect(unheld).toBeLessThan(0.3);
    expect(nowhere).toBeLessThan(unheld);
  });
});

describe('soft constraints', () => {
  it('narrow to what holds them', () => {
    const { findings, dropped } = search(asking('what', [missiles, soft('side', 'US', 'American')]));
    expect(ids(findings)).toEqual(['2025-03-05-defense']);
    expect(findings[0]?.outcomes.map(({ index }) => index)).toEqual([1, 2]);
    expect(dropped).toEqual([]);
  });

  it('are dropped, and told of, where nothing holds them', () => {
    const zeppelin = soft('word', ['zeppelin'], 'zeppelin');
    const { findings, dropped } = search(asking('what', [missiles, zeppelin]));
    expect(dropped).toEqual([zeppelin]);
    expect(ids(findings)).toEqual(ids(search(asking('what', [missiles])).findings));
  });

  it('rank only, where they are everyday words or acts that others stand for', () => {
    const stated = soft('act', 'stated', 'said');
    const { findings, dropped } = search(asking('what', [missiles, stated]));
    expect(ids(findings)).toContain('2025-03-30-defense');
    expect(dropped).toEqual([]);
    expect(ids(search(asking('list', [missiles, stated])).findings)).toEqual(['2025-03-05-defense']);
  });

  it('tell by a word which meeting is meant, and keep what else is said there on the subject', () => {
    const { findings } = search(asking('what', [missiles, soft('word', ['aegi'], 'Aegis')]));
    expect(ids(findings)).toEqual(['2025-03-05-defense']);
    expect(findings[0]?.outcomes.map(({ index }) => index)).toEqual([2, 1]);
  });

  it('leave out what the other side alone said even when dropped', () => {
    const { findings, dropped } = search(
      asking('what', [missiles, demand('consultation', '2025-03-05-defense'), soft('side', 'JP', 'Japan')]),
    );
    expect(dropped).toHaveLength(1);
    expect(findings[0]?.outcomes.map(({ index }) => index)).toEqual([2]);
  });
});

describe('order and number', () => {
  const defense = [demand('framework', 'defense')];
  const chosen = (more: Parameters<typeof asking>[2]) => ids(search(asking('when', defense, more)).chosen);

  it('choose the first, the latest, the last but one, both ends', () => {
    expect(chosen({ order: { side: 'first', skip: 0, limit: 1 } })).toEqual(['2023-10-04-defense']);
    expect(chosen({ order: { side: 'latest', skip: 0, limit: 2 } })).toEqual([
      '2025-03-30-defense',
      '2025-03-05-defense',
    ]);
    expect(chosen({ order: { side: 'latest', skip: 1, limit: 1 } })).toEqual(['2025-03-05-defense']);
    expect(chosen({ order: { side: 'both', skip: 0, limit: 1 } })).toEqual([
      '2023-10-04-defense',
      '2025-03-30-defense',
    ]);
  });

  it('count within the findings in time', () => {
    expect(chosen({ nths: [1, 3] })).toEqual(['2023-10-04-defense', '2025-03-30-defense']);
  });

  it('beyond what is on record choose nothing and leave the findings', () => {
    const { findings, chosen: none } = search(asking('yes-no', defense, { yesNo: true, nths: [4] }));
    expect(none).toEqual([]);
    expect(findings).toHaveLength(3);
  });

  it('go by the number in the title where the record does not begin with the first', () => {
    const three = [demand('framework', 'three')];
    expect(ids(search(asking('when', three, { nths: [3] })).chosen)).toEqual(['2024-06-02-three']);
    expect(search(asking('when', three, { nths: [1] })).chosen).toEqual([]);
  });
});

describe('a question put as yes or no', () => {
  const asked = (...constraints: Parameters<typeof asking>[1]) =>
    search(asking('yes-no', constraints, { yesNo: true }));

  it('finds nothing where a word of its subject stands nowhere', () => {
    const zeppelin = about('word', ['zeppelin'], 'zeppelin');
    const found = asked(missiles, zeppelin);
    expect(found.findings).toEqual([]);
    expect(found.unheld).toEqual([zeppelin]);
  });

  it('finds only meetings that hold each subject by themselves', () => {
    const command = about('topic', 'command', 'command and control');
    expect(ids(asked(missiles, command).findings)).toEqual(['2025-03-30-defense']);
  });

  it('takes no whole for its part', () => {
    const aegis = about('topic', 'missile-defense', 'Aegis', { part: true });
    expect(asked(aegis, demand('consultation', '2025-03-30-defense')).findings).toEqual([]);
    expect(asked(aegis, demand('consultation', '2025-03-05-defense')).findings).toHaveLength(1);
  });
});

describe('things asked apart', () => {
  const label = { ja: '', en: '' };

  it('are found together, each by its own constraints and time', () => {
    const { findings, within } = search(
      asking('count', [], {
        parts: [
          { label, constraints: [demand('framework', 'foreign')], period: year(2024) },
          { label, constraints: [demand('framework', 'defense')], period: year(2023) },
        ],
      }),
    );
    expect(ids(findings).sort()).toEqual(['2023-10-04-defense', '2024-11-foreign']);
    expect(within.map(({ id }) => id).sort()).toEqual(['2023-10-04-defense', '2024-11-foreign']);
  });
});

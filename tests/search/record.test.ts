import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { createSearch } from '../../src/search/search.ts';
import { about, asking, demand, year } from './fixture.ts';

const knowledge = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const { search, facts, satisfies } = createSearch(knowledge, buildLexicon(knowledge));
const summit = demand('framework', 'summit', { label: 'summit' });

describe('the record', () => {
  it('is found whole where nothing is asked', () => {
    expect(search(asking('list', [])).findings).toHaveLength(knowledge.consultations.length);
  });

  it('gives each consultation by its framework and date, and by itself', () => {
    for (const { consultation, from, to, exact } of facts.events) {
      const by = demand('framework', consultation.framework);
      const found = search(asking('list', [by], { period: { from, to } })).findings;
      expect(found.map((each) => each.consultation)).toContain(consultation);
      const itself = search(asking('what', [demand('consultation', consultation.id)])).findings;
      expect(itself.map(({ outcomes }) => outcomes.length)).toEqual([consultation.outcomes.length]);
      expect(exact).toBe(consultation.date.length > 7);
    }
  });

  it('gives each topic in either language the statements tagged with it, and more', () => {
    for (const { id, labels } of knowledge.topics.values()) {
      const tagged = facts.events.filter(({ outcomes }) => outcomes.some(({ topics }) => topics.has(id)));
      for (const label of [labels.ja, labels.en]) {
        const { findings } = search(asking('list', [about('topic', id, label)]));
        const found = new Set(findings.map(({ consultation }) => consultation));
        expect(tagged.filter(({ consultation }) => !found.has(consultation))).toEqual([]);
      }
    }
  });

  it('leads with a statement that says the topic as asked, however many meetings fit', () => {
    for (const label of ['Taiwan Strait', '台湾海峡']) {
      const [first] = search(asking('what', [about('topic', 'taiwan-strait', label)])).findings;
      expect(`${first?.outcomes[0]?.outcome.ja} ${first?.outcomes[0]?.outcome.en}`).toContain(label);
    }
  });

  it('does not hold what only shares its words', () => {
    for (const [terms, label] of [
      [['nuclear', 'shar'], 'nuclear sharing'],
      [['核', '共有'], '核共有'],
      [['whal'], 'whaling'],
      [['竹島'], '竹島'],
    ] as const) {
      const asked = about('word', terms, label);
      const found = search(asking('yes-no', [asked], { yesNo: true }));
      expect(found.findings).toEqual([]);
      expect(found.unheld).toEqual([asked]);
    }
  });

  it('knows a meeting spoken of from one held', () => {
    const asked = [about('mention', 'framework:scc', '2+2'), summit];
    const { findings } = search(
      asking('yes-no', asked, { yesNo: true, period: { from: '2025-02-01', to: '2025-02-28' } }),
    );
    expect(findings.map(({ consultation: { id } }) => id)).toEqual(['2025-02-07-summit']);
    expect(findings[0]?.outcomes.every(({ outcome }) => outcome.en.includes('2+2'))).toBe(true);
  });

  it('counts a trilateral that names nobody from its third country', () => {
    const found = search(asking('count', [demand('members', 'JP+US+KR')])).findings;
    const bare = found.filter(({ consultation: { participants } }) =>
      participants.every(({ country }) => country !== 'KR'),
    );
    expect(bare.length).toBeGreaterThan(0);
  });

  it('divides by a negated subject into meetings that mention it and meetings that do not', () => {
    const taiwan = about('topic', 'taiwan-strait', 'Taiwan');
    const all = search(asking('list', [summit])).findings.length;
    const without = search(asking('list', [summit, { ...taiwan, negated: true }])).findings;
    const silent = facts.events.filter(
      (event) => satisfies.satisfiesEvent(event, summit) === 1 && event.outcomes.length === 0,
    );
    expect(without.length).toBeGreaterThan(0);
    for (const { consultation } of without)
      expect(consultation.outcomes.filter(({ ja }) => ja.includes('台湾'))).toEqual([]);
    const event = (id: string) => facts.events.find(({ consultation }) => consultation.id === id);
    const held = search(asking('list', [summit])).findings.filter(({ consultation: { id } }) => {
      const found = event(id);
      return found !== undefined && satisfies.satisfiesEvent(found, taiwan) >= 0.5;
    });
    expect(held.length + without.length + silent.length).toBe(all);
  });

  it('shows, where nothing holds all words asked about, the statement that holds most of them', () => {
    const words = [
      demand('word', 'attack', { label: 'attack' }),
      about('word', ['satellit'], 'satellite'),
      about('word', ['treaty'], 'treaty'),
    ];
    const { findings, alike } = search(asking('yes-no', words, { yesNo: true }));
    expect(findings).toEqual([]);
    expect(alike.map(({ outcome }) => outcome.en)).toEqual([expect.stringContaining('attacks from or in space')]);
  });

  it('shows nothing alike where a statement holds only one word of several', () => {
    const { alike } = search(
      asking('what', [about('topic', 'tariffs', 'tariffs'), about('word', ['pineapple'], 'pineapple')]),
    );
    expect(alike).toEqual([]);
  });

  it('answers a fourth round that has not been held with the three that have', () => {
    const { findings, chosen } = search(asking('yes-no', [demand('framework', 'dicas')], { yesNo: true, nths: [4] }));
    expect(findings.length).toBeGreaterThanOrEqual(3);
    expect(chosen).toEqual(findings.length >= 4 ? [findings[3]] : []);
  });

  it('finds the same in a year as among all years', () => {
    const asked = [about('topic', 'north-korea', '北朝鮮')];
    const whole = search(asking('list', asked)).findings.filter(({ consultation }) =>
      consultation.date.startsWith('2024'),
    );
    const inYear = search(asking('list', asked, { period: year(2024) })).findings;
    const ids = (all: readonly { readonly consultation: { readonly id: string } }[]) =>
      all.map(({ consultation: { id } }) => id).sort();
    expect(ids(inYear)).toEqual(ids(whole));
  });
});

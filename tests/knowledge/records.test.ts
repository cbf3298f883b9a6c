import { describe, expect, it } from 'vitest';
import { inspectKnowledge } from '../../src/knowledge/inspect.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = loadKnowledge('knowledge');
const find = (id: string) => {
  const found = knowledge.consultations.find((consultation) => consultation.id === id);
  if (found === undefined) throw new Error(`${id} is not on record`);
  return found;
};

describe('the records', () => {
  it('have no faults', () => {
    expect(inspectKnowledge('knowledge').faults.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('hold at least 250 consultations since January 2021, in order of date', () => {
    expect(knowledge.consultations.length).toBeGreaterThanOrEqual(250);
    const days = knowledge.consultations.map(({ date }) => (date.length === 7 ? `${date}-01` : date.slice(0, 10)));
    expect(days).toEqual(days.toSorted());
    expect(knowledge.coverage.from).toBe('2021-01-21');
  });

  it('know who met whom on 30 March 2025, where, and how it is known', () => {
    const { participants, place, sources, outcomes } = find('2025-03-30-defense-ministerial');
    expect(participants.map(({ person }) => person)).toEqual(['nakatani-gen', 'hegseth-pete']);
    expect(place).toEqual({ ja: '東京・防衛省', en: 'Tokyo (Ministry of Defense)', country: 'JP' });
    expect(sources).toContain('mod-white-paper-2025');
    const amraam = outcomes.find(({ topics }) => topics.includes('amraam'));
    expect(amraam?.act).toBe('discussed');
    expect(amraam?.sources[0]?.locator).toEqual({ ja: '第6段落', en: 'para. 6' });
  });

  it('know on the margins of which event a meeting was held, and of none where it was only spoken of', () => {
    expect(find('2025-06-16-summit').occasion).toBe('g7-summit');
    expect(find('2024-07-28-scc').occasion).toBeUndefined();
  });

  it('hold one person under one entry, whatever the spelling', () => {
    const names = [...knowledge.people.values()].map(({ names: { ja } }) => ja);
    expect(new Set(names).size).toBe(names.length);
    expect(knowledge.people.get('kihara-minoru')?.aliases.en).toContain('Minoru Kihara');
  });

  it('give every office a post that its holders share', () => {
    const holders = (post: string) =>
      [...knowledge.people.values()]
        .filter(({ offices }) => offices.some((office) => office.post === post))
        .map(({ id }) => id);
    expect(holders('jp-defense-minister')).toEqual(
      expect.arrayContaining(['kishi-nobuo', 'hamada-yasukazu', 'kihara-minoru', 'nakatani-gen', 'koizumi-shinjiro']),
    );
    expect(holders('jp-prime-minister')).toHaveLength(4);
  });

  it('tell the two spells of one office apart', () => {
    const offices = knowledge.people.get('motegi-toshimitsu')?.offices ?? [];
    expect(offices.filter(({ post }) => post === 'jp-foreign-minister')).toHaveLength(2);
  });

  it('keep both sides of a meeting apart from the trilateral held with it', () => {
    expect(find('2022-08-04-foreign-ministerial-exchange').participants.map(({ country }) => country)).toEqual([
      'JP',
      'US',
    ]);
    expect(find('2022-08-04-trilateral-australia-foreign').participants.map(({ country }) => country)).toContain('AU');
  });

  it('explain every framework, topic and document with a source', () => {
    for (const { definition } of [
      ...knowledge.frameworks.values(),
      ...knowledge.topics.values(),
      ...knowledge.documents.values(),
    ]) {
      for (const { sources } of definition) expect(knowledge.sources.has(sources[0]?.source ?? '')).toBe(true);
    }
  });

  it('tell a reader where the white paper sends them', () => {
    const text =
      knowledge.documents
        .get('defense-white-paper-2025')
        ?.definition.map(({ ja }) => ja)
        .join('') ?? '';
    for (const part of ['図表III-2-1-1', '資料26', '資料27', '資料28']) expect(text).toContain(part);
  });

  it('describe the white paper’s references one by one, within it', () => {
    const parts = [...knowledge.documents.values()].filter(({ partOf }) => partOf === 'defense-white-paper-2025');
    for (const name of ['図表III-2-1-1', '資料26', '資料27', '資料28'])
      expect(parts.some(({ names }) => names.ja.startsWith(name))).toBe(true);
    expect(knowledge.documents.get('defense-white-paper-2025')?.sources).toEqual(['mod-white-paper-2025']);
  });

  it('say what stands above the SDC, who sits on the 2+2 and on what it rests', () => {
    expect(knowledge.frameworks.get('sdc')?.under).toBe('scc');
    const scc = knowledge.frameworks.get('scc');
    expect(scc?.sides.flatMap(({ posts }) => posts)).toEqual([
      'jp-foreign-minister',
      'jp-defense-minister',
      'us-secretary-of-state',
      'us-secretary-of-defense',
    ]);
    expect(scc?.facts.map(({ aspect }) => aspect)).toEqual(expect.arrayContaining(['purpose', 'basis', 'structure']));
  });

  it('tell of every framework what kind of table it is, and of which countries', () => {
    const tables = new Set(
      [...knowledge.frameworks.values()].map(({ kind, countries }) => `${kind} ${countries.join('+')}`),
    );
    expect(tables.size).toBe(knowledge.frameworks.size);
    expect(tables).toContain('foreign-ministers JP+US+KR');
  });

  it('explain what has a name of its own within a topic', () => {
    const parts = [...knowledge.topics.values()].flatMap((topic) => topic.parts);
    for (const name of [
      'フリーダム・エッジ',
      'GPI',
      'SM-3',
      'PAC-3',
      'タイフォン',
      'トマホーク',
      'MQ-9',
      'FMCTフレンズ',
    ]) {
      expect(parts.find(({ ja }) => ja.includes(name))?.definition?.length).toBeGreaterThan(0);
    }
  });

  it('say through which day their sources were read', () => {
    expect(knowledge.readThrough.get('official-pages')?.through).toBe('2026-03-20');
  });
});

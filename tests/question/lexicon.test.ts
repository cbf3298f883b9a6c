import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { complete } from '../../src/lexicon/complete.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { interpreter } from './table.ts';

const { lexicon } = interpreter;
const linked = (text: string) =>
  lexicon
    .link(text)
    .map((link) => [text.slice(link.start, link.end), link.entities.map((one) => `${one.kind}:${one.id}`)]);

describe('linking', () => {
  it('takes the longest name first', () => {
    expect(linked('拡大抑止協議と拡大抑止')).toEqual([
      ['拡大抑止協議', ['framework:extended-deterrence-dialogue']],
      ['拡大抑止', ['topic:extended-deterrence']],
    ]);
  });

  it.each(['2+2', '２＋２', '2プラス2', '２プラス２', 'two-plus-two', 'Two Plus Two', 'SCC', '日米「2+2」'])(
    'knows the 2+2 as %s',
    (text) => {
      expect(linked(text).flatMap(([, ids]) => ids)).toEqual(['framework:scc']);
    },
  );

  it.each([
    '石破首相',
    '石破総理',
    '石破総理大臣',
    'PM Ishiba',
    'Prime Minister Ishiba',
    'ISHIBA Shigeru',
    'Shigeru Ishiba',
    'いしばしげる',
    'イシバ',
  ])('knows one person as %s', (text) => {
    expect(linked(text)).toEqual([[text, ['person:ishiba-shigeru']]]);
  });

  it.each(['AMRAAM', 'amraam', 'アムラーム', 'アムラム', 'ＡＭＲＡＡＭ', 'AMRAAMs'])(
    'knows one topic as %s',
    (text) => {
      expect(linked(text)).toEqual([[text, ['topic:amraam']]]);
    },
  );

  it('finds whatever has a name by that name without its bracketed part', () => {
    const knowledge = loadKnowledge(resolve(import.meta.dirname, '../../knowledge'));
    const { link } = buildLexicon(knowledge);
    const named = [
      ...[...knowledge.topics.values()].map(({ id, labels }) => ({ id, names: labels })),
      ...[...knowledge.frameworks.values(), ...knowledge.documents.values()],
    ];
    const missed = named.flatMap(({ id, names }) =>
      [names.ja, names.en]
        .map((name) => name.replace(/\s*[(\uFF08][^)\uFF09]*[)\uFF09]$/u, ''))
        .filter((name) => !link(name).some((each) => each.entities.some((one) => one.id === id))),
    );
    expect(missed).toEqual([]);
  });

  it('gives offsets into the text as typed', () => {
    const text = '【ﾍｸﾞｾｽ長官】と“Hegseth”';
    expect(linked(text).map(([written]) => written)).toEqual(['ﾍｸﾞｾｽ長官', 'Hegseth']);
  });

  it('does not find a name inside another word', () => {
    expect(linked('Trumpet cyberpunk レベル summitry')).toEqual([]);
  });

  it('needs a capital for the country "US"', () => {
    expect(linked('tell us')).toEqual([]);
    expect(linked('the US').map(([, ids]) => ids)).toEqual([['country:US']]);
  });
});

describe('completion', () => {
  it.each([
    ['heg', 'person', 'en', 'Pete Hegseth'],
    ['heg', 'person', 'ja', 'ピート・ヘグセス'],
    ['なか', 'person', 'ja', '中谷元'],
    ['naka', 'person', 'ja', '中谷元'],
    ['アム', 'topic', 'en', 'AMRAAM'],
    ['2', 'framework', 'en', 'Security Consultative Committee (2+2)'],
    ['what did heg', 'question', 'en', 'what did Pete Hegseth'],
    ['石破とトラ', 'question', 'ja', '石破とドナルド・トランプ'],
  ] as const)('of %s as %s in %s offers %s first', (typed, kind, language, value) => {
    expect(complete(lexicon, typed, kind, language, 5)[0]?.value).toBe(value);
  });

  it('offers the most frequent when nothing is typed, at most as many as asked for', () => {
    expect(complete(lexicon, '', 'framework', 'en', 2).map((one) => one.value)).toEqual([
      'Japan–U.S. Summit Meeting',
      'Security Consultative Committee (2+2)',
    ]);
  });

  it('offers names that link back to what they name', () => {
    for (const { value } of complete(lexicon, '', 'person', 'ja', 25)) expect(linked(value)).toHaveLength(1);
  });

  it('offers nothing for what begins no name', () => {
    expect(complete(lexicon, '<script>', 'question', 'en', 5)).toEqual([]);
  });
});

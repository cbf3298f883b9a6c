import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { complete, nameAtEnd } from '../../src/lexicon/complete.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';

const knowledge = loadKnowledge(resolve(import.meta.dirname, '../../knowledge'));
const lexicon = buildLexicon(knowledge);
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
    ['髙市総理', 'takaichi-sanae'],
    ['山﨑幸二統幕長', 'yamazaki-koji'],
    ['山嵜幸二統幕長', 'yamazaki-koji'],
    ['𠮷田圭秀', 'yoshida-yoshihide'],
    ['𠮷\u{e0100}田圭秀', 'yoshida-yoshihide'],
    ['濱田防衛相', 'hamada-yasukazu'],
    ['濵田防衞相', 'hamada-yasukazu'],
    ['河邊賢裕', 'kobe-yasuhiro'],
    ['河辺賢裕', 'kobe-yasuhiro'],
    ['深沢雅貴', 'fukasawa-masaki'],
    ['小泉進次郞', 'koizumi-shinjiro'],
    ['中谷󠄁元', 'nakatani-gen'],
    ['巖屋外相', undefined],
    ['Heg\u200bseth', 'hegseth-pete'],
    ['Heg\u00adseth', 'hegseth-pete'],
    ['高\u2060市総理', 'takaichi-sanae'],
    ['Ⓗⓔⓖⓢⓔⓣⓗ', 'hegseth-pete'],
  ])('knows a person however the name is written: %s', (text, id) => {
    const people = lexicon.link(text).flatMap(({ entities }) => entities.map((one) => one.id));
    expect(people).toEqual(
      id === undefined ? expect.not.arrayContaining(['iwaya-takeshi']) : expect.arrayContaining([id]),
    );
  });

  it.each(['國防長官', '⻑官', '防衞省', '日米安全保障條約', '沖繩'])('knows %s in its old or copied form', (text) => {
    expect(lexicon.link(text).length + (text === '⻑官' ? 1 : 0)).toBeGreaterThan(0);
  });

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

  it.each([
    ['Biden Joseph', 'biden-joseph'],
    ['Brown CQ', 'brown-charles'],
    ['Lloyd Austin', 'austin-lloyd'],
    ['Marcos Ferdinand', 'marcos-ferdinand'],
  ])('knows %s in either order, without what stands between or after the names', (text, id) => {
    expect(linked(text)).toEqual([[text, [`person:${id}`]]]);
  });

  it.each(['AMRAAM', 'amraam', 'アムラーム', 'アムラム', 'ＡＭＲＡＡＭ', 'AMRAAMs'])(
    'knows one topic as %s',
    (text) => {
      expect(linked(text)).toEqual([[text, ['topic:amraam']]]);
    },
  );

  it('finds whatever has a name by that name without its bracketed part', () => {
    const { link } = lexicon;
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

describe('what a link tells beyond the entity', () => {
  it.each([
    ['Tomahawk', 'counterstrike', true],
    ['トマホーク', 'counterstrike', true],
    ['反撃能力', 'counterstrike', false],
    ['JJOC', 'command-and-control', true],
    ['Strait of Hormuz', 'maritime-security', true],
  ] as const)('%s names a part of %s: %s', (text, topic, isPart) => {
    const [link] = lexicon.link(text);
    expect(link?.entities).toContainEqual({ kind: 'topic', id: topic });
    expect(link?.part?.topic === topic).toBe(isPart);
    expect(lexicon.isPart(text, [topic])).toBe(isPart);
  });

  it('gives a part with all its names and what explains it', () => {
    const part = lexicon.partNamed('joint force HQ', ['command-and-control']);
    expect(part?.en).toContain('Joint Force Headquarters');
    expect(part?.definition?.[0]?.ja).toContain('統合軍司令部');
    expect(lexicon.partNamed('Tomahawks', ['counterstrike'])?.ja).toContain('トマホーク');
  });

  it('knows the holders of a post on all sides as their meeting, of two and of more', () => {
    expect(linked('日米の首脳')).toEqual([['日米の首脳', ['framework:summit']]]);
    expect(linked('日米韓の首脳')).toEqual([['日米韓の首脳', ['framework:trilateral-rok-summit']]]);
    expect(linked('日米豪比の防衛相')).toEqual([['日米豪比の防衛相', ['framework:quadrilateral-defense']]]);
  });

  it.each([
    ['日中', 'members:JP+CN'],
    ['米露', 'members:US+RU'],
    ['日中韓', 'members:JP+CN+KR'],
    ['日米韓', 'members:JP+US+KR'],
  ])('%s is a combination, whether or not it is a table', (text, entity) => {
    expect(linked(text).flatMap(([, ids]) => ids)).toContain(entity);
  });

  it.each([
    ['China', ['topic:china', 'outsider:CN']],
    ['EU', ['outsider:EU']],
    ['G7', ['group:g7', 'occasion:g7-summit', 'occasion:g7-foreign-ministers', 'occasion:g7-defense-ministers']],
    ['France', ['country:FR']],
  ] as const)('%s is one of those who are spoken of', (text, entities) => {
    expect(linked(text)[0]?.[1]).toEqual(entities);
  });

  it('knows whose government a place stands for', () => {
    for (const [name, country] of [
      ['Washington', 'US'],
      ['the Pentagon', 'US'],
      ['Canberra', 'AU'],
      ['官邸', 'JP'],
    ] as const) {
      const ids = lexicon.link(name).flatMap(({ entities }) => entities.map(({ id }) => id));
      expect(ids.flatMap((id) => lexicon.governments.get(id) ?? [])).toContain(country);
    }
  });

  it('finds what lies within a place', () => {
    const { spellings } = lexicon.places;
    expect(spellings.get('hawaii')).toContain('Camp H. M. Smith, Hawaii');
    expect(spellings.get('honolulu')).not.toContain('Hawaii');
    expect(spellings.get('tokyo')).toContain('Tokyo (Ministry of Defense)');
    expect(spellings.get('ministry-of-foreign-affairs')).toEqual(['Tokyo (Ministry of Foreign Affairs)']);
    expect(spellings.get('europe')).toContain('Munich, Germany');
  });

  it.each([
    ['防衛相電話会談', ['office:jp-defense-minister', 'format:telephone']],
    ['Camp David summit', ['place:camp-david']],
    ['日米首脳会談', []],
  ])('%s holds formats, places and posts', (text, expected) => {
    expect(lexicon.parts(text).map(({ kind, id }) => `${kind}:${id}`)).toEqual(expected);
  });

  it.each([
    [
      'the defense minister',
      ['office:au-defence-minister', 'office:jp-defense-minister', 'office:kr-defense-minister'],
    ],
    ['国務長官', ['office:us-secretary-of-state']],
    ['外相', ['office:au-foreign-minister', 'office:jp-foreign-minister', 'office:kr-foreign-minister']],
  ])('%s names the posts that are called so', (text, posts) => {
    expect(linked(text).flatMap(([, ids]) => ids)).toEqual(expect.arrayContaining(posts));
  });
});

describe('completion', () => {
  it.each([
    ['heg', 'person', 'en', 'Pete Hegseth'],
    ['heg', 'person', 'ja', 'ピート・ヘグセス'],
    ['なか', 'person', 'ja', '中谷元'],
    ['naka', 'person', 'ja', '中谷元'],
    ['アム', 'topic', 'en', 'AMRAAM'],
    ['2', 'framework', 'en', 'Japan–U.S. Security Consultative Committee (“2+2”)'],
  ] as const)('of %s as %s in %s offers %s first', (typed, kind, language, value) => {
    expect(complete(lexicon, typed, kind, language, 5)[0]?.value).toBe(value);
  });

  it('offers the most frequent when nothing is typed, at most as many as asked for', () => {
    const meetings = new Map<string, number>();
    for (const { framework } of knowledge.consultations) meetings.set(framework, (meetings.get(framework) ?? 0) + 1);
    const most = [...meetings].sort(([, a], [, b]) => b - a).slice(0, 2);
    expect(complete(lexicon, '', 'framework', 'en', 2).map((one) => one.value)).toEqual(
      most.map(([id]) => knowledge.frameworks.get(id)?.names.en),
    );
  });

  it('offers names that link back to what they name', () => {
    for (const { value } of complete(lexicon, '', 'person', 'ja', 25)) expect(linked(value)).toHaveLength(1);
  });

  it.each([
    ['what did heg', 'Pete Hegseth'],
    ['石破とトラ', 'Donald Trump'],
  ])('knows what “%s” ends in the beginning of', (typed, name) => {
    expect(nameAtEnd(lexicon, typed)?.named[0]?.label.en).toContain(name);
  });

  it('offers nothing for what begins no name', () => {
    expect(complete(lexicon, '<script>', 'person', 'en', 5)).toEqual([]);
    expect(nameAtEnd(lexicon, '<script>')).toBeUndefined();
  });
});

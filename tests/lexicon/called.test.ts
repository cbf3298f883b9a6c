import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = buildLexicon(loadKnowledge(resolve(import.meta.dirname, '../../knowledge')));

/** What a text names, when it is one name from end to end. */
const named = (text: string) =>
  lexicon.link(text).map(({ start, end, entities }) => [
    text.slice(start, end),
    entities
      .map(({ kind, id }) => `${kind}:${id}`)
      .sort()
      .join(' '),
  ]);

const POSTS: Readonly<Record<string, readonly string[]>> = {
  'jp-prime-minister': ['PM', 'prime min', 'Japan’s leader', 'leader of Japan', '日本の総理'],
  'jp-foreign-minister': ['head of MOFA', '外務省のトップ'],
  'jp-defense-minister': ['Japan’s defence chief', '防衛省のトップ'],
  'jp-economy-minister': ['METI minister', '経産相', '経産大臣'],
  'jp-national-security-secretariat-head': [
    'NSS chief',
    'head of the National Security Secretariat',
    '安保局長',
    'NSS局長',
    '国家安全保障局のトップ',
  ],
  'jp-vice-minister-of-defense': [
    'top civilian defence bureaucrat',
    'vice defence minister',
    '防衛次官',
    '防衛省の事務次官',
  ],
  'jp-chief-of-staff-joint-staff': ['head of the SDF', 'JSO chief', '自衛隊のトップ', '統幕長'],
  'us-president': ['POTUS', 'American president', '米大統領', 'アメリカ大統領'],
  'us-vice-president': ['VP', 'VPOTUS', 'veep', '米副大統領'],
  'us-secretary-of-defense': ['SecDef', 'defence sec', 'sec of war', 'Pentagon boss', '国防総省のトップ', '米戦争長官'],
  'us-secretary-of-state': ['SecState', 'sec of state', 'head of the State Department', '国務省のトップ'],
  'us-deputy-secretary-of-defense': ['DepSecDef', '米国防副長官'],
  'us-chief-of-naval-operations': ['CNO', 'head of the American navy', 'US Navy chief', '米海軍のトップ'],
  'us-chairman-joint-chiefs-of-staff': ['head of the US military', 'top US general', '米軍トップ', '統参議長'],
  'us-forces-japan-commander': ['USFJ chief', 'head of US forces in Japan', '在日米軍のトップ'],
  'us-indopacom-commander': ['INDOPACOM chief', 'top American commander in the Pacific', 'インド太平洋軍のトップ'],
  'us-ambassador-to-japan': ['America’s ambassador', 'US ambassador in Tokyo', '米大使'],
  'us-charge-daffaires-japan': ['American chargé', 'acting US ambassador', '代理大使'],
  'us-representative-to-the-un': ['UN ambassador', 'US ambassador to the UN', '米国連大使'],
  'kr-defense-minister': ['ROK defense minister', '韓国国防相'],
  'au-defence-minister': ['Aussie defence minister', '豪国防相'],
  'ph-president': ['Philippine leader', '比大統領'],
};

const SHARED: readonly (readonly [text: string, posts: readonly string[]])[] = [
  ['defmin', ['au-defence-minister', 'jp-defense-minister', 'kr-defense-minister', 'ph-defense-secretary']],
  [
    'NSA',
    [
      'jp-national-security-secretariat-head',
      'kr-national-security-director',
      'ph-national-security-advisor',
      'us-national-security-advisor',
    ],
  ],
  ['trade minister', ['jp-economy-minister', 'us-secretary-of-commerce']],
  ['administrative vice minister', ['jp-vice-minister-for-foreign-affairs', 'jp-vice-minister-of-defense']],
];

const OTHERS: readonly (readonly [text: string, named: string])[] = [
  ...['MOD', 'Ichigaya', '市ヶ谷'].map((text) => [text, 'place:ministry-of-defense'] as const),
  ...['MOFA', 'Kasumigaseki', '霞ヶ関'].map((text) => [text, 'place:ministry-of-foreign-affairs'] as const),
  ...['METI', '経産省'].map((text) => [text, 'place:ministry-of-economy'] as const),
  ...['Kantei', 'Nagatacho', '永田町'].map((text) => [text, 'place:prime-ministers-office'] as const),
  ...['DoD', 'OSD', 'Department of War', '戦争省'].map((text) => [text, 'place:pentagon'] as const),
  ...['Foggy Bottom', 'State Dept'].map((text) => [text, 'place:state-department'] as const),
  ...['Blue House', '青瓦台', '韓国大統領府'].map((text) => [text, 'place:blue-house'] as const),
  ...['Malacañang', 'Malacanang', 'マラカニアン'].map((text) => [text, 'place:malacanang'] as const),
  ...['Capitol Hill', 'the Capitol'].map((text) => [text, 'place:capitol'] as const),
  ['Mar-a-Lago', 'place:mar-a-lago'],
  ['USG', 'country:US'],
  ['米政府', 'country:US'],
  ['GOJ', 'country:JP'],
  ...['telcon', 'telcons', 'phonecon', 'phone meeting', '電話会合', 'テレコン'].map(
    (text) => [text, 'format:telephone'] as const,
  ),
  ...['vidcon', 'Zoom call', 'on Zoom', 'remotely', 'リモート', 'テレ会談', 'Web会議'].map(
    (text) => [text, 'format:video'] as const,
  ),
  ['teleconference', 'format:telephone format:video'],
  ...['f2f', 'IRL', 'physical meeting'].map((text) => [text, 'format:in-person'] as const),
  ...['trilat', 'trilats'].map((text) => [text, 'level:trilateral'] as const),
  ...['bilat', 'bilats', 'バイ会談'].map((text) => [text, 'level:bilateral'] as const),
  ...['foreign mins', 'formins'].map((text) => [text, 'framework:foreign-ministerial'] as const),
  ...['defence mins', 'def mins'].map((text) => [text, 'framework:defense-ministerial'] as const),
];

const TOPICS: readonly (readonly [text: string, topic: string])[] = [
  ...['IT workers', 'programmers', 'IT労働者', 'プログラマー'].map((text) => [text, 'north-korea'] as const),
  ...['spy satellites', '衛星打ち上げ'].map((text) => [text, 'north-korea'] as const),
  ...['kidnapped Japanese', 'families of the abducted', '拉致家族'].map((text) => [text, 'abductions'] as const),
  ...['poorer countries', 'help for poorer countries', 'ODA', '途上国'].map((text) => [text, 'development'] as const),
  ...['Fukushima', 'fish ban', '汚染水', '水産物の禁輸'].map((text) => [text, 'treated-water'] as const),
  ...['burden sharing', 'cost of the troops', '米軍駐留費'].map((text) => [text, 'host-nation-support'] as const),
  ...['fixing ships', '艦船修理'].map((text) => [text, 'co-sustainment'] as const),
  ...['hitting enemy bases', '敵基地攻撃'].map((text) => [text, 'counterstrike'] as const),
  ...['2% target', '2%目標'].map((text) => [text, 'defense-budget'] as const),
  ...['car tariffs', '自動車関税'].map((text) => [text, 'tariffs'] as const),
  ...['moon landing', 'astronauts', '月面着陸', '宇宙飛行士'].map((text) => [text, 'space'] as const),
  ...['war games', 'tabletop exercises', '机上演習'].map((text) => [text, 'exercises'] as const),
  ...['Indo-Pacific', 'インド太平洋'].map((text) => [text, 'foip'] as const),
];

describe('a topic', () => {
  it.each(TOPICS)('is known as %s', (text, topic) => {
    expect(named(text)).toEqual([[text, `topic:${topic}`]]);
  });
});

describe('a post', () => {
  it.each(Object.entries(POSTS).flatMap(([id, texts]) => texts.map((text) => [text, id] as const)))(
    'is known as %s',
    (text, id) => {
      expect(named(text)).toEqual([[text, `office:${id}`]]);
    },
  );

  it.each(SHARED)('shares the name %s with others', (text, posts) => {
    expect(named(text)).toEqual([[text, posts.map((id) => `office:${id}`).join(' ')]]);
  });
});

describe('a ministry, capital or form of meeting', () => {
  it.each(OTHERS)('is known as %s', (text, id) => {
    expect(named(text)).toEqual([[text, id]]);
  });
});

describe('short names', () => {
  it.each(['press conference', 'remote islands', 'FMS sales', 'who was in charge', 'no longer'])(
    'are not found in %s',
    (text) => {
      expect(named(text).filter(([, id]) => id?.includes('office:') || id?.includes('format:'))).toEqual([]);
    },
  );
});

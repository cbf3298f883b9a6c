import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Surface, surface } from './surface.ts';

const FORMATS: readonly (readonly [string, readonly string[]])[] = [
  [
    'telephone',
    [
      '電話会談',
      '電話協議',
      '電話会議',
      '電話',
      'でんわ',
      'by phone',
      'by telephone',
      'over the phone',
      'on the phone',
      'phone call',
      'calls',
      'call between',
      'call with',
      'phone calls',
      'telephone call',
      'telephone calls',
      'phone talks',
      'phone talk',
      'telephone talks',
      'telephone talk',
      'phone conversation',
      'telephone',
      'phone',
    ],
  ],
  [
    'video',
    [
      'テレビ会談',
      'テレビ会議',
      'ビデオ会談',
      'ビデオ会議',
      'オンライン会談',
      'オンライン会合',
      'オンライン',
      'テレビ電話',
      'テレビ',
      'by video',
      'video conference',
      'video conferences',
      'videoconference',
      'video call',
      'video calls',
      'video talks',
      'video',
      'vtc',
      'virtual',
      'virtually',
      'online',
    ],
  ],
  [
    'in-person',
    ['対面', '対面形式', '対面会談', 'in person', 'in-person', 'face to face', 'face-to-face', 'physically'],
  ],
];

const LEVELS: readonly (readonly [string, readonly string[]])[] = [
  [
    'leaders',
    [
      '首脳級',
      '首脳レベル',
      '首脳',
      'leaders',
      'leader level',
      'leader-level',
      'leaders level',
      'head of government level',
    ],
  ],
  [
    'ministers',
    [
      '閣僚級',
      '閣僚レベル',
      '閣僚',
      '大臣級',
      '大臣レベル',
      'ministers',
      'ministerial',
      'ministerial level',
      'ministerial-level',
      'minister level',
      'cabinet level',
      'cabinet-level',
    ],
  ],
  [
    'officials',
    [
      '事務レベル',
      '事務方',
      '実務者',
      '実務者協議',
      '実務者級',
      '局長級',
      '審議官級',
      '高官',
      'working level',
      'working-level',
      'officials',
      'senior officials',
      'official level',
      'working group level',
    ],
  ],
  [
    'military',
    [
      '制服組',
      '制服',
      '軍同士',
      '軍種間',
      '軍トップ',
      '参謀総長級',
      'uniformed',
      'uniformed military',
      'military meetings',
      'military consultations',
      'uniformed leaders',
      'uniformed chiefs',
      'military chiefs',
      'military talks',
      'military leaders',
      'military to military',
      'military-to-military',
      'top brass',
      'chiefs of defense',
      'military level',
    ],
  ],
  [
    'trilateral',
    [
      '三か国',
      '三カ国',
      '三ヶ国',
      '3か国',
      '3カ国',
      '3ヶ国',
      '三国',
      '三者',
      'trilateral',
      'trilaterals',
      'trilaterally',
      'three-way',
      'three way',
      'three-country',
      'three country',
    ],
  ],
];

/** One-character country names, as combined in 日米韓. */
export const COUNTRY_LETTERS: Readonly<Record<string, string>> = {
  JP: '日',
  US: '米',
  KR: '韓',
  AU: '豪',
  PH: '比',
  IN: '印',
  GB: '英',
};

/** Japanese for going to a country, beyond 訪 and its letter. */
const VISITS: readonly (readonly [string, readonly string[]])[] = [
  ['US', ['訪米', '渡米', '米国訪問', '米国公式訪問', 'アメリカ訪問', '対米訪問']],
  ['JP', ['訪日', '来日', '日本訪問']],
  ['KR', ['訪韓', '韓国訪問']],
  ['AU', ['訪豪', '豪州訪問', 'オーストラリア訪問']],
  ['PH', ['訪比', 'フィリピン訪問']],
];

/** Formats, levels, visits, and countries alone and combined. */
export function fixedSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const surfaces: Surface[] = [];
  for (const [id, forms] of FORMATS) for (const form of forms) surfaces.push(surface(form, { kind: 'format', id }));
  for (const [id, forms] of LEVELS) for (const form of forms) surfaces.push(surface(form, { kind: 'level', id }));
  for (const [id, forms] of VISITS) for (const form of forms) surfaces.push(surface(form, { kind: 'visit', id }));
  surfaces.push(...countrySurfaces(knowledge), ...combinationSurfaces(knowledge));
  return surfaces;
}

/** Country names in daily use beyond the records' own; each only if the country is on record. */
const COUNTRY_FORMS: Readonly<Record<string, readonly string[]>> = {
  JP: ['JP', 'JPN', 'Japan', 'Japanese', '日本', '日本国', '我が国', '日側', '日本側'],
  US: [
    'United States',
    'United States of America',
    'America',
    'American',
    'USA',
    'US',
    'U.S.',
    'the States',
    '米国',
    'アメリカ',
    '合衆国',
    '米側',
    '米国側',
    'アメリカ側',
  ],
  KR: [
    'KR',
    'KOR',
    'South Korea',
    'South Korean',
    'Republic of Korea',
    'ROK',
    'Korea',
    'Korean',
    '韓国',
    '大韓民国',
    '韓国側',
    '韓側',
  ],
  AU: ['AU', 'AUS', 'Australia', 'Australian', 'Aus', '豪州', 'オーストラリア', '豪国', '豪側'],
  PH: ['PH', 'PHL', 'Philippines', 'the Philippines', 'Philippine', 'Filipino', 'フィリピン', '比国', '比側'],
  IN: ['India', 'Indian', 'インド'],
  GB: ['United Kingdom', 'Britain', 'British', 'UK', '英国', 'イギリス'],
};

function countrySurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const surfaces: Surface[] = [];
  for (const country of knowledge.countries.values()) {
    const forms = new Set([
      country.names.ja,
      country.names.en,
      country.short?.ja ?? '',
      country.short?.en ?? '',
      ...country.aliases.ja,
      ...country.aliases.en,
      ...(COUNTRY_FORMS[country.id] ?? []),
    ]);
    for (const form of forms) {
      if (form.length < 2) continue;
      // "us" is a word; "uk" and "rok" are nothing else.
      const cased = /^[A-Za-z.]{2,4}$/.test(form) && form === form.toUpperCase() && form !== 'ROK' && form !== 'UK';
      surfaces.push(
        surface(form, { kind: 'country', id: country.id }, { rule: cased || form === 'Aus' ? 'cased' : 'plain' }),
      );
    }
  }
  return surfaces;
}

/** 日米韓, 日豪米, 日米豪比 … and the pairs 日韓, 米豪 …, in every order people use. */
function combinationSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const third = [...knowledge.countries.keys()].filter((id) => id !== 'JP' && id !== 'US' && COUNTRY_LETTERS[id]);
  const surfaces: Surface[] = [];
  const add = (codes: readonly string[]) => {
    const text = codes.map((code) => COUNTRY_LETTERS[code] ?? '').join('');
    surfaces.push(surface(text, { kind: 'members', id: codes.join('+') }));
  };
  for (const one of third) {
    for (const text of latinCombinations(one)) surfaces.push(surface(text, { kind: 'members', id: `JP+US+${one}` }));
    for (const order of permutations(['JP', 'US', one])) add(order);
    add(['JP', one]);
    add(['US', one]);
    for (const other of third) {
      if (other === one) continue;
      for (const order of permutations(['US', one, other])) add(['JP', ...order]);
      for (const fifth of third) {
        if (fifth !== one && fifth !== other) add(['JP', 'US', one, other, fifth]);
      }
    }
  }
  return surfaces;
}

/** Codes as people shorten countries; in small letters they are names only side by side: jp-us-ph. */
const LATIN_CODES: Readonly<Record<string, readonly string[]>> = {
  JP: ['jp', 'jpn', 'japan'],
  US: ['us', 'usa'],
  KR: ['kr', 'rok', 'kor', 'korea'],
  AU: ['au', 'aus', 'australia'],
  PH: ['ph', 'phl', 'phil', 'philippines'],
};

function latinCombinations(third: string): readonly string[] {
  const [japan = [], america = [], other = []] = [LATIN_CODES.JP, LATIN_CODES.US, LATIN_CODES[third]];
  return japan.flatMap((a) => america.flatMap((b) => other.flatMap((c) => [`${a}-${b}-${c}`, `${b}-${a}-${c}`])));
}

function permutations(codes: readonly string[]): readonly (readonly string[])[] {
  if (codes.length <= 1) return [codes];
  return codes.flatMap((code, index) =>
    permutations([...codes.slice(0, index), ...codes.slice(index + 1)]).map((rest) => [code, ...rest]),
  );
}

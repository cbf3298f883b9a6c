import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Surface, surface } from './surface.ts';

/** What groups the frameworks of the two defense ministries. */
const DEFENSE: readonly string[] = [
  '防衛分野',
  '防衛分野の協議',
  '防衛当局間',
  '防衛当局間の協議',
  '防衛関係の協議',
  'defense-related meetings',
  'defense-related consultations',
  'defense field',
  'defense track',
];

/** Of whichever third country. */
const THREE_LEADERS: readonly string[] = ['trilateral leaders', 'three leaders', '三か国の首脳', '三首脳'];
const THREE_DEFENSE: readonly string[] = [
  'three defense ministers',
  'three defence ministers',
  '三か国の防衛相',
  '3か国の防衛相',
];

/** Everyday ways to name a framework beyond its own names and aliases; each only if that framework is on record. */
const FRAMEWORK_FORMS: Readonly<Record<string, readonly string[]>> = {
  'national-security-advisors': [
    'NSA level',
    'NSA-level talks',
    'NSA meeting',
    'NSA meetings',
    'national security advisors',
    'national security adviser talks',
    '安保局長級',
  ],
  'trilateral-rok-national-security': ['安保室長協議', '安保室長会合', '安保室長級', '安保局長級'],
  summit: [
    '首脳会談',
    '首脳会合',
    '首脳電話会談',
    'サミット',
    '首脳間',
    'summit',
    'summit meeting',
    'leaders meeting',
    "leaders' meeting",
    'summit talks',
    'leaders talks',
  ],
  scc: [
    '2+2',
    '2プラス2',
    'ツープラスツー',
    'ツー・プラス・ツー',
    '二プラス二',
    '2たす2',
    '日米2+2',
    '外務防衛担当閣僚会合',
    '外務・防衛閣僚協議',
    '安全保障協議委員会',
    'two plus two',
    '2 plus 2',
    '2-plus-2',
    'two+two',
    '2 + 2',
    'SCC',
    'security consultative committee',
    'foreign and defense ministers meeting',
  ],
  'defense-ministerial': [
    '防衛相会談',
    '防衛大臣会談',
    '防衛首脳会談',
    '防衛相会合',
    '防衛閣僚会談',
    '防衛相電話会談',
    '国防相会談',
    '国防相会合',
    'defense ministerial',
    'defence ministerial',
    'defense ministers meeting',
    'defence ministers meeting',
    "defense ministers' talks",
    'defense ministers talks',
    'defense minister meeting',
    'defence minister meeting',
    'defense ministers',
    'defence ministers',
    'defense chiefs',
    'defense chiefs meeting',
    'defense talks',
    'defense meeting',
    'defense mtg',
    'defence meeting',
    'defense ministerials',
    'DMM',
    ...DEFENSE,
  ],
  'foreign-ministerial': [
    '外相会談',
    '外務大臣会談',
    '外相会合',
    '外相電話会談',
    '外相間',
    'foreign ministerial',
    'foreign ministers meeting',
    "foreign ministers' talks",
    'foreign ministers talks',
    'foreign minister meeting',
    'foreign ministers',
    'top diplomats',
    'foreign ministerials',
  ],
  'vice-foreign-ministerial': [
    '次官協議',
    '次官級協議',
    '次官級会談',
    '次官級',
    '次官会談',
    '事務次官協議',
    '外務次官協議',
    '次官電話会談',
    'vice ministerial',
    'vice-ministerial meeting',
    'vice ministers',
    'vice ministers meeting',
    "vice-ministers' meeting",
    'vice foreign ministers meeting',
    'vice-ministerial talks',
  ],
  'chiefs-of-staff': [
    '統幕長会談',
    '参謀総長等会議',
    '制服組トップ会談',
    '統合幕僚長会談',
    '参謀長会談',
    'chiefs of staff',
    'chiefs of staff meeting',
    'chiefs meeting',
    'chiefs of defense meeting',
    'joint chiefs meeting',
    'tri-chod',
    'chod',
  ],
  'extended-deterrence-dialogue': [
    '拡大抑止協議',
    '拡大抑止対話',
    'EDD',
    'extended deterrence dialogue',
    'extended deterrence dialog',
    'extended deterrence consultations',
  ],
  dicas: ['DICAS', 'ダイキャス', 'ディカス', ...DEFENSE, '防衛産業協力・取得・維持整備定期協議', 'DICAS forum'],
  'defense-vice-ministerial': [...DEFENSE],
  'quadrilateral-defense': [
    'four-way',
    'four-way defense meeting',
    'quadrilateral',
    '4か国防衛相会談',
    '四か国防衛相会談',
    'four defense ministers',
    'four defence ministers',
    '四か国の防衛相',
    '4か国の防衛相',
  ],
  'five-country-defense': ['five defense ministers', 'five defence ministers', '五か国の防衛相', '5か国の防衛相'],
  'trilateral-rok-summit': THREE_LEADERS,
  'trilateral-philippines-summit': THREE_LEADERS,
  'trilateral-philippines-maritime': ['maritime dialogue', 'maritime dialog', '海洋協議'],
  'trilateral-rok-defense': THREE_DEFENSE,
  'trilateral-australia-defense': THREE_DEFENSE,
  'trilateral-rok-foreign': ['three foreign ministers', '三か国の外相', '3か国の外相'],
  'courtesy-call': ['表敬', '表敬訪問', 'courtesy call', 'courtesy calls', 'courtesy visit'],
};

/** Everyday ways to name a topic; each only if that topic is on record. */
const TOPIC_FORMS: Readonly<Record<string, readonly string[]>> = {
  'host-nation-support': [
    'pay for US forces',
    'pay for U.S. forces',
    'pays for US forces',
    'cost of US forces',
    'cost of U.S. forces',
    'cost sharing',
    '駐留経費',
    '駐留費',
  ],
  china: ['対中', '対中国', '対中姿勢'],
  'north-korea': ['対北朝鮮', 'DPRK', 'North Korean', 'North Koreans', 'N Korea', 'NK'],
  'command-and-control': ['command & control', 'command n control', 'C2'],
  'russia-ukraine': ['対ロ', '対露', '対ロシア'],
};

/** The holders of a post on both sides, which says between whom: not any meeting of one of them. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  summit: ['首脳', 'トップ'],
  'defense-ministerial': ['防衛相', '防衛大臣', '防衛トップ', '国防相'],
  'foreign-ministerial': ['外相', '外務大臣', '外交トップ'],
};

/** Prefixes that say only that it is between Japan and the United States. */
const ALLIANCE =
  /^(?:(?:日米|米日)(?![韓豪比印])|(?:the )?(?:Japan|Japanese)[-–— ]+(?:and )?(?:the )?(?:U\.?S\.?A?|United States|American) |(?:the )?(?:U\.?S\.?|United States|America)[-–— ]+(?:and )?Japan(?:ese)? )/i;

/** Frameworks, topics, documents and administrations by every name and alias. */
export function namedSurfaces(knowledge: KnowledgeBase): readonly Surface[] {
  const surfaces: Surface[] = [];
  for (const framework of knowledge.frameworks.values()) {
    const { names, short, aliases } = framework;
    const extra = FRAMEWORK_FORMS[framework.id] ?? [];
    const forms = spread([
      names.ja,
      names.en,
      short?.ja ?? '',
      short?.en ?? '',
      ...aliases.ja,
      ...aliases.en,
      ...extra,
    ]);
    const pairs = (PAIRS[framework.id] ?? []).flatMap((post) => [
      `日米の${post}`,
      `日米両${post}`,
      `日米両国の${post}`,
    ]);
    for (const form of [...forms, ...pairs])
      surfaces.push(surface(form, { kind: 'framework', id: framework.id }, { rule: ruleFor(form) }));
  }
  for (const topic of knowledge.topics.values()) {
    for (const form of [
      ...spread([
        topic.labels.ja,
        topic.labels.en,
        ...topic.aliases.ja,
        ...topic.aliases.en,
        ...(TOPIC_FORMS[topic.id] ?? []),
      ]),
    ].flatMap(withSingular)) {
      surfaces.push(surface(form, { kind: 'topic', id: topic.id }, { rule: ruleFor(form) }));
    }
  }
  for (const document of knowledge.documents.values()) {
    for (const form of spread([document.names.ja, document.names.en, ...document.aliases.ja, ...document.aliases.en])) {
      surfaces.push(surface(form, { kind: 'document', id: document.id }, { rule: ruleFor(form) }));
    }
  }
  for (const one of knowledge.administrations.values()) {
    for (const form of spread([one.names.ja, one.names.en, ...one.aliases.ja, ...one.aliases.en])) {
      surfaces.push(surface(form, { kind: 'administration', id: one.id }));
    }
  }
  return surfaces;
}

/** Each form, without its bracketed part, that part alone, and without a leading "Japan–U.S.". */
function spread(forms: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const form of forms) {
    for (const one of [
      form,
      form.replace(/\s*[(\uFF08][^)\uFF09]*[)\uFF09]\s*/gu, ' '),
      /[(\uFF08]([^)\uFF09]{2,})[)\uFF09]/u.exec(form)?.[1] ?? '',
    ]) {
      const trimmed = one.trim();
      if (trimmed.length < 2) continue;
      all.add(trimmed);
      const bare = trimmed.replace(ALLIANCE, '').trim();
      // 日米外相 leaves 外相, which is a post.
      if (bare.length >= 4) all.add(bare);
      if (/^the /i.test(trimmed)) all.add(trimmed.slice(4));
    }
  }
  return all;
}

/** "Counterstrike capabilities" are asked about as "counterstrike capability" too; a plural of any name is heard anyway. */
function withSingular(form: string): readonly string[] {
  const singular = /[a-z]{4}ies$/.test(form) ? form.replace(/ies$/, 'y') : form.replace(/(?<=[a-z]{4}[^aius])s$/, '');
  return singular === form ? [form] : [form, singular];
}

/** Very short acronyms that are also words need a capital; "sma" is nothing else. */
const ALSO_WORDS = new Set('IT ACE AI AID AIR ACT ARM ART ASK CAN HAS HOW MAY SEA TEN WAR'.split(' '));

function ruleFor(form: string): Surface['rule'] {
  return ALSO_WORDS.has(form) ? 'cased' : 'plain';
}

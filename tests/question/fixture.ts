import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import {
  Administration,
  AllianceDocument,
  Consultation,
  CountryEntry,
  Framework,
  Person,
  Topic,
} from '../../src/knowledge/schema.ts';
import type { Clock } from '../../src/time/period.ts';

/** Noon in Tokyo on 25 November 2026. */
export const clock: Clock = { now: Temporal.Instant.from('2026-11-25T03:00:00Z'), zone: 'Asia/Tokyo' };

/** A small record, made up for these tests: it asserts nothing about the world. */
export function fixtureKnowledge(): KnowledgeBase {
  const byId = <T extends { readonly id: string }>(entries: readonly T[]) =>
    new Map(entries.map((one) => [one.id, one]));
  const consultations = meetings.map(meeting);
  return {
    version: 'fixture00001',
    consultations,
    frameworks: byId(frameworks),
    people: byId(people),
    topics: byId(topics),
    documents: byId(documents),
    administrations: byId(administrations),
    countries: byId(countries),
    sources: new Map(),
    coverage: { from: '2022-01-07', to: '2026-03-19', consultations: consultations.length },
  };
}

const definition = [{ ja: '説明。', en: 'An explanation.', sources: [{ source: 'mod-1' }] }];

const framework = (id: string, level: string, ja: string, en: string, aliases: { ja?: string[]; en?: string[] } = {}) =>
  Framework.parse({ id, level, names: { ja, en }, aliases, definition });

const child = (id: string, parent: string, ja: string, en: string) =>
  Framework.parse({ id, parent, level: 'trilateral', names: { ja, en }, aliases: {}, definition });

const frameworks = [
  framework('summit', 'leaders', '日米首脳会談', 'Japan–U.S. Summit Meeting', { ja: ['首脳会談'], en: ['summit'] }),
  framework('scc', '2+2', '日米安全保障協議委員会(日米「2+2」)', 'Security Consultative Committee (2+2)', {
    ja: ['２プラス２'],
    en: ['SCC', 'two-plus-two'],
  }),
  framework('defense-ministerial', 'ministers', '日米防衛相会談', 'Japan–U.S. Defense Ministerial Meeting'),
  framework('foreign-ministerial', 'ministers', '日米外相会談', 'Japan–U.S. Foreign Ministers’ Meeting'),
  framework('vice-foreign-ministerial', 'officials', '日米次官協議', 'Japan–U.S. Vice-Ministerial Talks'),
  framework('extended-deterrence-dialogue', 'officials', '日米拡大抑止協議', 'Extended Deterrence Dialogue', {
    en: ['EDD'],
  }),
  framework('dicas', 'officials', '日米防衛産業協力・取得・維持整備定期協議', 'DICAS Forum', { ja: ['DICAS'] }),
  framework('trilateral-rok', 'trilateral', '日米韓の枠組み', 'Japan–U.S.–ROK framework', { ja: ['日米韓'] }),
  child('trilateral-rok-foreign', 'trilateral-rok', '日米韓外相会合', 'Japan–U.S.–ROK foreign ministers’ meeting'),
  framework('trilateral-australia', 'trilateral', '日米豪の枠組み', 'Japan–U.S.–Australia framework', {
    ja: ['日米豪'],
  }),
  child(
    'trilateral-australia-defense',
    'trilateral-australia',
    '日米豪防衛相会談',
    'Trilateral Defense Ministers’ Meeting',
  ),
  framework('chiefs-of-staff', 'military', '統合幕僚長級会談', 'Chiefs of Staff Talks'),
];

type Term = readonly [post: string, ja: string, en: string, from?: string, to?: string];
const person = (
  id: string,
  country: string,
  ja: string,
  kana: string,
  en: string,
  family: [string, string],
  terms: Term[],
) =>
  Person.parse({
    id,
    country,
    names: { ja, kana, en },
    family: { ja: family[0], en: family[1] },
    aliases: {},
    offices: terms.map(([post, officeJa, officeEn, from, to]) => ({ post, ja: officeJa, en: officeEn, from, to })),
  });

const pm: [string, string, string] = ['jp-prime-minister', '内閣総理大臣', 'Prime Minister'];
const jpDefense: [string, string, string] = ['jp-minister-of-defense', '防衛大臣', 'Minister of Defense'];
const jpForeign: [string, string, string] = [
  'jp-minister-for-foreign-affairs',
  '外務大臣',
  'Minister for Foreign Affairs',
];
const president: [string, string, string] = ['us-president', '大統領', 'President'];
const usDefense: [string, string, string] = ['us-secretary-of-defense', '国防長官', 'Secretary of Defense'];
const usState: [string, string, string] = ['us-secretary-of-state', '国務長官', 'Secretary of State'];

const people = [
  person(
    'ishiba-shigeru',
    'JP',
    '石破茂',
    'いしば しげる',
    'Ishiba Shigeru',
    ['石破', 'Ishiba'],
    [[...pm, '2024-10-01', '2025-10-21']],
  ),
  person(
    'kishida-fumio',
    'JP',
    '岸田文雄',
    'きしだ ふみお',
    'Kishida Fumio',
    ['岸田', 'Kishida'],
    [[...pm, '2021-10-04', '2024-10-01']],
  ),
  person(
    'takaichi-sanae',
    'JP',
    '高市早苗',
    'たかいち さなえ',
    'Takaichi Sanae',
    ['高市', 'Takaichi'],
    [[...pm, '2025-10-21']],
  ),
  person(
    'nakatani-gen',
    'JP',
    '中谷元',
    'なかたに げん',
    'Nakatani Gen',
    ['中谷', 'Nakatani'],
    [[...jpDefense, '2024-10-01', '2025-10-21']],
  ),
  person(
    'hamada-yasukazu',
    'JP',
    '浜田靖一',
    'はまだ やすかず',
    'Hamada Yasukazu',
    ['浜田', 'Hamada'],
    [[...jpDefense, '2022-08-10', '2023-09-13']],
  ),
  person(
    'kihara-minoru',
    'JP',
    '木原稔',
    'きはら みのる',
    'Kihara Minoru',
    ['木原', 'Kihara'],
    [[...jpDefense, '2023-09-13', '2024-10-01']],
  ),
  person(
    'kihara-seiji',
    'JP',
    '木原誠二',
    'きはら せいじ',
    'Kihara Seiji',
    ['木原', 'Kihara'],
    [
      [
        'jp-deputy-chief-cabinet-secretary',
        '内閣官房副長官',
        'Deputy Chief Cabinet Secretary',
        '2021-10-04',
        '2023-09-13',
      ],
    ],
  ),
  person(
    'hayashi-yoshimasa',
    'JP',
    '林芳正',
    'はやし よしまさ',
    'Hayashi Yoshimasa',
    ['林', 'Hayashi'],
    [[...jpForeign, '2021-11-10', '2023-09-13']],
  ),
  person(
    'iwaya-takeshi',
    'JP',
    '岩屋毅',
    'いわや たけし',
    'Iwaya Takeshi',
    ['岩屋', 'Iwaya'],
    [[...jpForeign, '2024-10-01', '2025-10-21']],
  ),
  person('ohno-keitaro', 'JP', '大野敬太郎', 'おおの けいたろう', 'Ohno Keitaro', ['大野', 'Ohno'], []),
  person(
    'donald-trump',
    'US',
    'ドナルド・トランプ',
    'どなるど とらんぷ',
    'Donald J. Trump',
    ['トランプ', 'Trump'],
    [[...president, '2025-01-20']],
  ),
  person(
    'joe-biden',
    'US',
    'ジョセフ・バイデン',
    'じょせふ ばいでん',
    'Joseph R. Biden, Jr.',
    ['バイデン', 'Biden'],
    [[...president, '2021-01-20', '2025-01-20']],
  ),
  person(
    'pete-hegseth',
    'US',
    'ピート・ヘグセス',
    'ぴーと へぐせす',
    'Pete Hegseth',
    ['ヘグセス', 'Hegseth'],
    [[...usDefense, '2025-01-25']],
  ),
  person(
    'lloyd-austin',
    'US',
    'ロイド・オースティン',
    'ろいど おーすてぃん',
    'Lloyd J. Austin III',
    ['オースティン', 'Austin'],
    [[...usDefense, '2021-01-22', '2025-01-20']],
  ),
  person(
    'marco-rubio',
    'US',
    'マルコ・ルビオ',
    'まるこ るびお',
    'Marco Rubio',
    ['ルビオ', 'Rubio'],
    [[...usState, '2025-01-21']],
  ),
  person(
    'antony-blinken',
    'US',
    'アントニー・ブリンケン',
    'あんとにー ぶりんけん',
    'Antony J. Blinken',
    ['ブリンケン', 'Blinken'],
    [[...usState, '2021-01-26', '2025-01-20']],
  ),
  person(
    'richard-marles',
    'AU',
    'リチャード・マールズ',
    'りちゃーど まーるず',
    'Richard Marles',
    ['マールズ', 'Marles'],
    [['au-minister-for-defence', '副首相兼国防大臣', 'Deputy Prime Minister and Minister for Defence']],
  ),
];

const topic = (id: string, ja: string, en: string, aliases: { ja?: string[]; en?: string[] } = {}) =>
  Topic.parse({ id, labels: { ja, en }, aliases, definition });

const topics = [
  topic('taiwan-strait', '台湾海峡', 'Taiwan Strait', { ja: ['台湾'], en: ['Taiwan'] }),
  topic('amraam', 'AMRAAM(中距離空対空ミサイル)', 'AMRAAM', { ja: ['アムラーム'] }),
  topic('foip', '自由で開かれたインド太平洋', 'Free and Open Indo-Pacific', { ja: ['FOIP'], en: ['FOIP'] }),
  topic('command-and-control', '指揮・統制', 'Command and Control', { ja: ['指揮統制'], en: ['C2'] }),
  topic('extended-deterrence', '拡大抑止', 'Extended Deterrence', { en: ['nuclear umbrella'] }),
  topic('north-korea', '北朝鮮', 'North Korea', { en: ['DPRK'] }),
  topic('senkaku', '尖閣諸島', 'Senkaku Islands', { ja: ['尖閣'], en: ['Senkakus'] }),
  topic('host-nation-support', '在日米軍駐留経費負担', 'Host Nation Support', {
    ja: ['思いやり予算', 'おもいやり予算'],
  }),
  topic('cyber', 'サイバー', 'Cyber', { ja: ['サイバーセキュリティ'], en: ['cybersecurity'] }),
];

const documents = [
  AllianceDocument.parse({
    id: 'security-treaty',
    names: { ja: '日米安全保障条約', en: 'Japan–U.S. Security Treaty' },
    aliases: { ja: ['安保条約'], en: ['security treaty'] },
    definition,
  }),
];

const administration = (
  id: string,
  ja: string,
  en: string,
  aliases: { ja?: string[]; en?: string[] },
  from: string,
  to?: string,
) => Administration.parse({ id, names: { ja, en }, aliases, from, to, sources: [{ source: 'mod-1' }] });

const administrations = [
  administration(
    'ishiba-cabinet',
    '石破内閣',
    'Ishiba Cabinet',
    { ja: ['石破政権'], en: ['Ishiba administration'] },
    '2024-10-01',
    '2025-10-21',
  ),
  administration(
    'trump-2',
    '第2次トランプ政権',
    'Second Trump administration',
    { ja: ['トランプ政権'], en: ['Trump administration'] },
    '2025-01-20',
  ),
];

const countries = [
  CountryEntry.parse({ id: 'JP', names: { ja: '日本', en: 'Japan' }, aliases: {} }),
  CountryEntry.parse({ id: 'US', names: { ja: '米国', en: 'United States' }, aliases: {} }),
  CountryEntry.parse({ id: 'KR', names: { ja: '韓国', en: 'Republic of Korea' }, aliases: {} }),
  CountryEntry.parse({ id: 'AU', names: { ja: 'オーストラリア', en: 'Australia' }, aliases: {} }),
  CountryEntry.parse({ id: 'PH', names: { ja: 'フィリピン', en: 'Philippines' }, aliases: {} }),
];

type Meeting = {
  readonly id: string;
  readonly framework: string;
  readonly date: string;
  readonly place?: readonly [ja: string, en: string, country: string];
  readonly format?: string;
  readonly who: readonly string[];
  readonly topics?: readonly string[];
  /** Whose statement its outcome is, when one side's alone. */
  readonly by?: readonly string[];
};

const tokyo = ['東京', 'Tokyo', 'JP'] as const;
const washington = ['ワシントンDC(ホワイトハウス)', 'Washington, D.C. (White House)', 'US'] as const;

const meetings: readonly Meeting[] = [
  {
    id: '2022-01-07-scc',
    framework: 'scc',
    date: '2022-01-07',
    format: 'video',
    who: ['hayashi-yoshimasa', 'kihara-seiji', 'antony-blinken', 'lloyd-austin'],
  },
  {
    id: '2023-01-11-scc',
    framework: 'scc',
    date: '2023-01-11',
    place: ['ワシントンDC', 'Washington, D.C.', 'US'],
    who: ['hayashi-yoshimasa', 'hamada-yasukazu', 'antony-blinken', 'lloyd-austin'],
    topics: ['taiwan-strait'],
  },
  {
    id: '2024-04-10-summit',
    framework: 'summit',
    date: '2024-04-10',
    place: washington,
    who: ['kishida-fumio', 'joe-biden'],
    topics: ['command-and-control'],
  },
  {
    id: '2024-07-28-scc',
    framework: 'scc',
    date: '2024-07-28',
    place: tokyo,
    who: ['kihara-minoru', 'antony-blinken', 'lloyd-austin'],
    topics: ['command-and-control', 'taiwan-strait'],
    by: ['US'],
  },
  {
    id: '2024-11-17-trilateral',
    framework: 'trilateral-australia-defense',
    date: '2024-11-17',
    place: ['オーストラリア・ダーウィン', 'Darwin, Australia', 'AU'],
    who: ['nakatani-gen', 'lloyd-austin', 'richard-marles'],
  },
  {
    id: '2025-01-31-defense',
    framework: 'defense-ministerial',
    date: '2025-01-31',
    format: 'telephone',
    who: ['nakatani-gen', 'pete-hegseth'],
  },
  {
    id: '2025-02-07-summit',
    framework: 'summit',
    date: '2025-02-07',
    place: washington,
    who: ['ishiba-shigeru', 'donald-trump'],
    topics: ['foip', 'senkaku'],
  },
  {
    id: '2025-03-30-defense',
    framework: 'defense-ministerial',
    date: '2025-03-30',
    place: ['東京(防衛省)', 'Tokyo (Ministry of Defense)', 'JP'],
    who: ['nakatani-gen', 'pete-hegseth'],
    topics: ['amraam', 'command-and-control'],
  },
  {
    id: '2025-06-05-edd',
    framework: 'extended-deterrence-dialogue',
    date: '2025-06-05',
    who: [],
    topics: ['extended-deterrence'],
  },
  {
    id: '2025-07-01-foreign',
    framework: 'foreign-ministerial',
    date: '2025-07-01',
    place: ['ワシントンDC', 'Washington, D.C.', 'US'],
    who: ['iwaya-takeshi', 'marco-rubio'],
  },
  {
    id: '2025-10-28-summit',
    framework: 'summit',
    date: '2025-10-28',
    place: tokyo,
    who: ['takaichi-sanae', 'donald-trump'],
  },
  {
    id: '2026-03-19-summit',
    framework: 'summit',
    date: '2026-03-19',
    place: washington,
    who: ['takaichi-sanae', 'donald-trump'],
  },
];

function meeting(one: Meeting): Consultation {
  const participants = one.who.map((id) => {
    const found = people.find((other) => other.id === id);
    const office = found?.offices[0];
    return {
      person: id,
      country: found?.country ?? 'JP',
      office: { ja: office?.ja ?? '職', en: office?.en ?? 'Office' },
    };
  });
  return Consultation.parse({
    id: one.id,
    framework: one.framework,
    title: { ja: '会談', en: 'Meeting' },
    date: one.date,
    format: one.format ?? 'in-person',
    place: one.place && { ja: one.place[0], en: one.place[1], country: one.place[2] },
    participants,
    outcomes: [
      {
        act: 'confirmed',
        ...(one.by ? { by: one.by } : {}),
        ja: '確認した。',
        en: 'They confirmed it.',
        topics: one.topics ?? [],
        sources: [{ source: 'mod-1' }],
      },
    ],
    sources: ['mod-1'],
    status: 'published',
    addedOn: '2026-11-01',
  });
}

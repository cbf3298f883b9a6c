import type { Answer } from '../../src/answer/answer.ts';
import { assemble } from '../../src/answer/assemble.ts';
import { createGiven } from '../../src/answer/given.ts';
import { toPlainText } from '../../src/answer/plain.ts';
import { plan } from '../../src/answer/plan.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import {
  AllianceDocument,
  Consultation,
  CountryEntry,
  Framework,
  Person,
  PostEntry,
  Source,
  Topic,
} from '../../src/knowledge/schema.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { assumed, blankQuery } from '../../src/reading/blank.ts';
import type { Constraint, Query, Role } from '../../src/reading/query.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Language } from '../../src/text/language.ts';
import type { Clock } from '../../src/time/period.ts';
import { languageLists } from '../language-lists.ts';

/** Nine in the morning in Tokyo on 25 November 2026. */
export const clock: Clock = { now: Temporal.Instant.from('2026-11-25T00:00:00Z'), zone: 'Asia/Tokyo' };

const byId = <T extends { readonly id: string }>(entries: readonly T[]) => new Map(entries.map((one) => [one.id, one]));

const ministry = { ja: '防衛省', en: 'Ministry of Defense' };
const sources = [
  {
    id: 'white-paper',
    title: '防衛白書',
    publisher: ministry,
    kind: 'official',
    language: 'ja',
    url: 'https://mod.example/wp',
  },
  {
    id: 'release',
    title: 'Joint statement',
    publisher: { ja: '国務省', en: 'Department of State' },
    kind: 'official',
    language: 'en',
    url: 'https://state.example/scc',
    published: '2024-07-28',
  },
  {
    id: 'paper',
    title: 'Ministers talk by phone',
    publisher: { ja: '某紙', en: 'Some Paper' },
    kind: 'news',
    language: 'en',
    url: 'https://news.example/call',
    published: '2025-02-01',
  },
  {
    id: 'mirror',
    title: '首脳会談',
    publisher: { ja: '転載サイト', en: 'Mirror' },
    kind: 'reprint',
    language: 'ja',
    url: 'https://mirror.example/1',
  },
].map((one) => Source.parse(one));

const definition = (ja: string, en: string) => [
  { ja, en, sources: [{ source: 'white-paper', locator: { ja: '第2段落', en: 'para. 2' } }] },
];

const frameworks = [
  Framework.parse({
    id: 'summit',
    names: { ja: '日米首脳会談', en: 'Japan–U.S. summit meeting' },
    short: { ja: '日米首脳会談', en: 'Japan–U.S. summit' },
    aliases: {},
    level: 'leaders',
    kind: 'summit',
    countries: ['JP', 'US'],
    fields: ['leaders'],
    seniority: 'leaders',
    definition: definition('日米首脳会談は、両国の首脳の会談。', 'The summit meeting brings together the two leaders.'),
  }),
  Framework.parse({
    id: 'scc',
    names: { ja: '日米安全保障協議委員会（日米「2+2」）', en: 'Security Consultative Committee (“2+2”)' },
    short: { ja: '日米「2+2」', en: '2+2' },
    aliases: {},
    level: '2+2',
    kind: 'two-plus-two',
    countries: ['JP', 'US'],
    fields: ['foreign', 'defense'],
    seniority: 'ministers',
    since: '1960-01-19',
    facts: [
      {
        aspect: 'rhythm',
        ...definition('日米「2+2」は不定期に開かれる。', 'The “2+2” meets when the need arises.')[0],
      },
      {
        aspect: 'since',
        ...definition('日米「2+2」は1960年1月に設けられた。', 'The “2+2” was set up in January 1960.')[0],
      },
    ],
    members: { ja: '日米の外務・防衛担当閣僚', en: 'The ministers of foreign affairs and defense of both countries' },
    definition: definition(
      '日米「2+2」は、重要な協議機関の役割を果たしている。',
      'The “2+2” plays the part of an important consultative body.',
    ),
  }),
  Framework.parse({
    id: 'defense-ministerial',
    names: { ja: '日米防衛相会談', en: 'Japan–U.S. defense ministerial meeting' },
    short: { ja: '日米防衛相会談', en: 'defense ministerial' },
    aliases: {},
    level: 'ministers',
    kind: 'defense-ministers',
    countries: ['JP', 'US'],
    fields: ['defense'],
    seniority: 'ministers',
    definition: definition(
      '日米防衛相会談は、防衛大臣と国防長官の会談。',
      'The defense ministerial is the ministers’ meeting.',
    ),
  }),
  Framework.parse({
    id: 'edd',
    names: { ja: '日米拡大抑止協議（EDD）', en: 'Extended Deterrence Dialogue (EDD)' },
    aliases: {},
    level: 'officials',
    kind: 'extended-deterrence',
    countries: ['JP', 'US'],
    fields: ['foreign', 'defense', 'deterrence'],
    seniority: 'officials',
    under: 'scc',
    sides: [
      { country: 'JP', ja: '審議官', en: 'The Deputy Director-General', sources: [{ source: 'release' }] },
      { country: 'US', ja: '次官補代理', en: 'The Deputy Assistant Secretary', sources: [{ source: 'release' }] },
    ],
    definition: definition('日米拡大抑止協議は、定期的な協議である。', 'The dialogue is a regular consultation.'),
  }),
  Framework.parse({
    id: 'trilateral-defense',
    names: { ja: '日米韓防衛相会談', en: 'Japan–U.S.–ROK defense ministers’ meeting' },
    aliases: {},
    level: 'trilateral',
    kind: 'defense-ministers',
    countries: ['JP', 'US', 'KR'],
    fields: ['defense'],
    seniority: 'ministers',
    definition: definition('日米韓防衛相会談は、三か国の会談。', 'The meeting brings together three ministers.'),
  }),
];

const topics = [
  Topic.parse({
    id: 'amraam',
    labels: { ja: 'AMRAAM（アムラーム）', en: 'AMRAAM' },
    aliases: {},
    definition: definition('AMRAAMは、空対空ミサイル。', 'AMRAAM is an air-to-air missile.'),
  }),
  Topic.parse({
    id: 'command-and-control',
    labels: { ja: '指揮・統制', en: 'Command and control' },
    aliases: { en: ['command and control frameworks'] },
    definition: definition('指揮・統制は、部隊の指揮の枠組み。', 'It means the frameworks for commanding forces.'),
  }),
  Topic.parse({
    id: 'taiwan-strait',
    labels: { ja: '台湾海峡', en: 'Taiwan Strait' },
    aliases: {},
    definition: definition('台湾海峡は、海峡。', 'The Taiwan Strait is a strait.'),
  }),
];

type Post = readonly [post: string, ja: string, en: string, from?: string, to?: string, source?: string];
const person = (
  id: string,
  country: string,
  ja: string,
  en: string,
  family: readonly [string, string],
  posts: Post[],
) =>
  Person.parse({
    id,
    country,
    names: { ja, en },
    family: { ja: family[0], en: family[1] },
    aliases: {},
    offices: posts.map(([post, officeJa, officeEn, from, to, source]) => ({
      post,
      ja: officeJa,
      en: officeEn,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(source === undefined ? {} : { sources: [{ source }] }),
    })),
  });

const people = [
  person(
    'kihara',
    'JP',
    '木原稔',
    'Kihara Minoru',
    ['木原', 'Kihara'],
    [['jp-defense', '防衛大臣', 'Minister of Defense', '2024-07-28', '2024-10-01', 'release']],
  ),
  person(
    'nakatani',
    'JP',
    '中谷元',
    'Nakatani Gen',
    ['中谷', 'Nakatani'],
    [['jp-defense', '防衛大臣', 'Minister of Defense', '2024-10-01', '2025-10-21', 'release']],
  ),
  person('ishiba', 'JP', '石破茂', 'Ishiba Shigeru', ['石破', 'Ishiba'], [['jp-pm', '内閣総理大臣', 'Prime Minister']]),
  person(
    'hegseth',
    'US',
    'ピート・ヘグセス',
    'Pete Hegseth',
    ['ヘグセス', 'Hegseth'],
    [['us-defense', '国防長官', 'Secretary of Defense']],
  ),
  person(
    'austin',
    'US',
    'ロイド・オースティン',
    'Lloyd Austin',
    ['オースティン', 'Austin'],
    [['us-defense', '国防長官', 'Secretary of Defense']],
  ),
  person(
    'shin',
    'KR',
    '申源湜',
    'Shin Won-sik',
    ['申', 'Shin'],
    [['kr-defense', '国防部長官', 'Minister of National Defense']],
  ),
  person(
    'trump',
    'US',
    'ドナルド・トランプ',
    'Donald Trump',
    ['トランプ', 'Trump'],
    [['us-president', '大統領', 'President']],
  ),
];

const at = (id: string) => {
  const found = people.find((one) => one.id === id);
  const office = found?.offices[0];
  return { person: id, country: found?.country, office: { ja: office?.ja, en: office?.en } };
};

const consultations = [
  {
    id: '2024-07-28-scc',
    framework: 'scc',
    title: { ja: '日米安全保障協議委員会（日米「2+2」）', en: 'Japan–U.S. Security Consultative Committee ("2+2")' },
    date: '2024-07-28',
    format: 'in-person',
    place: { ja: '東京・飯倉公館', en: 'Tokyo (Iikura Guest House)', country: 'JP' },
    participants: [at('kihara'), at('austin')],
    outcomes: [
      {
        act: 'reaffirmed',
        ja: '台湾海峡の平和と安定の重要性を改めて述べた。',
        en: 'They restated the importance of peace and stability across the Taiwan Strait.',
        topics: ['taiwan-strait'],
        sources: [{ source: 'release' }],
      },
      {
        act: 'agreed',
        ja: 'AMRAAMの共同生産の機会を追求することで一致した。',
        en: 'They agreed to pursue co-production of AMRAAM.',
        topics: ['amraam'],
        sources: [{ source: 'release' }],
      },
    ],
    documents: [{ title: { ja: '共同発表', en: 'Joint Statement' }, url: 'https://state.example/scc' }],
    sources: ['release'],
  },
  {
    id: '2024-07-28-trilateral',
    framework: 'trilateral-defense',
    title: { ja: '日米韓防衛相会談', en: 'Japan–U.S.–ROK Defense Ministers’ Meeting' },
    date: '2024-07-28',
    format: 'in-person',
    place: { ja: '東京・防衛省', en: 'Tokyo (Ministry of Defense)', country: 'JP' },
    durationMinutes: 40,
    participants: [at('kihara'), at('austin'), at('shin')],
    outcomes: [
      {
        act: 'signed',
        ja: '2026年度から20億円規模となる安全保障協力の覚書に署名した。',
        en: 'They signed a memorandum on security cooperation worth 2 billion yen from FY2026.',
        topics: ['command-and-control'],
        sources: [{ source: 'release' }],
      },
    ],
    sources: ['release'],
  },
  {
    id: '2025-01-31-defense',
    framework: 'defense-ministerial',
    title: { ja: '日米防衛相電話会談', en: 'Japan–U.S. Defense Ministerial Telephone Talk' },
    date: '2025-01-31',
    format: 'telephone',
    participants: [at('nakatani'), at('hegseth')],
    outcomes: [
      {
        act: 'discussed',
        ja: '台湾海峡をめぐる情勢を話し合った。',
        en: 'They discussed the situation around the Taiwan Strait.',
        topics: ['taiwan-strait'],
        sources: [{ source: 'paper' }],
      },
    ],
    sources: ['paper'],
  },
  {
    id: '2025-02-07-summit',
    framework: 'summit',
    title: { ja: '日米首脳会談（ワシントンDC）', en: 'Japan–U.S. Summit Meeting (Washington, D.C.)' },
    date: '2025-02-07',
    format: 'in-person',
    durationMinutes: 110,
    place: { ja: 'ワシントンDC・ホワイトハウス', en: 'Washington, D.C. (White House)', country: 'US' },
    participants: [at('ishiba'), at('trump')],
    outcomes: [
      {
        act: 'agreed',
        ja: '指揮・統制の枠組みを改めることで一致した。',
        en: 'They agreed to upgrade command and control frameworks.',
        topics: ['command-and-control'],
        sources: [{ source: 'white-paper', locator: { ja: '第5段落', en: 'para. 5' } }],
      },
    ],
    note: { ja: '日付は現地のもので、日本では2月8日。', en: 'The date is local; it was 8 February in Japan.' },
    sources: ['white-paper'],
  },
  {
    id: '2025-03-30-defense',
    framework: 'defense-ministerial',
    title: {
      ja: '日米防衛相会談（東京、中谷大臣・ヘグセス長官）',
      en: 'Japan–U.S. Defense Ministerial Meeting (Tokyo)',
    },
    date: '2025-03-30',
    format: 'in-person',
    place: { ja: '東京・防衛省', en: 'Tokyo (Ministry of Defense)', country: 'JP' },
    participants: [at('nakatani'), at('hegseth')],
    outcomes: [
      {
        act: 'welcomed',
        ja: '統合作戦司令部の創設を歓迎した。',
        en: 'They welcomed the creation of the Joint Operations Command.',
        topics: ['command-and-control'],
        sources: [{ source: 'white-paper', locator: { ja: '第6段落', en: 'para. 6' } }],
      },
      {
        act: 'discussed',
        ja: 'AMRAAMの共同生産を速めることを議論した。',
        en: 'They discussed speeding up co-production of AMRAAM.',
        topics: ['amraam'],
        sources: [{ source: 'white-paper', locator: { ja: '第6段落', en: 'para. 6' } }],
      },
      {
        act: 'stated',
        ja: '中谷大臣は、別のミサイルの検討も述べた。',
        en: 'Minister Nakatani also spoke of studying another missile.',
        topics: ['amraam'],
        by: ['JP'],
        sources: [{ source: 'paper' }],
      },
    ],
    sources: ['white-paper'],
  },
  {
    id: '2025-06-edd',
    framework: 'edd',
    title: { ja: '日米拡大抑止協議', en: 'Japan–U.S. Extended Deterrence Dialogue' },
    date: '2025-06',
    format: 'in-person',
    participants: [],
    outcomes: [],
    sources: ['mirror'],
  },
].map((one) => Consultation.parse({ ...one, status: 'published', addedOn: '2026-11-01' }));

/** A small record for these tests; where it names real meetings it says less than the real record. */
export const knowledge: KnowledgeBase = {
  version: 'fixture00001',
  consultations,
  frameworks: byId(frameworks),
  people: byId(people),
  topics: byId(topics),
  documents: byId([
    AllianceDocument.parse({
      id: 'security-treaty',
      names: { ja: '日米安全保障条約', en: 'Japan–U.S. Security Treaty' },
      aliases: {},
      date: '1960-01-19',
      definition: definition(
        '日米安全保障条約は、同盟の基礎である。',
        'The Japan–U.S. Security Treaty is the basis of the alliance.',
      ),
    }),
    AllianceDocument.parse({
      id: 'article-5',
      names: { ja: '日米安全保障条約第5条', en: 'Article V of the Security Treaty' },
      aliases: {},
      partOf: 'security-treaty',
      definition: definition('第5条は、武力攻撃への対処を定める。', 'Article V provides for an armed attack.'),
    }),
  ]),
  administrations: new Map(),
  countries: byId([
    CountryEntry.parse({ id: 'JP', names: { ja: '日本', en: 'Japan' }, aliases: {}, letters: ['日'] }),
    CountryEntry.parse({ id: 'US', names: { ja: '米国', en: 'the United States' }, aliases: {}, letters: ['米'] }),
    CountryEntry.parse({ id: 'KR', names: { ja: '韓国', en: 'the ROK' }, aliases: {}, letters: ['韓'] }),
  ]),
  ...languageLists,
  posts: byId([
    PostEntry.parse({
      id: 'jp-defense',
      names: { ja: '防衛大臣', en: 'Minister of Defense' },
      country: 'JP',
      aliases: {},
    }),
    PostEntry.parse({
      id: 'us-defense',
      names: { ja: '国防長官', en: 'Secretary of Defense' },
      country: 'US',
      aliases: {},
    }),
  ]),
  sources: byId(sources),
  coverage: { from: '2024-07-28', to: '2025-06-30', consultations: consultations.length },
};

const { search } = createSearch(knowledge, buildLexicon(knowledge));

/** A query with nothing in it but what is given. */
export function query(given: Partial<Query> = {}, language: Language = 'en'): Query {
  return blankQuery({ text: 'asked in a test', language, ask: 'what', ...given });
}

/** One firm demand, as if typed. */
export function only(role: Role, id: string, more: Partial<Constraint> = {}): Constraint {
  return assumed(role, [id], { label: id, origin: 'typed', ...more });
}

/** What the question is about. */
export function about(topic: string, more: Partial<Constraint> = {}): Constraint {
  return only('topic', topic, { subject: true, label: knowledge.topics.get(topic)?.labels.en ?? topic, ...more });
}

/** Words that name nothing. */
export function words(typed: string): Constraint {
  return assumed('word', typed.split(' '), { label: typed, origin: 'typed', subject: true });
}

/** The answer to a query; `linesPerPage` as in service. */
export function answerTo(
  given: Partial<Query>,
  language: Language = 'en',
  { page = 1, linesPerPage = 5, of = knowledge }: { page?: number; linesPerPage?: number; of?: KnowledgeBase } = {},
): Answer {
  const asked = query(given, language);
  const found = search(asked);
  const made = createGiven({ query: asked, found, knowledge: of, language, today: '2026-11-25', search });
  return assemble(plan(made), made, { page, linesPerPage });
}

/** The whole answer as text, its status first. */
export function told(given: Partial<Query>, language: Language = 'en'): string {
  const answer = answerTo(given, language);
  return `${answer.status}\n${toPlainText(answer)}`;
}

/** The first sentence. */
export function opening(given: Partial<Query>, language: Language = 'en'): string {
  return answerTo(given, language).headline.text;
}

import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { Consultation, CountryEntry, Framework, Person, Topic } from '../../src/knowledge/schema.ts';
import { buildLexicon } from '../../src/lexicon/lexicon.ts';
import { type Ask, Constraint, Query } from '../../src/reading/query.ts';
import { createSearch } from '../../src/search/search.ts';
import { languageLists } from '../language-lists.ts';

/** Passages made up for these tests: they assert nothing about the world. */
export const passages = [
  {
    id: 'okinawa-visit',
    title: '防衛大臣の視察 Visit by the minister',
    text: '防衛大臣は那覇で部隊を視察した。\nThe minister inspected units in Naha.',
  },
  {
    id: 'missile-production',
    title: '防衛相会談 Defense ministers',
    text: 'AMRAAMの共同生産を早めることを確認した。\nThey confirmed faster co-production of AMRAAM missiles.',
  },
  {
    id: 'missile-talks',
    title: '次官協議 Vice-ministers',
    text: 'ミサイルの生産について意見を交わした。AMRAAMにも触れた。\nThey exchanged views on missile production and touched on AMRAAM.',
  },
  {
    id: 'deterrence',
    title: '拡大抑止協議 Extended deterrence',
    text: '拡大抑止の実効性を高めることで一致した。\nThey agreed to make extended deterrence more effective.',
  },
  {
    id: 'deterrence-apart',
    title: '首脳会談 Summit',
    text: '抑止力を強め、協力の範囲を拡大することを確認した。\nThey confirmed stronger deterrence and an extended scope of cooperation.',
  },
  {
    id: 'taiwan',
    title: '外相会談 Foreign ministers',
    text: '台湾海峡の平和と安定の重要性を確認した。\nThey confirmed the importance of peace and stability across the Taiwan Strait.',
  },
  {
    id: 'budget',
    title: '2025年度の経費 Costs in 2025',
    text: '経費は四十万円であった。\nThe costs were 400,000 yen.',
  },
] as const;

/** A constraint: firm unless told otherwise. */
export function demand(role: Constraint['role'], anyOf: string | readonly string[], more: Partial<Constraint> = {}) {
  return Constraint.parse({ role, anyOf: [anyOf].flat(), label: '', strength: 'firm', ...more });
}

/** What the question is about, as typed. */
export function about(role: Constraint['role'], anyOf: string | readonly string[], label: string, more = {}) {
  return demand(role, anyOf, { label, subject: true, ...more });
}

export function asking(ask: Ask, constraints: readonly Constraint[], more: Partial<Query> = {}): Query {
  return Query.parse({ version: 2, text: '', language: 'en', ask, constraints, ...more });
}

/** The whole year. */
export const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });

const definition = [{ ja: '説明。', en: 'An explanation.', sources: [{ source: 'page' }] }];
const none = { ja: [], en: [] };
const both = (ja: string, en: string) => ({ ja, en });

function framework(id: string, ja: string, en: string, more: object = {}) {
  const defaults = { level: 'ministers', kind: id, countries: ['JP', 'US'], aliases: none, definition };
  return Framework.parse({ id, names: { ja, en }, ...defaults, ...more });
}

function topic(id: string, ja: string, en: string, more: object = {}) {
  return Topic.parse({ id, labels: { ja, en }, aliases: none, definition, ...more });
}

function person(id: string, names: { ja: string; en: string }, country: string, ...terms: readonly object[]) {
  const family = { ja: names.ja.slice(0, 2), en: names.en.split(' ').at(-1) };
  return Person.parse({ id, names, family, aliases: none, country, offices: terms });
}

const posts = {
  jpDefense: { post: 'jp-defense-minister', ja: '防衛大臣', en: 'Minister of Defense' },
  jpForeign: { post: 'jp-foreign-minister', ja: '外務大臣', en: 'Minister for Foreign Affairs' },
  usDefense: { post: 'us-secretary-of-defense', ja: '国防長官', en: 'Secretary of Defense' },
  krDefense: { post: 'kr-defense-minister', ja: '国防部長官', en: 'Minister of National Defense' },
};
/** Sato was foreign minister until the end of 2023, and is defense minister since. */
const people = [
  person(
    'sato',
    both('佐藤一郎', 'Ichiro Sato'),
    'JP',
    { ...posts.jpForeign, to: '2023-12-31' },
    { ...posts.jpDefense, from: '2024-01-01' },
  ),
  person('tanaka', both('田中花', 'Hana Tanaka'), 'JP', posts.jpDefense),
  person('smith', both('スミス・ジョン', 'John Smith'), 'US', posts.usDefense),
  person('lee', both('李民浩', 'Minho Lee'), 'KR', posts.krDefense),
].map((each) => (each.id === 'smith' ? { ...each, family: both('スミス', 'Smith') } : each));
const seats = {
  satoForeign: { person: 'sato', office: both('外務大臣', 'Minister for Foreign Affairs'), country: 'JP' },
  satoDefense: { person: 'sato', office: both('防衛大臣', 'Minister of Defense'), country: 'JP' },
  tanaka: { person: 'tanaka', office: both('防衛大臣', 'Minister of Defense'), country: 'JP' },
  smith: { person: 'smith', office: both('国防長官', 'Secretary of Defense'), country: 'US' },
  lee: { person: 'lee', office: both('国防部長官', 'Minister of National Defense'), country: 'KR' },
};

const washington = { place: { ja: 'ワシントンDC', en: 'Washington, D.C.', country: 'US' }, format: 'in-person' };
const tokyo = { place: { ja: '東京', en: 'Tokyo', country: 'JP' }, format: 'in-person' };
const says = (act: string, ja: string, en: string, topics: readonly string[] = [], more: object = {}) => ({
  ...{ act, ja, en, topics, sources: [{ source: 'page' }] },
  ...more,
});

const meetings = [
  {
    ...{ id: '2023-10-04-defense', framework: 'defense', date: '2023-10-04', ...washington },
    title: both('防衛相会談', 'Defense ministerial'),
    participants: [seats.tanaka, seats.smith],
    outcomes: [
      says('confirmed', 'ミサイル防衛での協力を確認した。', 'They confirmed cooperation in missile defense.', [
        'missile-defense',
      ]),
      says('welcomed', '共同訓練の拡大を歓迎した。', 'They welcomed more joint exercises.', ['exercises']),
    ],
  },
  {
    ...{ id: '2023-11-20-foreign', framework: 'foreign', date: '2023-11-20', ...tokyo },
    title: both('外相会談', 'Foreign ministerial'),
    participants: [seats.satoForeign],
    outcomes: [
      says('stated', '佐藤大臣は、カリブの情勢に懸念を示した。', 'Sato voiced concern about the Caribbean.', [], {
        by: ['JP'],
      }),
      says(
        'instructed',
        '防衛相会談を早く開くよう指示した。',
        'They instructed that a defense ministerial be held soon.',
      ),
    ],
  },
  {
    ...{ id: '2024-06-02-three', framework: 'three', date: '2024-06-02', format: 'in-person' },
    place: { ja: 'シンガポール', en: 'Singapore', country: 'SG' },
    occasion: 'shangri-la-dialogue',
    title: both('第3回日米韓防衛相会合', '3rd Three-Way Meeting'),
    participants: [seats.satoDefense, seats.smith],
    outcomes: [
      says('agreed', '警戒情報の共有を続けることで合意した。', 'They agreed to keep sharing warning data.', [
        'warning',
      ]),
    ],
  },
  {
    ...{ id: '2024-11-foreign', framework: 'foreign', date: '2024-11', participants: [] },
    title: both('外相会談', 'Foreign ministerial'),
    outcomes: [
      says('discussed', '海底ケーブルの保護を議論した。', 'They discussed the protection of undersea cables.'),
    ],
  },
  {
    ...{ id: '2025-03-05-defense', framework: 'defense', date: '2025-03-05', format: 'telephone' },
    title: both('防衛相電話会談', 'Defense ministers’ telephone talk'),
    participants: [seats.satoDefense, seats.smith],
    outcomes: [
      says('discussed', '南西地域の態勢を議論した。', 'They discussed posture in the southwest.'),
      says(
        'stated',
        'スミス長官は、ミサイル防衛への支持を述べた。',
        'Secretary Smith stated support for missile defense.',
        ['missile-defense'],
        { by: ['US'] },
      ),
      says('confirmed', 'イージス艦の配備を確認した。', 'They confirmed the deployment of Aegis ships.', [
        'missile-defense',
      ]),
    ],
  },
  {
    ...{ id: '2025-03-30-defense', framework: 'defense', date: '2025-03-30', ...tokyo },
    title: both('防衛相会談', 'Defense ministerial'),
    participants: [seats.satoDefense, seats.smith],
    documents: [{ title: both('レーザー協力覚書', 'Laser Cooperation Memorandum'), url: 'https://example.org/laser' }],
    outcomes: [
      says('confirmed', '指揮統制の枠組みの向上を確認した。', 'They confirmed better command and control.', [
        'command',
      ]),
      says('agreed', '弾道ミサイル防衛を進めることで合意した。', 'They agreed to advance ballistic missile defense.', [
        'missile-defense',
      ]),
    ],
  },
  {
    ...{ id: '2025-05-12-others', framework: 'others', date: '2025-05-12', ...tokyo },
    title: both('スミス長官による表敬訪問', 'Courtesy call by Secretary Smith'),
    participants: [seats.smith],
    sources: ['news'],
    outcomes: [],
  },
];

/**
 * Seven consultations and four people, made up: a trilateral that names nobody from its third country, one known by its month, a call,
 * one without statements in a framework that gathers what is left.
 */
export function fixtureKnowledge(): KnowledgeBase {
  const byId = <T extends { readonly id: string }>(entries: readonly T[]) =>
    new Map(entries.map((each) => [each.id, each]));
  const rest = { sources: ['page'], status: 'published', addedOn: '2026-01-01' };
  const consultations = meetings.map((each) => Consultation.parse({ ...rest, ...each }));
  return {
    version: 'fixture',
    consultations,
    frameworks: byId([
      framework('defense', '防衛相会談', 'Defense Ministerial', { kind: 'defense-ministers', fields: ['defense'] }),
      framework('foreign', '外相会談', 'Foreign Ministerial', { fields: ['foreign'] }),
      framework('wider', '日米韓', 'Three-Way', { level: 'trilateral', countries: ['JP', 'US', 'KR'] }),
      framework('three', '日米韓防衛相会合', 'Three-Way Defense', {
        ...{ level: 'trilateral', countries: ['JP', 'US', 'KR'], parent: 'wider' },
        ...{ kind: 'defense-ministers', seniority: 'ministers' },
      }),
      framework('calls', '表敬訪問', 'Courtesy call'),
      framework('others', 'その他の会談', 'Other talks', { catchAll: true }),
    ]),
    people: byId(people),
    topics: byId([
      topic('missiles', 'ミサイル', 'Missiles'),
      topic('missile-defense', 'ミサイル防衛', 'Missile defense', {
        parent: 'missiles',
        aliases: both2('イージス', 'Aegis'),
        parts: [both2('イージス', 'Aegis')],
      }),
      topic('warning', 'ミサイル警戒', 'Missile warning', { parent: 'missile-defense' }),
      topic('command', '指揮統制', 'Command and control'),
      topic('exercises', '共同訓練', 'Exercises'),
      topic('cables', '海底ケーブル', 'Undersea cables'),
    ]),
    documents: new Map(),
    administrations: new Map(),
    countries: byId([
      CountryEntry.parse({ id: 'JP', names: { ja: '日本', en: 'Japan' }, aliases: none }),
      CountryEntry.parse({ id: 'US', names: { ja: '米国', en: 'United States' }, aliases: none }),
      CountryEntry.parse({ id: 'KR', names: { ja: '韓国', en: 'South Korea' }, aliases: none }),
      CountryEntry.parse({ id: 'SG', names: { ja: 'シンガポール', en: 'Singapore' }, aliases: none }),
    ]),
    sources: new Map(),
    ...languageLists,
    coverage: { from: '2023-10-04', to: '2025-05-12', consultations: consultations.length },
  };
}

function both2(ja: string, en: string) {
  return { ja: [ja], en: [en] };
}

/** Search over the invented record. */
export function fixtureSearch() {
  const knowledge = fixtureKnowledge();
  return createSearch(knowledge, buildLexicon(knowledge), { verbs: new Map([['concerned', ['懸念', 'concern']]]) });
}

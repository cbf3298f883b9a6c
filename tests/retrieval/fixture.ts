import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { Consultation, CountryEntry, Framework, Person, Topic } from '../../src/knowledge/schema.ts';

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

const definition = [{ ja: '説明。', en: 'An explanation.', sources: [{ source: 'page' }] }];
const none = { ja: [], en: [] };

function framework(id: string, level: string, ja: string, en: string, parent?: string) {
  return Framework.parse({ id, level, names: { ja, en }, aliases: none, definition, parent });
}

function topic(id: string, ja: string, en: string, parent?: string) {
  return Topic.parse({ id, labels: { ja, en }, aliases: none, definition, parent });
}

function person(id: string, ja: string, en: string, country: string, post: string, office: { ja: string; en: string }) {
  return Person.parse({
    id,
    names: { ja, en },
    family: { ja: ja.slice(0, 2), en: en.split(' ').at(-1) },
    aliases: none,
    country,
    offices: [{ post, ...office, from: '2020-01-01' }],
  });
}

const offices = {
  'sato-ichiro': { ja: '防衛大臣', en: 'Minister of Defense' },
  'tanaka-hana': { ja: '外務大臣', en: 'Minister for Foreign Affairs' },
  'smith-john': { ja: '国防長官', en: 'Secretary of Defense' },
  'lee-minho': { ja: '国防部長官', en: 'Minister of National Defense' },
};

const people = [
  person('sato-ichiro', '佐藤一郎', 'Ichiro Sato', 'JP', 'jp-defense-minister', offices['sato-ichiro']),
  person('tanaka-hana', '田中花', 'Hana Tanaka', 'JP', 'jp-foreign-minister', offices['tanaka-hana']),
  person('smith-john', 'ジョン・スミス', 'John Smith', 'US', 'us-secretary-of-defense', offices['smith-john']),
  person('lee-minho', 'イ・ミンホ', 'Lee Minho', 'KR', 'kr-defense-minister', offices['lee-minho']),
];

type Meeting = {
  id: string;
  framework: string;
  date: string;
  people: (keyof typeof offices)[];
  place?: { ja: string; en: string; country: string };
  format?: 'in-person' | 'telephone' | 'video';
  outcomes: { act: string; ja: string; en: string; topics: string[]; by?: string[] }[];
};

const washington = { ja: 'ワシントンDC', en: 'Washington, D.C.', country: 'US' };
const tokyo = { ja: '東京', en: 'Tokyo', country: 'JP' };

const meetings: Meeting[] = [
  {
    id: '2023-10-04-defense',
    framework: 'defense',
    date: '2023-10-04',
    people: ['sato-ichiro', 'smith-john'],
    place: washington,
    format: 'in-person',
    outcomes: [
      {
        act: 'confirmed',
        ja: 'ミサイル防衛での協力を確認した。',
        en: 'They confirmed cooperation in missile defense.',
        topics: ['missile-defense'],
      },
      {
        act: 'welcomed',
        ja: '共同訓練の拡大を歓迎した。',
        en: 'They welcomed more joint exercises.',
        topics: ['exercises'],
      },
    ],
  },
  {
    id: '2024-06-02-trilateral-defense',
    framework: 'trilateral-defense',
    date: '2024-06-02',
    people: ['sato-ichiro', 'smith-john', 'lee-minho'],
    place: { ja: 'シンガポール', en: 'Singapore', country: 'SG' },
    format: 'in-person',
    outcomes: [
      {
        act: 'agreed',
        ja: '警戒情報の共有を続けることで合意した。',
        en: 'They agreed to keep sharing warning data.',
        topics: ['missile-warning'],
      },
    ],
  },
  {
    id: '2024-11-foreign',
    framework: 'foreign',
    date: '2024-11',
    people: ['tanaka-hana'],
    outcomes: [
      {
        act: 'discussed',
        ja: '海底ケーブルの保護を議論した。',
        en: 'They discussed the protection of undersea cables.',
        topics: [],
      },
    ],
  },
  {
    id: '2025-03-05-defense',
    framework: 'defense',
    date: '2025-03-05',
    people: ['sato-ichiro', 'smith-john'],
    format: 'telephone',
    outcomes: [
      {
        act: 'discussed',
        ja: '南西地域の態勢を議論した。',
        en: 'They discussed posture in the southwest.',
        topics: [],
        by: ['JP'],
      },
    ],
  },
  {
    id: '2025-03-30-defense',
    framework: 'defense',
    date: '2025-03-30',
    people: ['sato-ichiro', 'smith-john'],
    place: tokyo,
    format: 'in-person',
    outcomes: [
      {
        act: 'confirmed',
        ja: '指揮統制の枠組みの向上を確認した。',
        en: 'They confirmed better command and control.',
        topics: ['command'],
      },
      {
        act: 'agreed',
        ja: '弾道ミサイル防衛を進めることで合意した。',
        en: 'They agreed to advance ballistic missile defense.',
        topics: ['missile-defense'],
      },
    ],
  },
];

/** Five consultations, four people, made up: two defense ministerials with a call between, a trilateral, one known by its month. */
export function fixtureKnowledge(): KnowledgeBase {
  const byId = <T extends { readonly id: string }>(entries: readonly T[]) =>
    new Map(entries.map((each) => [each.id, each]));
  const consultations = meetings.map(({ people: attending, outcomes, ...rest }) =>
    Consultation.parse({
      ...rest,
      title: { ja: `会談 ${rest.date}`, en: `Meeting of ${rest.date}` },
      participants: attending.map((id) => ({
        person: id,
        office: offices[id],
        country: people.find((each) => each.id === id)?.country,
      })),
      outcomes: outcomes.map((outcome) => ({ ...outcome, sources: [{ source: 'page' }] })),
      sources: ['page'],
      status: 'published',
      addedOn: '2026-01-01',
    }),
  );
  return {
    version: 'fixture',
    consultations,
    frameworks: byId([
      framework('defense', 'ministers', '防衛相会談', 'Defense Ministerial'),
      framework('foreign', 'ministers', '外相会談', 'Foreign Ministerial'),
      framework('trilateral', 'trilateral', '日米韓', 'Trilateral'),
      framework('trilateral-defense', 'trilateral', '日米韓防衛相会合', 'Trilateral Defense', 'trilateral'),
    ]),
    people: byId(people),
    topics: byId([
      topic('missiles', 'ミサイル', 'Missiles'),
      topic('missile-defense', 'ミサイル防衛', 'Missile defense', 'missiles'),
      topic('missile-warning', 'ミサイル警戒', 'Missile warning', 'missile-defense'),
      topic('command', '指揮統制', 'Command and control'),
      topic('exercises', '共同訓練', 'Exercises'),
    ]),
    documents: new Map(),
    administrations: new Map(),
    countries: byId([
      CountryEntry.parse({ id: 'KR', names: { ja: '韓国', en: 'South Korea' }, aliases: none }),
      CountryEntry.parse({ id: 'SG', names: { ja: 'シンガポール', en: 'Singapore' }, aliases: none }),
    ]),
    sources: new Map(),
    coverage: { from: '2023-10-04', to: '2025-03-30', consultations: consultations.length },
  };
}

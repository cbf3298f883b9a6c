import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { Consultation } from '../../src/knowledge/schema.ts';
import { languageLists, realCountry } from '../language-lists.ts';

/** A consultation with invented content; what a test is about is given. */
export function consultation(fields: Partial<Consultation> & Pick<Consultation, 'id' | 'date'>): Consultation {
  return {
    framework: 'talks',
    title: { ja: '日米試験協議', en: 'Japan–U.S. Test Talks' },
    format: 'in-person',
    place: { ja: '東京', en: 'Tokyo', country: 'JP' },
    participants: [{ person: 'yamada', office: { ja: '担当大臣', en: 'Minister' }, country: 'JP' }],
    outcomes: [
      {
        act: 'discussed',
        ja: '協力について話し合った。',
        en: 'They discussed cooperation.',
        topics: ['cooperation'],
        sources: [{ source: 'page', locator: { ja: '第2段落', en: 'para. 2' } }],
      },
      {
        act: 'agreed',
        ja: '訓練を増やすことで一致した。',
        en: 'They agreed to train more.',
        topics: ['training'],
        sources: [{ source: 'page', locator: { ja: '第3段落', en: 'para. 3' } }],
      },
    ],
    documents: [],
    sources: ['page'],
    status: 'published',
    addedOn: '2024-01-01',
    ...fields,
  };
}

/** A knowledge base of these consultations. */
export function knowledgeOf(consultations: readonly Consultation[]): KnowledgeBase {
  const sorted = [...consultations].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  const definition = [{ ja: '定義。', en: 'A definition.', sources: [{ source: 'page' }] }];
  const aliases = { ja: [], en: [] };
  return {
    version: 'fixture00000',
    consultations: sorted,
    frameworks: new Map(
      [
        { id: 'talks', names: { ja: '試験協議', en: 'Test Talks' }, level: 'officials' as const },
        { id: 'sub-talks', names: { ja: '下位協議', en: 'Sub-Talks' }, level: 'officials' as const, parent: 'talks' },
        { id: 'summit', names: { ja: '首脳会談', en: 'Summit' }, level: 'leaders' as const },
      ].map((framework) => [
        framework.id,
        {
          ...framework,
          kind: framework.id,
          countries: ['JP', 'US'],
          fields: [],
          pairs: [],
          sides: [],
          facts: [],
          aliases,
          definition,
        },
      ]),
    ),
    people: new Map([
      [
        'yamada',
        {
          id: 'yamada',
          names: { ja: '山田太郎', kana: 'やまだたろう', en: 'Yamada Taro' },
          family: { ja: '山田', en: 'Yamada' },
          aliases,
          country: 'JP',
          offices: [],
        },
      ],
    ]),
    topics: new Map(
      [
        { id: 'cooperation', labels: { ja: '協力', en: 'Cooperation' } },
        { id: 'training', labels: { ja: '訓練', en: 'Training' }, parent: 'cooperation' },
        { id: 'amraam', labels: { ja: 'アムラーム', en: 'AMRAAM' } },
      ].map((topic) => [topic.id, { ...topic, aliases, parts: [], definition }]),
    ),
    documents: new Map(),
    administrations: new Map(),
    countries: new Map(['JP', 'US'].map((code) => [code, realCountry(code)])),
    ...languageLists,
    sources: new Map([
      [
        'page',
        {
          id: 'page',
          title: 'A page',
          publisher: { ja: '試験省', en: 'Test Ministry' },
          kind: 'official' as const,
          language: 'en' as const,
          url: 'https://example.org/page',
          published: '2024-01-01',
        },
      ],
    ]),
    coverage: {
      from: sorted[0]?.date.slice(0, 10) ?? '2024-01-01',
      to: sorted.at(-1)?.date.slice(0, 10) ?? '2024-01-01',
      consultations: sorted.length,
    },
  };
}

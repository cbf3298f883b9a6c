import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/knowledge/fault.ts';
import { inspectFiles } from '../../src/knowledge/inspect.ts';
import { theRecord, withEdit, withFiles } from './small-knowledge.ts';

/** The faults of an edited folder, as the checker prints them. */
const faultsOf = (files: { path: string; text: string }[]): string[] => inspectFiles(files).faults.map(describeFault);

const file = '2025-03-30-defense-ministerial.yaml';
/** The one record with another act and other sentences. */
const withSentences = (act: string, ja: string, en: string) =>
  withFiles({
    [theRecord]: (withFiles({})[0]?.text ?? '')
      .replace('act: agreed', `act: ${act}`)
      .replace('地域のパートナーとの協力を進めることで一致した。', ja)
      .replace('They agreed to advance cooperation with regional partners.', en),
  });

const breakages: readonly (readonly [string, { path: string; text: string }[], RegExp])[] = [
  [
    'a misspelt key',
    withEdit(theRecord, 'format:', 'fromat:'),
    /:5:\d+ has an unknown key "fromat" — did you mean "format"\?/,
  ],
  [
    'a missing language',
    withEdit(theRecord, '    en: They agreed to advance cooperation with regional partners.\n', ''),
    /:11:\d+ outcomes\.en is missing — add "en:"/,
  ],
  [
    'an unknown person',
    withEdit(theRecord, 'person: nakatani-gen', 'person: nakatani-ge'),
    /:8:15 "nakatani-ge" is not in people\.yaml — did you mean "nakatani-gen"\?/,
  ],
  [
    'an unknown source',
    withEdit(theRecord, 'source: mod-2025-03-30', 'source: mofa-1999'),
    /:15:\d+ "mofa-1999" is not in sources\.yaml — add it to sources\.yaml or correct the id/,
  ],
  [
    'an outcome without a source',
    withEdit(theRecord, 'sources: [{ source: mod-2025-03-30, locator: { ja: 第2段落, en: para. 2 } }]', 'sources: []'),
    /:15:\d+ sources is empty — fill it in/,
  ],
  [
    'a day that does not exist',
    withFiles({
      [theRecord]: null,
      'consultations/2025/2025-02-30-defense-ministerial.yaml': (withFiles({})[0]?.text ?? '')
        .replaceAll('2025-03-30-d', '2025-02-30-d')
        .replace('date: 2025-03-30', 'date: 2025-02-30'),
    }),
    /date 2025-02-30 does not exist — give the real day/,
  ],
  [
    'a date that is not the id’s',
    withEdit(theRecord, 'date: 2025-03-30', 'date: 2025-03-29'),
    /does not begin with its date 2025-03-29 — /,
  ],
  [
    'an office outside its term',
    withEdit('people.yaml', 'to: 2025-10-21', 'to: 2025-03-01'),
    new RegExp(
      `${file}:8:\\d+ Nakatani Gen was Minister of Defense from 2024-10-01 to 2025-03-01, not on 2025-03-30 — `,
    ),
  ],
  [
    'English under ja',
    withEdit(theRecord, 'ja: 地域のパートナーとの協力を進めることで一致した。', 'ja: They agreed。'),
    /:12:9 Japanese text holds no Japanese: "They agreed。" — write it in Japanese/,
  ],
  [
    'Japanese under en',
    withEdit(theRecord, 'en: Japan–U.S. Defense Ministerial', 'en: 日米防衛相会談'),
    /:3:\d+ English text holds Japanese: "日米防衛相会談" — write it in English/,
  ],
  [
    'a Japanese alias in English',
    withEdit('people.yaml', 'ja: [中谷防衛大臣]', 'ja: [Defense Minister Nakatani]'),
    /people\.yaml:5:\d+ Japanese alias is English: "Defense Minister Nakatani" — move it to en/,
  ],
  [
    'an alias of two entries',
    withEdit('topics.yaml', 'en: [partners]', 'en: [Secretary  HEGSETH]'),
    /topics\.yaml:5:\d+ "Secretary {2}HEGSETH" already names "hegseth-pete" in people\.yaml — /,
  ],
  [
    'an address nobody can open',
    withEdit('sources.yaml', 'https://www.mod.go.jp', 'http://localhost'),
    /sources\.yaml:6:8 address "http:\/\/localhost.*" is not on the public web — /,
  ],
  [
    'an act that the words do not bear out',
    withEdit(
      theRecord,
      'ja: 地域のパートナーとの協力を進めることで一致した。',
      'ja: 地域のパートナーとの協力について議論した。',
    ),
    /:11:10 act is agreed, but the sentences speak of no agreement — /,
  ],
  [
    'an act that one sentence does not report',
    withFiles({
      [theRecord]: (withFiles({})[0]?.text ?? '')
        .replace('act: agreed', 'act: welcomed')
        .replace('協力を進めることで一致した', '協力を歓迎した'),
    }),
    /:11:10 act is welcomed, but the English sentence does not say so — use the act that the source reports/,
  ],
  [
    'what was reaffirmed told as stated',
    withSentences(
      'stated',
      '協力の重要性を再確認し、継続を求めた。',
      'They reaffirmed its importance and called for more.',
    ),
    /:11:10 act is stated, but both sentences say that it was reaffirmed — let the act be reaffirmed/,
  ],
  [
    'a statement whose every page was there before the meeting',
    withEdit('sources.yaml', 'published: 2025-03-30', 'published: 2025-03-28'),
    /:15:14 every source of this statement was published before the meeting of 2025-03-30 — cite a page/,
  ],
  [
    'a first source older than the meeting',
    withEdit('sources.yaml', 'published: 2025-03-30', 'published: 2025-03-28'),
    /:16:11 the first source was published before the meeting of 2025-03-30 — /,
  ],
  [
    'a statement that rests on poor pages alone',
    withEdit('sources.yaml', 'kind: official', 'kind: news\n  quality: poor'),
    /:15:14 rests on poor pages alone — look for an official page/,
  ],
  [
    "the drafter's placeholder in a published record",
    withEdit(theRecord, 'en: They agreed to advance', 'en: (to be written in our own words) They agreed to advance'),
    /:13:9 still holds the drafter's placeholder — write it in our own words/,
  ],
  [
    'a title that begins in lower case after the countries',
    withEdit(theRecord, 'en: Japan–U.S. Defense Ministerial', 'en: Japan–U.S. defense ministerial'),
    /:3:\d+ title is in lower case: "Japan–U.S. defense …" — write its words with capitals/,
  ],
  [
    "the framework's short name left as a title",
    withEdit(theRecord, 'en: Japan–U.S. Defense Ministerial', 'en: defense ministerial'),
    /:3:\d+ title is in lower case: "defense ministerial …" — /,
  ],
  [
    'an end of a term that no page shows',
    withEdit('people.yaml', ', to: 2025-10-21, sources: [{ source: mod-2025-03-30 }]', ', to: 2025-10-21'),
    /people\.yaml:9:\d+ to 2025-10-21 has no page that shows it — add sources, or take the day out/,
  ],
  [
    'the beginning of an id',
    withEdit(theRecord, 'person: hegseth-pete', 'person: hegseth'),
    /:9:\d+ "hegseth" is not in people\.yaml — did you mean "hegseth-pete"\?/,
  ],
  [
    'an occasion that is in no list',
    withEdit(theRecord, 'participants:', 'occasion: g21\nparticipants:'),
    /^consultations\/.*:7:11 "g21" is not in occasions\.yaml — did you mean "g20"\?/,
  ],
  [
    'an occasion that nobody known holds',
    withEdit('occasions.yaml', '  names:', '  group: g20\n  names:'),
    /^occasions\.yaml:2:10 "g20" is not in groups\.yaml — add it to groups\.yaml or correct the id/,
  ],
  [
    'an id that goes on too long',
    withEdit(theRecord, 'framework: defense-ministerial', 'framework: defense-ministerial-telephone-talk'),
    /:2:12 "defense-ministerial-telephone-talk" is not in frameworks\.yaml — did you mean "defense-ministerial"\?/,
  ],
  [
    'an alias without an anchor',
    withEdit(theRecord, 'en: Japan–U.S. Defense Ministerial', 'en: *starred'),
    /:3:\d+ is not valid YAML: \*starred is an alias — put quotes around text that begins with \*/,
  ],
  [
    'a nest of aliases',
    withEdit(
      theRecord,
      'status: published',
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefgh'].map((n, at) => `${n}: &${n} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`),
      ].join('\n'),
    ),
    /:17:\d+ is not valid YAML: &a is an anchor — /,
  ],
  [
    'bytes in place of text',
    withEdit('sources.yaml', 'title: 日米防衛相会談', 'title: !!binary aGVsbG8='),
    /sources\.yaml:2:\d+ is not valid YAML: !!binary is a tag — take the tag out/,
  ],
  [
    'an act that is not known',
    withEdit(theRecord, 'act: agreed', 'act: promised'),
    /:11:10 act is "promised", which is not known — use one of: agreed, confirmed/,
  ],
  [
    'a draft',
    withEdit(theRecord, 'status: published', 'status: draft'),
    /:17:9 is still a draft, and is never answered from — /,
  ],
  [
    'a source that nothing cites',
    withFiles({
      'sources.yaml': `${withFiles({}).find(({ path }) => path === 'sources.yaml')?.text}\n- id: spare\n  title: x\n  publisher: { ja: 防衛省, en: MOD }\n  kind: official\n  language: ja\n  url: https://www.mod.go.jp/spare\n`,
    }),
    /sources\.yaml:9:7 "spare" is not used by any record — /,
  ],
  [
    'a remark of a country that was not there',
    withEdit(theRecord, '    topics: [partners]', '    topics: [partners]\n    by: [KR]'),
    /"KR" is not in countries\.yaml/,
  ],
  [
    'YAML that does not parse',
    withEdit(theRecord, 'title: {', 'title: {{'),
    /:4:\d+ is not valid YAML: .* — check the indentation/,
  ],
  [
    'a file in the wrong folder',
    withFiles({ [theRecord]: null, [`consultations/2024/${file}`]: withFiles({})[0]?.text ?? '' }),
    /name the file consultations\/2025\/2025-03-30-defense-ministerial\.yaml/,
  ],
  [
    'a framework above itself',
    withEdit('frameworks.yaml', '  countries: [JP, US]\n', '  countries: [JP, US]\n  parent: defense-ministerial\n'),
    /frameworks\.yaml:9:\d+ parent of "defense-ministerial" leads back to it: .* — take out/,
  ],
  [
    'two frameworks of one kind and the same countries',
    withEdit(
      'frameworks.yaml',
      '- id: defense-ministerial',
      '- id: defense-talks\n  names: { ja: 防衛協議, en: Defense talks }\n  aliases: {}\n  level: officials\n  kind: defense-ministers\n  countries: [US, JP]\n  definition: [{ ja: 協議。, en: Talks., sources: [{ source: mod-2025-03-30 }] }]\n- id: defense-ministerial',
    ),
    /frameworks\.yaml:\d+:9 "defense-ministerial" is of the kind defense-ministers with the same countries as "defense-talks"/,
  ],
  [
    'a member that is no known country',
    withEdit('frameworks.yaml', 'countries: [JP, US]', 'countries: [JP, US, KR]'),
    /frameworks\.yaml:8:\d+ "KR" is not in countries\.yaml/,
  ],
  [
    'a side of a country that is no member',
    withEdit(
      'frameworks.yaml',
      '  countries: [JP, US]\n',
      '  countries: [JP, US]\n  sides: [{ country: KR, ja: 国防部長官, en: Minister, sources: [{ source: mod-2025-03-30 }] }]\n',
    ),
    /frameworks\.yaml:9:\d+ seats a side of KR, which is no member — /,
  ],
  [
    'a place that has no entry',
    withEdit(theRecord, 'en: Tokyo (Ministry of Defense)', 'en: Tokyo (Happo-en)'),
    /:6:\d+ "Happo-en" is no place in places\.yaml — add it there/,
  ],
  [
    'a place within itself',
    withEdit('places.yaml', 'within: JP', 'within: ministry-of-defense'),
    /places\.yaml:5:\d+ "tokyo" lies within itself — /,
  ],
  [
    'a member that is outside',
    withEdit('countries.yaml', '- id: US\n', '- id: US\n  outside: true\n'),
    /countries\.yaml:8:\d+ US is outside here and a member in frameworks\.yaml — /,
  ],
  [
    'a post of another country',
    withEdit('posts.yaml', 'country: US', 'country: JP'),
    /people\.yaml:19:\d+ Pete Hegseth is of US, but posts\.yaml gives "us-secretary-of-defense" to JP — /,
  ],
  [
    'an office whose post has no entry',
    withEdit('people.yaml', 'post: jp-defense-minister', 'post: jp-defence-minister'),
    /people\.yaml:9:\d+ "jp-defence-minister" is not in posts\.yaml — did you mean "jp-defense-minister"\?/,
  ],
  [
    'pages read in part before they were read through',
    withFiles({
      'coverage.yaml':
        '- id: pages\n  kinds: [official]\n  names: { ja: 頁, en: Pages }\n  through: 2026-03-20\n  inPart: 2026-03-01\n',
    }),
    /coverage\.yaml:5:\d+ inPart 2026-03-01 lies before through 2026-03-20 — /,
  ],
  [
    'a part of a document that is not there',
    withFiles({
      'documents.yaml':
        '- id: annex\n  names: { ja: 付属書, en: Annex }\n  aliases: {}\n  partOf: treaty\n  definition: [{ ja: 付属書。, en: An annex., sources: [{ source: mod-2025-03-30 }] }]\n',
    }),
    /documents\.yaml:4:\d+ "treaty" is not in documents\.yaml/,
  ],
  ['a missing list', withFiles({ 'topics.yaml': null }), /topics\.yaml:1:1 is missing — restore it/],
];

describe('inspecting a folder of records', () => {
  it('finds nothing wrong with sound records', () => {
    const { faults, knowledge } = inspectFiles(withFiles({}));
    expect(faults).toEqual([]);
    expect(knowledge?.consultations.map(({ id }) => id)).toEqual(['2025-03-30-defense-ministerial']);
  });

  it.each(breakages)('names %s with file, line, column and fix', (_, files, expected) => {
    expect(faultsOf(files).filter((line) => expected.test(line))).not.toEqual([]);
  });

  it('reports every fault at once, in file order', () => {
    const files = withEdit(theRecord, 'format: in-person', 'format: by-pigeon').map((entry) =>
      entry.path === 'sources.yaml' ? { ...entry, text: entry.text.replace('kind: official', 'kind: gossip') } : entry,
    );
    const lines = faultsOf(files);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^consultations\/.*:5:9 format is "by-pigeon"/);
    expect(lines[1]).toMatch(/^sources\.yaml:4:9 kind is "gossip"/);
  });

  it('does not blame the records for a list that cannot be read', () => {
    expect(faultsOf(withEdit('topics.yaml', 'labels: {', 'labels: {{'))).toHaveLength(1);
  });

  it('names one line for one that cannot be read, not those that it makes unreadable', () => {
    expect(faultsOf(withEdit(theRecord, 'outcomes:', 'outcomes:\n  bad indent: ['))).toHaveLength(1);
  });

  it.each(['published', 'draft'])(
    'gives one line for a %s record whose YAML trips only when values are made',
    (status) => {
      const files = withFiles({ [theRecord]: `id: x\nstatus: ${status}\nnote: *x\nby: !!set {x}\nat: &y z\n` });
      expect(faultsOf(files)).toHaveLength(1);
    },
  );

  it('takes a page of the day before at the venue for one of the same day elsewhere', () => {
    expect(faultsOf(withEdit('sources.yaml', 'published: 2025-03-30', 'published: 2025-03-29'))).toEqual([]);
  });

  it('lets a remark about what was reaffirmed be a remark', () => {
    const files = withSentences(
      'stated',
      '会談で重要性を再確認したと述べた。',
      'He said that they had reaffirmed its importance.',
    );
    expect(faultsOf(files)).toEqual([]);
  });

  it('notes a draft without calling it a fault', () => {
    const { faults } = inspectFiles(withEdit(theRecord, 'status: published', 'status: draft'));
    expect(faults.map(({ severity }) => severity)).toEqual(['note']);
  });

  it('refuses knowledge with an error, and keeps knowledge that is only untidy', () => {
    expect(inspectFiles(withEdit(theRecord, 'act: agreed', 'act: promised')).knowledge).toBeNull();
    const { knowledge } = inspectFiles(withEdit(theRecord, 'status: published', 'status: draft'));
    expect(knowledge?.consultations).toEqual([]);
  });

  it('is a new version when any character changes, and the same version otherwise', () => {
    const version = inspectFiles(withFiles({})).knowledge?.version;
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(inspectFiles(withFiles({})).knowledge?.version).toBe(version);
    expect(inspectFiles(withEdit(theRecord, '地域の', '各地域の')).knowledge?.version).not.toBe(version);
  });
});

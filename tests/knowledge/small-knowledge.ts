import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small sound folder of records: the path of each file and its text. */
export const smallKnowledge: Readonly<Record<string, string>> = {
  'consultations/2025/2025-03-30-defense-ministerial.yaml': `id: 2025-03-30-defense-ministerial
framework: defense-ministerial
title: { ja: 日米防衛相会談, en: Japan–U.S. Defense Ministerial }
date: 2025-03-30
format: in-person
place: { ja: 東京・防衛省, en: Tokyo (Ministry of Defense), country: JP }
participants:
  - { person: nakatani-gen, office: { ja: 防衛大臣, en: Minister of Defense }, country: JP }
  - { person: hegseth-pete, office: { ja: 国防長官, en: Secretary of Defense }, country: US }
outcomes:
  - act: agreed
    ja: 地域のパートナーとの協力を進めることで一致した。
    en: They agreed to advance cooperation with regional partners.
    topics: [partners]
    sources: [{ source: mod-2025-03-30, locator: { ja: 第2段落, en: para. 2 } }]
sources: [mod-2025-03-30]
status: published
addedOn: 2026-11-25
`,
  'frameworks.yaml': `- id: defense-ministerial
  names: { ja: 日米防衛相会談, en: Japan–U.S. defense ministerial }
  aliases:
    ja: [防衛相会談]
    en: [defense ministerial]
  level: ministers
  kind: defense-ministers
  countries: [JP, US]
  definition:
    - ja: 防衛相会談は防衛大臣と国防長官の会談。
      en: The defense ministerial is held by the Minister and the Secretary of Defense.
      sources: [{ source: mod-2025-03-30 }]
`,
  'people.yaml': `- id: nakatani-gen
  names: { ja: 中谷元, kana: なかたに げん, en: Nakatani Gen }
  family: { ja: 中谷, en: Nakatani }
  aliases:
    ja: [中谷防衛大臣]
    en: [Gen Nakatani]
  country: JP
  offices:
    - { post: jp-defense-minister, ja: 防衛大臣, en: Minister of Defense, from: 2024-10-01, to: 2025-10-21, sources: [{ source: mod-2025-03-30 }] }

- id: hegseth-pete
  names: { ja: ピート・ヘグセス, en: Pete Hegseth }
  family: { ja: ヘグセス, en: Hegseth }
  aliases:
    ja: [ヘグセス国防長官, ヘグセス米国防長官]
    en: [Secretary Hegseth]
  country: US
  offices:
    - { post: us-secretary-of-defense, ja: 国防長官, en: Secretary of Defense, from: 2025-01-25, sources: [{ source: mod-2025-03-30 }] }
`,
  'posts.yaml': `- id: jp-defense-minister
  names: { ja: 防衛大臣, en: Minister of Defense }
  country: JP
  aliases:
    ja: [防衛相]
    en: [defense minister]
  titles: [minister]

- id: us-secretary-of-defense
  names: { ja: 国防長官, en: Secretary of Defense }
  country: US
  aliases:
    ja: []
    en: [secdef]
  titles: [secretary]
`,
  'titles.yaml': `- id: minister
  aliases:
    ja: [大臣]
    en: [minister]

- id: secretary
  aliases:
    ja: [長官]
    en: [secretary]
`,
  'topics.yaml': `- id: partners
  labels: { ja: 地域のパートナー, en: Regional partners }
  aliases:
    ja: [パートナー]
    en: [partners]
  definition:
    - ja: 地域のパートナーは日米と協力する国々。
      en: Regional partners are the countries that cooperate with the two.
      sources: [{ source: mod-2025-03-30 }]
`,
  'documents.yaml': '[]\n',
  'administrations.yaml': '[]\n',
  'countries.yaml': `- id: JP
  names: { ja: 日本, en: Japan }
  aliases:
    ja: []
    en: []

- id: US
  names: { ja: 米国, en: United States }
  aliases:
    ja: []
    en: []
`,
  'groups.yaml': '[]\n',
  'occasions.yaml': `- id: g20
  names: { ja: G20, en: G20 meeting }
  aliases:
    ja: []
    en: [G20]
`,
  'coverage.yaml': '[]\n',
  'places.yaml': `- id: tokyo
  kind: city
  names: { ja: 東京, en: Tokyo }
  aliases: {}
  within: JP
  governmentOf: JP

- id: ministry-of-defense
  kind: venue
  names: { ja: 防衛省, en: Ministry of Defense }
  aliases: {}
  within: tokyo
`,
  'words.yaml': `- id: format-telephone
  kind: format
  value: telephone
  ja: [電話]
  en: [telephone]
`,
  'sources.yaml': `- id: mod-2025-03-30
  title: 日米防衛相会談
  publisher: { ja: 防衛省, en: Ministry of Defense of Japan }
  kind: official
  language: ja
  url: https://www.mod.go.jp/j/approach/anpo/2025/0330b_usa-j.html
  published: 2025-03-30
`,
};

export const theRecord = 'consultations/2025/2025-03-30-defense-ministerial.yaml';

/** The small knowledge with some files replaced; `null` leaves a file out. */
export function withFiles(changes: Readonly<Record<string, string | null>>): { path: string; text: string }[] {
  const files = { ...smallKnowledge, ...changes };
  return Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

/** The small knowledge with one piece of one file replaced; throws when the piece is not there, so that no test is vacuous. */
export function withEdit(path: string, from: string, to: string): { path: string; text: string }[] {
  const text = smallKnowledge[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}"`);
  return withFiles({ [path]: text.replace(from, to) });
}

/** Writes files into a fresh folder that is removed by `remove`. */
export function writeFolder(files: readonly { path: string; text: string }[]): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kyogi-knowledge-'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

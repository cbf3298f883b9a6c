import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../src/desk.ts';
import { findConsultations } from '../src/knowledge/draft/find-consultations.ts';
import { readDocument } from '../src/knowledge/draft/read-document.ts';
import { describeFault } from '../src/knowledge/fault.ts';
import { inspectFiles } from '../src/knowledge/inspect.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { resolveFilters } from '../src/knowledge/resolve.ts';
import { nodes, sources } from './code/syntax.ts';
import { withEdit } from './knowledge/small-knowledge.ts';

const knowledge = loadKnowledge(resolve(import.meta.dirname, '../knowledge'));
const desk = createDesk(knowledge);
const clock = { now: Temporal.Instant.from('2026-11-23T03:00:00Z'), zone: 'Asia/Tokyo' };
const ask = (text: string) => desk.ask({ text, clock });

/** As the record has it, and as others write it. */
const written: readonly (readonly [string, string])[] = [
  ['高市', '髙市'],
  ['吉田圭秀', '𠮷田圭秀'],
  ['山崎幸二', '山﨑幸二'],
  ['浜田', '濵田'],
  ['河邉', '河邊'],
  ['小泉進次郎', '小泉進次郞'],
  ['深澤雅貴', '深沢雅貴'],
  ['ヘグセス', 'ﾍｸﾞｾｽ'],
  ['Hegseth', 'Heg\u200bseth'],
];

describe.each(written)('%s, written %s,', (name, other) => {
  test('is asked for', () => {
    expect(ask(`${other}の会談`).consultations).toEqual(ask(`${name}の会談`).consultations);
  });

  test('is completed', () => {
    const offered = (typed: string) => desk.suggest({ typed, kind: 'person', language: 'ja', limit: 5 });
    expect(offered(other)).toEqual(offered(name));
    expect(offered(other)).not.toEqual([]);
  });

  test('filters a digest', () => {
    const people = (typed: string) => resolveFilters({ people: [typed] }, knowledge);
    expect(people(other).filters).toEqual(people(name).filters);
    expect(people(other).unresolved).toEqual([]);
  });
});

test('a name in other kanji is found by the drafter', () => {
  const drafted = (text: string) =>
    findConsultations(readDocument(text), knowledge, { source: 'mod-white-paper-2025', today: '2026-11-25' }).map(
      ({ id, participants }) => [id, participants.map(({ person }) => person)],
    );
  const plain = drafted(
    '2025年3月、中谷防衛大臣はヘグセス国防長官と日米防衛相会談を実施した。両閣僚は、緊密に協力することを確認した。',
  );
  expect(plain).toEqual([['2025-03-defense-ministerial', ['nakatani-gen', 'hegseth-pete']]]);
  const other =
    '2025年3月、中谷防衞大臣はヘグセス國防長官と日米防衞相會談を實施した。両閣僚は、緊密に協力することを確認した。';
  expect(drafted(other)).toEqual(plain);
});

test('a name in other kanji is found in the sentences of the record', () => {
  expect(ask('臺灣海峽の平和と安定').consultations).toEqual(ask('台湾海峡の平和と安定').consultations);
});

test('the checker refuses one name of two entries, whatever kanji it is written in', () => {
  const files = withEdit('topics.yaml', 'ja: [', 'ja: [中谷防衞大臣, ');
  expect(inspectFiles(files).faults.map(describeFault)).toEqual([
    expect.stringContaining('"中谷防衞大臣" already names "nakatani-gen" in people.yaml'),
  ]);
});

test('an answer keeps the spelling of the record', () => {
  const { headline } = ask('髙市総理とトランプ大統領の会談');
  expect(headline?.text).toContain('高市早苗');
  expect(headline?.text).not.toContain('髙');
});

test('only src/text levels characters', () => {
  const wrong = sources('src', 'adapters')
    .filter(({ file }) => !file.startsWith('src/text/'))
    .filter(({ program }) =>
      [...nodes(program)].some((node) => node.type === 'Literal' && (node.value === 'NFKC' || node.value === 'NFC')),
    );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

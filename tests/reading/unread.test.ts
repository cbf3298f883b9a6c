import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const desk = createDesk(loadKnowledge(resolve(import.meta.dirname, '../../knowledge')));
const ask = (text: string) =>
  desk.ask({ text, clock: { now: Temporal.Instant.from('2026-11-23T03:00:00Z'), zone: 'Asia/Tokyo' } });
const leftOut = (text: string) => ask(text).disclosures.flatMap(({ kind, text }) => (kind === 'dropped' ? [text] : []));

test.each([
  ['2025年 5 の会談', '「5」'],
  ['who met in March 2025 the 30?', '“30”'],
  ['2-2はいつ', '「2-2」'],
  ['２－２はいつ', '「２－２」'],
  ['2025-03-30 10:00の会談', '「10:00」'],
  ['Sun, 30 Mar 2025 10:00:00 +0900 meeting', '“10:00:00 +0900”'],
])('says which figures were not read: %s', (text, figures) => {
  expect(leftOut(text)).toEqual([expect.stringContaining(figures)]);
});

test.each([
  'the latest 3 summits in 2025',
  '3 summits in 2025',
  '2025年の会談を3つ',
  '2024年第3回の会談',
  'F-35について2025年に何を話した',
  '2025年3月30日の会談',
  '2025年に12機のF-35',
])('says nothing where every figure counts for something: %s', (text) => {
  expect(leftOut(text).filter((line) => /読み取れ|could not be read/.test(line))).toEqual([]);
});

test.each([
  ['2025 年 3 月の会談', '2025年3月の会談'],
  ['2025ー03ー30の会談', '2025-03-30の会談'],
  ['2025年，3月の会談', '2025年3月の会談'],
  ['令7.3.30の防衛相会談', '令和7年3月30日の防衛相会談'],
  ['2025年3月30(日)の会談', '2025年3月30日の会談'],
  ['May. 9, 2025 meetings', 'May 9, 2025 meetings'],
  ['who met in Ma\u200brch 2025', 'who met in March 2025'],
  ['who met on <t:1743292800:D>?', 'who met on 2025-03-30?'],
  ['meetings on 2025-03-30T10:00:00Z', 'meetings on 2025-03-30'],
  ['meetings 2024-07..2024-09', 'meetings from July to September 2024'],
  ['~~2024年~~2025年3月の防衛相会談', '2025年3月の防衛相会談'],
  ['https://www.mofa.go.jp/a.htmlにある2025年3月の防衛相会談の出席者は？', '2025年3月の防衛相会談の出席者は？'],
  ['第 3 回の日米比首脳会談', '第3回の日米比首脳会談'],
  ['3 か月前の会談', '3か月前の会談'],
  ['2️⃣+2️⃣はいつ', '2+2はいつ'],
  ['Fー35について', 'F-35について'],
])('answers %s as it answers %s', (typed, plain) => {
  const [one, other] = [ask(typed), ask(plain)];
  expect([one.status, one.question.period, one.consultations, one.headline.text]).toEqual([
    other.status,
    other.question.period,
    other.consultations,
    other.headline.text,
  ]);
});

test.each(['2025年元日の会談', "meetings on New Year's Day 2025", '2024年7月晦日の会談'])(
  'finds nothing on a day with a name that had no meeting, and does not widen it: %s',
  (text) => {
    expect(ask(text)).toMatchObject({ status: 'not-found', consultations: [] });
  },
);

test.each([
  ['what was said about parsnips and parsnips and parsnips', 'what was said about parsnips'],
  ['合意し、合意し、合意したのは、いつの会談', '合意したのはいつの会談'],
  ['what did Hegseth, Hegseth and Hegseth say', 'what did Hegseth say'],
])('demands once what is said again: %s', (text, once) => {
  const demands = (typed: string) => ask(typed).question.constraints.map(({ span: _, ...demand }) => demand);
  expect(demands(text)).toEqual(demands(once));
});

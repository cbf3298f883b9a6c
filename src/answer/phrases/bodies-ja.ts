import type { bodiesEn } from './bodies-en.ts';
import { frameworkNoun } from './scope-ja.ts';
import { joined, levelWords } from './words-ja.ts';

/** What is said of the frameworks themselves: who sits in them, how high, since when, what is above and below. */
export const bodiesJa: typeof bodiesEn = {
  countriesOf: (name, countries) => `${name}の参加国は、${joined(countries)}です。`,
  members: (name, members) => `${name}の構成員は、${members}です。`,
  sides: (name, sides) =>
    `${name}には、${sides.map(({ country, who }) => `${country}側から${who.replace(/^([^、（]+)、([^、（]+)$/, '$1と$2')}`).join('、')}が出席します。`,
  onRecord: (name, count, latest) =>
    `${count === 1 ? `記録にある${name}は1件で、` : `${name}は記録に${count}件あり、最新は`}${latest.date}${latest.place === null ? '' : `（${latest.place}）`}です。`,
  frameworks(about, count, names) {
    const number = count < 10 ? `${count}つ` : `${count}`;
    if (names.length === 0) return `${frameworkNoun(about)}は、記録に${number}あります。`;
    return `${frameworkNoun(about)}として記録にあるのは、${joined(names)}${count === 1 ? '' : `の${number}`}です。`;
  },
  noFramework: (about) => `${frameworkNoun(about)}は、記録にありません。`,
  frameworksOf: (level, names) => `${levelWords[level]}：${names.join('、')}`,
  above: (name, over, family) => `${name}は、${over}${family ? 'に属する協議です' : 'の下に置かれています'}。`,
  below: (name, under) => `${name}の下には、${joined(under)}があります。`,
  noneAbove: (name) => `${name}の上に置かれた枠組みは、記録にありません。`,
  noneBelow: (name) => `${name}の下に置かれた枠組みは、記録にありません。`,
  levelsOf: (levels) =>
    `協議のレベルが違います。${levels.map(([name, level]) => `${name}は${levelWords[level]}`).join('、')}の協議です。`,
  noRhythm: (name) => `${name}がどのくらいの頻度で開かれるかは、記録にありません。`,
  levelOf: (name, level) => `${name}は、${levelWords[level]}の協議です。`,
  notAtLevel: (name, own, asked) =>
    `${name}は${levelWords[own]}の協議で、${levelWords[asked]}で開かれた記録はありません。`,
  alikeAtLevel: (level) => `同じ分野の${levelWords[level]}の協議`,
};

import { explainPolitely } from '../polite.ts';
import { aboutJa } from './about-ja.ts';
import { asksJa } from './asks-ja.ts';
import { bodiesJa } from './bodies-ja.ts';
import { meetingJa } from './meeting-ja.ts';
import type { Phrases } from './phrases.ts';
import { postsJa } from './posts-ja.ts';
import { scope } from './scope-ja.ts';
import { severalJa } from './several-ja.ts';
import { sidesJa } from './sides-ja.ts';
import { bracket, joined, named, opensWith, quoted } from './words-ja.ts';

/** Answers' sentences in Japanese, です・ます throughout. */
export const ja: Phrases = {
  ...aboutJa,
  ...bodiesJa,
  ...meetingJa,
  ...severalJa,
  ...sidesJa,
  ...postsJa,
  ask: asksJa,

  attendees: (people) => joined(people.map(named)),
  names: joined,
  person: (name) => `${name}氏`,
  scope,
  rests: (count) => `出典は次の${count}件です。`,
  official: (count, all) =>
    count === 0
      ? `公式の発表は記録になく、出典は次の${all}件です。`
      : `公式の発表が記録にあります（出典${all}件のうち${count}件）。`,
  source: ({ title, publisher, published, locator, language }) =>
    `${publisher}${quoted(title)}${bracket([published, locator, language === 'en' ? '英文' : null])}`,

  noneShown: (count) =>
    `直前に示した${count === 1 ? '' : `${count}件の`}協議には該当がないため、記録全体からお答えします。`,
  noneLeft: (about) => `${scope(about)}は、記録にありません。記録全体からお答えします。`,
  opened: (opening, sentence) => `${opening}${sentence}`,
  yes: (sentence) => `はい。${sentence}`,
  no: (sentence) => `いいえ。${sentence}`,
  closest: (sentence) => `記録で最も近いのは、次の内容です。${sentence}`,
  notHeld: (event) =>
    `この記録にあるのは日米の協議と、日米に第三国が加わった協議で、${event}そのものは載っていません。関連する記録は次のとおりです。`,
  severalHeld: (about, count, latest) =>
    `${scope(about)}は記録に${count}件あり、直近は${latest.date}の${latest.name}です。`,
  reached(about, count, { relation, count: wanted }, holds) {
    const unit = { more: 'を超え', 'at-least': '以上', fewer: '未満', 'at-most': '以下', exactly: 'ちょうど' };
    const measure = relation === 'exactly' ? `ちょうど${wanted}件` : `${wanted}件${unit[relation]}`;
    if (relation === 'more')
      return holds
        ? `はい。${scope(about)}は、記録に${count}件あり、${measure}ています。`
        : `いいえ。記録にある${scope(about)}は${count}件で、${measure}ていません。`;
    return holds
      ? `はい。${scope(about)}は、記録に${count}件あり、${measure}です。`
      : `いいえ。記録にある${scope(about)}は${count}件で、${measure}ではありません。`;
  },
  notSoMany: (about, count, latest, nth) =>
    `${nth === undefined ? '' : `第${nth}回は記録にありません。`}${scope(about)}は記録に${count}件あり、直近は${latest.date}の${latest.name}です。`,

  defined: (name, text, short = name) =>
    opensWith(text, name) || opensWith(text, short) ? explainPolitely(text) : `${name}：${explainPolitely(text)}`,
  explained: explainPolitely,
  documentDated: (name, date) => `${name}の日付は、${date}です。`,
  noDay: (name) => `${name}がいつ出されたかは、記録にありません。`,
  noTerm: (name) => `${name}がいつまで有効かは、記録にありません。`,
};

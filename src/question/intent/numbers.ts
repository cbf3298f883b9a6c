import type { Threshold } from '../question.ts';
import type { MaskedText } from './cues.ts';

/** Which of several in order of time is meant: "the second last", 前々回, "the third summit". */
export type Place = { readonly order: 'first' | 'latest'; readonly skip: number };

const ENGLISH_ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const KANJI_NUMBERS = '一二三四五六七八九十';

const ORDINAL = `(${ENGLISH_ORDINALS.slice(1).join('|')}|\\d{1,2}(?:nd|rd|th))`;
const NUMBER = `(\\d{1,3}|${ENGLISH_NUMBERS.join('|')})`;
const FROM_END = new RegExp(`\\b${ORDINAL}(?:[ -]to)?[ -](?:last|latest|most[ -]recent|newest)\\b`);
const BUT_ONE =
  /\bpenultimate\b|\bnext[ -]to[ -]last\b|\b(?:last|latest) but one\b|\b(?:F|meetings?|talks|calls?|summit|one|time) before (?:the )?last\b(?! (?:F|meeting|summit|year|month|week))/;
const FROM_START = new RegExp(
  `\\b${ORDINAL} (?:(?:ever|C|K|M|phone|face-to-face|in-person) )*(?:F|meetings?|talks|calls?|conversation|M|encounter)\\b|\\bfor (?:the|a) ${ORDINAL} time\\b`,
);
const AGO = new RegExp(`\\b${NUMBER} (?:F|meetings?|talks|calls?) ago\\b`);

/** The place in order that an English text names; `null` for the plain first and last. */
export function placeEnglish(masked: MaskedText): Place | null {
  const fromEnd = FROM_END.exec(masked)?.[1];
  if (fromEnd) return { order: 'latest', skip: ordinal(fromEnd) - 1 };
  if (BUT_ONE.test(masked)) return { order: 'latest', skip: 1 };
  const ago = AGO.exec(masked)?.[1];
  if (ago) return { order: 'latest', skip: Math.max(0, number(ago) - 1) };
  const found = FROM_START.exec(masked);
  const word = found?.[1] ?? found?.[2];
  return word ? { order: 'first', skip: ordinal(word) - 1 } : null;
}

const JAPANESE_NUMBER = `(\\d{1,2}|[${KANJI_NUMBERS}])`;
const JAPANESE_FROM_END = new RegExp(
  `(?:最後|最新|直近|一番新しい(?:もの|の)?|新しい(?:方|ほう))から(?:数えて)?${JAPANESE_NUMBER}(?:番目|つ目|回目|件目|個目)`,
);
const JAPANESE_BUT_ONE = /前々回|前前回|前回の(?:さらに|もう(?:一|ひと)つ|その)?前|最新の(?:一つ|1つ|ひとつ)前/;
const JAPANESE_AGO = new RegExp(`${JAPANESE_NUMBER}(?:回|つ)前の(?=F|会談|会合|協議|K|M)`);
const JAPANESE_FROM_START = new RegExp(`(?<!第)${JAPANESE_NUMBER}(?:回目|度目|番目)`);

/** The place in order that a Japanese text names; `null` for the plain first and last. */
export function placeJapanese(masked: MaskedText): Place | null {
  const fromEnd = JAPANESE_FROM_END.exec(masked)?.[1];
  if (fromEnd) return { order: 'latest', skip: kanji(fromEnd) - 1 };
  if (JAPANESE_BUT_ONE.test(masked)) return { order: 'latest', skip: 1 };
  const ago = JAPANESE_AGO.exec(masked)?.[1];
  if (ago) return { order: 'latest', skip: Math.max(0, kanji(ago) - 1) };
  const count = JAPANESE_FROM_START.exec(masked)?.[1];
  return count && kanji(count) > 1 ? { order: 'first', skip: kanji(count) - 1 } : null;
}

const UNITS = '(?:times?|occasions|F|meetings?|summits?|calls?|talks|consultations|M)';
const BEFORE_NUMBER: readonly (readonly [RegExp, Threshold['relation']])[] = [
  [
    new RegExp(`\\b(?:no fewer than|not less than|at least|minimum of) (?:${NUMBER} ${UNITS}|(once|twice))\\b`),
    'at-least',
  ],
  [new RegExp(`\\b(?:no more than|not more than|at most|up to) (?:${NUMBER} ${UNITS}|(once|twice))\\b`), 'at-most'],
  [new RegExp(`\\b(?:more(?: often)? than|over|upwards of|above) (?:${NUMBER} ${UNITS}|(once|twice))\\b`), 'more'],
  [new RegExp(`\\b(?:fewer|less) than (?:${NUMBER} ${UNITS}|(once|twice))\\b`), 'fewer'],
  [new RegExp(`\\b(?:exactly|only|just) (?:${NUMBER} ${UNITS}|(once|twice))\\b`), 'exactly'],
  [new RegExp(`\\b${NUMBER} or more ${UNITS}\\b|\\b${NUMBER} ${UNITS} or more\\b`), 'at-least'],
];

/** "More than five times", "at least twice". */
export function thresholdEnglish(masked: MaskedText): Threshold | null {
  for (const [pattern, relation] of BEFORE_NUMBER) {
    const found = pattern.exec(masked);
    const word = found?.[1] ?? found?.[2];
    if (word === undefined) continue;
    return { relation, count: word === 'once' ? 1 : word === 'twice' ? 2 : number(word) };
  }
  return null;
}

const JAPANESE_COUNT = `(\\d{1,3}|[${KANJI_NUMBERS}])(?:回|度|件)`;
const JAPANESE_THRESHOLDS: readonly (readonly [RegExp, Threshold['relation']])[] = [
  [new RegExp(`${JAPANESE_COUNT}以上`), 'at-least'],
  [new RegExp(`${JAPANESE_COUNT}以下`), 'at-most'],
  [new RegExp(`${JAPANESE_COUNT}未満`), 'fewer'],
  [new RegExp(`${JAPANESE_COUNT}(?:を超え|超|より(?:多|も多))`), 'more'],
  [new RegExp(`${JAPANESE_COUNT}(?:だけ|のみ|しか|きり|ちょうど)`), 'exactly'],
];

/** 5回以上, 3回を超えて. */
export function thresholdJapanese(masked: MaskedText): Threshold | null {
  for (const [pattern, relation] of JAPANESE_THRESHOLDS) {
    const count = pattern.exec(masked)?.[1];
    if (count) return { relation, count: kanji(count) };
  }
  return null;
}

/** Whether `count` satisfies the threshold. */
export function reaches(count: number, { relation, count: wanted }: Threshold): boolean {
  if (relation === 'more') return count > wanted;
  if (relation === 'at-least') return count >= wanted;
  if (relation === 'fewer') return count < wanted;
  return relation === 'at-most' ? count <= wanted : count === wanted;
}

function ordinal(word: string): number {
  const at = ENGLISH_ORDINALS.indexOf(word);
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}

function number(word: string): number {
  const at = ENGLISH_NUMBERS.indexOf(word);
  return at < 0 ? Number(word) : at + 1;
}

function kanji(word: string): number {
  const at = KANJI_NUMBERS.indexOf(word);
  return at < 0 ? Number(word) : at + 1;
}

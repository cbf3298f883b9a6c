import { fullYear, isRealDay } from '../calendar.ts';
import { eraNamed, eraPeriod, eraYear } from '../eras.ts';
import { type Expression, expression, fixed, gregorian, type Part, type Season, type YearRef } from '../expression.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import { NAMED_DAYS } from '../named-days.ts';
import { KANJI_DIGITS, parseNumeral } from '../numerals.ts';
import { readIsoWeek } from '../numeric.ts';
import type { PlainDate } from '../period.ts';

const K = KANJI_DIGITS;
const ERA = '(?:明治|大正|昭和|平成|令和)';
/** An era by its first kanji, which a figure follows and no kanji comes before: 令7.3.30. Without 年 only one that people alive count in. */
const SHORT_ERA = '(?<![一-鿿々])[明大昭平令] ?';
const LIVING_ERA = '(?<![一-鿿々])[昭平令] ?';
const FIGURES = new RegExp(`[${K}]+`, 'g');
/** Follows 年 when the number before it counts years or names something else. */
const NOT_A_YEAR = '(?!間|生|分|ぶり|ごと|おき|以内|目|連続|来|越|次|代|齢|金|余|ほど|程度)';
/** Follows 日 when the number before it may count days, or when 日 begins another word (日本, 日米). */
const AFTER_WEAK_DAY = /^[間目連以程ほ数分付あごおでぶ本米韓豪印英仏独中比伊加露欧朝曜台産銀経系]/;

/** The months' old names, which without a year are more often other words. */
const OLD_MONTHS = '睦月 如月 弥生 卯月 皐月 水無月 文月 葉月 長月 神無月 霜月 師走'.split(' ');

/** What parts year, month and day in figures. */
const PARTING = '[./・-]';

/** Era dates in figures, which need no Japanese character: R7.3.30, 令和7/3/30. */
export const eraFigures: readonly LexicalRule[] = [
  // As vertical print has them: 令和七・三・三〇.
  { pattern: `(?:${SHORT_ERA}|${ERA})(?:元|[${K}]{1,3})・[${K}]{1,3}・[${K}]{1,3}(?![${K}])`, read: readVerticalEra },
  // Two parts only for the eras in living use, as R7.3 is a month.
  {
    pattern: `(?:(?<![a-z\\d.-])[mtshr]\\.?|${SHORT_ERA}|${ERA})(?:元|\\d{1,2})${PARTING}\\d{1,2}${PARTING}\\d{1,2}(?![\\d])`,
    read: readDottedEra,
  },
  {
    pattern: `(?:(?<![a-z\\d.-])[hr]|${SHORT_ERA}|${ERA})(?:元|\\d{1,2})[./・]\\d{1,2}(?![\\d./・])`,
    read: readDottedEra,
  },
];

/** Japanese words for years, months, days and their parts. Order matters: longer words stand before their parts. */
export const japaneseWords: readonly LexicalRule[] = [
  namedDays(),
  // A year told in both ways: 令和7年(2025年), 2025年(令和7年), 令和7(2025)年.
  { pattern: `${ERA} ?(?:元|\\d{1,3})年? ?\\((?:西暦)?[12]\\d{3}年?度?\\) ?年?度?`, read: readTwice },
  { pattern: `(?<![\\d.,])[12]\\d{3} ?年? ?\\(${ERA}(?:元|\\d{1,3})年?度?\\) ?年?度?`, read: readTwice },
  { pattern: `${ERA} ?(?:元|\\d{1,3}|[${K}]{1,4}) ?(?:会計)?年度?(?!間)`, read: readEraYear },
  { pattern: `(?<![a-z\\d.-])[mtshr]\\.?(?:元|\\d{1,2})年度?(?!間)`, read: readEraYear },
  { pattern: `${SHORT_ERA}(?:元|\\d{1,2}|[${K}]{1,3})年度?(?!間)`, read: readEraYear },
  { pattern: `${LIVING_ERA}(?:元|\\d{1,2})(?=[のにはでもが、。?!)」』~]|から|まで|以[降前]|$)`, read: readEraYear },
  { pattern: `${ERA}(?:時代|の時代|年間)`, read: readEra },
  // Decades before years, so that 2020年代 is no year.
  { pattern: `(?<![\\d.,])(?:[12]\\d)?\\d0年代`, read: (m) => decade(Number(m.slice(0, -2))) },
  { pattern: `(?<![${K}])[一二][〇一二三四五六七八九]{2}〇年代`, read: (m) => decade(parseNumeral(m.slice(0, -2))) },
  { pattern: `(?<![\\d.,第])2[01]世紀`, read: (m) => century(Number(m.slice(0, 2))) },
  { pattern: '(?<![\\d.,])(?:19|20)\\d\\d年の?第?\\d{1,2}週(?!間)', read: readIsoWeek },
  // Fiscal and calendar years.
  { pattern: '(?<![\\d.,])[12]\\d{3}年 ?\\d{1,2}/\\d{1,2}(?![\\d/])', read: readMixed },
  { pattern: `(?<![\\d.,])[12]\\d{3} ?年?米(?:国|国の)?会計年度`, read: (m) => fiscal(leadingNumber(m), 'fiscal-us') },
  { pattern: `米(?:国の?)?会計年度 ?[12]\\d{3}(?!\\d)年?度?`, read: (m) => fiscal(firstNumber(m), 'fiscal-us') },
  { pattern: `米国?の?[12]\\d{3} ?年?会計年度`, read: (m) => fiscal(firstNumber(m), 'fiscal-us') },
  { pattern: `(?<![\\d.,])[12]\\d{3} ?年?(?:会計)?年度|(?<![\\d.,])[12]\\d{3} ?年度`, read: readFiscalYear },
  {
    pattern: `(?<![\\d,第約]|(?<!\\.)\\.)[12]\\d{3} ?年(?!代)`,
    read: (m) => ({ type: 'year', year: gregorian(leadingNumber(m)) }),
  },
  {
    pattern: `(?<![${K}第約])(?:[一二][〇零一二三四五六七八九]{3}|[一二]?千[${K}]{0,7})年度?${NOT_A_YEAR}`,
    read: readKanjiYear,
  },
  { pattern: `(?<![\\d.,第約${K}])'?\\d{1,2}年度?${NOT_A_YEAR}(?!前|後(?!半)|も)`, read: readShortYear },
  { pattern: '(?<![\\d./+]|[a-z]-?)\\d{2}\\.\\d{1,2}\\.\\d{1,2}(?![\\d./])', read: readShortDotted },
  // Months. 三か月 and 3か月 count months and never get here, since か stands between.
  {
    pattern: '(?<![\\d第約全]|(?<!年),|(?<!\\.)\\.)\\d{1,2}月(?!間|例|額|次|面|刊|収|給|光)',
    read: (m) => month(leadingNumber(m)),
  },
  {
    pattern: `(?<![${K}第数何毎約全])(?:十[一二]?|[一二三四五六七八九])月(?!間|例|額|次|面|刊|光)`,
    read: readKanjiMonth,
  },
  { pattern: '師走', read: () => month(12) },
  {
    pattern: `(?<=年の?)(?:${OLD_MONTHS.join('|')})`,
    read: (m) => month(OLD_MONTHS.indexOf(m) + 1),
  },
  // Days; その5日前 counts from what was told.
  { pattern: '(?<![\\d,第約計全数泊]|その|(?<!\\.)\\.)\\d{1,2}日', read: readDay },
  // 3月30(日), 3月30の会談: after a month and before nothing that it could count.
  { pattern: '(?<=月 ?)\\d{1,2}(?= ?\\([月火水木金土日](?:曜日?)?\\)| ?[月火水木金土日]曜)', read: readDay },
  { pattern: '(?<=\\d月 ?)\\d{1,2}(?=[のにはがをでも。?!)」』]|、(?!\\d)|$)', read: readDay },
  {
    pattern: `(?<=月の?)(?:[${K}]{1,3})日`,
    read: (m) => ({ type: 'day', day: parseNumeral(m.slice(0, -1)), weak: false }),
  },
  { pattern: '[第]?[1-4一二三四]四半期', read: (m) => quarter(m) },
  { pattern: '(?:上半期|上期|上半年|前半期)', read: () => ({ type: 'half', half: 1 }) },
  { pattern: '(?:下半期|下期|下半年|後半期)', read: () => ({ type: 'half', half: 2 }) },
  ...partRules(),
  ...seasonRules(),
];

/** 元日, お正月, クリスマス・イブ. */
function namedDays(): LexicalRule {
  const known = new Map(NAMED_DAYS.flatMap((one) => one.ja.map((name) => [name, one] as const)));
  const names = [...known.keys()].sort((a, b) => b.length - a.length);
  // A GW among figures is a gigawatt.
  const pattern = names.map((name) => (/^[a-z]/.test(name) ? `(?<![a-z\\d.] ?)${name}(?![a-z])` : name)).join('|');
  return {
    // 小正月 and 旧正月 are other days.
    pattern: `(?<![小旧])(?:${pattern})`,
    read: (match) => {
      const named = known.get(match);
      return named === undefined ? null : { type: 'named', named };
    },
  };
}

function partRules(): LexicalRule[] {
  const of = (pattern: string, part: Part, scope: 'any' | 'month' | 'year'): LexicalRule => ({
    pattern,
    read: () => ({ type: 'part', part, of: scope }),
  });
  return [
    fiscalEdge('年度末', 3),
    fiscalEdge('年度(?:初め|はじめ|始め|頭|当初)', 4),
    of('年末(?!年始|調整)|暮れ(?=[にのはで、?？]|$)', 'end', 'year'),
    of('年(?:初め|はじめ|始め|頭|明け)|年始(?!め)|年初(?!来|から)', 'start', 'year'),
    of('年(?:半ば|なかば|央)', 'mid', 'year'),
    of('末日|最終日|晦日|みそか', 'last-day', 'month'),
    of('月末|月の?終わり', 'end', 'month'),
    of('月初め?|月はじめ|月頭', 'start', 'month'),
    of('月(?:半ば|なかば)', 'mid', 'month'),
    ...([1, 2, 3, 4, 5] as const).map((n) => of(`第[${n}${'一二三四五'.charAt(n - 1)}]週`, weekPart(n), 'month')),
    of('最終週', 'last-week', 'month'),
    of('上旬', 'early', 'month'),
    of('中旬', 'mid', 'month'),
    of('下旬', 'late', 'month'),
    of('初旬', 'start', 'month'),
    of('前半', 'first-half', 'any'),
    of('後半', 'second-half', 'any'),
    of('初頭|初め|はじめ|始め|頭(?=に|の|か|$)|(?<=年|月)初(?=に|の|か|$)', 'start', 'any'),
    of('半ば|なかば|中頃|中ごろ|央', 'mid', 'any'),
    of('(?<=[年月度代]の?)(?:末(?!尾|端|期)|終わり|おわり|終盤)', 'end', 'any'),
    of('序盤', 'early', 'any'),
  ];
}

function weekPart(n: 1 | 2 | 3 | 4 | 5): Part {
  return `week-${n}`;
}

/** The last or first month of a fiscal year that is not named; after a named one (2024年度末) 末 alone follows it. */
function fiscalEdge(pattern: string, month: number): LexicalRule {
  return { pattern, read: () => unit(expression({ kind: 'month', month }, { approximate: true })) };
}

function seasonRules(): LexicalRule[] {
  const kanji: readonly [string, Season][] = [
    ['春', 'spring'],
    ['夏', 'summer'],
    ['秋', 'autumn'],
    ['冬', 'winter'],
  ];
  // Bare 春 is part of many words and names: after a kanji only a year, and before one nothing, leaves it a season.
  return kanji.map(([character, season]) => ({
    pattern: `(?:(?<=[年度]の?|[昨今来])|(?<![一-鿿々ァ-ヺ]))${character}(?:(?![一-鿿々])|(?=以[降前後来]|頃|前半|後半))`,
    read: (): AtomValue => ({ type: 'season', season, weak: false }),
  }));
}

function readVerticalEra(match: string): AtomValue | null {
  return readDottedEra(match.replace(FIGURES, (figures) => String(parseNumeral(figures))));
}

function readDottedEra(match: string): AtomValue | null {
  const parsed = /^(\D+?)[. ]?(元|\d{1,2})[./・-](\d{1,2})(?:[./・-](\d{1,2}))?$/.exec(match);
  const name = eraNamed(parsed?.[1]?.replace('元', '') ?? '');
  if (parsed === null || name === undefined) return null;
  const year = eraYear(name, eraNumber(parsed[2] ?? ''));
  const monthNumber = Number(parsed[3]);
  if (parsed[4] === undefined) {
    return monthNumber < 1 || monthNumber > 12
      ? null
      : unit(expression({ kind: 'month', month: monthNumber }, { year }));
  }
  return unit(expression({ kind: 'day', month: monthNumber, day: Number(parsed[4]) }, { year }));
}

function readEraYear(match: string): AtomValue | null {
  const compact = match.replaceAll(' ', '').replace('会計年', '年');
  const parsed = /^(明治|大正|昭和|平成|令和|[mtshr明大昭平令])\.?(.+?)(?:年(度?))?$/.exec(compact);
  const name = eraNamed(parsed?.[1] ?? '');
  if (parsed === null || name === undefined) return null;
  const number = eraNumber(parsed[2] ?? '');
  if (Number.isNaN(number)) return null;
  return { type: 'year', year: eraYear(name, number, parsed[3] === '度' ? 'fiscal-jp' : 'gregorian') };
}

/** 25.3.30: in Japanese the year stands first. */
function readShortDotted(match: string, today: PlainDate): AtomValue | null {
  const [short = 0, monthNumber = 0, day = 0] = match.split('.').map(Number);
  const year = gregorian(fullYear(short, today), { assumed: true });
  if (!isRealDay(year.year, monthNumber, day)) return null;
  return unit(expression({ kind: 'day', month: monthNumber, day }, { year }));
}

/** 2024年7/28. */
function readMixed(match: string): AtomValue {
  const [year = 0, month = 0, day = 0] = match.split(/\D+/).map(Number);
  return unit(expression({ kind: 'day', month, day }, { year: gregorian(year) }));
}

function readTwice(match: string): AtomValue {
  const year = Number(/[12]\d{3}/.exec(match)?.[0]);
  return fiscal(year, match.includes('度') ? 'fiscal-jp' : 'gregorian');
}

function readEra(match: string): AtomValue | null {
  const name = eraNamed(match.slice(0, 2));
  return name === undefined ? null : unit(fixed(eraPeriod(name), 'span'));
}

function readFiscalYear(match: string): AtomValue {
  return fiscal(leadingNumber(match), 'fiscal-jp');
}

function readKanjiYear(match: string): AtomValue | null {
  const isFiscal = match.endsWith('度');
  const year = parseNumeral(match.slice(0, isFiscal ? -2 : -1));
  if (Number.isNaN(year) || year < 1000 || year > 2999) return null;
  return { type: 'year', year: gregorian(year, { calendar: isFiscal ? 'fiscal-jp' : 'gregorian' }) };
}

function readShortYear(match: string): AtomValue {
  return { type: 'short-year', value: firstNumber(match), fiscal: match.endsWith('度') };
}

function readKanjiMonth(match: string): AtomValue {
  return month(parseNumeral(match.slice(0, -1)));
}

function readDay(match: string): AtomValue {
  return { type: 'day', day: leadingNumber(match), weak: false };
}

/** Whether 日 after a bare number counts days or begins another word there (3日間, 5日本). */
export function isWeakDay(after: string): boolean {
  return AFTER_WEAK_DAY.test(after);
}

function quarter(match: string): AtomValue {
  return { type: 'quarter', quarter: parseNumeral(match.replace('第', '').charAt(0)) };
}

function month(value: number): AtomValue {
  return { type: 'month', month: value, year: null, weak: false };
}

function decade(value: number): AtomValue {
  // 90年代 is the 1990s, 20年代 the 2020s.
  const first = value >= 1000 ? value : value >= 30 ? 1900 + value : 2000 + value;
  return { type: 'decade', first };
}

function century(value: number): AtomValue {
  return unit(fixed({ from: `${value * 100 - 99}-01-01`, to: `${value * 100}-12-31` }, 'span'));
}

function fiscal(year: number, calendar: YearRef['calendar']): AtomValue {
  return { type: 'year', year: gregorian(year, { calendar }) };
}

function unit(value: Expression): AtomValue {
  return { type: 'unit', expression: value };
}

function eraNumber(text: string): number {
  return text === '元' ? 1 : parseNumeral(text);
}

function leadingNumber(text: string): number {
  return Number.parseInt(text, 10);
}

function firstNumber(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
}

import type { PlainDate } from '../../period.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import { KANJI_DIGITS, parseNumeral } from '../numerals.ts';
import {
  type CountedUnit,
  nextUnits,
  pastUnits,
  relativeDay,
  relativeFiscalYear,
  relativeMonth,
  relativeQuarter,
  relativeYear,
  toDate,
  unitAgo,
} from '../relative.ts';

const COUNT = `(?:\\d{1,4}|[${KANJI_DIGITS}]{1,4}|数|半)`;
const UNIT = '(?:日|週間?|[かカケ]?月|四半期|年度|年)';
const PAST = '(?:過去|直近|最近|ここ|この)の?';

/** Japanese words that count from today (先月, 3か月前, 過去半年). Longer words stand before their parts. */
export const japaneseRelative: readonly LexicalRule[] = [
  ...days(),
  { pattern: '年初来|今年に?入って(?:から|以降|以来)?|年初から|年明けから', read: (_, today) => toDate(today, 'year') },
  { pattern: '今月に?入って(?:から|以降)?', read: (_, today) => toDate(today, 'month') },
  ...words(
    '年度',
    [
      ['一昨', -2],
      ['さきおととし', -3],
      ['再来', 2],
      ['昨', -1],
      ['前', -1],
      ['今', 0],
      ['本', 0],
      ['来', 1],
      ['翌', 1],
    ],
    (today, offset) => relativeFiscalYear(today, offset),
  ),
  ...words(
    '四半期',
    [
      ['前', -1],
      ['先', -1],
      ['今', 0],
      ['当', 0],
      ['来', 1],
    ],
    relativeQuarter,
  ),
  ...words(
    '週',
    [
      ['先々', -2],
      ['先先', -2],
      ['再来', 2],
      ['先', -1],
      ['前', -1],
      ['今', 0],
      ['来', 1],
    ],
    (_, offset) => ({
      type: 'week',
      offset,
    }),
  ),
  ...words(
    '月',
    [
      ['先々', -2],
      ['先先', -2],
      ['再来', 2],
      ['先', -1],
      ['今', 0],
      ['来', 1],
    ],
    relativeMonth,
  ),
  { pattern: '年内', read: (_, today) => relativeYear(today, 0) },
  { pattern: '一昨々年|さきおととし', read: (_, today) => relativeYear(today, -3) },
  { pattern: '一昨年|おととし', read: (_, today) => relativeYear(today, -2) },
  { pattern: '再来年', read: (_, today) => relativeYear(today, 2) },
  { pattern: '昨年|去年|きょねん', read: (_, today) => relativeYear(today, -1) },
  { pattern: '今年|本年|ことし', read: (_, today) => relativeYear(today, 0) },
  { pattern: '来年|らいねん', read: (_, today) => relativeYear(today, 1) },
  // 昨春 and the like; the year part of 一昨秋 stands first.
  { pattern: '一昨(?=[春夏秋冬])', read: (_, today) => relativeYear(today, -2) },
  { pattern: '昨(?=[春夏秋冬](?![一-鿿]))', read: (_, today) => relativeYear(today, -1) },
  { pattern: '今(?=[春夏秋冬](?![一-鿿]))', read: (_, today) => relativeYear(today, 0) },
  { pattern: '来(?=[春夏秋冬](?![一-鿿]))', read: (_, today) => relativeYear(today, 1) },
  { pattern: `${PAST}${COUNT}${UNIT}間?(?:以内)?(?!前|目)`, read: readPast },
  { pattern: `${PAST}(?:半年|半期)間?`, read: (_, today) => pastUnits(today, 6, 'month') },
  { pattern: `(?<![\\d.,第約${KANJI_DIGITS}])(?:${COUNT}${UNIT}|半年)以内`, read: readPast },
  {
    pattern: `(?<![\\d.,第${KANJI_DIGITS}])(?:\\d{1,3}|[${KANJI_DIGITS}]{1,4})(?:日|週間?|[かカケ]月|年度|年)(?:間)?前(?!半|後|期|期比|比|提)`,
    read: readAgo,
  },
  {
    pattern: '近年',
    read: (_, today) =>
      pastUnits(today, 3, 'year', { ja: '「近年」は過去3年としました。', en: '“近年” is taken as the past 3 years.' }),
  },
  { pattern: '半年前', read: (_, today) => unitAgo(today, 1, 'half') },
  { pattern: `今後${COUNT}${UNIT}間?`, read: readComing },
  { pattern: '(?:現在|いま|今)(?=まで|に至る|$)', read: () => ({ type: 'now' }) },
  {
    pattern: '(?<=週の?|週 )[月火水木金土日](?:曜日?)?(?![一-鿿])|[月火水木金土日]曜(?:日|(?![一-鿿]))',
    read: readWeekday,
  },
];

function days(): LexicalRule[] {
  const offsets: readonly [string, number][] = [
    ['一昨々日|さきおととい|しあさって', Number.NaN],
    ['一昨日|おととい', -2],
    ['明後日|あさって', 2],
    ['昨日|きのう|前日(?!比)(?=の|に|$)(?<!.前日)', -1],
    ['今日(?!的)|本日|きょう(?=[のはにまか、。]|$)', 0],
    ['明日(?!香)|あした(?=[のはにまか、。]|$)', 1],
  ];
  return offsets
    .filter(([, offset]) => !Number.isNaN(offset))
    .map(([pattern, offset]) => ({ pattern, read: (_, today) => relativeDay(today, offset) }));
}

function words(
  unit: string,
  prefixes: readonly (readonly [string, number])[],
  read: (today: PlainDate, offset: number) => AtomValue,
): LexicalRule[] {
  return prefixes.map(([prefix, offset]) => ({
    pattern: `${prefix}${unit}${unit === '月' ? '(?!例|号|刊)' : ''}`,
    read: (_, today) => read(today, offset),
  }));
}

function readPast(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  if (counted === null) return null;
  const { count, unit, vague } = counted;
  const note = vague
    ? {
        ja: `「${match}」は過去${count}${LABEL[unit].ja}としました。`,
        en: `“${match}” is taken as the past ${count} ${LABEL[unit].en}.`,
      }
    : null;
  return pastUnits(today, count, unit, note);
}

function readComing(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  return counted === null ? null : nextUnits(today, counted.count, counted.unit);
}

function readAgo(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  // 数年前 names no year that could be looked up.
  if (counted === null || counted.vague || counted.count > 999) return null;
  return unitAgo(today, counted.count, counted.unit);
}

const LABEL: Readonly<Record<CountedUnit, { ja: string; en: string }>> = {
  day: { ja: '日', en: 'days' },
  week: { ja: '週間', en: 'weeks' },
  month: { ja: 'か月', en: 'months' },
  quarter: { ja: '四半期', en: 'quarters' },
  half: { ja: '半期', en: 'half-years' },
  year: { ja: '年', en: 'years' },
  'fiscal-year': { ja: '年度', en: 'fiscal years' },
  decade: { ja: '十年', en: 'decades' },
};

function readCount(match: string): { count: number; unit: CountedUnit; vague: boolean } | null {
  const parsed = READ_COUNT.exec(match);
  if (parsed === null) return /半年/.test(match) ? { count: 6, unit: 'month', vague: false } : null;
  const [, figure = '', name = ''] = parsed;
  if (figure === '半') return name === '年' ? { count: 6, unit: 'month', vague: false } : null;
  const count = figure === '数' ? 3 : parseNumeral(figure);
  return Number.isNaN(count) || count === 0 ? null : { count, unit: unitNamed(name), vague: figure === '数' };
}

const READ_COUNT = new RegExp(`(${COUNT})(${UNIT})`);

function unitNamed(name: string): CountedUnit {
  if (name === '日') return 'day';
  if (name.startsWith('週')) return 'week';
  if (name.endsWith('月')) return 'month';
  if (name === '四半期') return 'quarter';
  return name === '年度' ? 'fiscal-year' : 'year';
}

function readWeekday(match: string): AtomValue {
  return { type: 'weekday', weekday: '月火水木金土日'.indexOf(match.charAt(0)) + 1 };
}

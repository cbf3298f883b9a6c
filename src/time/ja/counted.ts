import type { Bilingual } from '../../text/language.ts';
import { monthOf, months, partsOf } from '../calendar.ts';
import { fixed } from '../expression.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import { KANJI_DIGITS, parseNumeral } from '../numerals.ts';
import type { PlainDate } from '../period.ts';
import { type CountedUnit, nextUnits, pastUnits, sameTimeAgo, unitAgo, unitsAgo } from '../relative.ts';
import { takenAs } from '../resolve.ts';

const K = KANJI_DIGITS;
/** 3, 三, 数, 半, or two numbers side by side (2、3年前). */
const COUNT = `(?:\\d{1,3}(?:[、・~-]\\d{1,2})?|[${K}]{1,4}(?:[、・~][${K}]{1,2})?|数|半)`;
const UNIT = '(?:日|週間?|[かカケ]?月|四半期|年度|年半?)';
const PAST = '(?:過去|直近|最近|ここ|この)の?';
const NOT_INSIDE = `(?<![\\d.,第${K}])`;

/** Japanese numbers of days to years, counted from today: 3か月前, 過去半年, ここ2、3年, 3年以内, 今後3か月. */
export const japaneseCounted: readonly LexicalRule[] = [
  { pattern: `${PAST}${COUNT}${UNIT}間?(?:以内)?(?!前|目)`, read: readPast },
  { pattern: `${NOT_INSIDE}${COUNT}${UNIT}以内`, read: readPast },
  // か stands between the number and 月 here: 3月前 is no count of months.
  {
    pattern: `(?<!その)${NOT_INSIDE}${COUNT}(?:日|週間?|[かカケ]月|年度|年半?)(?:間|ほど|くらい|ぐらい)?前(?!半|後|期|比|提|倒)`,
    read: readAgo,
  },
  // 三月前 is みつきまえ; in figures, 3月前, it is the month of March.
  { pattern: `(?<![\\d第年${K}の])[一二三四五六七八九]月前(?!半|後|期|比|提|倒)`, read: readMonthsAgo },
  { pattern: `${PAST}\\d{1,3}時間`, read: readHours },
  { pattern: `今後${COUNT}${UNIT}間?`, read: readComing },
  {
    pattern: '(?:去年|昨年)の(?:今頃|今ごろ|今の時期|同じ?時期|同じ頃|同期|同月)',
    read: (_, today) => sameTimeAgo(today),
  },
  {
    pattern: '近年',
    read: (_, today) =>
      pastUnits(today, 3, 'year', {
        ja: '「近年」を過去3年と解釈しました。',
        en: '“近年” is taken as the past 3 years.',
      }),
  },
];

type Count = { readonly least: number; readonly most: number; readonly unit: CountedUnit; readonly vague: boolean };

function readPast(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  if (counted === null) return null;
  const { most, unit } = counted;
  return pastUnits(today, most, unit, counted.vague ? vagueNote(match, most, unit) : null);
}

function readAgo(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  // 数年前 names no year that could be looked up.
  if (counted === null || match.startsWith('数')) return null;
  const { least, most, unit } = counted;
  if (least !== most) return unitsAgo(today, least, most, unit);
  return match.includes('半') ? unitAgo(today, most / 6, 'half') : unitAgo(today, most, unit);
}

function readMonthsAgo(match: string, today: PlainDate): AtomValue {
  const count = parseNumeral(match.charAt(0));
  const { year, month } = partsOf(months(partsOf(today).year, partsOf(today).month - count, 1).from);
  const note = takenAs(match, monthOf(year, month));
  return { type: 'unit', expression: fixed(monthOf(year, month), 'month', { notes: [note] }) };
}

/** Records know days, so hours are counted in whole ones. */
function readHours(match: string, today: PlainDate): AtomValue {
  return pastUnits(today, Math.ceil(Number(/\d+/.exec(match)?.[0]) / 24), 'day');
}

function readComing(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  return counted === null ? null : nextUnits(today, counted.most, counted.unit);
}

const READ_COUNT = new RegExp(`(${COUNT})(${UNIT})`);

function readCount(match: string): Count | null {
  const [, figures = '', name = ''] = READ_COUNT.exec(match) ?? [];
  if (figures === '半') return name === '年' ? { least: 6, most: 6, unit: 'month', vague: false } : null;
  if (figures === '数') return { least: 3, most: 3, unit: unitNamed(name), vague: true };
  const numbers = figures.split(/[、・~-]/).map(parseNumeral);
  const [least = Number.NaN, most = least] = numbers;
  if (!(least > 0 && most >= least)) return null;
  if (name === '年半') return { least: least * 12 + 6, most: most * 12 + 6, unit: 'month', vague: false };
  return { least, most, unit: unitNamed(name), vague: least !== most };
}

function unitNamed(name: string): CountedUnit {
  if (name === '日') return 'day';
  if (name.startsWith('週')) return 'week';
  if (name.endsWith('月')) return 'month';
  if (name === '四半期') return 'quarter';
  return name === '年度' ? 'fiscal-year' : 'year';
}

const LABEL: Readonly<Record<CountedUnit, Bilingual>> = {
  day: { ja: '日', en: 'days' },
  week: { ja: '週間', en: 'weeks' },
  month: { ja: 'か月', en: 'months' },
  quarter: { ja: '四半期', en: 'quarters' },
  half: { ja: '半期', en: 'half-years' },
  year: { ja: '年', en: 'years' },
  'fiscal-year': { ja: '年度', en: 'fiscal years' },
  decade: { ja: '十年', en: 'decades' },
};

function vagueNote(match: string, count: number, unit: CountedUnit): Bilingual {
  return {
    ja: `「${match}」を過去${count}${LABEL[unit].ja}と解釈しました。`,
    en: `“${match}” is taken as the past ${count} ${LABEL[unit].en}.`,
  };
}

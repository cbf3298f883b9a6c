import { fullYear, isoWeek, isRealDay } from './calendar.ts';
import { type Expression, expression, fixed, gregorian, type Shape } from './expression.ts';
import type { AtomValue, LexicalRule } from './lexer.ts';
import type { PlainDate } from './period.ts';

/** The first and last year that four bare figures are taken to name. */
export const BARE_YEARS = { first: 1850, last: 2100 } as const;

/**
 * Dates in figures alone, as both languages write them: 2025-03-21, 2025/3/21, 2025.3.21, 20250321, 2025-03, 3/30/2025,
 * 30.3.2025, 3/30, and spans of years (2024-25). An impossible one (2025-13) is kept, to be named so.
 */
export const numericRules: readonly LexicalRule[] = [
  { pattern: '(?<![\\da-z])(?:19|20)\\d\\d-?w\\d{1,2}(?![\\da-z])', read: readIsoWeek },
  {
    pattern:
      '(?<![\\d])[12]\\d{3}(?:[-/.・_]| [-/] |\\. )\\d{1,2}(?:[-/.・_]| [-/] |\\. )\\d{1,2}(?![\\d])|(?<![\\d.,])20\\d\\d (?:0\\d|1[0-2]) [0-3]\\d(?![\\d.,:]|\\+)',
    read: readYearMonthDay,
  },
  { pattern: '(?<![\\d])\\d{1,2}[-/.]\\d{1,2}[-/.][12]\\d{3}(?!\\d)', read: readDayAndMonthThenYear },
  { pattern: '(?<![\\d.,]|[a-z]-?)(?:19|20)\\d{6}(?![\\d]|[.,]\\d)', read: readCompact },
  {
    pattern:
      '(?<![\\d,$¥#+]|(?<!\\d-\\d{1,2})/|(?<!\\.)\\.|[a-z]-?)(?:1[89]|20)\\d\\d[-/.]\\d{1,2}(?![\\da-z]|[-.]?\\d|/\\d(?!\\d{3}))',
    read: readYearMonth,
  },
  {
    pattern: '(?<![\\d,/$¥#+]|[a-z]-?)(?:19|20)\\d\\d / (?:1[0-2]|0?[1-9])(?![\\da-z+プ]| ?[-/.+] ?\\d)',
    read: readYearMonth,
  },
  { pattern: '(?<![\\d./+]|[a-z]-?)\\d{1,2}/\\d{1,2}/\\d{2}(?![\\d/]|\\.\\d)', read: readTwoFigureYear },
  { pattern: '(?<![\\d./+]|[a-z]-?)\\d{1,2}/(?:19|20)\\d\\d(?![\\d/]|\\.\\d)', read: readMonthYear },
  { pattern: '(?<![\\d./+]|[a-z]-?)\\d{1,2}/\\d{1,2}(?![\\d/]|\\.\\d)', read: readMonthDay },
];

/** Words after which four figures are a number and no year ("Resolution 1973", "page 1950"). */
const NUMBERED =
  '(?<!(?:resolution|unscr|u\\.s\\.c\\.|usc|public law|res\\.|number|no\\.?|section|page|pp?\\.|article|room|flight|paragraph|para\\.|usd|(?<!what |how )about|第|決議|資料|番号|約) ?)';
/** Words before which four figures count things ("2000 troops", 2000人). */
const COUNTED =
  '(?! ?(?:人|名|機|発|隻|台|円|億|万|千|ドル|件|回|号|条|項|か国|%|パーセント|トン|キロ|メートル|フィート|時|分|度|点|社|本|両|部|ページ)' +
  '|[ -](?:missiles?|troops?|marines?|soldiers?|sailors?|personnel|people|persons?|participants?|aircraft|ships?|vessels?|rounds?|' +
  'units?|tons?|tonnes?|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|yen|dollars?|million|billion|trillion|percent|' +
  'hours?|days?|weeks?|months?|years?|times|pages?|words?|documents?|records?|companies|islands?|jobs|homes|houses|men|women)\\b)';

/** Four figures alone, and numbers that only a month or a range makes a day; tried after every other rule. */
export const bareRules: readonly LexicalRule[] = [
  {
    pattern:
      `(?<![\\d,$¥€£#+§a-zà-ÿ]|[\\da-z]/|\\d:|(?<!\\.)\\.|(?<!\\b(?:mid|early|late|pre|post|end|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec))(?<=[a-zà-ÿ])-)${NUMBERED}(?:18[5-9]\\d|19\\d\\d|20\\d\\d|2100)` +
      `(?![\\d%]|[.,+/:]\\d|-\\d(?!\\d{3}(?!\\d))|(?!(?:q[1-4]|h[12])\\b)[a-zà-ÿ])${COUNTED}`,
    read: (match) => ({ type: 'year', year: gregorian(Number(match), { bare: true }) }),
  },
  {
    pattern: `(?<![\\d.,/$¥€£#+§第]|\\d:|[a-zà-ÿ]-?)\\d{1,2}(?![\\d%+]|[.,:/]\\d|[a-zà-ÿ]| ?[a-z]{1,4}-\\d)${COUNTED}`,
    read: (match) => (Number(match) === 0 ? null : { type: 'number', value: Number(match) }),
  },
];

/** A year and the number of one of its weeks, in this order (2025-W13); `null` where there is no such week. */
export function readIsoWeek(match: string): AtomValue | null {
  const [year = 0, week = 0] = numbers(match);
  const period = isoWeek(year, week);
  return period === null ? null : { type: 'unit', expression: fixed(period, 'week') };
}

function readYearMonthDay(match: string): AtomValue | null {
  const [year = 0, month = 0, day = 0] = numbers(match);
  if (!isYear(year)) return null;
  return unit({ kind: 'day', month, day }, year);
}

function readDayAndMonthThenYear(match: string): AtomValue | null {
  const [a = 0, b = 0, year = 0] = numbers(match);
  if (!isYear(year)) return null;
  return { type: 'unit', expression: { ...eitherOrder(a, b), year: gregorian(year), other: otherOrder(a, b, year) } };
}

function readCompact(match: string): AtomValue | null {
  const [year, month, day] = [Number(match.slice(0, 4)), Number(match.slice(4, 6)), Number(match.slice(6))];
  // Eight figures are as likely a number; only ones shaped like a date are read as one, if an impossible one.
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return unit({ kind: 'day', month, day }, year);
}

function readYearMonth(match: string): AtomValue | null {
  const [year = 0, month = 0] = numbers(match);
  if (!isYear(year)) return null;
  const twoFigures = /\d{2}$/.test(match) && !/[-/.]\d$/.test(match);
  if (month >= 1 && month <= 12) return unit({ kind: 'month', month }, year);
  if (match.includes('.')) return null;
  const last = year - (year % 100) + month;
  if (twoFigures && last > year && last <= year + 10) {
    const period = { from: `${year}-01-01`, to: `${last}-12-31` };
    return { type: 'unit', expression: fixed(period, 'span') };
  }
  return month > 31 ? null : unit({ kind: 'month', month }, year);
}

/** 7/28/24, 28/7/24 and 24/7/28: the orders that give a real day between 1990 and next year, month first before the rest. */
function readTwoFigureYear(match: string, today: PlainDate): AtomValue | null {
  const [a = 0, b = 0, c = 0] = numbers(match);
  const readings = [
    { year: c, month: a, day: b },
    { year: c, month: b, day: a },
    { year: a, month: b, day: c },
  ]
    .map(({ year, month, day }) => ({ year: fullYear(year, today), month, day }))
    .filter(({ year, month, day }) => year >= 1990 && isRealDay(year, month, day));
  const [first, second] = readings;
  if (first === undefined) return null;
  const same = second === undefined || (second.month === first.month && second.day === first.day);
  const other = same ? null : { shape: dayShape(second.month, second.day), year: gregorian(second.year) };
  const year = gregorian(first.year, { assumed: true });
  return { type: 'unit', expression: expression(dayShape(first.month, first.day), { year, other }) };
}

function readMonthYear(match: string): AtomValue | null {
  const [month = 0, year = 0] = numbers(match);
  return month < 1 || month > 12 ? null : unit({ kind: 'month', month }, year);
}

function readMonthDay(match: string): AtomValue | null {
  const [a = 0, b = 0] = numbers(match);
  const first = isRealDay(2024, a, b);
  const second = isRealDay(2024, b, a);
  if (!first && !second) return null;
  const other = first && second && a !== b ? { shape: dayShape(b, a), year: null } : null;
  return { type: 'unit', expression: { ...eitherOrder(a, b), other } };
}

/** Month first, unless only the other order is a day. */
function eitherOrder(a: number, b: number): Expression {
  return expression(a > 12 && b <= 12 ? dayShape(b, a) : dayShape(a, b));
}

function otherOrder(a: number, b: number, year: number): Expression['other'] {
  if (a === b || !isRealDay(year, a, b) || !isRealDay(year, b, a)) return null;
  return { shape: dayShape(b, a), year: gregorian(year) };
}

function dayShape(month: number, day: number): Shape {
  return { kind: 'day', month, day };
}

function unit(shape: Shape, year: number): AtomValue {
  return { type: 'unit', expression: expression(shape, { year: gregorian(year) }) };
}

function isYear(year: number): boolean {
  return year >= BARE_YEARS.first && year <= BARE_YEARS.last;
}

function numbers(text: string): number[] {
  return text.split(/\D+/).map(Number);
}

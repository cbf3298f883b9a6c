import type { PlainDate } from '../../period.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import {
  type CountedUnit,
  nextUnits,
  pastUnits,
  relativeDay,
  relativeDecade,
  relativeFiscalYear,
  relativeMonth,
  relativeQuarter,
  relativeYear,
  restOf,
  toDate,
  unitAgo,
} from '../relative.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['a couple of', 2],
  ['couple of', 2],
  ['three', 3],
  ['few', 3],
  ['a few', 3],
  ['several', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['eighteen', 18],
  ['twenty', 20],
  ['thirty', 30],
  ['ninety', 90],
]);
const VAGUE: ReadonlySet<string> = new Set(['few', 'a few', 'several']);
const COUNT = `(?:\\d{1,3}|${[...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const UNIT = '(?:days?|weeks?|months?|quarters?|fiscal years?|years?|decades?)';
const FISCAL = "(?:japan(?:ese|'s) |u\\.?s\\.? )?fiscal year\\b";
const LAST = '(?:last|past|previous|preceding|recent|prior)';

/** English words that count from today ("last month", "two years ago", "the past 90 days"). */
export const englishRelative: readonly LexicalRule[] = [
  { pattern: '\\b(?:the )?day before yesterday\\b', read: (_, today) => relativeDay(today, -2) },
  { pattern: '\\b(?:the )?day after tomorrow\\b', read: (_, today) => relativeDay(today, 2) },
  { pattern: '\\byesterday\\b', read: (_, today) => relativeDay(today, -1) },
  { pattern: '\\btomorrow\\b', read: (_, today) => relativeDay(today, 1) },
  { pattern: '\\btoday\\b|\\btonight\\b', read: (_, today) => relativeDay(today, 0) },
  {
    pattern:
      '\\b(?:year[ -]to[ -]date|ytd|(?:so far )this year(?: so far)?|this year so far|since the (?:start|beginning) of (?:the|this) year)\\b',
    read: (_, today) => toDate(today, 'year'),
  },
  { pattern: '\\bearlier this (?:year|month|week)\\b', read: (m, today) => toDate(today, readUnit(m)) },
  { pattern: '\\blater this (?:year|month|week)\\b', read: (m, today) => restOf(today, readUnit(m)) },
  { pattern: '\\brecent (?:years|months|weeks)\\b', read: readPast },
  {
    pattern: '\\b(?:month[ -]to[ -]date|mtd|so far this month|this month so far)\\b',
    read: (_, today) => toDate(today, 'month'),
  },
  { pattern: '\\b(?:so far this week|this week so far)\\b', read: (_, today) => toDate(today, 'week') },
  {
    pattern: `\\bthe (?:week|month|year) before last\\b`,
    read: (m, today) => byName(m.split(' ')[1] ?? '', today, -2),
  },
  { pattern: `\\b(?:${COUNT}|half a) ${UNIT} (?:ago|back|earlier)\\b|\\bhalf a year ago\\b`, read: readAgo },
  // A number or "the" makes a stretch that ends today; without either, "last year" is the calendar year.
  { pattern: `\\b(?:the )?${LAST} ${COUNT} ${UNIT}\\b`, read: readPast },
  { pattern: `\\bwithin (?:the )?(?:${LAST} )?${COUNT} ${UNIT}\\b`, read: readPast },
  {
    pattern: `\\b(?:the )?${LAST} half(?:[ -]a)?[ -]year\\b|\\b(?:the )?${LAST} (?:6|six)[ -]month period\\b`,
    read: (_, today) => pastUnits(today, 6, 'month'),
  },
  { pattern: '\\b(?:the (?:last|past)|past) (?:day|week|month|year|decade)\\b(?! (?:of|in)\\b)', read: readPast },
  { pattern: '\\b(?:the )?next (?:few|\\d{1,3}|[a-z]{3,6}) (?:days|weeks|months|years)\\b', read: readComing },
  { pattern: `\\b(?:last|previous|prior) ${FISCAL}`, read: (m, today) => relativeFiscalYear(today, -1, calendarOf(m)) },
  {
    pattern: `\\b(?:this|the current|current) ${FISCAL}`,
    read: (m, today) => relativeFiscalYear(today, 0, calendarOf(m)),
  },
  { pattern: `\\bnext ${FISCAL}`, read: (m, today) => relativeFiscalYear(today, 1, calendarOf(m)) },
  {
    pattern: '\\b(?:last|previous) (?:week(?! of)|month|quarter(?! of)|year|decade)\\b',
    read: (m, today) => byName(lastWord(m), today, -1),
  },
  {
    pattern: '\\b(?:this|(?:the )?current) (?:week|month|quarter|year|decade)\\b',
    read: (m, today) => byName(lastWord(m), today, 0),
  },
  {
    pattern: '\\b(?:next|(?:the )?coming) (?:week|month|quarter|year|decade)\\b',
    read: (m, today) => byName(lastWord(m), today, 1),
  },
  {
    pattern: '\\b(?:last|previous|past)(?= (?!quarter of|week of)[a-z])',
    read: () => ({ type: 'which', which: 'last' }),
  },
  { pattern: '\\bthis(?= [a-z])', read: () => ({ type: 'which', which: 'this' }) },
  { pattern: '\\b(?:next|coming)(?= [a-z])', read: () => ({ type: 'which', which: 'next' }) },
  { pattern: '\\b(?:the )?(?:now|present(?: day)?|date)\\b', read: () => ({ type: 'now' }) },
];

function readUnit(match: string): 'year' | 'month' | 'week' {
  const unit = lastWord(match);
  return unit === 'month' || unit === 'week' ? unit : 'year';
}

function calendarOf(match: string): 'fiscal-jp' | 'fiscal-us' | 'fiscal-open' {
  if (match.includes('japan')) return 'fiscal-jp';
  return /u\.?s/.test(match) ? 'fiscal-us' : 'fiscal-open';
}

function byName(unit: string, today: PlainDate, offset: number): AtomValue {
  if (unit === 'week') return { type: 'week', offset };
  if (unit === 'month') return relativeMonth(today, offset);
  if (unit === 'quarter') return relativeQuarter(today, offset);
  return unit === 'decade' ? relativeDecade(today, offset) : relativeYear(today, offset);
}

function readAgo(match: string, today: PlainDate): AtomValue | null {
  if (match.startsWith('half')) return match.includes('year') ? unitAgo(today, 1, 'half') : null;
  const counted = readCount(match);
  // "A few years ago" names no year that could be looked up.
  return counted === null || counted.vague ? null : unitAgo(today, counted.count, counted.unit);
}

function readPast(match: string, today: PlainDate): AtomValue | null {
  const recent = match.startsWith('recent ') ? { count: 3, unit: unitNamed(lastWord(match)), vague: true } : null;
  const counted = readCount(match) ?? recent ?? { count: 1, unit: unitNamed(lastWord(match)), vague: false };
  if (counted.count === 0) return null;
  const { count, unit, vague } = counted;
  const note = vague
    ? {
        ja: `「${match}」は過去${count}${LABEL[unit]}としました。`,
        en: `“${match}” is taken as the past ${count} ${plural(unit)}.`,
      }
    : null;
  return pastUnits(today, count, unit, note);
}

function readComing(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  return counted === null || counted.count === 0 ? null : nextUnits(today, counted.count, counted.unit);
}

const READ_COUNT = new RegExp(`\\b(${COUNT}) (${UNIT})`);

function readCount(match: string): { count: number; unit: CountedUnit; vague: boolean } | null {
  const parsed = READ_COUNT.exec(match);
  if (parsed === null) return null;
  const [, count = '', unit = ''] = parsed;
  return { count: NUMBERS.get(count) ?? Number(count), unit: unitNamed(unit), vague: VAGUE.has(count) };
}

function unitNamed(word: string): CountedUnit {
  if (word.startsWith('fiscal')) return 'fiscal-year';
  if (word.startsWith('day')) return 'day';
  if (word.startsWith('week')) return 'week';
  if (word.startsWith('month')) return 'month';
  if (word.startsWith('quarter')) return 'quarter';
  return word.startsWith('decade') ? 'decade' : 'year';
}

function plural(unit: CountedUnit): string {
  return unit === 'fiscal-year' ? 'fiscal years' : `${unit}s`;
}

const LABEL: Readonly<Record<CountedUnit, string>> = {
  day: '日',
  week: '週間',
  month: 'か月',
  quarter: '四半期',
  half: '半期',
  year: '年',
  'fiscal-year': '年度',
  decade: '0年',
};

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

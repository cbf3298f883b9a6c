import { fullYear } from '../calendar.ts';
import { expression, gregorian } from '../expression.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import type { PlainDate } from '../period.ts';
import {
  relativeDay,
  relativeDecade,
  relativeFiscalYear,
  relativeMonth,
  relativeQuarter,
  relativeWeekend,
  relativeYear,
  restOf,
  sameDayIn,
  toDate,
} from '../relative.ts';
import { englishCounted } from './counted.ts';

const FISCAL = "(?:japan(?:ese|'s) |u\\.?s\\.? )?fiscal year\\b";
const UNIT = '(?:week|wk|month|quarter|year|yr|decade)';

/** English words that count from today ("last month", "yesterday", "so far this year"). Longer words stand first. */
export const englishRelative: readonly LexicalRule[] = [
  { pattern: '\\b(?:the )?day before yesterday\\b', read: (_, today) => relativeDay(today, -2) },
  { pattern: '\\b(?:the )?day after tomorrow\\b', read: (_, today) => relativeDay(today, 2) },
  { pattern: '\\byesterday\\b', read: (_, today) => relativeDay(today, -1) },
  {
    pattern: '\\b(?:on )?(?:this|the same) (?:very )?day (?:in|of) (?:the year )?(?:19|20)\\d\\d\\b',
    read: (match, today) => sameDayIn(today, Number(match.slice(-4))),
  },
  {
    pattern:
      '\\b(?:on )?(?:this|the same) (?:very )?day (?:last year|(?:a|one) year ago)\\b|\\b(?:a|one) year ago today\\b',
    read: (_, today) => sameDayIn(today, Number(today.slice(0, 4)) - 1),
  },
  {
    pattern: '\\b\\d{1,2} years ago today\\b|\\b(?:on )?(?:this|the same) day \\d{1,2} years ago\\b',
    read: (match, today) => sameDayIn(today, Number(today.slice(0, 4)) - Number(/\d{1,2}/.exec(match)?.[0])),
  },
  { pattern: '\\btomorrow\\b', read: (_, today) => relativeDay(today, 1) },
  { pattern: '(?<![\\w.])(?:today|tonight)\\b', read: (_, today) => relativeDay(today, 0) },
  {
    pattern: '\\b(?:year|month|week)[ -]to[ -]date\\b',
    read: (match, today) => toDate(today, unitOf(match.split(/[ -]/)[0] ?? '')),
  },
  { pattern: '\\bytd\\b', read: (_, today) => toDate(today, 'year') },
  {
    pattern: '\\b(?:so far|earlier) this (?:year|month|week)\\b',
    read: (m, today) => toDate(today, unitOf(lastWord(m))),
  },
  {
    pattern: '\\bthis (?:year|month|week) so far\\b',
    read: (m, today) => toDate(today, unitOf(m.split(' ')[1] ?? '')),
  },
  { pattern: '\\blater this (?:year|month|week)\\b', read: (m, today) => restOf(today, unitOf(lastWord(m))) },
  {
    pattern: '\\bthe (?:week|month|year) before last\\b',
    read: (m, today) => unitFromNow(m.split(' ')[1] ?? '', today, -2),
  },
  ...englishCounted,
  { pattern: `\\b(?:last|previous|prior) ${FISCAL}`, read: (m, today) => relativeFiscalYear(today, -1, calendarOf(m)) },
  {
    pattern: `\\b(?:this|(?:the )?current) ${FISCAL}`,
    read: (m, today) => relativeFiscalYear(today, 0, calendarOf(m)),
  },
  { pattern: `\\bnext ${FISCAL}`, read: (m, today) => relativeFiscalYear(today, 1, calendarOf(m)) },
  { pattern: '\\b(?:last|past) weekend\\b', read: (_, today) => relativeWeekend(today, -1) },
  { pattern: '\\bthis weekend\\b', read: (_, today) => relativeWeekend(today, 0) },
  { pattern: '\\bnext weekend\\b', read: (_, today) => relativeWeekend(today, 1) },
  {
    pattern: `\\b(?:last|previous) (?!week of|quarter of)${UNIT}\\b`,
    read: (m, today) => unitFromNow(lastWord(m), today, -1),
  },
  { pattern: `\\b(?:this|(?:the )?current) ${UNIT}\\b`, read: (m, today) => unitFromNow(lastWord(m), today, 0) },
  // "And the next month?" counts from what was just spoken of.
  {
    pattern: `\\b(?:(?<!(?:^|\\band )the )next|(?:the )?coming) ${UNIT}\\b`,
    read: (m, today) => unitFromNow(lastWord(m), today, 1),
  },
  { pattern: '\\b(?:the )?year-end\\b(?! \\d)', read: () => END_OF_THIS_YEAR },
  {
    pattern: "(?<=\\b(?:in|since|until|till|by|before|after|from|to|through|of) )'\\d{2}\\b(?![s'])",
    read: (match, today) => ({
      type: 'year',
      year: gregorian(fullYear(Number(match.slice(1)), today), { assumed: true }),
    }),
  },
  {
    pattern: '\\b(?:last|previous|past)(?= (?!quarter of|week of)[a-z])',
    read: () => ({ type: 'which', which: 'last' }),
  },
  { pattern: '\\bthis(?= (?!coming)[a-z])', read: () => ({ type: 'which', which: 'this' }) },
  { pattern: '\\b(?:next|(?:this )?coming)(?= [a-z])', read: () => ({ type: 'which', which: 'next' }) },
  { pattern: '\\b(?:the )?(?:now|present(?: day)?|date)\\b', read: () => ({ type: 'now' }) },
];

const END_OF_THIS_YEAR: AtomValue = {
  type: 'unit',
  expression: expression({ kind: 'year-part', part: 'end' }, { approximate: true, which: 'this' }),
};

function unitOf(word: string): 'year' | 'month' | 'week' {
  return word === 'month' || word === 'week' ? word : 'year';
}

function calendarOf(match: string): 'fiscal-jp' | 'fiscal-us' | 'fiscal-open' {
  if (match.includes('japan')) return 'fiscal-jp';
  return /u\.?s/.test(match) ? 'fiscal-us' : 'fiscal-open';
}

function unitFromNow(unit: string, today: PlainDate, offset: number): AtomValue {
  if (unit === 'week' || unit === 'wk') return { type: 'week', offset };
  if (unit === 'month') return relativeMonth(today, offset);
  if (unit === 'quarter') return relativeQuarter(today, offset);
  return unit === 'decade' ? relativeDecade(today, offset) : relativeYear(today, offset);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

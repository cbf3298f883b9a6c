import { months } from '../calendar.ts';
import { eraNamed, eraPeriod, eraYear } from '../eras.ts';
import { expression, fixed, gregorian, type Part, type Season, type YearRef } from '../expression.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import { NAMED_DAYS } from '../named-days.ts';
import { readIsoWeek } from '../numeric.ts';

const MONTHS: readonly (readonly [string, string])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may', 'may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept?'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const MONTH_NAMES = MONTHS.map(([full, short]) => `${full}|${short}`).join('|');
const PLAIN_MONTHS = MONTHS.filter(([full]) => full !== 'may' && full !== 'march')
  .map(([full, short]) => `${full}|${short}`)
  .join('|');
const ERA = '(?:meiji|taish(?:o|ō|ou)|sh[oō]wa|heisei|reiwa)';
const US = '(?:u\\.?s\\.?(?:a\\.?)?|united states|american|(?:u\\.?s\\.? )?federal)';
const JAPAN = "(?:japan(?:ese|'s)?|jp)";
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['latter', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['final', 4],
  ['last', 4],
]);
const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 2020],
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
]);

/** March30, Mar2025: a figure that begins where a month ends. */
const TIGHT = '(?=(?:\\d{1,2}|(?:19|20)\\d\\d)(?![\\da-z]))';

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth thirtieth';
/** Days in words, the longer first: twenty-first before first. */
const DAY_WORDS = [
  ...ORDINAL_WORDS.split(' ')
    .slice(0, 9)
    .map((word) => `twenty[- ]${word}`),
  'thirty[- ]first',
  ...ORDINAL_WORDS.split(' '),
];

function dayNamed(word: string): number {
  const [tens = '', ones = tens] = word.split(/[- ]/);
  const last = ORDINAL_WORDS.split(' ').indexOf(ones) + 1;
  if (ones === tens) return last === 21 ? 30 : last;
  return last + (tens === 'thirty' ? 30 : 20);
}

/** A full stop after a whole month, where a day or a year follows that goes on as a date does. */
const STOP = '(?:\\.(?= ?(?:\\d{1,2}(?:st|nd|rd|th)?(?:,? ?(?:19|20)\\d\\d| ?[-~]|[,?!)]|$)|(?:19|20)\\d\\d)))?';

/** English words for years, months, days and their parts. Order matters: longer words stand before their parts. */
export const englishWords: readonly LexicalRule[] = [
  namedDays(),
  {
    pattern: '\\bweek \\d{1,2}(?: of|,| in)? (?:19|20)\\d\\d\\b',
    read: (m) => readIsoWeek(`${m.slice(-4)} ${/\d+/.exec(m)?.[0]}`),
  },
  { pattern: '\\b(?:19|20)\\d\\d,? week \\d{1,2}\\b', read: readIsoWeek },
  { pattern: `\\b${ERA} (?:era|period)\\b`, read: readEra },
  { pattern: `\\b${ERA} ?(?:\\d{1,2}|gannen)\\b(?! ?年)`, read: readEraYear },
  // Fiscal years: the country when it is said, else open.
  { pattern: `\\b${US} (?:fiscal years?|fy) ?'?(?:\\d{4}|\\d{2})\\b`, read: fiscal('fiscal-us') },
  { pattern: `\\b(?:${JAPAN} (?:fiscal years?|fy)|jfy) ?'?(?:\\d{4}|\\d{2})\\b`, read: fiscal('fiscal-jp') },
  { pattern: `\\b(?:fiscal years?|fiscal|fy)[ -]?'?(?:\\d{4}|\\d{2})\\b`, read: fiscal('fiscal-open') },
  { pattern: `\\b(?:19|20)\\d\\d ${US} fiscal year\\b`, read: fiscal('fiscal-us') },
  { pattern: `\\b(?:19|20)\\d\\d ${JAPAN} fiscal year\\b`, read: fiscal('fiscal-jp') },
  { pattern: '\\b(?:19|20)\\d\\d fiscal year\\b', read: fiscal('fiscal-open') },
  { pattern: '\\b(?:19|20)\\d\\d fy\\b', read: fiscal('fiscal-open') },
  { pattern: '\\b(?:cy|calendar year|the year) ?(?:19|20)\\d\\d\\b', read: (m) => year(Number(m.slice(-4))) },
  // Decades and centuries.
  { pattern: "\\b(?:18|19|20)\\d0'?s\\b", read: (m) => ({ type: 'decade', first: Number(m.slice(0, 4)) }) },
  { pattern: "(?:(?<=\\bthe |\\bearly |\\bmid |\\bmid-|\\blate )'?|')[1-9]0'?s\\b", read: readShortDecade },
  {
    pattern: `\\b(?:${[...DECADES.keys()].join('|')})\\b`,
    read: (m) => ({ type: 'decade', first: DECADES.get(m) ?? 0 }),
  },
  { pattern: '\\b(?:20th|21st|twentieth|twenty-first) century\\b', read: readCentury },
  // Parts of a year.
  {
    pattern: '\\bq[1-4][/-](?:19|20)\\d\\d\\b',
    read: (m) => ({
      type: 'unit',
      expression: expression(
        { kind: 'quarter', quarter: Number(m.charAt(1)) },
        { year: gregorian(Number(m.slice(-4))) },
      ),
    }),
  },
  {
    pattern: '\\b(?:q[1-4]|[1-4]q)(?![\\w+])',
    read: (m) => ({ type: 'quarter', quarter: Number(m.replace('q', '')) }),
  },
  { pattern: '(?<=\\b\\d{4})q[1-4](?![\\w+])', read: (m) => ({ type: 'quarter', quarter: Number(m.slice(1)) }) },
  { pattern: '(?:\\b|(?<=\\b\\d{4}))(?:h[12]|[12]h)(?![\\w+./-]|年)', read: (m) => half(Number(m.replace('h', ''))) },
  {
    pattern:
      '\\b(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter(?: of)?(?= (?:of |in |the |last |this |next |fiscal |fy|[12]\\d{3}))',
    read: (m) => ({ type: 'quarter', quarter: ordinal(m) }),
  },
  {
    pattern: '\\b(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter\\b',
    read: (m) => ({ type: 'quarter', quarter: ordinal(m) }),
  },
  { pattern: '\\b(?:first|second|latter|1st|2nd) half\\b', read: (m) => half(ordinal(m)) },
  edgeOfYear('end|close', 'end'),
  edgeOfYear('beginning|start', 'start'),
  edgeOfYear('middle', 'mid'),
  { pattern: '\\bwinter (?:of )?(?:19|20)\\d\\d[-/](?:\\d{4}|\\d{2})\\b', read: readWinter },
  ...monthWeeks(),
  ...seasonRules(),
  ...partRules(),
  // Months and days.
  ...MONTHS.flatMap(([full, short], index): LexicalRule[] => {
    const month = index + 1;
    return [
      {
        pattern: `\\b${full}(?:\\b${STOP}|${TIGHT})`,
        read: () => monthAtom(month, full === 'march' || full === 'may'),
      },
      ...(full === short ? [] : [{ pattern: `\\b${short}(?:\\b\\.?|${TIGHT})`, read: () => monthAtom(month, true) }]),
    ];
  }),
  // "The October 2022 missile": nobody counts after a month; "may" and "march" are verbs too.
  {
    pattern: `(?<=\\b(?:${PLAIN_MONTHS})\\.?,? )(?:19|20)\\d\\d(?![\\d%:]|[.,+/-]\\d|[a-z])`,
    read: (m) => ({ type: 'year', year: gregorian(Number(m), { bare: true }) }),
  },
  {
    // April.10, 2025-Apr-10, March30.
    pattern: `(?<=\\b(?:${MONTH_NAMES})[./-]?)\\d{1,2}(?!\\d|\\.\\d)`,
    read: (m) => ({ type: 'day', day: Number(m), weak: true }),
  },
  {
    pattern: `(?<=\\b(?:${MONTH_NAMES})\\.?)(?:19|20)\\d\\d(?![\\d%:]|[.,]\\d)`,
    read: (m) => ({ type: 'year', year: gregorian(Number(m), { bare: true }) }),
  },
  // March 30,2025: the comma parts no figure of one number.
  {
    pattern: `(?<=\\b(?:${MONTH_NAMES})\\.? )\\d{1,2}(?=,(?:19|20)\\d\\d(?![\\d,]))`,
    read: (m) => ({ type: 'day', day: Number(m), weak: true }),
  },
  {
    pattern: `(?<=\\b(?:${MONTH_NAMES})(?:\\.? |[./-])?\\d{1,2}(?:st|nd|rd|th)?[,/])(?:19|20)\\d\\d(?![\\d,])`,
    read: (m) => year(Number(m)),
  },
  // "24 and 30 August", "August 24 and 30": the month stands beside the other day.
  {
    pattern: `(?<![\\d.,/])\\d{1,2}(?:st|nd|rd|th)?(?= ?(?:and|&|or) \\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH_NAMES})\\b)`,
    read: listedDay,
  },
  {
    pattern: `(?<=\\b(?:${MONTH_NAMES})\\.? \\d{1,2}(?:st|nd|rd|th)? (?:and|&|or) )\\d{1,2}(?:st|nd|rd|th)?\\b(?! ?(?:${MONTH_NAMES}|\\d|[/:.%]))`,
    read: listedDay,
  },
  {
    pattern: '(?<![\\d.,/])\\d{1,2}(?:st|nd|rd|th)\\b',
    read: (m) => ({ type: 'day', day: Number.parseInt(m, 10), weak: true }),
  },
  // March thirtieth, the thirtieth of March.
  {
    pattern: `(?<=\\b(?:${MONTH_NAMES})\\.? (?:the )?)(?:${DAY_WORDS.join('|')})\\b`,
    read: (m) => ({ type: 'day', day: dayNamed(m), weak: true }),
  },
  {
    pattern: `\\b(?:${DAY_WORDS.join('|')})(?= (?:day )?of (?:${MONTH_NAMES})\\b)`,
    read: (m) => ({ type: 'day', day: dayNamed(m), weak: true }),
  },
  { pattern: "'\\d{2}\\b(?!')", read: (m) => ({ type: 'short-year', value: Number(m.slice(1)), fiscal: false }) },
  ...weekdayRules(),
];

/** New Year's Day, Christmas, the Fourth of July; "New Year" only with its year, as people wish each other a happy one. */
function namedDays(): LexicalRule {
  const bare = (name: string) => name.replace(/['.]/g, '');
  const known = new Map(NAMED_DAYS.flatMap((one) => one.en.map((name) => [bare(name), one] as const)));
  const names = NAMED_DAYS.flatMap(({ en }) => en).sort((a, b) => b.length - a.length);
  const pattern = names
    .map((name) => (name === 'new year' ? 'new year(?=,? (?:of )?(?:19|20)\\d\\d)' : name))
    .map((name) => name.replaceAll('.', '\\.?').replaceAll("'", "'?"))
    .join('|');
  return {
    pattern: `(?<!lunar |chinese )\\b(?:the )?(?:${pattern})\\b(?! islands?\\b)`,
    read: (match) => {
      const named = known.get(bare(match.replace(/^the /, '')));
      return named === undefined ? null : { type: 'named', named };
    },
  };
}

/** A day whose month is told by the rest of a list. */
function listedDay(match: string): AtomValue {
  return { type: 'unit', expression: expression({ kind: 'day', month: null, day: Number.parseInt(match, 10) }) };
}

function readWinter(match: string): AtomValue {
  const year = Number(/\d{4}/.exec(match)?.[0]);
  return { type: 'unit', expression: fixed(months(year, 12, 3), 'season') };
}

function edgeOfYear(pattern: string, part: Part): LexicalRule {
  const value = expression({ kind: 'year-part', part }, { approximate: true, which: 'this' });
  return { pattern: `\\b(?:the )?(?:${pattern}) of the year\\b`, read: () => ({ type: 'unit', expression: value }) };
}

function monthWeeks(): LexicalRule[] {
  const weeks: readonly (readonly [string, Part])[] = [
    ['first|1st|opening', 'week-1'],
    ['second|2nd', 'week-2'],
    ['third|3rd', 'week-3'],
    ['fourth|4th', 'week-4'],
    ['last|final', 'last-week'],
  ];
  const days: readonly (readonly [string, Part])[] = [
    ['first|1st|opening', 'first-day'],
    ['last|final|closing', 'last-day'],
  ];
  const rule = (words: string, unit: string, part: Part): LexicalRule => ({
    pattern: `\\b(?:the )?(?:${words}) ${unit} (?:of|in)(?= )`,
    read: () => ({ type: 'part', part, of: 'month' }),
  });
  return [
    ...weeks.map(([words, part]) => rule(words, 'week', part)),
    ...days.map(([words, part]) => rule(words, 'day', part)),
  ];
}

function seasonRules(): LexicalRule[] {
  const seasons: readonly (readonly [string, Season])[] = [
    ['spring', 'spring'],
    ['summer', 'summer'],
    ['autumn', 'autumn'],
    ['fall', 'autumn'],
    ['winter', 'winter'],
  ];
  return seasons.map(([word, season]) => ({
    pattern: `\\b${word}(?:time)?\\b`,
    read: (): AtomValue => ({ type: 'season', season, weak: true }),
  }));
}

function partRules(): LexicalRule[] {
  const parts: readonly (readonly [string, Part])[] = [
    ['(?:the )?early (?:part )?(?:in|of)?(?= )|early(?=[ -])', 'early'],
    ['(?:the )?(?:middle|midpoint) of(?= )|mid(?:dle)?(?=[ -])', 'mid'],
    ['(?:the )?(?:late|latter|later) (?:part )?(?:in|of)?(?= )|late(?=[ -])', 'late'],
    ['(?:the )?(?:very )?(?:beginning|start|outset|opening) of(?= )', 'start'],
    [
      '(?:the )?(?:very )?(?:end|close|closing days|last days) of(?= )|(?:year-)?end(?=[ -](?:of )?[a-z]{0,9}\\.? ?\\d)|year-end(?= )',
      'end',
    ],
  ];
  return parts.map(([pattern, part]) => ({
    pattern: `\\b(?:${pattern})`,
    read: () => ({ type: 'part', part, of: 'any' }),
  }));
}

function weekdayRules(): LexicalRule[] {
  const names = [
    'mon(?:day)?',
    'tue(?:s(?:day)?)?',
    'wed(?:nesday)?',
    'thu(?:r(?:s(?:day)?)?)?',
    'fri(?:day)?',
    'sat(?:urday)?',
    'sun(?:day)?',
  ];
  return names.map((name, index) => ({
    pattern: `\\b${name}\\b\\.?`,
    read: () => ({ type: 'weekday', weekday: index + 1 }),
  }));
}

function readEra(match: string): AtomValue | null {
  const name = eraNamed(match.split(' ')[0] ?? '');
  return name === undefined ? null : { type: 'unit', expression: fixed(eraPeriod(name), 'span') };
}

function readEraYear(match: string): AtomValue | null {
  const parsed = /^(\D+?) ?(\d+|gannen)$/.exec(match);
  const name = eraNamed(parsed?.[1] ?? '');
  if (name === undefined) return null;
  return { type: 'year', year: eraYear(name, parsed?.[2] === 'gannen' ? 1 : Number(parsed?.[2])) };
}

function fiscal(calendar: YearRef['calendar']): LexicalRule['read'] {
  return (match) => {
    const figures = /\d+/.exec(match)?.[0] ?? '';
    if (figures.length === 2) return year(2000 + Number(figures), calendar);
    const value = Number(figures);
    return value < 1850 || value > 2100 ? null : year(value, calendar);
  };
}

function readShortDecade(match: string): AtomValue {
  const value = Number(/\d+/.exec(match)?.[0]);
  return { type: 'decade', first: value >= 30 ? 1900 + value : 2000 + value };
}

function readCentury(match: string): AtomValue {
  const first = match.startsWith('21') || match.startsWith('twenty-') ? 2001 : 1901;
  return { type: 'unit', expression: fixed({ from: `${first}-01-01`, to: `${first + 99}-12-31` }, 'span') };
}

function year(value: number, calendar: YearRef['calendar'] = 'gregorian'): AtomValue {
  return { type: 'year', year: gregorian(value, { calendar }) };
}

function half(value: number): AtomValue {
  return { type: 'half', half: value === 1 ? 1 : 2 };
}

function monthAtom(month: number, weak: boolean): AtomValue {
  return { type: 'month', month, year: null, weak };
}

function ordinal(match: string): number {
  return ORDINALS.get(match.split(' ')[0] ?? '') ?? 1;
}

import type { Bilingual } from '../../text/language.ts';
import { addDays, months, partsOf } from '../calendar.ts';
import { fixed } from '../expression.ts';
import type { AtomValue, LexicalRule } from '../lexer.ts';
import type { PlainDate } from '../period.ts';
import { type CountedUnit, nextUnits, pastUnits, sameTimeAgo, unitAgo, unitsAgo } from '../relative.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a couple of', 2],
  ['couple of', 2],
  ['a few', 3],
  ['few', 3],
  ['several', 3],
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
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
  ['sixty', 60],
  ['ninety', 90],
  ['hundred', 100],
]);
/** Said without a number being meant. */
const VAGUE: ReadonlySet<string> = new Set(['few', 'a few', 'several']);
// Any short word, looked up in `NUMBERS` when it is read: spelling them all out here made the pattern slow to compile.
const COUNT = '(?:\\d{1,3}|(?:a )?(?:couple of|few)|[a-z]+)';
const COUNTS = `${COUNT}(?: or ${COUNT}| to ${COUNT}|-\\d{1,2})?`;
const UNIT = '(?:days?|weeks?|wks?|months?|mths?|quarters?|fiscal years?|years?|yrs?|decades?)';
const LAST = '(?:last|past|previous|preceding|recent|prior)';

/** English numbers of days to years, counted from today ("two years ago", "the past 90 days", "within 3 months"). */
export const englishCounted: readonly LexicalRule[] = [
  { pattern: `\\b(?:${COUNTS}|half a) ${UNIT} (?:ago|back)\\b`, read: readAgo },
  // What follows "first" and "last" here belongs to a year that is named: no stretch up to today.
  {
    pattern: `\\b(?:first|last|final|opening|closing) (?:${COUNT} )?(?:days?|weeks?|months?) (?:of|in) (?:the year )?(?:19|20)\\d\\d\\b`,
    read: readEdge,
  },
  // A number or "the" makes a stretch that ends today; without either, "last year" is the calendar year.
  { pattern: `\\b(?:the )?${LAST} ${COUNTS} ${UNIT}\\b(?! (?:of|in)\\b)`, read: readPast },
  { pattern: `\\b(?:the )?${LAST} \\d{1,3} (?:hours?|hrs?)\\b`, read: readHours },
  { pattern: `\\bwithin (?:the )?(?:${LAST} )?${COUNTS} ${UNIT}\\b`, read: readPast },
  { pattern: '\\b(?:the (?:last|past)|past) (?:day|week|month|year|yr|decade)\\b(?! (?:of|in)\\b)', read: readPastOne },
  { pattern: '\\brecent (?:years|months|weeks)\\b', read: readRecent },
  { pattern: `\\b(?:the )?${LAST} half(?:[ -]a)?[ -]year\\b`, read: (_, today) => pastUnits(today, 6, 'month') },
  { pattern: `\\b(?:the )?next ${COUNT} ${UNIT}\\b`, read: readComing },
  { pattern: '\\b(?:about |around )?this time last year\\b', read: (_, today) => sameTimeAgo(today) },
];

type Count = { readonly least: number; readonly most: number; readonly unit: CountedUnit; readonly vague: boolean };

function readAgo(match: string, today: PlainDate): AtomValue | null {
  if (match.startsWith('half')) return /\by/.test(match) ? unitAgo(today, 1, 'half') : null;
  const counted = readCount(match);
  // "A few years ago" names no year that could be looked up.
  if (counted === null || VAGUE.has(counted.word)) return null;
  const { least, most, unit } = counted;
  return least === most ? unitAgo(today, most, unit) : unitsAgo(today, least, most, unit);
}

function readPast(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  if (counted === null) return null;
  return pastUnits(
    today,
    counted.most,
    counted.unit,
    counted.vague ? vagueNote(match, counted.most, counted.unit) : null,
  );
}

/** Records know days, so hours are counted in whole ones. */
function readHours(match: string, today: PlainDate): AtomValue {
  return pastUnits(today, Math.ceil(Number(/\d+/.exec(match)?.[0]) / 24), 'day');
}

function readPastOne(match: string, today: PlainDate): AtomValue {
  return pastUnits(today, 1, unitNamed(lastWord(match)));
}

function readRecent(match: string, today: PlainDate): AtomValue {
  const unit = unitNamed(lastWord(match));
  return pastUnits(today, 3, unit, vagueNote(match, 3, unit));
}

function readComing(match: string, today: PlainDate): AtomValue | null {
  const counted = readCount(match);
  return counted === null ? null : nextUnits(today, counted.most, counted.unit);
}

/** "The first three months of 2025", "the last week of 2024". */
function readEdge(match: string): AtomValue | null {
  const year = Number(match.slice(-4));
  const counted = readCount(match) ?? { most: 1, unit: unitNamed(/(day|week|month)/.exec(match)?.[0] ?? '') };
  const { most: count, unit } = counted;
  const fromStart = /^(?:first|opening)/.test(match);
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  if (unit === 'month') {
    if (count > 12) return null;
    return { type: 'unit', expression: fixed(months(year, fromStart ? 1 : 13 - count, count), 'span') };
  }
  const days = unit === 'week' ? 7 * count : count;
  const edge = addDays(fromStart ? whole.from : whole.to, fromStart ? days - 1 : 1 - days);
  if (partsOf(edge).year !== year) return null;
  const period = fromStart ? { from: whole.from, to: edge } : { from: edge, to: whole.to };
  return { type: 'unit', expression: fixed(period, 'span') };
}

const READ_COUNT = new RegExp(`\\b(${COUNT})(?:(?: or | to |-)(${COUNT}))? (${UNIT})`);

function readCount(match: string): (Count & { word: string }) | null {
  const parsed = READ_COUNT.exec(match);
  if (parsed === null) return null;
  const [, word = '', other = word, unit = ''] = parsed;
  const [least, most] = [numberNamed(word), numberNamed(other)];
  if (!(least > 0 && most >= least)) return null;
  return { least, most, unit: unitNamed(unit), vague: VAGUE.has(word) || least !== most, word };
}

function numberNamed(word: string): number {
  return NUMBERS.get(word) ?? Number(word);
}

function unitNamed(word: string): CountedUnit {
  if (word.startsWith('fiscal')) return 'fiscal-year';
  if (word.startsWith('day')) return 'day';
  if (word.startsWith('w')) return 'week';
  if (word.startsWith('m')) return 'month';
  if (word.startsWith('quarter')) return 'quarter';
  return word.startsWith('decade') ? 'decade' : 'year';
}

function vagueNote(match: string, count: number, unit: CountedUnit): Bilingual {
  return {
    ja: `「${match}」を過去${count}${LABEL[unit].ja}と解釈しました。`,
    en: `“${match}” is taken as the past ${count} ${LABEL[unit].en}.`,
  };
}

const LABEL: Readonly<Record<CountedUnit, Bilingual>> = {
  day: { ja: '日', en: 'days' },
  week: { ja: '週間', en: 'weeks' },
  month: { ja: 'か月', en: 'months' },
  quarter: { ja: '四半期', en: 'quarters' },
  half: { ja: '半期', en: 'half-years' },
  year: { ja: '年', en: 'years' },
  'fiscal-year': { ja: '年度', en: 'fiscal years' },
  // 3 decades are 過去30年.
  decade: { ja: '0年', en: 'decades' },
};

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

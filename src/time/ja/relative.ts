import type { AtomValue, LexicalRule } from '../lexer.ts';
import type { PlainDate } from '../period.ts';
import {
  relativeDay,
  relativeFiscalYear,
  relativeMonth,
  relativeQuarter,
  relativeWeekend,
  relativeYear,
  sameDayIn,
  toDate,
} from '../relative.ts';
import { japaneseCounted } from './counted.ts';

/** What may follow a word in kana that is part of other words too. */
const PARTICLE = '(?=[のはにまかも、。?!)」』 ]|$)';
/** 昨春 but not 昨春日: a season follows, and no kanji after it. */
const SEASON = '(?=[春夏秋冬](?![一-鿿]))';

/** Japanese words that count from today (先月, 昨年度, 一昨日). Longer words stand before their parts. */
export const japaneseRelative: readonly LexicalRule[] = [
  ...words(relativeDay, [
    ['一昨日|おととい', -2],
    ['明後日|あさって', 2],
    ['昨日|きのう', -1],
    [`今日(?!的)|(?<![一-鿿])本日|きょう${PARTICLE}`, 0],
    [`明日(?!香)|あした${PARTICLE}|あす${PARTICLE}`, 1],
  ]),
  {
    pattern: '(?:去年|昨年|前年|1年前|一年前)の(?:今日|きょう|本日|同じ日|同日)',
    read: (_, today) => sameDayIn(today, Number(today.slice(0, 4)) - 1),
  },
  {
    pattern: '(?:一昨年|おととし)の(?:今日|きょう|本日|同じ日|同日)',
    read: (_, today) => sameDayIn(today, Number(today.slice(0, 4)) - 2),
  },
  {
    pattern: '\\d{1,2}年前の(?:今日|きょう|本日|同じ日|同日)',
    read: (match, today) => sameDayIn(today, Number(today.slice(0, 4)) - Number.parseInt(match, 10)),
  },
  {
    pattern: '(?:19|20)\\d\\d年の(?:今日|きょう|本日)',
    read: (match, today) => sameDayIn(today, Number.parseInt(match, 10)),
  },
  { pattern: '年初来|今年に?入って(?:から|以降|以来)?|年初から|年明けから', read: (_, today) => toDate(today, 'year') },
  { pattern: '今月に?入って(?:から|以降)?', read: (_, today) => toDate(today, 'month') },
  ...japaneseCounted,
  ...words(relativeFiscalYear, [
    ['一昨年度', -2],
    ['再来年度', 2],
    ['昨年度|前年度', -1],
    ['今年度|本年度|年度内', 0],
    ['来年度|翌年度', 1],
  ]),
  ...words(relativeQuarter, [
    ['前四半期|先四半期', -1],
    ['今四半期|当四半期', 0],
    ['来四半期', 1],
  ]),
  ...words(relativeWeekend, [
    ['先週末|前週末', -1],
    ['今週末', 0],
    ['来週末', 1],
  ]),
  ...words(
    (_, offset) => ({ type: 'week', offset }),
    [
      ['先々週|先先週', -2],
      ['再来週', 2],
      ['先週|前週', -1],
      ['今週', 0],
      ['来週', 1],
    ],
  ),
  ...words(relativeMonth, [
    ['先々月|先先月', -2],
    ['再来月', 2],
    ['先月', -1],
    ['今月(?!号)', 0],
    ['来月', 1],
  ]),
  ...words(relativeYear, [
    ['一昨々年|さきおととし', -3],
    [`一昨年|おととし|一昨${SEASON}`, -2],
    ['再来年', 2],
    [`昨年|去年|きょねん|昨${SEASON}`, -1],
    [`今年|本年|ことし|年内|今${SEASON}`, 0],
    [`来年|らいねん|来${SEASON}`, 1],
  ]),
  { pattern: '(?:現在|いま|今)(?=まで|に至る|$)', read: () => ({ type: 'now' }) },
  {
    pattern: '(?<=週の?|週 )[月火水木金土日](?:曜日?)?(?![一-鿿])|[月火水木金土日]曜(?:日|(?![一-鿿]))',
    read: readWeekday,
  },
];

function words(
  read: (today: PlainDate, offset: number) => AtomValue,
  offsets: readonly (readonly [string, number])[],
): LexicalRule[] {
  return offsets.map(([pattern, offset]) => ({ pattern, read: (_, today) => read(today, offset) }));
}

function readWeekday(match: string): AtomValue {
  return { type: 'weekday', weekday: '月火水木金土日'.indexOf(match.charAt(0)) + 1 };
}

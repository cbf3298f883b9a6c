import { addDays, daysInMonth, plainDate, weekdayOf } from './calendar.ts';
import type { PlainDate } from './period.ts';

/** A day of any year. Total: every year has one. */
type DayRule = (year: number) => PlainDate;

/** A day or a stretch of the calendar that has a name, in the words of both languages as `fold` leaves them. */
export type NamedDays = {
  readonly ja: readonly string[];
  readonly en: readonly string[];
  readonly from: DayRule;
  /** The last day, in the year after where it comes before the first; `from` alone for a single day. */
  readonly to: DayRule;
  readonly isDay: boolean;
  /** Whether its bounds are a matter of custom. */
  readonly approximate: boolean;
};

const [MONDAY, THURSDAY] = [1, 4];

/** Alike every year, but for years in which the law moved it. */
function fixed(month: number, day: number, moved: Readonly<Record<number, readonly [number, number]>> = {}): DayRule {
  return (year) => plainDate(year, ...(moved[year] ?? ([month, day] as const)));
}

/** The nth weekday of a month, counted from its end where `nth` is negative. */
function nth(
  place: number,
  weekday: number,
  month: number,
  moved: Readonly<Record<number, readonly [number, number]>> = {},
): DayRule {
  return (year) => {
    const exception = moved[year];
    if (exception !== undefined) return plainDate(year, ...exception);
    const last = plainDate(year, month, daysInMonth(year, month));
    if (place < 0) return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + 7 * (place + 1));
    const first = plainDate(year, month, 1);
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (place - 1));
  };
}

/** The day of an equinox in Japan: its moment in 1980, the length of a year, and the leap days; right from 1980 to 2099. */
function equinox(month: number, in1980: number): DayRule {
  return (year) =>
    plainDate(year, month, Math.floor(in1980 + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4));
}

/** Easter Sunday: the Sunday after the full moon on or after March 21, by the tables of the Gregorian calendar. */
function easter(year: number): PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const corrected = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + corrected + 15) % 30;
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return addDays(plainDate(year, 3, 28), moon - weekday);
}

/** Before 2019 of another emperor. */
function emperorsBirthday(year: number): PlainDate {
  if (year >= 2019) return plainDate(year, 2, 23);
  return year >= 1989 ? plainDate(year, 12, 23) : plainDate(year, 4, 29);
}

function day(rule: DayRule, ja: string, en: string): NamedDays {
  return { ja: listed(ja), en: listed(en), from: rule, to: rule, isDay: true, approximate: false };
}

function stretch(from: DayRule, to: DayRule, ja: string, en: string): NamedDays {
  return { ja: listed(ja), en: listed(en), from, to, isDay: false, approximate: false };
}

function aboutThen(from: DayRule, to: DayRule, ja: string, en: string): NamedDays {
  return { ...stretch(from, to, ja, en), approximate: true };
}

function listed(names: string): readonly string[] {
  return names.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

/**
 * The holidays of Japanese and U.S. law as they are now, and other days that both countries' calendars name. In English an apostrophe makes no
 * difference, nor does "the" before the name.
 */
export const NAMED_DAYS: readonly NamedDays[] = [
  day(fixed(1, 1), '元日, 元旦', "new year's day, new year's"),
  day(fixed(12, 31), '大晦日, 大みそか, おおみそか', "new year's eve"),
  stretch(fixed(1, 1), fixed(1, 3), '三が日, 三か日, 正月三が日, 正月三か日, お正月三が日', ''),
  aboutThen(fixed(1, 1), fixed(1, 7), '正月, お正月, 松の内', 'new year'),
  // The days on which Japanese government offices are closed by law.
  stretch(fixed(12, 29), fixed(1, 3), '年末年始', ''),
  day(nth(2, MONDAY, 1), '成人の日', 'coming of age day, coming-of-age day'),
  day(fixed(2, 11), '建国記念の日, 建国記念日', 'national foundation day'),
  day(emperorsBirthday, '天皇誕生日', "emperor's birthday"),
  day(fixed(2, 14), 'バレンタインデー, バレンタイン', "valentine's day"),
  day(equinox(3, 20.8431), '春分の日, 春分', 'vernal equinox day, vernal equinox, spring equinox'),
  day(fixed(4, 29), '昭和の日', 'showa day'),
  aboutThen(fixed(4, 29), fixed(5, 5), 'gw, ゴールデンウィーク, ゴールデンウイーク, 大型連休', 'golden week'),
  day(fixed(5, 1), 'メーデー', 'may day'),
  day(fixed(5, 3), '憲法記念日', 'constitution memorial day'),
  day(fixed(5, 4), 'みどりの日', 'greenery day'),
  day(fixed(5, 5), 'こどもの日, 子どもの日, 子供の日', "children's day"),
  day(fixed(7, 7), '七夕', 'tanabata'),
  day(nth(3, MONDAY, 7, { 2020: [7, 23], 2021: [7, 22] }), '海の日', 'marine day'),
  day(fixed(8, 11, { 2020: [8, 10], 2021: [8, 8] }), '山の日', 'mountain day'),
  aboutThen(fixed(8, 13), fixed(8, 16), 'お盆, お盆休み, 盆休み', 'obon, bon festival'),
  day(fixed(8, 15), '終戦記念日, 終戦の日', ''),
  day(nth(3, MONDAY, 9), '敬老の日', 'respect for the aged day, respect-for-the-aged day'),
  day(equinox(9, 23.2488), '秋分の日, 秋分', 'autumnal equinox day, autumnal equinox, autumn equinox'),
  day(
    nth(2, MONDAY, 10, { 2020: [7, 24], 2021: [7, 23] }),
    'スポーツの日, 体育の日',
    'health and sports day, sports day',
  ),
  day(fixed(10, 31), 'ハロウィン, ハロウィーン', 'halloween'),
  day(fixed(11, 3), '文化の日', 'culture day'),
  day(fixed(11, 23), '勤労感謝の日', 'labor thanksgiving day, labour thanksgiving day'),
  day(fixed(12, 24), 'クリスマスイブ, クリスマスイヴ, クリスマス・イブ, クリスマス・イヴ', 'christmas eve, xmas eve'),
  day(fixed(12, 25), 'クリスマス', 'christmas day, christmas, xmas'),

  day(fixed(1, 20), '', 'inauguration day'),
  day(nth(3, MONDAY, 1), 'キング牧師記念日', 'martin luther king jr. day, martin luther king day, mlk day'),
  day(nth(3, MONDAY, 2), '大統領の日', "presidents' day, president's day, washington's birthday"),
  day(nth(-1, MONDAY, 5), 'メモリアルデー, 戦没者追悼記念日', 'memorial day'),
  day(fixed(6, 19), 'ジューンティーンス', 'juneteenth'),
  day(fixed(7, 4), '独立記念日', 'independence day, fourth of july, july fourth'),
  day(nth(1, MONDAY, 9), 'レイバーデー', 'labor day, labour day'),
  day(nth(2, MONDAY, 10), 'コロンブスデー', "columbus day, indigenous peoples' day"),
  day(fixed(11, 11), '退役軍人の日', "veterans' day"),
  // The Tuesday after the first Monday.
  day((year) => addDays(nth(1, MONDAY, 11)(year), 1), '', 'election day'),
  day((year) => addDays(nth(4, THURSDAY, 11)(year), 1), 'ブラックフライデー', 'black friday'),
  day(nth(4, THURSDAY, 11), '感謝祭, サンクスギビング', 'thanksgiving day, thanksgiving'),
  day(fixed(12, 7), '', 'pearl harbor day'),
  day((year) => addDays(easter(year), -2), '聖金曜日', 'good friday'),
  day(easter, '復活祭, イースター', 'easter sunday, easter'),
];

import type { Language } from '../text/language.ts';
import { type ClosedPeriod, daysInMonth, partsOf, periodOfEventDate, weekdayOf } from './calendar.ts';
import type { Period, PlainDate } from './period.ts';

/**
 * A period as a reader writes it, in the largest units that say it exactly: 2025年3月 / March 2025, 2025年3月〜5月 /
 * March–May 2025, 2025年3月以降 / since March 2025, 2024年まで / until 2024. Both bounds of an open side are inclusive.
 * With neither end it says 全期間 / all dates.
 */
export function formatPeriod(period: Period, language: Language): string {
  const { from, to } = period;
  if (from !== null && to !== null) return formatClosed({ from, to }, language);
  if (from !== null) {
    const unit = formatUnit(unitFrom(from), language);
    return language === 'ja' ? `${unit}以降` : `since ${unit}`;
  }
  if (to !== null) {
    const unit = formatUnit(unitTo(to), language);
    return language === 'ja' ? `${unit}まで` : `until ${unit}`;
  }
  return language === 'ja' ? '全期間' : 'all dates';
}

/**
 * A record's date with its precision: `2025-03-30` → 2025年3月30日 / March 30, 2025; `2025-03` → 2025年3月 / March 2025;
 * `2024-07-28/2024-07-29` → 2024年7月28日〜29日 / July 28–29, 2024. Throws `RangeError` when it is not a date.
 */
export function formatDate(date: string, language: Language): string {
  return formatClosed(periodOfEventDate(date), language);
}

/** As `formatDate`, with the day of the week where `date` is one day: 2024年7月28日（日曜日） / Sunday, July 28, 2024. */
export function formatDateWithWeekday(date: string, language: Language): string {
  const { from, to } = periodOfEventDate(date);
  const plain = formatDate(date, language);
  if (from !== to) return plain;
  const day = weekdayOf(from) - 1;
  return language === 'ja' ? `${plain}（${'月火水木金土日'[day]}曜日）` : `${WEEKDAYS[day]}, ${plain}`;
}

/** January … December, or 1月 … 12月. */
export function formatMonth(month: number, language: Language): string {
  return language === 'ja' ? `${month}月` : (MONTHS[month - 1] ?? String(month));
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A whole year, a whole month, or a day. */
type Unit = { readonly year: number; readonly month?: number; readonly day?: number };

function formatClosed(period: ClosedPeriod, language: Language): string {
  const [first, last] = unitsOf(period);
  if (last === null) return formatUnit(first, language);
  return language === 'ja' ? spanJa(first, last) : spanEn(first, last);
}

/** The one unit that the period is, or the two units of the same kind that bound it. */
function unitsOf({ from, to }: ClosedPeriod): [Unit, Unit | null] {
  const a = partsOf(from);
  const b = partsOf(to);
  const wholeMonths = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  if (wholeMonths && a.month === 1 && b.month === 12) {
    return a.year === b.year ? [{ year: a.year }, null] : [{ year: a.year }, { year: b.year }];
  }
  if (wholeMonths) {
    const [x, y] = [
      { year: a.year, month: a.month },
      { year: b.year, month: b.month },
    ];
    return a.year === b.year && a.month === b.month ? [x, null] : [x, y];
  }
  return from === to ? [a, null] : [a, b];
}

function unitFrom(from: PlainDate): Unit {
  const { year, month, day } = partsOf(from);
  if (day !== 1) return { year, month, day };
  return month === 1 ? { year } : { year, month };
}

function unitTo(to: PlainDate): Unit {
  const { year, month, day } = partsOf(to);
  if (day !== daysInMonth(year, month)) return { year, month, day };
  return month === 12 ? { year } : { year, month };
}

function formatUnit({ year, month, day }: Unit, language: Language): string {
  if (language === 'ja') {
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  }
  if (month === undefined) return String(year);
  return day === undefined ? `${formatMonth(month, 'en')} ${year}` : `${formatMonth(month, 'en')} ${day}, ${year}`;
}

function spanJa(first: Unit, last: Unit): string {
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const year = sameYear ? '' : `${last.year}年`;
  const month = last.month === undefined || sameMonth ? '' : `${last.month}月`;
  return `${formatUnit(first, 'ja')}〜${year}${month}${last.day === undefined ? '' : `${last.day}日`}`;
}

function spanEn(first: Unit, last: Unit): string {
  if (first.month === undefined || last.month === undefined) return `${first.year}–${last.year}`;
  if (first.year !== last.year) return `${formatUnit(first, 'en')} – ${formatUnit(last, 'en')}`;
  const start = formatMonth(first.month, 'en');
  const end = formatMonth(last.month, 'en');
  if (first.day === undefined || last.day === undefined) return `${start}–${end} ${last.year}`;
  if (first.month === last.month) return `${start} ${first.day}–${last.day}, ${last.year}`;
  return `${start} ${first.day} – ${end} ${last.day}, ${last.year}`;
}

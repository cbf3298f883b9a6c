import type { Bilingual } from '../text/language.ts';
import type { ClosedPeriod } from './calendar.ts';
import {
  daysInMonth,
  isRealDay,
  monthOf,
  months,
  partsOf,
  plainDate,
  usFiscalYear,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { clipToEra, eraLabel, outsideEra } from './eras.ts';
import {
  expression as bare,
  type Expression,
  gregorian,
  type Part,
  type Season,
  type Shape,
  type YearRef,
} from './expression.ts';
import { formatDateWithWeekday, formatMonth, formatPeriod } from './format.ts';
import type { NamedDays } from './named-days.ts';
import type { Period, PlainDate } from './period.ts';
import type { Granularity, TimeMention } from './time-mention.ts';

/** What fills in what an expression leaves unsaid. */
export type Context = {
  readonly today: PlainDate;
  /** The year named beside it in the text, or by the conversation; `null` when there is none. */
  readonly year: number | null;
  /** The month named before it in the text, for a bare day. */
  readonly month: number | null;
  /** As typed, to be quoted in an assumption. */
  readonly text: string;
  /** In Japanese text 3/4 is always the fourth of March. */
  readonly japanese: boolean;
};

/** A unit with nothing left unsaid. */
export type Resolved = {
  readonly period: Period | null;
  readonly granularity: Granularity;
  readonly impossible: Bilingual | null;
  readonly notes: readonly Bilingual[];
  readonly alternatives: TimeMention['alternatives'];
};

/** Turns an expression into inclusive dates, telling every assumption that it takes. */
export function resolve(expression: Expression, context: Context): Resolved {
  const { shape } = expression;
  if (shape.kind === 'fixed') {
    return { ...SETTLED, period: shape.period, granularity: shape.granularity, notes: expression.notes };
  }
  const year = expression.year ?? yearFor(expression, context);
  const monthKnown = shape.kind === 'day' && shape.month === null ? dayIn(shape.day, context) : { shape, year };
  const settled = settle(monthKnown.shape, monthKnown.year, expression.year === null, context.today);
  if (settled.impossible !== null) return { ...settled, notes: [] };
  const guessed = (expression.year === null || expression.year.assumed) && settled.period !== null;
  const assumption = guessed ? [takenAs(context.text, settled.period)] : [];
  const both = secondReading(expression, context);
  const notes = [
    ...expression.notes,
    ...settled.notes,
    ...(both === null ? assumption : [takenAs(context.text, settled.period)]),
    ...otherWeekday(expression, settled.period),
  ];
  return { ...settled, notes, alternatives: [...settled.alternatives, ...(both === null ? [] : [both])] };
}

/** A date in full whose weekday is another: which it is, so that a slip in either is seen. */
function otherWeekday({ weekday, year }: Expression, period: Period | null): readonly Bilingual[] {
  const day = period?.from;
  if (weekday === null || year === null || day == null || day !== period?.to || weekdayOf(day) === weekday) return [];
  return [
    {
      ja: `その日付は${formatDateWithWeekday(day, 'ja')}です。`,
      en: `That date is ${formatDateWithWeekday(day, 'en')}.`,
    },
  ];
}

/** “March” is taken as March 2026. */
export function takenAs(text: string, period: Period | null): Bilingual {
  const written = period ?? { from: null, to: null };
  return {
    ja: `「${text}」を${formatPeriod(written, 'ja')}と解釈しました。`,
    en: `“${text}” is taken as ${formatPeriod(written, 'en')}.`,
  };
}

const SETTLED = { impossible: null, notes: [], alternatives: [] } as const;

/** The year of an expression that names none: the context's, or the one that `which` asks for, or the latest begun by today. */
function yearFor({ shape, which, weekday }: Expression, context: Context): YearRef {
  const thisYear = partsOf(context.today).year;
  if (which === 'this') return gregorian(isWinter(shape) && partsOf(context.today).month < 3 ? thisYear - 1 : thisYear);
  if (which === null && context.year !== null) return gregorian(context.year);
  const told = weekday === null || which !== null ? undefined : yearByWeekday(shape, weekday, context);
  if (told !== undefined) return gregorian(told);
  const backwards = which !== 'next';
  for (let step = backwards ? 1 : -1; step >= -9 && step <= 9; step += backwards ? -1 : 1) {
    const period = spanOf(shape, gregorian(thisYear + step));
    if (period === null) continue;
    if (
      which === 'next'
        ? period.from > context.today
        : which === 'last'
          ? period.to < context.today
          : period.from <= context.today
    ) {
      return gregorian(thisYear + step);
    }
  }
  return gregorian(thisYear);
}

/** The year of the context, else the latest one in which a day up to today fell on its weekday; nobody dates by one that is more than a dozen years old. */
function yearByWeekday(shape: Shape, weekday: number, { today, year: named }: Context): number | undefined {
  const thisYear = partsOf(today).year;
  const years = [...(named === null ? [] : [named]), ...Array.from({ length: 12 }, (_, back) => thisYear - back)];
  return years.find((year) => {
    const day = spanOf(shape, gregorian(year))?.from;
    return day !== undefined && day <= today && weekdayOf(day) === weekday;
  });
}

function isWinter(shape: Shape): boolean {
  return shape.kind === 'season' && shape.season === 'winter';
}

/** A bare day lies in the month named before it, else in the latest month where it is not after today. */
function dayIn(day: number, context: Context): { shape: Shape; year: YearRef } {
  const now = partsOf(context.today);
  if (context.month !== null) {
    const year = context.year ?? now.year;
    return { shape: { kind: 'day', month: context.month, day }, year: gregorian(year) };
  }
  for (let back = 0; back < 12 && day >= 1 && day <= 31; back += 1) {
    const { year, month } = partsOf(months(now.year, now.month - back, 1).from);
    if (day <= daysInMonth(year, month) && plainDate(year, month, day) <= context.today) {
      return { shape: { kind: 'day', month, day }, year: gregorian(year) };
    }
  }
  return { shape: { kind: 'day', month: now.month, day }, year: gregorian(now.year) };
}

function settle(shape: Shape, year: YearRef, guessed: boolean, today: PlainDate): Resolved {
  const granularity = granularityOf(shape, year);
  const impossible = impossibility(shape, year, guessed);
  const whole = impossible === null ? spanOf(shape, year) : null;
  if (whole === null) return { ...SETTLED, period: null, granularity, impossible };
  const period =
    year.era !== null && shape.kind === 'year' && year.calendar === 'gregorian'
      ? clipToEra(whole, year.era.name)
      : whole;
  const outside = year.era === null ? null : outsideEra(period, year.era);
  const notes = outside === null ? [] : [outside];
  if (year.calendar === 'fiscal-open')
    return { ...SETTLED, period, granularity, ...openFiscalYear(shape, year, period) };
  if (shape.kind === 'season' && shape.season === 'winter') {
    if (guessed) return { ...SETTLED, period, granularity, notes };
    const earlier = months(year.year - 1, 12, 3);
    // A winter that has not begun is hardly the one asked about.
    const [main, other] = period.from > today && !year.relative ? [earlier, period] : [period, earlier];
    const alternatives = [{ period: other, label: written(other) }];
    return { ...SETTLED, period: main, granularity, notes: [...notes, winterNote(year.year, main)], alternatives };
  }
  return { ...SETTLED, period, granularity, notes };
}

function openFiscalYear(shape: Shape, year: YearRef, period: ClosedPeriod): Pick<Resolved, 'notes' | 'alternatives'> {
  const american = spanOf(shape, { ...year, calendar: 'fiscal-us' });
  const japanese = written(period);
  const note = {
    ja: `${year.year}年度を日本の会計年度（4月〜3月）の${japanese.ja}と解釈しました。`,
    en: `FY${year.year} is taken as the Japanese fiscal year (April–March): ${japanese.en}.`,
  };
  if (american === null) return { notes: [note], alternatives: [] };
  const other = written(american);
  const label = {
    ja: `米国の${year.year}会計年度(10月〜9月): ${other.ja}`,
    en: `U.S. fiscal year ${year.year} (October–September): ${other.en}`,
  };
  return { notes: [note], alternatives: [{ period: american, label }] };
}

function winterNote(year: number, period: ClosedPeriod): Bilingual {
  const { ja, en } = written(period);
  return { ja: `${year}年の冬を${ja}と解釈しました。`, en: `Winter ${year} is taken as ${en}.` };
}

function secondReading({ other }: Expression, context: Context): { period: Period; label: Bilingual } | null {
  if (other === null || context.japanese) return null;
  const year = other.year ?? yearFor(bare(other.shape), context);
  const period = spanOf(other.shape, year);
  return period === null ? null : { period, label: written(period) };
}

function written(period: Period): Bilingual {
  return { ja: formatPeriod(period, 'ja'), en: formatPeriod(period, 'en') };
}

/** The dates of a shape in a year; `null` where they do not exist or the shape is not yet whole. */
function spanOf(shape: Shape, year: YearRef): ClosedPeriod | null {
  const first = firstMonth(year);
  switch (shape.kind) {
    case 'year':
      return months(first.year, first.month, 12);
    case 'year-part':
      return yearPart(first, shape.part);
    case 'half':
      return months(first.year, first.month + 6 * (shape.half - 1), 6);
    case 'quarter':
      return months(first.year, first.month + 3 * (shape.quarter - 1), 3);
    case 'season':
      return months(year.year, SEASONS[shape.season], 3);
    case 'month':
      return isMonth(shape.month) ? monthOf(yearOfMonth(year, shape.month), shape.month) : null;
    case 'month-part':
      return isMonth(shape.month) ? monthPart(yearOfMonth(year, shape.month), shape.month, shape.part) : null;
    case 'day': {
      if (shape.month === null) return null;
      const inYear = yearOfMonth(year, shape.month);
      if (!isRealDay(inYear, shape.month, shape.day)) return null;
      const day = plainDate(inYear, shape.month, shape.day);
      return { from: day, to: day };
    }
    case 'named':
      return namedIn(year, shape.named);
    default:
      return null;
  }
}

/** In a fiscal year New Year's Day lies in its last quarter; a stretch that begins in December ends in January. */
function namedIn(year: YearRef, { from, to }: NamedDays): ClosedPeriod {
  const first = from(yearOfMonth(year, partsOf(from(year.year)).month));
  const last = to(partsOf(first).year);
  return { from: first, to: last < first ? to(partsOf(first).year + 1) : last };
}

const SEASONS: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

function firstMonth({ calendar, year }: YearRef): { year: number; month: number } {
  if (calendar === 'gregorian') return { year, month: 1 };
  return calendar === 'fiscal-us' ? partsOf(usFiscalYear(year).from) : { year, month: 4 };
}

function yearOfMonth({ calendar, year }: YearRef, month: number): number {
  if (calendar === 'gregorian') return year;
  if (calendar === 'fiscal-us') return month >= 10 ? year - 1 : year;
  return month >= 4 ? year : year + 1;
}

/** Thirds of four months, halves of six; the start is three months, the end the last one. */
function yearPart({ year, month }: { year: number; month: number }, part: Part): ClosedPeriod {
  if (part === 'early') return months(year, month, 4);
  if (part === 'mid') return months(year, month + 4, 4);
  if (part === 'late') return months(year, month + 8, 4);
  if (part === 'start') return months(year, month, 3);
  if (part === 'end') return months(year, month + 11, 1);
  return months(year, part === 'first-half' ? month : month + 6, 6);
}

/** Weeks are of seven days from the 1st. Thirds are 1–10, 11–20, 21–end; halves divide after the 15th. The start and the end of a month are its outer thirds. */
function monthPart(year: number, month: number, part: Part): ClosedPeriod {
  const last = daysInMonth(year, month);
  const week = /^week-(\d)$/.exec(part);
  if (week !== null) {
    const first = Math.min(7 * Number(week[1]) - 6, last);
    return { from: plainDate(year, month, first), to: plainDate(year, month, Math.min(first + 6, last)) };
  }
  if (part === 'first-day' || part === 'last-day') {
    const day = plainDate(year, month, part === 'first-day' ? 1 : last);
    return { from: day, to: day };
  }
  if (part === 'last-week') return { from: plainDate(year, month, last - 6), to: plainDate(year, month, last) };
  const [from, to] =
    part === 'early' || part === 'start'
      ? [1, 10]
      : part === 'mid'
        ? [11, 20]
        : part === 'first-half'
          ? [1, 15]
          : part === 'second-half'
            ? [16, last]
            : [21, last];
  return { from: plainDate(year, month, from), to: plainDate(year, month, to) };
}

function granularityOf(shape: Shape, year: YearRef): Granularity {
  switch (shape.kind) {
    case 'year':
      return year.calendar === 'gregorian' ? 'year' : 'fiscal-year';
    case 'year-part':
      return shape.part.endsWith('half') ? 'half' : 'span';
    case 'month-part':
      return shape.part.endsWith('-day') ? 'day' : 'part-of-month';
    case 'named':
      return shape.named.isDay ? 'day' : 'span';
    case 'half':
    case 'quarter':
    case 'season':
    case 'month':
    case 'day':
      return shape.kind;
    default:
      return 'span';
  }
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function impossibility(shape: Shape, year: YearRef, guessed: boolean): Bilingual | null {
  if (year.era !== null && year.era.year < 1) {
    return { ja: `${eraLabel(year.era, 'ja')}はありません。`, en: `There is no ${eraLabel(year.era, 'en')}.` };
  }
  const month = shape.kind === 'month' || shape.kind === 'month-part' || shape.kind === 'day' ? shape.month : null;
  if (month !== null && !isMonth(month)) return { ja: `${month}月はありません。`, en: `There is no month ${month}.` };
  if (shape.kind !== 'day') return null;
  if (shape.day < 1 || shape.day > 31)
    return { ja: `${shape.day}日はありません。`, en: `No month has a day ${shape.day}.` };
  if (month === null) return null;
  const inYear = yearOfMonth(year, month);
  const longest = daysInMonth(2024, month);
  if (guessed && shape.day > longest) {
    return { ja: `${month}月は${longest}日までです。`, en: `${formatMonth(month, 'en')} has at most ${longest} days.` };
  }
  const last = daysInMonth(inYear, month);
  if (shape.day <= last) return null;
  return {
    ja: `${inYear}年${month}月は${last}日までです。`,
    en: `${formatMonth(month, 'en')} ${inYear} has only ${last} days.`,
  };
}

/** Whether the whole calendar year is meant, so that a neighbour may borrow it. */
export function lendsYear(year: YearRef | null): number | null {
  return year === null || year.relative || year.calendar !== 'gregorian' ? null : partsOf(yearOf(year.year).from).year;
}

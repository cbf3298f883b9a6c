import { fullYear } from './calendar.ts';
import { type Expression, gregorian, type Shape, type YearRef } from './expression.ts';
import type { Piece } from './grammar.ts';
import type { PlainDate } from './period.ts';

/** Two sides of a range that each borrow from the other what they leave unsaid. */
export type Range = { readonly left: Expression; readonly right: Expression };

/**
 * Lends unit, month, year, era and calendar across a range (3〜5月, 2025年3月から5月, November to February 2025, FY2023–2025).
 * A month that comes before the other side's lies in the next (or the previous) year. `null` when the two sides do not belong
 * together.
 */
export function align(left: Piece, right: Piece, today: PlainDate): Range | null {
  let a = left.expression;
  let b = right.expression;
  if (isNow(left)) return null;
  if (b.shape.kind === 'number') b = withUnit(b, a, today) ?? b;
  // A number before a written year (3〜2025年5月) belongs to something else.
  if (a.shape.kind === 'number' && right.first !== 'year') a = withUnit(a, b, today) ?? a;
  a = withFullYear(a, written(b), today);
  b = withFullYear(b, written(a), today);
  if (isFragment(a) || isFragment(b)) return null;
  [a, b] = shareCalendar(a, b);
  if (b.shape.kind === 'day' && b.shape.month === null) {
    if (a.shape.kind !== 'day') return null;
    b = { ...b, shape: { ...b.shape, month: a.shape.month }, year: b.year ?? a.year };
  }
  if (a.shape.kind === 'day' && a.shape.month === null && b.shape.kind === 'day') {
    a = { ...a, shape: { ...a.shape, month: b.shape.month }, year: a.year ?? b.year };
  }
  if (a.year === null && a.which === null && b.year !== null)
    a = { ...a, year: shift(b.year, order(a.shape) > order(b.shape) ? -1 : 0) };
  else if (b.year === null && b.which === null && a.year !== null)
    b = { ...b, year: shift(a.year, order(b.shape) < order(a.shape) ? 1 : 0) };
  return { left: a, right: b };
}

/** Whether the right side, left without a year, begins before the left one does and so lies in the next year. */
export function wraps({ left, right }: Range): boolean {
  return order(right.shape) < order(left.shape);
}

function isNow(piece: Piece): boolean {
  return piece.first === 'now';
}

/** The year of a side that is written in full. */
function written({ year }: Expression): YearRef | null {
  return year === null || year.assumed ? null : year;
}

function isFragment({ shape }: Expression): boolean {
  return shape.kind === 'number' || shape.kind === 'short-year';
}

function withUnit(value: Expression, like: Expression, today: PlainDate): Expression | null {
  if (value.shape.kind !== 'number') return null;
  const { month, value: number } = value.shape;
  const { shape } = like;
  if (shape.kind === 'day') return { ...value, shape: { kind: 'day', month: month ?? shape.month, day: number } };
  if (month !== null) return null;
  if ((shape.kind === 'month' || shape.kind === 'month-part') && number <= 12)
    return { ...value, shape: { kind: 'month', month: number } };
  if (shape.kind === 'quarter' && number <= 4) return { ...value, shape: { kind: 'quarter', quarter: number } };
  if (shape.kind !== 'year' || like.year === null || number < 10) return null;
  return { ...value, shape: { kind: 'year' }, year: { ...like.year, era: null, year: fullYear(number, today) } };
}

/** 24年〜25年, 令和5年〜7年: two figures take the era of the other side, else a century; beside a full year nothing is assumed. */
function withFullYear(value: Expression, other: YearRef | null, today: PlainDate): Expression {
  const short = shortYear(value);
  if (short === null) return value;
  const { number, calendar } = short;
  const era = other?.era ?? null;
  const year: YearRef =
    other !== null && era !== null
      ? { ...other, calendar, year: other.year - era.year + number, era: { name: era.name, year: number } }
      : gregorian(fullYear(number, today), { calendar, assumed: other === null });
  return { ...value, shape: value.shape.kind === 'short-year' ? { kind: 'year' } : value.shape, year };
}

function shortYear({ shape, year }: Expression): { number: number; calendar: YearRef['calendar'] } | null {
  if (shape.kind === 'short-year') return { number: shape.value, calendar: shape.fiscal ? 'fiscal-jp' : 'gregorian' };
  if (year === null || !year.assumed) return null;
  return { number: year.era?.year ?? year.year % 100, calendar: year.calendar };
}

/** FY2023–2025, 2023〜2025年度: four bare figures take the calendar of the other side. */
function shareCalendar(a: Expression, b: Expression): [Expression, Expression] {
  if (a.year === null || b.year === null || a.year.calendar === b.year.calendar) return [a, b];
  if (a.year.bare) return [{ ...a, year: { ...a.year, calendar: b.year.calendar } }, b];
  if (b.year.bare) return [a, { ...b, year: { ...b.year, calendar: a.year.calendar } }];
  return [a, b];
}

const LEAP_YEAR = 2024;

/** Where in the year a shape begins, as month and day. */
function order(shape: Shape): number {
  switch (shape.kind) {
    case 'day':
      return (shape.month ?? 0) * 100 + shape.day;
    case 'month':
      return shape.month * 100;
    case 'month-part':
      return (
        shape.month * 100 + (shape.part === 'early' || shape.part === 'start' ? 1 : shape.part === 'mid' ? 11 : 21)
      );
    case 'named':
      return Number(shape.named.from(LEAP_YEAR).slice(5).replace('-', ''));
    case 'quarter':
      return (shape.quarter * 3 - 2) * 100;
    case 'half':
      return shape.half === 1 ? 100 : 700;
    case 'season':
      return { spring: 300, summer: 600, autumn: 900, winter: 1200 }[shape.season];
    default:
      return 0;
  }
}

function shift(year: YearRef, by: number): YearRef {
  if (by === 0) return year;
  return { ...year, year: year.year + by, era: year.era === null ? null : { ...year.era, year: year.era.year + by } };
}

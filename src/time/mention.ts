import type { Bilingual } from '../text/language.ts';
import { addDays, months, partsOf, weekOf, yearOf } from './calendar.ts';
import { type Expression, gregorian } from './expression.ts';
import { formatPeriod } from './format.ts';
import type { Period, PlainDate } from './period.ts';
import { type Range, wraps } from './ranges.ts';
import { bounded, type Neighbour, type Opened } from './relations.ts';
import { type Context, type Resolved, resolve, takenAs } from './resolve.ts';
import type { Stretch } from './stretches.ts';
import type { TimeMention } from './time-mention.ts';

/** What a stretch means in its context, opened by the relation around it; everything of a mention but its place in the text. */
export function mentionOf(
  { piece, range }: Stretch,
  around: Pick<Opened, 'relation' | 'approximate' | 'neighbour'>,
  context: Context,
): Omit<TimeMention, 'text' | 'start' | 'end'> {
  const found = range === null ? resolve(piece.expression, context) : resolveRange(range, context);
  const resolved = around.neighbour === null ? found : neighbourOf(found, around.neighbour);
  const approximate =
    around.approximate ||
    (range === null ? piece.expression.approximate : range.left.approximate || range.right.approximate);
  const period = around.approximate ? aboutThen(resolved) : resolved.period;
  return {
    period: period === null ? null : bounded(period, around.relation),
    granularity: resolved.granularity,
    relation: around.relation,
    approximate,
    assumption: joined(resolved.notes),
    alternatives: resolved.alternatives.map(({ period, label }) => ({
      period: bounded(period, around.relation),
      label,
    })),
    impossible: resolved.impossible,
  };
}

/** "Around New Year", 1月11日ごろ: some days named so may be any of the week before and after. */
function aboutThen({ period, granularity }: Resolved): Resolved['period'] {
  const isOfDays = granularity === 'day' || granularity === 'span';
  if (!isOfDays || period?.from == null || period.to === null) return period;
  const isShort = addDays(period.from, 14) > period.to;
  return isShort ? { from: addDays(period.from, -7), to: addDays(period.to, 7) } : period;
}

/** The week of a day, or the day, week, month or year right before or after what was named. */
function neighbourOf(resolved: Resolved, { unit, side }: Neighbour): Resolved {
  const { period } = resolved;
  if (period === null || period.from === null || period.to === null) return resolved;
  if (side === 0) {
    return resolved.granularity === 'day'
      ? { ...resolved, period: weekOf(period.from), granularity: 'week' }
      : resolved;
  }
  const edge = side === 1 ? period.to : period.from;
  return { ...resolved, period: beside(edge, unit, side), granularity: unit, alternatives: [] };
}

function beside(edge: PlainDate, unit: Neighbour['unit'], side: 1 | -1): Period {
  const { year, month } = partsOf(edge);
  if (unit === 'week') return weekOf(edge, side);
  if (unit === 'month') return months(year, month + side, 1);
  if (unit === 'year') return yearOf(year + side);
  const day = addDays(edge, side);
  return { from: day, to: day };
}

function resolveRange(range: Range, context: Context): Resolved {
  const left = resolve(range.left, context);
  const right = resolve(borrowingYear(range, left), context);
  const impossible = left.impossible ?? right.impossible;
  if (impossible !== null || left.period === null || right.period === null) {
    return { period: null, granularity: 'span', impossible, notes: [], alternatives: [] };
  }
  const guessed = isGuessed(range.left) || (range.right.year?.assumed ?? false);
  const period = { from: left.period.from, to: right.period.to };
  const backwards = period.from !== null && period.to !== null && period.from > period.to;
  const ordered = backwards ? { from: right.period.from, to: left.period.to } : period;
  const open = range.left.year?.calendar === 'fiscal-open' && range.right.year?.calendar === 'fiscal-open';
  const settledOrder = oneOrder(left, right);
  const notes =
    guessed || backwards || open
      ? [takenAs(context.text, ordered)]
      : settledOrder
        ? []
        : [...left.notes, ...right.notes];
  return {
    period: ordered,
    granularity: 'span',
    impossible: null,
    notes,
    alternatives: settledOrder ? [] : secondReadings(left, right, ordered),
  };
}

function isGuessed({ year, shape }: Expression): boolean {
  return year === null ? shape.kind !== 'fixed' : year.assumed;
}

/** A right side that names no year follows the left one, in the next year when it begins earlier in it. */
function borrowingYear(range: Range, left: Resolved): Expression {
  const { right } = range;
  const from = left.period?.from ?? null;
  if (right.year !== null || right.shape.kind === 'fixed' || from === null) return right;
  return { ...right, year: gregorian(partsOf(from).year + (wraps(range) ? 1 : 0)) };
}

/** In 3/1/2025 - 3/15/2025 the side that reads one way only settles the order of day and month for both. */
function oneOrder(left: Resolved, right: Resolved): boolean {
  if (left.granularity !== 'day' || right.granularity !== 'day') return false;
  return left.alternatives.length !== right.alternatives.length;
}

function secondReadings(left: Resolved, right: Resolved, period: Period): TimeMention['alternatives'] {
  const [a, b] = [left.alternatives[0], right.alternatives[0]];
  if (a === undefined && b === undefined) return [];
  const other = { from: a?.period.from ?? period.from, to: b?.period.to ?? period.to };
  if (other.from !== null && other.to !== null && other.from > other.to) return [];
  return [{ period: other, label: { ja: formatPeriod(other, 'ja'), en: formatPeriod(other, 'en') } }];
}

function joined(notes: readonly Bilingual[]): Bilingual | null {
  const told = new Map(notes.map((note) => [note.ja, note]));
  if (told.size === 0) return null;
  const all = [...told.values()];
  return { ja: all.map(({ ja }) => ja).join(''), en: all.map(({ en }) => en).join(' ') };
}

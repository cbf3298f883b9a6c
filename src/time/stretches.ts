import type { Piece } from './grammar.ts';
import type { PlainDate } from './period.ts';
import { RANGE_MARK } from './range-mark.ts';
import { align, type Range } from './ranges.ts';
import { lendsYear } from './resolve.ts';

/** One expression, or the two sides of a range, and where it stands in the folded text. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly piece: Piece;
  readonly range: Range | null;
};

/** A stretch with the year and month that its neighbours in the text lend it. */
export type PlacedStretch = { readonly stretch: Stretch; readonly year: number | null; readonly month: number | null };

/** Joins neighbouring pieces that a range mark connects (から…まで, 〜, between … and, from … to). */
export function joinRanges(folded: string, found: readonly Piece[], today: PlainDate): Stretch[] {
  const pieces = found.map((piece) => withWeekday(folded, piece));
  const stretches: Stretch[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const joined = joinAt(folded, pieces, index, today);
    if (joined === null) {
      const alone = piece.instead ?? piece;
      stretches.push({ start: alone.start, end: alone.end, piece: alone, range: null });
    } else {
      stretches.push(joined.stretch);
      index = joined.last;
    }
  }
  return stretches;
}

/**
 * A year that a stretch does not name comes from the one named before it in the text ("March 2025 … and May"), or from the
 * one after it in a list ("March and May 2025"); a bare day takes the month before it too.
 */
export function inContext(stretches: readonly Stretch[], folded: string): PlacedStretch[] {
  let year: number | null = null;
  let month: number | null = null;
  return stretches.map((stretch, index) => {
    const placed = {
      stretch,
      year: year ?? yearOfList(stretches, index, folded),
      month: month ?? monthOfList(stretches, index, folded),
    };
    const last = stretch.range?.right ?? stretch.piece.expression;
    const lent = lendsYear(last.year);
    if (lent !== null) year = lent;
    if (last.shape.kind === 'month' || last.shape.kind === 'day' || last.shape.kind === 'month-part')
      month = last.shape.month;
    return placed;
  });
}

const LIST_MARK = /^ ?(?:,|、|・|\/|&|と|や|および|及び|または|か|and|or|, and|, or|vs\.?|versus) ?$/;

/** "24 and 30 August": the first day lies in the month that the second one names. */
function monthOfList(stretches: readonly Stretch[], index: number, folded: string): number | null {
  const [here, next] = [stretches[index], stretches[index + 1]];
  if (here === undefined || next === undefined || next.start - here.end > 8) return null;
  if (!LIST_MARK.test(folded.slice(here.end, next.start))) return null;
  const { shape } = next.piece.expression;
  return shape.kind === 'day' ? shape.month : null;
}

function yearOfList(stretches: readonly Stretch[], from: number, folded: string): number | null {
  // Nobody lists more; without a bound a long list would cost the square of its length.
  const last = Math.min(stretches.length - 1, from + 12);
  for (let index = from; index < last; index += 1) {
    const [here, next] = [stretches[index], stretches[index + 1]];
    if (here === undefined || next === undefined || next.start - here.end > 8) return null;
    if (!LIST_MARK.test(folded.slice(here.end, next.start))) return null;
    const lent = lendsYear((next.range?.left ?? next.piece.expression).year);
    if (lent !== null) return lent;
  }
  return null;
}

function joinAt(
  folded: string,
  pieces: readonly Piece[],
  index: number,
  today: PlainDate,
): { stretch: Stretch; last: number } | null {
  const [left, right] = [pieces[index], pieces[index + 1]];
  if (left === undefined || right === undefined || right.start - left.end > 16) return null;
  const opening = OPENING.exec(folded.slice(Math.max(pieces[index - 1]?.end ?? 0, left.start - 16), left.start));
  const mark = folded.slice(left.end, right.start);
  const tail = folded.slice(right.end, right.end + 8);
  if (!marksRange(mark, opening?.[0] ?? '', tail, left, right)) return null;
  if (/^ ?to /.test(mark) && /\bcompar(?:e|ed|ing|ison)\b/.test(folded.slice(Math.max(0, left.start - 40), left.start)))
    return null;
  const trailing = trailingYear(folded, right, pieces[index + 2]);
  const range = align(left, trailing?.piece ?? right, today);
  if (range === null) return null;
  const end = trailing?.piece.end ?? right.end;
  const closing = CLOSING.exec(folded.slice(end, end + 8))?.[0] ?? '';
  const start = left.start - (opening?.[0].length ?? 0);
  return {
    stretch: { start, end: end + closing.length, piece: left, range },
    last: index + (trailing === null ? 1 : 2),
  };
}

const OPENING = /\b(?:from|between|during)(?: the)? $/;
const CLOSING = /^ ?(?:まで(?:に|の間)?|にかけて|の間に?|期(?![間待限]))/;

function marksRange(mark: string, opening: string, tail: string, left: Piece, right: Piece): boolean {
  if (opening.startsWith('between')) return /^,? ?(?:and|&|to|-)(?: the)? ?$/.test(mark);
  if (isNextDay(left, right) && /^ ?(?:と|・|、|,|and|&) ?$/.test(mark)) return true;
  if (/^ ?と ?$/.test(mark)) return /^ ?の間/.test(tail);
  if (/^ ?(?:より|以降) ?$/.test(mark)) return tail.startsWith('まで');
  // ISO 8601 writes a span with a slash between two dates in figures.
  if (mark === '/') return left.first === 'unit' && right.first === 'unit';
  return RANGE_MARK.test(mark);
}

/** "July 28 and 29", 28日・29日 and 3、4月 are one stretch of two units, not two dates. */
function isNextDay(left: Piece, right: Piece): boolean {
  const [a, b] = [left.expression.shape, right.expression.shape];
  if (a.kind === 'number' && b.kind === 'month') return a.month === null && b.month === a.value + 1;
  if (a.kind !== 'day' || a.month === null) return false;
  if (b.kind === 'number') return b.month === null && b.value === a.day + 1;
  return b.kind === 'day' && b.month === null && b.day === a.day + 1;
}

/** In "July 28–29, 2024" the year follows a day that is no date by itself. */
function trailingYear(folded: string, right: Piece, next: Piece | undefined): { piece: Piece } | null {
  const { shape, year } = right.expression;
  const waits = (shape.kind === 'number' || (shape.kind === 'day' && shape.month === null)) && year === null;
  if (!waits || next === undefined || next.expression.shape.kind !== 'year') return null;
  if (!/^(?:,? |, ?)(?:of )?$/.test(folded.slice(right.end, next.start))) return null;
  return { piece: { ...right, end: next.end, expression: { ...right.expression, year: next.expression.year } } };
}

/** 3月21日(金): the weekday belongs to the date. */
function withWeekday(folded: string, piece: Piece): Piece {
  const after = folded.slice(piece.end, piece.end + 8);
  const inside = folded.slice(piece.start, piece.end);
  const open = inside.lastIndexOf('(') > inside.lastIndexOf(')');
  const weekday = (open ? /^\)/ : /^ ?\((?:[月火水木金土日](?:曜日?)?|mon|tue|wed|thu|fri|sat|sun)\)/).exec(after);
  if (weekday === null) return piece;
  const named = weekdayNamed(weekday[0]);
  const expression = named === null ? piece.expression : { ...piece.expression, weekday: named };
  return { ...piece, end: piece.end + weekday[0].length, expression };
}

/** (日), (sun) as a number; `null` for the closing bracket alone, whose weekday the grammar has read. */
function weekdayNamed(bracketed: string): number | null {
  const [inside = ''] = /[a-z]{3}|[月火水木金土日]/.exec(bracketed) ?? [];
  const at = Math.max('月火水木金土日'.indexOf(inside), WEEKDAYS.indexOf(inside));
  return inside === '' ? null : at + 1;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

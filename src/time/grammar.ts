import { addDays, fullYear, weekdayOf, weekOf } from './calendar.ts';
import { eraYear } from './eras.ts';
import { type Expression, expression, fixed, gregorian, type Shape, type YearRef } from './expression.ts';
import type { Atom } from './lexer.ts';
import type { PlainDate } from './period.ts';
import { besideRange } from './range-mark.ts';

type AtomType = Atom['type'];

/**
 * Which atom may follow which within one expression. The pattern is matched against what stands between them, beginning with
 * the last character of the first one.
 */
export type Grammar = { readonly [from in AtomType]?: { readonly [to in AtomType]?: RegExp } };

/**
 * What makes a unit doubtful on its own, so that its surroundings must speak for it: a bare month or day, a season, a number.
 * `null` when it is plainly a time.
 */
export type Doubt =
  | 'month'
  | 'weak-month'
  | 'day'
  | 'month-day'
  | 'season'
  | 'part'
  | 'weekday'
  | 'short-year'
  | 'fragment'
  | null;

/** An expression and where it stands in the folded text. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
  readonly doubt: Doubt;
  readonly first: AtomType;
  /** What a fragment falls back to when no range takes it up: 2025年 of "2025年3" in 2025年3か国. */
  readonly instead: Piece | null;
};

/** Reads atoms into expressions: at each place the longest that any of the grammars allows. */
export function readPieces(
  folded: string,
  atoms: readonly Atom[],
  grammars: readonly Grammar[],
  today: PlainDate,
): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < atoms.length) {
    let best: { piece: Piece; next: number } | null = null;
    for (const grammar of grammars) {
      const found = longestAt(folded, atoms, index, grammar, today);
      if (found !== null && (best === null || found.piece.end > best.piece.end)) best = found;
    }
    if (best !== null) pieces.push(best.piece);
    index = best?.next ?? index + 1;
  }
  return pieces;
}

/** No expression has more parts than weekday, part, month, day and year, and two to spare. */
const MOST_ATOMS = 7;

type Slots = { [type in AtomType]?: Extract<Atom, { type: type }> };

function longestAt(
  folded: string,
  atoms: readonly Atom[],
  from: number,
  grammar: Grammar,
  today: PlainDate,
): { piece: Piece; next: number } | null {
  const slots: Slots = {};
  let best: { piece: Piece; next: number } | null = null;
  for (let index = from; index < atoms.length && index < from + MOST_ATOMS; index += 1) {
    const atom = atoms[index];
    const previous = atoms[index - 1];
    if (atom === undefined) break;
    if (index > from && (previous === undefined || !follows(folded, previous, atom, grammar))) break;
    if (!place(slots, atom)) break;
    const unit = assemble(slots, today);
    const start = atoms[from]?.start ?? 0;
    const first = atoms[from]?.type ?? atom.type;
    if (unit === null) continue;
    // A fragment is worth having only beside a range mark.
    const fragment = unit.doubt === 'fragment';
    if (fragment && !besideRange(folded, start, atom.end)) continue;
    const instead: Piece | null = fragment && best !== null ? (best.piece.instead ?? best.piece) : null;
    best = { piece: { ...unit, start, end: atom.end, first, instead }, next: index + 1 };
  }
  return best;
}

function follows(folded: string, previous: Atom, atom: Atom, grammar: Grammar): boolean {
  const gap = grammar[previous.type]?.[atom.type];
  if (gap === undefined || atom.start - previous.end > 10) return false;
  // English puts a number before the name of a month; 3-5月 is a range.
  if (
    (previous.type === 'number' || previous.type === 'day') &&
    atom.type === 'month' &&
    !/[a-z]/.test(folded.charAt(atom.start))
  ) {
    return false;
  }
  // "In 2025 may they …": after a year this word must end the phrase to be a month.
  const mayBeVerb = previous.type === 'year' && folded.slice(atom.start, atom.end) === 'may';
  if (mayBeVerb && /^ [a-z]/.test(folded.slice(atom.end, atom.end + 2))) {
    return false;
  }
  return gap.test(folded.slice(previous.end - 1, atom.start));
}

function place(slots: Slots, atom: Atom): boolean {
  if (slots[atom.type] !== undefined) return false;
  if (atom.type === 'number' && slots.day !== undefined) return false;
  if (atom.type === 'year') {
    if (slots['short-year'] !== undefined || slots.month?.year) return false;
    // "5 2025" is no date; the year of "28–29, 2024" is taken up when the range is.
    if ((slots.day !== undefined || slots.number !== undefined) && slots.month === undefined) return false;
  }
  // The slot of a type holds an atom of that type; TypeScript cannot follow the index.
  (slots as Record<string, Atom>)[atom.type] = atom;
  return true;
}

type Unit = { readonly expression: Expression; readonly doubt: Doubt };

function assemble(slots: Slots, today: PlainDate): Unit | null {
  if (slots.unit !== undefined) return unitAlone(slots.unit.expression);
  if (slots.now !== undefined) return { expression: fixed({ from: today, to: today }, 'day'), doubt: 'fragment' };
  if (slots.week !== undefined) return inWeek(weekOf(today, slots.week.offset), slots.weekday?.weekday);
  if (slots.decade !== undefined) return inDecade(slots.decade.first, slots);
  const year = yearIn(slots, today);
  if (slots.month !== undefined) return withMonth(slots, slots.month, year);
  const shape = withinYear(slots);
  if (shape !== null) return boundShape(slots, shape, year);
  if (slots.weekday !== undefined) return onWeekday(slots, slots.weekday.weekday, today);
  if (slots.which !== undefined || slots.part !== undefined) return null;
  return withoutMonth(slots, year, today);
}

function unitAlone(value: Expression): Unit {
  const bare = value.year === null && value.shape.kind === 'day' && value.shape.month !== null;
  return { expression: value, doubt: bare ? 'month-day' : null };
}

function inWeek(week: { from: string; to: string }, weekday: number | undefined): Unit {
  if (weekday === undefined) return { expression: fixed(week, 'week'), doubt: null };
  const day = addDays(week.from, weekday - 1);
  return { expression: fixed({ from: day, to: day }, 'day'), doubt: null };
}

/** The first four, middle three and last three years; halves of five. */
function inDecade(first: number, slots: Slots): Unit {
  const half = slots.half === undefined ? undefined : slots.half.half === 1 ? 'first-half' : 'second-half';
  const part = slots.part?.part ?? half;
  const [from, to] =
    part === undefined
      ? [0, 9]
      : part === 'first-half'
        ? [0, 4]
        : part === 'second-half'
          ? [5, 9]
          : part === 'mid'
            ? [4, 6]
            : part === 'early' || part === 'start'
              ? [0, 3]
              : [7, 9];
  const period = { from: `${first + from}-01-01`, to: `${first + to}-12-31` };
  const approximate = part !== undefined && part !== 'first-half' && part !== 'second-half';
  return { expression: fixed(period, 'decade', { approximate }), doubt: null };
}

function yearIn(slots: Slots, today: PlainDate): YearRef | null {
  if (slots.year !== undefined) return slots.year.year;
  const short = slots['short-year'];
  if (short === undefined || (slots.month === undefined && withinYear(slots) === null))
    return slots.month?.year ?? null;
  return fullShortYear(short, today);
}

function fullShortYear(short: Extract<Atom, { type: 'short-year' }>, today: PlainDate): YearRef {
  const calendar = short.fiscal ? 'fiscal-jp' : 'gregorian';
  // One figure counts in the present era: 7年3月 is 令和7年.
  if (short.value < 10) return { ...eraYear('reiwa', short.value, calendar), assumed: true };
  return gregorian(fullYear(short.value, today), { calendar, assumed: true });
}

function withMonth(slots: Slots, month: Extract<Atom, { type: 'month' }>, year: YearRef | null): Unit | null {
  const which = slots.which?.which ?? null;
  const day = slots.day?.day ?? slots.number?.value;
  if (day !== undefined) {
    // In Japanese a number after a month waits for the 日 of the other side: 3月1〜15日.
    if (slots.number !== undefined && slots.day === undefined && slots.number.start === month.end) {
      return {
        expression: expression({ kind: 'number', month: month.month, value: day }, { year }),
        doubt: 'fragment',
      };
    }
    const weekday = slots.weekday?.weekday ?? null;
    return { expression: expression({ kind: 'day', month: month.month, day }, { year, which, weekday }), doubt: null };
  }
  const part =
    slots.part?.part ?? (slots.half === undefined ? undefined : slots.half.half === 1 ? 'first-half' : 'second-half');
  if (part !== undefined) {
    if (slots.part !== undefined && slots.part.of !== 'any' && slots.part.of !== 'month') return null;
    const approximate = slots.part !== undefined && slots.part.of === 'any' && !part.endsWith('half');
    const shape: Shape = { kind: 'month-part', month: month.month, part };
    return {
      expression: expression(shape, { year, approximate: approximate || part === 'start' || part === 'end' }),
      doubt: null,
    };
  }
  const bare = year === null && which === null;
  return {
    expression: expression({ kind: 'month', month: month.month }, { year, which }),
    doubt: bare ? (month.weak ? 'weak-month' : 'month') : null,
  };
}

function withinYear(slots: Slots): Shape | null {
  if (slots.named !== undefined) return { kind: 'named', named: slots.named.named };
  if (slots.quarter !== undefined) return { kind: 'quarter', quarter: slots.quarter.quarter };
  if (slots.season !== undefined) return { kind: 'season', season: slots.season.season };
  if (slots.half !== undefined) return { kind: 'half', half: slots.half.half };
  if (slots.part !== undefined && slots.part.of !== 'month') return { kind: 'year-part', part: slots.part.part };
  return null;
}

function boundShape(slots: Slots, shape: Shape, year: YearRef | null): Unit | null {
  const which = slots.which?.which ?? null;
  const part = slots.part;
  const isCustom = shape.kind === 'named' && shape.named.approximate;
  const approximate = isCustom || (part !== undefined && !part.part.endsWith('half'));
  const value = expression(shape, { year, approximate, which });
  if (shape.kind === 'season') return { expression: value, doubt: year === null && which === null ? 'season' : null };
  if (shape.kind === 'year-part') {
    if (which !== null) return null;
    return { expression: value, doubt: year === null && part?.of === 'any' ? 'fragment' : null };
  }
  if (shape.kind === 'named') return { expression: value, doubt: null };
  // "The first half" is of anything; 上半期, H1 and quarters are of a year.
  return which === null ? { expression: value, doubt: year === null && shape.kind === 'half' ? 'part' : null } : null;
}

function onWeekday(slots: Slots, weekday: number, today: PlainDate): Unit | null {
  if (slots.day !== undefined || slots.number !== undefined || slots.year !== undefined) return null;
  const since = (weekdayOf(today) - weekday + 7) % 7;
  const which = slots.which?.which;
  const back =
    which === 'last'
      ? since || 7
      : which === 'next'
        ? since - 7
        : which === 'this'
          ? weekdayOf(today) - weekday
          : since;
  const day = addDays(today, -back);
  return { expression: fixed({ from: day, to: day }, 'day'), doubt: which === undefined ? 'weekday' : null };
}

function withoutMonth(slots: Slots, year: YearRef | null, today: PlainDate): Unit | null {
  const day = slots.day;
  if (day !== undefined) {
    const shape: Shape = { kind: 'day', month: null, day: day.day };
    return { expression: expression(shape, { year }), doubt: year === null ? 'day' : 'fragment' };
  }
  if (slots.number !== undefined) {
    return {
      expression: expression({ kind: 'number', month: null, value: slots.number.value }, { year }),
      doubt: 'fragment',
    };
  }
  if (year !== null) return { expression: expression({ kind: 'year' }, { year }), doubt: null };
  const short = slots['short-year'];
  if (short === undefined) return null;
  if (short.fiscal) {
    return { expression: expression({ kind: 'year' }, { year: fullShortYear(short, today) }), doubt: null };
  }
  const full = fullShortYear(short, today);
  // Of two figures only a late year is one by itself: 10年 counts years, and 平成30年 is told as such.
  if (short.value >= FIRST_SHORT_YEAR && full.year >= 2000 + FIRST_SHORT_YEAR)
    return { expression: expression({ kind: 'year' }, { year: full }), doubt: 'short-year' };
  return {
    expression: expression({ kind: 'short-year', value: short.value, fiscal: short.fiscal }),
    doubt: 'fragment',
  };
}

/** The first year that two figures tell without a month beside them. */
const FIRST_SHORT_YEAR = 15;

import type { consultationSpan } from '../time/spans.ts';
import { type Annotation, idsAfter, isCue } from './annotation.ts';

/** How far a time lies from another: so many days, weeks, months or years before or after. */
export type Shift = { readonly unit: Unit; readonly by: number; readonly isFigure: boolean };
type Unit = 'day' | 'week' | 'month' | 'half' | 'year';

/** The distance that a cue (`shift.+year`) tells, with the figure before it. "In the days after the summit" needs one. */
export function shiftAt(all: readonly Annotation[], at: number): Shift | undefined {
  if (isCue(all[at], 'shift.since', 'shift.before')) return undefined;
  const [one, before] = [all[at], all[at - 1]];
  const [told] = one?.kind === 'cue' ? idsAfter(one, 'shift.') : [];
  const figure = before?.kind === 'number' ? before.value : undefined;
  if (told === undefined || (figure === undefined && isCue(one, 'rel.after', 'rel.before'))) return undefined;
  const [sign, unit] = [told.charAt(0), told.slice(1) as Unit];
  const isFigure = figure !== undefined || unit === 'half';
  return { unit, by: (figure ?? 1) * (sign === '+' ? 1 : sign === '-' ? -1 : 0), isFigure };
}

type Closed = ReturnType<typeof consultationSpan>;

/** Days are told to the day, weeks to some days, months and years as a whole, half a year to a month. */
export function movedBy({ unit, by }: Shift, base: Closed): Closed {
  const [first, last] = [base.from, base.to].map((day) => Temporal.PlainDate.from(day)) as [Plain, Plain];
  const days = unit === 'day' ? by : unit === 'week' ? 7 * by : undefined;
  if (days !== undefined) {
    const room = unit === 'week' ? ROOM_OF_WEEKS : 0;
    const from = days <= 0 ? first : last;
    const to = days < 0 ? first : last;
    return { from: from.add({ days: days - room }).toString(), to: to.add({ days: days + room }).toString() };
  }
  // 「翌年の首脳会談」 after one of April is of the whole year.
  const isOfYears = unit === 'year' && (by === 0 || first.year === last.year);
  if (isOfYears) return { from: `${first.year + by}-01-01`, to: `${last.year + by}-12-31` };
  const months = unit === 'year' ? 12 * by : unit === 'half' ? 6 * by : by;
  const room = unit === 'half' || months === 6 ? 1 : 0;
  const to = last.add({ months: months + room });
  return {
    from: first
      .add({ months: months - room })
      .with({ day: 1 })
      .toString(),
    to: to.with({ day: to.daysInMonth }).toString(),
  };
}
type Plain = Temporal.PlainDate;
const ROOM_OF_WEEKS = 3;

import type { Timeline } from '../answer/answer.ts';
import type { PlainDate } from '../time/period.ts';
import { dayNumber, monthsBetween } from './days.ts';
import { SIZES } from './sizes.ts';
import { ems, monthLabel, yearLabel } from './words.ts';

export type Tick = { readonly x: number; readonly label: string; readonly strong: boolean };
export type Axis = {
  x(day: PlainDate): number;
  readonly ticks: readonly Tick[];
  /** What stands above the ticks: the years, or the month where the ticks are days. */
  readonly headings: readonly { readonly x: number; readonly label: string }[];
};

/** Left and right ends of what is drawn. */
export const PLOT = { left: SIZES.margin + SIZES.names, right: SIZES.width - SIZES.margin } as const;

/** Days up to here have ticks of their own. */
const MOST_DAYS = 45;

/** The axis of a timeline's days, with as many ticks as have room for their words. */
export function axisOf(timeline: Timeline): Axis {
  const { from, to } = span(timeline);
  const [left, right] = [PLOT.left + SIZES.pill / 2 + 6, PLOT.right - SIZES.pill / 2 - 6];
  const perDay = (right - left) / Math.max(dayNumber(to) - dayNumber(from), 1);
  const x = (day: PlainDate) => left + (dayNumber(day) - dayNumber(from)) * perDay;
  const { language } = timeline;
  const axis = (dayNumber(to) - dayNumber(from) <= MOST_DAYS ? ofDays : ofMonths)({ language, from, to }, x);
  const isCut = ({ x: start, label }: Tick) => start + 3 + ems(label) * SIZES.font > SIZES.width - 4;
  return { ...axis, ticks: axis.ticks.map((tick) => (isCut(tick) ? { ...tick, label: '' } : tick)) };
}

type Span = Pick<Timeline, 'language' | 'from' | 'to'>;

/** The years that hold something, where there are several: nothing is told by an empty one at either end. */
function span({ from, to, items, day }: Timeline): { from: PlainDate; to: PlainDate } {
  const [first, last] = [items[0], items.at(-1)];
  if (day !== undefined || first === undefined || last === undefined) return { from, to };
  const [start, end] = [`${first.from.slice(0, 4)}-01-01`, `${last.from.slice(0, 4)}-12-31`];
  return { from: start > from ? start : from, to: end < to ? end : to };
}

function ofDays({ language, from, to }: Span, x: Axis['x']): Axis {
  const ticks: Tick[] = [];
  for (const { year, month, first } of monthsBetween(from, to)) {
    const start = Temporal.PlainDate.from(first);
    for (const day of [1, 8, 15, 22, 29]) {
      if (day > start.daysInMonth) continue;
      const date = start.with({ day }).toString();
      if (date < from || date > to) continue;
      const label = language === 'ja' ? `${month}/${day}` : `${monthLabel(language, month)} ${day}`;
      ticks.push({ x: x(date), label, strong: day === 1 && month === 1 && year > 0 });
    }
  }
  const year = Number(from.slice(0, 4));
  return { x, ticks, headings: [{ x: PLOT.left, label: yearLabel(language, year, 1) }] };
}

function ofMonths({ language, from, to }: Span, x: Axis['x']): Axis {
  const months = monthsBetween(from, to);
  const at = (first: PlainDate) => Math.max(x(first), PLOT.left);
  const perMonth = (PLOT.right - PLOT.left) / (months.length + 1);
  const widest = Math.max(...months.map(({ month }) => ems(monthLabel(language, month)))) * SIZES.font * 1.08 + 8;
  const step = [1, 2, 3, 6].find((each) => each * perMonth >= widest) ?? 12;
  const ticks = months.flatMap(({ month, first }) => {
    const label = step < 12 && (month - 1) % step === 0 ? monthLabel(language, month) : '';
    // Lines between the words where they are not too many.
    return label !== '' || month === 1 || step <= 2 ? [{ x: at(first), label, strong: month === 1 }] : [];
  });
  const years = months.filter(({ month }, index) => month === 1 || index === 0);
  const headings = years
    .map(({ year, first }) => ({ x: at(first), label: yearLabel(language, year, years.length) }))
    // The last months of a year leave no room for its name beside the next.
    .filter(({ x: start, label }, index, all) => (all[index + 1]?.x ?? SIZES.width) - start >= ems(label) * SIZES.font);
  return { x, ticks, headings };
}

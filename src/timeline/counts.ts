import type { Timeline } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';
import { PLOT } from './axis.ts';
import { monthsBetween } from './days.ts';
import type { Level } from './palette.ts';
import { laneNames } from './sizes.ts';
import { monthLabel, yearLabel } from './words.ts';

export type Column = {
  readonly from: number;
  readonly to: number;
  /** The year, where it begins. */
  readonly heading: string;
  readonly label: string;
  /** Numbers of the first and last item that fall into it, from 1; null for none. */
  readonly numbers: readonly [first: number, last: number] | null;
};
export type Counts = {
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly level: Level;
    readonly name: string;
    readonly top: number;
    /** One a column. */
    readonly counts: readonly number[];
  }[];
  /** The most that one cell holds. */
  readonly most: number;
  readonly numbersTop: number;
  readonly bottom: number;
};

/** Height of a row of counts, and of the two lines of numbers below them. */
export const COUNT_ROW = 46;
const NUMBERS = 60;
/** A column has room for two digits and more down to this width. */
const NARROWEST = 60;

/** How many of each level there are in each month, quarter, half or whole year, the finest for which there is room. */
export function countsOf(timeline: Timeline, levels: readonly Level[], top: number): Counts {
  const { language, items } = timeline;
  const months = monthsBetween(timeline.from, timeline.to);
  const room = PLOT.right - PLOT.left;
  const step = [1, 3, 6, 12].find((each) => stretches(months, each).length * NARROWEST <= room) ?? 12;
  const starts = stretches(months, step);
  const columnOf = (date: string) =>
    Math.max(
      0,
      starts.findLastIndex(({ first }) => first <= date),
    );
  const width = room / starts.length;
  const inColumn = starts.map((_, index) =>
    items.flatMap(({ from }, at) => (columnOf(from) === index ? [at + 1] : [])),
  );
  const rows = levels.map((level, index) => ({
    level,
    name: laneNames[language][level],
    top: top + index * COUNT_ROW,
    counts: inColumn.map((numbers) => numbers.filter((number) => items[number - 1]?.level === level).length),
  }));
  const numbersTop = top + levels.length * COUNT_ROW;
  return {
    columns: starts.map(({ year, month }, index) => ({
      from: PLOT.left + index * width,
      to: PLOT.left + (index + 1) * width,
      heading:
        index === 0 || starts[index - 1]?.year !== year
          ? yearLabel(language, year, new Set(starts.map((each) => each.year)).size)
          : '',
      label: nameOf(step, month, language),
      numbers: rangeOf(inColumn[index] ?? []),
    })),
    rows,
    most: Math.max(1, ...rows.flatMap(({ counts }) => counts)),
    numbersTop,
    bottom: numbersTop + NUMBERS,
  };
}

type Month = { readonly year: number; readonly month: number; readonly first: string };

/** The first month of each stretch of `step` months of the calendar. */
function stretches(months: readonly Month[], step: number): readonly Month[] {
  return months.filter(({ month }, index) => index === 0 || (month - 1) % step === 0);
}

function nameOf(step: number, month: number, language: Language): string {
  if (step === 12) return '';
  if (step === 1) return monthLabel(language, month);
  const [first, last] = [Math.floor((month - 1) / step) * step + 1, Math.ceil(month / step) * step];
  if (language === 'ja') return `${first}-${last}月`;
  return `${step === 3 ? 'Q' : 'H'}${last / step}`;
}

function rangeOf(numbers: readonly number[]): readonly [number, number] | null {
  const [first] = numbers;
  const last = numbers.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

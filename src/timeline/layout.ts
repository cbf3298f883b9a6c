import type { Timeline, TimelineItem } from '../answer/answer.ts';
import type { Language } from '../text/language.ts';
import { dayNumber, monthsBetween } from './days.ts';

/** Sizes in CSS pixels of the drawing; the picture is this times the zoom. */
export const SIZES = {
  width: 1200,
  margin: 32,
  /** Column of the lane names. */
  names: 132,
  header: 116,
  footer: 56,
  rowHeight: 34,
  lanePadding: 12,
  font: 19,
  dot: 7,
  markedDot: 10,
  /** Rows of labels a lane may take before the rest are dots alone. */
  mostRows: 12,
  /** Longest label in ems; longer ones end in an ellipsis (the alt text has them whole). */
  labelEms: 25,
  /** The same for the marked ones, which the picture is about. */
  markedEms: 44,
} as const;

export type Level = TimelineItem['level'];
export const LEVELS: readonly Level[] = ['leaders', '2+2', 'ministers', 'officials', 'military', 'trilateral'];

const laneNames: Readonly<Record<Language, Readonly<Record<Level, string>>>> = {
  ja: {
    leaders: '首脳',
    '2+2': '日米2+2',
    ministers: '閣僚',
    officials: '事務・次官級',
    military: '部隊・幕僚',
    trilateral: '三か国・多国間',
  },
  en: {
    leaders: 'Leaders',
    '2+2': '“2+2”',
    ministers: 'Ministers',
    officials: 'Officials',
    military: 'Military',
    trilateral: 'Trilateral',
  },
};

/** One item, placed. `label` is null when there was no room. */
export type PlacedItem = {
  readonly item: TimelineItem;
  readonly x: number;
  /** Right end of a span of days; equals `x` for one day. */
  readonly x2: number;
  readonly y: number;
  readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' } | null;
};

export type Lane = {
  readonly level: Level;
  readonly name: string;
  readonly top: number;
  readonly height: number;
  readonly items: readonly PlacedItem[];
};
export type Tick = {
  readonly x: number;
  readonly label: string;
  readonly year: string | null;
  readonly strong: boolean;
};
export type Layout = {
  readonly height: number;
  readonly plotTop: number;
  readonly plotBottom: number;
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  /** Where the day that the timeline is about lies; null without one. */
  readonly day: number | null;
};

/** Where a day lies between `left` and `right`, which are the first and last day of the timeline. */
function scaleOver({ from, to }: Pick<Timeline, 'from' | 'to'>, left: number, right: number): (day: number) => number {
  const first = dayNumber(from);
  const width = (right - left) / Math.max(dayNumber(to) - first, 1);
  return (day) => left + (day - first) * width;
}

/**
 * Places a timeline's items in a lane per level, labels on as many rows as they need. Pure and deterministic. `levels`: the
 * lanes to draw, empty ones too; default all.
 */
export function layOut(timeline: Timeline, levels: readonly Level[] = LEVELS): Layout {
  const left = SIZES.margin + SIZES.names;
  const right = SIZES.width - SIZES.margin;
  const x = scaleOver(timeline, left + SIZES.markedDot + 4, right - SIZES.markedDot);

  let top = SIZES.header;
  const lanes = levels.map((level): Lane => {
    const placed = placeLane(
      timeline.items.filter((item) => item.level === level),
      x,
      top + SIZES.lanePadding,
      timeline,
    );
    const height = Math.max(1, placed.rows) * SIZES.rowHeight + 2 * SIZES.lanePadding;
    const lane = { level, name: laneNames[timeline.language][level], top, height, items: placed.items };
    top += height;
    return lane;
  });
  const day = timeline.day === undefined ? null : x(dayNumber(timeline.day));
  return {
    height: top + SIZES.footer,
    plotTop: SIZES.header,
    plotBottom: top,
    lanes,
    ticks: ticksOf(timeline, x),
    day,
  };
}

type Scale = (day: number) => number;
type Box = { readonly row: number; readonly from: number; readonly to: number };

function placeLane(
  items: readonly TimelineItem[],
  x: Scale,
  top: number,
  timeline: Timeline,
): { items: PlacedItem[]; rows: number } {
  // Whole labels where all of them fit, else all in brief; a lane too crowded even for these shows the marked ones
  // in words and all others as dots, rather than a random few.
  const allWhole = items.every((item) => ems(wordsOf(item, item.label, timeline)) <= mostEms(item));
  const attempts = [
    ...(allWhole ? [(item: TimelineItem) => item.label] : []),
    (item: TimelineItem) => brief(item.label),
    (item: TimelineItem) => (item.marked ? brief(item.label) : null),
  ];
  for (const labelOf of attempts) {
    const placed = placeItems(items, x, top, timeline, labelOf);
    if (placed.complete || labelOf === attempts.at(-1)) return placed;
  }
  return { items: [], rows: 0 };
}

function placeItems(
  items: readonly TimelineItem[],
  x: Scale,
  top: number,
  timeline: Timeline,
  labelOf: (item: TimelineItem) => string | null,
): { items: PlacedItem[]; rows: number; complete: boolean } {
  const occupied: Box[] = [];
  const placed = new Map<TimelineItem, PlacedItem>();
  let complete = true;
  const put = (item: TimelineItem, row: number, box: Omit<Box, 'row'>, label: PlacedItem['label']) => {
    occupied.push({ row, ...box });
    placed.set(item, { item, x: x(dayNumber(item.from)), x2: x(dayNumber(item.to)), y: rowCentre(top, row), label });
  };

  // Marked items choose their rows first, so that a crowd never costs the day's own items their labels.
  for (const item of [...items].sort((a, b) => Number(b.marked) - Number(a.marked))) {
    const [from, to] = [x(dayNumber(item.from)), x(dayNumber(item.to))];
    const words = labelOf(item);
    const label = words === null ? null : labelFor(item, words, from, to, timeline);
    const row = label && freeRow(occupied, label.box, SIZES.mostRows);
    if (label !== null && row !== null && row !== undefined) put(item, row, label.box, label);
    else {
      const box = { from: from - 9, to: to + 9 };
      put(item, freeRow(occupied, box, items.length + SIZES.mostRows) ?? 0, box, null);
      complete = false;
    }
  }
  const rows = occupied.reduce((most, box) => Math.max(most, box.row + 1), 0);
  return { items: items.flatMap((item) => placed.get(item) ?? []), rows, complete };
}

function labelFor(item: TimelineItem, words: string, from: number, to: number, timeline: Timeline) {
  const gap = item.marked ? SIZES.markedDot + 12 : SIZES.dot + 9;
  // Bold sets wider; a little slack is cheaper than two labels that touch.
  const em = SIZES.font * (item.marked ? 1.12 : 1.04);
  const right = SIZES.width - SIZES.margin - to - gap;
  const left = from - gap - SIZES.margin - SIZES.names;
  const text = shorten(wordsOf(item, words, timeline), Math.min(mostEms(item), Math.max(left, right) / em));
  const width = ems(text) * em;
  return width <= right
    ? { text, x: to + gap, anchor: 'start' as const, box: { from: from - gap + 4, to: to + gap + width + 16 } }
    : { text, x: from - gap, anchor: 'end' as const, box: { from: from - gap - width - 16, to: to + gap - 4 } };
}

function wordsOf(item: TimelineItem, words: string, timeline: Timeline): string {
  return `${shortDate(item, timeline)} ${words}`;
}

function mostEms({ marked }: TimelineItem): number {
  return marked ? SIZES.markedEms : SIZES.labelEms;
}

function freeRow(occupied: readonly Box[], box: Omit<Box, 'row'>, most: number): number | undefined {
  for (let row = 0; row < most; row += 1) {
    if (!occupied.some((each) => each.row === row && each.from < box.to && box.from < each.to)) return row;
  }
  return undefined;
}

function rowCentre(top: number, row: number): number {
  return top + row * SIZES.rowHeight + SIZES.rowHeight / 2;
}

function ticksOf(timeline: Timeline, x: Scale): Tick[] {
  const months = monthsBetween(timeline.from, timeline.to);
  const step = months.length <= 14 ? 1 : months.length <= 30 ? 3 : 12;
  return months.flatMap(({ year, month, first }, index) => {
    if ((month - 1) % step !== 0) return [];
    const left = Math.max(x(dayNumber(first)), SIZES.margin + SIZES.names);
    const yearLabel = timeline.language === 'ja' ? `${year}年` : String(year);
    return [
      {
        x: left,
        label: step === 12 ? '' : monthLabel(timeline.language, month),
        year: month === 1 || index === 0 ? yearLabel : null,
        strong: month === 1,
      },
    ];
  });
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthLabel(language: Language, month: number): string {
  return language === 'ja' ? `${month}月` : (englishMonths[month - 1] ?? '');
}

/** Month and day, with the year when the axis spans more than one; the month alone when no day is known. */
function shortDate(item: TimelineItem, timeline: Timeline): string {
  const [year = 0, month = 1, day = 1] = item.from.split('-').map(Number);
  const wholeMonth =
    item.from.endsWith('-01') && item.to.slice(0, 7) === item.from.slice(0, 7) && Number(item.to.slice(8)) >= 28;
  const severalYears = timeline.from.slice(0, 4) !== timeline.to.slice(0, 4);
  if (timeline.language === 'ja')
    return `${severalYears ? `${year}/` : ''}${wholeMonth ? `${month}月` : `${month}/${day}`}`;
  const name = englishMonths[month - 1] ?? '';
  return `${wholeMonth ? name : `${name} ${day}`}${severalYears ? (wholeMonth ? ` ${year}` : `, ${year}`) : ''}`;
}

/** A title without its remarks in brackets and the two countries that are in every one: the list beside the picture tells them. */
function brief(label: string): string {
  const short = label
    .replace(/(?<!\s)\s*[（(][^（）()]*[）)]/g, '')
    .replace(/^Japan–U\.S\. /, '')
    .trim();
  return short || label;
}

/** Width in ems: full-width characters one, the rest as BIZ UDPGothic sets them on average. */
export function ems(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 0.96 : /[A-Z0-9]/.test(character) ? 0.64 : 0.53;
  return width;
}

function shorten(text: string, most: number): string {
  if (ems(text) <= most) return text;
  let short = '';
  for (const character of text) {
    if (ems(`${short}${character}…`) > most) break;
    short += character;
  }
  // Not amid a word, where that costs little.
  const space = short.lastIndexOf(' ');
  const atWord = space > short.length - 14 && space > short.length / 2 ? short.slice(0, space) : short;
  return `${atWord.replace(/(?<![\s,(（])[\s,(（]+$/, '')}…`;
}

import type { Timeline, TimelineItem } from '../answer/answer.ts';
import { type Axis, PLOT } from './axis.ts';
import type { Level } from './palette.ts';
import { laneNames, SIZES } from './sizes.ts';
import { ems, labelsOf } from './words.ts';

/** One item, placed. */
export type PlacedItem = {
  readonly item: TimelineItem;
  readonly x: number;
  /** Right end of a span of days; equals `x` for one day. */
  readonly x2: number;
  readonly y: number;
  /** Its place in the list, from 1; null where the list beside the picture does not count. */
  readonly number: number | null;
  readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' } | null;
};

export type Lane = {
  readonly level: Level;
  readonly name: string;
  readonly top: number;
  readonly height: number;
  readonly items: readonly PlacedItem[];
};

type Box = { readonly row: number; readonly from: number; readonly to: number };
type Label = PlacedItem['label'];

/** A number's ground is as wide as its digits and these margins. */
export function pillWidth(number: number): number {
  return Math.max(SIZES.pill, String(number).length * SIZES.font * 0.66 + 10);
}

/**
 * Places every item in the lane of its level on as many rows as they need, with the words of all of them where `room` allows it, else
 * without; `null` where not even that has room.
 */
export function lanesOf(
  timeline: Timeline,
  levels: readonly Level[],
  axis: Axis,
  { top, room, roomWithWords }: { top: number; room: number; roomWithWords: number },
): readonly Lane[] | null {
  const fits = (lanes: readonly Lane[], most: number) => lanes.reduce((sum, { height }) => sum + height, 0) <= most;
  const words = attempt(timeline, levels, axis, { top, withWords: true });
  // What a digest tells is marked and has its words; all else is there for its place in time.
  if (fits(words, timeline.day === undefined ? roomWithWords : room)) return words;
  const numbers = attempt(timeline, levels, axis, { top, withWords: false });
  return fits(numbers, room) ? numbers : null;
}

function attempt(
  timeline: Timeline,
  levels: readonly Level[],
  axis: Axis,
  { top, withWords }: { top: number; withWords: boolean },
): Lane[] {
  const isDigest = timeline.day !== undefined;
  const numbered = timeline.items.map((item, index) => ({ item, number: isDigest ? null : index + 1 }));
  const lanes: Lane[] = [];
  let next = top;
  for (const level of levels) {
    const of = numbered.filter(({ item }) => item.level === level);
    const labels = new Map(
      of.map(({ item, number }) => {
        const wanted = withWords && (!isDigest || item.marked);
        return [item, wanted ? labelFor(item, number, timeline, axis) : null];
      }),
    );
    const hasWords = [...labels.values()].some((label) => label !== null);
    const pitch = isDigest ? (hasWords ? SIZES.wordRow : SIZES.dotRow) : SIZES.row;
    const { items, rows } = placeIn(of, labels, axis, next + SIZES.lanePadding, pitch);
    const height = Math.max(rows * pitch, SIZES.row) + 2 * SIZES.lanePadding;
    lanes.push({ level, name: laneNames[timeline.language][level], top: next, height, items });
    next += height;
  }
  return lanes;
}

function placeIn(
  of: readonly { item: TimelineItem; number: number | null }[],
  labels: ReadonlyMap<TimelineItem, Label>,
  axis: Axis,
  top: number,
  pitch: number,
): { items: PlacedItem[]; rows: number } {
  const occupied: Box[] = [];
  const placed = new Map<TimelineItem, PlacedItem>();
  // Marked items choose their rows first.
  for (const { item, number } of [...of].sort((a, b) => Number(b.item.marked) - Number(a.item.marked))) {
    const [x, x2] = [axis.x(item.from), axis.x(item.to)];
    const half = number === null ? SIZES.markedDot : pillWidth(number) / 2;
    const label = labels.get(item) ?? null;
    const width = label === null ? 0 : widthOf(label.text, item) + 14;
    const box = {
      from: Math.min(x - half, label?.anchor === 'end' ? label.x - width : x) - 2,
      to: Math.max(x2, x + half, label?.anchor === 'start' ? label.x + width : x) + 2,
    };
    let row = 0;
    while (occupied.some((each) => each.row === row && each.from < box.to && box.from < each.to)) row += 1;
    occupied.push({ row, ...box });
    placed.set(item, { item, number, x, x2, y: top + row * pitch + pitch / 2, label });
  }
  const rows = occupied.reduce((most, box) => Math.max(most, box.row + 1), 0);
  return { items: of.flatMap(({ item }) => placed.get(item) ?? []), rows };
}

/** The words beside a dot, on the side that has room for them; `null` where not even the day has. */
function labelFor(item: TimelineItem, number: number | null, timeline: Timeline, axis: Axis): Label {
  const gap = (number === null ? SIZES.markedDot + 6 : pillWidth(number) / 2) + 7;
  const [start, end] = [Math.max(axis.x(item.to), axis.x(item.from)) + gap, axis.x(item.from) - gap];
  for (const text of labelsOf(item, timeline)) {
    const width = widthOf(text, item);
    if (start + width <= SIZES.width - 8) return { text, x: start, anchor: 'start' };
    if (end - width >= PLOT.left) return { text, x: end, anchor: 'end' };
  }
  return null;
}

function widthOf(text: string, { marked }: TimelineItem): number {
  // Bold sets wider; a little slack is cheaper than two labels that touch.
  return ems(text) * SIZES.font * (marked ? 1.1 : 1.02);
}

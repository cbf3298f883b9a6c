import type { Timeline } from '../answer/answer.ts';
import { PLOT } from './axis.ts';
import { COUNT_ROW } from './counts.ts';
import { type Lane, type PlacedItem, pillWidth } from './lanes.ts';
import { type Layout, layOut } from './layout.ts';
import { PALETTES, type Palette, type Theme } from './palette.ts';
import { SIZES } from './sizes.ts';
import { closing } from './words.ts';

/** Whoever shows the SVG itself may not have it. */
const FONT = 'BIZ UDPGothic, sans-serif';

export type SvgOptions = {
  /** Default `light`: paper of its own, which reads on a dark ground as well. */
  readonly theme?: Theme | undefined;
};

/** A timeline as SVG 1.1 text, self-contained but for its font. Every text is escaped. */
export function timelineSvg(timeline: Timeline, { theme = 'light' }: SvgOptions = {}): string {
  const layout = layOut(timeline);
  const { width, margin } = SIZES;
  const { height } = layout;
  const palette = PALETTES[theme];
  const body = [
    `<rect width="${width}" height="${height}" rx="12" fill="${palette.paper}"/>`,
    ...layout.title.map((line, index) =>
      text(margin, 10 + (index + 0.78) * SIZES.titleLine, line, {
        fill: palette.ink,
        size: SIZES.titleFont,
        bold: true,
      }),
    ),
    ...(layout.kind === 'dots' ? dots(layout, palette) : counts(layout, timeline, palette)),
    text(margin, height - 14, closing(timeline), { fill: palette.soft }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img"><title>${xml(timeline.title)}</title>${body.join('')}</svg>`;
}

function dots(layout: Layout & { kind: 'dots' }, palette: Palette): string[] {
  const { axis, lanes, plotTop } = layout;
  return [
    ...lanes.map((lane, index) => band(lane.top, lane.height, index, palette)),
    ...axis.headings.map(({ x, label }) => text(x, plotTop - 34, label, { fill: palette.soft, bold: true })),
    ...axis.ticks.flatMap(({ x, label, strong }) => [
      rule(x, layout, strong ? palette.year : palette.line, strong ? 2 : 1),
      text(x + 3, plotTop - 9, label, { fill: palette.soft }),
    ]),
    dayLine(layout, palette),
    ...lanes.map(({ top, height, name, level }) => laneName(top, height, name, palette.lanes[level], palette)),
    ...lanes.flatMap((lane) => [...lane.items].sort(markedLast).map((item) => dot(item, lane, palette))),
  ];
}

function dot({ item, number, x, x2, y, label }: PlacedItem, { level }: Lane, palette: Palette): string {
  const colour = palette.lanes[level];
  const parts: string[] = [];
  if (x2 - x > 2) {
    parts.push(
      `<line x1="${round(x)}" y1="${round(y)}" x2="${round(x2)}" y2="${round(y)}" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-opacity="0.45"/>`,
    );
  }
  const radius = item.marked ? SIZES.markedDot : SIZES.dot;
  if (item.marked)
    parts.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${radius + 5}" fill="${colour}" fill-opacity="0.25"/>`);
  if (number === null) {
    parts.push(
      `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${colour}" stroke="${palette.paper}" stroke-width="2"/>`,
    );
  } else {
    const [width, height] = [pillWidth(number), SIZES.pill];
    parts.push(
      `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}" rx="${height / 2}" fill="${colour}"/>`,
      text(x, y + 8, String(number), { fill: palette.onLane, bold: true, anchor: 'middle' }),
    );
  }
  if (label !== null) {
    const style = { fill: palette.ink, bold: item.marked, anchor: label.anchor };
    // A paper-coloured edge keeps the words readable where they cross a grid line.
    parts.push(text(label.x, y + 8, label.text, { ...style, halo: palette.paper }));
  }
  return parts.join('');
}

/** The day itself: what is left of it was, what is right of it came after. */
function dayLine({ day, plotTop, plotBottom }: Layout & { kind: 'dots' }, palette: Palette): string {
  if (day === null) return '';
  const x = round(day);
  return [
    `<line x1="${x}" y1="${plotTop}" x2="${x}" y2="${plotBottom}" stroke="${palette.ink}" stroke-width="2" stroke-dasharray="2 5"/>`,
    `<path d="M${round(day - 8)} ${plotTop - 5}h16l-8 10z" fill="${palette.ink}"/>`,
  ].join('');
}

function counts(layout: Layout & { kind: 'counts' }, { language }: Timeline, palette: Palette): string[] {
  const { columns, rows, most, numbersTop, plotTop } = layout;
  return [
    ...rows.map(({ top }, index) => band(top, COUNT_ROW, index, palette)),
    ...columns.flatMap(({ from, to, heading, label, numbers }) => [
      rule(from, layout, heading === '' ? palette.line : palette.year, heading === '' ? 1 : 2),
      text(label === '' ? (from + to) / 2 : from + 5, plotTop - (label === '' ? 12 : 34), heading, {
        fill: palette.soft,
        bold: true,
        anchor: label === '' ? 'middle' : 'start',
      }),
      text((from + to) / 2, plotTop - 9, label, { fill: palette.soft, anchor: 'middle' }),
      ...range(numbers).map((line, index) =>
        text((from + to) / 2, numbersTop + 26 + index * 26, line, { fill: palette.soft, anchor: 'middle' }),
      ),
    ]),
    text(SIZES.margin, numbersTop + 26, language === 'ja' ? '番号' : 'Numbers', { fill: palette.soft }),
    ...rows.flatMap(({ top, name, level, counts: of }) => [
      laneName(top, COUNT_ROW, name, palette.lanes[level], palette),
      ...of.map((count, index) => cell(count, columns[index], top, count / most, palette, palette.lanes[level])),
    ]),
  ];
}

/** A count on its lane's colour; the more, the wider. */
function cell(
  count: number,
  column: (Layout & { kind: 'counts' })['columns'][number] | undefined,
  top: number,
  share: number,
  palette: Palette,
  colour: string,
): string {
  if (count === 0 || column === undefined) return '';
  const [least, room] = [pillWidth(count), column.to - column.from - 8];
  const width = least + Math.max(0, room - least) * share;
  const middle = (column.from + column.to) / 2;
  return [
    `<rect x="${round(middle - width / 2)}" y="${top + 7}" width="${round(width)}" height="${COUNT_ROW - 14}" rx="${(COUNT_ROW - 14) / 2}" fill="${colour}"/>`,
    text(middle, top + COUNT_ROW / 2 + 8, String(count), { fill: palette.onLane, bold: true, anchor: 'middle' }),
  ].join('');
}

function range(numbers: readonly [number, number] | null): string[] {
  if (numbers === null) return [];
  const [first, last] = numbers;
  return first === last ? [String(first)] : [`${first}–`, String(last)];
}

function band(top: number, height: number, index: number, palette: Palette): string {
  const fill = index % 2 === 0 ? palette.band : palette.paper;
  return `<rect x="0" y="${top}" width="${SIZES.width}" height="${height}" fill="${fill}"/>`;
}

function rule(x: number, { plotTop, plotBottom }: Layout, colour: string, width: number): string {
  return `<line x1="${round(x)}" y1="${plotTop}" x2="${round(x)}" y2="${plotBottom}" stroke="${colour}" stroke-width="${width}"/>`;
}

function laneName(top: number, height: number, name: string, colour: string, palette: Palette): string {
  const y = top + height / 2;
  return [
    `<rect x="${PLOT.left - SIZES.names - 12}" y="${round(y - 13)}" width="6" height="26" rx="2" fill="${colour}"/>`,
    text(SIZES.margin, y + 8, name, { fill: palette.ink, bold: true }),
  ].join('');
}

function text(
  x: number,
  y: number,
  content: string,
  style: { fill: string; size?: number; bold?: boolean; anchor?: 'start' | 'middle' | 'end'; halo?: string },
): string {
  if (content === '') return '';
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${style.size ?? SIZES.font}" fill="${style.fill}"`,
    style.bold ? 'font-weight="700"' : '',
    style.anchor === undefined || style.anchor === 'start' ? '' : `text-anchor="${style.anchor}"`,
  ].join(' ');
  const halo =
    style.halo === undefined
      ? ''
      : `<text ${attributes} stroke="${style.halo}" stroke-width="5" stroke-opacity="0.8">${xml(content)}</text>`;
  return `${halo}<text ${attributes}>${xml(content)}</text>`;
}

function markedLast(a: PlacedItem, b: PlacedItem): number {
  return Number(a.item.marked) - Number(b.item.marked);
}

/** Escapes for XML text; control characters and non-characters, which XML 1.0 forbids, go. */
function xml(text: string): string {
  return text
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

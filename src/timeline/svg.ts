import type { Timeline } from '../answer/answer.ts';
import { type Lane, type Layout, LEVELS, type Level, layOut, type PlacedItem, SIZES } from './layout.ts';

/** Ink on paper: its own background, so that it reads alike in dark and light clients. Each pair passes 4.5:1 on the paper. */
const colours = {
  paper: '#fbfaf7',
  band: '#f2f0ea',
  ink: '#1f2430',
  soft: '#5b6270',
  line: '#d9d5ca',
  year: '#b3ac9b',
  lanes: {
    leaders: '#b3261e',
    '2+2': '#7a3e9d',
    ministers: '#1f5fa8',
    officials: '#2f6b3a',
    military: '#8a5a00',
    trilateral: '#0b6e75',
  } satisfies Record<Level, string>,
} as const;

/** Whoever shows the SVG itself may not have it. */
const FONT = 'BIZ UDPGothic, sans-serif';

export type SvgOptions = {
  /** Leaves out the lanes that hold nothing, unless none does. Default: all are drawn, so that pictures compare. */
  readonly onlyHeld?: boolean;
};

/** A timeline as SVG 1.1 text, self-contained but for its font. Every text is escaped. */
export function timelineSvg(timeline: Timeline, options: SvgOptions = {}): string {
  const held = LEVELS.filter((level) => timeline.items.some((item) => item.level === level));
  const layout = layOut(timeline, options.onlyHeld && held.length > 0 ? held : LEVELS);
  const { width, margin } = SIZES;
  const body = [
    `<rect width="${width}" height="${layout.height}" rx="14" fill="${colours.paper}"/>`,
    text(margin, 50, timeline.title, { size: 28, weight: 700 }),
    ...layout.lanes.map((lane, index) => band(lane, index)),
    ...grid(layout),
    dayLine(layout),
    ...layout.lanes.map(laneName),
    ...layout.lanes.flatMap((lane) =>
      [...lane.items].sort(markedLast).map((item) => dot(item, colours.lanes[lane.level])),
    ),
    text(margin, layout.height - 20, closing(timeline), { size: 16, fill: colours.soft }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${layout.height}" viewBox="0 0 ${width} ${layout.height}" font-family="${FONT}" role="img"><title>${xml(timeline.title)}</title>${body.join('')}</svg>`;
}

function band(lane: Lane, index: number): string {
  const fill = index % 2 === 0 ? colours.band : colours.paper;
  return `<rect x="0" y="${lane.top}" width="${SIZES.width}" height="${lane.height}" fill="${fill}"/>`;
}

function grid(layout: Layout): string[] {
  return layout.ticks.flatMap((tick) => [
    `<line x1="${round(tick.x)}" y1="${layout.plotTop}" x2="${round(tick.x)}" y2="${layout.plotBottom}" stroke="${tick.strong ? colours.year : colours.line}" stroke-width="${tick.strong ? 2 : 1}"/>`,
    text(tick.x + 4, layout.plotTop - 10, tick.label, { size: 16, fill: colours.soft }),
    tick.year === null
      ? ''
      : text(tick.x + 4, layout.plotTop - (tick.label === '' ? 10 : 32), tick.year, {
          size: 16,
          fill: colours.soft,
          weight: 700,
        }),
  ]);
}

/** The day itself: what is left of it was, what is right of it came after. */
function dayLine({ day, plotTop, plotBottom }: Layout): string {
  if (day === null) return '';
  const x = round(day);
  return [
    `<line x1="${x}" y1="${plotTop}" x2="${x}" y2="${plotBottom}" stroke="${colours.ink}" stroke-width="1.5" stroke-dasharray="2 5"/>`,
    `<path d="M${round(day - 7)} ${plotTop - 4}h14l-7 9z" fill="${colours.ink}"/>`,
  ].join('');
}

function laneName(lane: Lane): string {
  const y = lane.top + lane.height / 2;
  return [
    `<rect x="${SIZES.margin - 14}" y="${round(y - 13)}" width="5" height="26" rx="2" fill="${colours.lanes[lane.level]}"/>`,
    text(SIZES.margin, y + 6, lane.name, { size: 17, weight: 700 }),
  ].join('');
}

function dot(placed: PlacedItem, colour: string): string {
  const { item, x, x2, y, label } = placed;
  const radius = item.marked ? SIZES.markedDot : SIZES.dot;
  const parts: string[] = [];
  if (x2 - x > 2) {
    parts.push(
      `<line x1="${round(x)}" y1="${round(y)}" x2="${round(x2)}" y2="${round(y)}" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-opacity="0.45"/>`,
    );
  }
  if (item.marked)
    parts.push(`<circle cx="${round(x)}" cy="${round(y)}" r="${radius + 5}" fill="${colour}" fill-opacity="0.22"/>`);
  parts.push(
    `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${colour}" stroke="${colours.paper}" stroke-width="2"/>`,
  );
  if (label !== null) {
    // A paper-coloured edge keeps the words readable where they cross a grid line.
    parts.push(
      text(label.x, y + 6.5, label.text, {
        size: SIZES.font,
        weight: item.marked ? 700 : 400,
        anchor: label.anchor,
        halo: true,
      }),
    );
  }
  return parts.join('');
}

function text(
  x: number,
  y: number,
  content: string,
  style: { size: number; fill?: string; weight?: 400 | 700; anchor?: 'start' | 'end'; halo?: boolean },
): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}" font-size="${style.size}" fill="${style.fill ?? colours.ink}"`,
    style.weight === 700 ? 'font-weight="700"' : '',
    style.anchor === 'end' ? 'text-anchor="end"' : '',
  ].join(' ');
  const halo = style.halo
    ? `<text ${attributes} stroke="${colours.paper}" stroke-width="4" stroke-opacity="0.75">${xml(content)}</text>`
    : '';
  return `${halo}<text ${attributes}>${xml(content)}</text>`;
}

function closing(timeline: Timeline): string {
  const count = timeline.items.length;
  return timeline.language === 'ja'
    ? `${timeline.from}〜${timeline.to} 記録された協議 ${count}件 ・ 日付は開催地の現地日付`
    : `${timeline.from} to ${timeline.to} · ${count} consultation${count === 1 ? '' : 's'} on record · dates are local to the venue`;
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

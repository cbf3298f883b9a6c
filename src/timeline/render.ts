import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Timeline } from '../answer/answer.ts';
import { type SvgOptions, timelineSvg } from './svg.ts';

const require = createRequire(import.meta.url);

/** The font's two weights, from its package: Japanese never depends on what the machine has installed. */
export const FONT_FILES: readonly string[] = [
  require.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
];

/** Picture pixels per drawing unit: sharp when opened and on a screen of two pixels a point. */
const ZOOM = 2;

/** Draws a timeline as PNG (1,440 pixels wide), off the main thread. */
export async function renderTimelinePng(timeline: Timeline, options: SvgOptions = {}): Promise<Buffer> {
  const image = await renderAsync(timelineSvg(timeline, options), {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: 'BIZ UDPGothic' },
  });
  return image.asPng();
}

/**
 * The picture in words, for screen readers: the title, then a line an item, oldest first. At most `most` characters,
 * as platforms limit it: what does not fit is counted.
 */
export function describeTimeline(timeline: Timeline, most = 1000): string {
  const lines = timeline.items.map((item) =>
    [item.dateLabel, item.label, item.place].filter((part) => part !== null).join(' '),
  );
  let text = timeline.title;
  for (const [index, line] of lines.entries()) {
    const rest = lines.length - index;
    const more = timeline.language === 'ja' ? `\nほか${rest}件` : `\nand ${rest} more`;
    if (text.length + 1 + line.length + (rest > 1 ? more.length : 0) > most) return `${text}${more}`.slice(0, most);
    text += `\n${line}`;
  }
  return text;
}

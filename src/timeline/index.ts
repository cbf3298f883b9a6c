/** What the core offers of `src/timeline` to adapters and tools; inside the core, modules are imported by name. */
export { drawTimeline } from './drawn.ts';
export { describeTimeline, FONT_FILES, renderTimelinePng } from './render.ts';
export { timelineSvg } from './svg.ts';
export { TooMuchWaiting, type Turn } from './turns.ts';

import type { Timeline } from '../answer/answer.ts';
import { type Axis, axisOf } from './axis.ts';
import { type Counts, countsOf } from './counts.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { LEVELS, SIZES } from './sizes.ts';
import { wrap } from './words.ts';

/**
 * A drawing. `dots`: each item at its day, with its words where there is room for everybody's, else with its number in order of date.
 * `counts`: how many in each stretch of time, with the numbers that fall into it, where more are to be shown than stay legible.
 */
export type Layout = {
  readonly height: number;
  readonly title: readonly string[];
  readonly plotTop: number;
  readonly plotBottom: number;
} & (
  | {
      readonly kind: 'dots';
      readonly lanes: readonly Lane[];
      readonly axis: Axis;
      /** Where the day that the timeline is about lies; null without one. */
      readonly day: number | null;
    }
  | ({ readonly kind: 'counts' } & Counts)
);

/** Lays a timeline out in the lanes of the levels that it holds. Pure and deterministic. */
export function layOut(timeline: Timeline): Layout {
  const title = wrap(timeline.title, (SIZES.width - 2 * SIZES.margin) / SIZES.titleFont / 1.06, SIZES.mostTitleLines);
  const plotTop = 14 + title.length * SIZES.titleLine + SIZES.axis;
  const levels = LEVELS.filter((level) => timeline.items.some((item) => item.level === level));
  const below = SIZES.footer + plotTop;
  const drawn = { title, plotTop };
  const axis = axisOf(timeline);
  const lanes = lanesOf(timeline, levels, axis, {
    top: plotTop,
    room: SIZES.mostHeight - below,
    roomWithWords: SIZES.mostHeightWithWords - below,
  });
  if (lanes !== null) {
    const plotBottom = lanes.reduce((bottom, lane) => Math.max(bottom, lane.top + lane.height), plotTop + SIZES.row);
    const day = timeline.day === undefined ? null : axis.x(timeline.day);
    return { kind: 'dots', ...drawn, lanes, axis, day, plotBottom, height: plotBottom + SIZES.footer };
  }
  const counts = countsOf(timeline, levels, plotTop);
  return { kind: 'counts', ...drawn, ...counts, plotBottom: counts.bottom, height: counts.bottom + SIZES.footer };
}

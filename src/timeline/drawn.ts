import { createHash } from 'node:crypto';
import type { Timeline } from '../answer/answer.ts';
import { renderTimelinePng } from './index.ts';

/** Pictures kept; some hundred kilobytes each. */
const MOST_KEPT = 20;
/** Drawn at once: each takes a processor for a second or more, and answers need one, too. */
const MOST_AT_ONCE = 1;

/** Draws a timeline, or gives back what was drawn of the same one before. */
export type Draw = (timeline: Timeline) => Promise<Buffer>;

/**
 * A drawing room: the same timeline is drawn once however many channels get it (a day's digest goes to all of them), and
 * different ones in turn.
 */
export function createDrawing(render: Draw = renderTimelinePng): Draw {
  const drawn = new Map<string, Promise<Buffer>>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function inTurn(timeline: Timeline): Promise<Buffer> {
    if (busy >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await render(timeline);
    } finally {
      // The place is handed on, or given up.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }

  return (timeline) => {
    const key = createHash('sha256').update(JSON.stringify(timeline)).digest('base64url');
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const drawing = inTurn(timeline);
    drawn.set(key, drawing);
    drawing.catch(() => drawn.delete(key));
    if (drawn.size > MOST_KEPT) {
      const [oldest] = drawn.keys();
      if (oldest !== undefined) drawn.delete(oldest);
    }
    return drawing;
  };
}

/** The process's own. */
export const drawTimeline: Draw = createDrawing();

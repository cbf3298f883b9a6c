import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Timeline } from '../answer/answer.ts';
import { createTurns, type Job, type Turn } from './turns.ts';
import { renderInWorker } from './worker.ts';

/** Pictures kept; some hundred kilobytes each. */
const MOST_KEPT = 20;
/** Drawn at once: each takes a processor for a second or more, and answers need one, too. */
const MOST_AT_ONCE = 1;
/** Pictures that may wait for one person and in one channel: who asks for more gets lists. */
const MOST_OF_PERSON = 3;
const MOST_OF_CHANNEL = 6;

/**
 * Draws a timeline, or gives back what was drawn of the same one before.
 * @throws TooMuchWaiting where the person or channel has enough pictures waiting.
 */
export type Draw = (timeline: Timeline, turn: Turn) => Promise<Buffer>;

type Drawing = { readonly job: Job; readonly done: Promise<Buffer> };

/**
 * A drawing room: the same timeline is drawn once however many channels get it (a day's digest goes to all of them), and
 * different ones in turn, so that nobody's pictures hold up another's or a digest.
 */
export function createDrawing(render: (timeline: Timeline) => Promise<Buffer> = renderInWorker): Draw {
  const drawn = new LRUCache<string, Drawing>({ max: MOST_KEPT });
  const turns = createTurns({
    atOnce: MOST_AT_ONCE,
    mostOfPerson: MOST_OF_PERSON,
    mostOfChannel: MOST_OF_CHANNEL,
  });

  function begin(timeline: Timeline, turn: Turn): Drawing {
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    const run = () => {
      const picture = render(timeline);
      resolve(picture);
      return picture;
    };
    const job: Job = { run, isStarted: false };
    turns.enter(job, turn);
    return { job, done: promise };
  }

  return async (timeline, turn) => {
    const key = createHash('sha256').update(JSON.stringify(timeline)).digest('base64url');
    const known = drawn.get(key);
    if (known !== undefined) turns.join(known.job, turn);
    const drawing = known ?? begin(timeline, turn);
    drawn.set(key, drawing);
    drawing.done.catch(() => drawn.delete(key));
    return drawing.done;
  };
}

/** The process's own. */
export const drawTimeline: Draw = createDrawing();

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AttachmentBuilder } from 'discord.js';
import type { Timeline } from '../../src/answer/answer.ts';
import { describeTimeline, renderTimelinePng } from '../../src/timeline/index.ts';
import type { DiscordLog } from './context.ts';
import { LIMITS } from './limits.ts';

/** Pictures kept; a popular timeline is drawn once. */
const MOST = 20;
const drawn = new Map<string, Promise<Buffer>>();

/**
 * The picture of a timeline with its text alternative. `undefined` when it cannot be drawn, or not within `withinMs`:
 * the list says the same, and a first response must not wait for a picture.
 */
export async function pictureOf(
  timeline: Timeline,
  log: DiscordLog,
  withinMs: number,
): Promise<AttachmentBuilder | undefined> {
  if (timeline.items.length === 0) return undefined;
  const late = new AbortController();
  try {
    const buffer = await Promise.race([
      draw(timeline),
      sleep(withinMs, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    if (buffer === undefined) {
      log.warn({ items: timeline.items.length, withinMs }, 'A timeline picture took too long; sending the list alone.');
      return undefined;
    }
    return new AttachmentBuilder(buffer, {
      name: 'timeline.png',
      description: describeTimeline(timeline, LIMITS.altText),
    });
  } catch (error) {
    log.error({ err: error }, 'A timeline picture could not be drawn; sending the list alone.');
    return undefined;
  } finally {
    late.abort();
  }
}

function draw(timeline: Timeline): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(timeline)).digest('base64url');
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const drawing = renderTimelinePng(timeline);
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  if (drawn.size > MOST) {
    const [oldest] = drawn.keys();
    if (oldest !== undefined) drawn.delete(oldest);
  }
  return drawing;
}

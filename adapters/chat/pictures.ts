import type { Timeline } from '../../src/answer/index.ts';
import { drawTimeline, TooMuchWaiting, type Turn } from '../../src/timeline/index.ts';
import type { ChatLog } from './options.ts';
import { within } from './within.ts';

/** Draws a timeline as PNG. */
export type DrawTimeline = (timeline: Timeline, turn: Turn) => Promise<Uint8Array>;

/** A person's pictures wait behind each other, and not behind or before another's. Ids as in conversation keys. */
export function turnOf(platform: string, { user, channel }: { user: string; channel: string }): Turn {
  return { person: `${platform}:${user}`, channel: `${platform}:${channel}` };
}

/** The picture of a timeline; `undefined` when there is nothing to draw or it cannot be drawn now: the list beside it says the same. */
export async function drawn(
  timeline: Timeline,
  turn: Turn,
  log: ChatLog,
  draw: DrawTimeline = drawTimeline,
): Promise<Buffer | undefined> {
  if (timeline.items.length === 0) return undefined;
  try {
    return Buffer.from(await draw(timeline, turn));
  } catch (error) {
    if (error instanceof TooMuchWaiting) log.debug({ turn }, 'Enough pictures are waiting; sending the list alone.');
    else log.error({ err: error }, 'A timeline picture could not be drawn; sending the list alone.');
    return undefined;
  }
}

/**
 * Shows what goes with a picture: together with it when that is there within `mostMs`, else at once, and the picture after it.
 * Rejects with what `show` rejects with.
 */
export async function withPicture<Picture>(
  picture: Promise<Picture | undefined>,
  mostMs: number,
  show: (picture: Picture | undefined) => Promise<void>,
  add: (picture: Picture) => Promise<void>,
): Promise<void> {
  const early = await within(
    mostMs,
    picture.then((there) => ({ there })),
    undefined,
  );
  await show(early?.there);
  if (early !== undefined) return;
  const late = await picture;
  if (late !== undefined) await add(late);
}

import type { Timeline } from '../../src/answer/answer.ts';
import { drawTimeline } from '../../src/timeline/drawn.ts';
import { TooMuchWaiting, type Turn } from '../../src/timeline/turns.ts';
import type { SlackLog } from './config.ts';
import { faultOf } from './faults.ts';
import { within } from './patience.ts';
import type { Client, Target } from './post.ts';
import { renderPicture, renderTimeline } from './render-card.ts';
import type { Scene, Service } from './service.ts';

/** Draws a timeline. */
export type DrawTimeline = (timeline: Timeline, turn: Turn) => Promise<Uint8Array>;

/**
 * Uploads the picture of a timeline, for an image block to show. Resolves with the file's id, or `undefined` when there is
 * nothing to draw or Slack takes no files from us: the list beside it says the same. Never rejects.
 */
export async function uploadTimeline(
  client: Client,
  timeline: Timeline,
  turn: Turn,
  log: SlackLog,
  draw: DrawTimeline | undefined = drawTimeline,
): Promise<string | undefined> {
  if (timeline.items.length === 0) return undefined;
  try {
    const png = await draw(timeline, turn);
    const uploaded = await client.filesUploadV2({
      file: Buffer.from(png),
      filename: `timeline-${timeline.from}-${timeline.to}.png`,
      title: timeline.title,
    });
    return uploaded.files?.[0]?.files?.[0]?.id;
  } catch (error) {
    if (error instanceof TooMuchWaiting) {
      log.debug({ turn }, 'Enough pictures are waiting; the list goes out alone.');
      return undefined;
    }
    const { code, fix } = faultOf(error);
    log.warn(
      { platform: 'slack', code, fix, err: error },
      'The timeline picture could not be uploaded; the list goes out alone.',
    );
    return undefined;
  }
}

/** A list need not wait longer than this for its picture. */
const PICTURE_WITHIN_MS = 2_500;

/**
 * Shows a timeline: the list under its picture or, when drawing and uploading take longer than a person waits, the list at once
 * and the picture after it.
 * @throws PostError when the list could not be delivered.
 */
export async function showTimeline(service: Service, scene: Scene, target: Target, timeline: Timeline): Promise<void> {
  const { client } = scene;
  const { log, draw } = service.config;
  const upload = () => uploadTimeline(client, timeline, turnOf(scene), log, draw);
  const picture = service.pictures(scene.team, timeline, upload);
  const early = await within(PICTURE_WITHIN_MS, picture, 'late' as const);
  await service.poster.post(
    client,
    target,
    renderTimeline(timeline, early === 'late' ? undefined : early, service.config.pages),
  );
  if (early !== 'late') return;
  const file = await picture;
  if (file !== undefined) await service.poster.post(client, target, [renderPicture(timeline, file)]);
}

/** A person's pictures wait behind each other, and not behind or before another's. */
export function turnOf({ team, channel, user }: Pick<Scene, 'team' | 'channel' | 'user'>): Turn {
  return { person: `slack:${team}:${user}`, channel: `slack:${team}:${channel}` };
}

import type { Timeline } from '../../src/answer/answer.ts';
import { renderTimelinePng } from '../../src/timeline/index.ts';
import type { SlackLog } from './config.ts';
import { faultOf } from './faults.ts';
import type { Client } from './post.ts';

/** Draws a timeline. An argument so that a slow machine can be imitated. */
export type DrawTimeline = (timeline: Timeline) => Promise<Uint8Array>;

/**
 * Uploads the picture of a timeline, for an image block to show. Resolves with the file's id, or `undefined` when there is
 * nothing to draw or Slack takes no files from us: the list beside it says the same. Never rejects.
 */
export async function uploadTimeline(
  client: Client,
  timeline: Timeline,
  log: SlackLog,
  draw: DrawTimeline = renderTimelinePng,
): Promise<string | undefined> {
  if (timeline.items.length === 0) return undefined;
  try {
    const png = await draw(timeline);
    const uploaded = await client.filesUploadV2({
      file: Buffer.from(png),
      filename: `timeline-${timeline.from}-${timeline.to}.png`,
      title: timeline.title,
    });
    return uploaded.files?.[0]?.files?.[0]?.id;
  } catch (error) {
    const { code, mend } = faultOf(error);
    log.warn(
      { platform: 'slack', code, mend, err: error },
      'The timeline picture could not be uploaded; the list goes out alone.',
    );
    return undefined;
  }
}

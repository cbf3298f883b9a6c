import type { Timeline } from '../../src/answer/index.ts';
import type { Turn } from '../../src/timeline/index.ts';
import type { ChatMessage } from '../chat/message.ts';
import type { ChatLog } from '../chat/options.ts';
import { type DrawTimeline, drawn, turnOf as turnOfPlatform, withPicture } from '../chat/pictures.ts';
import { faultOf } from './faults.ts';
import type { Client, Target } from './post.ts';
import { render, renderPicture } from './render.ts';
import type { SlackMessage } from './render-blocks.ts';
import type { Scene, Service } from './service.ts';

/**
 * Uploads the picture of a timeline, for an image block to show. Resolves with the file's id, or `undefined` when there is
 * nothing to draw or Slack takes no files from us: the list beside it says the same. Never rejects.
 */
export async function uploadTimeline(
  client: Client,
  timeline: Timeline,
  turn: Turn,
  log: ChatLog,
  draw: DrawTimeline | undefined,
): Promise<string | undefined> {
  const png = await drawn(timeline, turn, log, draw);
  if (png === undefined) return undefined;
  try {
    const uploaded = await client.filesUploadV2({
      file: png,
      filename: `timeline-${timeline.from}-${timeline.to}.png`,
      title: timeline.title,
    });
    return uploaded.files?.[0]?.files?.[0]?.id;
  } catch (error) {
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
export async function showTimeline(
  service: Service,
  scene: Scene,
  target: Target,
  message: ChatMessage & { readonly picture: Timeline },
): Promise<void> {
  const timeline = message.picture;
  const { client } = scene;
  const { log, draw } = service.config;
  const upload = () => uploadTimeline(client, timeline, turnOf(scene), log, draw);
  const picture = service.pictures(scene.team, timeline, upload);
  const post = async (messages: readonly SlackMessage[]) => {
    await service.poster.post(client, target, messages);
  };
  await withPicture(
    picture,
    PICTURE_WITHIN_MS,
    (file) => post([render(message, file)]),
    (file) => post([renderPicture(timeline, file)]),
  );
}

/** A person's pictures wait behind each other, and not behind or before another's. */
export function turnOf({ team, channel, user }: Pick<Scene, 'team' | 'channel' | 'user'>): Turn {
  return turnOfPlatform('slack', { user: `${team}:${user}`, channel: `${team}:${channel}` });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { AttachmentBuilder } from 'discord.js';
import type { Timeline } from '../../src/answer/answer.ts';
import { drawTimeline } from '../../src/timeline/drawn.ts';
import { describeTimeline } from '../../src/timeline/index.ts';
import { TooMuchWaiting, type Turn } from '../../src/timeline/turns.ts';
import type { Context, DiscordLog } from './context.ts';
import { factsOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import { patiently } from './patience.ts';
import type { Body } from './render.ts';
import { type Answerable, respond } from './respond.ts';

/** A first response must leave within 3 s; waiting for a picture may take this much of it. */
const WITHIN_MS = 1_200;

/**
 * Gives an interaction a first response with the picture of `timeline`. A picture that takes longer than a moment does not
 * hold the list back: it is added by an edit.
 */
export async function respondWithPicture(
  context: Context,
  interaction: Answerable,
  body: Body,
  timeline: Timeline,
  isPrivate: boolean,
): Promise<void> {
  const drawing = pictureOf(timeline, turnOf(interaction), context.log);
  const late = new AbortController();
  const ready = await Promise.race([
    drawing,
    sleep(WITHIN_MS, 'late' as const, { signal: late.signal }).catch(() => 'late' as const),
  ]);
  late.abort();
  const picture = ready === 'late' ? undefined : ready;
  await respond(context, interaction, body, {
    private: isPrivate,
    plain: () => timeline.title,
    ...(picture === undefined ? {} : { files: [picture] }),
  });
  if (ready !== 'late' || !interaction.replied) return;
  const finished = await drawing;
  if (finished === undefined) return;
  const add = () => interaction.editReply({ files: [finished] });
  await patiently(context, add, { same: true }).catch((error: unknown) => {
    context.log.warn(factsOf(error), 'A late timeline picture could not be added; its list stands.');
  });
}

/** A person's pictures wait behind each other, and not behind or before another's. */
export function turnOf(interaction: {
  readonly user: { readonly id: string };
  readonly channelId: string | null;
}): Turn {
  return { person: `discord:${interaction.user.id}`, channel: `discord:${interaction.channelId}` };
}

/** The picture of a timeline with its text alternative; `undefined` when there is nothing to draw or it cannot be drawn. */
export async function pictureOf(
  timeline: Timeline,
  turn: Turn,
  log: DiscordLog,
): Promise<AttachmentBuilder | undefined> {
  if (timeline.items.length === 0) return undefined;
  try {
    const buffer = await drawTimeline(timeline, turn);
    return new AttachmentBuilder(buffer, {
      name: 'timeline.png',
      description: describeTimeline(timeline, LIMITS.altText),
    });
  } catch (error) {
    if (error instanceof TooMuchWaiting) log.debug({ turn }, 'Enough pictures are waiting; sending the list alone.');
    else log.error({ err: error }, 'A timeline picture could not be drawn; sending the list alone.');
    return undefined;
  }
}

import { AttachmentBuilder } from 'discord.js';
import type { Timeline } from '../../src/answer/index.ts';
import type { Turn } from '../../src/timeline/index.ts';
import { describeTimeline } from '../../src/timeline/index.ts';
import type { ChatLog } from '../chat/options.ts';
import { drawn, turnOf as turnOfPlatform, withPicture } from '../chat/pictures.ts';
import type { Context } from './context.ts';
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
  await withPicture(
    pictureOf(timeline, turnOf(interaction), context.log),
    WITHIN_MS,
    (picture) =>
      respond(context, interaction, body, {
        private: isPrivate,
        plain: () => timeline.title,
        files: picture === undefined ? [] : [picture],
      }),
    async (picture) => {
      if (!interaction.replied) return;
      const add = () => interaction.editReply({ files: [picture] });
      await patiently(context, add, { same: true }).catch((error: unknown) => {
        context.log.warn(factsOf(error), 'A late timeline picture could not be added; its list stands.');
      });
    },
  );
}

/** A person's pictures wait behind each other, and not behind or before another's. */
export function turnOf({ user, channelId }: Pick<Answerable, 'user' | 'channelId'>): Turn {
  return turnOfPlatform('discord', { user: user.id, channel: String(channelId) });
}

/** The picture of a timeline with its text alternative; `undefined` when there is nothing to draw or it cannot be drawn. */
export async function pictureOf(timeline: Timeline, turn: Turn, log: ChatLog): Promise<AttachmentBuilder | undefined> {
  const picture = await drawn(timeline, turn, log);
  if (picture === undefined) return undefined;
  return new AttachmentBuilder(picture, {
    name: 'timeline.png',
    description: describeTimeline(timeline, LIMITS.altText),
  });
}

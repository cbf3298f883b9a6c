import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttachmentBuilder,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import { type Context, languageOf } from './context.ts';
import { factsOf, faultOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import { refusalOf } from './refusals.ts';
import type { Body } from './render.ts';

/** A first response is void after three seconds, some of which are gone. Milliseconds. */
const RETRY_WITHIN_MS = 1_500;
const RETRY_PAUSE_MS = 300;

/** Interactions that take a message as their first response. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

export type RespondOptions = {
  readonly private: boolean;
  /** Changes the message that carries the button instead of making one. Default false. */
  readonly update?: boolean;
  /** Makes what goes out instead when the message is refused or cannot be delivered. */
  readonly plain: () => string;
  readonly files?: readonly AttachmentBuilder[];
};

/**
 * Gives an interaction its first response. Never rejects: what Discord refuses is logged and met by its meaning.
 */
export async function respond(
  context: Context,
  interaction: Answerable,
  body: Body,
  options: RespondOptions,
): Promise<void> {
  try {
    await whileItCounts(() => deliver(interaction, body, options));
  } catch (error) {
    const fault = faultOf(error);
    const ageMs = Date.now() - interaction.createdTimestamp;
    if (fault === 'duplicate') {
      context.metrics.onDuplicate?.('discord');
      return;
    }
    if (fault === 'expired') {
      context.metrics.onReply?.('discord', 'given-up');
      context.log.warn({ ...factsOf(error), ageMs }, 'An interaction was answered too late; its token is void.');
      return;
    }
    if (fault === 'busy') {
      // Discord itself tells the asker that nothing came.
      context.metrics.onReply?.('discord', 'given-up');
      context.log.error({ ...factsOf(error), fault, ageMs }, 'Discord fails; an answer could not be delivered.');
      return;
    }
    context.log.error({ ...factsOf(error), fault, ageMs }, 'Discord refused an answer; sending it in another form.');
    if (await inAnotherForm(context, interaction, body, options, error)) return;
    await respondPlain(context, interaction, options.plain());
  }
}

/** What was refused without its files, or to the asker alone, where that may be taken; false when neither was. */
async function inAnotherForm(
  context: Context,
  interaction: Answerable,
  body: Body,
  options: RespondOptions,
  error: unknown,
): Promise<boolean> {
  const { instead = [] } = refusalOf(error) ?? {};
  const forms: RespondOptions[] = [];
  if (instead.includes('without-files') && (options.files ?? []).length > 0) forms.push({ ...options, files: [] });
  if (instead[0] === 'private' && !options.private) forms.push({ ...options, private: true, update: false });
  for (const form of forms) {
    try {
      await deliver(interaction, body, form);
      return true;
    } catch (failure) {
      if (faultOf(failure) === 'duplicate') return true;
      context.log.warn({ ...factsOf(failure), fault: faultOf(failure) }, 'The other form was refused, too.');
    }
  }
  return false;
}

/** Tries again while Discord is busy and the token may still be good; an answer that was taken after all is refused as a duplicate. */
async function whileItCounts(post: () => Promise<void>): Promise<void> {
  const until = performance.now() + RETRY_WITHIN_MS;
  for (;;) {
    try {
      await post();
      return;
    } catch (error) {
      if (faultOf(error) !== 'busy' || performance.now() > until) throw error;
      await sleep(RETRY_PAUSE_MS);
    }
  }
}

/** A short private text as first response; never rejects. */
export async function respondPlain(context: Context, interaction: Answerable, text: string): Promise<void> {
  try {
    await interaction.reply({ content: text.slice(0, LIMITS.content), flags: MessageFlags.Ephemeral });
  } catch (error) {
    if (faultOf(error) === 'duplicate') return;
    context.log.error({ ...factsOf(error), fault: faultOf(error) }, 'The plain answer could not be delivered either.');
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.instead.length === 0) return;
    // The text itself may be what is refused: a sentence of ours says that there was an answer.
    const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
    await interaction.reply({ content: said.notTaken, flags: MessageFlags.Ephemeral }).catch((last: unknown) => {
      context.log.error(factsOf(last), 'Nothing at all could be said to an asker.');
    });
  }
}

async function deliver(interaction: Answerable, body: Body, options: RespondOptions): Promise<void> {
  const message = {
    content: body.content,
    embeds: [...body.embeds],
    components: [...body.components],
    files: [...(options.files ?? [])],
  };
  if (options.update && interaction.isMessageComponent()) {
    await interaction.update(message);
    return;
  }
  if (options.private) {
    await interaction.reply({ ...message, flags: MessageFlags.Ephemeral });
    return;
  }
  await interaction.reply(message);
}

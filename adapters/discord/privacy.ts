import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import { helpPhrases } from '../chat/help.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { factsOf } from './faults.ts';
import { renderForget } from './help.ts';
import { respond, respondPlain } from './respond.ts';

type Acting = ChatInputCommandInteraction | MessageComponentInteraction;

/** Asks the person, alone, whether to delete what is kept about them. */
export async function askToForget(context: Context, interaction: Acting): Promise<void> {
  const body = renderForget(languageOf(interaction.locale, context.fallbackLanguage));
  await respond(context, interaction, body, { private: true, plain: () => body.content });
}

/** Deletes what is kept about whoever presses, and says what stays. */
export async function forget(context: Context, interaction: MessageComponentInteraction): Promise<void> {
  if (!(await isOurs(context, interaction))) return;
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  try {
    const rows = await context.conversations.forget('discord', interaction.user.id);
    const kept = await context.store.listSubscriptions({ platform: 'discord', subscriber: interaction.user.id });
    const text = helpPhrases(language).forgotten(rows, kept.length);
    const update = interaction.message.flags.has('Ephemeral');
    await respond(
      context,
      interaction,
      { content: text, embeds: [], components: [] },
      { private: true, update, plain: () => text },
    );
  } catch (error) {
    context.log.error(factsOf(error), 'A person could not be forgotten.');
    await respondPlain(context, interaction, phrases(language).failed);
  }
}

import type { MessageComponentInteraction } from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import { changeDigest } from '../chat/digest-changes.ts';
import { COMMAND, digestCommandName } from './commands.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { placeOf } from './digest-command.ts';
import { changerOf, tellChannel } from './digest-rights.ts';
import { factsOf } from './faults.ts';
import { escapeMarkdown } from './markdown.ts';
import { respondPlain } from './respond.ts';

/** The button under a digest that stops it: for whoever subscribed and those who manage the server. */
export async function unsubscribeButton(
  context: Context,
  interaction: MessageComponentInteraction,
  subscription: string,
): Promise<void> {
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  const said = phrases(language);
  const place = placeOf(interaction.guildId, interaction.channelId);
  if (context.digests === undefined || place === undefined) {
    await respondPlain(context, interaction, said.digestsOnlyInServers);
    return;
  }
  if (!(await isOurs(context, interaction))) return;
  const voice = {
    language,
    command: digestCommandName(language, context.commandIds().get(COMMAND.digest)),
    literal: escapeMarkdown,
  };
  try {
    const asked = { change: 'unsubscribe', place, id: subscription } as const;
    const { text, changed } = await changeDigest(context.digests, voice, asked, changerOf(interaction));
    await respondPlain(context, interaction, text);
    if (changed !== undefined) await tellChannel(context, interaction, 'unsubscribe', changed.listed);
  } catch (error) {
    context.log.error(factsOf(error), 'A subscription could not be removed.');
    await respondPlain(context, interaction, said.failed);
  }
}

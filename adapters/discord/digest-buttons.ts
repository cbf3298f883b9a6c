import { type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { phrases } from '../../src/phrases.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { placeOf } from './digest-command.ts';
import { factsOf } from './faults.ts';
import { respondPlain } from './respond.ts';

/** The button under a digest that stops it: for those who may give the command, too. */
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
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    await respondPlain(context, interaction, said.notAllowed);
    return;
  }
  if (!(await isOurs(context, interaction))) return;
  try {
    const result = await context.digests.unsubscribe(place, subscription);
    await respondPlain(context, interaction, result.ok ? said.unsubscribed : result.fault.message[language]);
  } catch (error) {
    context.log.error(factsOf(error), 'A subscription could not be removed.');
    await respondPlain(context, interaction, said.failed);
  }
}

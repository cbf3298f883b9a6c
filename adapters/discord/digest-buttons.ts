import type { MessageComponentInteraction } from 'discord.js';
import { phrases } from '../../src/conversation/phrases.ts';
import { changeFor } from '../../src/digest/changes.ts';
import { type Context, isOurs, languageOf } from './context.ts';
import { placeOf } from './digest-command.ts';
import { changerOf, tellChannel } from './digest-rights.ts';
import { factsOf } from './faults.ts';
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
  try {
    const result = await changeFor(context.digests, 'unsubscribe', place, changerOf(interaction), subscription);
    await respondPlain(context, interaction, result.ok ? said.unsubscribed : result.fault.message[language]);
    if (result.ok) await tellChannel(context, interaction, 'unsubscribe', result.value.subscription);
  } catch (error) {
    context.log.error(factsOf(error), 'A subscription could not be removed.');
    await respondPlain(context, interaction, said.failed);
  }
}

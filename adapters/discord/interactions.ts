import type { Interaction } from 'discord.js';
import { phrases } from '../../src/conversation/index.ts';
import { handleComponent } from './actions.ts';
import { askCommand, findInMessage } from './ask-command.ts';
import { handleAutocomplete } from './autocomplete.ts';
import { COMMAND } from './commands.ts';
import { type Context, languageOf } from './context.ts';
import { digestCommand } from './digest-command.ts';
import { factsOf } from './faults.ts';
import { handleFeedback } from './feedback.ts';
import { respondPlain } from './respond.ts';
import { settingsCommand } from './settings-command.ts';
import { timelineCommand } from './timeline-command.ts';

/** Gives every interaction its one first response. Never rejects. */
export async function handleInteraction(context: Context, interaction: Interaction): Promise<void> {
  try {
    // On a shared database other processes may have got it, too; suggestions while somebody types are worth no claim.
    const shared = context.store.driver === 'postgres' && !interaction.isAutocomplete();
    if (shared && !(await context.first(`discord:acknowledged:${interaction.id}`))) {
      context.metrics.onDuplicate?.('discord');
      return;
    }
    await dispatch(context, interaction);
  } catch (error) {
    context.log.error({ ...factsOf(error), interaction: interaction.type }, 'An interaction could not be handled.');
    if (interaction.isRepliable() && !interaction.replied && !interaction.deferred) {
      const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
      if (interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit()) {
        await respondPlain(context, interaction, said.failed);
      }
    }
  }
}

async function dispatch(context: Context, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(context, interaction);
  if (interaction.isChatInputCommand()) {
    switch (interaction.commandName) {
      case COMMAND.ask:
        return askCommand(context, interaction);
      case COMMAND.timeline:
        return timelineCommand(context, interaction);
      case COMMAND.digest:
        return digestCommand(context, interaction);
      case COMMAND.settings:
        return settingsCommand(context, interaction);
      default: {
        // A command of an older registration that Discord still shows.
        const said = phrases(languageOf(interaction.locale, context.fallbackLanguage));
        return respondPlain(context, interaction, said.askAgain);
      }
    }
  }
  if (interaction.isMessageContextMenuCommand()) return findInMessage(context, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return handleComponent(context, interaction);
  if (interaction.isModalSubmit()) return handleFeedback(context, interaction);
}

import type { AutocompleteInteraction } from 'discord.js';
import type { Suggestion, SuggestRequest } from '../../src/answer/index.ts';
import type { Language } from '../../src/text/index.ts';
import { zonesLike } from '../chat/zones.ts';
import { COMMAND } from './commands.ts';
import { type Context, languageOf } from './context.ts';
import { subscriptionChoices } from './digest-command.ts';
import { factsOf, faultOf } from './faults.ts';
import { clip, LIMITS } from './limits.ts';

const kinds: Readonly<Record<string, SuggestRequest['kind']>> = {
  question: 'question',
  framework: 'framework',
  topic: 'topic',
  person: 'person',
  period: 'period',
  country: 'country',
};

/** Completes an option while it is typed: from memory, at most 25, and never with an error. */
export async function handleAutocomplete(context: Context, interaction: AutocompleteInteraction): Promise<void> {
  try {
    const choices = await completions(context, interaction);
    await interaction.respond(
      choices
        .filter((each) => each.value !== '' && each.value.length <= LIMITS.choiceValue)
        .slice(0, LIMITS.choices)
        .map((each) => ({ name: clip(each.label || each.value, LIMITS.choiceName), value: each.value })),
    );
  } catch (error) {
    // Typing went on and Discord has forgotten this keystroke: nothing is lost.
    if (faultOf(error) !== 'expired') context.log.warn(factsOf(error), 'A completion could not be given.');
  }
}

async function completions(context: Context, interaction: AutocompleteInteraction): Promise<readonly Suggestion[]> {
  const { name, value: typed } = interaction.options.getFocused(true);
  const language = languageOf(interaction.locale, context.fallbackLanguage);
  if (interaction.commandName === COMMAND.digest && name === 'subscription') {
    return subscriptionChoices(context, interaction.guildId, channelOf(interaction), language);
  }
  if (name === 'zone') return zonesLike(typed, context.zone).map((zone) => ({ label: zone, value: zone }));
  const kind = kinds[name];
  return kind === undefined ? [] : safely(context, kind, typed, language);
}

/** The channel chosen so far, else the one the command is typed in. */
function channelOf(interaction: AutocompleteInteraction): string | null {
  const chosen = interaction.options.get('channel')?.value;
  return typeof chosen === 'string' ? chosen : interaction.channelId;
}

/** The desk's suggestions; none when it fails. */
function safely(
  context: Context,
  kind: SuggestRequest['kind'],
  typed: string,
  language: Language,
): readonly Suggestion[] {
  try {
    return context.desk().suggest({ kind, typed, language, limit: LIMITS.choices });
  } catch (error) {
    context.log.error({ err: error, kind }, 'The desk failed on a suggestion.');
    return [];
  }
}

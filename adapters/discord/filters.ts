import type { ChatInputCommandInteraction } from 'discord.js';
import type { NamedFilters } from '../../src/knowledge/index.ts';

/** The filter options of a command as they were typed or completed. */
export function typedFilters(interaction: ChatInputCommandInteraction): NamedFilters {
  const one = (option: string) => {
    const typed = interaction.options.getString(option)?.trim();
    return typed ? [typed] : [];
  };
  return {
    frameworks: one('framework'),
    topics: one('topic'),
    people: one('person'),
    countries: one('country'),
  };
}

import type { ChatInputCommandInteraction } from 'discord.js';
import type { Desk } from '../../src/desk.ts';
import { type NamedFilters, resolveFilters } from '../../src/digest/resolve.ts';

/** Filters as ids, or the words typed that name nothing on record. */
export type ReadFilters =
  | {
      readonly filters: {
        readonly frameworks: readonly string[];
        readonly topics: readonly string[];
        readonly people: readonly string[];
        readonly countries: readonly string[];
      };
    }
  | { readonly unknown: string };

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

/** The same as ids; names in either language count, as they do in a subscription. */
export function readFilters(desk: Desk, interaction: ChatInputCommandInteraction): ReadFilters {
  const { filters, unresolved } = resolveFilters(typedFilters(interaction), desk.knowledge());
  const [problem] = unresolved;
  if (problem !== undefined) return { unknown: problem.name };
  const { frameworks = [], topics = [], people = [], countries = [] } = filters;
  return { filters: { frameworks, topics, people, countries } };
}

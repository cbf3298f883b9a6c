import { ApplicationCommandType, type REST, Routes } from 'discord.js';
import type { Language } from '../../src/text/index.ts';
import type { CommandName } from '../chat/help.ts';
import { COMMAND, COMMANDS } from './commands.ts';

/** Ids of the registered commands by their names; none until they could be fetched. */
export type CommandIds = ReadonlyMap<string, string>;

/** Asks Discord for the application's commands. @throws what the REST client throws. */
export async function fetchCommandIds(rest: REST, application: string): Promise<CommandIds> {
  const commands = await rest.get(Routes.applicationCommands(application));
  // Discord's list of application commands; anything else names none.
  const listed = Array.isArray(commands) ? (commands as { id?: unknown; name?: unknown; type?: unknown }[]) : [];
  return new Map(
    listed.flatMap(({ id, name, type }): [string, string][] =>
      typeof id === 'string' && typeof name === 'string' && type === ApplicationCommandType.ChatInput
        ? [[name, id]]
        : [],
    ),
  );
}

/**
 * A command as a text names it: clickable, in the reader's own language, once its id is known; until then by the name that a reader of
 * `language` can type.
 */
export function commandMention(name: CommandName, ids: CommandIds, language: Language): string {
  const id = ids.get(COMMAND[name]);
  if (id !== undefined) return `</${COMMAND[name]}:${id}>`;
  const command = COMMANDS.find((each) => each.name === COMMAND[name]);
  return `\`/${(language === 'ja' ? command?.name_localizations?.ja : undefined) ?? COMMAND[name]}\``;
}

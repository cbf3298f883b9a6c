import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { DiscordAPIError, REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { loadConfig } from '../../src/config.ts';
import { KyogiError } from '../../src/errors.ts';
import { COMMANDS } from './commands.ts';

/** What registering did. */
export type Registered = { readonly changed: boolean; readonly commands: number };

/**
 * Brings the application's global commands to `COMMANDS`: fetches, compares, and overwrites only on a difference, so that it
 * can run at every start.
 * @throws what the REST client throws; `registerCli` turns that into words.
 */
export async function registerCommands(rest: REST, application: string): Promise<Registered> {
  const route = Routes.applicationCommands(application);
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  const wanted = COMMANDS.map(normalise).sort(byTypeAndName);
  const known = Array.isArray(present) ? present.map(normalise).sort(byTypeAndName) : [];
  if (isDeepStrictEqual(wanted, known)) return { changed: false, commands: COMMANDS.length };
  await rest.put(route, { body: COMMANDS });
  return { changed: true, commands: COMMANDS.length };
}

/** Addresses that add the bot to a server and to a person's account, with the least permissions it works with. */
export function inviteLinks(application: string): { readonly server: string; readonly user: string } {
  const base = 'https://discord.com/oauth2/authorize';
  return {
    server: `${base}?client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}&integration_type=0`,
    user: `${base}?client_id=${application}&scope=applications.commands&integration_type=1`,
  };
}

/** View Channel, Send Messages, Send Messages in Threads, Embed Links, Attach Files, Read Message History. */
export const PERMISSIONS = (
  (1n << 10n) |
  (1n << 11n) |
  (1n << 38n) |
  (1n << 14n) |
  (1n << 15n) |
  (1n << 16n)
).toString();

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Keys that are ours to define; Discord adds ids, versions and the like. */
const OURS = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'default_member_permissions',
  'integration_types',
  'contexts',
]);
const LOCALISED = new Set(['name_localizations', 'description_localizations']);

/** Both sides in one form: our keys alone, and no key that only repeats Discord's default. */
function normalise(value: unknown): Json {
  // Only JSON comes in: our definitions, or what the API sent.
  return tidy(value as Json, '') ?? null;
}

function tidy(value: Json, key: string): Json | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    const items = value.map((item) => tidy(item, '') ?? null);
    return key === 'contexts' || key === 'integration_types' || key === 'channel_types' ? items.sort() : items;
  }
  if (value === null || value === false || value === '') return undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([name]) => LOCALISED.has(key) || OURS.has(name))
    .map(([name, item]): [string, Json | undefined] => [name, tidy(item, name)])
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function byTypeAndName(a: Json, b: Json): number {
  return JSON.stringify(nameOf(a)) < JSON.stringify(nameOf(b)) ? -1 : 1;
}

function nameOf(command: Json): Json {
  return command !== null && typeof command === 'object' && !Array.isArray(command)
    ? [command.type ?? 1, command.name ?? '']
    : null;
}

/** `npm run discord:register`: prints one line; resolves to the exit code. */
export async function registerCli(write: (line: string) => void): Promise<number> {
  try {
    const { discord } = await loadConfig();
    if (discord === undefined) {
      throw new KyogiError(
        'config',
        'DISCORD_TOKEN is missing — copy the bot token from the developer portal and set it.',
      );
    }
    const rest = new REST({ api: discord.apiUrl.replace(/(?<!\/)\/+$/, '') }).setToken(discord.token);
    const application = await ownId(rest);
    const { changed, commands } = await registerCommands(rest, application);
    write(changed ? `Registered ${commands} commands.` : `All ${commands} commands are registered already.`);
    const links = inviteLinks(application);
    write(`Add to a server: ${links.server}`);
    write(`Add to your account: ${links.user}`);
    return 0;
  } catch (error) {
    write(error instanceof KyogiError ? error.message : sentence(error));
    return 1;
  }
}

async function ownId(rest: REST): Promise<string> {
  const me = await rest.get(Routes.currentApplication());
  if (typeof me === 'object' && me !== null && 'id' in me && typeof me.id === 'string') return me.id;
  throw new KyogiError('platform', 'Discord did not name the application of this token — check DISCORD_API_URL.');
}

function sentence(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return 'DISCORD_TOKEN is not accepted by Discord — copy the bot token anew from the developer portal (Bot → Reset Token).';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `The commands could not be registered (${reason}) — check the network and DISCORD_API_URL, then run it again.`;
}

/** What Discord is sent; exported for the tests of its limits. */
export type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await registerCli((line) => console.log(line));
}

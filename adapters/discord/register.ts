import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { COMMANDS } from './commands.ts';

/** What registering did. */
export type Registered = { readonly changed: boolean; readonly commands: number };

/**
 * Brings the application's global commands to `COMMANDS`: fetches, compares, and overwrites only on a difference, so that it
 * can run at every start.
 * @throws what the REST client throws; `npm run discord:register` turns that into words.
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

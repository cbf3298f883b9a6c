import { DiscordAPIError, REST, Routes } from 'discord.js';
import { inviteLinks, registerCommands } from '../adapters/discord/register.ts';
import { command, run } from '../src/command-line/command.ts';
import { loadConfig } from '../src/config.ts';
import { KyogiError } from '../src/errors.ts';

const register = command(
  'discord:register',
  'Registers the commands with Discord, and prints the links that add the bot. The bot does so itself at each start, unless DISCORD_REGISTER=off.',
).action(async () => {
  const { discord } = loadConfig();
  if (discord === undefined) {
    throw new KyogiError(
      'config',
      'DISCORD_TOKEN is missing: copy the bot token from the developer portal (Bot → Reset Token) and set it.',
    );
  }
  const rest = new REST({ api: discord.apiUrl.replace(/(?<!\/)\/+$/, '') }).setToken(discord.token);
  try {
    const application = await ownId(rest);
    const { changed, commands } = await registerCommands(rest, application);
    console.log(changed ? `Registered ${commands} commands.` : `All ${commands} commands are registered already.`);
    const links = inviteLinks(application);
    console.log(`\nAdd to a server:\n${links.server}\n\nAdd to your account:\n${links.user}`);
  } catch (cause) {
    throw cause instanceof KyogiError ? cause : new KyogiError('platform', sentence(cause), { cause });
  }
});

await run(register);

async function ownId(rest: REST): Promise<string> {
  const me = await rest.get(Routes.currentApplication());
  if (typeof me === 'object' && me !== null && 'id' in me && typeof me.id === 'string') return me.id;
  throw new KyogiError('platform', 'Discord did not name the application of this token: check DISCORD_API_URL.');
}

function sentence(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return 'DISCORD_TOKEN is not accepted by Discord: copy the bot token again from the developer portal (Bot → Reset Token).';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `The commands could not be registered (${reason}): check the network and DISCORD_API_URL, then run it again.`;
}

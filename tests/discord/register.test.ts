import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../adapters/discord/commands.ts';
import { inviteLinks, registerCommands } from '../../adapters/discord/register.ts';
import { ids } from './server/payloads.ts';
import { type DiscordServer, startDiscordServer } from './server/server.ts';
import { commandFaults } from './server/validate.ts';

describe('registration', () => {
  let server: DiscordServer;
  let rest: REST;
  const puts = () => server.requests.filter((request) => request.method === 'PUT').length;

  beforeEach(async () => {
    server = await startDiscordServer();
    rest = new REST({ api: server.apiUrl }).setToken(server.token);
  });
  afterEach(() => server.stop());

  it('writes the commands to an application that has none', async () => {
    expect(await registerCommands(rest, ids.application)).toEqual({ changed: true, commands: 5 });
    expect(server.commands.map((command) => command.name)).toEqual([
      'alliance',
      'alliance-timeline',
      'alliance-digest',
      'alliance-settings',
      'Find consultations',
    ]);
  });

  it('writes nothing when they are there already', async () => {
    await registerCommands(rest, ids.application);
    expect(await registerCommands(rest, ids.application)).toMatchObject({ changed: false });
    expect(puts()).toBe(1);
  });

  it('writes them again when one text differs', async () => {
    await registerCommands(rest, ids.application);
    server.commands = server.commands.map((command) =>
      command.name === 'alliance'
        ? { ...command, description_localizations: { ...(command.description_localizations as object), ja: '古い' } }
        : command,
    );
    expect(await registerCommands(rest, ids.application)).toMatchObject({ changed: true });
  });

  it('writes them again when a command was removed', async () => {
    await registerCommands(rest, ids.application);
    server.commands = server.commands.slice(1);
    expect(await registerCommands(rest, ids.application)).toMatchObject({ changed: true });
  });
});

describe('the command definitions', () => {
  it('keep the documented limits', () => {
    expect(commandFaults(JSON.parse(JSON.stringify(COMMANDS)))).toEqual([]);
  });

  it('have every text in ja, en-US and en-GB', () => {
    const texts: unknown[] = [];
    JSON.stringify(COMMANDS, (key, value: unknown) => {
      if (key.endsWith('_localizations')) texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(Object.keys(text as object).sort()).toEqual(['en-GB', 'en-US', 'ja']);
  });

  it('let everybody ask everywhere, and those who manage a server subscribe', () => {
    const [ask, timeline, digest, settings, find] = COMMANDS;
    for (const command of [ask, timeline, find]) {
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
      expect(command).not.toHaveProperty('default_member_permissions');
    }
    expect(digest).toMatchObject({ contexts: [0], integration_types: [0], default_member_permissions: String(1 << 5) });
    expect(settings).toMatchObject({
      contexts: [0],
      integration_types: [0],
      default_member_permissions: String(1 << 4),
    });
  });

  it('are invited with the least permissions', () => {
    const { server, user } = inviteLinks('1');
    expect(new URL(server).searchParams.get('permissions')).toBe('274878024704');
    expect(new URL(server).searchParams.get('scope')).toBe('bot applications.commands');
    expect(new URL(user).searchParams.get('scope')).toBe('applications.commands');
  });
});

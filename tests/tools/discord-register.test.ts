import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../adapters/discord/commands.ts';
import { type DiscordServer, startDiscordServer } from '../discord/server/server.ts';

const script = fileURLToPath(new URL('../../tools/discord-register.ts', import.meta.url));

function run(env: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env: { PATH: '', ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}

describe('npm run discord:register', () => {
  let server: DiscordServer;
  beforeEach(async () => {
    server = await startDiscordServer();
  });
  afterEach(() => server.stop());

  it('registers, then finds nothing to do, and prints the invitations', async () => {
    const env = { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl };
    const first = await run(env);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining(`Registered ${COMMANDS.length} commands`) });
    expect(first.output).toContain('https://discord.com/oauth2/authorize?client_id=1100000000000000001');
    expect(await run(env)).toMatchObject({ code: 0, output: expect.stringContaining('registered already') });
    expect(server.violations).toEqual([]);
  });

  it('takes an address that ends in slashes', async () => {
    const { code } = await run({ DISCORD_TOKEN: server.token, DISCORD_API_URL: `${server.apiUrl}//` });
    expect(code).toBe(0);
    expect(server.requests.filter(({ path }) => path.includes('//'))).toEqual([]);
  });

  it('names DISCORD_TOKEN when it is wrong or missing, and exits with 1', async () => {
    const wrong = await run({ DISCORD_TOKEN: 'Another-Fake-Token', DISCORD_API_URL: server.apiUrl });
    expect(wrong).toMatchObject({ code: 1, output: expect.stringMatching(/^DISCORD_TOKEN is not accepted/) });
    const missing = await run({ DISCORD_API_URL: server.apiUrl });
    expect(missing).toMatchObject({ code: 1, output: expect.stringMatching(/^DISCORD_TOKEN is missing/) });
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events, HTTPError } from 'discord.js';
import { KyogiError } from '../../src/errors.ts';
import { faultOf } from './faults.ts';

export type ConnectOptions = {
  readonly token: string;
  readonly apiUrl: string;
  /** How long a connection may take to be ready, in milliseconds. */
  readonly readyWithinMs: number;
};

/**
 * Logs in and waits until every shard is ready. On a failure the client is destroyed; trying again is the caller's to decide.
 * @throws KyogiError `config` (the operator's to fix) or `platform` (Discord's), naming the variable and the fix.
 */
export async function connect(client: Client, options: ConnectOptions): Promise<void> {
  try {
    await connectOnce(client, options);
  } catch (error) {
    // A client whose login failed cannot log in again: it ends here, and the next attempt makes another.
    await client.destroy().catch(() => {});
    throw error instanceof KyogiError ? error : unreachable(error, options.apiUrl);
  }
}

async function connectOnce(client: Client, options: ConnectOptions): Promise<void> {
  let closeCode: number | undefined;
  const onClose = (event: { code: number }) => {
    closeCode = event.code;
  };
  client.on(Events.ShardDisconnect, onClose);
  const late = new AbortController();
  try {
    const ready = new Promise<void>((resolve) => {
      if (client.isReady()) resolve();
      else client.once(Events.ClientReady, () => resolve());
    });
    const login = client.login(options.token).then(() => ready);
    // Whichever loses the race is not waited for; it must not end the process.
    login.catch(() => {});
    await Promise.race([
      login,
      sleep(options.readyWithinMs, undefined, { signal: late.signal }).then(() => {
        throw new KyogiError(
          'platform',
          `Discord's gateway did not get ready within ${options.readyWithinMs / 1000} s — check https://discordstatus.com, the network, and DISCORD_API_URL.`,
        );
      }),
    ]);
  } catch (error) {
    throw refusal(error, closeCode) ?? error;
  } finally {
    late.abort();
    client.off(Events.ShardDisconnect, onClose);
  }
}

/** What the operator must change; `undefined` when nothing of theirs is wrong. */
function refusal(error: unknown, closeCode: number | undefined): KyogiError | undefined {
  const badToken =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401) ||
    closeCode === 4004;
  if (badToken) {
    return new KyogiError(
      'config',
      'DISCORD_TOKEN is not accepted by Discord — copy the bot token anew from the developer portal (Bot → Reset Token) and set DISCORD_TOKEN.',
      { cause: error },
    );
  }
  if (closeCode === 4014 || closeCode === 4013) {
    return new KyogiError(
      'config',
      `Discord refused the intents of the application behind DISCORD_TOKEN (${closeCode}) — Kyōgi needs no privileged intent: check in the developer portal (Bot) that the application is not restricted, or use the token of another application.`,
      { cause: error },
    );
  }
  if (closeCode === 4010 || closeCode === 4011) {
    return new KyogiError(
      'config',
      `DISCORD_SHARDS does not fit this bot (${closeCode === 4011 ? 'it is in so many servers that it must be sharded' : 'a shard is outside the total'}) — set DISCORD_SHARDS to auto, or to a range of a total such as 0-3/8.`,
      { cause: error },
    );
  }
  return undefined;
}

function unreachable(error: unknown, apiUrl: string): KyogiError {
  const status = error instanceof HTTPError || error instanceof DiscordAPIError ? ` (${error.status})` : '';
  const host = URL.canParse(apiUrl) ? new URL(apiUrl).host : apiUrl;
  const why = faultOf(error) === 'busy' ? 'cannot be reached or is failing' : 'refused the connection';
  return new KyogiError(
    'platform',
    `Discord at ${host}${status} ${why} — check the network, https://discordstatus.com, and DISCORD_API_URL if a proxy stands between; DISCORD_TOKEN was not the cause.`,
    { cause: error },
  );
}

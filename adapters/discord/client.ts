import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, REST, type RESTOptions } from 'discord.js';
import { persistentShards, type TokenPauses } from './shards.ts';

export type Shards = 'auto' | { readonly first: number; readonly last: number; readonly total: number };

/** Intents: guilds (channels and permissions), and the messages that mention us or come in private. None is privileged. */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** Attempts that discord.js makes again after a 5xx or a timeout. */
const RETRIES = 3;
/** Pauses before a token that was refused is tried again, doubling. Discord lets a bot identify 1,000 times a day. */
export const TOKEN_PAUSES_MS = { first: 5_000, most: 300_000 } as const;
/** A first response is void after 3 s: waiting longer for one answer of the API helps nobody. */
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * A discord.js client that stays small: users, members and messages pass through without piling up, and nothing we send
 * can ping. `apiUrl` is the REST address without a version.
 */
export function createClient(apiUrl: string, shards: Shards, tokenPauses: TokenPauses = TOKEN_PAUSES_MS): Client {
  const client = new Client({
    intents: [...INTENTS],
    // Channels of direct messages are not in any guild's list.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      // A reply comes with the message it replies to, which is looked at once.
      DMMessageManager: 5,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 500,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user?.id },
      GuildMessageManager: 5,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 500,
      MessageManager: 5,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user?.id },
      VoiceStateManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 300, lifetime: 300 },
      users: { interval: 3_600, filter: () => (user) => user.id !== user.client.user?.id },
      guildMembers: { interval: 3_600, filter: () => (member) => member.id !== member.client.user?.id },
    },
    rest: restOptions(apiUrl),
    ws: { buildStrategy: (manager) => persistentShards(manager, tokenPauses) },
    ...shardOptions(shards),
  });
  keepToken(client.rest);
  return client;
}

/** A REST client of its own for what does not answer an event: digests wait for no gateway. */
export function createRest(apiUrl: string, token: string): REST {
  return keepToken(new REST(restOptions(apiUrl)).setToken(token));
}

/** A REST client forgets its token at the first 401, and fails every request from then on; one refusal may be Discord's fault. */
function keepToken(rest: REST): REST {
  const setToken = rest.setToken.bind(rest);
  rest.setToken = (token) => (token === null ? rest : setToken(token));
  return rest;
}

function restOptions(apiUrl: string) {
  return {
    api: apiUrl.replace(/(?<!\/)\/+$/, ''),
    retries: RETRIES,
    timeout: REQUEST_TIMEOUT_MS,
    // Tells of a burst of refusals long before the 10,000 that block an address.
    invalidRequestWarningInterval: 500,
    makeRequest,
  };
}

/**
 * Node's own fetch. By default the REST client sends through the dispatcher that all copies of undici in a process share: where another
 * package brings a newer undici first (Slack's socket does), no file can be uploaded. A network fault is thrown bare, as the client expects.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await fetch(url, init as unknown as RequestInit);
  } catch (error) {
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
};

function shardOptions(shards: Shards): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards === 'auto') return { shards: 'auto' };
  const ids = Array.from({ length: shards.last - shards.first + 1 }, (_, index) => shards.first + index);
  return { shards: ids, shardCount: shards.total };
}

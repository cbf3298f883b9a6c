import { type Client, Routes, Status } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { DigestSender } from '../../src/digest/index.ts';
import type { Adapter } from '../adapter.ts';
import { createChat } from '../chat/chat.ts';
import type { ChatOptions } from '../chat/options.ts';
import { createTokenWatch } from '../chat/token-watch.ts';
import { createUnderWay } from '../chat/under-way.ts';
import { within } from '../chat/within.ts';
import { createClient, createRest, type Shards, TOKEN_PAUSES_MS } from './client.ts';
import { forgetLimits, watchForStepsBack } from './clock-steps.ts';
import { type CommandIds, fetchCommandIds } from './command-mentions.ts';
import { connect } from './connect.ts';
import type { Context } from './context.ts';
import { createCuratorSender } from './curators.ts';
import { createDigestSender } from './digests.ts';
import { listen } from './events.ts';
import { factsOf, faultOf } from './faults.ts';
import { handleInteraction } from './interactions.ts';
import { handleMessage } from './messages.ts';
import { inviteLinks, registerCommands } from './register.ts';
import { welcome } from './welcome.ts';

export type DiscordAdapterConfig = ChatOptions & {
  readonly token: string;
  /** REST address without a version. */
  readonly apiUrl: string;
  readonly shards: Shards;
  /** Whether commands are registered at start when they differ. */
  readonly register: boolean;
  /** How long the gateway may take to be ready, in milliseconds. Default 30 s. */
  readonly readyWithinMs?: number | undefined;
  /** How long `stop` waits for accepted events, in milliseconds. Default 5 s. */
  readonly drainMs?: number | undefined;
  /** Pauses before a reply is tried again while Discord fails, in milliseconds. Default: 10 minutes in all. */
  readonly retryPausesMs?: readonly number[] | undefined;
};

/** Ten minutes in all: within fifteen an interaction can still be answered, and later a question is no longer waited for. */
const RETRY_PAUSES_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 39 }, () => 15_000)];

/** Interactions remembered as taken; the oldest go first. */
const MOST_TAKEN = 2_000;

export type DiscordAdapter = Adapter & {
  readonly name: 'discord';
  ready(): boolean;
  problem(): string | null;
  readonly digests: DigestSender;
  /** Resolves when nothing accepted is under way. */
  idle(): Promise<void>;
  /** Addresses that add the bot; `undefined` before `start`. */
  invites(): { readonly server: string; readonly user: string } | undefined;
};

/**
 * Kyōgi on Discord: slash commands, mentions, direct messages and buttons over one gateway connection, without a privileged
 * intent.
 */
export function createDiscordAdapter(config: DiscordAdapterConfig): DiscordAdapter {
  const { log } = config;
  // Made anew by every attempt to start.
  let client: Client | undefined;
  let commandIds: CommandIds = new Map();
  /** Settled once they were asked for, whatever came of it. */
  const idsKnown = Promise.withResolvers<void>();
  const chat = createChat('discord', config);
  const tokenPauses = config.tokenPausesMs ?? TOKEN_PAUSES_MS;
  const restOfDigests = createRest(config.apiUrl, config.token);
  const token = createTokenWatch({
    platform: 'discord',
    problem: (code) =>
      `Discord does not accept DISCORD_TOKEN (${code}): it is tried again; if it was reset, copy the new one from the developer portal (Bot → Reset Token), set DISCORD_TOKEN and restart.`,
    probe: () =>
      restOfDigests.get(Routes.user()).then(
        () => undefined,
        (error: unknown) => {
          if (faultOf(error) === 'unauthorised') return '401';
          throw error;
        },
      ),
    log,
    pauses: tokenPauses,
  });
  const context: Context = {
    ...chat,
    token,
    me: () => client?.user?.id,
    commandIds: () => commandIds,
    retryPausesMs: config.retryPausesMs ?? RETRY_PAUSES_MS,
  };
  const underWay = createUnderWay((error) => log.error(factsOf(error), 'An event of Discord could not be handled.'));
  let stopping = false;

  /** A session that is resumed replays events from the last that Discord knows we heard of. */
  const taken = new LRUCache<string, true>({ max: MOST_TAKEN });
  const isNew = (interaction: string) => {
    if (taken.has(interaction)) return false;
    taken.set(interaction, true);
    return true;
  };
  const idle = async () => {
    await underWay.idle();
    await chat.conversations.settled();
  };

  const endWatch = watchForStepsBack((byMs) => {
    log.warn({ byMs }, 'The clock was set back; what was known of rate limits is forgotten.');
    for (const rest of [restOfDigests, client?.rest]) if (rest !== undefined) forgetLimits(rest);
  });

  async function bringCommands(fresh: Client, application: string): Promise<void> {
    try {
      const { changed, commands } = await registerCommands(fresh.rest, application);
      log.info({ commands }, changed ? 'Commands registered.' : 'Commands were registered already.');
    } catch (error) {
      // Yesterday's commands still work; a bot that answers is worth more than one that does not start.
      log.error(factsOf(error), 'Commands could not be registered; run npm run discord:register.');
    }
  }

  return {
    name: 'discord',
    digests: createDigestSender(restOfDigests, log, token, config.pages),
    curators: createCuratorSender(restOfDigests, log, token),
    idle,
    problem: () => token.problem(),
    ready: () => !stopping && client !== undefined && client.isReady() && everyShardReady(client),
    invites: () => (client?.application ? inviteLinks(client.application.id) : undefined),

    async start() {
      const fresh = createClient(config.apiUrl, config.shards, tokenPauses);
      listen(fresh, {
        log,
        metrics: chat.metrics,
        onTokenRefused: () => token.refused('4004'),
        onInteraction: (interaction) => {
          if (!stopping && isNew(interaction.id)) underWay.add(handleInteraction(context, interaction));
        },
        onServer: (guild) => {
          // A hello names commands.
          underWay.add(idsKnown.promise.then(() => (stopping ? undefined : welcome(context, guild))));
        },
        onMessage: (message) => {
          if (!stopping) underWay.add(handleMessage(context, message));
        },
      });
      client = fresh;
      await connect(fresh, {
        token: config.token,
        apiUrl: config.apiUrl,
        readyWithinMs: config.readyWithinMs ?? 30_000,
      });
      const application = fresh.application?.id;
      if (application === undefined) return;
      const links = inviteLinks(application);
      log.info({ servers: fresh.guilds.cache.size, shards: fresh.ws.shards.size }, 'The bot is ready on Discord.');
      log.info({}, `Add Kyōgi to a server:\n${links.server}`);
      log.info({}, `Add Kyōgi to your own account:\n${links.user}`);
      if (config.register) await bringCommands(fresh, application);
      try {
        commandIds = await fetchCommandIds(fresh.rest, application);
      } catch (error) {
        log.warn(factsOf(error), 'The ids of the commands could not be read; texts name them without a link.');
      }
      idsKnown.resolve();
    },

    async stop() {
      if (stopping) return;
      stopping = true;
      idsKnown.resolve();
      endWatch();
      token.stop();
      await within(config.drainMs ?? 5_000, idle(), undefined);
      chat.conversations.close();
      await client?.destroy();
    },
  };
}

function everyShardReady(client: Client): boolean {
  return client.ws.shards.size > 0 && client.ws.shards.every((shard) => shard.status === Status.Ready);
}

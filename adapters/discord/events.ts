import { type Client, Events, GatewayCloseCodes, type Guild, type Interaction, type Message } from 'discord.js';
import type { ChatLog, ChatMetrics } from '../chat/options.ts';
import { factsOf } from './faults.ts';

export type Listeners = {
  readonly log: ChatLog;
  readonly metrics: ChatMetrics;
  /** The gateway refused the token of a connection that worked; it is tried again. */
  onTokenRefused(): void;
  /** Must not throw. */
  onInteraction(interaction: Interaction): void;
  onMessage(message: Message): void;
  /** A server that the bot is in, at every connection anew, or that it has just joined. */
  onServer(guild: Guild): void;
};

/** Wires a client: events to their handlers, the connection's ups and downs to the log and the metrics. */
export function listen(client: Client, listeners: Listeners): void {
  const { log, metrics } = listeners;
  client.on(Events.InteractionCreate, (interaction) => listeners.onInteraction(interaction));
  client.on(Events.GuildCreate, (guild) => listeners.onServer(guild));
  client.on(Events.GuildAvailable, (guild) => listeners.onServer(guild));
  client.on(Events.MessageCreate, (message) => listeners.onMessage(message));
  // Every try that fails is told of by discord.js as another loss.
  const lost = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard)) log.warn({ shard }, 'The gateway was lost; connecting again until it is there.');
    lost.add(shard);
  });
  const back = (shard: number, how: string) => {
    if (!lost.delete(shard)) return;
    metrics.onReconnect?.('discord');
    log.info({ shard }, `The gateway is connected again; ${how}.`);
  };
  client.on(Events.ShardResume, (shard, replayed) => back(shard, `the session was resumed, ${replayed} events late`));
  client.on(Events.ShardReady, (shard) =>
    back(shard, 'Discord began a new session, so what was said meanwhile is lost'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    lost.add(shard);
    if (code === GatewayCloseCodes.AuthenticationFailed) listeners.onTokenRefused();
    else log.error({ shard, code }, 'The gateway ended the connection for good; restart once the cause is fixed.');
  });
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ ...factsOf(error), shard }, 'The gateway reported a fault.'),
  );
  client.on(Events.Error, (error) => log.error(factsOf(error), 'The Discord client reported a fault.'));
  client.rest.on('rateLimited', ({ route, timeToReset, global, scope }) => {
    metrics.onRetry?.('discord');
    log.debug(
      { route: route.replace(/\/[\w-]{40,}/g, '/:token'), timeToReset, global, scope },
      'Waiting for a rate limit.',
    );
  });
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn({ count, remainingTime }, 'Discord refused many requests; it blocks an address at 10,000 in 10 minutes.');
  });
}

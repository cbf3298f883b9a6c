import { type Client, Events, type Interaction, type Message } from 'discord.js';
import type { DiscordLog, DiscordMetrics } from './context.ts';
import { factsOf } from './faults.ts';

export type Listeners = {
  readonly log: DiscordLog;
  readonly metrics: DiscordMetrics;
  /** Must not throw. */
  onInteraction(interaction: Interaction): void;
  onMessage(message: Message): void;
};

/** Wires a client: events to their handlers, the connection's ups and downs to the log and the metrics. */
export function listen(client: Client, listeners: Listeners): void {
  const { log, metrics } = listeners;
  client.on(Events.InteractionCreate, (interaction) => listeners.onInteraction(interaction));
  client.on(Events.MessageCreate, (message) => listeners.onMessage(message));
  client.on(Events.ShardResume, () => metrics.onReconnect?.('discord'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'The gateway was lost; connecting again.'));
  client.on(Events.ShardReady, (shard) => log.debug({ shard }, 'A shard is ready.'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code }, 'The gateway ended the connection for good; restart once the cause is fixed.');
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

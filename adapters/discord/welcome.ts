import { ChannelType, type Guild, type GuildTextBasedChannel, MessageFlags } from 'discord.js';
import type { Language } from '../../src/text/index.ts';
import type { Context } from './context.ts';
import { factsOf } from './faults.ts';
import { renderWelcome } from './help.ts';
import { missingTo } from './where.ts';

/** Joined longer ago than this is no news: servers are told of at every connection anew. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * Says hello in a server that the bot has just joined: in the system channel, else in the first where it may post. Once, through
 * restarts and reconnects, for the claim holds until the joining is no news any more. Never rejects.
 */
export async function welcome(context: Context, guild: Guild): Promise<void> {
  const now = context.clock().epochMilliseconds;
  const joined = guild.joinedTimestamp;
  if (!Number.isFinite(joined) || now - joined > FRESH_MS) return;
  try {
    // A store that fails must not make a second hello: without a claim there is none.
    if (!(await context.store.claim(`discord:welcome:${guild.id}`, now, now + 2 * FRESH_MS))) return;
    const channel = channelFor(guild);
    if (channel === undefined) return;
    const { content, components } = renderWelcome(languagesOf(guild, context.fallbackLanguage), context.commandIds());
    await channel.send({ content, components: [...components], flags: MessageFlags.SuppressNotifications });
  } catch (error) {
    context.log.warn({ ...factsOf(error), guild: guild.id }, 'A server could not be welcomed.');
  }
}

/** A server's locale is English unless somebody chose another: only a Japanese one tells who reads. */
function languagesOf(guild: Guild, fallback: Language): readonly Language[] {
  if (guild.preferredLocale === 'ja') return ['ja'];
  return fallback === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
}

function channelFor(guild: Guild): GuildTextBasedChannel | undefined {
  const texts = [...guild.channels.cache.values()]
    .filter((channel) => channel.type === ChannelType.GuildText)
    .sort((a, b) => a.rawPosition - b.rawPosition);
  const { systemChannel } = guild;
  return [...(systemChannel === null ? [] : [systemChannel]), ...texts].find((channel) => {
    const missing = missingTo(channel);
    return missing?.every((name) => name === 'EmbedLinks');
  });
}

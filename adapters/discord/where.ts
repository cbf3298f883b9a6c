import type { Channel, GuildTextBasedChannel } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import type { PermissionName } from './refusals.ts';

/** What a channel lets us do; `unknown` when it is not in the cache (then Discord's answer decides). */
export type Access = 'ok' | 'no-posting' | 'no-embeds' | 'unknown';

/** Whether a channel is a thread, where everybody talks about one thing. */
export function isThreadLike(channel: Channel | null): boolean {
  return channel?.isThread() ?? false;
}

/** Reads permissions from the cache, without a call. */
export function accessTo(channel: GuildTextBasedChannel): Access {
  const me = channel.guild.members.me;
  if (me === null) return 'unknown';
  const permissions = channel.permissionsFor(me);
  if (permissions === null) return 'unknown';
  return accessFrom(permissions.bitfield, channel.isThread());
}

/** What posting in a channel needs and the cache says that we lack; `fallback` where it cannot tell. */
export function missingIn(channel: Channel | null, fallback: PermissionName): readonly PermissionName[] {
  const thread = isThreadLike(channel);
  const needed: PermissionName[] = ['ViewChannel', thread ? 'SendMessagesInThreads' : 'SendMessages'];
  const me = channel !== null && 'guild' in channel ? channel.guild.members.me : null;
  const permissions = me === null || channel === null || !('guild' in channel) ? null : channel.permissionsFor(me);
  const missing = needed.filter((name) => permissions?.has(PermissionFlagsBits[name]) === false);
  if (missing.length > 0) return missing;
  return fallback === 'SendMessages' && thread ? ['SendMessagesInThreads'] : [fallback];
}

/** The same from a bitfield that Discord sent with an interaction. */
export function accessFrom(permissions: bigint, thread: boolean): Access {
  const has = (flag: bigint) =>
    (permissions & flag) === flag || (permissions & PermissionFlagsBits.Administrator) !== 0n;
  const send = thread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!has(PermissionFlagsBits.ViewChannel) || !has(send)) return 'no-posting';
  return has(PermissionFlagsBits.EmbedLinks) ? 'ok' : 'no-embeds';
}

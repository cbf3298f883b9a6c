import type { Channel, GuildTextBasedChannel } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';

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

/** The same from a bitfield that Discord sent with an interaction. */
export function accessFrom(permissions: bigint, thread: boolean): Access {
  const has = (flag: bigint) =>
    (permissions & flag) === flag || (permissions & PermissionFlagsBits.Administrator) !== 0n;
  const send = thread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  if (!has(PermissionFlagsBits.ViewChannel) || !has(send)) return 'no-posting';
  return has(PermissionFlagsBits.EmbedLinks) ? 'ok' : 'no-embeds';
}

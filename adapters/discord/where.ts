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
  const missing = missingTo(channel);
  if (missing === undefined) return 'unknown';
  if (missing.length === 0) return 'ok';
  return missing.every((name) => name === 'EmbedLinks') ? 'no-embeds' : 'no-posting';
}

/** What posting in a channel needs and the cache says that we lack; `fallback` where it cannot tell. */
export function missingIn(channel: Channel | null, fallback: PermissionName): readonly PermissionName[] {
  const known = channel !== null && 'guild' in channel && channel.isTextBased() ? missingTo(channel) : undefined;
  const missing = (known ?? []).filter((name) => name !== 'EmbedLinks');
  if (missing.length > 0) return missing;
  return fallback === 'SendMessages' && isThreadLike(channel) ? ['SendMessagesInThreads'] : [fallback];
}

/** What we lack of what an answer with its embed needs; `undefined` when the cache cannot tell. */
export function missingTo(channel: GuildTextBasedChannel): readonly PermissionName[] | undefined {
  const me = channel.guild.members.me;
  const permissions = me === null ? null : channel.permissionsFor(me);
  return permissions === null ? undefined : missingFrom(permissions.bitfield, channel.isThread());
}

/** The same from a bitfield that Discord sent with an interaction. */
export function missingFrom(permissions: bigint, thread: boolean): readonly PermissionName[] {
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  const needed: PermissionName[] = ['ViewChannel', thread ? 'SendMessagesInThreads' : 'SendMessages', 'EmbedLinks'];
  return needed.filter((name) => (permissions & PermissionFlagsBits[name]) === 0n);
}

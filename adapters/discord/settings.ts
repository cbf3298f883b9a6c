import type { ChannelSettings, Store } from '../../src/store/store.ts';
import type { ChatLog } from '../chat/options.ts';
import { factsOf } from './faults.ts';

/** Milliseconds a channel's settings are trusted before they are read again. */
const FRESH_MS = 60_000;
const MOST = 2_000;

/** Reads a channel's settings through a small memory, so that an answer rarely waits for the database. */
export function createSettings(
  store: Pick<Store, 'loadChannelSettings'>,
  nowMs: () => number,
  log: ChatLog,
): (guild: string, channel: string) => Promise<ChannelSettings> {
  const known = new Map<string, { settings: ChannelSettings; readAt: number }>();

  return async function settingsOf(guild, channel) {
    const present = known.get(channel);
    if (present !== undefined && Math.abs(nowMs() - present.readAt) < FRESH_MS) return present.settings;
    try {
      const settings = await store.loadChannelSettings('discord', guild, channel);
      known.delete(channel);
      known.set(channel, { settings, readAt: nowMs() });
      if (known.size > MOST) {
        const [oldest] = known.keys();
        if (oldest !== undefined) known.delete(oldest);
      }
      return settings;
    } catch (error) {
      log.warn(factsOf(error), 'Channel settings could not be read; using the defaults.');
      return present?.settings ?? {};
    }
  };
}

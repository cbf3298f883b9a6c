import type { ChannelSettings, Store } from '../../src/store/store.ts';
import type { ChatLog } from '../chat/options.ts';
import type { Pace } from './channel-queue.ts';

/** How channels are set: read at every question, so kept for half a minute; at most 5,000 channels, the oldest read go first. */
export type Settings = {
  /** The defaults when they cannot be read. Another process's change shows after half a minute at most. */
  load(team: string, channel: string): Promise<ChannelSettings>;
  /** Applies at once in this process. @throws what the store throws. */
  save(team: string, channel: string, settings: ChannelSettings): Promise<void>;
};

const KEEP_MS = 30_000;
const MOST_CHANNELS = 5_000;

export function createSettings(options: {
  store: Pick<Store, 'loadChannelSettings' | 'saveChannelSettings'>;
  pace: Pace;
  log: ChatLog;
}): Settings {
  const { store, pace, log } = options;
  const known = new Map<string, { settings: ChannelSettings; until: number }>();

  function keep(key: string, settings: ChannelSettings): void {
    known.delete(key);
    known.set(key, { settings, until: pace.now() + KEEP_MS });
    if (known.size <= MOST_CHANNELS) return;
    const [oldest] = known.keys();
    if (oldest !== undefined) known.delete(oldest);
  }

  return {
    async load(team, channel) {
      const key = `${team}:${channel}`;
      const kept = known.get(key);
      if (kept !== undefined && kept.until > pace.now()) return kept.settings;
      try {
        const settings = await store.loadChannelSettings('slack', team, channel);
        keep(key, settings);
        return settings;
      } catch (error) {
        log.warn({ err: error }, 'Channel settings could not be read; the defaults apply.');
        return {};
      }
    },

    async save(team, channel, settings) {
      await store.saveChannelSettings('slack', team, channel, settings);
      keep(`${team}:${channel}`, settings);
    },
  };
}

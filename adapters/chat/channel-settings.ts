import { LRUCache } from 'lru-cache';
import type { ChannelSettings, Store } from '../../src/store/index.ts';
import type { ChatLog } from './options.ts';

/** How channels are set: read at every question, so kept for half a minute. */
export type Settings = {
  /** The defaults when they cannot be read. Another process's change shows after half a minute at most. */
  load(workspace: string, channel: string): Promise<ChannelSettings>;
  /** Applies at once in this process. @throws what the store throws. */
  save(workspace: string, channel: string, settings: ChannelSettings): Promise<void>;
};

const KEEP_MS = 30_000;
/** The oldest read go first. */
const MOST_CHANNELS = 5_000;

export function createSettings(options: {
  readonly platform: string;
  readonly store: Pick<Store, 'loadChannelSettings' | 'saveChannelSettings'>;
  /** A clock that may be set back: what is far from now in either direction is read again. */
  readonly nowMs: () => number;
  readonly log: Pick<ChatLog, 'warn'>;
}): Settings {
  const { platform, store, nowMs, log } = options;
  const known = new LRUCache<string, { settings: ChannelSettings; readAt: number }>({ max: MOST_CHANNELS });

  function keep(key: string, settings: ChannelSettings): void {
    known.set(key, { settings, readAt: nowMs() });
  }

  return {
    async load(workspace, channel) {
      const key = `${workspace}:${channel}`;
      const kept = known.get(key);
      if (kept !== undefined && Math.abs(nowMs() - kept.readAt) < KEEP_MS) return kept.settings;
      try {
        const settings = await store.loadChannelSettings(platform, workspace, channel);
        keep(key, settings);
        return settings;
      } catch (error) {
        log.warn({ err: error }, 'Channel settings could not be read; the ones last known apply, else the defaults.');
        return kept?.settings ?? {};
      }
    },

    async save(workspace, channel, settings) {
      await store.saveChannelSettings(platform, workspace, channel, settings);
      keep(`${workspace}:${channel}`, settings);
    },
  };
}

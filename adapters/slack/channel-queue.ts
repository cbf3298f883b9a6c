import { LIMITS } from './limits.ts';

/** How time passes; an argument, so that tests need not wait. */
export type Pace = {
  /** Monotonic milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
};

export const realPace: Pace = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Lets one message a second into each channel, in order, as Slack asks. `hold` makes a channel wait longer, after a 429.
 * A channel costs memory only while something waits in it or its last second runs.
 */
export function createChannelQueue(pace: Pace = realPace, intervalMs: number = LIMITS.channelIntervalMs) {
  const lanes = new Map<string, { tail: Promise<void>; freeAt: number; waiting: number }>();

  return {
    /** Runs `work` when the channel is free; rejects as `work` does. */
    run<T>(channel: string, work: () => Promise<T>): Promise<T> {
      const lane = lanes.get(channel) ?? { tail: Promise.resolve(), freeAt: 0, waiting: 0 };
      lanes.set(channel, lane);
      lane.waiting += 1;
      const result = lane.tail.then(async () => {
        const wait = lane.freeAt - pace.now();
        if (wait > 0) await pace.sleep(wait);
        lane.freeAt = pace.now() + intervalMs;
        return work();
      });
      lane.tail = result.then(settle, settle);
      return result;

      function settle() {
        lane.waiting -= 1;
        if (lane.waiting === 0 && lanes.size > 1_000) dropIdle();
      }
    },

    hold(channel: string, ms: number): void {
      const lane = lanes.get(channel);
      if (lane !== undefined) lane.freeAt = Math.max(lane.freeAt, pace.now() + ms);
    },
  };

  function dropIdle() {
    const now = pace.now();
    for (const [channel, lane] of lanes) if (lane.waiting === 0 && lane.freeAt <= now) lanes.delete(channel);
  }
}

export type ChannelQueue = ReturnType<typeof createChannelQueue>;

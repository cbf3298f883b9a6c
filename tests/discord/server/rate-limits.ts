/** Limits a bot is held to; documented as subject to change, so tests name theirs. */
export type RateLimits = {
  /** Requests a second over everything; documented as 50. */
  readonly globalPerSecond: number;
  /** Messages into one channel within `channelWindowMs`. */
  readonly channelMessages: number;
  readonly channelWindowMs: number;
};

type Limited = {
  readonly headers: Record<string, string>;
  /** The 429, when the request is over a limit. */
  readonly refused: { status: number; body: object; headers: Record<string, string> } | undefined;
};

type Window = { since: number; used: number };

/**
 * Counts requests as Discord does, a bot at a time, whichever process they come from, and words the headers and 429s.
 * @see https://docs.discord.com/developers/topics/rate-limits
 */
export function createRateLimits(limits: RateLimits, now: () => number) {
  const windows = new Map<string, Window>();

  /** Milliseconds until there is room; 0 when this request had some. */
  function take(key: string, most: number, lengthMs: number): { waitMs: number; window: Window } {
    const at = now();
    let window = windows.get(key);
    if (window === undefined || at >= window.since + lengthMs) {
      window = { since: at, used: 0 };
      windows.set(key, window);
    }
    if (window.used >= most) return { waitMs: window.since + lengthMs - at, window };
    window.used += 1;
    return { waitMs: 0, window };
  }

  return (authorization: string, method: string, path: string): Limited => {
    const global = take(authorization, limits.globalPerSecond, 1_000);
    if (global.waitMs > 0) {
      return { headers: {}, refused: refusal(global.waitMs, true, { 'x-ratelimit-global': 'true' }) };
    }
    const channel = method === 'POST' ? /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] : undefined;
    if (channel === undefined) return { headers: {}, refused: undefined };
    const { channelMessages, channelWindowMs } = limits;
    const own = take(`${authorization} ${channel}`, channelMessages, channelWindowMs);
    const resetMs = own.window.since + channelWindowMs;
    const headers = {
      'x-ratelimit-limit': String(channelMessages),
      'x-ratelimit-remaining': String(channelMessages - own.window.used),
      'x-ratelimit-reset': String(resetMs / 1000),
      'x-ratelimit-reset-after': String((resetMs - now()) / 1000),
      'x-ratelimit-bucket': 'channel-messages',
    };
    return { headers, refused: own.waitMs > 0 ? refusal(own.waitMs, false, headers) : undefined };
  };
}

function refusal(waitMs: number, global: boolean, headers: Record<string, string>): Limited['refused'] {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: waitMs / 1000, global },
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'x-ratelimit-scope': global ? 'global' : 'user',
    },
  };
}

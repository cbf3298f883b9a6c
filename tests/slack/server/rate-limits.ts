/** Limits an app is held to in one workspace; Slack documents them roughly, so tests name theirs. */
export type RateLimits = {
  /** Milliseconds between two messages into one channel; documented as one second. */
  readonly channelMs: number;
  /** Messages a minute over all channels; documented as "several hundred". */
  readonly messagesPerMinute: number;
  /** How many of them may come at once; documented as "generous". */
  readonly messageBurst: number;
  /** Calls a minute of each method for files; tier 4, documented as at least 100. */
  readonly filesPerMinute: number;
};

const MINUTE_MS = 60_000;

/**
 * Counts calls as Slack does, by method and workspace (here: token), whichever process they come from. Gives the seconds of
 * `Retry-After`, 0 for a call that may go on.
 * @see https://docs.slack.dev/apis/web-api/rate-limits and https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function createRateLimits(limits: RateLimits, now: () => number) {
  const buckets = new Map<string, { left: number; at: number }>();
  const lastInto = new Map<string, number>();

  /** A bucket that fills at `perMinute` up to `most`: milliseconds until it has one to give. */
  function bucketOf(key: string, perMinute: number, most: number) {
    const bucket = buckets.get(key) ?? { left: most, at: now() };
    buckets.set(key, bucket);
    bucket.left = Math.min(most, bucket.left + ((now() - bucket.at) * perMinute) / MINUTE_MS);
    bucket.at = now();
    return { bucket, waitMs: bucket.left >= 1 ? 0 : ((1 - bucket.left) * MINUTE_MS) / perMinute };
  }

  return (token: string, method: string, body: { channel?: string }): number => {
    const key = `${token} ${method}`;
    if (method.startsWith('files.')) {
      const { bucket, waitMs } = bucketOf(key, limits.filesPerMinute, limits.filesPerMinute);
      if (waitMs === 0) bucket.left -= 1;
      return Math.ceil(waitMs / 1000);
    }
    if (method !== 'chat.postMessage') return 0;
    const { bucket, waitMs } = bucketOf(key, limits.messagesPerMinute, limits.messageBurst);
    const into = `${token} ${body.channel}`;
    const last = lastInto.get(into);
    const wait = Math.max(waitMs, last === undefined ? 0 : last + limits.channelMs - now());
    if (wait > 0) return Math.ceil(wait / 1000);
    bucket.left -= 1;
    lastInto.set(into, now());
    return 0;
  };
}

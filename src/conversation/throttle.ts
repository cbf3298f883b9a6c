import { LRUCache } from 'lru-cache';
/** What a person's next question meets. */
export type Verdict = 'ok' | 'notice' | 'notice-to-channel' | 'silent';

export type ThrottleOptions = {
  /** Questions a minute, refilled evenly; also the burst. */
  readonly userPerMinute: number;
  readonly channelPerMinute: number;
  /** Buckets kept; the least recently used go first. Default 10,000. */
  readonly most?: number;
};

type Bucket = { tokens: number; at: number; noticeAt: number };
const NOTICE_TO = { person: 'notice', channel: 'notice-to-channel' } as const;

const MINUTE_MS = 60_000;

/**
 * Token buckets for people and channels. Over the limit the first refusal within a minute is `notice` (say so, once), the
 * rest are `silent`; where the channel is full it is told as a whole, once, whoever asks. Memory is bounded by `most` buckets of each kind.
 */
export function createThrottle(options: ThrottleOptions) {
  const max = options.most ?? 10_000;
  const users = new LRUCache<string, Bucket>({ max });
  const channels = new LRUCache<string, Bucket>({ max });

  return {
    /** `nowMs`: milliseconds of a clock that does not step, such as `performance.now()`. */
    allow(user: string, channel: string, nowMs: number): Verdict {
      const ofUser = bucket(users, user, options.userPerMinute, nowMs);
      const ofChannel = bucket(channels, channel, options.channelPerMinute, nowMs);
      if (ofUser.tokens >= 1 && ofChannel.tokens >= 1) {
        ofUser.tokens -= 1;
        ofChannel.tokens -= 1;
        return 'ok';
      }
      const [full, who] = ofUser.tokens < 1 ? ([ofUser, 'person'] as const) : ([ofChannel, 'channel'] as const);
      if (nowMs - full.noticeAt < MINUTE_MS) return 'silent';
      full.noticeAt = nowMs;
      return NOTICE_TO[who];
    },
  };
}

function bucket(buckets: LRUCache<string, Bucket>, key: string, perMinute: number, nowMs: number): Bucket {
  const known = buckets.get(key);
  // A clock that steps back all the same must neither drain nor overfill a bucket.
  const elapsed = Math.max(0, nowMs - (known?.at ?? nowMs));
  const tokens = Math.min(perMinute, (known?.tokens ?? perMinute) + (elapsed * perMinute) / MINUTE_MS);
  const next = known ?? { tokens, at: nowMs, noticeAt: Number.NEGATIVE_INFINITY };
  next.tokens = tokens;
  next.at = nowMs;
  buckets.set(key, next);
  return next;
}

import { composeDigest } from '../../src/digest/compose.ts';
import type { DigestSender, SendOutcome } from '../../src/digest/delivery.ts';
import { pauseNotice } from '../../src/digest/describe.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { createDigestRunner, type DigestRunnerOptions } from '../../src/digest/runner.ts';
import type { Platform, Subscription } from '../../src/digest/subscription.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import type { Store } from '../../src/store/store.ts';
import { consultation, knowledgeOf } from './knowledge-fixture.ts';

/** Something on 30 March of an earlier year, so that 30 March 2026 is not a quiet day. */
export const eventful: KnowledgeBase = knowledgeOf([
  consultation({ id: '2025-03-30-talks', date: '2025-03-30', addedOn: '2025-04-01' }),
]);

export function subscriptionOf(fields: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub1',
    platform: 'discord',
    workspace: 'guild',
    // A channel has no two subscriptions that are the same.
    channel: fields.id === undefined ? 'channel1' : `channel-of-${fields.id}`,
    subscriber: 'user1',
    time: '09:00',
    zone: 'Asia/Tokyo',
    rhythm: 'daily',
    language: 'en',
    filters: {},
    quietDays: 'skip',
    state: 'active',
    pausedFor: null,
    seenThrough: '2026-01-01',
    createdAt: '2026-01-01T00:00:00Z',
    ...fields,
  };
}

/** A clock that only moves when told to. */
export type VirtualClock = { now(): Temporal.Instant; set(iso: string): void; advance(ms: number): void };

export function virtualClock(iso: string): VirtualClock {
  let now = Temporal.Instant.from(iso);
  return {
    now: () => now,
    set: (to) => {
      now = Temporal.Instant.from(to);
    },
    advance: (ms) => {
      now = now.add({ milliseconds: ms });
    },
  };
}

/** The real clock, set to an instant. */
export function goingOnFrom(iso: string): Pick<VirtualClock, 'now'> {
  const offset = Temporal.Instant.from(iso).epochMilliseconds - Date.now();
  return { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offset) };
}

export type Post = { readonly subscription: string; readonly key: string; readonly digests: readonly Digest[] };

/** A platform that keeps what is posted; `answers` decides the coming sends, then everything is sent. */
export function fakePlatform(
  platform: Platform = 'discord',
  extra: Partial<Pick<DigestSender, 'find' | 'heldMs' | 'idempotentForMs'>> & { readonly parts?: number } = {},
) {
  const { parts = 1, ...rest } = extra;
  const posts: Post[] = [];
  const notices: string[] = [];
  const answers: (SendOutcome | ((post: () => string) => SendOutcome | Promise<SendOutcome>))[] = [];
  const sender: DigestSender = {
    platform,
    ...rest,
    prepare: async (_subscription, digests) => ({ kind: 'ready', parts: Array.from({ length: parts }, () => digests) }),
    async post(subscription, part, key) {
      const digests = part as readonly Digest[]; // made above
      const post = () => {
        posts.push({ subscription: subscription.id, key, digests });
        return `message${posts.length}`;
      };
      const answer = answers.shift() ?? ((send) => ({ kind: 'sent', messageId: send() }));
      return typeof answer === 'function' ? await answer(post) : answer;
    },
    async notify(subscription, reason) {
      notices.push(pauseNotice(reason, subscription, { ja: '/再開', en: '/resume' }));
    },
  };
  return { sender, posts, notices, answers };
}

export function runnerOf(
  store: Store,
  clock: Pick<VirtualClock, 'now'>,
  sender: DigestSender,
  options: Partial<DigestRunnerOptions> & { knowledge?: KnowledgeBase } = {},
) {
  const { knowledge = eventful, ...rest } = options;
  return createDigestRunner({
    store,
    senders: [sender],
    desk: () => ({ digest: (request) => composeDigest(knowledge, request), knowledge: () => knowledge }),
    clock: clock.now,
    owner: 'process-a',
    ...rest,
  });
}

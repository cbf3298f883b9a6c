import { createDesk } from '../../src/desk.ts';
import { createDigestService } from '../../src/digest/service.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { openStore } from '../../src/store/open.ts';
import type { Language } from '../../src/text/language.ts';
import { drawTimeline } from '../../src/timeline/drawn.ts';
import { samples } from '../adapters-fixture.ts';

/** What an adapter works with in the pictures: the project's records, a database in memory, a clock that stands still. */
export async function openRecords() {
  const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));
  const store = await openStore('sqlite::memory:');
  const clock = () => Temporal.Instant.from(samples.now);
  const digests = createDigestService({ store, desk: () => desk, clock, zone: 'Asia/Tokyo' });
  // The first picture waits for its fonts; people rarely see that one.
  const timeline = desk.timeline({ clock: { now: clock(), zone: 'Asia/Tokyo' }, language: 'en' });
  await drawTimeline(timeline, { person: 'first', channel: 'first' });
  return { desk, store, clock, digests };
}

/** A subscription of nothing in particular, in one language. */
export function subscriptionTo(
  place: Pick<Subscription, 'platform' | 'workspace' | 'channel' | 'subscriber'>,
  language: Language,
): Subscription {
  return {
    ...place,
    id: '0123456789abcdef',
    time: '09:00',
    zone: 'Asia/Tokyo',
    rhythm: 'daily',
    language,
    filters: {},
    quietDays: 'skip',
    state: 'active',
    pausedFor: null,
    seenThrough: '2026-01-01',
    createdAt: samples.now,
  };
}

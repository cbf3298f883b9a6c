import { createHash } from 'node:crypto';
import type { Filters } from '../knowledge/filter.ts';
import type { Language } from '../text/language.ts';
import type { PlainDate } from '../time/period.ts';
import type { Rhythm } from './rhythm.ts';

/** A chat platform by the name of its adapter: stored and handed back, never asked about. */
export type Platform = string;

/** A channel's standing order for a digest. */
export type Subscription = {
  readonly id: string;
  readonly platform: Platform;
  /** The platform's id of the server, team or organisation that the channel is in. */
  readonly workspace: string;
  readonly channel: string;
  /** Who subscribed; told when it is paused for a reason of the platform's. */
  readonly subscriber: string;
  /** Local wall time `HH:MM`, 24 h. */
  readonly time: string;
  /** IANA zone. */
  readonly zone: string;
  readonly rhythm: Rhythm;
  readonly language: 'ja' | 'en' | 'both';
  readonly filters: Filters;
  /** What a quiet day gets: nothing, or one line. */
  readonly quietDays: 'skip' | 'say';
  readonly state: 'active' | 'paused';
  /** Why it is paused, e.g. `by-user`, `missing-access`, `channel-gone`; `null` while active. */
  readonly pausedFor: string | null;
  /** Records added after this date are new to this channel; moves on with each delivery. */
  readonly seenThrough: PlainDate;
  /** Version of the knowledge last shown: tells records put in service late, or twice on one day. Absent: dates alone decide. */
  readonly seenVersion?: string | undefined;
  /** ISO 8601 instant. */
  readonly createdAt: string;
  /** ISO 8601 instant of the last change of time, zone or rhythm, or of resuming: of what was due before it, only that day's digest is owed. Absent: `createdAt`. */
  readonly changedAt?: string | undefined;
};

/** The languages a subscription is written in, one digest each. */
export function languagesOf(language: Subscription['language']): readonly Language[] {
  return language === 'both' ? ['ja', 'en'] : [language];
}

/**
 * What makes two digests of a channel the same: time, zone, rhythm, language and filters, whatever the order of their ids. Stored, and
 * unique in a channel; a change of this form needs a migration that works it out anew.
 */
export function fingerprintOf({
  time,
  zone,
  rhythm,
  language,
  filters,
}: Pick<Subscription, 'time' | 'zone' | 'rhythm' | 'language' | 'filters'>): string {
  const chosen = Object.entries(filters)
    .filter(([, ids]) => ids !== undefined && ids.length > 0)
    .map(([kind, ids]) => [kind, [...new Set(ids)].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    createHash('sha256')
      // Every day left out: so it was written before there were other rhythms.
      .update(JSON.stringify([time, zone, language, chosen, ...(rhythm === 'daily' ? [] : [rhythm])]))
      .digest('hex')
      .slice(0, 32)
  );
}

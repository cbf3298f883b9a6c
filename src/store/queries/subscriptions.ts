import type { Kysely } from 'kysely';
import { rhythmNamed } from '../../digest/rhythm.ts';
import { fingerprintOf, type Subscription } from '../../digest/subscription.ts';
import { KyogiError } from '../../errors.ts';
import type { Filters } from '../../knowledge/filter.ts';
import type { SubscriptionRow, Tables } from '../schema.ts';
import type { Store } from '../store.ts';

type Part = Pick<
  Store,
  'addSubscription' | 'updateSubscription' | 'removeSubscription' | 'loadSubscription' | 'listSubscriptions'
>;

/** Standing orders. */
export function subscriptionQueries(database: Kysely<Tables>): Part {
  return {
    async addSubscription(subscription, most = Number.POSITIVE_INFINITY) {
      const row = toRow(subscription);
      const { platform, workspace, channel, fingerprint } = row;
      // Who lost a slot to somebody else looks again: each round fills one at least, so the rounds end.
      for (;;) {
        const others = await database
          .selectFrom('subscriptions')
          .select(['fingerprint', 'slot'])
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('channel', '=', channel)
          .execute();
        if (others.some((other) => other.fingerprint === fingerprint)) return 'exists';
        if (others.length >= most) return 'full';
        const slot = freeSlot(others);
        const added = await database
          .insertInto('subscriptions')
          .values({ ...row, slot })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added !== undefined) return 'added';
        if (await hasSubscription(database, row.id)) {
          throw new KyogiError('store', `There is a subscription with the id ${row.id} already.`);
        }
      }
    },

    async updateSubscription(id, change) {
      const columns = { ...toChanges(change), ...(await newFingerprint(database, id, change)) };
      if (Object.keys(columns).length === 0) {
        return hasSubscription(database, id);
      }
      const changed = await database
        .updateTable('subscriptions')
        .set(columns)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return changed !== undefined;
    },

    async removeSubscription(id) {
      const removed = await database
        .deleteFrom('subscriptions')
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return removed !== undefined;
    },

    async loadSubscription(id) {
      const row = await database.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },

    async listSubscriptions(where) {
      let query = database.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id');
      for (const column of ['platform', 'workspace', 'channel', 'subscriber', 'state'] as const) {
        const value = where[column];
        if (value !== undefined) query = query.where(column, '=', value);
      }
      return (await query.execute()).map(fromRow);
    },
  };
}

async function hasSubscription(database: Kysely<Tables>, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('subscriptions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

/** The lowest number that none has: below `most` while there are fewer. */
function freeSlot(others: readonly { slot: number }[]): number {
  const taken = new Set(others.map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot += 1;
  return slot;
}

/** What a change of time, zone, rhythm, language or filters makes of the fingerprint. */
async function newFingerprint(
  database: Kysely<Tables>,
  id: string,
  change: Parameters<Store['updateSubscription']>[1],
): Promise<{ fingerprint?: string }> {
  const { time, zone, rhythm, language, filters } = change;
  if ([time, zone, rhythm, language, filters].every((each) => each === undefined)) return {};
  const row = await database.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return {};
  const before = fromRow(row);
  return {
    fingerprint: fingerprintOf({
      time: time ?? before.time,
      zone: zone ?? before.zone,
      rhythm: rhythm ?? before.rhythm,
      language: language ?? before.language,
      filters: filters ?? before.filters,
    }),
  };
}

function toRow(subscription: Subscription): Omit<SubscriptionRow, 'slot'> {
  return {
    id: subscription.id,
    platform: subscription.platform,
    workspace: subscription.workspace,
    channel: subscription.channel,
    subscriber: subscription.subscriber,
    time: subscription.time,
    zone: subscription.zone,
    rhythm: subscription.rhythm,
    language: subscription.language,
    filters: JSON.stringify(subscription.filters),
    quiet_days: subscription.quietDays,
    state: subscription.state,
    paused_for: subscription.pausedFor,
    seen_through: subscription.seenThrough,
    seen_version: subscription.seenVersion ?? null,
    created_at: subscription.createdAt,
    changed_at: subscription.changedAt ?? null,
    fingerprint: fingerprintOf(subscription),
  };
}

function toChanges(change: Parameters<Store['updateSubscription']>[1]): Partial<SubscriptionRow> {
  const columns: Partial<SubscriptionRow> = {};
  if (change.workspace !== undefined) columns.workspace = change.workspace;
  if (change.channel !== undefined) columns.channel = change.channel;
  if (change.subscriber !== undefined) columns.subscriber = change.subscriber;
  if (change.time !== undefined) columns.time = change.time;
  if (change.zone !== undefined) columns.zone = change.zone;
  if (change.rhythm !== undefined) columns.rhythm = change.rhythm;
  if (change.language !== undefined) columns.language = change.language;
  if (change.filters !== undefined) columns.filters = JSON.stringify(change.filters);
  if (change.quietDays !== undefined) columns.quiet_days = change.quietDays;
  if (change.state !== undefined) columns.state = change.state;
  if (change.pausedFor !== undefined) columns.paused_for = change.pausedFor;
  if (change.seenThrough !== undefined) columns.seen_through = change.seenThrough;
  if (change.seenVersion !== undefined) columns.seen_version = change.seenVersion;
  if (change.changedAt !== undefined) columns.changed_at = change.changedAt;
  return columns;
}

function fromRow(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    subscriber: row.subscriber,
    time: row.time,
    zone: row.zone,
    rhythm: rhythmNamed(row.rhythm) ?? 'daily',
    language: row.language === 'ja' || row.language === 'en' ? row.language : 'both',
    // Written from a Filters by toRow and toChanges alone.
    filters: JSON.parse(row.filters) as Filters,
    quietDays: row.quiet_days === 'say' ? 'say' : 'skip',
    state: row.state === 'active' ? 'active' : 'paused',
    pausedFor: row.paused_for,
    seenThrough: row.seen_through,
    createdAt: row.created_at,
    ...(row.seen_version === null ? {} : { seenVersion: row.seen_version }),
    ...(row.changed_at === null ? {} : { changedAt: row.changed_at }),
  };
}

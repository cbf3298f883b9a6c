import { type Kysely, sql } from 'kysely';
import { wrongBy } from '../../digest/ledger.ts';
import type { DeliveryRow, Tables } from '../schema.ts';
import type { Delivery, DeliveryState, Store } from '../store.ts';

type Part = Pick<Store, 'claimDelivery' | 'updateDelivery' | 'loadDelivery' | 'listDeliveries'>;

/** States that no claim takes up again. */
const finished: readonly DeliveryState[] = ['sent', 'skipped', 'unknown'];

/** The ledger that keeps a digest from going out twice. */
export function deliveryQueries(database: Kysely<Tables>): Part {
  return {
    async claimDelivery(subscription, localDate, owner, now, leaseUntil, dueAt = now) {
      // One statement decides, so that of any number of processes one gets the row.
      const row = await database
        .insertInto('deliveries')
        .values({
          subscription,
          local_date: localDate,
          state: 'claimed',
          owner,
          lease_until: leaseUntil,
          attempts: 0,
          next_attempt_at: now,
          message_id: null,
          reason: null,
          due_at: dueAt,
          parts: null,
          posted: null,
          sending_since: null,
          under_way_at: null,
          seen_through: null,
          seen_version: null,
          told: null,
          updated_at: now,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['subscription', 'local_date'])
            .doUpdateSet({
              owner,
              lease_until: leaseUntil,
              // Skipped at a time still to come: it begins anew.
              state: sql<DeliveryState>`case when deliveries.state = 'skipped' then 'claimed' else deliveries.state end`,
            })
            .where((row) =>
              row.or([
                row('deliveries.state', 'not in', finished),
                row.and([
                  row('deliveries.state', '=', 'skipped'),
                  row('deliveries.updated_at', '>', now + wrongBy.skippedMs),
                ]),
              ]),
            )
            .where((row) =>
              row.or([
                row('deliveries.next_attempt_at', '<=', now),
                row('deliveries.next_attempt_at', '>', now + wrongBy.attemptMs),
              ]),
            )
            .where((held) =>
              held.or([
                held('deliveries.lease_until', '<=', now),
                held('deliveries.lease_until', '>', now + wrongBy.leaseMs),
                held('deliveries.owner', '=', owner),
              ]),
            ),
        )
        .returningAll()
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async updateDelivery(subscription, localDate, owner, change, now) {
      const move = async (on: Kysely<Tables>) =>
        await on
          .updateTable('deliveries')
          .set({ ...toChanges(change, now), updated_at: now })
          .where('subscription', '=', subscription)
          .where('local_date', '=', localDate)
          .where('owner', '=', owner)
          .where('state', 'not in', finished)
          .returning(['seen_through', 'seen_version'])
          .executeTakeFirst();
      if (change.state !== 'sent') return (await move(database)) !== undefined;

      return await database.transaction().execute(async (transaction) => {
        const row = await move(transaction);
        if (row !== undefined && row.seen_through !== null) {
          await transaction
            .updateTable('subscriptions')
            .set({ seen_through: row.seen_through, seen_version: row.seen_version })
            .where('id', '=', subscription)
            // Digests of two dates may be settled out of order; what was seen last stays.
            .where('seen_through', '<=', row.seen_through)
            .execute();
        }
        return row !== undefined;
      });
    },

    async loadDelivery(subscription, localDate) {
      const row = await database
        .selectFrom('deliveries')
        .selectAll()
        .where('subscription', '=', subscription)
        .where('local_date', '=', localDate)
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async listDeliveries(where) {
      let query = database.selectFrom('deliveries').selectAll().orderBy('local_date', 'desc').orderBy('subscription');
      if (where.subscription !== undefined) query = query.where('subscription', '=', where.subscription);
      if (where.localDate !== undefined) query = query.where('local_date', '=', where.localDate);
      if (where.state !== undefined) query = query.where('state', '=', where.state);
      if (where.since !== undefined) query = query.where('local_date', '>=', where.since);
      return (await query.execute()).map(fromRow);
    },
  };
}

function toChanges(change: Parameters<Store['updateDelivery']>[3], now: number) {
  return {
    ...(change.state === undefined
      ? {}
      : {
          state: change.state,
          sending_since: change.state === 'sending' ? handedOver(change.posted !== undefined, now) : null,
        }),
    ...(change.parts === undefined ? {} : { parts: change.parts }),
    ...(change.posted === undefined ? {} : { posted: JSON.stringify(change.posted) }),
    ...(change.underWayAt === undefined ? {} : { under_way_at: change.underWayAt }),
    ...(change.leaseUntil === undefined ? {} : { lease_until: change.leaseUntil }),
    ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
    ...(change.nextAttemptAt === undefined ? {} : { next_attempt_at: change.nextAttemptAt }),
    ...(change.messageId === undefined ? {} : { message_id: change.messageId }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.seenThrough === undefined ? {} : { seen_through: change.seenThrough }),
    ...(change.seenVersion === undefined ? {} : { seen_version: change.seenVersion }),
    ...(change.told === undefined ? {} : { told: JSON.stringify(change.told) }),
  };
}

/** Of each message the first hand-over counts: a platform that refuses doubles does so from then on. */
function handedOver(isNext: boolean, now: number) {
  return isNext ? now : sql<number>`coalesce(sending_since, ${sql.lit(now)})`;
}

function fromRow(row: DeliveryRow): Delivery {
  return {
    subscription: row.subscription,
    localDate: row.local_date,
    state: row.state,
    owner: row.owner,
    leaseUntil: row.lease_until,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    messageId: row.message_id,
    reason: row.reason,
    dueAt: row.due_at,
    parts: row.parts,
    // Written by toChanges alone, as `told` below.
    posted: row.posted === null ? [] : (JSON.parse(row.posted) as string[]),
    sendingSince: row.sending_since,
    underWayAt: row.under_way_at,
    seenThrough: row.seen_through,
    seenVersion: row.seen_version,
    told: row.told === null ? [] : (JSON.parse(row.told) as string[]),
    updatedAt: row.updated_at,
  };
}

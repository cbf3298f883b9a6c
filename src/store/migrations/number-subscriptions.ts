import type { Kysely } from 'kysely';
import { fingerprintOf } from '../../digest/subscription.ts';
import type { SubscriptionRow, Tables } from '../schema.ts';

/**
 * Gives every subscription its fingerprint and its slot. Of several that are the same, which made a channel get each digest as
 * often, one stays: an active one before a paused one, then the oldest. Different ones all stay, even past the limit.
 */
export async function numberSubscriptions(connection: Kysely<Tables>): Promise<void> {
  const rows = await connection.selectFrom('subscriptions').selectAll().execute();
  const slots = new Map<string, number>();
  const kept = new Set<string>();
  for (const row of rows.sort(byPrecedence)) {
    const place = JSON.stringify([row.platform, row.workspace, row.channel]);
    const fingerprint = fingerprintOf({
      time: row.time,
      zone: row.zone,
      rhythm: 'daily',
      language: row.language === 'ja' || row.language === 'en' ? row.language : 'both',
      filters: JSON.parse(row.filters),
    });
    const same = `${place} ${fingerprint}`;
    if (kept.has(same)) {
      await connection.deleteFrom('subscriptions').where('id', '=', row.id).execute();
      continue;
    }
    kept.add(same);
    const slot = slots.get(place) ?? 0;
    slots.set(place, slot + 1);
    await connection.updateTable('subscriptions').set({ fingerprint, slot }).where('id', '=', row.id).execute();
  }
}

function byPrecedence(a: SubscriptionRow, b: SubscriptionRow): number {
  const rank = (row: SubscriptionRow) => [row.state === 'active' ? '0' : '1', row.created_at, row.id].join(' ');
  return rank(a) < rank(b) ? -1 : 1;
}

import type { DigestRequest } from '../desk.ts';
import type { Delivery } from '../store/store.ts';
import { addDays } from '../time/calendar.ts';
import type { PlainDate } from '../time/period.ts';
import { coveredFrom } from './rhythm.ts';
import type { SeenRecord } from './seen.ts';
import type { Subscription } from './subscription.ts';

/** Days after which a subscription may be told of a consultation again. */
export const untoldDays = 14;

/** The first local date whose ledger rows say what was told of late. */
export function toldSince(localDate: PlainDate): PlainDate {
  return addDays(localDate, -untoldDays);
}

/** What a subscription's digest of a local date is composed from, but for its language. `rows` are its ledger's, from `toldSince` on. */
export function requestFor(
  { rhythm, filters, seenThrough }: Pick<Subscription, 'rhythm' | 'filters' | 'seenThrough'>,
  localDate: PlainDate,
  { shown, rows }: { shown: ReadonlyMap<string, SeenRecord> | undefined; rows: readonly Delivery[] },
): Omit<DigestRequest, 'language'> {
  const before = rows.filter((row) => row.state === 'sent' && row.localDate < localDate);
  return {
    date: localDate,
    from: coveredFrom(rhythm, localDate),
    filters,
    since: seenThrough,
    shown,
    told: new Set(before.flatMap(({ told }) => told)),
    only: rhythm === 'changes' ? 'changes' : undefined,
  };
}

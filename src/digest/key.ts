import { createHash } from 'node:crypto';
import type { PlainDate } from '../time/period.ts';

/** Characters of a delivery key; within the 25 that the shortest nonce of a platform may have. */
export const deliveryKeyLength = 24;

/**
 * The ledger key of a subscription's digest for a local date, as platforms see it: the same for every attempt, different for
 * every other digest. Letters, digits, `-` and `_`.
 */
export function deliveryKey(subscription: string, localDate: PlainDate): string {
  return createHash('sha256').update(`${subscription}/${localDate}`).digest('base64url').slice(0, deliveryKeyLength);
}

/** The key of one message of a digest, counted from 0: the digest's own for the first, as most have no other. */
export function partKey(key: string, part: number): string {
  if (part === 0) return key;
  return createHash('sha256').update(`${key}/${part}`).digest('base64url').slice(0, deliveryKeyLength);
}

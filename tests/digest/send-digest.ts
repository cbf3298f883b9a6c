import type { DigestSender, SendOutcome } from '../../src/digest/delivery.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { partKey } from '../../src/digest/key.ts';
import type { Subscription } from '../../src/digest/subscription.ts';

/** Posts every message of a digest, as a delivery does where nothing fails; the outcome is that of the first or of the one that failed. */
export async function sendDigest(
  sender: DigestSender | undefined,
  subscription: Subscription,
  digests: readonly Digest[],
  key: string,
): Promise<SendOutcome> {
  if (sender === undefined) throw new Error('no sender');
  const prepared = await sender.prepare(subscription, digests, key);
  if (prepared.kind !== 'ready') return prepared;
  let first: string | undefined;
  for (const [index, part] of prepared.parts.entries()) {
    const outcome = await sender.post(subscription, part, partKey(key, index), first);
    if (outcome.kind !== 'sent') return outcome;
    first ??= outcome.messageId;
  }
  return { kind: 'sent', messageId: first ?? '' };
}

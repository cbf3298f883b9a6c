import type { DigestSender } from '../../src/digest/delivery.ts';
import type { Platform, Subscription } from '../../src/digest/subscription.ts';

/** A sender to the local platform server, with what each platform has against doubles: a nonce, or a history to look in. */
export function httpSender(platform: Platform, platformUrl: string): DigestSender {
  return {
    platform,
    async send(subscription, _digests, key) {
      const response = await fetch(`${platformUrl}/${platform}`, {
        method: 'POST',
        body: JSON.stringify({ channel: subscription.channel, key, pid: process.pid }),
      });
      // platform-server.ts wrote it.
      const { id } = (await response.json()) as { id: string };
      return { kind: 'sent', messageId: id };
    },
    ...(platform === 'discord'
      ? { idempotentForMs: 180_000 }
      : {
          async find(subscription: Subscription, key: string) {
            const response = await fetch(`${platformUrl}/slack?channel=${subscription.channel}`);
            // platform-server.ts wrote it.
            const history = (await response.json()) as { id: string; key: string }[];
            const message = history.find((each) => each.key === key);
            return message === undefined ? null : { messageId: message.id };
          },
        }),
  };
}

import { createHmac } from 'node:crypto';
import type { Json, SlackServer } from './slack-server.ts';
import type { Envelope } from './socket-side.ts';

export const SIGNING_SECRET = 'fake-signing-secret-of-a-test';

/** Brings what happens in Slack to the app, by either transport, as Slack does. */
export type Delivery = {
  /** Resolves with what the app acknowledged with. */
  deliver(envelope: Envelope): Promise<Json>;
};

export function socketDelivery(server: SlackServer, withinMs?: number): Delivery {
  return { deliver: (envelope) => server.socket.deliver(envelope, withinMs) };
}

/** Signed HTTP requests to `/slack/events` on `port`. */
export function httpDelivery(port: number): Delivery {
  return {
    async deliver(envelope) {
      const response = await sendSigned(port, envelope);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`the app answered ${response.status}`);
      return text.startsWith('{') ? JSON.parse(text) : text;
    },
  };
}

export type Signing = {
  /** Seconds; default: now. */
  readonly timestamp?: number;
  readonly secret?: string;
  /** Replaces the signature. */
  readonly signature?: string;
};

/** One request as Slack makes it: the body by kind, the signature over version, time and raw body. */
export function sendSigned(port: number, envelope: Envelope, signing: Signing = {}): Promise<Response> {
  const [type, body] = encode(envelope);
  const timestamp = String(signing.timestamp ?? Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', signing.secret ?? SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const headers: Record<string, string> = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signing.signature ?? `v0=${mac}`,
  };
  if (envelope.retry !== undefined) {
    headers['x-slack-retry-num'] = String(envelope.retry.attempt);
    headers['x-slack-retry-reason'] = envelope.retry.reason;
  }
  return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
}

function encode({ type, payload }: Envelope): [string, string] {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return ['application/json', JSON.stringify(payload)];
  if (type === 'slash_commands') return [form, new URLSearchParams(payload).toString()];
  return [form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()];
}

import { readFileSync } from 'node:fs';
import { BOT_USER, type Json, type Post, type SlackServer } from './slack-server.ts';
import type { Envelope } from './socket-side.ts';

export const ASKER = 'U0ASKER';
export const CHANNEL = 'C0GENERAL';
export const DIRECT = 'D0ASKER';

let serial = 0;
const unique = (prefix: string) => `${prefix}${(++serial).toString(36).toUpperCase()}`;

/** A recorded payload, scrubbed. */
export function fixture(name: string): Json {
  return JSON.parse(readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), 'utf8'));
}

type MessageOptions = { channel?: string; user?: string; ts?: string; thread?: string; change?: Json };

export function mention(server: SlackServer, text: string, options: MessageOptions = {}): Envelope {
  return event('app-mention', server, `<@${BOT_USER}> ${text}`, { channel: CHANNEL, ...options });
}

/** The `message` event of the same mention, as an app with the history scope gets it beside `app_mention`. */
export function channelMessage(server: SlackServer, text: string, options: MessageOptions = {}): Envelope {
  const channel = options.channel ?? CHANNEL;
  return event('message-im', server, text, {
    ...options,
    channel,
    change: { channel_type: 'channel', ...options.change },
  });
}

export function direct(server: SlackServer, text: string, options: MessageOptions = {}): Envelope {
  return event('message-im', server, text, { channel: DIRECT, ...options });
}

function event(name: string, server: SlackServer, text: string, options: MessageOptions): Envelope {
  const payload = fixture(name);
  const ts = options.ts ?? server.nextTs();
  payload.event_id = unique('Ev');
  Object.assign(payload.event, { text, ts, event_ts: ts, user: options.user ?? ASKER, channel: options.channel });
  if (options.thread !== undefined) payload.event.thread_ts = options.thread;
  Object.assign(payload.event, options.change);
  return { type: 'events_api', payload };
}

export function anyEvent(name: string, change: Json = {}): Envelope {
  const payload = fixture(name);
  payload.event_id = unique('Ev');
  Object.assign(payload.event, change);
  return { type: 'events_api', payload };
}

export function command(server: SlackServer, text: string, change: Json = {}): Envelope {
  const payload = { ...fixture('slash-command'), text, trigger_id: unique('1.2.'), ...change };
  payload.response_url = server.responseUrl(payload.channel_id, payload.user_id);
  return { type: 'slash_commands', payload };
}

export function shortcut(server: SlackServer, text: string, change: Json = {}): Envelope {
  const payload = fixture('message-action');
  Object.assign(payload.message, { text }, change);
  payload.trigger_id = unique('1.4.');
  payload.response_url = server.responseUrl(payload.channel.id, payload.user.id);
  return { type: 'interactive', payload };
}

/** A press on an element of a message; `change` adds what the element's kind brings (`selected_option`). */
export function press(
  server: SlackServer,
  post: Post,
  element: Json,
  change: Json = {},
  user = post.seenBy ?? ASKER,
): Envelope {
  const payload = fixture('block-actions');
  const isEphemeral = post.seenBy !== undefined;
  Object.assign(payload, { trigger_id: unique('1.3.'), user: { ...payload.user, id: user } });
  payload.channel = { id: post.channel, name: 'general' };
  payload.container = { type: 'message', message_ts: post.ts, channel_id: post.channel, is_ephemeral: isEphemeral };
  if (post.thread !== undefined) payload.container.thread_ts = post.thread;
  if (!isEphemeral) payload.message = { ts: post.ts, thread_ts: post.thread, text: post.body.text };
  payload.response_url = server.responseUrl(post.channel, user, post.ts);
  payload.actions = [{ ...element, action_ts: post.ts, block_id: 'b1', ...change }];
  return { type: 'interactive', payload };
}

export function submit(callbackId: string, values: Json, metadata = ''): Envelope {
  const payload = fixture('view-submission');
  payload.trigger_id = unique('1.5.');
  Object.assign(payload.view, { callback_id: callbackId, private_metadata: metadata, state: { values } });
  return { type: 'interactive', payload };
}

export function suggestion(actionId: string, value: string): Envelope {
  return { type: 'interactive', payload: { ...fixture('block-suggestion'), action_id: actionId, value } };
}

/** Everything in a message that can be pressed or chosen, by the label a person reads: a button, an entry behind ⋯, an option of a menu. */
export function elements(post: Post): { label: string; element: Json; kind: 'button' | 'more' | 'option' }[] {
  const blocks: Json[] = post.body.blocks ?? [];
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element: Json) => {
      if (element.type === 'button') return [{ label: element.text.text, element, kind: 'button' as const }];
      const kind = element.type === 'overflow' ? ('more' as const) : ('option' as const);
      return (element.options ?? []).map((selected_option: Json) => ({
        label: selected_option.text.text,
        element: { type: element.type, action_id: element.action_id, selected_option },
        kind,
      }));
    });
}

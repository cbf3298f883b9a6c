import { type APIMessage, MessageType, type REST, Routes, SnowflakeUtil } from 'discord.js';
import type { SendWindow } from '../../src/digest/delivery.ts';
import { decodeAction } from './custom-id.ts';
import { faultOf } from './faults.ts';

/** Messages a call gives at most. */
const PAGE = 100;
/** Pages read back at most; a busier channel is left undecided. */
const PAGES = 5;
/** Clocks differ, and a request may be under way for as long as its timeout. */
const MARGIN_MS = 60_000;

/**
 * Looks through a channel for a digest, known by the key on its stop button. `null` when it surely is not there;
 * `undefined` when that cannot be told: without Read Message History Discord gives an empty list, and a message of ours without
 * a button may be a part of it.
 * @throws what a busy Discord or a broken connection threw: worth another look.
 */
export async function findDigest(
  rest: REST,
  me: () => Promise<string>,
  digest: { readonly channel: string; readonly key: string },
  { from, to }: SendWindow,
): Promise<{ messageId: string } | null | undefined> {
  let before: string | undefined;
  let doubtful = false;
  try {
    const own = await me();
    for (let page = 0; page < PAGES; page += 1) {
      const messages = await listMessages(rest, digest.channel, before);
      if (messages.length === 0 && page === 0) return undefined;
      for (const message of messages) {
        const at = SnowflakeUtil.timestampFrom(message.id);
        if (at > to + MARGIN_MS || message.author.id !== own) continue;
        if (at < from - MARGIN_MS) break;
        const key = keyOn(message);
        if (key === digest.key) return { messageId: message.id };
        if (key === undefined && !isReply(message)) doubtful = true;
      }
      before = messages.at(-1)?.id;
      const done =
        messages.length < PAGE || before === undefined || SnowflakeUtil.timestampFrom(before) < from - MARGIN_MS;
      if (done) return doubtful ? undefined : null;
    }
  } catch (error) {
    if (faultOf(error) === 'busy') throw error;
  }
  return undefined;
}

async function listMessages(rest: REST, channel: string, before: string | undefined): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) });
  // The route's documented answer.
  return (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
}

/** The key of the digest that a message ends, by its button. */
function keyOn(message: APIMessage): string | undefined {
  for (const row of message.components ?? []) {
    for (const component of 'components' in row ? row.components : []) {
      const action = 'custom_id' in component ? decodeAction(component.custom_id) : undefined;
      if (action?.kind === 'unsubscribe') return action.delivery;
    }
  }
  return undefined;
}

/** Answers refer to a question or an interaction; digests to nothing. */
function isReply(message: APIMessage): boolean {
  return message.type !== MessageType.Default || message.interaction_metadata !== undefined;
}

import { type APIMessage, type REST, Routes, SnowflakeUtil } from 'discord.js';
import type { SendWindow } from '../../src/digest/index.ts';
import { decodeAction } from '../chat/actions.ts';
import { faultOf } from './faults.ts';

/** Messages a call gives at most. */
const PAGE = 100;
/** Pages read at most; a busier channel is left undecided. */
const PAGES = 20;
/** Clocks differ, and a request may be under way for as long as its timeout. */
const MARGIN_MS = 60_000;

/**
 * Looks through what was posted in a channel while a message of a digest can have gone out, for the key on its button. `null` when it
 * surely is not there; `undefined` when that cannot be told.
 * @throws what a busy Discord or a broken connection threw: worth another look.
 */
export async function findDigest(
  rest: REST,
  me: () => Promise<string>,
  { channel, key }: { readonly channel: string; readonly key: string },
  { from, to }: SendWindow,
): Promise<{ messageId: string } | null | undefined> {
  const start = String(SnowflakeUtil.generate({ timestamp: from - MARGIN_MS }));
  let after = start;
  try {
    const own = await me();
    for (let page = 0; page < PAGES; page += 1) {
      const messages = await listMessages(rest, channel, after);
      const found = messages.find((message) => message.author.id === own && keyOn(message) === key);
      if (found !== undefined) return { messageId: found.id };
      if (messages.length === 0 && page === 0) return (await isSilentSince(rest, channel, start)) ? null : undefined;
      const newest = messages.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), after);
      if (messages.length < PAGE || SnowflakeUtil.timestampFrom(newest) > to + MARGIN_MS) return null;
      after = newest;
    }
  } catch (error) {
    if (faultOf(error) === 'busy') throw error;
  }
  return undefined;
}

/** The oldest messages after `after`, in any order; without Read Message History none at all. */
async function listMessages(rest: REST, channel: string, after: string): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(PAGE), after });
  // The route's documented answer.
  return (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
}

/** Whether nothing was said in a channel after a moment: it tells the last message also to whom it tells no history. */
async function isSilentSince(rest: REST, channel: string, start: string): Promise<boolean> {
  const { last_message_id: last } = (await rest.get(Routes.channel(channel))) as { last_message_id?: string | null };
  return last === null || (last !== undefined && BigInt(last) < BigInt(start));
}

/** The key of the message of a digest, on its button. */
function keyOn(message: APIMessage): string | undefined {
  for (const row of message.components ?? []) {
    for (const component of 'components' in row ? row.components : []) {
      const action = 'custom_id' in component ? decodeAction(component.custom_id) : undefined;
      if (action?.kind === 'unsubscribe' || action?.kind === 'part') return action.delivery;
    }
  }
  return undefined;
}

import type { Client } from './post.ts';

/** How many messages are read at once: 15 is what any app may. */
const LOOK_AT = 15;
/** How often; a place where more was said meanwhile is left undecided. */
const PAGES = 20;

/** A message of ours, by the key in its metadata. */
export type Sought = {
  readonly channel: string;
  /** The message whose thread it is in. Absent: it is in the channel itself. */
  readonly thread?: string | undefined;
  /** The type of its metadata. */
  readonly event: string;
  readonly key: string;
  /** Seconds since 1970, as Slack writes them. Absent: however old. */
  readonly oldest?: string;
  readonly latest?: string;
};

/**
 * Looks through a channel or a thread for a message. `null` when it is not there, `undefined` when more was said than is read.
 * @throws what Slack refuses the reading with.
 */
export async function findMessage(client: Client, sought: Sought): Promise<{ messageId: string } | null | undefined> {
  const { channel, thread, event, key, oldest, latest } = sought;
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const asked = {
      channel,
      include_all_metadata: true,
      limit: LOOK_AT,
      ...(oldest === undefined ? {} : { oldest }),
      ...(latest === undefined ? {} : { latest }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const answer =
      thread === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: thread });
    const found = answer.messages?.find(
      ({ metadata }) =>
        metadata?.event_type === event && (metadata.event_payload as { key?: string } | undefined)?.key === key,
    );
    if (found?.ts !== undefined) return { messageId: found.ts };
    if (!answer.has_more) return null;
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') return undefined;
  }
  return undefined;
}

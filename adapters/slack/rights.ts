import type { Changer } from '../../src/digest/index.ts';
import { faultOf } from './faults.ts';
import type { Client } from './post.ts';

/** Members asked for at once, and how many pages are looked through: 20,000 people. */
const PAGE = 1_000;
const MOST_PAGES = 20;

type Who = { readonly client: Client; readonly user: string };

/**
 * Whether a person is in a channel, or it is open to all members of the workspace. `undefined` where Slack does not tell us: without the scopes
 * `channels:read` and `groups:read`, or of a channel that the app is not in.
 */
export async function isIn({ client, user }: Who, channel: string): Promise<boolean | undefined> {
  try {
    const { channel: known } = await client.conversations.info({ channel });
    if (known?.is_private !== true && known?.is_im !== true && !(await isGuest(client, user))) return true;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { members = [], response_metadata: more } = await client.conversations.members({
        channel,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      if (members.includes(user)) return true;
      cursor = more?.next_cursor === '' ? undefined : more?.next_cursor;
      if (cursor === undefined) return false;
    }
    return undefined;
  } catch (error) {
    const { kind } = faultOf(error);
    if (kind === 'scope' || kind === 'gone' || kind === 'membership') return undefined;
    throw error;
  }
}

/**
 * Who changes a digest of `channel`. Besides whoever subscribed, those in the channel may who are an owner or admin of the workspace, or made the
 * channel and so are its manager. Looked up at the moment of the change.
 */
export function changerIn(who: Who, channel: string, isThere: boolean | undefined): Changer {
  return {
    person: who.user,
    manages: async () => isThere === true && ((await isAdmin(who)) || (await hasMade(who, channel))),
  };
}

async function isGuest(client: Client, user: string): Promise<boolean> {
  const { user: known } = await client.users.info({ user });
  return known?.is_restricted === true || known?.is_ultra_restricted === true;
}

async function isAdmin({ client, user }: Who): Promise<boolean> {
  const { user: known } = await client.users.info({ user });
  return known?.is_admin === true || known?.is_owner === true || known?.is_primary_owner === true;
}

async function hasMade({ client, user }: Who, channel: string): Promise<boolean> {
  try {
    return (await client.conversations.info({ channel })).channel?.creator === user;
  } catch (error) {
    const { kind } = faultOf(error);
    if (kind === 'scope' || kind === 'gone' || kind === 'membership') return false;
    throw error;
  }
}

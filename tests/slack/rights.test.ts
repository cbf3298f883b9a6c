import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../adapters/slack/buttons.ts';
import { DIGEST_ACTIONS } from '../../adapters/slack/digest-command.ts';
import { DIGEST_VIEW } from '../../adapters/slack/digest-modal.ts';
import { SETTINGS_VIEW } from '../../adapters/slack/settings.ts';
import { listQuery } from '../../src/conversation/timeline.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import { type Json, type Post, TEAM } from './server/slack-server.ts';
import { useWorkspace } from './workspace.ts';

const at = useWorkspace();

const OWNER = 'U0OWNER';
const PRIVATE = 'C0PRIVATE';
const OTHER_TEAM = 'T0OTHER';

async function subscribed(change: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription: Subscription = {
    id: 'ff00ff00ff00ff00',
    platform: 'slack',
    workspace: TEAM,
    channel: PRIVATE,
    subscriber: OWNER,
    time: '09:00',
    zone: 'Asia/Tokyo',
    rhythm: 'daily',
    language: 'en',
    filters: {},
    quietDays: 'skip',
    state: 'active',
    pausedFor: null,
    seenThrough: '2026-01-01',
    createdAt: samples.now,
    ...change,
  };
  await at.store.addSubscription(subscription, 10);
  return subscription;
}

/** A message of ours in a channel, on which a button is pressed. */
function messageIn(channel: string): Post {
  return { channel, ts: at.server.nextTs(), thread: undefined, seenBy: undefined, via: 'chat.postMessage', body: {} };
}

/** Presses a digest button in `here` by a person; resolves with what they are told. */
async function press(verb: keyof typeof DIGEST_ACTIONS, value: string, here: string, user: string): Promise<string> {
  const element = { type: 'button', action_id: DIGEST_ACTIONS[verb], value };
  const told = () => at.server.posts.filter(({ seenBy }) => seenBy === user).map(({ body }) => body.text);
  const before = told().length;
  await at.running.delivery.deliver(slack.press(at.server, messageIn(here), element, {}, user));
  // Whatever becomes of it, the person is told first.
  await at.server.waitFor(() => told().length > before);
  await at.server.quiet();
  return told().join('\n');
}

/** What the channel was told. */
const toldTo = (channel: string) =>
  at.server.posts.filter((post) => post.channel === channel && post.seenBy === undefined).map(({ body }) => body.text);

const rows = () => at.store.listSubscriptions({});

function privateChannel(members: string[], creator = 'U0MAKER') {
  at.server.scopes.add('channels:read');
  at.server.channels.set(PRIVATE, { is_private: true, creator, members });
}

describe('a digest of a private channel', () => {
  test.each(['pause', 'unsubscribe', 'preview'] as const)(
    '%s by a value made up in another channel reaches nothing, by an admin neither',
    async (verb) => {
      await at.start();
      privateChannel(['U1', 'U2', 'U3', OWNER]);
      at.server.people.set('U0ADMIN', { is_admin: true });
      const { id } = await subscribed();
      for (const user of [slack.ASKER, 'U0ADMIN'])
        expect(await press(verb, `${id}|${PRIVATE}`, slack.CHANNEL, user)).toContain('No digest');
      expect(await rows()).toMatchObject([{ id, state: 'active' }]);
      expect(toldTo(PRIVATE)).toEqual([]);
    },
  );

  test('cannot be reached where Slack does not say who is in it, but by who subscribed', async () => {
    await at.start();
    const { id } = await subscribed();
    await press('unsubscribe', `${id}|${PRIVATE}`, slack.CHANNEL, slack.ASKER);
    expect(await rows()).toHaveLength(1);
    await press('unsubscribe', `${id}|${PRIVATE}`, slack.CHANNEL, OWNER);
    expect(await rows()).toEqual([]);
  });

  test('is no longer changed by who subscribed and left the channel', async () => {
    await at.start();
    privateChannel(['U1']);
    const { id } = await subscribed();
    expect(await press('pause', `${id}|${PRIVATE}`, slack.CHANNEL, OWNER)).toContain('No digest');
    expect(await rows()).toMatchObject([{ state: 'active' }]);
  });
});

describe('in its own channel a digest', () => {
  test('is not changed by a member who neither subscribed nor manages anything, by button or by command', async () => {
    await at.start();
    privateChannel([OWNER, 'U0MEMBER']);
    const { id } = await subscribed();
    expect(await press('pause', `${id}|${PRIVATE}`, PRIVATE, 'U0MEMBER')).toContain('Only the person who set up');
    const command = { command: '/alliance-digest', channel_id: PRIVATE, user_id: 'U0MEMBER' };
    const refused = await at.madeBy(slack.command(at.server, 'unsubscribe', command));
    expect(refused.body.text).toContain('Only the person who set up');
    expect(await rows()).toMatchObject([{ id, state: 'active' }]);
    expect(toldTo(PRIVATE)).toEqual([]);
  });

  test.each([
    ['who subscribed', OWNER],
    ['who made the channel', 'U0MAKER'],
    ['an admin of the workspace', 'U0ADMIN'],
  ])('is changed by %s, and the channel is told by whom', async (_, user) => {
    await at.start();
    privateChannel([OWNER]);
    at.server.people.set('U0ADMIN', { is_admin: true });
    const { id } = await subscribed();
    await press('pause', `${id}|${PRIVATE}`, PRIVATE, user);
    expect(await rows()).toMatchObject([{ id, state: 'paused' }]);
    await at.server.waitFor(() => toldTo(PRIVATE).length > 0);
    expect(toldTo(PRIVATE)).toEqual([
      'asker paused this channel’s digest: Every day at 09:00 (Asia/Tokyo), in English',
    ]);
  });

  test('paused by twenty presses is told of once', async () => {
    await at.start();
    const { id } = await subscribed();
    const element = { type: 'button', action_id: DIGEST_ACTIONS.pause, value: `${id}|${PRIVATE}` };
    const presses = Array.from({ length: 20 }, () => slack.press(at.server, messageIn(PRIVATE), element, {}, OWNER));
    await Promise.all(presses.map((each) => at.running.delivery.deliver(each)));
    await at.server.waitFor(() => at.server.posts.filter(({ seenBy }) => seenBy === OWNER).length === 20);
    expect(toldTo(PRIVATE)).toHaveLength(1);
  });
});

describe('what is sent in', () => {
  test('a form for a channel that the person is not in subscribes nothing', async () => {
    await at.start();
    privateChannel([OWNER]);
    const values: Json = {
      channel: { c: { selected_conversation: PRIVATE } },
      time: { t: { selected_time: '08:30' } },
    };
    const answer = await at.running.delivery.deliver(slack.submit(DIGEST_VIEW, values));
    expect(answer.errors).toEqual({ channel: 'Please choose a channel that you are in.' });
    expect(await rows()).toEqual([]);
    expect(toldTo(PRIVATE)).toEqual([]);
  });

  test('settings of a channel that the person is not in stay as they are', async () => {
    await at.start();
    privateChannel([OWNER]);
    const value = { selected_option: { value: 'public' } };
    const values: Json = { [`visibility:${PRIVATE}`]: { v: value }, [`language:${PRIVATE}`]: { l: value } };
    await at.running.delivery.deliver(slack.submit(SETTINGS_VIEW, values, PRIVATE));
    await at.server.quiet();
    expect(await at.store.loadChannelSettings('slack', TEAM, PRIVATE)).toEqual({});
  });
});

describe('of another workspace', () => {
  const everyAction = [
    ...Object.values(ACTIONS).map((id) => (id === ACTIONS.ask ? `${id}.0` : id)),
    ...Object.values(DIGEST_ACTIONS),
  ];

  test.each(everyAction)('%s reaches nothing but a public answer', async (action_id) => {
    await at.start();
    const channel = slack.CHANNEL;
    const { id } = await subscribed({ workspace: OTHER_TEAM, channel, subscriber: slack.ASKER });
    const filters = { people: [], frameworks: [], topics: [], countries: [] };
    const asked = listQuery('en', { from: '2025-03-01', to: '2025-03-31' }, filters);
    const key = `slack:${OTHER_TEAM}:${channel}`;
    await at.store.saveConversation(key, `${OTHER_TEAM}:${slack.ASKER}`, asked, 0, Number.MAX_SAFE_INTEGER);
    await at.store.saveAsk(
      'there',
      `${OTHER_TEAM}:U1`,
      { question: asked, language: 'en', day: '2025-03-31' },
      0,
      Number.MAX_SAFE_INTEGER,
    );
    const state = ['1|there|1|1||helpful', 'k1|g|there', 'k1|p|there|1|0|', `${id}|${channel}`];
    for (const value of state) {
      const element = { type: 'button', action_id, value, selected_option: { value } };
      await at.running.delivery.deliver(slack.press(at.server, messageIn(channel), element));
    }
    await at.server.quiet();
    await at.running.adapter.stop();
    expect(await rows()).toMatchObject([{ id, workspace: OTHER_TEAM, state: 'active' }]);
    expect(await at.store.loadConversation(key, 0)).toEqual(asked);
    expect(at.server.posts.filter((post) => post.channel !== channel)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Action, encodeAction } from '../../adapters/chat/actions.ts';
import { listQuery } from '../../src/conversation/timeline.ts';
import { createDigestService } from '../../src/digest/service.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';

const desk = createFixtureDesk();
const OTHER = '1400000000000000777';
const OTHER_GUILD = '1200000000000000777';

let harness: DiscordHarness;
let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  const clock = () => Temporal.Instant.from(samples.now);
  const digests = createDigestService({ store, desk: () => desk, clock, zone: 'Asia/Tokyo' });
  harness = createDiscordHarness({ adapter: { digests, store } });
  await harness.start();
});
afterEach(async () => {
  await harness.stop();
  await store.close();
});

async function subscribed(change: Partial<Subscription> = {}): Promise<Subscription> {
  const subscription: Subscription = {
    id: '0123456789abcdef',
    platform: 'discord',
    workspace: ids.guild,
    channel: ids.channel,
    subscriber: ids.asker,
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
  await store.addSubscription(subscription, 10);
  return subscription;
}

/** A subcommand of `/alliance-digest` by a person, who may manage the server or not. */
async function command(name: string, who: { id: string; manages: boolean }, options: Payload[] = []): Promise<string> {
  const base = payload('interaction-slash');
  const member = base.member as Payload;
  const interaction = {
    ...base,
    id: snowflake(),
    token: `token-${snowflake()}`,
    member: {
      ...member,
      permissions: who.manages ? '32' : '1024',
      user: { ...(member.user as Payload), id: who.id },
    },
    data: { id: '1600000000000000003', name: 'alliance-digest', type: 1, options: [{ name, type: 1, options }] },
  };
  const { post } = await harness.server().interact(interaction);
  await harness.adapter().idle();
  return post === undefined ? '' : shownOf(post).text;
}

const told = () =>
  harness
    .server()
    .posts.filter(({ ephemeral }) => !ephemeral)
    .map(({ body }) => body.content);

describe('a digest', () => {
  it.each(['pause', 'unsubscribe'])(
    'is not changed (%s) by who neither subscribed nor manages the server',
    async (verb) => {
      await subscribed();
      // Whoever was given the command in the server's own settings still needs the right.
      expect(await command(verb, { id: OTHER, manages: false })).toContain('Only the person who set up this digest');
      expect(await store.listSubscriptions({})).toMatchObject([{ state: 'active' }]);
      expect(told()).toEqual([]);
    },
  );

  it.each([
    ['who subscribed', { id: ids.asker, manages: false }],
    ['who manages the server', { id: OTHER, manages: true }],
  ])('is changed by %s, and the channel is told by whom, without a ping', async (_, who) => {
    await subscribed();
    expect(await command('pause', who)).toContain('paused');
    expect(await store.listSubscriptions({})).toMatchObject([{ state: 'paused' }]);
    expect(told()).toEqual([`<@${who.id}> paused this channel’s digest: Every day at 09:00 (Asia/Tokyo), in English`]);
    const [post] = harness.server().posts.filter(({ ephemeral }) => !ephemeral);
    expect(post?.body.allowed_mentions).toEqual({ parse: [] });
  });

  it('paused twice is told of once', async () => {
    await subscribed();
    await command('pause', { id: ids.asker, manages: true });
    await command('pause', { id: ids.asker, manages: true });
    expect(told()).toHaveLength(1);
  });

  it('is set up by those alone who manage the server', async () => {
    expect(await command('subscribe', { id: OTHER, manages: false })).toContain('Manage Server');
    expect(await store.listSubscriptions({})).toEqual([]);
    await command('subscribe', { id: OTHER, manages: true });
    expect(told()).toEqual([
      `<@${OTHER}> set up a digest of Japan–U.S. alliance consultations for this channel: Every day at 09:00 (Asia/Tokyo), in English`,
    ]);
  });

  it('of another channel is not listed for who does not manage the server', async () => {
    await subscribed({ channel: '1300000000000000777', subscriber: OTHER });
    expect(await command('list', { id: ids.asker, manages: false })).toContain('No digest is set up');
    expect(await command('list', { id: ids.asker, manages: true })).toContain('09:00');
  });
});

describe('of another server', () => {
  const actions: { readonly [Kind in Action['kind']]: Extract<Action, { kind: Kind }> } = {
    page: { kind: 'page', ask: 'there', page: 1, leaf: 0, version: '' },
    language: { kind: 'language', ask: 'there', language: 'ja', version: '' },
    sources: { kind: 'sources', ask: 'there', leaf: 0 },
    details: { kind: 'details', ask: 'there' },
    card: { kind: 'card', ask: 'there', consultation: '2025-03-30', leaf: 0 },
    timeline: { kind: 'timeline', ask: 'there', leaf: 0 },
    share: { kind: 'share', ask: 'there', page: 1, leaf: 0 },
    feedback: { kind: 'feedback', ask: 'there' },
    suggestion: { kind: 'suggestion', ask: 'there', index: 0, page: 1 },
    whole: { kind: 'whole', ask: 'there' },
    question: { kind: 'question', text: 'When was it?' },
    menu: { kind: 'menu', ask: 'there', page: 1, leaf: 0, version: '' },
    helpful: { kind: 'helpful', ask: 'there' },
    select: { kind: 'select', index: 0 },
    choice: { kind: 'choice', ask: 'there', index: 0 },
    unsubscribe: { kind: 'unsubscribe', subscription: '0123456789abcdef' },
    help: { kind: 'help' },
    forget: { kind: 'forget', sure: false },
    setting: { kind: 'setting', setting: 'language' },
    part: { kind: 'part', delivery: 'abcdefghijklmnopqrstuvwx' },
  };

  it.each(Object.entries(actions))('%s reaches nothing but a public answer', async (_, action) => {
    // The same channel id, as if somebody could choose it.
    await subscribed({ workspace: OTHER_GUILD });
    const filters = { people: [], frameworks: [], topics: [], countries: [] };
    const asked = listQuery('en', { from: '2025-03-01', to: '2025-03-31' }, filters);
    const key = 'discord:1300000000000000777:by:1400000000000000777';
    const never = Number.MAX_SAFE_INTEGER;
    await store.saveConversation(key, OTHER, asked, 0, never);
    await store.saveAsk('there', OTHER, { question: asked, language: 'en', day: '2025-03-31' }, 0, never);
    const answer = await harness.command(samples.who.en);
    const { post } = await harness.server().interact(harness.component(answer, encodeAction(action, 100) ?? '', ['0']));
    await harness.adapter().idle();
    await harness.adapter().stop();
    expect(await store.listSubscriptions({})).toMatchObject([{ workspace: OTHER_GUILD, state: 'active' }]);
    expect(await store.loadConversation(key, 0)).toEqual(asked);
    expect(post?.channel ?? ids.channel).toBe(ids.channel);
    expect(harness.server().posts.filter(({ channel }) => channel !== ids.channel)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackAdapterConfig } from '../../adapters/slack/config.ts';
import { createDigestService } from '../../src/digest/service.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { startAdapter } from './harness.ts';
import * as slack from './server/payloads.ts';
import { type Json, type Post, type SlackServer, startSlackServer, TEAM } from './server/slack-server.ts';
import { show } from './shown.ts';

let server: SlackServer;
let store: Store;
let running: Awaited<ReturnType<typeof startAdapter>>;
const desk = createFixtureDesk();
const clock = () => Temporal.Instant.from(samples.now);

async function start(change: Partial<SlackAdapterConfig> = {}) {
  running = await startAdapter(server, 'socket', {
    store,
    digests: createDigestService({ store, desk: () => desk, clock, zone: 'Asia/Tokyo' }),
    ...change,
  });
  return running;
}
const japanese = () => server.people.set(slack.ASKER, { locale: 'ja-JP', tz: 'Asia/Tokyo' });

/** The message that an envelope led to. */
async function madeBy(envelope: Parameters<typeof running.delivery.deliver>[0]): Promise<Post> {
  const before = server.changes();
  await running.delivery.deliver(envelope);
  return server.changedAfter(before);
}
const buttonOf = (post: Post, label: string): Json => {
  const found = slack.elements(post).find((each) => each.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found.element;
};

beforeEach(async () => {
  server = await startSlackServer();
  store = await openStore('sqlite::memory:');
});
afterEach(async () => {
  await running.adapter.stop();
  await store.close();
  await server.close();
});

describe('/alliance-digest', () => {
  const values = (channel: string, change: Json = {}): Json => ({
    channel: { c: { selected_conversation: channel } },
    time: { t: { selected_time: '08:30' } },
    zone: { z: { selected_option: { value: 'America/New_York' } } },
    language: { l: { selected_option: { value: 'both' } } },
    quiet: { q: { selected_option: { value: 'say' } } },
    ...change,
  });
  const open = async () => {
    await running.delivery.deliver(slack.command(server, '', { command: '/alliance-digest' }));
    await server.waitFor(() => server.views.length === 1);
    return server.views[0].view;
  };

  test('opens a form with the channel, time, zone, language, filters and quiet days', async () => {
    japanese();
    await start();
    const view = await open();
    const ids = view.blocks.map((block: Json) => block.block_id);
    expect(ids).toEqual([
      'channel',
      'time',
      'zone',
      'language',
      'frameworks',
      'topics',
      'people',
      'countries',
      'quiet',
    ]);
    expect(view.title.text).toBe('毎日の要約');
    expect(view.blocks[0].element.initial_conversation).toBe(slack.CHANNEL);
  });

  test('fills filters and zones in from memory', async () => {
    await start();
    const topics = await running.delivery.deliver(slack.suggestion('kyogi.digest.topics', 'comm'));
    expect(topics.options).toEqual([
      { text: { type: 'plain_text', text: 'command-and-control', emoji: false }, value: 'command-and-control' },
    ]);
    const zones = await running.delivery.deliver(slack.suggestion('kyogi.digest.zone', 'new york'));
    expect(zones.options.map(({ value }: Json) => value)).toEqual(['America/New_York']);
    const all = await running.delivery.deliver(slack.suggestion('kyogi.digest.zone', 'a'));
    expect(all.options).toHaveLength(100);
  });

  test('subscribes a channel: tells the channel, then the person', async () => {
    await start();
    const view = await open();
    const acknowledged = await running.delivery.deliver(slack.submit(view.callback_id, values('C0NEWS')));
    expect(acknowledged.response_action).toBeUndefined();
    await server.waitFor(() => server.posts.length === 2);
    expect(server.posts.map(({ channel, seenBy }) => [channel, seenBy])).toEqual([
      ['C0NEWS', undefined],
      ['C0NEWS', slack.ASKER],
    ]);
    expect(await store.listSubscriptions({ platform: 'slack' })).toMatchObject([
      {
        workspace: TEAM,
        channel: 'C0NEWS',
        time: '08:30',
        zone: 'America/New_York',
        language: 'both',
        quietDays: 'say',
      },
    ]);
  });

  test('keeps the form open and saves nothing where it cannot post', async () => {
    await start();
    const view = await open();
    server.fail('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    const refused = await running.delivery.deliver(slack.submit(view.callback_id, values('C0PRIVATE')));
    expect(refused).toMatchObject({
      response_action: 'errors',
      errors: { channel: expect.stringContaining('/invite') },
    });
    expect(await store.listSubscriptions({ platform: 'slack' })).toEqual([]);
  });

  test.each([
    ['list', 'Daily at 08:30'],
    ['一覧', 'Daily at 08:30'],
    ['pause', 'paused'],
    ['停止', 'paused'],
    ['再開', 'on again'],
    ['unsubscribe', 'removed'],
    ['解除', 'removed'],
    ['nonsense', 'Usage'],
  ])('%s does what it says', async (verb, expected) => {
    await start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    const post = await madeBy(slack.command(server, verb, { command: '/alliance-digest' }));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).text).toContain(expected);
  });

  test('previews today to the asker alone, recording nothing', async () => {
    await start();
    const post = await madeBy(slack.command(server, '試し', { command: '/alliance-digest' }));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).links).toContain(samples.who.link);
    expect(await store.listDeliveries({})).toEqual([]);
  });

  test('pauses from the list by its button', async () => {
    await start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    const list = await madeBy(slack.command(server, 'list', { command: '/alliance-digest' }));
    await madeBy(slack.press(server, list, buttonOf(list, 'Pause')));
    expect(await store.listSubscriptions({ platform: 'slack' })).toMatchObject([
      { state: 'paused', pausedFor: 'by-user' },
    ]);
  });
});

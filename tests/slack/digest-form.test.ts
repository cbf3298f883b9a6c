import { describe, expect, test } from 'vitest';
import { samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import { type Json, TEAM } from './server/slack-server.ts';
import { show } from './shown.ts';
import { buttonOf, useWorkspace } from './workspace.ts';

const at = useWorkspace();

describe('/alliance-digest', () => {
  const values = (channel: string, change: Json = {}): Json => ({
    channel: { c: { selected_conversation: channel } },
    rhythm: { r: { selected_option: { value: 'friday' } } },
    time: { t: { selected_time: '08:30' } },
    zone: { z: { selected_option: { value: 'America/New_York' } } },
    language: { l: { selected_option: { value: 'both' } } },
    quiet: { q: { selected_option: { value: 'say' } } },
    ...change,
  });
  const open = async () => {
    await at.running.delivery.deliver(slack.command(at.server, '', { command: '/alliance-digest' }));
    await at.server.waitFor(() => at.server.views.length === 1);
    return at.server.views[0].view;
  };

  test('opens a form with the channel, time, zone, language, filters and quiet days', async () => {
    at.japanese();
    await at.start();
    const view = await open();
    const ids = view.blocks.map((block: Json) => block.block_id);
    expect(ids).toEqual([
      'channel',
      'rhythm',
      'time',
      'zone',
      'language',
      'frameworks',
      'topics',
      'people',
      'countries',
      'quiet',
    ]);
    expect(view.title.text).toBe('要約の配信');
    expect(view.blocks[1].element.options.map(({ text }: Json) => text.text)).toContain('毎週月曜日');
    expect(view.blocks[4].element.initial_option.value).toBe('ja');
    expect(view.blocks[0].element.initial_conversation).toBe(slack.CHANNEL);
  });

  test('fills filters and zones in from memory', async () => {
    await at.start();
    const topics = await at.running.delivery.deliver(slack.suggestion('kyogi.digest.topics', 'comm'));
    expect(topics.options).toEqual([
      { text: { type: 'plain_text', text: 'command-and-control', emoji: false }, value: 'command-and-control' },
    ]);
    const zones = await at.running.delivery.deliver(slack.suggestion('kyogi.digest.zone', 'new york'));
    expect(zones.options.map(({ value }: Json) => value)).toEqual(['America/New_York']);
    const all = await at.running.delivery.deliver(slack.suggestion('kyogi.digest.zone', 'a'));
    expect(all.options).toHaveLength(100);
  });

  test('subscribes a channel: tells the channel, then the person', async () => {
    await at.start();
    const view = await open();
    const acknowledged = await at.running.delivery.deliver(slack.submit(view.callback_id, values('C0NEWS')));
    expect(acknowledged.response_action).toBeUndefined();
    await at.server.waitFor(() => at.server.posts.length === 2);
    expect(at.server.posts.map(({ channel, seenBy }) => [channel, seenBy])).toEqual([
      ['C0NEWS', undefined],
      ['C0NEWS', slack.ASKER],
    ]);
    expect(await at.store.listSubscriptions({ platform: 'slack' })).toMatchObject([
      {
        workspace: TEAM,
        channel: 'C0NEWS',
        rhythm: 'friday',
        time: '08:30',
        zone: 'America/New_York',
        language: 'both',
        quietDays: 'say',
      },
    ]);
  });

  test('subscribes once when a form comes twice', async () => {
    await at.start();
    const view = await open();
    const submitted = slack.submit(view.callback_id, values('C0NEWS'));
    const acknowledged = await Promise.all([1, 2].map(() => at.running.delivery.deliver(submitted)));
    expect(acknowledged.map(({ response_action: action }) => action)).toEqual([undefined, undefined]);
    await at.server.waitFor(() => at.server.posts.length === 2);
    await at.server.quiet();
    expect(at.server.posts).toHaveLength(2);
    expect(await at.store.listSubscriptions({})).toHaveLength(1);
  });

  test('subscribes once when two people send the same form at once, and tells the second', async () => {
    await at.start();
    const view = await open();
    const acknowledged = await Promise.all(
      [1, 2, 3].map(() => at.running.delivery.deliver(slack.submit(view.callback_id, values('C0NEWS')))),
    );
    const refused = acknowledged.filter(({ response_action: action }) => action === 'errors');
    expect(refused.map(({ errors }) => errors.channel)).toEqual(
      Array(2).fill(expect.stringContaining('already has a digest')),
    );
    expect(await at.store.listSubscriptions({})).toHaveLength(1);
  });

  test('a button that stops a digest is carried out once when its press comes twice', async () => {
    await at.start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await at.running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    const list = await at.madeBy(slack.command(at.server, 'list', { command: '/alliance-digest' }));
    const before = at.server.posts.length;
    const pressed = slack.press(at.server, list, buttonOf(list, 'Stop'));
    await Promise.all([1, 2].map(() => at.running.delivery.deliver(pressed)));
    await at.server.waitFor(() => at.server.posts.length > before + 1);
    await at.server.quiet();
    // The person is told, and the channel.
    expect(at.server.posts.slice(before).map((post) => show(post).text)).toEqual([
      expect.stringContaining('The digest is stopped: Every day at 08:30 (Asia/Tokyo), in '),
      expect.stringContaining('asker stopped this channel’s digest: Every day at 08:30'),
    ]);
  });

  test('keeps the form open and saves nothing where it cannot post', async () => {
    await at.start();
    const view = await open();
    at.server.fail('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    const refused = await at.running.delivery.deliver(slack.submit(view.callback_id, values('C0PRIVATE')));
    expect(refused).toMatchObject({
      response_action: 'errors',
      errors: { channel: expect.stringContaining('/invite') },
    });
    expect(await at.store.listSubscriptions({ platform: 'slack' })).toEqual([]);
  });

  test.each([
    ['list', 'Every day at 08:30'],
    ['一覧', 'Every day at 08:30'],
    ['pause', 'paused'],
    ['停止', 'paused'],
    ['再開', 'has resumed'],
    ['unsubscribe', 'is stopped: Every day at 08:30'],
    ['解除', 'To get it again, use /alliance-digest subscribe'],
    ['nonsense', 'Usage'],
  ])('%s does what it says', async (verb, expected) => {
    await at.start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await at.running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    const post = await at.madeBy(slack.command(at.server, verb, { command: '/alliance-digest' }));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).text).toContain(expected);
  });

  test('previews today to the asker alone, recording nothing', async () => {
    await at.start();
    const post = await at.madeBy(slack.command(at.server, '試し', { command: '/alliance-digest' }));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).links).toContain(samples.who.link);
    expect(await at.store.listDeliveries({})).toEqual([]);
  });

  test('changes a digest by the form, which holds what is set and leaves the channel', async () => {
    await at.start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await at.running.config.digests?.subscribe(place, slack.ASKER, {
      time: '08:30',
      rhythm: 'weekdays',
      filters: { topics: ['command-and-control'] },
    });
    await at.running.delivery.deliver(slack.command(at.server, 'change', { command: '/alliance-digest' }));
    await at.server.waitFor(() => at.server.views.length === 1);
    const { view } = at.server.views[0];
    expect(view.blocks[0].element.initial_option.value).toBe('weekdays');
    expect(view.blocks[1].element.initial_time).toBe('08:30');
    expect(view.blocks.find((block: Json) => block.block_id === 'topics').element.initial_options).toMatchObject([
      { value: 'command-and-control' },
    ]);
    const { channel: _, ...kept } = values(slack.CHANNEL);
    const submitted = slack.submit(view.callback_id, kept, view.private_metadata);
    await at.running.delivery.deliver(submitted);
    await at.server.waitFor(() => at.server.posts.length === 2);
    expect(at.server.posts.map((post) => show(post).text)).toEqual([
      expect.stringContaining('asker changed this channel’s digest: Every Friday at 08:30 (America/New_York)'),
      expect.stringContaining('The digest has been changed: Every Friday at 08:30 (America/New_York)'),
    ]);
    expect(await at.store.listSubscriptions({})).toMatchObject([{ rhythm: 'friday', filters: {} }]);
  });

  test('pauses from the list by its button', async () => {
    await at.start();
    const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL } as const;
    await at.running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    const list = await at.madeBy(slack.command(at.server, 'list', { command: '/alliance-digest' }));
    await at.madeBy(slack.press(at.server, list, buttonOf(list, 'Pause')));
    expect(await at.store.listSubscriptions({ platform: 'slack' })).toMatchObject([
      { state: 'paused', pausedFor: 'by-user' },
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChannelQueue, type Pace } from '../../adapters/slack/channel-queue.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Desk } from '../../src/desk.ts';
import { answeredBy, createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { startAdapter } from './harness.ts';
import * as slack from './server/payloads.ts';
import { type SlackServer, startSlackServer } from './server/slack-server.ts';
import { show } from './shown.ts';

let server: SlackServer;
beforeEach(async () => {
  server = await startSlackServer();
});
afterEach(() => server.close());

/** Time that passes only when somebody sleeps. */
function virtualPace(): Pace & { slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      slept.push(ms);
    },
  };
}

const wide = createFixtureDesk();
/** A store in which every channel is set so. */
function storeWith(visibility: 'private' | 'public', language?: 'ja') {
  return new Proxy(createMemoryStore(), {
    get: (target, key) =>
      key === 'loadChannelSettings' ? async () => ({ visibility, language }) : Reflect.get(target, key),
  });
}

/** A desk whose every answer has a property that Slack would refuse, were it not handled. */
function deskWith(change: (answer: Answer) => Answer): Desk {
  return answeredBy(wide, (request) => change(wide.ask(request)));
}

describe('blocks that Slack refuses', () => {
  test.each(['invalid_blocks', 'msg_blocks_too_long', 'invalid_blocks_format', 'msg_too_long', 'invalid_arguments'])(
    'for %s are sent as plain text instead of silence, and logged with the detail',
    async (error) => {
      const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace: virtualPace() });
      server.fail('chat.postMessage', {
        body: { ok: false, error, response_metadata: { messages: ['[ERROR] detail'] } },
      });
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts).toHaveLength(1);
      const [post] = server.posts;
      if (post === undefined) throw new Error('no post');
      expect(post.body.blocks).toBeUndefined();
      expect(show(post).text).toContain(samples.who.expect);
      expect(show(post).links).toContain(samples.who.link);
      expect(log.lines.find(({ level }) => level === 'warn')?.facts).toMatchObject({
        code: error,
        details: ['[ERROR] detail'],
      });
    },
  );

  test('are sent as plain text by a command too', async () => {
    const { adapter, delivery } = await startAdapter(server, 'http', { pace: virtualPace() });
    server.fail('response_url', { status: 400, body: { ok: false, error: 'invalid_blocks' } });
    await delivery.deliver(slack.command(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map((post) => [post.seenBy, post.body.blocks])).toEqual([[slack.ASKER, undefined]]);
  });

  test('because a picture is not ready yet are tried once more, then sent without it', async () => {
    const pace = virtualPace();
    const { adapter, delivery } = await startAdapter(server, 'socket', { pace });
    const refusal = { status: 400, body: { ok: false, error: 'invalid_blocks' } };
    server.fail('response_url', refusal, 2);
    await delivery.deliver(slack.command(server, '', { command: '/alliance-timeline' }));
    await server.waitFor(() => server.posts.length === 1, 10_000);
    await adapter.stop();
    expect(server.files.size).toBe(1);
    const types = server.posts[0]?.body.blocks.map((block: { type: string }) => block.type);
    expect(types).toContain('rich_text');
    expect(types).not.toContain('image');
  });
});

describe('a response address', () => {
  test('that is used up gives way to a message for the asker alone', async () => {
    const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.fail('response_url', { status: 404, body: { ok: false, error: 'expired_url' } });
    await delivery.deliver(slack.command(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map(({ via, seenBy }) => [via, seenBy])).toEqual([['chat.postEphemeral', slack.ASKER]]);
  });
});

describe('a busy Slack', () => {
  test('is waited for as long as it asked, then answered once', async () => {
    const pace = virtualPace();
    const { adapter, delivery } = await startAdapter(server, 'socket', { pace });
    server.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '3' }, body: { ok: false } });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(pace.slept).toContain(3_000);
    expect(server.posts).toHaveLength(1);
  });

  test('is not waited for longer than a person would; they read one line', async () => {
    const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.people.set(slack.ASKER, { locale: 'ja-JP', tz: 'Asia/Tokyo' });
    server.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '1200' }, body: { ok: false } });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map((post) => [post.channel, post.body.text])).toEqual([
      [slack.ASKER, 'Slackが混み合っています。少し待ってから、もう一度お試しください。'],
    ]);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test.each([[{ status: 503, body: {} }], [{ status: 429, headers: { 'retry-after': '5' }, body: { ok: false } }]])(
    'that delivers nothing for half a minute (%j) is asked again until the answer is there, once',
    async (failure) => {
      const pace = virtualPace();
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace });
      server.rage((method) => (method === 'chat.postMessage' && pace.now() < 30_000 ? failure : undefined));
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => show(post).text.includes(samples.who.expect))).toEqual([true]);
    },
  );

  test.each([
    [{ status: 500, body: {}, after: true }],
    [{ body: { ok: false, error: 'internal_error' }, after: true }],
    [{ status: 504, body: {} }],
  ])(
    'that may have delivered (%j) where nobody may look is not asked again: the asker is told, and no answer comes twice',
    async (failure) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
      server.scopes.delete('channels:history');
      server.fail('chat.postMessage', failure);
      server.fail('chat.postMessage', { status: 502, body: {} }, 3);
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      const answers = server.posts.filter((post) => show(post).text.includes(samples.who.expect));
      expect(answers).toHaveLength('after' in failure ? 1 : 0);
      expect(server.posts.at(-1)).toMatchObject({ channel: slack.ASKER });
      expect(server.posts.at(-1)?.body.text).toContain('did not confirm');
    },
  );

  test.each([
    [{ status: 500, body: {}, after: true }],
    [{ status: 503, body: {}, after: true }],
    [{ body: { ok: false, error: 'internal_error' }, after: true }],
    [{ status: 504, body: {} }],
    [{ status: 500, body: {} }],
  ])(
    'that may have delivered (%j) is looked up where it can be: there is one answer and nothing else',
    async (failure) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
      server.fail('chat.postMessage', failure);
      server.fail('conversations.replies', { status: 503, body: {} }, 2);
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => show(post).text.includes(samples.who.expect))).toEqual([true]);
    },
  );

  test.each([[{ status: 500, body: {}, after: true }], [{ status: 500, body: {} }]])(
    'that may have delivered what a command answers to everyone (%j) is looked up: there is one answer and nothing else',
    async (failure) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', {
        pace: virtualPace(),
        store: storeWith('public'),
      });
      server.fail('response_url', failure);
      await delivery.deliver(slack.command(server, samples.who.en));
      await server.waitFor(() => server.calls.some(({ method }) => method === 'conversations.history'));
      await server.waitFor(() => server.posts.length > 0);
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => show(post).text.includes(samples.who.expect))).toEqual([true]);
    },
  );

  test.each([
    [{ status: 500, body: {}, after: true }, 1],
    [{ status: 500, body: {} }, 0],
    [{ status: 200, body: { ok: false, error: 'internal_error' }, after: true }, 1],
    [{ status: 200, body: { ok: false, error: 'fatal_error' } }, 0],
  ])(
    'that may have delivered what only the asker sees (%j) is told with a button that shows the answer in its place',
    async (failure, before) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
      const answers = () => server.posts.filter((post) => show(post).text.includes(samples.who.expect));
      server.fail('response_url', failure);
      await delivery.deliver(slack.command(server, samples.who.en));
      await server.waitFor(() => server.posts.length > before);
      await server.quiet();
      expect(answers()).toHaveLength(before);
      const told = server.posts.at(-1);
      expect(told?.body.text).toContain('did not confirm');
      if (told === undefined) return;
      const [button] = slack.elements(told);
      expect(button?.label).toBe('Show the answer');
      await delivery.deliver(slack.press(server, told, button?.element ?? {}));
      await server.waitFor(() => answers().length > before);
      await server.quiet();
      await adapter.stop();
      expect(answers()).toHaveLength(before + 1);
      expect(server.posts.filter(({ body }) => body.text === told.body.text)).toEqual([]);
    },
  );

  test('that lasts for nine minutes is asked again until the answer is there, once, and counted', async () => {
    const pace = virtualPace();
    const late: string[] = [];
    const metrics = { onReply: (_platform: string, outcome: string) => late.push(outcome) };
    const { adapter, delivery } = await startAdapter(server, 'socket', { pace, metrics });
    const storm = [
      { status: 500, body: {}, after: true },
      { status: 502, body: {} },
      { status: 503, body: {} },
    ];
    server.rage(() => (pace.now() < 540_000 ? storm[Math.floor(pace.now()) % 3] : undefined));
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map((post) => show(post).text.includes(samples.who.expect))).toEqual([true]);
    expect(late).toEqual(['late']);
  });

  test('that fails for longer than anybody waits is given up', async () => {
    const pace = virtualPace();
    const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace });
    server.rage((method) => (method === 'chat.postMessage' ? { status: 503, body: {} } : undefined));
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toEqual([]);
    expect(pace.now()).toBeLessThan(1_400_000);
    expect(log.lines.map(({ sentence }) => sentence)).toContain('A notice could not be delivered.');
  });
});

describe('a refusal', () => {
  test.each([
    ['not_in_channel', '/invite'],
    ['no_permission', '/invite'],
    ['is_archived', 'is archived'],
    ['channel_not_found', 'cannot be found'],
    ['missing_scope', 'reinstall'],
    ['restricted_action', 'Workspace settings'],
    ['restricted_action_read_only_channel', 'Only some people may post'],
    ['restricted_action_thread_locked', 'is locked'],
    ['restricted_action_thread_only_channel', 'in threads alone'],
    ['restricted_action_of_a_kind_to_come', 'Workspace settings'],
    ['ekm_access_denied', 'suspended'],
    ['a_word_that_no_table_has', 'could not deliver'],
  ])('for %s brings the answer in private with the reason, and one log line with the fix', async (error, line) => {
    const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.fail('chat.postMessage', { body: { ok: false, error, needed: 'chat:write' } });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toHaveLength(1);
    const [post] = server.posts;
    expect(post?.channel).toBe(slack.ASKER);
    const { text } = post === undefined ? { text: '' } : show(post);
    expect(text).toContain(line);
    expect(text).toContain(samples.who.expect);
    expect(text).toContain(samples.who.en);
    const errors = log.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.facts).toMatchObject({ platform: 'slack', code: error });
    expect(String(errors[0]?.facts.fix)).not.toBe('');
  });

  test.each(['restricted_action_non_threadable_channel', 'cannot_reply_to_message', 'thread_not_found'])(
    'of a reply in a thread (%s) brings the answer in the channel',
    async (error) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
      server.fail('chat.postMessage', { body: { ok: false, error } });
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => [post.channel, post.thread])).toEqual([[slack.CHANNEL, undefined]]);
    },
  );

  test.each(['user_not_in_channel', 'channel_not_found', 'is_archived'])(
    'of a message for one person in the channel (%s) brings it by direct message',
    async (error) => {
      const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
      server.fail('response_url', { status: 404, body: { ok: false, error: 'expired_url' } });
      server.fail('chat.postEphemeral', { body: { ok: false, error } });
      await delivery.deliver(slack.command(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => [post.channel, show(post).text.includes(samples.who.expect)])).toEqual([
        [slack.ASKER, true],
      ]);
    },
  );

  test.each(['channel_is_archived', 'channel_not_found', 'action_prohibited', 'no_active_hooks'])(
    'by a response address (%s) leaves nobody in silence',
    async (error) => {
      const { adapter, delivery } = await startAdapter(server, 'http', { pace: virtualPace() });
      server.fail('response_url', { status: 403, body: { ok: false, error } }, 9);
      server.fail('chat.postEphemeral', { body: { ok: false, error: 'channel_not_found' } }, 9);
      await delivery.deliver(slack.command(server, samples.who.en));
      await server.quiet();
      await adapter.stop();
      expect(server.posts.map((post) => [post.channel, show(post).text.includes(samples.who.expect)])).toEqual([
        [slack.ASKER, true],
      ]);
    },
  );

  test.each(['expired_trigger_id', 'exchanged_trigger_id'])('of a form (%s) says to try again', async (error) => {
    const { adapter, delivery } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.fail('views.open', { body: { ok: false, error } });
    await delivery.deliver(slack.command(server, '', { command: '/alliance-digest' }));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map((post) => show(post).text)).toEqual([expect.stringContaining('took too long')]);
  });

  test('of the channel and of direct messages alike ends in the log, once each', async () => {
    const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.fail('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    server.fail('chat.postMessage', { body: { ok: false, error: 'messages_tab_disabled' } });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 'error').map(({ facts }) => facts.code)).toEqual([
      'not_in_channel',
      'messages_tab_disabled',
    ]);
  });

  test('of a revoked token is logged once with the fix; there is no way to tell the person', async () => {
    const { adapter, delivery, log } = await startAdapter(server, 'socket', { pace: virtualPace() });
    server.fail('chat.postMessage', { body: { ok: false, error: 'token_revoked' } });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toEqual([]);
    const errors = log.lines.filter(({ level }) => level === 'error');
    expect(errors.map(({ facts }) => [facts.code, facts.fix])).toEqual([
      ['token_revoked', 'reinstall the app and set the new SLACK_BOT_TOKEN'],
    ]);
  });

  test('of a locale lookup costs nothing but the locale', async () => {
    const { adapter, delivery } = await startAdapter(server, 'socket');
    server.fail('users.info', { body: { ok: false, error: 'missing_scope' } }, 9);
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toHaveLength(1);
  });

  test('by a desk that breaks is a calm line to the person', async () => {
    const desk = deskWith(() => {
      throw new Error('broken');
    });
    const { adapter, delivery } = await startAdapter(server, 'socket', { desk: () => desk });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map(({ body }) => body.text)).toEqual(['Something went wrong. Please try again in a moment.']);
  });
});

describe('hostile text', () => {
  test('in records and questions neither pings, links nor formats, in blocks or in plain text', async () => {
    const evil = '<!channel> <@U0VICTIM> <https://evil.example|click> *b* & <!subteam^S1>';
    const desk = deskWith((answer) => ({
      ...answer,
      headline: { ...answer.headline, text: evil },
      notes: [evil],
      suggestions: [evil],
      citations: answer.citations.map((citation) => ({ ...citation, title: evil, publisher: evil, locator: evil })),
    }));
    const { adapter, delivery } = await startAdapter(server, 'socket', { desk: () => desk, pace: virtualPace() });
    await delivery.deliver(slack.mention(server, evil));
    await server.quiet();
    server.fail('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    await delivery.deliver(slack.mention(server, evil, { channel: 'C0OTHER' }));
    await server.quiet();
    await delivery.deliver(slack.command(server, evil));
    await server.quiet();
    await adapter.stop();
    expect(server.posts).toHaveLength(3);
    for (const post of server.posts) {
      const shown = show(post);
      expect(shown.pings).toEqual([]);
      expect(shown.links.filter((link) => link.includes('evil.example') && post.body.blocks !== undefined)).toEqual([]);
      expect(post.body.text).not.toMatch(/<[!@#h]/);
      // A button's value is never shown.
      const seen = JSON.stringify(post.body, (key, value) => (key === 'value' ? undefined : value));
      expect(seen).not.toMatch(/<!channel>|<@U0VICTIM>/);
    }
  });

  test('of a message is taken apart before it is asked: mentions out, links as their words', async () => {
    const asked: string[] = [];
    const desk: Desk = answeredBy(wide, (request) => {
      asked.push(request.text);
      return wide.ask(request);
    });
    const { adapter, delivery } = await startAdapter(server, 'socket', { desk: () => desk });
    await delivery.deliver(
      slack.mention(
        server,
        '<!here> <@U0OTHER|bob> who met <https://e.example/x|the minister> in <#C1|tokyo> &amp; &lt;Guam&gt;　<mailto:a@b.example|a@b.example>',
      ),
    );
    await server.quiet();
    await adapter.stop();
    expect(asked).toEqual(['who met the minister in #tokyo & <Guam> a@b.example']);
  });
});

describe('the throttle', () => {
  test('says so once to the asker, then is silent', async () => {
    const verdicts = ['ok', 'notice', 'silent'] as const;
    let n = 0;
    const throttled: string[] = [];
    const { adapter, delivery } = await startAdapter(server, 'socket', {
      throttle: () => verdicts[n++] ?? 'silent',
      metrics: { onThrottled: (platform) => throttled.push(platform) },
      pace: virtualPace(),
    });
    for (let i = 0; i < 3; i += 1) {
      await delivery.deliver(slack.mention(server, samples.who.en));
      await server.quiet();
    }
    await adapter.stop();
    expect(server.posts.map(({ seenBy }) => seenBy)).toEqual([undefined, slack.ASKER]);
    expect(throttled).toEqual(['slack', 'slack']);
  });
});

describe('the channel queue', () => {
  test('lets one message a second into a channel, in order, and keeps channels apart', async () => {
    const pace = virtualPace();
    const queue = createChannelQueue(pace);
    const sent: [string, number][] = [];
    const send = (channel: string, name: string) => queue.run(channel, async () => void sent.push([name, pace.now()]));
    await Promise.all([send('A', 'a1'), send('A', 'a2'), send('A', 'a3')]);
    await send('B', 'b1');
    expect(sent).toEqual([
      ['a1', 0],
      ['a2', 1_000],
      ['a3', 2_000],
      ['b1', 2_000],
    ]);
  });

  test('goes on after a failure and waits out a hold', async () => {
    const pace = virtualPace();
    const queue = createChannelQueue(pace);
    const failed = queue.run('A', () => Promise.reject(new Error('refused')));
    await expect(failed).rejects.toThrow('refused');
    queue.hold('A', 5_000);
    expect(await queue.run('A', async () => pace.now())).toBe(5_000);
  });
});

describe('settings of a channel', () => {
  test.each([
    ['private', slack.ASKER],
    ['public', undefined],
  ] as const)('%s decide who sees answers to mentions and commands', async (visibility, seenBy) => {
    const { adapter, delivery } = await startAdapter(server, 'socket', { store: storeWith(visibility, 'ja') });
    await delivery.deliver(slack.mention(server, samples.who.en));
    await delivery.deliver(slack.command(server, samples.who.en));
    await server.quiet();
    await adapter.stop();
    expect(server.posts.map((post) => post.seenBy)).toEqual([seenBy, seenBy]);
    for (const post of server.posts) expect(show(post).text).toContain(samples.who.expectJa);
  });
});

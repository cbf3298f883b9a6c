import { describe, expect, test } from 'vitest';
import { samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import { type Json, type Post, TEAM } from './server/slack-server.ts';
import { show } from './shown.ts';
import { buttonOf, oldButton, useWorkspace } from './workspace.ts';

const at = useWorkspace();

describe('/alliance', () => {
  test.each([
    ['help', 'Ask about'],
    ['HELP', 'Ask about'],
    ['', 'Ask about'],
    ['使い方', '日米同盟の協議について'],
    ['ヘルプ', '日米同盟の協議について'],
  ])('%j explains itself', async (text, expected) => {
    await at.start();
    expect(show(await at.madeBy(slack.command(at.server, text))).text).toContain(expected);
  });

  test('explains itself in the language of the person', async () => {
    at.japanese();
    await at.start();
    expect(show(await at.madeBy(slack.command(at.server, ''))).text).toContain('日米同盟の協議について');
  });

  test('shows the question, which nobody else saw, above the answer', async () => {
    await at.start();
    const post = await at.madeBy(slack.command(at.server, samples.who.en));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(post.body.blocks[0].elements[0]).toMatchObject({ type: 'rich_text_quote' });
    expect(show(post).text).toContain(samples.who.en);
  });

  test('takes a verb with more words after it for a question', async () => {
    await at.start();
    expect(show(await at.madeBy(slack.command(at.server, 'help me: who attended in March 2025?'))).text).toContain(
      'Hegseth',
    );
  });

  test.each(['年表', 'timeline 2025', '年表　令和7年'])('%s shows the timeline with its picture', async (text) => {
    await at.start();
    const post = await at.madeBy(slack.command(at.server, text));
    expect(post.body.blocks.some((block: Json) => block.type === 'image' && block.slack_file.id.startsWith('F'))).toBe(
      true,
    );
  });

  test('a timeline of what cannot be read is refused with examples', async () => {
    await at.start();
    const post = await at.madeBy(slack.command(at.server, 'timeline blah'));
    expect(show(post)).toMatchObject({ private: true, text: expect.stringContaining('“blah”') });
  });

  test('a timeline takes nothing from the question before', async () => {
    await at.start();
    await at.madeBy(slack.command(at.server, samples.nothing.en));
    const post = await at.madeBy(slack.command(at.server, 'timeline 2025'));
    expect(show(post).text).toContain('Timeline');
  });

  test('a timeline that finds nothing says what is on record', async () => {
    await at.start();
    const post = await at.madeBy(slack.command(at.server, 'timeline 1990'));
    expect(show(post)).toMatchObject({ private: true, text: expect.stringContaining(samples.nothing.expect) });
  });

  test('sends the list at once and the picture after it when drawing takes long', async () => {
    const draw = () => new Promise<Buffer>((resolve) => setTimeout(() => resolve(Buffer.from('late')), 3_000));
    await at.start({ draw });
    const list = await at.madeBy(slack.command(at.server, '年表'));
    expect(list.body.blocks.some((block: Json) => block.type === 'image')).toBe(false);
    await at.server.waitFor(() => at.server.posts.length === 2);
    expect(at.server.posts[1]?.body.blocks.map((block: Json) => block.type)).toEqual(['image']);
  });

  test('uploads the picture as drawn', async () => {
    await at.start({ draw: undefined });
    await at.running.delivery.deliver(slack.command(at.server, '年表'));
    await at.server.waitFor(() => at.server.files.size === 1, 15_000);
    expect([...at.server.files.values()][0]?.toString('latin1')).toContain('PNG');
  });

  test('forgets a person on request', async () => {
    await at.start();
    await at.madeBy(slack.command(at.server, samples.who.en));
    await at.server.quiet();
    const post = await at.madeBy(slack.command(at.server, 'forget'));
    expect(post.body.text).toMatch(/deleted \([1-9]/);
    const followUp = await at.madeBy(slack.command(at.server, samples.followUp.en));
    expect(show(followUp).text).toContain(samples.nothing.expect);
  });

  /** Fills in the form of the channel's settings and sends it. */
  async function set(values: Json): Promise<void> {
    const opened = at.server.views.length;
    await at.running.delivery.deliver(slack.command(at.server, '設定'));
    await at.server.waitFor(() => at.server.views.length === opened + 1);
    const { callback_id, private_metadata, blocks } = at.server.views[opened].view;
    const state: Json = {};
    for (const { block_id } of blocks) state[block_id] = { it: values[block_id.split(':')[0]] ?? {} };
    await at.running.delivery.deliver(slack.submit(callback_id, state, private_metadata));
    // The channel is told, too.
    await at.server.waitFor(() => at.server.posts.some(({ body }) => body.text.includes('changed how questions')));
  }
  const chosen = (value: string) => ({ selected_option: { value } });

  test('shows answers to everyone where the channel is set so, and after a restart', async () => {
    await at.start();
    expect((await at.madeBy(slack.command(at.server, samples.who.en))).seenBy).toBe(slack.ASKER);
    await set({ visibility: chosen('public') });
    expect((await at.madeBy(slack.command(at.server, samples.who.en))).seenBy).toBeUndefined();
    await at.restart();
    expect((await at.madeBy(slack.command(at.server, samples.who.en))).seenBy).toBeUndefined();
  });

  test('answers in the language that the channel is set to, and after a restart', async () => {
    await at.start();
    await set({ language: chosen('ja') });
    expect(show(await at.madeBy(slack.command(at.server, samples.who.en))).text).toContain(samples.who.expectJa);
    await at.restart();
    expect(show(await at.madeBy(slack.command(at.server, samples.who.en))).text).toContain(samples.who.expectJa);
  });

  test('keeps the time zone that the channel is set to, and offers the settings in force', async () => {
    await at.start();
    await set({ zone: chosen('America/New_York'), visibility: chosen('private') });
    await at.restart();
    await at.running.delivery.deliver(slack.command(at.server, 'settings'));
    await at.server.waitFor(() => at.server.views.length === 2);
    expect(JSON.stringify(at.server.views[1].view)).toMatch(/"initial_option":.*America\/New_York/);
    expect(await at.store.loadChannelSettings('slack', TEAM, slack.CHANNEL)).toEqual({
      zone: 'America/New_York',
      visibility: 'private',
    });
  });
});

describe('the message shortcut', () => {
  test('looks up what a message mentions, for the asker alone', async () => {
    await at.start();
    const post = await at.madeBy(slack.shortcut(at.server, 'The defense ministers <@U1> met in March 2025.'));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).text).toContain('Hegseth');
    expect(show(post).pings).toEqual([]);
  });

  test('takes the beginning of a very long message', async () => {
    await at.start();
    expect(show(await at.madeBy(slack.shortcut(at.server, `March 2025 ${'word '.repeat(2_000)}`))).text).toContain(
      'Hegseth',
    );
  });
});

describe('the agent messages tab', () => {
  test.each([
    ['en-US', samples.who.en, 'From the consultations on record'],
    ['ja-JP', samples.who.ja, '記録にある協議から'],
  ])('suggests questions from the record to a person of %s', async (locale, message, title) => {
    at.server.people.set(slack.ASKER, { locale, tz: 'Asia/Tokyo' });
    await at.start();
    await at.running.delivery.deliver(slack.anyEvent('app-home-opened', { tab: 'messages' }));
    await at.server.waitFor(() => at.server.prompts.length === 1);
    await at.server.quiet();
    expect(at.server.prompts[0]).toMatchObject({ channel_id: 'D0ASKER', title, prompts: [{ message }] });
    expect(at.server.prompts[0].thread_ts).toBeUndefined();
    expect(at.server.homes).toEqual([]);
  });
});

describe('the Home tab', () => {
  test('shows coverage, examples, subscriptions and settings in the language of the person', async () => {
    at.japanese();
    await at.start();
    const place = { platform: 'slack', workspace: TEAM, channel: 'C0NEWS' } as const;
    await at.running.config.digests?.subscribe(place, slack.ASKER, { time: '08:30' });
    await at.running.config.digests?.subscribe(place, 'U0OTHER', { time: '10:00' });
    await at.running.delivery.deliver(slack.anyEvent('app-home-opened'));
    await at.server.waitFor(() => at.server.homes.length === 1);
    const text = JSON.stringify(at.server.homes[0].view.blocks);
    expect(text).toContain('記録：2025年3月30日から2025年3月30日まで、協議1件');
    expect(text).toContain(samples.who.ja);
    expect(text).toContain('<#C0NEWS> 毎日の08:30');
    expect(text).not.toContain('10:00');
    expect(text).toContain('設定');
  });

  test('asks an example in the direct messages with the person', async () => {
    await at.start();
    const element = { type: 'button', action_id: 'kyogi.ask.home.0', value: samples.who.en };
    const envelope = slack.press(
      at.server,
      { ts: '', channel: '', thread: undefined, seenBy: undefined, via: '', body: {} },
      element,
    );
    Object.assign(envelope.payload, { channel: undefined, response_url: undefined, container: { type: 'view' } });
    const post = await at.madeBy(envelope);
    expect(post.channel).toBe(slack.ASKER);
    expect(show(post).text).toContain('Hegseth');
  });
});

describe('feedback', () => {
  test('that an answer helped is stored and thanked for in private', async () => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    const thanks = await at.madeBy(slack.press(at.server, post, oldButton(post, 'kyogi.feedback', 'helpful')));
    expect(thanks.seenBy).toBe(slack.ASKER);
    expect((await at.store.listFeedback(9)).map(({ kind }) => kind)).toEqual(['helpful']);
  });

  test('that an answer is not right is asked after and stored with the question and the answer, whatever else the operator keeps', async () => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    await at.running.delivery.deliver(slack.press(at.server, post, buttonOf(post, 'Something wrong?')));
    await at.server.waitFor(() => at.server.views.length === 1);
    const { callback_id, private_metadata } = at.server.views[0].view;
    const values = {
      kind: { k: { selected_option: { value: 'wrong-person' } } },
      text: { t: { value: 'It was someone else.' } },
    };
    await at.madeBy(slack.submit(callback_id, values, private_metadata));
    const about = { question: samples.who.en, headline: expect.stringContaining('Hegseth'), language: 'en' };
    const text = 'It was someone else.';
    expect(await at.store.listFeedback(9)).toMatchObject([{ kind: 'wrong-person', text, platform: 'slack', about }]);
  });
});

describe('buttons', () => {
  test('in a channel are answered to the presser alone and leave the answer as it is', async () => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    const other = await at.madeBy(slack.press(at.server, post, buttonOf(post, '日本語'), {}, 'U0READER'));
    expect(other.seenBy).toBe('U0READER');
    expect(other.thread).toBe(post.thread);
    expect(at.server.posts[0]).toBe(post);
  });

  test('in a direct message change the answer in place', async () => {
    await at.start();
    const post = await at.madeBy(slack.direct(at.server, samples.who.en));
    await at.madeBy(slack.press(at.server, post, buttonOf(post, '日本語')));
    expect(at.server.posts).toHaveLength(1);
    expect(show(at.server.posts[0] as Post).text).toContain(samples.who.expectJa);
  });

  test('of an older version are answered politely', async () => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    const old = { type: 'button', action_id: 'kyogi.page', value: '{"page":2}' };
    const reply = await at.madeBy(slack.press(at.server, post, old));
    expect(reply.body.text).toContain('ask the question again');
  });

  test.each(['kyogi.sources', 'kyogi.timeline', 'kyogi.page'])('of version 0.1 still work: %s', async (id) => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    const reply = await at.madeBy(slack.press(at.server, post, oldButton(post, id)));
    expect(reply.seenBy).toBe(slack.ASKER);
    expect(show(reply).links).toContain(samples.who.link);
  });

  test('ask a suggestion where it was offered', async () => {
    await at.start();
    const post = await at.madeBy(slack.mention(at.server, samples.who.en));
    const reply = await at.madeBy(
      slack.press(at.server, post, buttonOf(post, 'When was the previous defense ministerial?')),
    );
    expect([reply.channel, reply.thread, reply.seenBy]).toEqual([post.channel, post.thread, undefined]);
  });
});

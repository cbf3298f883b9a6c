import { afterEach, describe, expect, it } from 'vitest';
import { samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';

let harness: DiscordHarness;
afterEach(() => harness.stop());

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

function autocomplete(name: string, value: string, change: Payload = {}): Payload {
  const base = payload('interaction-autocomplete');
  const data = base.data as Payload;
  return {
    ...base,
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { ...data, options: [{ name, type: 3, value, focused: true }], ...change },
  };
}

describe('autocomplete', () => {
  it('completes a question from the desk', async () => {
    const { server } = await start();
    const { type, data } = await server().interact(autocomplete('question', 'who'));
    expect(type).toBe(8);
    expect(data.choices).toEqual([{ name: samples.who.en, value: samples.who.en }]);
  });

  it('offers at most 25 time zones, the standard one first', async () => {
    const { server } = await start();
    const { data } = await server().interact(autocomplete('zone', '', { name: 'alliance-digest' }));
    expect(data.choices).toHaveLength(25);
    expect((data.choices as Payload[])[0]).toEqual({ name: 'Asia/Tokyo', value: 'Asia/Tokyo' });
  });

  it('gives no completions when the desk fails', async () => {
    const desk = () => {
      throw new Error('no desk');
    };
    const { server } = await start({ adapter: { desk } });
    const { data } = await server().interact(autocomplete('question', 'who'));
    expect(data.choices).toEqual([]);
  });

  it('stays quiet when Discord has forgotten the keystroke', async () => {
    const { server, logs, adapter } = await start();
    server().voidAfterMs = -1;
    await expect(server().interact(autocomplete('question', 'who'), 200)).rejects.toThrow('No response');
    await adapter().idle();
    expect(logs.filter((line) => line.level === 'warn' || line.level === 'error')).toEqual([]);
  });
});

describe('the ask command', () => {
  it('answers in the language of the reader when the question shows none', async () => {
    const { server, slash, more } = await start();
    const { post } = await server().interact(slash({ question: '2+2?', locale: 'ja' }));
    expect(post && (await more(shownOf(post)))).toContain('English');
  });

  it('answers in a direct message of a person who installed the app', async () => {
    const { server, slash } = await start();
    const { post } = await server().interact(slash({ dm: true }));
    expect(post && shownOf(post).text).toContain(samples.who.expect);
  });

  it('is answered without a defer', async () => {
    const { server, slash } = await start();
    const { type } = await server().interact(slash({}));
    expect(type).toBe(4);
  });

  it('shows the question above the answer without letting it format', async () => {
    const { command } = await start();
    const shown = await command('**who** <@1> attended');
    expect(shown.text).toContain('**who** <@1> attended');
    expect(shown.pings).toEqual([]);
  });

  it('follows up on the command before by the same person in the channel', async () => {
    const { command, idle } = await start();
    await command(samples.who.en);
    await idle();
    expect((await command(samples.followUp.en)).text).toContain(samples.followUp.expect);
  });

  it('follows up on a command by a reply to its answer', async () => {
    const { command, mention, idle } = await start();
    const first = await command(samples.who.en);
    await idle();
    const reply = await mention(samples.followUp.en, { replyTo: first });
    expect(reply.text).toContain(samples.followUp.expect);
  });

  it('is private in a channel set so', async () => {
    harness = createDiscordHarness();
    harness.store.loadChannelSettings = async () => ({ visibility: 'private' });
    await harness.start();
    expect((await harness.command(samples.who.en)).private).toBe(true);
  });

  it('tells a throttled person so, in private', async () => {
    const { command } = await start({ adapter: { throttle: () => 'silent' } });
    const shown = await command(samples.who.en);
    expect(shown.private).toBe(true);
    expect(shown.text).toContain('try again in a minute');
  });

  it('reports what it did to the metrics', async () => {
    const { command, asks, idle } = await start();
    await command(samples.who.en);
    await idle();
    expect(asks).toMatchObject([{ intent: 'who', status: 'answered' }]);
  });
});

describe('the message menu', () => {
  it('finds the consultations of a message for the presser alone', async () => {
    const { server } = await start();
    const base = payload('interaction-message-command');
    const { post } = await server().interact({ ...base, id: snowflake(), token: 'find' });
    expect(post?.ephemeral).toBe(true);
    expect(post && shownOf(post).text).toContain(samples.who.expect);
  });

  it('says so when the message has no text', async () => {
    const { server } = await start();
    const base = payload('interaction-message-command');
    const data = base.data as Payload;
    const target = String(data.target_id);
    const messages = (data.resolved as Payload).messages as Record<string, Payload>;
    const { post } = await server().interact({
      ...base,
      id: snowflake(),
      token: 'find',
      data: { ...data, resolved: { messages: { [target]: { ...messages[target], content: '' } } } },
    });
    expect(post && shownOf(post).text).toContain('could be read from this message');
  });
});

describe('buttons', () => {
  it('turns the asker’s own page in place', async () => {
    const { command, press, posts } = await start();
    const first = await command(samples.long.en);
    const second = await press(first, 'More');
    expect(second.id).toBe(first.id);
    expect(posts()).toHaveLength(1);
  });

  it('gives somebody else a private copy of the next page', async () => {
    const { command, server, component, customIdOf } = await start();
    const first = await command(samples.long.en);
    const press = component(first, customIdOf(first, 'More'));
    const member = press.member as Payload;
    const other = { ...(member.user as Payload), id: '1400000000000000222' };
    const { post } = await server().interact({ ...press, member: { ...member, user: other } });
    expect(post?.id).not.toBe(first.id);
    expect(post?.ephemeral).toBe(true);
  });

  it('asks again politely for a button of another version', async () => {
    const { command, server, component } = await start();
    const first = await command(samples.who.en);
    for (const id of ['k0|p|x', 'anything', 'k1|y|x', 'k1|p|', 'k1|p|unknown|2|0|x']) {
      const { post } = await server().interact(component(first, id));
      expect(post && shownOf(post).text).toContain('ask the question again');
      expect(post?.ephemeral).toBe(true);
    }
  });

  it('shows the timeline as a list and a picture with its text alternative', async () => {
    const { command, server, component, customIdOf, adapter } = await start();
    const first = await command(samples.who.en);
    const { post } = await server().interact(component(first, customIdOf(first, 'Details').replace('k1|d|', 'k1|t|')));
    // A busy machine draws it after the list has gone out.
    await adapter().idle();
    expect(post && shownOf(post).text).toContain('March 30, 2025');
    expect(post?.files[0]?.data.subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.stringify(post?.body.attachments)).toContain('March 30, 2025');
  });

  it.each([
    ['k1|o|', ['2025-03-30-defense-ministerial'], 'Joint Operations Command'],
    ['k1|n|', ['0'], 'When was the previous defense ministerial?'],
    ['k1|s|', undefined, samples.who.link],
    ['k1|d|', undefined, 'Joint Operations Command'],
  ])('takes a control of version 0.1: %s', async (form, values, expected) => {
    const { command, server, component, customIdOf, adapter } = await start();
    const first = await command(samples.who.en);
    const ask = customIdOf(first, 'Details').slice('k1|d|'.length);
    const rest = form === 'k1|n|' ? '|1' : form === 'k1|s|' ? '|0' : '';
    const { post } = await server().interact(component(first, `${form}${ask}${rest}`, values));
    await adapter().idle();
    const shown = post && shownOf(post);
    expect([shown?.text, ...(shown?.links ?? [])].join('\n')).toContain(expected);
  });

  it('asks a suggestion as a question of its own', async () => {
    const { command, press } = await start();
    const first = await command(samples.who.en);
    const next = await press(first, 'When was the previous defense ministerial?');
    expect(next.text).toContain('When was the previous defense ministerial?');
  });

  it('stores what the form says with the question and the answer, whatever else the operator keeps', async () => {
    const { command, press, server, component, customIdOf, store } = await start();
    const first = await command(samples.who.en);
    const menu = await press(first, '⋯');
    const form = await server().interact(component(menu, customIdOf(menu, 'Something wrong?')));
    expect(form.type).toBe(9);
    const modal = payload('interaction-modal');
    const { post } = await server().interact({
      ...modal,
      id: snowflake(),
      token: 'modal',
      data: { ...(modal.data as Payload), custom_id: form.data.custom_id },
    });
    expect(post && shownOf(post).text).toContain('Thank you');
    const about = { question: samples.who.en, headline: expect.stringContaining('Hegseth'), language: 'en' };
    expect(store.feedback).toMatchObject([{ kind: 'wrong-date', actor: ids.asker, text: 'it was the 29th', about }]);
  });
});

describe('the timeline command', () => {
  const timeline = (options: Payload[] = []): Payload => ({
    ...payload('interaction-slash'),
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { id: '1600000000000000002', name: 'alliance-timeline', type: 1, options },
  });

  it('answers with the list and the picture', async () => {
    const { server, adapter } = await start();
    const { post } = await server().interact(timeline([{ name: 'period', type: 3, value: '2025' }]));
    await adapter().idle();
    expect(post && shownOf(post).text).toContain('March 30, 2025');
    expect(post && shownOf(post).links).toContain(samples.who.link);
    expect(post?.files).toHaveLength(1);
  });

  it('tells the asker alone when a period cannot be read', async () => {
    const { server } = await start();
    const { post } = await server().interact(timeline([{ name: 'period', type: 3, value: '*blah*' }]));
    expect(post && shownOf(post).text).toContain('\\*blah\\*');
    expect(post?.ephemeral).toBe(true);
    expect(post?.files).toEqual([]);
  });

  it('that finds nothing tells the asker alone what is on record', async () => {
    const { server } = await start();
    const { post } = await server().interact(timeline([{ name: 'period', type: 3, value: '1990' }]));
    expect(post && shownOf(post).text).toContain(samples.nothing.expect);
    expect(post?.ephemeral).toBe(true);
  });

  it('names a filter that nothing on record goes by', async () => {
    const { server } = await start();
    const { post } = await server().interact(timeline([{ name: 'topic', type: 3, value: '*cheese*' }]));
    expect(post && shownOf(post).text).toContain('\\*cheese\\*');
    expect(post?.ephemeral).toBe(true);
  });

  it('opens a consultation for the presser alone and leaves the list as it is', async () => {
    const { server, adapter, press } = await start();
    const { post } = await server().interact(timeline());
    await adapter().idle();
    if (post === undefined) throw new Error('no timeline');
    const card = await press(shownOf(post), 'March 30, 2025 · Japan–U.S. Defense Ministerial Meeting');
    expect(card.private).toBe(true);
    expect(card.text).toContain('Joint Operations Command');
    expect(card.id).not.toBe(post.id);
  });

  it('can be followed up', async () => {
    const { server, command, idle } = await start();
    await server().interact(timeline());
    await idle();
    expect((await command(samples.followUp.en)).text).toContain(samples.followUp.expect);
  });
});

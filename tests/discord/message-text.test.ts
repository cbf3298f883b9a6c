import { afterEach, describe, expect, it } from 'vitest';
import { phrases } from '../../src/conversation/phrases.ts';
import { answeredBy, createFixtureDesk } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';

const WORDS = 'Defense ministerial of March 30, 2025';
const desk = createFixtureDesk();

let harness: DiscordHarness | undefined;
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
});

/** What "Find consultations" on a message asks, and what the person reads. */
async function find(message: Payload): Promise<{ asked: string | undefined; read: string; isPrivate: boolean }> {
  let asked: string | undefined;
  const listening = answeredBy(desk, (request) => {
    asked = request.text;
    return desk.ask(request);
  });
  harness = createDiscordHarness({ adapter: { desk: () => listening } });
  await harness.start();
  const base = payload('interaction-message-command');
  const data = base.data as Payload;
  const target = String(data.target_id);
  const messages = (data.resolved as Payload).messages as Record<string, Payload>;
  const { post } = await harness.server().interact({
    ...base,
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { ...data, resolved: { messages: { [target]: { ...messages[target], content: '', ...message } } } },
  });
  return { asked, read: post ? shownOf(post).text : '', isPrivate: post?.ephemeral ?? false };
}

const forwarded = (message: Payload) => ({
  message_reference: { type: 1, message_id: snowflake(), channel_id: '1300000000000000099', guild_id: ids.guild },
  message_snapshots: [{ message: { type: 0, content: '', embeds: [], attachments: [], components: [], ...message } }],
});
const display = (content: string) => ({ type: 10, content });
const V2 = { flags: 1 << 15 };
const attachment = (fields: Payload) => ({
  id: '1',
  filename: 'a.pdf',
  size: 1,
  url: 'https://cdn.example/a',
  ...fields,
});
const poll = {
  question: { text: WORDS },
  answers: [{ answer_id: 1, poll_media: { text: 'the 2+2' } }],
  expiry: null,
  allow_multiselect: false,
  layout_type: 1,
};

describe('"Find consultations" reads', () => {
  it.each<[string, Payload]>([
    ['what was typed', { content: WORDS }],
    ['a forward', forwarded({ content: WORDS })],
    ['a forward whose words stand in its embed', forwarded({ embeds: [{ type: 'rich', title: WORDS }] })],
    ['a forward of Components V2', forwarded({ components: [display(WORDS)], ...V2 })],
    ['a forward beside what was typed', { content: 'Look', ...forwarded({ content: WORDS }) }],
    ["an embed's title", { embeds: [{ type: 'rich', title: WORDS }] }],
    ["an embed's description", { embeds: [{ type: 'rich', description: WORDS }] }],
    ["an embed's fields", { embeds: [{ type: 'rich', fields: [{ name: 'Meeting', value: WORDS, inline: false }] }] }],
    ["an embed's footer", { embeds: [{ type: 'rich', title: 'News', footer: { text: WORDS } }] }],
    ["an embed's author", { embeds: [{ type: 'rich', author: { name: WORDS } }] }],
    ['the preview of an address', { content: 'https://news.example/1', embeds: [{ type: 'article', title: WORDS }] }],
    ['the third of several embeds', { embeds: [{ title: 'a' }, { title: 'b' }, { type: 'rich', description: WORDS }] }],
    ['a text display', { components: [display(WORDS)], ...V2 }],
    [
      'a section',
      {
        components: [
          {
            type: 9,
            components: [display(WORDS)],
            accessory: { type: 2, style: 5, url: 'https://a.example', label: 'Open' },
          },
        ],
        ...V2,
      },
    ],
    [
      'a section in a container',
      {
        components: [
          {
            type: 17,
            components: [
              { type: 14 },
              {
                type: 9,
                components: [display(WORDS)],
                accessory: { type: 11, media: { url: 'https://a.example/p.png' } },
              },
            ],
          },
        ],
        ...V2,
      },
    ],
    [
      'the description of a gallery',
      { components: [{ type: 12, items: [{ media: { url: 'https://a.example/p.png' }, description: WORDS }] }], ...V2 },
    ],
    ['a component of a kind still to come', { components: [{ type: 99, components: [display(WORDS)] }], ...V2 }],
    ["a poll's question", { poll }],
    [
      "a poll's answer",
      { poll: { ...poll, question: { text: 'Which?' }, answers: [{ answer_id: 1, poll_media: { text: WORDS } }] } },
    ],
    [
      "a poll's result",
      {
        embeds: [
          {
            type: 'poll_result',
            fields: [
              { name: 'poll_question_text', value: WORDS },
              { name: 'total_votes', value: '3' },
            ],
          },
        ],
      },
    ],
    ["a file's name", { attachments: [attachment({ filename: 'Defense_ministerial.pdf', title: WORDS })] }],
    ["a file's description", { attachments: [attachment({ description: WORDS })] }],
  ])('%s', async (_, message) => {
    const { asked, read, isPrivate } = await find(message);
    expect(asked).toContain(WORDS);
    expect(read).toContain('Hegseth');
    expect(isPrivate).toBe(true);
  });

  it('each part once, in the order of the message, and no label of a button', async () => {
    const { asked } = await find({
      content: 'First',
      embeds: [{ type: 'rich', title: 'Second', description: 'First' }],
      components: [{ type: 1, components: [{ type: 2, style: 5, url: 'https://a.example', label: 'Read on' }] }],
      attachments: [attachment({ filename: 'third.pdf' })],
    });
    expect(asked).toBe('First\nSecond\nthird.pdf');
  });

  it.each<[string, Payload]>([
    ['of nothing', {}],
    ['of a sticker alone', { sticker_items: [{ id: '1', name: 'hi', format_type: 1 }] }],
    ['that means "how do I use this"', { content: 'help' }],
  ])('a message %s, and says that it found nothing to look for', async (_, message) => {
    expect((await find(message)).read).toBe(phrases('en').noConsultationsInMessage);
  });
});

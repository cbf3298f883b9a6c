import { describe, expect, test } from 'vitest';
import { textOf } from '../../adapters/slack/message-text.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import { samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import type { Json } from './server/slack-server.ts';
import { show } from './shown.ts';
import { useWorkspace } from './workspace.ts';

const WORDS = 'Defense ministerial of March 30, 2025';
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const rich = (...elements: Json[]) => ({ type: 'rich_text', elements });
const line = (...elements: Json[]) => ({ type: 'rich_text_section', elements });
const run = (text: string, style?: Json) => ({ type: 'text', text, ...(style ? { style } : {}) });

describe('the text that people see of a message', () => {
  test.each<[string, Json]>([
    ['its text', { text: WORDS }],
    ['a section', { text: '', blocks: [{ type: 'section', text: mrkdwn(WORDS) }] }],
    [
      'a section beside a text for notifications',
      { text: 'New post', blocks: [{ type: 'section', text: mrkdwn(WORDS) }] },
    ],
    ['the fields of a section', { blocks: [{ type: 'section', fields: [mrkdwn('*Meeting*'), plain(WORDS)] }] }],
    ['a header', { blocks: [{ type: 'header', text: plain(WORDS) }] }],
    ['a context', { blocks: [{ type: 'context', elements: [{ type: 'image', alt_text: 'x' }, mrkdwn(WORDS)] }] }],
    ['a markdown block', { blocks: [{ type: 'markdown', text: WORDS }] }],
    [
      "a picture's title",
      { blocks: [{ type: 'image', image_url: 'https://a.example/p', title: plain(WORDS), alt_text: 'p' }] },
    ],
    [
      "a picture's alternative text",
      { blocks: [{ type: 'image', image_url: 'https://a.example/p', alt_text: WORDS }] },
    ],
    ['a video', { blocks: [{ type: 'video', title: plain('Video'), description: plain(WORDS), alt_text: 'v' }] }],
    [
      'a table',
      { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'Meeting' }], [rich(line(run(WORDS)))]] }] },
    ],
    [
      'rich text',
      {
        text: '',
        blocks: [rich(line(run('Defense '), run('ministerial of', { bold: true }), run(' March 30, 2025')))],
      },
    ],
    [
      'a list in rich text',
      { blocks: [rich({ type: 'rich_text_list', elements: [line(run('One')), line(run(WORDS))] })] },
    ],
    ['a quote in rich text', { blocks: [rich({ type: 'rich_text_quote', elements: [run(WORDS)] })] }],
    ['preformatted rich text', { blocks: [rich({ type: 'rich_text_preformatted', elements: [run(WORDS)] })] }],
    ["a link's words", { blocks: [rich(line({ type: 'link', url: 'https://a.example', text: WORDS }))] }],
    [
      'a block of a kind still to come',
      { blocks: [{ type: 'panorama', body: { type: 'section', text: plain(WORDS) } }] },
    ],
    ['the title of an attachment', { text: '', attachments: [{ title: WORDS }] }],
    ['the text of an attachment', { text: '', attachments: [{ text: WORDS, fallback: 'n' }] }],
    ['what stands before an attachment', { attachments: [{ pretext: WORDS }] }],
    ['the fields of an attachment', { attachments: [{ fields: [{ title: 'Meeting', value: WORDS, short: true }] }] }],
    ['the footer of an attachment', { attachments: [{ title: 'News', footer: WORDS }] }],
    ['the blocks of an attachment', { attachments: [{ blocks: [{ type: 'section', text: mrkdwn(WORDS) }] }] }],
    ['what an attachment falls back to', { attachments: [{ fallback: WORDS }] }],
    [
      'what an address unfurled to',
      {
        text: '<https://news.example/1>',
        attachments: [{ from_url: 'https://news.example/1', service_name: 'News', title: WORDS, text: 'More' }],
      },
    ],
    [
      'a forward',
      {
        text: '',
        attachments: [
          { is_share: true, is_msg_unfurl: true, author_name: 'Ann', text: WORDS, fallback: '[March 30] ann: x' },
        ],
      },
    ],
    [
      'a forward of blocks',
      {
        text: '',
        attachments: [
          {
            is_share: true,
            text: 'n',
            message_blocks: [{ team: 'T', channel: 'C', ts: '1', message: { blocks: [rich(line(run(WORDS)))] } }],
          },
        ],
      },
    ],
    ["a file's title", { text: '', files: [{ name: 'a.pdf', title: WORDS }] }],
    ["a file's name", { text: '', files: [{ name: WORDS }] }],
    ["a file's description", { text: '', files: [{ name: 'p.png', alt_txt: WORDS }] }],
    ['the file of a forward', { text: '', attachments: [{ is_share: true, files: [{ title: WORDS }] }] }],
  ])('is %s', (_, message) => {
    expect(
      textOf(message)
        .split('\n')
        .some((each) => each.includes(WORDS)),
    ).toBe(true);
  });

  test.each([
    [1_743_292_800, '2025-03-30T00:00:00Z'],
    ['soon', 'March 30, 2025'],
  ])('has a date of rich text (%s) as the moment, else in its words', (timestamp, shown) => {
    const date = { type: 'date', timestamp, format: '{date_long}', fallback: 'March 30, 2025' };
    expect(textOf({ blocks: [rich(line(run('Talks of'), date, run('in Tokyo')))] })).toBe(`Talks of ${shown} in Tokyo`);
  });

  test('is each part once, in order, without buttons, people and what was struck out', () => {
    const message = {
      text: 'First &amp; second',
      blocks: [
        rich(line(run('First & '), { type: 'user', user_id: 'U1' }, run('last', { strike: true }), run('second'))),
        {
          type: 'section',
          text: mrkdwn('Third <@U1> <https://a.example|page>'),
          accessory: { type: 'button', text: plain('Open') },
        },
        { type: 'actions', elements: [{ type: 'button', text: plain('Subscribe') }] },
      ],
      attachments: [{ text: 'Third page' }, { title: 'Fourth' }],
    };
    expect(textOf(message)).toBe('First & second\nThird page\nFourth');
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'text'],
    ['fields of other kinds', { text: 1, blocks: {}, attachments: ['a', null, { text: ['x'] }], files: [7] }],
    ['blocks within blocks without end', { blocks: [nested(500)] }],
  ])('of %s is none', (_, message) => {
    expect(textOf(message)).toBe('');
  });
});

function nested(depth: number): Json {
  let block: Json = { type: 'section', text: mrkdwn(WORDS) };
  for (let n = 0; n < depth; n += 1) block = { type: 'section', elements: [block] };
  return block;
}

describe('"Find consultations"', () => {
  const at = useWorkspace();

  test.each<[string, Json]>([
    ['an attachment', { attachments: [{ title: samples.who.en }] }],
    ['blocks', { blocks: [{ type: 'section', text: mrkdwn(samples.who.en) }] }],
    ['blocks beside a generic text', { text: 'posted', blocks: [{ type: 'section', text: mrkdwn(samples.who.en) }] }],
    ['a forward', { attachments: [{ is_share: true, text: samples.who.en }] }],
  ])('answers for %s', async (_, message) => {
    await at.start();
    const post = await at.madeBy(slack.shortcut(at.server, '', message));
    expect(post.seenBy).toBe(slack.ASKER);
    expect(show(post).text).toContain(samples.who.expect);
    expect(show(post).text).toContain(samples.who.en);
  });

  test.each([
    ['en-US', 'en', ''],
    ['ja-JP', 'ja', '<@U1>'],
    ['en-US', 'en', 'help'],
  ] as const)(
    'says to a person of %s (%s) that it found nothing to look for in "%s"',
    async (locale, language, text) => {
      at.server.people.set(slack.ASKER, { locale, tz: 'Asia/Tokyo' });
      await at.start();
      const shown = show(await at.madeBy(slack.shortcut(at.server, text)));
      expect(shown.text).toContain(phrases(language).noConsultationsInMessage);
    },
  );
});

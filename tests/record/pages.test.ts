import { ButtonStyle } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { timelineMessage } from '../../adapters/chat/message.ts';
import { FIT as DISCORD } from '../../adapters/discord/fit.ts';
import { renderAnswer as renderDiscord, render as renderOnDiscord } from '../../adapters/discord/render.ts';
import { renderDigests } from '../../adapters/discord/render-digest.ts';
import { FIT as SLACK } from '../../adapters/slack/fit.ts';
import { render as renderOnSlack, renderAnswer as renderSlack } from '../../adapters/slack/render.ts';
import { createLinks } from '../../adapters/web/links.ts';
import { type Pages, pagesAt } from '../../src/record/pages.ts';
import { messageFaults } from '../discord/server/validate.ts';
import { blockFaults } from '../slack/server/block-kit.ts';
import { realDesk } from '../web/harness.ts';

const pages = pagesAt('https://example.org/kyogi/');
const desk = realDesk();
const clock = { now: Temporal.Instant.from('2026-11-23T01:00:00Z'), zone: 'Asia/Tokyo' };
const page = 'https://example.org/kyogi/en/consultations/2025-03-30-defense-ministerial';
const list = 'https://example.org/kyogi/en/consultations?framework=defense-ministerial&from=2025-01-01&to=2025-12-31';

const answer = () => desk.ask({ text: 'Who attended the defense ministerial in March 2025?', clock });
const timeline = () =>
  desk.timeline({
    clock,
    language: 'en',
    period: { from: '2025-01-01', to: '2025-12-31' },
    filters: { frameworks: ['defense-ministerial'] },
  });

/** Every address that a button opens. */
function opened(message: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(message, (_, value) => {
    if (value?.url !== undefined && (value.type === 'button' || value.style === ButtonStyle.Link))
      found.push(value.url);
    return value;
  });
  return found;
}

describe('the addresses that others link to', () => {
  test('are those that the reading room has', () => {
    const links = createLinks({
      publicUrl: 'https://example.org/kyogi',
      localUrl: 'http://localhost',
      assetsVersion: '',
    });
    const at = (path: string, query?: readonly (readonly [string, string])[]) =>
      links.absolute(links.page('en', path, query));
    expect(pages.consultation('en', '2024-07-28-scc')).toBe(at('consultations/2024-07-28-scc'));
    expect(pages.answer('en', 'latest 2+2?', '2026-11-30')).toBe(
      at('ask', [
        ['q', 'latest 2+2?'],
        ['day', '2026-11-30'],
      ]),
    );
    expect(pages.list('en', { frameworks: ['scc'] }, { from: '2025-01-01', to: null })).toBe(
      at('consultations', [
        ['framework', 'scc'],
        ['from', '2025-01-01'],
      ]),
    );
  });
});

const discordTimeline = (at?: Pages) =>
  renderOnDiscord(timelineMessage(timeline(), answer().id, DISCORD, { leaf: 0, pages: at }));
const slackTimeline = (at?: Pages) =>
  renderOnSlack(timelineMessage(timeline(), answer().id, SLACK, { leaf: 0, pages: at }), 'F1');

describe('in chat, where there is a reading room', () => {
  test('Details opens the consultation on Discord and on Slack', () => {
    const discord = renderDiscord(answer(), { pages });
    expect(opened(discord)).toEqual([page]);
    expect(messageFaults({ ...discord, allowed_mentions: { parse: [] } }, new Map())).toEqual([]);
    const slack = renderSlack(answer(), { pages });
    expect(opened(slack.blocks)).toEqual([page]);
    expect(blockFaults(JSON.parse(JSON.stringify(slack.blocks)))).toEqual([]);
  });

  test('a timeline opens its own list', () => {
    expect(opened(discordTimeline(pages))).toEqual([list]);
    expect(opened(slackTimeline(pages).blocks)).toEqual([list]);
  });

  test('a digest opens the list of its filters, beside the button that stops it', () => {
    const digest = desk.digest({
      date: '2026-03-30',
      language: 'en',
      filters: { frameworks: ['defense-ministerial'] },
    });
    const messages = renderDigests([digest], { subscription: 'one', delivery: 'two' }, pages);
    expect(opened(messages)).toEqual(['https://example.org/kyogi/en/consultations?framework=defense-ministerial']);
    expect(messages.at(-1)?.components[0]?.components).toHaveLength(2);
  });
});

test('without one, everything stays in chat', () => {
  expect(opened([renderDiscord(answer()), renderSlack(answer()).blocks, slackTimeline()])).toEqual([]);
});

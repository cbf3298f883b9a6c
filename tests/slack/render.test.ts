import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardMessage, timelineMessage } from '../../adapters/chat/message.ts';
import { FIT } from '../../adapters/slack/fit.ts';
import { render, renderAnswer } from '../../adapters/slack/render.ts';
import { measure } from '../../adapters/slack/render-blocks.ts';
import { digestMessages } from '../../adapters/slack/render-digest.ts';
import type { Answer, Citation } from '../../src/answer/answer.ts';
import { blankQuery } from '../../src/reading/blank.ts';
import type { Language } from '../../src/text/language.ts';
import { createFixtureDesk } from '../adapters-fixture.ts';
import { blockFaults, readableCharacters } from './server/block-kit.ts';
import type { Json } from './server/slack-server.ts';
import { leavesOf, show } from './shown.ts';

const language = fc.constantFrom<Language>('ja', 'en');
const unit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('日', '米', '、', '。', 'カ', 'a', 'b', ' ', '.', '<', '>', '&', '|', '*', '_', '`'),
  },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '👍', '<!channel>', '<@U1>', '&amp;', '\n', '\u0007', '\u200b') },
);
// Of any length up to the most: left alone, fast-check keeps to short ones, which fit any message.
const text = (most: number) => fc.string({ unit, maxLength: most, size: 'max' });
const url = fc
  .tuple(fc.constantFrom('https', 'http'), fc.stringMatching(/^[a-z0-9/._%()-]{1,300}$/))
  .map(([scheme, path]) => `${scheme}://example.jp/${path}`);

const answers = fc
  .record({
    language,
    citations: fc.array(
      fc.record({ title: text(400), publisher: text(120), url, kind: fc.constantFrom('official', 'news', 'reprint') }),
      { maxLength: 40, size: 'max' },
    ),
    headline: text(3_000),
    statements: fc.array(fc.record({ text: text(2_500), cites: fc.array(fc.nat(39), { maxLength: 12 }) }), {
      maxLength: 40,
    }),
    notes: fc.array(text(300), { maxLength: 12, size: 'max' }),
    suggestions: fc.array(text(120), { maxLength: 8 }),
    choices: fc.array(fc.record({ label: text(120), question: text(200) }), { maxLength: 4 }),
    consultations: fc.array(fc.stringMatching(/^20\d\d-\d\d-\d\d-[a-z-]{3,30}$/), { maxLength: 120, size: 'max' }),
    page: fc.record({ index: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 1, max: 5 }) }),
  })
  .map(({ language, citations, headline, statements, ...rest }): Answer => {
    const all = citations.map(
      (each, index): Citation => ({
        ...each,
        n: index + 1,
        source: `source-${index}`,
        kind: each.kind as Citation['kind'],
        published: '2025-03-30',
        locator: language === 'ja' ? '第2段落' : 'para. 2',
      }),
    );
    const numbers = (cites: number[]) => [...new Set(cites.filter((n) => n < all.length).map((n) => n + 1))];
    return {
      id: '0123456789abcdef',
      status: 'answered',
      language,
      question: blankQuery({ text: 'question', language, ask: 'who' }),
      headline: { text: headline, citations: numbers([0]), consultation: null },
      statements: statements.map((each) => ({ text: each.text, citations: numbers(each.cites), consultation: null })),
      disclosures: [],
      focus: [],
      citations: all,
      knowledgeVersion: 'abcdef012345',
      ...rest,
    };
  });

function checked(blocks: readonly Json[], fallback: string): void {
  expect(blockFaults(blocks)).toEqual([]);
  expect(measure(blocks)).toBeLessThanOrEqual(12_000);
  expect(readableCharacters(blocks)).toBeLessThanOrEqual(12_000);
  expect(fallback.length).toBeGreaterThan(0);
  expect(fallback.length).toBeLessThanOrEqual(4_000 * 2);
  expect(fallback).not.toMatch(/<[!@#]/);
}

describe('any answer in either language', () => {
  test('renders within every limit, and all its citations are reached by paging', () => {
    fc.assert(
      fc.property(answers, fc.boolean(), (answer, isPrivate) => {
        const view = { question: isPrivate ? answer.headline.text : undefined, shareable: isPrivate };
        const links = new Set<string>();
        for (const message of leavesOf(answer, view)) {
          checked(message.blocks, message.text);
          const shown = show({ ts: '1', channel: 'C', thread: undefined, seenBy: undefined, via: '', body: message });
          for (const link of shown.links) links.add(link);
          expect(shown.pings).toEqual([]);
        }
        for (const citation of answer.citations) expect(links).toContain(citation.url);
      }),
      // Shrinking such large answers takes minutes; the seed is enough to see one again.
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('says the same in plain text, escaped, with every address', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const plain = renderAnswer(answer).plain();
        for (const each of plain) {
          expect(each.length).toBeLessThanOrEqual(4_000);
          expect(each.length).toBeGreaterThan(0);
          expect(each).not.toMatch(/[<>]/);
          expect(each.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
        }
        const whole = plain.join('\n');
        for (const { url } of answer.citations) expect(whole).toContain(url);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

describe('an ordinary answer', () => {
  const desk = createFixtureDesk();
  const clock = { now: Temporal.Instant.from('2026-11-23T01:00:00Z'), zone: 'Asia/Tokyo' };
  const blocksOf = (blocks: readonly unknown[]) => JSON.parse(JSON.stringify(blocks)) as Json[];

  test('in Japanese is bold by rich text, never by marks that need spaces around them', () => {
    const answer = desk.ask({ text: '2025年3月の防衛相会談の出席者は？', clock });
    const { blocks } = renderAnswer(answer);
    const [first] = blocksOf(blocks);
    expect(first.elements[0].elements[0]).toEqual({ type: 'text', text: answer.headline.text, style: { bold: true } });
    // Only sources are mrkdwn, for their size, and without emphasis.
    const marked = blocksOf(blocks).filter((block) => JSON.stringify(block).includes('mrkdwn'));
    expect(marked.map(({ type }) => type)).toEqual(['context']);
    expect(JSON.stringify(marked).replace(/<[^|]*\|/g, '')).not.toMatch(/[*_~`]/);
    expect(blocks).toMatchSnapshot();
  });

  test('in English looks as it did', () => {
    const answer = desk.ask({ text: 'Who attended the defense ministerial in March 2025?', clock });
    expect(renderAnswer(answer, { shareable: true, question: answer.question.text }).blocks).toMatchSnapshot();
  });

  test('leaves out the echo of a question that holds only control characters', () => {
    const answer = desk.ask({ text: '\u0007', clock });
    const { blocks } = renderAnswer(answer, { question: '\u0007' });
    expect(blockFaults(blocksOf(blocks))).toEqual([]);
  });

  test('carries its first line as the notification', () => {
    const answer = desk.ask({ text: 'Who attended the defense ministerial in March 2025?', clock });
    expect(renderAnswer(answer).text).toBe(answer.headline.text);
  });

  test('puts a card, a timeline and a digest within the limits', () => {
    for (const language of ['ja', 'en'] as const) {
      const card = desk.card('2025-03-30-defense-ministerial', language);
      if (card === undefined) throw new Error('no card');
      const timeline = desk.timeline({ clock, language });
      const digest = desk.digest({ date: '2026-03-30', language });
      const messages = [
        render(cardMessage(card, desk.ask({ text: 'x', clock, language }), FIT, { leaf: 0, titleOf: (id) => id })),
        render(timelineMessage(timeline, '0123456789abcdef', FIT, { leaf: 0 }), 'F1'),
        ...digestMessages([digest], 'F1'),
      ];
      for (const message of messages) checked(message.blocks, message.text);
    }
  });

  test('spreads a long timeline over messages that each keep the limits', () => {
    const timeline = desk.timeline({ clock, language: 'ja' });
    const [item] = timeline.items;
    if (item === undefined) throw new Error('no item');
    const items = Array.from({ length: 200 }, (_, n) => ({
      ...item,
      label: `${item.label}${n}`,
      place: '場所'.repeat(20),
    }));
    const leaf = (at: number) => timelineMessage({ ...timeline, items }, '0123456789abcdef', FIT, { leaf: at });
    const { leaves } = leaf(0);
    expect(leaves).toBeGreaterThan(1);
    const messages = Array.from({ length: leaves }, (_, at) => render(leaf(at), 'F1'));
    for (const message of messages) checked(message.blocks, message.text);
    const whole = messages.map((message) => JSON.stringify(message.blocks)).join();
    for (const { label } of items) expect(whole).toContain(label);
  });
});

import { describe, expect, test } from 'vitest';
import { cardMessage, timelineMessage } from '../../adapters/chat/message.ts';
import { FIT } from '../../adapters/slack/fit.ts';
import { render } from '../../adapters/slack/render.ts';
import { digestMessages } from '../../adapters/slack/render-digest.ts';
import { typedText } from '../../adapters/slack/text.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadCases } from '../golden/cases.ts';
import { blockFaults, readableCharacters } from './server/block-kit.ts';
import { leavesOf, show } from './shown.ts';

const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));
const clock = { now: Temporal.Instant.from('2026-11-23T01:00:00Z'), zone: 'Asia/Tokyo' };
const languages = ['ja', 'en'] as const;

function checked(message: { blocks: readonly unknown[] }): void {
  expect(blockFaults(message.blocks)).toEqual([]);
  expect(readableCharacters(message.blocks)).toBeLessThanOrEqual(12_000);
}

function everyPart(answer: Answer): void {
  const links = new Set<string>();
  for (const message of leavesOf(answer, { shareable: true, question: answer.question.text })) {
    checked(message);
    const body = { text: message.text, blocks: message.blocks };
    for (const link of show({ ts: '', channel: '', thread: undefined, seenBy: undefined, via: '', body }).links)
      links.add(link);
  }
  for (const { url } of answer.citations) expect(links).toContain(url);
}

describe('what a message says between the marks of Slack', () => {
  test.each([
    ['met on <!date^1743292800^{date_long}|a Sunday>', 'met on 2025-03-30'],
    ['~2024年~ 2025年3月の防衛相会談', '2025年3月の防衛相会談'],
    ['<https://www.mod.go.jp/2024/0728.html>の2025年3月の防衛相会談', '2025年3月の防衛相会談'],
    ['（<http://mod.go.jp|mod.go.jp>）2025年3月の防衛相会談', '2025年3月の防衛相会談'],
  ])('is asked as a reader sees it: %s', (text, plain) => {
    const ask = (question: string) => desk.ask({ text: question, clock });
    expect(ask(typedText(text)).question.period).toEqual(ask(plain).question.period);
    expect(ask(typedText(text)).consultations).toEqual(ask(plain).consultations);
  });
});

describe('what the record says', () => {
  test('in answer to golden questions keeps the limits and shows every source', () => {
    // Every fourth, of every kind: some 300 of them, as all take ten seconds.
    const some = loadCases(new URL('../golden', import.meta.url).pathname).filter((_, at) => at % 4 === 0);
    for (const { ask } of some) {
      const text = Array.isArray(ask) ? ask[0] : ask;
      everyPart(desk.ask({ text: String(text), clock }));
    }
  });

  test('of every consultation keeps the limits, in both languages', () => {
    for (const { id } of desk.knowledge().consultations) {
      for (const language of languages) {
        const card = desk.card(id, language);
        if (card === undefined) throw new Error(`no card of ${id}`);
        const answer = desk.ask({ text: 'March 2025', clock, language });
        checked(render(cardMessage(card, answer, FIT, { leaf: 0, titleOf: (each) => each })));
      }
    }
  });

  test('as a timeline of every year, and as a digest of every month, keeps the limits', () => {
    for (const language of languages) {
      for (let year = 2015; year <= 2026; year += 1) {
        const timeline = desk.timeline({ clock, language, period: { from: `${year}-01-01`, to: `${year}-12-31` } });
        checked(render(timelineMessage(timeline, '0123456789abcdef', FIT, { leaf: 0 }), 'F1'));
      }
      for (let month = 1; month <= 12; month += 1) {
        const digest = desk.digest({ date: `2026-${String(month).padStart(2, '0')}-28`, language, since: null });
        for (const message of digestMessages([digest], 'F1')) checked(message);
      }
    }
  });
});

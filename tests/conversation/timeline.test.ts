import { describe, expect, test } from 'vitest';
import { drawUp, type TimelineWords } from '../../src/conversation/timeline.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/text/language.ts';

const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));
const clock = { now: Temporal.Instant.from('2026-11-23T01:00:00Z'), zone: 'Asia/Tokyo' };

function drawn(words: TimelineWords, language: Language = 'en') {
  const read = drawUp(desk, words, { clock, language });
  if (read.kind === 'unread') throw new Error(read.text);
  return read;
}

function unread(words: TimelineWords, language: Language = 'en'): string {
  const read = drawUp(desk, words, { clock, language });
  return read.kind === 'unread' ? read.text : `read as ${read.timeline.title}`;
}

describe('a timeline asked for', () => {
  test('in words is the one that the same names chosen apart give', () => {
    const { timeline } = drawn({ text: '2+2 2024' });
    expect(timeline.items.map(({ consultation }) => consultation)).toEqual(['2024-07-28-scc']);
    expect(drawn({ text: '2024', named: { frameworks: ['SCC'] } }).timeline).toEqual(timeline);
  });

  test('for a framework alone covers the whole record', () => {
    const { timeline } = drawn({ named: { frameworks: ['2+2'] } });
    expect(timeline.from).toBe(desk.knowledge().coverage.from);
    expect(timeline.items.length).toBeGreaterThan(3);
  });

  test('in Japanese is in Japanese, whatever the person’s own language', () => {
    expect(drawn({ text: '拡大抑止協議' }).timeline.title).toContain('日米同盟の協議（拡大抑止協議）');
  });

  test('with a slip is read, and the title says as what', () => {
    expect(drawn({ text: 'extended deterence dialog' }).timeline.title).toContain('Extended Deterrence Dialogue');
  });

  test('of what is not on record comes with an answer that tells what is nearest and what the record covers', () => {
    const { timeline, answer } = drawn({ text: '2019', named: { frameworks: ['2+2'] } });
    expect(timeline.items).toEqual([]);
    expect(answer.status).toBe('not-found');
    expect(JSON.stringify(answer)).toMatch(/March 16, 2021.*covers \d+ consultations from January 21, 2021/);
  });
});

describe('what cannot be read', () => {
  test.each(['blah', 'blah 2025', 'Tokyo', 'other than the 2+2'])('is told and never passed over: %s', (text) => {
    expect(unread({ text })).toContain(`“${text}”`);
    expect(unread({ text })).toContain('last month');
  });

  test('is told in the language that it is typed in', () => {
    expect(unread({ text: 'ぬぬぬ' })).toContain('「ぬぬぬ」の年表は作れません');
  });

  test('as a name gets the nearest names on record', () => {
    expect(unread({ named: { frameworks: ['2+3'] } }, 'ja')).toMatch(
      /「2\+3」は記録にありません。もしかして：.*「2\+2」/,
    );
    expect(unread({ named: { topics: ['zzzzzz'] } })).toMatch(/“zzzzzz” is not on record\. Please choose/);
  });
});

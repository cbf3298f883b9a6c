import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/conversation/conversation.ts';
import { createDesk } from '../../src/desk.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createMemoryStore, samples } from '../adapters-fixture.ts';

const desk = createDesk(loadKnowledge(new URL('../../knowledge', import.meta.url).pathname));

/** Asks the real desk for a message of these lines. */
async function find(lines: readonly string[]) {
  const store = createMemoryStore();
  const conversations = createConversations({
    desk: () => desk,
    store,
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    keepText: false,
    gatherMs: 1,
    log: { warn: () => {}, error: () => {} },
  });
  const place = { platform: 'discord', actor: 'a', channel: 'c', keys: [] } as const;
  const result = await conversations.ask({ ...place, text: lines.join('\n'), lines });
  await conversations.settled();
  return { answer: result.kind === 'answer' ? result.answer : undefined, gaps: store.gaps };
}

describe('a message of several lines', () => {
  it.each([
    [
      'a press page with its preview',
      [
        'https://press.example/1.html',
        'MOFA',
        'Japan-U.S. defense ministerial',
        'Minister Nakatani met Secretary Hegseth in Tokyo on March 30, 2025.',
        'Ministry of Foreign Affairs',
      ],
    ],
    [
      'a post of a feed',
      ['外務省 新着情報', '日米防衛相会談', '2025年3月30日の日米防衛相会談', '外務省報道官室', 'NHKワールド'],
    ],
    ['words about something else', ['My cat Tama turned three', 'Defense ministerial of March 30, 2025', 'Osaka zoo']],
  ])('(%s) is answered by what one of them says where they hold nothing together', async (_, lines) => {
    const { answer, gaps } = await find(lines);
    expect(answer?.status).toBe('answered');
    expect(answer?.consultations).toContain('2025-03-30-defense-ministerial');
    expect(gaps).toEqual([]);
  });

  it('is refused as a whole where no line is on record', async () => {
    const { answer, gaps } = await find(['Summit of March 30, 1990', 'Defense ministerial of May 1991']);
    expect(answer?.status).toBe('not-found');
    expect(gaps).toHaveLength(1);
  });

  it('that is answered as a whole is not taken apart', async () => {
    const { answer } = await find([
      'Which meeting mattered most?',
      'Defense ministerial of March 30, 2025',
      '2+2 of July 2024',
    ]);
    expect(answer?.consultations).toContain('2024-07-28-scc');
    expect(answer?.consultations).toContain('2025-03-30-defense-ministerial');
  });
});

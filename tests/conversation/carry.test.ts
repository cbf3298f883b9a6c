import { describe, expect, it } from 'vitest';
import type { AskInput } from '../../src/conversation/contract.ts';
import { createConversations } from '../../src/conversation/conversation.ts';
import { createMemoryStore } from '../adapters-fixture.ts';
import { clock, desk } from '../reading/table.ts';

function start() {
  const conversations = createConversations({
    desk: () => desk,
    store: createMemoryStore(),
    clock: () => clock.now,
    zone: clock.zone,
    fallbackLanguage: 'en',
    keepText: false,
    gatherMs: 1,
    log: { warn: () => {}, error: () => {} },
  });
  const ask = async (text: string, more: Partial<AskInput> = {}) => {
    const asked = await conversations.ask({ platform: 'p', actor: 'a', channel: 'c', keys: ['k'], text, ...more });
    if (asked.kind !== 'answer') throw new RangeError(asked.text);
    return asked.answer;
  };
  return { conversations, ask };
}

describe('what a question takes from the conversation', () => {
  it.each([
    ['list summits in 2025', 'what did they say about Okinawa?', 'what did they say about Okinawa? (whole record)'],
    ['2025年の首脳会談の一覧', '沖縄については？', '沖縄については？（記録全体で）'],
  ])('can be left by one button: %s → %s', async (first, next, whole) => {
    const { conversations, ask } = start();
    await ask(first);
    const scoped = await ask(next);
    expect(scoped.question.frame).toBe('among');
    const offered = await conversations.offered(scoped.id, { from: 'scope' });
    expect(offered).toBe(whole);
    expect((await ask(offered ?? '')).question.frame).toBe('alone');
  });

  it('is nothing for a command, unless it points back or replies to an answer', async () => {
    const { ask } = start();
    const first = await ask('list summits in 2025');
    const carry = 'only-when-referring';
    expect((await ask('what did they say about Okinawa?', { carry, follows: first.id })).question.frame).toBe('among');
    await ask('list summits in 2025');
    expect((await ask('where was the first of those?', { carry })).question.frame).not.toBe('alone');
    await ask('list summits in 2025');
    expect((await ask('what did they say about Okinawa?', { carry })).question.frame).toBe('alone');
  });
});

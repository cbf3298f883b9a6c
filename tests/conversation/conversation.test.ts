import { describe, expect, it } from 'vitest';
import type { AskInput, ConversationOptions } from '../../src/conversation/contract.ts';
import { createConversations } from '../../src/conversation/conversation.ts';
import { stepsInTurn } from '../../src/conversation/in-turn.ts';
import type { Desk } from '../../src/desk.ts';
import { answeredBy, createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';

function setUp(options: Partial<ConversationOptions> = {}) {
  const store = createMemoryStore();
  const warnings: string[] = [];
  const desk = createFixtureDesk();
  const make = () =>
    createConversations({
      desk: () => desk,
      store,
      clock: () => Temporal.Instant.from(samples.now),
      zone: 'Asia/Tokyo',
      fallbackLanguage: 'en',
      keepText: false,
      gatherMs: 1,
      log: { warn: (_, sentence) => warnings.push(sentence), error: (_, sentence) => warnings.push(sentence) },
      ...options,
    });
  return { store, warnings, desk, make, conversations: make() };
}

const input = (text: string, change: Partial<AskInput> = {}): AskInput => ({
  platform: 'discord',
  actor: 'a',
  channel: 'c',
  keys: ['k'],
  text,
  ...change,
});

describe('steps taken in turn', () => {
  it('let a question have its turn between them', async () => {
    const { conversations } = setUp();
    let taken = 0;
    function* slowly() {
      for (; taken < 500; taken += 1) yield;
    }
    const steps = stepsInTurn(slowly(), 0);
    await conversations.ask(input(samples.who.en));
    expect(taken).toBeLessThan(500);
    await steps;
    expect(taken).toBe(500);
  });

  it('reject where one throws', async () => {
    function* failing() {
      yield;
      throw new Error('broken');
    }
    await expect(stepsInTurn(failing())).rejects.toThrow('broken');
  });
});

describe('a long question', () => {
  it('lets a short one be answered before it', async () => {
    const fixture = createFixtureDesk();
    let taken = 0;
    // Each step is longer than a turn.
    const desk: Desk = {
      ...fixture,
      *asking(request) {
        if (request.text === samples.followUp.en)
          for (; taken < 20; taken += 1) {
            for (const until = performance.now() + 6; performance.now() < until; );
            yield;
          }
        return fixture.ask(request);
      },
    };
    const { conversations } = setUp({ desk: () => desk });
    const long = conversations.ask(input(samples.followUp.en, { actor: 'a', keys: ['a'] }));
    await conversations.ask(input(samples.who.en, { actor: 'b', keys: ['b'] }));
    expect(taken).toBeLessThan(20);
    await long;
    expect(taken).toBe(20);
  });
});

describe('a conversation', () => {
  it('follows up before anything is written', async () => {
    const { conversations, store } = setUp({ gatherMs: 60_000 });
    await conversations.ask(input(samples.who.en));
    const second = await conversations.ask(input(samples.followUp.en));
    expect(second).toMatchObject({ kind: 'answer', answer: { headline: { text: expect.stringContaining('Tokyo') } } });
    expect(await store.loadConversation('k', 0)).toBeUndefined();
    await conversations.settled();
    expect(await store.loadConversation('k', 0)).toBeDefined();
  });

  it('follows up in another process once settled', async () => {
    const { conversations, make } = setUp();
    await conversations.ask(input(samples.who.en));
    await conversations.settled();
    const second = await make().ask(input(samples.followUp.en));
    expect(second).toMatchObject({ answer: { status: 'answered' } });
  });

  it('takes the answer replied to before the last question', async () => {
    const { conversations } = setUp();
    const first = await conversations.ask(input(samples.who.en, { keys: ['other'] }));
    const follows = first.kind === 'answer' ? first.answer.id : '';
    const second = await conversations.ask(input(samples.followUp.en, { follows }));
    expect(second).toMatchObject({ answer: { status: 'answered' } });
  });

  it('keeps what the answer rested on for the follow-up', async () => {
    const { conversations, store } = setUp();
    await conversations.ask(input(samples.who.en));
    await conversations.settled();
    expect(await store.loadConversation('k', 0)).toMatchObject({ answered: ['2025-03-30-defense-ministerial'] });
  });

  it('is not led astray by a question that found nothing', async () => {
    const { conversations } = setUp();
    await conversations.ask(input(samples.who.en));
    await conversations.ask(input(samples.nothing.en));
    expect(await conversations.ask(input(samples.followUp.en))).toMatchObject({ answer: { status: 'answered' } });
  });

  it('goes on after thanks from what was shown before', async () => {
    const { desk } = setUp();
    const polite = answeredBy(desk, (request) => {
      const answer = desk.ask(request);
      return request.text === 'thanks'
        ? { ...answer, question: { ...answer.question, ask: 'thanks' as const } }
        : answer;
    });
    const { conversations } = setUp({ desk: () => polite });
    await conversations.ask(input(samples.who.en));
    await conversations.ask(input('thanks'));
    expect(await conversations.ask(input(samples.followUp.en))).toMatchObject({
      answer: { headline: { text: expect.stringContaining('Tokyo') } },
    });
  });

  it('answers although the store fails, and remembers within the process', async () => {
    const { conversations, store, warnings } = setUp();
    store.broken = true;
    await conversations.ask(input(samples.who.en));
    await conversations.settled();
    expect(await conversations.ask(input(samples.followUp.en))).toMatchObject({ answer: { status: 'answered' } });
    expect(warnings.join()).toContain('The store failed');
  });

  it('writes what waited through an outage once the store is back', async () => {
    const { conversations, store, make } = setUp();
    store.broken = true;
    await conversations.ask(input(samples.who.en));
    await conversations.settled();
    store.broken = false;
    await conversations.ask(input('help', { keys: ['elsewhere'] }));
    await conversations.settled();
    expect(await make().ask(input(samples.followUp.en))).toMatchObject({ answer: { status: 'answered' } });
  });

  it('keeps no text of gaps unless the operator does', async () => {
    for (const keepText of [false, true]) {
      const { conversations, store } = setUp({ keepText });
      await conversations.ask(input(samples.nothing.en));
      await conversations.settled();
      expect(store.gaps).toMatchObject([{ text: keepText ? samples.nothing.en : null, reason: 'no-record' }]);
    }
  });

  it('takes 500 characters and not one more, counting characters and not code units', async () => {
    const { conversations } = setUp();
    expect(await conversations.ask(input('😀'.repeat(500)))).toMatchObject({ kind: 'answer' });
    expect(await conversations.ask(input('😀'.repeat(501)))).toMatchObject({ kind: 'hint', reason: 'too-long' });
    expect(await conversations.ask(input('あ'.repeat(501), { fallbackLanguage: 'ja' }))).toMatchObject({
      kind: 'hint',
      text: expect.stringContaining('500文字'),
    });
  });

  it('gives a hint, not an exception, when the desk fails', async () => {
    const { conversations, warnings } = setUp({
      desk: () => {
        throw new Error('no desk');
      },
    });
    expect(await conversations.ask(input(samples.who.en))).toMatchObject({
      kind: 'hint',
      reason: 'failed',
      speak: true,
    });
    expect(warnings).toEqual(['The desk failed on a question.']);
  });

  it('asks the desk once for a question that many ask', async () => {
    let asked = 0;
    const fixture = createFixtureDesk();
    const desk: Desk = answeredBy(fixture, (request) => {
      asked += 1;
      return fixture.ask(request);
    });
    const { conversations } = setUp({ desk: () => desk });
    for (const actor of ['a', 'b', 'c']) await conversations.ask(input(samples.who.en, { actor, keys: [actor] }));
    expect(asked).toBe(1);
  });

  it('asks a new desk anew', async () => {
    let version = 'one';
    const desks = new Map([
      ['one', createFixtureDesk('one')],
      ['two', createFixtureDesk('two')],
    ]);
    const { conversations } = setUp({ desk: () => desks.get(version) ?? createFixtureDesk() });
    await conversations.ask(input(samples.who.en));
    version = 'two';
    expect(await conversations.ask(input(samples.who.en, { keys: [] }))).toMatchObject({
      answer: { knowledgeVersion: 'two' },
    });
  });
});

describe('a button', () => {
  it('works in another process, and says when the record changed', async () => {
    const { conversations, make, store } = setUp();
    const first = await conversations.ask(input(samples.who.en));
    await conversations.settled();
    expect(store.broken).toBe(false);
    const id = first.kind === 'answer' ? first.answer.id : '';
    const pressed = await make().press(id, { view: 'answer', language: 'ja' }, { actor: 'b', shown: 'anotherversion' });
    expect(pressed).toMatchObject({ kind: 'answer', changed: true, answer: { language: 'ja' } });
  });

  it('of an answer no longer kept is expired', async () => {
    const { conversations } = setUp();
    expect(await conversations.press('unknown', { view: 'timeline' }, { actor: 'a' })).toEqual({ kind: 'expired' });
  });

  it('opens nothing when the answer rests on nothing', async () => {
    const { conversations } = setUp();
    const first = await conversations.ask(input(samples.nothing.en));
    const id = first.kind === 'answer' ? first.answer.id : '';
    expect(await conversations.press(id, { view: 'card' }, { actor: 'a' })).toEqual({
      kind: 'nothing',
      language: 'en',
    });
  });
});

describe('a message that nobody wrote as a question', () => {
  /** A desk that finds nothing for several lines together, and a period where a year stands. */
  function deskOfLines(): Desk {
    const fixture = createFixtureDesk();
    return answeredBy(fixture, (request) => {
      const nothing = request.text.includes('\n') || request.text.includes('1990');
      const answer = fixture.ask({ ...request, text: nothing ? samples.nothing.en : request.text });
      const period = request.text.includes('2025') ? { from: '2025-03-30', to: '2025-03-30' } : answer.question.period;
      return { ...answer, question: { ...answer.question, text: request.text, period } };
    });
  }
  const find = async (lines: readonly string[], desk = deskOfLines()) => {
    const { conversations, store } = setUp({ desk: () => desk });
    const result = await conversations.ask(input(lines.join('\n'), { lines, keys: [] }));
    await conversations.settled();
    return { asked: result.kind === 'answer' ? result.answer.question.text : undefined, gaps: store.gaps.length };
  };

  it('is answered by its first line with a date where the whole is not on record', async () => {
    const lines = ['The ministry', 'Ministers met', 'in Tokyo in March 2025', 'and in 2025 again'];
    expect(await find(lines)).toEqual({ asked: 'in Tokyo in March 2025', gaps: 0 });
  });

  it('is answered by its first line on record where none has a date', async () => {
    expect(await find(['help', 'of 1990', 'Ministers met'])).toEqual({ asked: 'Ministers met', gaps: 0 });
  });

  it('is refused as a whole where no line is on record', async () => {
    expect(await find(['help', 'of 1990'])).toEqual({ asked: 'help\nof 1990', gaps: 1 });
  });

  it('is not taken apart where it is answered', async () => {
    expect(await find(['Ministers met', 'in 2025'], createFixtureDesk())).toEqual({
      asked: 'Ministers met\nin 2025',
      gaps: 0,
    });
  });
});

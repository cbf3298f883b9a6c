import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConversations } from '../../src/conversation/conversation.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';

const desk = createFixtureDesk();
let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

const make = () =>
  createConversations({
    desk: () => desk,
    store,
    clock: () => Temporal.Instant.from(samples.now),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    keepText: true,
    gatherMs: 1,
    log: { warn: () => {}, error: () => {} },
  });

/** Somebody asks in a channel; resolves with the id of the answer. */
async function ask(conversations: ReturnType<typeof make>, actor: string): Promise<string> {
  const channel = 'c';
  const result = await conversations.ask({ platform: 'slack', actor, channel, keys: [actor], text: samples.who.en });
  await conversations.settled();
  return result.kind === 'answer' ? result.answer.id : '';
}

describe('forgetting a person', () => {
  it('deletes what another person pressed into being from what this one typed, here and in other processes', async () => {
    const conversations = make();
    const id = await ask(conversations, 'T:ANN');
    const pressed = await conversations.press(id, { view: 'answer', language: 'ja' }, { actor: 'T:BOB' });
    const other = pressed.kind === 'answer' ? pressed.answer.id : '';
    expect(other).not.toBe(id);
    await conversations.settled();
    await conversations.forget('slack', 'T:ANN');
    for (const each of [conversations, make()])
      for (const ask of [id, other])
        expect(await each.press(ask, { view: 'sources' }, { actor: 'T:BOB' })).toEqual({ kind: 'expired' });
  });

  it('leaves what another person typed, word for word, and its buttons', async () => {
    const conversations = make();
    await ask(conversations, 'T:ANN');
    const id = await ask(conversations, 'T:BOB');
    await conversations.forget('slack', 'T:ANN');
    for (const each of [conversations, make()])
      expect(await each.press(id, { view: 'sources' }, { actor: 'T:BOB' })).toMatchObject({ kind: 'answer' });
    await conversations.forget('slack', 'T:BOB');
    expect(await make().press(id, { view: 'sources' }, { actor: 'T:BOB' })).toEqual({ kind: 'expired' });
  });
});

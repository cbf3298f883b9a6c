import type { CuratorChannel } from '../../src/curators/channel.ts';
import type { CuratorNote } from '../../src/curators/note.ts';
import { createCuratorRunner } from '../../src/curators/runner.ts';
import type { CuratorSender } from '../../src/curators/sender.ts';
import type { SendOutcome } from '../../src/digest/delivery.ts';
import type { Store, StoredFeedback } from '../../src/store/store.ts';
import type { VirtualClock } from '../digest/delivery-fixture.ts';

export function reportOf(fields: Partial<StoredFeedback>): StoredFeedback {
  return {
    id: 'report-1-of-somebody',
    at: Date.parse('2026-03-30T00:00:00Z'),
    platform: 'discord',
    actor: 'ann',
    ask: 'a1',
    kind: 'wrong-date',
    text: null,
    about: {
      question: 'when did they meet?',
      headline: 'They met on March 30, 2025.',
      language: 'en',
      consultations: ['2025-03-30-defense-ministerial'],
    },
    knowledgeVersion: 'v',
    ...fields,
  };
}

/** A channel that keeps what is posted by its key; `answers` decides the coming posts, then everything is sent. */
export function fakeChannel(sender: Partial<CuratorSender> = {}) {
  const posts: { readonly key: string; readonly note: CuratorNote }[] = [];
  const answers: (SendOutcome | 'crash before' | 'crash after')[] = [];
  const channel: CuratorSender = {
    platform: 'discord',
    async post(_to, note, key) {
      const answer = answers.shift();
      if (answer === 'crash before') throw new Crash();
      if (answer !== undefined && answer !== 'crash after') return answer;
      posts.push({ key, note });
      if (answer === 'crash after') throw new Crash();
      return { kind: 'sent', messageId: `message${posts.length}` };
    },
    async find(_to, key) {
      const at = posts.findIndex((post) => post.key === key);
      return at === -1 ? null : { messageId: `message${at + 1}` };
    },
    ...sender,
  };
  return { channel, posts, answers, told: () => posts.map(({ note }) => note.passages.at(-1)?.text) };
}

/** Stands for the end of a process in the middle of a post. */
class Crash extends Error {}

export function runnerOn(
  store: Store,
  clock: VirtualClock,
  sender: CuratorSender,
  { secondsLater = 0, ...more }: { owner?: string; channel?: CuratorChannel; secondsLater?: number } = {},
) {
  return createCuratorRunner({
    store,
    sender,
    channel: { platform: 'discord', workspace: '', channel: '1' },
    clock: () => clock.now().add({ seconds: secondsLater }),
    zone: 'Asia/Tokyo',
    note: { language: 'en' },
    owner: 'alone',
    log: { info: () => {}, warn: () => {}, error: () => {} },
    mostADay: 4,
    mostOfOne: 3,
    ...more,
  });
}

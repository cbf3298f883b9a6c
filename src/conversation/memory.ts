import { setTimeout as rest } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Query } from '../reading/query.ts';
import type { Gap, SavedAsk, Store } from '../store/store.ts';

export type ConversationMemoryOptions = {
  readonly store: Pick<Store, 'loadConversation' | 'loadAsk' | 'saveTogether'>;
  readonly nowMs: () => number;
  /** Runs work on the store; resolves to `undefined` and tells the log when it fails. */
  readonly attempt: <T>(doing: string, work: () => Promise<T>) => Promise<T | undefined>;
  readonly conversationMs: number;
  readonly askMs: number;
  /** Asks kept in memory besides the store. */
  readonly mostAsks: number;
  /** How long writes are gathered, in milliseconds: answers go first, and a burst in one conversation is one write. */
  readonly gatherMs: number;
};

/** Writes that may wait; the oldest are given up. Past half of it nothing is gathered or spread any longer. */
const MOST_WAITING = 1_000;
/** An embedded database writes on this thread, and waits for the disk: answers get four fifths of the time. */
const REST_SHARE = 4;
const MOST_REST_MS = 250;
/** Rows of one transaction: some milliseconds of this thread. */
const MOST_TOGETHER = 50;

type Waiting =
  | { readonly actor: string; readonly at: number; readonly question: Query }
  | {
      readonly actor: string;
      readonly at: number;
      readonly id: string;
      readonly ask: SavedAsk;
      readonly from?: string | undefined;
    }
  | { readonly gap: Gap };

/** What is remembered of questions: read through to the store, written a moment behind the answer. */
export type ConversationMemory = {
  /** The question last kept under the first key that has one. */
  question(keys: readonly string[]): Promise<Query | undefined>;
  /** Resolves once stored, or given up; never rejects. */
  keepQuestion(key: string, actor: string, question: Query): Promise<void>;
  ask(id: string): Promise<SavedAsk | undefined>;
  /**
   * An id is a content key, so the same id is written once a person. `from`: the answer whose button `actor` pressed; what comes of it is of the
   * people who typed that. Never rejects.
   */
  keepAsk(id: string, actor: string, ask: SavedAsk, from?: string): Promise<void>;
  /** Drops from memory what this person alone typed. */
  forget(actor: string): void;
  /** Never rejects. */
  keepGap(gap: Gap): Promise<void>;
  /** Writes what is waiting now, and resolves when it is stored or the store failed. */
  settled(): Promise<void>;
  /** Ends all writing; returns how many questions stay unwritten. */
  close(): number;
};

/** Makes the memory of one process. Everything in it is bounded. */
export function createConversationMemory(options: ConversationMemoryOptions): ConversationMemory {
  const { store, nowMs, attempt } = options;
  const asks = new LRUCache<string, { readonly ask: SavedAsk; readonly people: Set<string> }>({
    max: options.mostAsks,
  });
  const waiting = new Map<string, Waiting>();
  let gathering: { done: Promise<void>; start: () => void } | undefined;
  let writing: Promise<void> = Promise.resolve();
  let gapsKept = 0;
  let closed = false;
  // Set while somebody waits for everything to be stored.
  let hurried = 0;

  function gather(): Promise<void> {
    if (gathering === undefined) {
      let start = () => {};
      const started = new Promise<void>((resolve) => {
        start = resolve;
      });
      const timer = setTimeout(start, options.gatherMs);
      const done = started.then(() => {
        clearTimeout(timer);
        gathering = undefined;
        writing = writing.then(flush);
        return writing;
      });
      gathering = { done, start };
    }
    if (waiting.size > MOST_WAITING / 2) gathering.start();
    return gathering.done;
  }

  async function flush(): Promise<void> {
    while (waiting.size > 0 && !closed) {
      const started = performance.now();
      const batch = [...waiting].slice(0, MOST_TOGETHER);
      const stored = await attempt('keeping questions', async () => {
        await write(batch);
        return true;
      });
      // A store that fails is tried again with the next question; until then this process still remembers.
      if (stored !== true) return;
      for (const [key, row] of batch) {
        // A newer question of the same conversation stays for the next round.
        if (waiting.get(key) === row) waiting.delete(key);
      }
      const pause = hurried > 0 ? 0 : (performance.now() - started) * REST_SHARE;
      // Even in a hurry events get their turn between two writes.
      await rest(Math.min(pause, MOST_REST_MS));
    }
  }

  async function write(batch: readonly (readonly [string, Waiting])[]): Promise<void> {
    const conversations = batch.flatMap(([key, row]) =>
      'question' in row
        ? [{ key, actor: row.actor, question: row.question, expiresAt: row.at + options.conversationMs }]
        : [],
    );
    const saved = batch.flatMap(([, row]) =>
      'ask' in row
        ? [{ id: row.id, actor: row.actor, ask: row.ask, from: row.from, expiresAt: row.at + options.askMs }]
        : [],
    );
    const gaps = batch.flatMap(([, row]) => ('gap' in row ? [row.gap] : []));
    await store.saveTogether({ conversations, asks: saved, gaps });
  }

  function wait(key: string, row: Waiting): Promise<void> {
    waiting.delete(key);
    waiting.set(key, row);
    if (waiting.size > MOST_WAITING) {
      const [oldest] = waiting.keys();
      if (oldest !== undefined) waiting.delete(oldest);
    }
    return gather();
  }

  return {
    async question(keys) {
      for (const key of keys) {
        const row = waiting.get(key);
        if (row !== undefined && 'question' in row) return row.question;
        const known = await attempt('reading a conversation', () => store.loadConversation(key, nowMs()));
        if (known !== undefined) return known;
      }
      return undefined;
    },

    keepQuestion(key, actor, question) {
      return wait(key, { actor, at: nowMs(), question });
    },

    async ask(id) {
      const known = asks.get(id)?.ask;
      return known ?? (await attempt('reading the answer of a button', () => store.loadAsk(id, nowMs())));
    },

    keepAsk(id, actor, ask, from) {
      const known = asks.get(id);
      const people = known?.people ?? new Set();
      const own = from === undefined ? [actor] : (asks.get(from)?.people ?? []);
      const isNew = known === undefined || [...own].some((each) => !people.has(each));
      for (const each of own) people.add(each);
      asks.set(id, { ask, people });
      if (!isNew) return Promise.resolve();
      // Keys of conversations never begin so.
      return wait(`\0ask:${id}:${from ?? actor}`, { actor, at: nowMs(), id, ask, from });
    },

    forget(actor) {
      for (const [id, { people }] of [...asks.entries()]) {
        if (people.delete(actor) && people.size === 0) asks.delete(id);
      }
    },

    keepGap(gap) {
      gapsKept += 1;
      return wait(`\0gap:${gapsKept}`, { gap });
    },

    async settled() {
      hurried += 1;
      try {
        gathering?.start();
        await gathering?.done;
        await writing;
      } finally {
        hurried -= 1;
      }
    },

    close() {
      closed = true;
      return waiting.size;
    },
  };
}

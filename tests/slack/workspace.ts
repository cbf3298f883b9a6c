import { afterEach, beforeEach } from 'vitest';
import type { SlackAdapterConfig } from '../../adapters/slack/config.ts';
import { createDigestService } from '../../src/digest/service.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { startAdapter } from './harness.ts';
import * as slack from './server/payloads.ts';
import { type Json, type Post, type SlackServer, startSlackServer } from './server/slack-server.ts';

type Running = Awaited<ReturnType<typeof startAdapter>>;

/** A workspace on a local server with a store, new for each test; the adapter joins it when a test says `start`. */
export function useWorkspace() {
  const desk = createFixtureDesk();
  const clock = () => Temporal.Instant.from(samples.now);
  let server: SlackServer;
  let store: Store;
  let running: Running | undefined;

  beforeEach(async () => {
    server = await startSlackServer();
    store = await openStore('sqlite::memory:');
    running = undefined;
  });
  afterEach(async () => {
    await running?.adapter.stop();
    await store.close();
    await server.close();
  });

  return {
    desk,
    clock,
    get server() {
      return server;
    },
    get store() {
      return store;
    },
    get running() {
      if (running === undefined) throw new Error('start the adapter first');
      return running;
    },
    async start(change: Partial<SlackAdapterConfig> = {}) {
      running = await startAdapter(server, 'socket', {
        store,
        digests: createDigestService({ store, desk: () => desk, clock, zone: 'Asia/Tokyo' }),
        ...change,
      });
      return running;
    },
    /** Ends the adapter and starts another on the same store. */
    async restart() {
      await this.running.adapter.stop();
      return this.start();
    },
    /** The person who asks reads Japanese. */
    japanese: () => server.people.set(slack.ASKER, { locale: 'ja-JP', tz: 'Asia/Tokyo' }),
    /** The message that an envelope led to. */
    async madeBy(envelope: Parameters<Running['delivery']['deliver']>[0]): Promise<Post> {
      const before = server.changes();
      await this.running.delivery.deliver(envelope);
      return server.changedAfter(before);
    },
  };
}

/** The button of a message by its label. */
export function buttonOf(post: Post, label: string): Json {
  const found = slack.elements(post).find((each) => each.label === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found.element;
}

/** A button as version 0.1 put it under an answer: its id says what is asked, its value of which answer. */
export function oldButton(post: Post, id: string, extra = ''): Json {
  const { value } = buttonOf(post, 'Details');
  const [, , ask] = String(value).split('|');
  return { type: 'button', action_id: id, value: `1|${ask}|1|1||${extra}` };
}

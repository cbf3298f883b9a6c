import { afterEach, describe, expect, it } from 'vitest';
import { createDigestService } from '../../src/digest/service.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { createFixtureDesk, samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, shownOf } from './harness.ts';
import { type Payload, payload, snowflake } from './server/payloads.ts';

const desk = createFixtureDesk();
const harnesses: DiscordHarness[] = [];
let store: Store;

afterEach(async () => {
  for (const harness of harnesses.splice(0)) await harness.stop();
  await store.close();
});

/** So many processes with one token on one database; each gets every event, from a server of its own. */
async function startProcesses(count: number): Promise<readonly DiscordHarness[]> {
  store = await openStore('sqlite::memory:');
  for (let n = 0; n < count; n += 1) {
    const digests = createDigestService({
      store,
      desk: () => desk,
      clock: () => Temporal.Instant.from(samples.now),
      zone: 'Asia/Tokyo',
    });
    const harness = createDiscordHarness({ adapter: { digests, store } });
    await harness.start();
    harnesses.push(harness);
  }
  return harnesses;
}

function digestCommand(name: string, options: Payload[] = []): Payload {
  return {
    ...payload('interaction-slash'),
    id: snowflake(),
    token: `token-${snowflake()}`,
    data: { id: '1600000000000000003', name: 'alliance-digest', type: 1, options: [{ name, type: 1, options }] },
  };
}

/** What an interaction given to every process was answered with, by those that answered. */
async function answers(processes: readonly DiscordHarness[], interaction: Payload): Promise<string[]> {
  for (const { server } of processes) {
    // Whoever leaves it to another process never answers.
    server()
      .interact(interaction, 5_000)
      .catch(() => {});
  }
  for (const { server, adapter } of processes) {
    // Events come in order: once a later one is answered, this one is under way or done with.
    await server().interact(digestCommand('list'), 20_000);
    await adapter().idle();
  }
  const posts = processes.flatMap(({ server }) => server().posts.filter((post) => post.answers === interaction.id));
  return posts.map((post) => shownOf(post).text);
}

describe('of two processes that get the same interaction', () => {
  it('one subscribes', async () => {
    const processes = await startProcesses(2);
    expect(await answers(processes, digestCommand('subscribe'))).toEqual([expect.stringContaining('Every day')]);
    expect(await store.listSubscriptions({})).toHaveLength(1);
  });

  it.each(['pause', 'resume', 'unsubscribe'])('one carries %s out', async (name) => {
    const processes = await startProcesses(2);
    await answers(processes, digestCommand('subscribe'));
    expect(await answers(processes, digestCommand(name))).toHaveLength(1);
  });

  it('one takes the button under a digest', async () => {
    const processes = await startProcesses(2);
    await answers(processes, digestCommand('subscribe'));
    const [made] = await store.listSubscriptions({});
    const press = { ...payload('interaction-component'), id: snowflake(), token: `token-${snowflake()}` };
    const data = { id: 2, component_type: 2, custom_id: `k1|u|${made?.id}` };
    expect(await answers(processes, { ...press, data })).toEqual([expect.stringContaining('stopped')]);
  });

  it('one stores what the form says', async () => {
    const processes = await startProcesses(2);
    const base = payload('interaction-modal');
    const data = { ...(base.data as Payload), custom_id: 'k1|f|0123456789abcdef' };
    const form = { ...base, data, id: snowflake(), token: `token-${snowflake()}` };
    expect(await answers(processes, form)).toHaveLength(1);
    expect(await store.listFeedback(9)).toHaveLength(1);
  });

  it('either may list, and Discord takes one list', async () => {
    const processes = await startProcesses(2);
    expect(await answers(processes, digestCommand('list'))).toHaveLength(2);
  });
});

describe('people who subscribe in the same moment', () => {
  it('get one subscription between them, and the others are told', async () => {
    const [process] = await startProcesses(1);
    const told = await Promise.all(
      ['1', '2', '3'].map(() => answers(process ? [process] : [], digestCommand('subscribe'))),
    );
    expect(told.flat().filter((text) => text.includes('Every day'))).toHaveLength(1);
    expect(told.flat().filter((text) => text.includes('already has a digest'))).toHaveLength(2);
    expect(await store.listSubscriptions({})).toHaveLength(1);
  });

  it('get no more than the limit', async () => {
    const [process] = await startProcesses(1);
    const told = await Promise.all(
      Array.from({ length: 14 }, (_, minute) =>
        answers(
          process ? [process] : [],
          digestCommand('subscribe', [{ name: 'time', type: 3, value: `7:${10 + minute}` }]),
        ),
      ),
    );
    expect(told.flat().filter((text) => text.includes('at most 10'))).toHaveLength(4);
    expect(await store.listSubscriptions({})).toHaveLength(10);
  });
});

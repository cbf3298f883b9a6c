import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CuratorSender } from '../../src/curators/sender.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { samples } from '../adapters-fixture.ts';
import { reportOf, runnerOn } from '../curators/fixture.ts';
import { virtualClock } from '../digest/delivery-fixture.ts';
import { createDiscordHarness, type DiscordHarness, shownOf } from './harness.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';

let harness: DiscordHarness;
let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  harness = createDiscordHarness({ adapter: { store } });
  await harness.start();
});
afterEach(async () => {
  await harness.stop();
  await store.close();
});

const sender = (): CuratorSender => harness.adapter().curators ?? fail();
const channel = { platform: 'discord', workspace: '', channel: ids.channel };
/** The runner of a process, a minute after the reports. */
const runner = () => runnerOn(store, virtualClock(samples.now), sender(), { channel, secondsLater: 60 });

function fail(): never {
  throw new Error('no sender');
}

/** Asks, presses "Something wrong?" behind ⋯ and sends the form with `text`. */
async function report(text: string): Promise<void> {
  const { command, press, server, component, customIdOf } = harness;
  const menu = await press(await command(samples.who.en, { private: true }), '⋯');
  const form = await server().interact(component(menu, customIdOf(menu, 'Something wrong?')));
  const modal = JSON.parse(JSON.stringify(payload('interaction-modal')).replace('it was the 29th', text)) as Payload;
  await server().interact({
    ...modal,
    id: snowflake(),
    token: `modal-${snowflake()}`,
    data: { ...(modal.data as Payload), custom_id: form.data.custom_id },
  });
}

describe('a report to curators on Discord', () => {
  it('comes from the form to the channel once, through a restart', async () => {
    await report('It was the 31st.');
    await harness.restart();
    await runner().tick();
    await runner().tick();
    const posts = harness.server().posts.filter(({ ephemeral }) => !ephemeral);
    expect(posts.map((post) => shownOf(post).text)).toEqual([
      expect.stringMatching(/^A date is wrong\n\*\*Question\*\*\n> Who attended .*\n> It was the 31st\.\n/s),
    ]);
    expect(harness.server().violations).toEqual([]);
  });

  it('holds what was typed as text: it pings nobody, formats nothing and links nowhere', async () => {
    await report(samples.hostile.text);
    await runner().tick();
    const [shown] = harness
      .server()
      .posts.filter(({ ephemeral }) => !ephemeral)
      .map(shownOf);
    expect(shown?.pings).toEqual([]);
    expect(shown?.links).toEqual([]);
    expect(shown?.text).toContain('\\*\\*who\\*\\*');
  });

  it('is found by its key once Discord has forgotten the nonce', async () => {
    const note = {
      language: 'en',
      heading: 'h',
      passages: [],
      records: [],
      recordsName: '',
      footer: 'Report 1',
    } as const;
    const now = Date.now();
    const between = { from: now - 1_000, to: now };
    await sender().post(channel, note, 'k'.repeat(24));
    harness.server().forgetNonces();
    expect(await sender().find(channel, 'k'.repeat(24), between)).toEqual({
      messageId: harness.server().posts.at(-1)?.id,
    });
    expect(await sender().find(channel, 'l'.repeat(24), between)).toBeNull();
  });

  it('of the greatest length is taken', async () => {
    const { id: _, ...longest } = reportOf({ at: Date.parse(samples.now), text: '*'.repeat(2_000) });
    await store.addFeedback(longest);
    await runner().tick();
    expect(harness.server().violations).toEqual([]);
    expect(harness.server().posts).toHaveLength(1);
  });

  it('waits where the bot may not post', async () => {
    harness.server().forbidden.set(ids.channel, 50_013);
    await report('one');
    await runner().tick();
    expect(await store.loadDelivery('curators', '2026-11-23')).toMatchObject({ state: 'claimed', posted: [] });
  });
});

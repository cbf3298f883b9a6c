import { describe, expect, test } from 'vitest';
import type { CuratorSender } from '../../src/curators/sender.ts';
import { samples } from '../adapters-fixture.ts';
import { reportOf, runnerOn } from '../curators/fixture.ts';
import { virtualClock } from '../digest/delivery-fixture.ts';
import * as slack from './server/payloads.ts';
import { type Post, TEAM } from './server/slack-server.ts';
import { show } from './shown.ts';
import { buttonOf, useWorkspace } from './workspace.ts';

const at = useWorkspace();
const channel = { platform: 'slack', workspace: TEAM, channel: 'C0CURATORS' };
const sender = (): CuratorSender => at.running.adapter.curators ?? fail();
const runner = () => runnerOn(at.store, virtualClock(samples.now), sender(), { channel, secondsLater: 60 });
const told = () => at.server.posts.filter((post) => post.channel === channel.channel);

function fail(): never {
  throw new Error('no sender');
}

/** Asks, chooses "Something wrong?" behind ⋯ and sends the form with `text`. */
async function report(text: string): Promise<void> {
  const post = await at.madeBy(slack.mention(at.server, samples.who.en));
  await at.running.delivery.deliver(slack.press(at.server, post, buttonOf(post, 'Something wrong?')));
  await at.server.waitFor(() => at.server.views.length > 0);
  const { callback_id, private_metadata } = at.server.views[at.server.views.length - 1].view;
  const values = {
    kind: { k: { selected_option: { value: 'wrong-date' } } },
    text: { t: { value: text } },
  };
  await at.madeBy(slack.submit(callback_id, values, private_metadata));
}

describe('a report to curators on Slack', () => {
  test('comes from the form to the channel once, through a restart', async () => {
    await at.start();
    await report('It was the 31st.');
    await at.running.adapter.stop();
    await at.start();
    await runner().tick();
    await runner().tick();
    expect(told().map((post) => show(post).text)).toEqual([
      expect.stringMatching(/A date is wrong.*Who attended .*It was the 31st\..*Report /s),
    ]);
  });

  test('holds what was typed as text: it pings nobody, formats nothing and links nowhere', async () => {
    await at.start();
    await report(samples.hostile.text);
    await runner().tick();
    const shown = show(told()[0] as Post);
    expect(shown.pings).toEqual([]);
    expect(shown.links).toEqual([]);
    expect(shown.text).toContain('**who**');
  });

  test('refused as blocks comes as plain text that formats nothing', async () => {
    await at.start();
    await report('*no*');
    at.server.fail('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    await runner().tick();
    expect(told().map(({ body }) => [body.blocks, body.mrkdwn])).toEqual([[undefined, false]]);
  });

  test('is found by its key, and not to be told of where the app may not read', async () => {
    await at.start();
    const { id: _, ...report } = reportOf({ at: Date.parse(samples.now) });
    await at.store.addFeedback(report);
    await runner().tick();
    const key = told()[0]?.body.metadata.event_payload.key;
    const posted = Number(told()[0]?.ts) * 1_000;
    const between = { from: posted - 1_000, to: posted };
    expect(await sender().find(channel, key, between)).toEqual({ messageId: told()[0]?.ts });
    expect(await sender().find(channel, 'another', between)).toBeNull();
    at.server.fail('conversations.history', { body: { ok: false, error: 'missing_scope' } });
    expect(await sender().find(channel, key, between)).toBeUndefined();
  });

  test('waits where the app is not in the channel', async () => {
    await at.start();
    await report('one');
    at.server.fail('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await runner().tick();
    expect(await at.store.loadDelivery('curators', '2026-11-23')).toMatchObject({ state: 'claimed', posted: [] });
  });
});

import { describe, expect, test } from 'vitest';
import { answeredBy, createFixtureDesk, samples } from '../adapters-fixture.ts';
import * as slack from './server/payloads.ts';
import { type Json, TEAM } from './server/slack-server.ts';
import { show } from './shown.ts';
import { buttonOf, useWorkspace } from './workspace.ts';

const at = useWorkspace();
const labels = (post: Parameters<typeof slack.elements>[0]) => slack.elements(post).map(({ label }) => label);

/** Opens the Home tab and resolves to its view. */
async function openHome(change: Json = {}): Promise<Json> {
  const before = at.server.homes.length;
  await at.running.delivery.deliver(slack.anyEvent('app-home-opened', change));
  await at.server.waitFor(() => at.server.homes.length > before);
  return at.server.homes[before].view;
}

/** A press in the Home tab. */
function pressAtHome(view: Json, element: Json) {
  const nowhere = { ts: '', channel: '', thread: undefined, seenBy: undefined, via: '', body: {} };
  const envelope = slack.press(at.server, nowhere, element);
  Object.assign(envelope.payload, { channel: undefined, response_url: undefined, container: { type: 'view' } });
  Object.assign(envelope.payload, { view: { id: 'V1', hash: 'h1', ...view } });
  return envelope;
}

function buttonIn(view: Json, label: string): Json {
  return view.blocks.flatMap((block: Json) => block.elements ?? []).find((each: Json) => each.text?.text === label);
}

describe('help', () => {
  test.each(['/alliance help', 'a mention', 'a direct message'])(
    'by %s is private and names every command',
    async (way) => {
      await at.start();
      const ask = { '/alliance help': slack.command, 'a mention': slack.mention, 'a direct message': slack.direct }[
        way
      ];
      const post = await at.madeBy((ask ?? slack.command)(at.server, 'help'));
      expect(post.seenBy).toBe(way === 'a direct message' ? undefined : slack.ASKER);
      const { text } = show(post);
      for (const said of [
        '/alliance',
        '/alliance-timeline',
        '/alliance-digest',
        '/alliance settings',
        'Find consultations',
        '90 days',
      ])
        expect(text).toContain(said);
      expect(JSON.stringify(post.body.blocks)).not.toContain('"type":"overflow"');
      expect(labels(post)).toContain('Forget my data');
    },
  );

  test('can be told to forget, after a confirmation', async () => {
    await at.start();
    await at.madeBy(slack.command(at.server, samples.who.en));
    await at.server.quiet();
    const post = await at.madeBy(slack.command(at.server, 'help'));
    const element = buttonOf(post, 'Forget my data');
    expect(element.confirm.text.text).toMatch(/^This deletes the questions/);
    const told = await at.madeBy(slack.press(at.server, post, element));
    expect(told.body.text).toMatch(/^What was kept about you has been deleted \([1-9]/);
  });

  test('is not needed to be forgotten: “forget me” in a direct message offers it', async () => {
    await at.start();
    const post = await at.madeBy(slack.direct(at.server, 'forget me'));
    expect(labels(post)).toEqual(['Forget my data']);
  });
});

describe('small talk and refusals', () => {
  test.each(['refuse', 'thanks', 'greeting', 'farewell'] as const)(
    '%s in a channel is answered to the asker alone',
    async (kind) => {
      const desk = createFixtureDesk();
      const talking = answeredBy(desk, (request) => {
        const answer = desk.ask(request);
        return { ...answer, consultations: [], citations: [], question: { ...answer.question, ask: kind } };
      });
      await at.start({ desk: () => talking });
      const post = await at.madeBy(slack.mention(at.server, 'thanks!'));
      expect(post.seenBy).toBe(slack.ASKER);
      expect(JSON.stringify(post.body.blocks).includes('"type":"overflow"')).toBe(kind === 'refuse');
    },
  );
});

describe('the Home tab', () => {
  test('says hello the first time, and not again', async () => {
    await at.start();
    expect(JSON.stringify(await openHome())).toContain('Hello! I answer questions');
    expect(JSON.stringify(await openHome({ view: { type: 'home' } }))).not.toContain('Hello!');
  });

  test('shows no marks and no version, and dates as people write them', async () => {
    await at.start();
    const text = JSON.stringify(await openHome());
    expect(text).not.toMatch(/`|version|\d{4}-\d\d-\d\d/);
    expect(text).toContain('On record: 1 consultations, March 30, 2025 to March 30, 2025');
  });

  test('shows how direct messages are set, and changes it', async () => {
    await at.start();
    const view = await openHome();
    expect(JSON.stringify(view)).toContain('Language of answers: Same as the question');
    await at.running.delivery.deliver(pressAtHome(view, buttonIn(view, 'Change')));
    await at.server.waitFor(() => at.server.views.length === 1);
    const form = at.server.views[0].view;
    const [language] = form.blocks;
    expect(form.blocks).toHaveLength(2);
    const values = { [language.block_id]: { it: { selected_option: { value: 'ja' } } } };
    await at.running.delivery.deliver(slack.submit(form.callback_id, values, form.private_metadata));
    await at.server.waitFor(() => at.server.homes.length === 2);
    expect(JSON.stringify(at.server.homes[1].view)).toContain('Language of answers: 日本語');
    expect(await at.store.loadChannelSettings('slack', TEAM, slack.DIRECT)).toEqual({ language: 'ja' });
    expect(show(await at.madeBy(slack.direct(at.server, samples.who.en))).text).toContain(samples.who.expectJa);
  });

  test('opens the settings of a channel that is chosen there', async () => {
    await at.start();
    await at.store.saveChannelSettings('slack', TEAM, slack.CHANNEL, { language: 'en' });
    const home = await openHome();
    await at.running.delivery.deliver(pressAtHome(home, buttonIn(home, 'Settings of a channel')));
    await at.server.waitFor(() => at.server.views.length === 1);
    const form = at.server.views[0].view;
    expect(form.blocks).toHaveLength(1);
    const select = { type: 'conversations_select', action_id: form.blocks[0].element.action_id };
    const chosen = pressAtHome(form, { ...select, selected_conversation: slack.CHANNEL });
    Object.assign(chosen.payload.view, { private_metadata: form.private_metadata });
    await at.running.delivery.deliver(chosen);
    await at.server.waitFor(() => at.server.views.length === 2);
    expect(at.server.views[1].view.blocks).toHaveLength(4);
    expect(JSON.stringify(at.server.views[1].view)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"English"',
    );
  });

  test('forgets the person, says so above, and still shows the settings', async () => {
    await at.start();
    const view = await openHome();
    await at.running.delivery.deliver(pressAtHome(view, buttonIn(view, 'Forget my data')));
    await at.server.waitFor(() => at.server.homes.length === 2);
    const { blocks } = at.server.homes[1].view;
    expect(blocks[0].elements[0].text).toMatch(/^What was kept about you has been deleted/);
    expect(JSON.stringify(blocks)).toContain('Direct messages with me');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { phrases } from '../../src/conversation/phrases.ts';
import { createThrottle } from '../../src/conversation/throttle.ts';
import { samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, shownOf } from './harness.ts';
import { type Payload, payload, snowflake } from './server/payloads.ts';

let harness: DiscordHarness;
afterEach(() => harness.stop());

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

function limited(channelPerMinute = 60): HarnessOptions {
  const throttle = createThrottle({ userPerMinute: 3, channelPerMinute });
  return { adapter: { throttle: (actor, channel) => throttle.allow(actor, channel, performance.now()) } };
}

const said = phrases('en');

describe('a flood by one person', () => {
  it('gets one notice for 60 mentions at once', async () => {
    const { server, message, adapter } = await start(limited());
    for (let index = 0; index < 60; index += 1) server().say(message(samples.who.en));
    await server().nextPost(({ body }) => body.content === said.tooManyQuestions);
    await adapter().idle();
    expect(server().posts.filter(({ body }) => body.content === said.tooManyQuestions)).toHaveLength(1);
    expect(server().posts).toHaveLength(4);
  });

  it('posts once for Share pressed 50 times at once, and says so to who presses again', async () => {
    const { command, press, server, component, customIdOf } = await start();
    const menu = await press(await command(samples.who.en, { private: true }), '⋯');
    const share = customIdOf(menu, 'Share');
    const pressed = await Promise.all(Array.from({ length: 50 }, () => server().interact(component(menu, share))));
    const posts = pressed.flatMap(({ post }) => (post === undefined ? [] : [post]));
    expect(posts.filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
    expect(posts.filter((post) => shownOf(post).text.includes(said.sharedAlready))).toHaveLength(49);
  });

  it('counts timelines as questions', async () => {
    const { server } = await start(limited());
    const timeline = (): Payload => ({
      ...payload('interaction-slash'),
      id: snowflake(),
      token: `token-${snowflake()}`,
      data: { ...(payload('interaction-slash').data as Payload), name: 'alliance-timeline', options: [] },
    });
    const answers = [];
    for (let asked = 0; asked < 5; asked += 1) answers.push(await server().interact(timeline()));
    const refused = answers.filter(({ post }) => post !== undefined && shownOf(post).text === said.tooManyQuestions);
    expect(refused).toHaveLength(2);
  });
});

describe('a flood of a channel', () => {
  it('gets one notice for 60 mentions by 60 people at once', async () => {
    const { server, message, adapter } = await start(limited(3));
    const author = message('').author as Payload;
    for (let index = 0; index < 60; index += 1)
      server().say(
        message(samples.who.en, { change: { author: { ...author, id: `14000000000000${20_000 + index}` } } }),
      );
    await server().nextPost(({ body }) => body.content === said.tooManyInChannel);
    await adapter().idle();
    expect(server().posts.filter(({ body }) => body.content === said.tooManyInChannel)).toHaveLength(1);
    expect(server().posts).toHaveLength(4);
  });
});

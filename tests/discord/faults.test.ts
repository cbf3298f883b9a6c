import { afterEach, describe, expect, it } from 'vitest';
import { samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions, settle, shownOf } from './harness.ts';
import { ids, type Payload, payload } from './server/payloads.ts';

let harness: DiscordHarness;
afterEach(() => harness.stop());

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

const callbacks = (_method: string, path: string) => path.endsWith('/callback');
const messages = (method: string, path: string) => method === 'POST' && path.endsWith('/messages');

describe('an interaction', () => {
  it('that is too old is logged with its age and nothing more', async () => {
    const { server, slash, logs, adapter } = await start();
    server().voidAfterMs = -1;
    await expect(server().interact(slash({}), 200)).rejects.toThrow('No response');
    await adapter().idle();
    const [line] = logs.filter((each) => each.level === 'warn');
    expect(line?.sentence).toContain('too late');
    expect(line?.facts.ageMs).toBeTypeOf('number');
  });

  it('answered by another process is left alone', async () => {
    const { server, slash, logs, adapter } = await start();
    server().failures.push({
      match: callbacks,
      times: 1,
      status: 400,
      body: { code: 40_060, message: 'acknowledged' },
    });
    await expect(server().interact(slash({}), 200)).rejects.toThrow('No response');
    await adapter().idle();
    expect(logs.filter((each) => each.level === 'warn' || each.level === 'error')).toEqual([]);
  });

  it('is answered after a 429 and 5xx within its life', async () => {
    const { server, command } = await start();
    server().failures.push(
      {
        match: callbacks,
        times: 1,
        status: 429,
        headers: { 'retry-after': '0.1' },
        body: { retry_after: 0.1, global: false },
      },
      { match: callbacks, times: 2, status: 503 },
    );
    expect((await command(samples.who.en)).text).toContain(samples.who.expect);
  });

  it('is answered plainly when the message is refused', async () => {
    const { server, command, logs } = await start();
    server().failures.push({
      match: callbacks,
      times: 1,
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
    });
    const shown = await command(samples.who.en);
    expect(shown.text).toContain(samples.who.expect);
    expect(shown.links).toContain(samples.who.link);
    expect(JSON.stringify(logs)).not.toContain('token-');
  });

  it('is answered once when the connection breaks after Discord took the answer', async () => {
    const { server, slash, adapter } = await start();
    server().failures.push({ match: callbacks, times: 1, drop: 'after' });
    await server().interact(slash({}));
    await adapter().idle();
    expect(server().posts).toHaveLength(1);
  });

  it('is answered when Discord failed for a moment', async () => {
    const { server, slash, adapter } = await start();
    server().failures.push({ match: callbacks, times: 9, status: 503 });
    await server().interact(slash({}));
    await adapter().idle();
    expect(server().posts.map((post) => shownOf(post).text.includes(samples.who.expect))).toEqual([true]);
  });

  it('gets a calm sentence when the desk fails', async () => {
    let fail = false;
    const fixture = (await import('../adapters-fixture.ts')).createFixtureDesk();
    const desk = () => {
      if (fail) throw new Error('no desk');
      return fixture;
    };
    const { command } = await start({ adapter: { desk } });
    fail = true;
    const shown = await command(samples.who.en);
    expect(shown.private).toBe(true);
    expect(shown.text).toContain('Something went wrong');
  });
});

describe('a mention', () => {
  it('in a channel that is gone ends quietly', async () => {
    const { server, adapter, message, logs } = await start();
    server().gone.add(ids.channel);
    server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(server().posts).toEqual([]);
    expect(logs.filter((line) => line.level === 'error')).toEqual([]);
  });

  it.each([
    ['refuses connections or fails', { status: 502 }],
    ['takes replies and loses its responses', { drop: 'after' as const }],
  ])('is answered once however long Discord %s', async (_title, failure) => {
    const { server, adapter, message } = await start({ adapter: { retryPausesMs: [5, 10, 20] } });
    server().failures.push({ match: messages, times: 11, ...failure });
    server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(server().posts.map((post) => shownOf(post).text.includes(samples.who.expect))).toEqual([true]);
  });

  it('is answered once also when Discord no longer knows the nonce of the reply that it took', async () => {
    const { server, adapter, message } = await start({ adapter: { retryPausesMs: [80, 80] } });
    let tries = 0;
    server().failures.push({
      match(method, path) {
        if (!messages(method, path) || tries === 1) return false;
        tries += 1;
        setTimeout(() => server().forgetNonces(), 40);
        return true;
      },
      times: Number.POSITIVE_INFINITY,
      drop: 'after',
    });
    server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(tries).toBe(1);
    expect(server().posts).toHaveLength(1);
  });

  it('is answered once when the connection breaks after Discord took the reply', async () => {
    const { server, adapter, message } = await start();
    server().failures.push({ match: messages, times: 1, drop: 'after' });
    server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(server().posts).toHaveLength(1);
  });

  it('is answered plainly when the embed is refused', async () => {
    const { server, mention } = await start();
    server().failures.push({
      match: messages,
      times: 1,
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
    });
    const shown = await mention(samples.who.en);
    expect(shown.links).toContain(samples.who.link);
    expect(shown.buttons).toEqual([]);
  });

  it('where embeds are not allowed gets text with every source', async () => {
    const guild = payload('guild-create');
    const channel = (guild.channels as Payload[])[0] ?? {};
    const deny = { id: ids.guild, type: 0, allow: '0', deny: String(1 << 14) };
    const role = { id: '1200000000000000009', type: 0, allow: '0', deny: String(1 << 14) };
    const { mention, server } = await start({
      server: { guild: { ...guild, channels: [{ ...channel, permission_overwrites: [deny, role] }] } },
    });
    const shown = await mention(samples.who.en);
    expect(server().posts[0]?.body.embeds ?? []).toEqual([]);
    expect(shown.links).toContain(samples.who.link);
  });

  it('of everybody or of a role is not for us', async () => {
    const { server, adapter, message } = await start();
    server().say(
      message(samples.who.en, { change: { mentions: [], mention_everyone: true, content: '@everyone who met' } }),
    );
    server().say(message(samples.who.en, { change: { mentions: [], mention_roles: ['1200000000000000009'] } }));
    await settle(server(), adapter());
    expect(server().posts).toEqual([]);
  });

  it('over the limit of questions is told so once and then met with silence', async () => {
    const verdicts = ['notice', 'silent', 'silent'] as const;
    let n = 0;
    const { server, adapter, message } = await start({ adapter: { throttle: () => verdicts[n++] ?? 'silent' } });
    for (let i = 0; i < 3; i += 1) server().say(message(samples.who.en));
    await settle(server(), adapter());
    expect(server().posts.map((post) => shownOf(post).text)).toEqual([
      'That is a lot of questions at once. Please try again in a minute.',
    ]);
  });

  it('records a gap without its text', async () => {
    const { mention, store } = await start();
    await mention(samples.nothing.en);
    expect(store.gaps).toMatchObject([{ reason: 'no-record', text: null, platform: 'discord' }]);
  });
});

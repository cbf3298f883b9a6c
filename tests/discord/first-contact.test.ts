import { afterEach, describe, expect, it } from 'vitest';
import { answeredBy, createFixtureDesk, samples } from '../adapters-fixture.ts';
import { createDiscordHarness, type DiscordHarness, type HarnessOptions } from './harness.ts';
import { ids, type Payload, payload } from './server/payloads.ts';

let harness: DiscordHarness;

async function start(options: HarnessOptions = {}): Promise<DiscordHarness> {
  harness = createDiscordHarness(options);
  await harness.start();
  return harness;
}

afterEach(() => harness.stop());

const isPrivate = (data: Payload) => (Number(data.flags ?? 0) & 64) !== 0;
const ask = (options: Parameters<DiscordHarness['slash']>[0] = {}) => harness.server().interact(harness.slash(options));
const described = (data: Payload) => String((data.embeds as Payload[])[0]?.description);
const labels = (data: Payload) =>
  (data.components as Payload[]).flatMap(({ components }) =>
    (components as Payload[]).map(({ label, placeholder }) => label ?? placeholder),
  );

describe('help', () => {
  it('is for the asker alone, and names every command by a mention to click', async () => {
    await start({ adapter: { register: true } });
    const { data } = await ask({ question: 'help' });
    expect(isPrivate(data)).toBe(true);
    for (const { name, id } of harness.server().commands.filter(({ type }) => type === 1)) {
      expect(described(data)).toContain(`</${name}:${id}>`);
    }
    expect(described(data)).toMatch(/Find consultations.*24 hours.*90 days/s);
    expect(labels(data)).toEqual(['You could ask', 'Forget my data']);
  });

  it('names commands as a Japanese reader types them where their ids are not known', async () => {
    await start();
    const { data } = await ask({ question: '使い方', locale: 'ja' });
    expect(described(data)).toMatch(/`\/日米同盟` に続けて.*`\/日米同盟-年表`.*`\/日米同盟-要約`.*`\/日米同盟-設定`/s);
  });

  it('comes in direct messages too, and its questions can be asked', async () => {
    await start();
    const shown = await harness.direct('help');
    const [offered = ''] = shown.options;
    expect((await harness.press(shown, offered)).text).toContain('Hegseth');
  });
});

describe('small talk and refusals', () => {
  it.each(['refuse', 'thanks', 'greeting', 'farewell'] as const)(
    '%s is for the asker alone, without anything to report',
    async (kind) => {
      const desk = createFixtureDesk();
      const talking = answeredBy(desk, (request) => {
        const answer = desk.ask(request);
        return { ...answer, consultations: [], citations: [], question: { ...answer.question, ask: kind } };
      });
      await start({ adapter: { desk: () => talking } });
      const { data } = await ask();
      expect(isPrivate(data)).toBe(true);
      // What is wrong is told behind ⋯.
      expect(labels(data).includes('⋯')).toBe(kind === 'refuse');
    },
  );
});

describe('forgetting', () => {
  it('asks first, then deletes what is kept about the person', async () => {
    await start();
    let forgotten = '';
    harness.store.forget = async (platform, actor) => {
      forgotten = `${platform}:${actor}`;
      return 3;
    };
    harness.store.listSubscriptions = async () => [];
    const { post, data } = await ask({ question: 'forget' });
    expect(isPrivate(data)).toBe(true);
    expect(data.content).toMatch(/^This deletes the questions/);
    expect(forgotten).toBe('');
    const { data: done } = await harness
      .server()
      .interact(harness.component({ id: String(post?.id) }, harness.customIdOf({ id: String(post?.id) }, 'Delete')));
    expect(done.content).toBe('What was kept about you has been deleted (3 entries).');
    expect(forgotten).toBe(`discord:${ids.asker}`);
  });
});

describe('joining a server', () => {
  const joined = (change: Payload = {}): Payload => ({
    ...payload('guild-create'),
    joined_at: Temporal.Instant.from(samples.now).subtract({ hours: 1 }).toString(),
    ...change,
  });
  const hellos = () => harness.server().posts.filter(({ body }) => String(body.content).includes('Hello!'));

  it('says hello once, in both languages, through restarts', async () => {
    await start({ server: { guild: joined() }, adapter: { register: true } });
    await harness.idle();
    const [hello] = hellos();
    expect(hello?.channel).toBe(ids.channel);
    expect(String(hello?.body.content)).toMatch(/Hello!.*<\/alliance:\d+>.*はじめまして/s);
    expect(hello?.body.flags).toBe(1 << 12);
    await harness.restart();
    await harness.idle();
    expect(hellos()).toHaveLength(1);
  });

  it('speaks Japanese alone where the server does, with a button to help', async () => {
    await start({ server: { guild: joined({ preferred_locale: 'ja' }) } });
    await harness.idle();
    const [hello] = harness.server().posts;
    expect(String(hello?.body.content)).toMatch(/^はじめまして/);
    const { data } = await harness
      .server()
      .interact(harness.component({ id: String(hello?.id) }, harness.customIdOf({ id: String(hello?.id) }, '使い方')));
    expect(isPrivate(data)).toBe(true);
    expect(described(data)).toContain('Privacy');
  });

  it('says nothing in a server that it has been in for long', async () => {
    await start();
    await harness.idle();
    expect(harness.server().posts).toEqual([]);
  });

  it('says nothing where it may not post, or while the store cannot tell whether it did', async () => {
    const roles = (joined().roles as Payload[]).map((role) => ({ ...role, permissions: '0' }));
    await start({ server: { guild: joined({ roles }) } });
    await harness.idle();
    expect(harness.server().posts).toEqual([]);
    await harness.stop();
    harness = createDiscordHarness({ server: { guild: joined() } });
    harness.store.claim = async () => {
      throw new Error('no store');
    };
    await harness.start();
    await harness.idle();
    expect(harness.server().posts).toEqual([]);
  });
});

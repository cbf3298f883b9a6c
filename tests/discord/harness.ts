import { createDiscordAdapter, type DiscordAdapter, type DiscordAdapterConfig } from '../../adapters/discord/index.ts';
import type { AdapterHarness, Shown } from '../adapter-contract.ts';
import { createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { ids, type Payload, payload, snowflake } from './server/payloads.ts';
import { type DiscordServer, messagePayload, type Post, startDiscordServer } from './server/server.ts';

export type LogLine = { level: 'debug' | 'info' | 'warn' | 'error'; facts: Record<string, unknown>; sentence: string };

/** Everything a Discord test needs: the server, the adapter on it, and hands to ask, say and press. */
export type DiscordHarness = AdapterHarness & {
  server(): DiscordServer;
  adapter(): DiscordAdapter;
  readonly store: ReturnType<typeof createMemoryStore>;
  readonly logs: LogLine[];
  readonly asks: { intent: string; status: string; ms: number }[];
  slash(options: { question?: string; private?: boolean; locale?: string; dm?: boolean; change?: Payload }): Payload;
  message(text: string, options?: { replyTo?: string; dm?: boolean; change?: Payload }): Payload;
  component(shown: { id: string }, customId: string, values?: readonly string[], change?: Payload): Payload;
  customIdOf(shown: { id: string }, label: string): string;
};

export type HarnessOptions = {
  readonly server?: Parameters<typeof startDiscordServer>[0];
  readonly adapter?: Partial<DiscordAdapterConfig>;
};

/** One harness a test. Nothing runs before `start`. */
export function createDiscordHarness(options: HarnessOptions = {}): DiscordHarness {
  const store = createMemoryStore();
  const logs: LogLine[] = [];
  const asks: DiscordHarness['asks'] = [];
  const now = Temporal.Instant.from(samples.now);
  let server: DiscordServer | undefined;
  let adapter: DiscordAdapter | undefined;

  const theServer = () => server ?? fail('the server is not started');
  const theAdapter = () => adapter ?? fail('the adapter is not started');
  const write = (level: LogLine['level']) => (facts: object, sentence: string) => {
    logs.push({ level, facts: { ...facts }, sentence });
  };

  function make(): DiscordAdapter {
    const desk = createFixtureDesk();
    return createDiscordAdapter({
      token: theServer().token,
      apiUrl: theServer().apiUrl,
      shards: 'auto',
      register: false,
      desk: () => desk,
      store,
      clock: () => now,
      zone: 'Asia/Tokyo',
      fallbackLanguage: 'en',
      log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
      metrics: { onAsk: (ask) => asks.push(ask) },
      keepText: false,
      readyWithinMs: 5_000,
      ...options.adapter,
    });
  }

  function find(shown: { id: string }): Post {
    return theServer().posts.find((post) => post.id === shown.id) ?? fail(`no post ${shown.id}`);
  }

  const harness: DiscordHarness = {
    store,
    logs,
    asks,
    server: theServer,
    adapter: theAdapter,

    async start() {
      server = await startDiscordServer(options.server);
      adapter = make();
      await adapter.start();
    },
    async stop() {
      await adapter?.stop();
      await server?.stop();
      // Whatever a test looked at, nothing that Discord would refuse may have been sent.
      const violations = server?.violations ?? [];
      if (violations.length > 0) throw new Error(`Discord would have refused: ${violations.join('; ')}`);
    },
    async restart() {
      await theAdapter().stop();
      adapter = make();
      await adapter.start();
    },

    slash({ question = samples.who.en, private: isPrivate, locale, dm, change }) {
      const base = payload(dm ? 'interaction-slash-dm' : 'interaction-slash');
      return {
        ...base,
        id: snowflake(),
        token: `token-${snowflake()}`,
        ...(locale === undefined ? {} : { locale }),
        data: {
          ...(base.data as Payload),
          options: [
            { name: 'question', type: 3, value: question },
            ...(isPrivate === undefined ? [] : [{ name: 'private', type: 5, value: isPrivate }]),
          ],
        },
        ...change,
      };
    },
    message(text, { replyTo, dm, change } = {}) {
      const base = payload(dm ? 'message-create-dm' : 'message-create-guild');
      const bot = payload('ready').user as Payload;
      const channel = String(base.channel_id);
      return {
        ...base,
        id: snowflake(),
        content: dm ? text : `<@${ids.bot}> ${text}`,
        mentions: dm ? [] : [{ ...bot, member: {} }],
        ...(replyTo === undefined
          ? {}
          : {
              type: 19,
              message_reference: { type: 0, channel_id: channel, message_id: replyTo, guild_id: base.guild_id },
              referenced_message: messagePayload(find({ id: replyTo })),
            }),
        ...change,
      };
    },
    component(shown, customId, values, change) {
      const post = find(shown);
      const base = payload('interaction-component');
      const asker = (base.member as Payload).user as Payload;
      const inDm = post.channel === ids.dm;
      const { guild: _guild, guild_id: _guildId, guild_locale: _locale, member: _member, ...rest } = base;
      return {
        ...(inDm ? { ...rest, user: asker, channel: { id: ids.dm, type: 1 }, context: 1 } : base),
        id: snowflake(),
        token: `token-${snowflake()}`,
        channel_id: post.channel,
        message: {
          ...messagePayload(post),
          interaction_metadata: { id: snowflake(), type: 2, user: asker, authorizing_integration_owners: {} },
        },
        data: {
          id: 2,
          component_type: values === undefined ? 2 : 3,
          custom_id: customId,
          ...(values === undefined ? {} : { values }),
        },
        ...change,
      };
    },
    customIdOf(shown, label) {
      const found = componentsOf(find(shown).body).find((each) => each.label === label);
      return String(found?.custom_id ?? fail(`no button ${label}`));
    },

    async command(text, { private: isPrivate, language } = {}) {
      const locale = language === undefined ? {} : { locale: language === 'ja' ? 'ja' : 'en-US' };
      const callback = await theServer().interact(
        harness.slash({ question: text, ...(isPrivate === undefined ? {} : { private: isPrivate }), ...locale }),
      );
      return shownOf(callback.post ?? fail(`callback type ${callback.type} made no post`));
    },
    async mention(text, { replyTo } = {}) {
      const message = harness.message(text, replyTo === undefined ? {} : { replyTo: replyTo.id });
      const posted = theServer().nextPost((post) => post.answers === message.id);
      theServer().say(message);
      const post = await posted;
      await theAdapter().idle();
      return shownOf(post);
    },
    async direct(text) {
      const message = harness.message(text, { dm: true });
      const posted = theServer().nextPost((post) => post.answers === message.id);
      theServer().say(message);
      const post = await posted;
      await theAdapter().idle();
      return shownOf(post);
    },
    async mentionRepeated(text, times) {
      const message = harness.message(text);
      const posted = theServer().nextPost((post) => post.answers === message.id);
      for (let i = 0; i < times; i += 1) theServer().say(message);
      await posted;
      await settle(theServer(), theAdapter());
    },
    async botMessages(text) {
      const self = payload('ready').user as Payload;
      theServer().say(harness.message(text, { change: { author: self } }));
      theServer().say(
        harness.message(text, { change: { author: { ...self, id: '1100000000000000222', username: 'other' } } }),
      );
      theServer().say(harness.message(text, { change: { webhook_id: '1100000000000000333' } }));
      await settle(theServer(), theAdapter());
    },
    async press(shown, label) {
      const components = componentsOf(find(shown).body);
      const menu = components.find((each) => optionsOf(each).some((option) => option.label === label));
      const isHidden = menu === undefined && !components.some((each) => each.label === label);
      if (isHidden && components.some((each) => each.label === '⋯')) {
        return harness.press(await harness.press(shown, '⋯'), label);
      }
      const option = menu && optionsOf(menu).find((each) => each.label === label);
      const callback = await theServer().interact(
        menu === undefined
          ? harness.component(shown, harness.customIdOf(shown, label))
          : harness.component(shown, String(menu.custom_id), [String(option?.value)]),
      );
      await theAdapter().idle();
      return shownOf(callback.post ?? fail(`callback type ${callback.type} made no post`));
    },
    more: async (shown) => (await harness.press(shown, '⋯')).buttons,
    posts: () => theServer().posts.map(shownOf),
    idle: () => theAdapter().idle(),
    breakStore() {
      store.broken = true;
      return () => {
        store.broken = false;
      };
    },
    feedbackCount: async () => store.feedback.length,
  };
  return harness;
}

/** Lets frames on the loopback arrive, then waits for what they started. */
export async function settle(server: DiscordServer, adapter: DiscordAdapter): Promise<void> {
  const before = server.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  await adapter.idle();
  if (server.requests.length !== before) await settle(server, adapter);
}

/** A post as a person sees it. */
export function shownOf(post: Post): Shown {
  const { body } = post;
  const embeds = (body.embeds ?? []) as Payload[];
  const texts = [
    body.content,
    ...embeds.flatMap((embed) => [
      (embed.author as Payload | undefined)?.name,
      embed.title,
      embed.description,
      ...((embed.fields ?? []) as Payload[]).flatMap((field) => [field.name, field.value]),
      (embed.footer as Payload | undefined)?.text,
    ]),
  ].filter((text): text is string => typeof text === 'string' && text !== '');
  const rendered = [body.content, ...embeds.flatMap((embed) => [embed.title, embed.description])]
    .filter((text): text is string => typeof text === 'string')
    .join('\n');
  const components = componentsOf(body);
  const parse = (body.allowed_mentions as Payload | undefined)?.parse;
  return {
    id: post.id,
    text: texts.join('\n'),
    links: linksOf(rendered),
    buttons: components.flatMap((each) => (each.type === 2 && each.label !== '⋯' ? [String(each.label)] : [])),
    options: components.flatMap(optionsOf).map((option) => String(option.label)),
    private: post.ephemeral,
    // With parse: [] no mention pings, whatever the text holds.
    pings:
      Array.isArray(parse) && parse.length === 0
        ? []
        : [...rendered.matchAll(/<@[!&]?\d+>|@everyone|@here/g)].map(String),
  };
}

/** Addresses that a client makes clickable: masked links, and bare ones that nothing breaks. */
function linksOf(text: string): string[] {
  const masked = [...text.matchAll(/\]\(<(https?:\/\/[^>\s]+)>\)/g)].map((match) => match[1] ?? '');
  const rest = text.replaceAll(/\]\(<https?:\/\/[^>\s]+>\)/g, ']');
  return [...masked, ...[...rest.matchAll(/https?:\/\/[^\s<>]+/g)].map((match) => match[0])];
}

function componentsOf(body: Payload): Payload[] {
  return ((body.components ?? []) as Payload[]).flatMap((row) => (row.components ?? []) as Payload[]);
}

function optionsOf(component: Payload): Payload[] {
  return (component.options ?? []) as Payload[];
}

function fail(why: string): never {
  throw new Error(why);
}

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AdapterHarness, runAdapterContract, type Shown } from '../adapter-contract.ts';
import { createFixtureDesk, createMemoryStore, samples } from '../adapters-fixture.ts';
import { bodyOf, createMattermostAdapter, type Event, listening, type Post } from './mattermost.ts';

type Posted = Post & { readonly id: string };

/** A third platform passes the same suite with nothing but transport, limits and rendering of its own. */
function createHarness(): AdapterHarness {
  const desk = createFixtureDesk();
  const store = createMemoryStore();
  const posts: Posted[] = [];
  let changes = 0;
  const platform = createServer(async (request, response) => {
    const post = JSON.parse(await bodyOf(request)) as Post;
    const id = request.method === 'PUT' ? (request.url ?? '').split('/')[2] : undefined;
    const at = posts.findIndex((each) => each.id === id);
    if (at === -1) posts.push({ ...post, id: randomUUID() });
    else posts[at] = { ...post, id: posts[at]?.id ?? '' };
    changes += 1;
    last = posts[at === -1 ? posts.length - 1 : at];
    response.end();
  });
  let last: Posted | undefined;
  let adapter: ReturnType<typeof createMattermostAdapter>;

  function make() {
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const apiUrl = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
    const clock = () => Temporal.Instant.from(samples.now);
    return createMattermostAdapter({
      apiUrl,
      desk: () => desk,
      store,
      clock,
      zone: 'Asia/Tokyo',
      fallbackLanguage: 'en',
      log,
    });
  }
  async function send(event: Event): Promise<void> {
    await fetch(adapter.address(), { method: 'POST', body: JSON.stringify(event) });
    await adapter.idle();
  }
  async function shownAfter(event: Event): Promise<Shown> {
    const before = changes;
    await send(event);
    if (changes === before || last === undefined) throw new Error('nothing was posted');
    return show(last);
  }
  const base = () => ({ id: randomUUID(), user: 'asker', channel: 'town' });
  const said = (text: string, change: Partial<Extract<Event, { type: 'post' }>> = {}): Event => ({
    ...base(),
    type: 'post',
    text,
    bot: false,
    direct: false,
    ...change,
  });
  const found = ({ id }: Pick<Shown, 'id'>) => posts.find((each) => each.id === id) ?? fail(`no post ${id}`);

  return {
    async start() {
      await listening(platform);
      adapter = make();
      await adapter.start();
    },
    async stop() {
      await adapter.stop();
      await new Promise((resolve) => platform.close(resolve));
    },
    async restart() {
      await adapter.stop();
      adapter = make();
      await adapter.start();
    },
    command: (text, { private: isPrivate = false, language } = {}) =>
      shownAfter({ ...base(), type: 'command', text, private: isPrivate, ...(language && { locale: language }) }),
    mention(text, { replyTo } = {}) {
      const root = replyTo === undefined ? undefined : found(replyTo).root;
      return shownAfter(said(text, root === undefined ? {} : { root }));
    },
    direct: (text) => shownAfter(said(text, { channel: 'direct', direct: true })),
    async mentionRepeated(text, times) {
      const event = said(text);
      for (let time = 0; time < times; time += 1) await send(event);
    },
    botMessages: (text) => send(said(text, { bot: true })),
    press(shown, label) {
      const post = found(shown);
      const button = [...post.buttons, ...post.menu, ...post.more].find(({ name }) => name === label);
      const on = { id: post.id, private: post.to !== undefined, asker: post.asker };
      return shownAfter({ ...base(), type: 'press', value: button?.value ?? fail(`no button ${label}`), post: on });
    },
    more: async (shown) => found(shown).more.map(({ name }) => name),
    posts: () => posts.map(show),
    idle: () => adapter.idle(),
    breakStore() {
      store.broken = true;
      return () => {
        store.broken = false;
      };
    },
    feedbackCount: async () => store.feedback.length,
  };
}

function show(post: Posted): Shown {
  const links = [...post.text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url = '']) => url);
  const bare = post.text.replace(/\]\(https?:[^)\s]+\)/g, ']');
  return {
    id: post.id,
    text: post.text.replace(/\\([^\w\s])/g, '$1'),
    links: [...links, ...(bare.match(/https?:\/\/\S+/g) ?? [])],
    buttons: post.buttons.map(({ name }) => name),
    options: post.menu.map(({ name }) => name),
    private: post.to !== undefined,
    pings: post.text.match(/@\w+/g) ?? [],
  };
}

function fail(why: string): never {
  throw new Error(why);
}

runAdapterContract('A third platform', createHarness);

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, type GatewayOptions, startGateway } from './gateway.ts';
import { createNonces } from './nonces.ts';
import { ids, type Payload, payload, snowflake } from './payloads.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { choicesFaults, commandFaults, messageFaults, modalFaults } from './validate.ts';

/** A message, as it now stands. */
export type Post = {
  readonly id: string;
  readonly channel: string;
  /** The body last sent for it. */
  body: Payload;
  readonly ephemeral: boolean;
  /** The interaction it answers, or the message it replies to. */
  readonly answers: string | null;
  files: readonly { name: string; size: number; data: Buffer }[];
  edits: number;
  /** Whoever said it, when it was not the bot. */
  readonly author?: Payload;
};

/** The first response to an interaction: its callback type and data. */
export type Callback = {
  readonly type: number;
  readonly data: Payload;
  readonly post: Post | undefined;
  readonly atMs: number;
};

/** Makes matching requests fail, the next `times` of them. */
export type Failure = {
  readonly match: (method: string, path: string) => boolean;
  times: number;
  readonly status?: number;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  /** Ends the socket without an answer; `after` lets the request take effect first. */
  readonly drop?: 'before' | 'after' | undefined;
};

export type DiscordServer = {
  readonly apiUrl: string;
  readonly token: string;
  readonly gateway: Gateway;
  /** Every message, oldest first. */
  readonly posts: Post[];
  /** What Discord would have refused; a test ends with none. */
  readonly violations: string[];
  readonly requests: { method: string; path: string }[];
  readonly failures: Failure[];
  /** Registered global commands. */
  commands: Payload[];
  /** Channels that refuse posting, with the code. */
  readonly forbidden: Map<string, number>;
  readonly gone: Set<string>;
  /** Channels whose history we may not read. */
  readonly withoutHistory: Set<string>;
  /** Called with each request before it takes effect, and again after, before it is answered. */
  interrupt: ((moment: 'before' | 'after', method: string, path: string) => void) | undefined;
  /** Requests refused with 429. */
  refusals: number;
  /** Sends an interaction and resolves with its first response; rejects after `waitMs`. */
  interact(interaction: Payload, waitMs?: number): Promise<Callback>;
  /** Sends a message as Discord would: without content where the message-content intent would be needed. */
  say(message: Payload): void;
  /** Milliseconds after which an interaction's token is void. */
  voidAfterMs: number;
  /** Discord knows a nonce for minutes. */
  forgetNonces(): void;
  /** Resolves with the next post that `match` holds for. */
  nextPost(match: (post: Post) => boolean, waitMs?: number): Promise<Post>;
  stop(): Promise<void>;
  /** Stops listening and breaks every connection; `up` listens on the same port again. */
  down(): Promise<void>;
  up(): Promise<void>;
};

type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
type Pending = { readonly interaction: Payload; readonly sentAt: number; answered: Callback | undefined };

/** A Discord of one server and one bot on 127.0.0.1: REST v10 and the gateway. */
export async function startDiscordServer(
  options: Partial<Omit<GatewayOptions, 'guild'>> & {
    guild?: Payload;
    shards?: number;
    keepPosts?: boolean;
    /** Enforces rate limits. Default: none. */
    limits?: RateLimits;
    /** Epoch milliseconds. Default: the real clock. */
    now?: () => number;
  } = {},
): Promise<DiscordServer> {
  const token = options.token ?? 'A-Very-Fake-Token';
  const keepPosts = options.keepPosts ?? true;
  const pending = new Map<string, Pending>();
  const waiting = new Map<string, (callback: Callback) => void>();
  const watchers = new Set<{ match: (post: Post) => boolean; resolve: (post: Post) => void }>();
  const now = options.now ?? Date.now;
  const nonces = createNonces<Post>(now);
  const limits = options.limits === undefined ? undefined : createRateLimits(options.limits, now);
  let port = 0;
  const guild = () => options.guild ?? payload('guild-create');

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // Whoever asked was killed amid its request.
      if (!request.complete) return;
      server.violations.push(`the test server failed: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  const listen = () => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  await listen();
  port = (http.address() as AddressInfo).port;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const method = request.method ?? 'GET';
    server.requests.push({ method, path });
    const { body, files } = await readBody(request);
    server.interrupt?.('before', method, path);
    const limited = limits?.(request.headers.authorization ?? '', method, path);
    if (limited?.refused !== undefined) {
      server.refusals += 1;
      return answer(response, limited.refused);
    }
    const failure = server.failures.find((each) => each.times > 0 && each.match(method, path));
    if (failure !== undefined) {
      failure.times -= 1;
      if (failure.drop === 'after') await route(method, path, url, body, files, request);
      if (failure.drop !== undefined) {
        request.socket.destroy();
        return;
      }
      return answer(response, {
        status: failure.status ?? 500,
        body: failure.body ?? {},
        headers: failure.headers ?? {},
      });
    }
    const reply = await route(method, path, url, body, files, request);
    server.interrupt?.('after', method, path);
    answer(response, { ...reply, headers: { ...limited?.headers, ...reply.headers } });
  }

  async function route(
    method: string,
    path: string,
    url: URL,
    body: unknown,
    files: Map<string, { name: string; size: number; data: Buffer }>,
    request: IncomingMessage,
  ): Promise<Reply> {
    const parts = path.split('/').slice(1);
    const [first, second = '', third = '', fourth = ''] = parts;
    if (first === 'interactions' && fourth === 'callback') return callback(second, third, url, body, files);
    if (first === 'webhooks') return webhook(method, third, parts, body, files);
    if (request.headers.authorization !== `Bot ${token}`) {
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    }
    if (path === '/gateway/bot') {
      return {
        status: 200,
        body: {
          url: `ws://127.0.0.1:${port}/gateway`,
          shards: options.shards ?? 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
        },
      };
    }
    if (path === '/applications/@me') return { status: 200, body: { id: ids.application, name: 'kyogi', flags: 0 } };
    if (first === 'applications' && third === 'commands') return commands(method, url, body);
    if (path === '/users/@me') return { status: 200, body: payload('ready').user };
    if (path === '/users/@me/channels') return { status: 200, body: { id: ids.dm, type: 1, recipients: [] } };
    if (first === 'channels' && third === 'messages' && method === 'POST') {
      return createMessage(second, body, files, token);
    }
    if (first === 'channels' && third === 'messages' && method === 'GET') return listMessages(second, url);
    if (first === 'channels' && third === '' && method === 'GET') return channelInfo(second);
    if (first === 'guilds' && method === 'GET' && second === guild().id) {
      if (third === '') return { status: 200, body: guild() };
      const member = (guild().members as Payload[]).find(({ user }) => (user as Payload).id === fourth);
      if (third === 'members' && member !== undefined) return { status: 200, body: member };
    }
    server.violations.push(`no such route: ${method} ${path}`);
    return { status: 404, body: { message: '404: Not Found', code: 0 } };
  }

  function commands(method: string, url: URL, body: unknown): Reply {
    if (method === 'GET') {
      const localised = url.searchParams.get('with_localizations') === 'true';
      return {
        status: 200,
        body: server.commands.map((command) =>
          localised ? command : { ...command, name_localizations: undefined, description_localizations: undefined },
        ),
      };
    }
    const faults = commandFaults(body);
    if (faults.length > 0) return refuse(faults);
    // The API adds ids and versions, and writes out its defaults.
    server.commands = (body as Payload[]).map((command) => ({
      ...command,
      id: snowflake(),
      application_id: ids.application,
      version: snowflake(),
      type: command.type ?? 1,
      nsfw: false,
      dm_permission: true,
      description: command.description ?? '',
      default_member_permissions: command.default_member_permissions ?? null,
    }));
    return { status: 200, body: server.commands };
  }

  function callback(
    id: string,
    secret: string,
    url: URL,
    body: unknown,
    files: Map<string, { name: string; size: number; data: Buffer }>,
  ): Reply {
    const known = pending.get(id);
    if (known === undefined || known.interaction.token !== secret) return unknownInteraction();
    if (known.answered !== undefined) {
      return { status: 400, body: { message: 'Interaction has already been acknowledged.', code: 40_060 } };
    }
    const now = performance.now();
    if (now - known.sentAt > server.voidAfterMs) return unknownInteraction();
    const { type, data = {} } = body as { type: number; data?: Payload };
    const faults = callbackFaults(type, data, files, known.interaction);
    if (faults.length > 0) return refuse(faults);
    let post: Post | undefined;
    if (type === 4) {
      post = addPost(String(known.interaction.channel_id), data, files, id, (Number(data.flags ?? 0) & 64) !== 0);
    } else if (type === 7) {
      const message = known.interaction.message as Payload;
      post = server.posts.find((each) => each.id === message.id);
      if (post !== undefined) {
        post.body = { ...post.body, ...data };
        post.edits += 1;
      }
    }
    known.answered = { type, data, post, atMs: now };
    waiting.get(id)?.(known.answered);
    waiting.delete(id);
    if (!keepPosts) pending.delete(id);
    if (url.searchParams.get('with_response') !== 'true') return { status: 204 };
    return {
      status: 200,
      body: {
        interaction: {
          id,
          type: known.interaction.type,
          response_message_id: post?.id,
          response_message_loading: false,
        },
        resource: { type, ...(post === undefined ? {} : { message: messagePayload(post) }) },
      },
    };
  }

  function webhook(
    method: string,
    secret: string,
    parts: readonly string[],
    body: unknown,
    files: Map<string, { name: string; size: number; data: Buffer }>,
  ): Reply {
    const found = [...pending].find(([, each]) => each.interaction.token === secret);
    if (found === undefined || found[1].answered === undefined)
      return { status: 404, body: { message: 'Unknown Webhook', code: 10_015 } };
    const [id, known] = found;
    const faults = messageFaults(body, files);
    if (faults.length > 0) return refuse(faults);
    const data = body as Payload;
    if (method === 'PATCH' && decodeURIComponent(parts.at(-1) ?? '') === '@original') {
      let post = known.answered?.post;
      if (post === undefined && known.answered?.type === 5) {
        const { flags } = known.answered.data;
        post = addPost(String(known.interaction.channel_id), {}, files, id, (Number(flags ?? 0) & 64) !== 0);
        known.answered = { ...known.answered, post };
      }
      if (post === undefined) return { status: 404, body: { message: 'Unknown Message', code: 10_008 } };
      post.body = { ...post.body, ...data };
      if (files.size > 0) post.files = [...files.values()];
      post.edits += 1;
      return { status: 200, body: messagePayload(post) };
    }
    const post = addPost(String(known.interaction.channel_id), data, files, id, (Number(data.flags ?? 0) & 64) !== 0);
    return { status: 200, body: messagePayload(post) };
  }

  function createMessage(
    channel: string,
    body: unknown,
    files: Map<string, { name: string; size: number; data: Buffer }>,
    author: string,
  ): Reply {
    if (server.gone.has(channel)) return { status: 404, body: { message: 'Unknown Channel', code: 10_003 } };
    const code = server.forbidden.get(channel);
    if (code !== undefined) return { status: 403, body: { message: 'Missing Access', code } };
    const faults = messageFaults(body, files);
    if (faults.length > 0) return refuse(faults);
    const data = body as Payload;
    if (data.message_reference !== undefined && server.withoutHistory.has(channel)) {
      const message = 'Cannot reply without permission to read message history';
      return { status: 403, body: { message, code: 160_002 } };
    }
    const nonce = data.enforce_nonce === true ? `${author}/${String(data.nonce)}` : undefined;
    const same = nonce === undefined ? undefined : nonces.known(nonce);
    if (same !== undefined) return { status: 200, body: messagePayload(same) };
    const reference = (data.message_reference as Payload | undefined)?.message_id;
    const post = addPost(channel, data, files, typeof reference === 'string' ? reference : null, false);
    if (nonce !== undefined) nonces.remember(nonce, post);
    return { status: 200, body: messagePayload(post) };
  }

  /** Newest first; nothing at all, and no error, where the bot may not read history. With `after` the oldest of those after it. */
  function listMessages(channel: string, url: URL): Reply {
    if (server.gone.has(channel)) return { status: 404, body: { message: 'Unknown Channel', code: 10_003 } };
    if (server.withoutHistory.has(channel)) return { status: 200, body: [] };
    const limit = Number(url.searchParams.get('limit') ?? 50);
    const after = url.searchParams.get('after');
    const messages = server.posts
      .filter((post) => post.channel === channel && !post.ephemeral)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
      .filter((post) => after === null || BigInt(post.id) > BigInt(after));
    const page = after === null ? messages.slice(-limit) : messages.slice(0, limit);
    return { status: 200, body: page.reverse().map(messagePayload) };
  }

  /** As a bot that may view it sees it, whatever it may read. */
  function channelInfo(channel: string): Reply {
    if (server.gone.has(channel)) return { status: 404, body: { message: 'Unknown Channel', code: 10_003 } };
    const ids = server.posts.filter((post) => post.channel === channel && !post.ephemeral).map(({ id }) => BigInt(id));
    const last = ids.reduce<bigint | undefined>((most, id) => (most === undefined || id > most ? id : most), undefined);
    const known = (guild().channels as Payload[]).find(({ id }) => id === channel);
    const info = known === undefined ? { id: channel, type: 0 } : { ...known, guild_id: guild().id };
    return { status: 200, body: { ...info, last_message_id: last === undefined ? null : String(last) } };
  }

  function addPost(
    channel: string,
    body: Payload,
    files: Map<string, { name: string; size: number; data: Buffer }>,
    answers: string | null,
    ephemeral: boolean,
  ): Post {
    const post: Post = {
      id: snowflake(now()),
      channel,
      body,
      ephemeral,
      answers,
      files: [...files.values()],
      edits: 0,
    };
    if (keepPosts) server.posts.push(post);
    for (const watcher of watchers) {
      if (!watcher.match(post)) continue;
      watchers.delete(watcher);
      watcher.resolve(post);
    }
    return post;
  }

  function refuse(faults: readonly string[]): Reply {
    server.violations.push(...faults);
    return { status: 400, body: { message: 'Invalid Form Body', code: 50_035, errors: { _errors: faults } } };
  }

  const gateway = startGateway(http, () => `ws://127.0.0.1:${port}/gateway`, {
    token,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    // Members, presences and message content are privileged.
    disallowedIntents: options.disallowedIntents ?? (1 << 1) | (1 << 8) | (1 << 15),
    guild,
  });

  const server: DiscordServer = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    gateway,
    posts: [],
    violations: [],
    requests: [],
    failures: [],
    commands: [],
    forbidden: new Map(),
    gone: new Set(),
    withoutHistory: new Set(),
    interrupt: undefined,
    refusals: 0,
    voidAfterMs: 3_000,
    forgetNonces: () => nonces.clear(),
    interact(interaction, waitMs = 5_000) {
      const id = String(interaction.id);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No response to the interaction within ${waitMs} ms`)), waitMs);
        waiting.set(id, (response) => {
          clearTimeout(timer);
          resolve(response);
        });
        pending.set(id, { interaction, sentAt: performance.now(), answered: undefined });
        gateway.dispatch('INTERACTION_CREATE', interaction);
      });
    },
    say(message) {
      const mentions = message.mentions as Payload[];
      const author = message.author as Payload;
      const visible =
        message.guild_id === undefined || author.id === ids.bot || mentions.some((each) => each.id === ids.bot);
      gateway.dispatch('MESSAGE_CREATE', visible ? message : { ...message, content: '', embeds: [], attachments: [] });
    },
    nextPost(match, waitMs = 5_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No such post within ${waitMs} ms`)), waitMs);
        watchers.add({
          match,
          resolve: (post) => {
            clearTimeout(timer);
            resolve(post);
          },
        });
      });
    },
    async down() {
      gateway.drop();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
    up: listen,
    async stop() {
      gateway.stop();
      http.closeAllConnections();
      if (http.listening) await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
  return server;
}

function callbackFaults(
  type: number,
  data: Payload,
  files: Map<string, { name: string; size: number; data: Buffer }>,
  interaction: Payload,
): string[] {
  if (type === 8)
    return interaction.type === 4 ? choicesFaults(data) : ['choices for something that is no autocomplete'];
  if (interaction.type === 4) return ['an autocomplete answered with something else'];
  if (type === 9) return modalFaults(data);
  if (type === 7 && interaction.type !== 3) return ['an update of no component'];
  if (type === 5) return [(Number(data.flags ?? 0) & ~64) === 0 ? '' : 'flags of a defer'].filter(Boolean);
  if (type === 6) return [];
  return messageFaults(data, files);
}

/** A post as the API gives it back. */
export function messagePayload(post: Post): Payload {
  const components = post.body.components ?? [];
  return {
    ...(payload('interaction-component').message as Payload),
    id: post.id,
    channel_id: post.channel,
    ...(post.author === undefined ? {} : { author: post.author }),
    content: post.body.content ?? '',
    embeds: post.body.embeds ?? [],
    components,
    nonce: post.body.nonce,
    ...(post.body.message_reference === undefined ? {} : { message_reference: post.body.message_reference }),
    flags: post.ephemeral ? 64 : 0,
    type: post.answers === null ? 0 : 20,
  };
}

async function readBody(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const files = new Map<string, { name: string; size: number; data: Buffer }>();
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { body: raw.length === 0 ? undefined : (JSON.parse(raw.toString('utf8')) as unknown), files };
  }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  let body: unknown;
  for (const [key, value] of form) {
    if (typeof value === 'string') body = JSON.parse(value);
    else {
      const data = Buffer.from(await value.arrayBuffer());
      files.set(key.replace(/^files\[(\d+)\]$/, '$1'), { name: value.name, size: data.length, data });
    }
  }
  // A callback wraps its message in `data`, whose attachments speak of the same files.
  return { body, files };
}

function unknownInteraction(): Reply {
  return { status: 404, body: { message: 'Unknown interaction', code: 10_062 } };
}

function answer(response: ServerResponse, reply: Reply): void {
  // 204 comes without a body and without its type.
  const type = reply.body === undefined ? {} : { 'content-type': 'application/json' };
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  response.writeHead(reply.status, { ...type, ...reply.headers }).end(text);
}

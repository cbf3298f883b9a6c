import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { blockFaults, readableCharacters } from './block-kit.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createSocketSide } from './socket-side.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads are Slack's, and tests look into them
export type Json = any;

/** A message as the server keeps it. */
export type Person = {
  locale?: string;
  tz?: string;
  is_admin?: boolean;
  is_restricted?: boolean;
};
export type Channel = { is_private: boolean; creator: string; members: string[] };

export type Post = {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | undefined;
  /** Seen by this person alone; `undefined`: by the channel. */
  readonly seenBy: string | undefined;
  readonly via: string;
  readonly body: Json;
};

/** What a method answers instead of doing its work; `after`: once it did it. */
export type Failure = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: Json;
  readonly after?: boolean;
};

type ResponseUrl = {
  readonly channel: string;
  readonly user: string;
  readonly replaces: string | undefined;
  uses: number;
};

export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>;

export const TEAM = 'T0FAKETEAM';
export const BOT_USER = 'U0KYOGIBOT';
export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';
/** What a workspace grants that installs the app from its manifest. */
const NEEDED_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
  'users:read',
];

/**
 * A local stand-in for Slack: its Web API over HTTP and Socket Mode over WebSocket, on one port. `onPost` hears of every message
 * as it is made; with `keep: false` (measurements) nothing else is kept of it.
 */
export async function startSlackServer(
  options: {
    onPost?: (post: Post) => void;
    keep?: boolean;
    /** Enforces rate limits. Default: none. */
    limits?: RateLimits;
    /** Epoch milliseconds that message ids are made of. Default: a clock that moves a second a message. */
    now?: () => number;
  } = {},
) {
  const posts: Post[] = [];
  const calls: { method: string; body: Json; token: string; at: number }[] = [];
  const views: Json[] = [];
  const homes: Json[] = [];
  const prompts: Json[] = [];
  const files = new Map<string, Buffer>();
  const people = new Map<string, Person>();
  const channels = new Map<string, Channel>();
  const failures = new Map<string, Failure[]>();
  const responseUrls = new Map<string, ResponseUrl>();
  const tokens = new Map([[BOT_TOKEN, { team: TEAM, bot: BOT_USER }]]);
  const oauth: Json[] = [];
  const scopes = new Set(['channels:history']);
  const limits = options.limits === undefined ? undefined : createRateLimits(options.limits, () => performance.now());
  let interrupt: ((moment: 'before' | 'after', method: string) => void) | undefined;
  let refusals = 0;
  const watchers = new Set<() => void>();
  let changes = 0;
  let lastChanged: Post | undefined;
  let active = 0;
  let lastActivity = performance.now();
  let clock = 1_764_000_000;
  let serial = 0;
  let storm: ((method: string) => Failure | undefined) | undefined;

  const nextTs = () => {
    clock = Math.max(clock + (options.now === undefined ? 1 : 0), Math.floor((options.now?.() ?? 0) / 1000));
    return `${clock}.${String(serial++).padStart(6, '0')}`;
  };

  const server = createServer((request, response) => {
    active += 1;
    response.on('close', () => {
      active -= 1;
      lastActivity = performance.now();
    });
    handle(request, response).catch((error: unknown) => {
      // Whoever asked was killed amid its request.
      if (request.complete) throw error;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const socket = createSocketSide(server);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith('/upload/')) {
      interrupt?.('before', 'upload');
      files.set(path.slice('/upload/'.length), await uploadedFile(request, raw));
      return void response.writeHead(200).end('OK');
    }
    if (path.startsWith('/response/')) return respondUrl(path, JSON.parse(raw.toString()), response);
    const method = path.replace(/^\/api\//, '');
    const body = parseBody(request, raw);
    const token = String(request.headers.authorization ?? '').replace(/^Bearer /, '') || String(body.token ?? '');
    if (options.keep !== false) calls.push({ method, body, token, at: performance.now() });
    interrupt?.('before', method);
    const waitSeconds = limits?.(token, method, body) ?? 0;
    if (waitSeconds > 0) {
      refusals += 1;
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(waitSeconds) });
      return void response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
    }
    const failure = failures.get(method)?.shift() ?? storm?.(method);
    if (failure !== undefined) {
      if (failure.after === true) answer(method, body, token);
      response.writeHead(failure.status ?? 200, { 'content-type': 'application/json', ...failure.headers });
      return void response.end(JSON.stringify(failure.body ?? { ok: false, error: 'internal_error' }));
    }
    const answered = answer(method, body, token);
    interrupt?.('after', method);
    // With every answer Slack says what the token may do.
    const granted = [...NEEDED_SCOPES, ...scopes].join(',');
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': granted });
    response.end(JSON.stringify(answered));
  }

  function answer(method: string, body: Json, token: string): Json {
    if (method === 'apps.connections.open') {
      return token === APP_TOKEN
        ? { ok: true, url: `ws://127.0.0.1:${port}/socket` }
        : { ok: false, error: 'invalid_auth' };
    }
    if (method === 'oauth.v2.access') return oauth.shift() ?? { ok: false, error: 'invalid_code' };
    const known = tokens.get(token);
    if (known === undefined) return { ok: false, error: 'invalid_auth' };
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: known.bot, bot_id: 'B0KYOGI', team_id: known.team, user: 'kyogi', team: 'Fake' };
      case 'chat.postMessage':
        return post(body, undefined, method);
      case 'chat.postEphemeral':
        return post(body, body.user, method);
      case 'users.info': {
        const person = people.get(body.user) ?? { locale: 'en-US', tz: 'Asia/Tokyo' };
        return { ok: true, user: { id: body.user, ...person } };
      }
      case 'views.open':
      case 'views.update':
        return view(body, 'modal', views);
      case 'views.publish':
        return view(body, 'home', homes);
      case 'assistant.threads.setSuggestedPrompts':
        prompts.push(body);
        return { ok: true };
      case 'files.getUploadURLExternal': {
        const id = `F${String(files.size + 1).padStart(8, '0')}`;
        return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id };
      }
      case 'files.completeUploadExternal':
        return { ok: true, files: body.files.map((file: Json) => ({ id: file.id, title: file.title })) };
      case 'conversations.history':
        return history(body, undefined);
      case 'conversations.replies':
        return history(body, body.ts);
      case 'conversations.info':
      case 'conversations.members':
        return channel(method, body);
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  /** A channel, or two of its members a page, if the app may read channels. */
  function channel(method: string, body: Json): Json {
    if (!scopes.has('channels:read'))
      return { ok: false, error: 'missing_scope', needed: 'channels:read', provided: [...scopes].join() };
    const known = channels.get(body.channel);
    if (known === undefined) return { ok: false, error: 'channel_not_found' };
    const { members, ...info } = known;
    if (method === 'conversations.info') return { ok: true, channel: { id: body.channel, ...info } };
    const from = Number(body.cursor ?? 0);
    const next = from + 2 < members.length ? String(from + 2) : '';
    return { ok: true, members: members.slice(from, from + 2), response_metadata: { next_cursor: next } };
  }

  /** Of a channel newest first, of a thread oldest first; at most 15 a page as for any app; metadata only on request. */
  function history(body: Json, thread: string | undefined): Json {
    if (!scopes.has('channels:history')) {
      return { ok: false, error: 'missing_scope', needed: 'channels:history', provided: [...scopes].join() };
    }
    const within = (ts: string) =>
      Number(ts) > Number(body.oldest ?? 0) && (body.latest === undefined || Number(ts) < Number(body.latest));
    const messages = posts
      .filter((each) => each.channel === body.channel && each.seenBy === undefined)
      .filter((each) => each.thread === thread || (thread !== undefined && each.ts === thread))
      .filter((each) => within(each.ts))
      .map((each) => ({
        ts: each.ts,
        text: each.body.text,
        ...(body.include_all_metadata === true ? { metadata: each.body.metadata } : {}),
      }));
    if (thread === undefined) messages.reverse();
    const from = Number(body.cursor ?? 0);
    const to = from + Math.min(Number(body.limit ?? 15), 15);
    const more = messages.length > to;
    return {
      ok: true,
      messages: messages.slice(from, to),
      has_more: more,
      ...(more ? { response_metadata: { next_cursor: String(to) } } : {}),
    };
  }

  function view(body: Json, surface: 'modal' | 'home', into: Json[]): Json {
    const faults = blockFaults(body.view?.blocks, surface);
    if (surface === 'modal' && (body.view?.title?.text?.length ?? 0) > 24) faults.push('[ERROR] title over 24');
    if (faults.length > 0) return { ok: false, error: 'invalid_arguments', response_metadata: { messages: faults } };
    into.push(body);
    lastActivity = performance.now();
    for (const watcher of watchers) watcher();
    return { ok: true, view: { id: 'V0FAKE', ...body.view } };
  }

  function refusalOf(body: Json): Json | undefined {
    if (!body.text && !body.blocks) return { ok: false, error: 'no_text' };
    if (body.blocks === undefined) return undefined;
    const faults = blockFaults(body.blocks);
    if (faults.length > 0) return { ok: false, error: 'invalid_blocks', response_metadata: { messages: faults } };
    return readableCharacters(body.blocks) > 13_200 ? { ok: false, error: 'msg_blocks_too_long' } : undefined;
  }

  function post(body: Json, seenBy: string | undefined, via: string): Json {
    const refusal = refusalOf(body);
    if (refusal !== undefined) return refusal;
    const made = keep({ channel: body.channel, thread: body.thread_ts, seenBy, via, body });
    return { ok: true, ts: made.ts, message_ts: made.ts, channel: body.channel };
  }

  function keep(made: Omit<Post, 'ts'>, replaces?: string): Post {
    const at = replaces === undefined ? -1 : posts.findIndex(({ ts }) => ts === replaces);
    const whole: Post = { ...made, ts: at === -1 ? nextTs() : (replaces ?? '') };
    options.onPost?.(whole);
    if (options.keep === false) return whole;
    if (at === -1) posts.push(whole);
    else posts[at] = whole;
    changes += 1;
    lastChanged = whole;
    for (const watcher of watchers) watcher();
    return whole;
  }

  function respondUrl(path: string, body: Json, response: ServerResponse): void {
    const failure = failures.get('response_url')?.shift() ?? storm?.('response_url');
    const known = responseUrls.get(path);
    const send = (status: number, text: string) => {
      response.writeHead(status).end(text);
    };
    calls.push({ method: 'response_url', body, token: '', at: performance.now() });
    if (failure !== undefined) {
      if (failure.after === true && known !== undefined) take(known, body);
      send(failure.status ?? 500, JSON.stringify(failure.body ?? {}));
      return;
    }
    if (known === undefined || known.uses >= 5) {
      send(404, 'expired_url');
      return;
    }
    known.uses += 1;
    const refusal = refusalOf(body);
    if (refusal !== undefined) {
      send(400, JSON.stringify(refusal));
      return;
    }
    take(known, body);
    send(200, 'ok');
  }

  function take(known: ResponseUrl, body: Json): void {
    const seenBy = body.response_type === 'in_channel' ? undefined : known.user;
    const made = { channel: known.channel, thread: body.thread_ts, seenBy, via: 'response_url', body };
    keep(made, body.replace_original === true ? known.replaces : undefined);
  }

  return {
    port,
    origin,
    apiUrl: `${origin}/api/`,
    socket,
    posts,
    calls,
    views,
    homes,
    prompts,
    files,
    people,
    /** Channels that the app may look into, given the scope `channels:read`. */
    channels,
    tokens,
    oauth,
    nextTs,
    /** Optional scopes that the app has. */
    scopes,
    /** Called with each method before it takes effect, and again after, before it is answered; uploads too. */
    interruptWith(work: typeof interrupt) {
      interrupt = work;
    },
    /** Calls refused with 429. */
    refusals: () => refusals,
    /** The next `times` calls of a method (or `response_url`) fail like this. */
    fail(method: string, failure: Failure, times = 1) {
      failures.set(method, [...(failures.get(method) ?? []), ...Array<Failure>(times).fill(failure)]);
    },
    /** Until told otherwise every call (and `response_url`) fails as it says; `undefined`: nothing fails any more. */
    rage(failureOf: ((method: string) => Failure | undefined) | undefined) {
      storm = failureOf;
    },
    responseUrl(channel: string, user: string, replaces?: string): string {
      const path = `/response/${serial++}`;
      responseUrls.set(path, { channel, user, replaces, uses: 0 });
      return `${origin}${path}`;
    },
    changes: () => changes,
    /** Resolves with the message made or changed next after `since` changes. */
    async changedAfter(since: number, withinMs = 5_000): Promise<Post> {
      await until(() => changes > since, watchers, withinMs, 'no message came');
      if (lastChanged === undefined) throw new Error('no message came');
      return lastChanged;
    },
    async waitFor(condition: () => boolean, withinMs = 5_000): Promise<void> {
      await until(condition, watchers, withinMs, 'the awaited never came');
    },
    /** Resolves when nothing was asked of the server for a while. */
    async quiet(forMs = 60): Promise<void> {
      for (;;) {
        const wait = forMs - (performance.now() - Math.max(lastActivity, socket.lastActivity()));
        if (active === 0 && wait <= 0) return;
        await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 5)));
      }
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The file itself, whether it came alone or in a form. */
async function uploadedFile(request: IncomingMessage, raw: Buffer): Promise<Buffer> {
  const type = String(request.headers['content-type'] ?? '');
  if (!type.startsWith('multipart/form-data')) return raw;
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return raw;
}

function parseBody(request: IncomingMessage, raw: Buffer): Json {
  const type = String(request.headers['content-type'] ?? '');
  if (type.startsWith('application/json')) return JSON.parse(raw.toString() || '{}');
  if (!type.startsWith('application/x-www-form-urlencoded')) return {};
  const body: Record<string, Json> = {};
  for (const [key, value] of new URLSearchParams(raw.toString())) {
    body[key] =
      /^[[{]/.test(value) && key !== 'text'
        ? JSON.parse(value)
        : value === 'true'
          ? true
          : value === 'false'
            ? false
            : value;
  }
  return body;
}

async function until(condition: () => boolean, watchers: Set<() => void>, withinMs: number, complaint: string) {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(complaint);
    await new Promise<void>((resolve) => {
      const done = () => {
        watchers.delete(done);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(done, 20);
      watchers.add(done);
    });
  }
}

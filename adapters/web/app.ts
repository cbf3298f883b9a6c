import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context as HonoContext } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { createThrottle } from '../../src/conversation/index.ts';
import type { Desk } from '../../src/desk.ts';
import type { Language } from '../../src/text/index.ts';
import { today } from '../../src/time/index.ts';
import { clientOf } from './address.ts';
import { answerAsJson, suggestAsJson } from './api.ts';
import { assetsVersionOf, pagesVersion, readAssets } from './assets.ts';
import { createCache, type Kept } from './cache.ts';
import { RequestFault } from './fault.ts';
import { faultDocument } from './layout.ts';
import { createLinks, encodeQuery, type Format } from './links.ts';
import { languageFor } from './negotiate.ts';
import { openapi } from './openapi.ts';
import type { Context, Page } from './page.ts';
import { pageAt } from './pages/index.ts';
import { webPhrases } from './phrases.ts';
import { consultationPath } from './pieces.ts';
import { formatIn, render } from './render.ts';

export type ReadingRoomOptions = {
  /** Read at every request, for the knowledge may be swapped while running. */
  readonly desk: () => Desk;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  /** For browsers that ask for neither language. */
  readonly fallbackLanguage: Language;
  /** Where the pages are reached from outside; absent: `localUrl`. */
  readonly publicUrl?: string | undefined;
  readonly localUrl: string;
  /** A mailto or https address for errors in the record. */
  readonly contact?: string | undefined;
  /** Requests a minute from one address. */
  readonly perMinute: number;
  /** Proxies of the operator's own in front, whose X-Forwarded-For is believed. */
  readonly proxies: number;
  readonly log: { error(facts: object, sentence: string): void };
  readonly metrics?:
    | {
        onAsk(ask: { platform: string; intent: string; status: string; ms: number }): void;
        onThrottled(platform: string): void;
      }
    | undefined;
  /** What else is served below its own path, by whole requests, such as `mcp`. */
  readonly mounts?: Readonly<Record<string, (request: Request) => Promise<Response>>> | undefined;
};

/** Characters of pages kept, doubled: a few thousand pages. */
const MOST_KEPT_BYTES = 48 * 1024 * 1024;
const DAY_SECONDS = 24 * 60 * 60;
const UNLIMITED = 1e12;
/** Only our own stylesheet, script and pictures; nothing framed, nothing embedded, forms to ourselves. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The reading room: pages, their data and feeds, and the API. Read only, without cookies, over the desk alone. */
export function createReadingRoom(options: ReadingRoomOptions): Hono {
  const app = new Hono({ strict: true });
  const assets = readAssets();
  const links = createLinks({
    publicUrl: options.publicUrl,
    localUrl: options.localUrl,
    assetsVersion: assetsVersionOf(assets),
  });
  const code = pagesVersion();
  const cache = createCache(MOST_KEPT_BYTES);
  const throttle = createThrottle({ userPerMinute: options.perMinute, channelPerMinute: UNLIMITED });

  function contextIn(language: Language): Context {
    const desk = options.desk();
    const clock = { now: options.clock(), zone: options.zone };
    return {
      desk,
      view: {
        knowledge: desk.knowledge(),
        language,
        pageOf: (id) => links.absolute(links.page(language, consultationPath(id))),
      },
      language,
      clock,
      today: today(clock),
      links,
      say: webPhrases(language),
      contact: options.contact,
    };
  }

  /** One tag for everything: the record, the code and the day are all that an address depends on. */
  const tagOf = ({ view, today: day }: Context) => `"${view.knowledge.version}-${code}-${day}"`;

  function fresh(c: HonoContext, context: Context): Response | undefined {
    const tag = tagOf(context);
    c.header('ETag', tag);
    c.header('Cache-Control', 'public, no-cache');
    const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
    return known.includes(tag) ? c.body(null, 304) : undefined;
  }

  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      crossOriginResourcePolicy: 'cross-origin',
      strictTransportSecurity: false,
    }),
  );
  app.use('*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: ['ETag', 'Retry-After'] }));

  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (asset === undefined) throw new RequestFault('not-found', c.req.path.slice(0, 200));
    c.header('Cache-Control', `public, max-age=${c.req.query('v') === undefined ? 0 : 365 * DAY_SECONDS}, immutable`);
    return c.body(asset.body, 200, { 'content-type': asset.type });
  });
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /*/ask?\nDisallow: /api/\n'));

  app.use(async (c, next) => {
    const remote = getConnInfo(c).remote.address;
    const client = clientOf(remote, c.req.header('x-forwarded-for'), options.proxies);
    if (throttle.allow(client, 'web', performance.now()) !== 'ok') {
      options.metrics?.onThrottled('web');
      throw new RequestFault('too-many', String(secondsToWait(options.perMinute)));
    }
    await next();
  });

  for (const [path, handle] of Object.entries(options.mounts ?? {})) app.all(`/${path}`, (c) => handle(c.req.raw));

  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new RequestFault('method', c.req.method);
    await next();
  });

  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language');
    return c.redirect(links.page(languageFor(c.req.header('accept-language'), options.fallbackLanguage), ''));
  });

  let described: object | undefined;
  app.get('/api/openapi.json', (c) => {
    described ??= openapi(links.absolute(links.other('')).replace(/\/$/, ''));
    return c.json(described);
  });
  app.get('/api/suggest', (c) => {
    const language = languageIn(c.req.query('lang'), options.fallbackLanguage);
    return c.json(suggestAsJson(new URL(c.req.url).searchParams, contextIn(language)));
  });
  app.get('/api/ask', (c) => {
    const query = new URL(c.req.url).searchParams;
    const context = contextIn(languageIn(c.req.query('lang'), options.fallbackLanguage));
    const known = fresh(c, context);
    if (known !== undefined) return known;
    const started = performance.now();
    const answer = answerAsJson(query, context);
    options.metrics?.onAsk({
      platform: 'web',
      intent: answer.question.intent,
      status: answer.status,
      ms: performance.now() - started,
    });
    return c.json(answer);
  });

  async function pageIn(c: HonoContext, language: Language): Promise<Response> {
    const context = contextIn(language);
    const known = fresh(c, context);
    if (known !== undefined) return known;
    const url = new URL(c.req.url);
    const key = `${tagOf(context)} ${url.pathname}${url.search}`;
    const before = cache.get(key);
    if (before !== undefined) return sent(c, before);
    const started = performance.now();
    const typed = decoded(url.pathname).slice(language.length + 2);
    const { path, format } = formatIn(typed);
    const page = pageAt(path, url.searchParams, context);
    const elsewhere = movedTo(page, format, typed, url.search, context);
    if (elsewhere !== undefined) return c.redirect(elsewhere, 302);
    const made = { ...(await render(page, format, context)), name: fileName(page, format) };
    cache.set(key, made);
    if (page.asked !== undefined)
      options.metrics?.onAsk({ platform: 'web', ...page.asked, ms: performance.now() - started });
    return sent(c, made);
  }

  for (const language of ['ja', 'en'] as const) {
    app.get(`/${language}`, (c) => c.redirect(links.page(language, ''), 301));
    app.get(`/${language}/*`, (c) => pageIn(c, language));
  }

  app.notFound((c) => failed(c, new RequestFault('not-found', c.req.path.slice(0, 200))));
  app.onError((error, c) => {
    if (error instanceof RequestFault) return failed(c, error);
    options.log.error({ platform: 'web', path: c.req.path.slice(0, 200), err: error }, 'A page could not be made.');
    return failed(c, new RequestFault('failed'));
  });

  /** A page for people, RFC 9457 for programs. */
  function failed(c: HonoContext, fault: RequestFault): Response | Promise<Response> {
    const [, first = ''] = c.req.path.split('/');
    const language =
      first === 'ja' || first === 'en' ? first : languageFor(c.req.header('accept-language'), options.fallbackLanguage);
    const context = contextIn(language);
    const { title, text } = context.say.faults[fault.kind];
    const headers: Record<string, string> = { 'cache-control': 'no-store', 'content-language': language };
    if (fault.kind === 'too-many') headers['retry-after'] = fault.detail;
    if (fault.kind === 'method') headers.allow = 'GET, HEAD';
    const detail = text(fault.detail);
    // Headers that were set for a page that is not there after all.
    for (const name of ['ETag', 'Cache-Control']) c.header(name, undefined);
    // The status of a fault is one of those in its table.
    const status = fault.status as 400;
    if (first === 'ja' || first === 'en' ? formatIn(c.req.path).format === 'html' : !isForPrograms(first)) {
      return c.html(faultDocument(context, title, detail), status, headers);
    }
    const body = JSON.stringify({ type: 'about:blank', title, status: fault.status, detail, kind: fault.kind });
    return c.body(`${body}\n`, status, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' });
  }

  return app;
}

function isForPrograms(first: string): boolean {
  return first === 'api' || first === 'mcp' || first === 'assets';
}

/** The stable address of a filtered list, or of a page asked for with its slash or ending; `undefined` where it is that. */
function movedTo(page: Page, format: Format, typed: string, search: string, context: Context): string | undefined {
  const { links, language } = context;
  if (format !== 'html') return undefined;
  const isEnded = typed.endsWith('.html');
  const isList = page.path === 'consultations' || page.path === 'on-this-day';
  if (!isEnded && (!isList || encodeQuery(page.query) === search)) return undefined;
  return links.page(language, page.path, page.query);
}

/** @throws RequestFault for bytes that are no text. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw new RequestFault('bad-request', pathname.slice(0, 100));
  }
}

function sent(c: HonoContext, { body, type, name }: Kept): Response {
  if (name !== undefined) c.header('Content-Disposition', `inline; filename="${name}"`);
  return c.body(body, 200, { 'content-type': type });
}

/** What a browser saves a file as; `undefined` for what it shows. */
function fileName({ path }: Page, format: Format): string | undefined {
  if (format !== 'csv' && format !== 'ics') return undefined;
  return `kyogi-${path === '' ? 'home' : path.replaceAll('/', '-')}.${format}`;
}

function languageIn(typed: string | undefined, fallback: Language): Language {
  return typed === 'ja' || typed === 'en' ? typed : fallback;
}

/** Until the next request has a token. */
function secondsToWait(perMinute: number): number {
  return Math.max(1, Math.ceil(60 / perMinute));
}

import { randomUUID } from 'node:crypto';
import type { Config } from '../../src/config.ts';
import { createThrottle } from '../../src/conversation/index.ts';
import { createDigestRunner, createDigestService, untoldDays } from '../../src/digest/index.ts';
import { createLog, type Log, redact, steadyDestination } from '../../src/log.ts';
import { pagesAt } from '../../src/record/index.ts';
import type { Store } from '../../src/store/index.ts';
import type { Adapter } from '../adapter.ts';
import { curatorsIn } from './curators.ts';
import { ANY_PATH, type Check, healthRoutes, metricsRoute, type Route, serve } from './health.ts';
import { serveKnowledge } from './knowledge.ts';
import { endWithin } from './last-resort.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { startWithRetries } from './start-with-retries.ts';
import { openServiceStore } from './store.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long an orderly stop may take before the process ends all the same. */
const DRAIN_MS = 10_000;
/** For what comes after it: closing the database. */
const SPARE_MS = 2_000;

/**
 * Runs every configured platform, digests and the health port until a signal. Resolves with the exit code: 0 after an orderly
 * stop, 1 when no platform could ever start.
 * @throws KyogiError for knowledge, database or port that cannot be used at start.
 */
export async function runService(config: Config): Promise<number> {
  const log = createLog(config.logLevel, await readableOnTerminal());
  const metrics = createMetrics();
  const clock = () => Temporal.Now.instant();
  const nowMs = () => clock().epochMilliseconds;
  for (const name of config.unknown) log.warn({ name }, `${name} is not a setting; see .env.example.`);
  guardRejections(log);

  const knowledge = await serveKnowledge(config.knowledgeDir, log, metrics, nowMs);
  const store = await openServiceStore(config.databaseUrl, { log, metrics });
  const throttle = createThrottle({ userPerMinute: config.perMinute.user, channelPerMinute: config.perMinute.channel });
  const shared = {
    desk: knowledge.desk,
    store,
    digests: createDigestService({ store, desk: knowledge.desk, clock, zone: config.zone }),
    pages: config.publicUrl === undefined ? undefined : pagesAt(config.publicUrl),
    clock,
    zone: config.zone,
    fallbackLanguage: config.language,
    log,
    metrics,
    // Not the wall clock, whose steps would silence people.
    throttle: (actor: string, channel: string) => throttle.allow(actor, channel, performance.now()),
    keepText: config.keepText,
  };

  const starts: { adapter: Adapter; start: ReturnType<typeof startWithRetries> }[] = [];
  const checks = () => readiness(store, starts);
  const measures = metricsRoute(metrics, config.metrics.token);
  const beside = config.metrics.port === undefined ? [measures] : [];
  const routes = [...healthRoutes(checks), ...beside, ...(await webRoutes(config, shared))];
  const adapters = await makeAdapters(config, shared, routes);
  // In HTTP mode Slack's server listens on the port and serves our routes beside its own.
  const server =
    config.port !== undefined && config.slack?.signingSecret === undefined
      ? await serve(routes, config.port, config.host)
      : undefined;
  const { port: metricsPort, host: metricsHost } = config.metrics;
  const metricsServer =
    metricsPort === undefined
      ? undefined
      : await serve([measures], metricsPort, metricsHost, undefined, 'KYOGI_METRICS_PORT');

  // Alone on its SQLite file a restarted process may go on at once with what it was killed in.
  const owner = store.driver === 'sqlite' ? 'alone' : randomUUID();
  const curators = curatorsIn(config, adapters, { store, clock, owner, log });
  const runner = config.digests
    ? createDigestRunner({
        store,
        desk: knowledge.desk,
        senders: adapters.flatMap((adapter) => adapter.digests ?? []),
        clock,
        owner,
        log,
        onUnknown: config.onUnknownDigest,
        observe: (platform, outcome) => metrics.onDigest(platform, outcome),
      })
    : undefined;

  for (const adapter of adapters) starts.push({ adapter, start: startWithRetries(adapter, log) });
  const signal = nextSignal();
  const first = await Promise.race([Promise.all(starts.map(({ start }) => start.first)), signal.then(() => [])]);
  const hopeless = first.length > 0 && first.every((state) => state === 'refused');
  if (!hopeless) {
    runner?.start();
    curators?.start();
    const upkeep = setInterval(() => void sweep(store, config, nowMs(), log), HOUR_MS);
    log.info({ signal: await signal }, 'Stopping: finishing what was accepted.');
    clearInterval(upkeep);
  }

  for (const { start } of starts) start.cancel();
  // A digest under way needs its platform: the runners stop first.
  const stopped = (async () => {
    await Promise.all([runner?.stop(), curators?.stop()]);
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  })();
  await drain(stopped, log);
  knowledge.stop();
  for (const each of [server, metricsServer]) {
    each?.closeAllConnections();
    each?.close();
  }
  await store.close().catch((error: unknown) => log.error({ err: error }, 'The database did not close cleanly.'));
  return hopeless ? 1 : 0;
}

type Shared = {
  readonly metrics: Metrics;
} & Omit<
  Parameters<typeof import('../slack/index.ts').createSlackAdapter>[0],
  'botToken' | 'appToken' | 'signingSecret'
> &
  Omit<
    Parameters<typeof import('../discord/index.ts').createDiscordAdapter>[0],
    'token' | 'apiUrl' | 'shards' | 'register'
  >;

/** Lines for a person where the output is a terminal; JSON lines, the default, everywhere else. */
async function readableOnTerminal() {
  if (!process.stdout.isTTY) return undefined;
  const { readableLog } = await import('../../src/readable-log.ts');
  return readableLog(steadyDestination(1), { colour: process.stdout.hasColors() });
}

/** Platform libraries are large: only those that are configured are loaded. */
async function makeAdapters(config: Config, shared: Shared, routes: readonly Route[]): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  if (config.discord !== undefined) {
    const { createDiscordAdapter } = await import('../discord/index.ts');
    adapters.push(createDiscordAdapter({ ...shared, ...config.discord }));
  }
  if (config.slack !== undefined) {
    const { createSlackAdapter } = await import('../slack/index.ts');
    adapters.push(
      createSlackAdapter({ ...shared, ...config.slack, port: config.port, host: config.host, extraRoutes: routes }),
    );
  }
  return adapters;
}

/** The reading room takes every path that nothing else has. */
async function webRoutes({ web, publicUrl, contact, port = 0 }: Config, shared: Shared): Promise<Route[]> {
  if (web === undefined) return [];
  const { readingRoomListener } = await import('../web/index.ts');
  const localUrl = `http://localhost:${port}`;
  const handler = readingRoomListener({
    ...web,
    desk: shared.desk,
    clock: shared.clock,
    zone: shared.zone,
    fallbackLanguage: shared.fallbackLanguage,
    publicUrl,
    contact,
    localUrl,
    log: shared.log,
    metrics: shared.metrics,
    mounts: { mcp: await mcpHandler(publicUrl ?? localUrl, shared) },
  });
  return [{ path: ANY_PATH, method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], handler }];
}

/** Assistants' door to the record; its library is loaded with the first of them. */
async function mcpHandler(url: string, shared: Shared): Promise<(request: Request) => Promise<Response>> {
  const { desk, clock, zone, fallbackLanguage: language, metrics } = shared;
  let handler: Promise<(request: Request) => Promise<Response>> | undefined;
  return async (request) => {
    handler ??= import('../mcp/http.ts').then(({ createMcpHandler }) =>
      createMcpHandler({ desk, clock, zone, language, metrics, pages: pagesAt(url) }),
    );
    return (await handler)(request);
  };
}

async function readiness(
  store: Store,
  starts: readonly { adapter: Adapter; start: { problem(): string | null } }[],
): Promise<Check[]> {
  const database = await store.ping().then(
    () => ({ name: 'database', ok: true }),
    (error: unknown) => ({
      name: 'database',
      ok: false,
      detail: error instanceof Error ? redact(error.message) : 'no answer',
    }),
  );
  const platforms = starts.map(({ adapter, start }): Check => {
    const problem =
      start.problem() ??
      adapter.problem?.() ??
      (adapter.ready?.() === false ? 'not connected; connecting again' : null);
    return problem === null ? { name: adapter.name, ok: true } : { name: adapter.name, ok: false, detail: problem };
  });
  return [{ name: 'knowledge', ok: true }, database, ...platforms];
}

async function sweep(store: Store, config: Config, now: number, log: Log): Promise<void> {
  const before = now - config.retentionDays * DAY_MS;
  // What a digest told of must be known for longer, however short the retention: it holds nothing of people.
  const deliveries = Math.min(before, now - 2 * untoldDays * DAY_MS);
  const deliveriesBefore = Temporal.Instant.fromEpochMilliseconds(deliveries).toString().slice(0, 10);
  try {
    const rows = await store.sweep(now, { feedbackBefore: before, gapsBefore: before, deliveriesBefore });
    log.debug({ rows }, 'Swept what is past its retention.');
  } catch (error) {
    log.warn({ err: error }, 'The hourly sweep failed; it is tried again in an hour.');
  }
}

/** Resolves with the first signal, from which on the process ends in time whatever it is busy with; a second one ends it at once. */
function nextSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.once(name, () => {
        endWithin(DRAIN_MS + SPARE_MS, 0);
        resolve(name);
      });
      process.on(name, () => setTimeout(() => process.once(name, () => process.exit(130)), 0));
    }
  });
}

async function drain(work: Promise<unknown>, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), DRAIN_MS);
  });
  const outcome = await Promise.race([work.catch((error: unknown) => ({ error })), late]);
  clearTimeout(timer);
  if (outcome === 'late') log.error({}, `Not everything was finished within ${DRAIN_MS / 1000} s.`);
  else if (isFailure(outcome)) log.error({ err: outcome.error }, 'A part did not stop cleanly.');
}

function isFailure(outcome: unknown): outcome is { error: unknown } {
  return typeof outcome === 'object' && outcome !== null && 'error' in outcome;
}

/**
 * Platform clients can reject in the background while a socket is replaced (seen in @slack/socket-mode 3.1.0 with an
 * `undefined` reason). That costs a log line, not the process.
 */
function guardRejections(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'Something failed in the background.'));
}

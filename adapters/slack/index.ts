import { App, type AuthorizeResult, webApi } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { KyogiError } from '../../src/errors.ts';
import type { Adapter } from '../adapter.ts';
import { createChat } from '../chat/chat.ts';
import { createTokenWatch, type TokenWatch } from '../chat/token-watch.ts';
import { createUnderWay } from '../chat/under-way.ts';
import { listenToActions } from './actions.ts';
import { boltLogger, webClientLogger } from './bolt-logger.ts';
import { createChannelQueue, realPace } from './channel-queue.ts';
import { listenToCommands } from './commands.ts';
import type { SlackAdapterConfig } from './config.ts';
import { createCuratorSender } from './curators.ts';
import { listenToDigestActions } from './digest-command.ts';
import { listenToDigestModal } from './digest-modal.ts';
import { listenToEvents } from './events.ts';
import { faultNamed, faultOf } from './faults.ts';
import { listenToFeedback } from './feedback.ts';
import { publishHome } from './home.ts';
import { createInstallations, createSealer } from './installations.ts';
import { createPeople } from './people.ts';
import { type Client, createPoster } from './post.ts';
import { listenToForget } from './privacy.ts';
import { createDigestSender } from './sender.ts';
import type { Service } from './service.ts';
import { listenToSettings } from './settings.ts';
import { createSharedPictures } from './shared-pictures.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { createTransport, type Transport, unreachable } from './transport.ts';

export type { SlackAdapterConfig } from './config.ts';

const DEFAULT_API_URL = 'https://slack.com/api/';
const CALL_TIMEOUT_MS = 10_000;
const MOST_CLIENTS = 500;

type Running = { readonly transport: Transport; readonly clientFor: (workspace: string) => Promise<Client> };

/** The Slack adapter: Socket Mode or HTTP, one workspace by token or many by OAuth. Nothing happens before `start`. */
export function createSlackAdapter(config: SlackAdapterConfig): Adapter {
  const { log, store, clock } = config;
  const pace = config.pace ?? realPace;
  const clientOptions: webApi.WebClientOptions = {
    slackApiUrl: withSlash(config.apiUrl ?? DEFAULT_API_URL),
    logger: webClientLogger(log),
    // Waiting and trying again is `post.ts`'s, where it is known who waits; a client that retries on its own could also post
    // twice without telling.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
  };
  const chat = createChat('slack', config);
  // Of many workspaces each has a token of its own, and one that is refused says nothing of the service.
  const token = config.botToken === undefined ? undefined : watchToken(config, config.botToken, clientOptions);
  const poster = createPoster({
    queue: createChannelQueue(pace),
    pace,
    log,
    onLate: () => config.metrics?.onReply?.('slack', 'late'),
    watch: token && {
      done: token.accepted,
      failed({ kind, code, fix }) {
        if (kind === 'token' || kind === 'scope') token.refused(code, fix);
      },
    },
  });
  const service: Service = {
    ...chat,
    config,
    people: createPeople({ pace, log }),
    poster,
    pictures: createSharedPictures(pace),
    refused: () => token?.problem() != null,
  };
  // Bolt hears of faults by `app.error`.
  const underWay = createUnderWay(() => {});
  let running: Running | undefined;

  async function start(): Promise<void> {
    if (running !== undefined) return;
    checkSettings(config);
    const sealer = config.oauth === undefined ? undefined : createSealer(config.oauth.encryptionKey);
    const installations = sealer === undefined ? undefined : createInstallations({ store, sealer, clock });
    const identity = config.botToken === undefined ? undefined : await identify(config, config.botToken, clientOptions);
    const transport = createTransport(config, clientOptions, boltLogger(log), installations);
    const authorize = authorizer(transport, identity);
    const app = new App({
      receiver: transport.receiver,
      // With an installer Bolt asks that one itself, and takes no other.
      ...(transport.installer === undefined ? { authorize } : {}),
      clientOptions,
      logger: boltLogger(log),
      convoStore: false,
      ignoreSelf: true,
    });
    app.use(async ({ next }) => {
      const work = next();
      underWay.add(work);
      await work;
    });
    app.error(async (error) => {
      const { code, fix } = faultOf(error);
      log.error(
        { platform: 'slack', code: error.code ?? code, fix, err: error },
        'A Slack event could not be handled.',
      );
    });
    listenToEvents(app, service, installations);
    listenToCommands(app, service);
    listenToActions(app, service);
    listenToFeedback(app, service);
    listenToShortcuts(app, service);
    listenToForget(app, service, (scene, above) => publishHome(service, scene, { above }));
    listenToSettings(app, service, (scene) => publishHome(service, scene));
    listenToDigestModal(app, service);
    listenToDigestActions(app, service, (scene) => publishHome(service, scene));
    await transport.start();
    running = { transport, clientFor: clientsBy(authorize, clientOptions) };
  }

  async function stop(): Promise<void> {
    const stopped = running;
    running = undefined;
    token?.stop();
    const closing = stopped?.transport.stop();
    // Whoever waits for a Slack that fails is not waited for.
    poster.close();
    // An answer under way may start a further one (a fallback, a second part): until none is left.
    await underWay.idle();
    await closing;
    await chat.conversations.settled();
    chat.conversations.close();
  }

  async function clientFor(workspace: string): Promise<Client> {
    if (running === undefined) throw new KyogiError('platform', 'Slack is not connected yet.');
    return running.clientFor(workspace);
  }

  return {
    name: 'slack',
    start,
    stop,
    ready: () => running?.transport.ready() ?? false,
    problem: () => token?.problem() ?? null,
    curators: createCuratorSender({ clientFor, poster, log }),
    digests: createDigestSender({
      clientFor,
      poster,
      pace,
      log,
      draw: config.draw,
      pages: config.pages,
      tokenHeldMs: token?.heldMs,
    }),
  };
}

/** Looks after the token of the one workspace: Slack may refuse it for a while, and a scope may be granted later. */
function watchToken(config: SlackAdapterConfig, botToken: string, clientOptions: webApi.WebClientOptions): TokenWatch {
  return createTokenWatch({
    platform: 'slack',
    problem: (code) =>
      faultNamed(code) === 'scope'
        ? `The Slack app lacks a scope (${code}): update it from slack-manifest.json and reinstall it; digests wait until then.`
        : `Slack does not accept SLACK_BOT_TOKEN (${code}): it is tried again; if it was revoked, reinstall the app, set the new SLACK_BOT_TOKEN and restart.`,
    async probe() {
      try {
        const { response_metadata } = await new webApi.WebClient(botToken, clientOptions).auth.test();
        const granted = response_metadata?.scopes;
        return granted === undefined || granted.includes('chat:write') ? undefined : 'missing_scope';
      } catch (error) {
        const { kind, code } = faultOf(error);
        if (kind === 'token' || kind === 'scope') return code;
        throw error;
      }
    },
    log: config.log,
    pauses: config.tokenPausesMs,
  });
}

type Authorize = (source: {
  teamId: string | undefined;
  enterpriseId: string | undefined;
  isEnterpriseInstall: boolean;
}) => Promise<AuthorizeResult>;

function authorizer(transport: Transport, identity: AuthorizeResult | undefined): Authorize {
  return async (source) => {
    if (transport.installer !== undefined) {
      // The two forms of a query differ in which id must be there; `createInstallations` takes either.
      return (await transport.installer.authorize(source as never)) as AuthorizeResult;
    }
    return { ...identity };
  };
}

/** Clients for workspaces outside an event. A token that was rotated since gets a client of its own. */
function clientsBy(authorize: Authorize, clientOptions: webApi.WebClientOptions) {
  const clients = new LRUCache<string, Client>({ max: MOST_CLIENTS });
  return async (workspace: string): Promise<Client> => {
    const isOrg = workspace.startsWith('E');
    const { botToken = '' } = await authorize({
      teamId: isOrg ? undefined : workspace,
      enterpriseId: isOrg ? workspace : undefined,
      isEnterpriseInstall: isOrg,
    });
    const client = clients.get(botToken) ?? new webApi.WebClient(botToken, clientOptions);
    clients.set(botToken, client);
    return client;
  };
}

/** Who we are in the one workspace: also the proof that the token works. */
async function identify(
  config: SlackAdapterConfig,
  botToken: string,
  clientOptions: webApi.WebClientOptions,
): Promise<AuthorizeResult> {
  try {
    const { user_id: botUserId, bot_id: botId } = await new webApi.WebClient(botToken, clientOptions).auth.test();
    return { botToken, ...(botUserId === undefined ? {} : { botUserId }), ...(botId === undefined ? {} : { botId }) };
  } catch (cause) {
    const { kind, code } = faultOf(cause);
    if (kind !== 'token' && kind !== 'scope') throw unreachable(config, code, cause);
    throw new KyogiError(
      'config',
      `SLACK_BOT_TOKEN was refused by Slack (${code}) — copy the bot token (xoxb-…) from OAuth & Permissions, reinstalling the app if it was revoked.`,
      { cause },
    );
  }
}

function checkSettings(config: SlackAdapterConfig): void {
  const missing = (name: string, fix: string) => new KyogiError('config', `${name} is missing — ${fix}.`);
  if (config.botToken === undefined && config.oauth === undefined) {
    throw missing(
      'SLACK_BOT_TOKEN',
      'set the bot token, or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET',
    );
  }
  if (config.signingSecret === undefined && config.appToken === undefined) {
    throw missing('SLACK_APP_TOKEN', 'set it for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP');
  }
  if (config.signingSecret !== undefined && config.port === undefined) {
    throw missing('PORT', 'HTTP mode (SLACK_SIGNING_SECRET) listens on it');
  }
  if (config.oauth !== undefined && config.signingSecret === undefined) {
    throw missing('SLACK_SIGNING_SECRET', 'installing from many workspaces runs over HTTP');
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

import {
  HTTPReceiver,
  type InstallationStore,
  type Logger,
  type Receiver,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import { KyogiError } from '../../src/errors.ts';
import { HTTP_LIMITS } from '../http-limits.ts';
import { realPace } from './channel-queue.ts';
import type { SlackAdapterConfig } from './config.ts';
import { faultOf } from './faults.ts';
import { acknowledgeLate } from './late-ack.ts';
import { SCOPES } from './scopes.ts';
import { keepSocket } from './socket.ts';

/** How events come in: the receiver for Bolt, and its life. */
export type Transport = {
  readonly receiver: Receiver;
  /** Set when workspaces install the app themselves. */
  readonly installer: HTTPReceiver['installer'];
  /** @throws KyogiError naming the variable and the fix. */
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): boolean;
};

const EVENTS_PATH = '/slack/events';

/** HTTP when there is a signing secret, else Socket Mode. */
export function createTransport(
  config: SlackAdapterConfig,
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
  installationStore: InstallationStore | undefined,
): Transport {
  return config.signingSecret === undefined
    ? socketTransport(config, clientOptions, logger)
    : httpTransport(config, config.signingSecret, clientOptions, logger, installationStore);
}

function socketTransport(
  config: SlackAdapterConfig,
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
): Transport {
  const receiver = new SocketModeReceiver({
    appToken: config.appToken ?? '',
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const socket = keepSocket(receiver.client, {
    pace: config.pace ?? realPace,
    log: config.log,
    onReconnect: () => config.metrics?.onReconnect?.('slack'),
  });
  return {
    receiver: acknowledgeLate(receiver, config.log),
    installer: undefined,
    async start() {
      try {
        await socket.start();
      } catch (cause) {
        const { kind, code } = faultOf(cause);
        if (kind === 'token' || kind === 'scope') {
          throw new KyogiError(
            'config',
            `SLACK_APP_TOKEN was refused by Slack (${code}) — make an app-level token with connections:write (Basic Information) and turn Socket Mode on.`,
            { cause },
          );
        }
        throw unreachable(config, code, cause);
      }
    },
    stop: () => socket.stop(),
    ready: () => socket.connected(),
  };
}

function httpTransport(
  config: SlackAdapterConfig,
  signingSecret: string,
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
  installationStore: InstallationStore | undefined,
): Transport {
  const { oauth, port = 0, host } = config;
  let listening = false;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger,
    customRoutes: (config.extraRoutes ?? []).map(({ path, method, handler }) => ({
      path,
      method: typeof method === 'string' ? method : [...method],
      handler,
    })),
    ...(oauth === undefined || installationStore === undefined
      ? {}
      : {
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          scopes: [...SCOPES],
          installationStore,
          installerOptions: { directInstall: true, clientOptions: { ...clientOptions } },
        }),
  });
  return {
    receiver: acknowledgeLate(receiver, config.log),
    installer: receiver.installer,
    async start() {
      try {
        await receiver.start(host === undefined ? { port } : { port, host }, HTTP_LIMITS);
        listening = true;
      } catch (cause) {
        throw new KyogiError(
          'config',
          `PORT ${port} cannot be listened on (${faultOf(cause).code}) — free it or set another PORT.`,
          { cause },
        );
      }
    },
    async stop() {
      if (!listening) return;
      listening = false;
      await receiver.stop();
    },
    ready: () => listening,
  };
}

/** Slack could not be reached: worth trying again. */
export function unreachable(config: SlackAdapterConfig, code: string, cause: unknown): KyogiError {
  return new KyogiError(
    'platform',
    `Slack cannot be reached at SLACK_API_URL ${config.apiUrl ?? 'https://slack.com/api/'} (${code}) — check the network and https://slack-status.com.`,
    { cause },
  );
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatOptions } from '../chat/options.ts';
import type { DrawTimeline } from '../chat/pictures.ts';
import type { Pace } from './channel-queue.ts';

/** A route served beside `/slack/events` in HTTP mode. */
export type ExtraRoute = {
  readonly path: string;
  readonly method: string | readonly string[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

export type SlackAdapterConfig = ChatOptions & {
  /** Of the one workspace served; absent with `oauth`. */
  readonly botToken?: string | undefined;
  /** Socket Mode when set and `signingSecret` is not. */
  readonly appToken?: string | undefined;
  /** HTTP mode when set: `/slack/events` on `port`. */
  readonly signingSecret?: string | undefined;
  readonly port?: number | undefined;
  /** Address to listen on. Default: every address. */
  readonly host?: string | undefined;
  /** Installing from many workspaces, over HTTP. */
  readonly oauth?:
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        /** Encrypts tokens at rest; at least 32 characters. */
        readonly encryptionKey: string;
      }
    | undefined;
  /** Web API address. Default https://slack.com/api/ */
  readonly apiUrl?: string | undefined;
  readonly extraRoutes?: readonly ExtraRoute[] | undefined;
  /** Draws a timeline as PNG. Default: `drawTimeline`. */
  readonly draw?: DrawTimeline | undefined;
  /** How long to wait between messages, retries and reconnects; an argument for tests. Default: real time. */
  readonly pace?: Pace | undefined;
};

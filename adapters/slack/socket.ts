import type { SocketModeReceiver } from '@slack/bolt';
import type { ChatLog } from '../chat/options.ts';
import type { Pace } from './channel-queue.ts';
import { type Fault, faultOf } from './faults.ts';

type SocketClient = SocketModeReceiver['client'];

/** A Socket Mode connection that is kept up. */
export type SocketKeeper = {
  /** Resolves once Slack said hello; rejects with what Slack or the network said to the first attempt. */
  start(): Promise<void>;
  /** Closes the socket for good; at most about two seconds. */
  stop(): Promise<void>;
  connected(): boolean;
};

const HELLO_WITHIN_MS = 15_000;
const CLOSE_WITHIN_MS = 2_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps the socket of a receiver (made with `autoReconnectEnabled: false`) up. The client's own reconnecting waits at least
 * five seconds, gives up for good on a network error, and its timers reject in the background when a close overtakes a
 * connect (seen in @slack/socket-mode 3.1.0: https://github.com/slackapi/node-slack-sdk/issues/2656). Here every attempt is
 * awaited: at once after a planned disconnect, then with a growing, jittered wait of up to 30 s, for as long as it takes.
 */
export function keepSocket(
  client: SocketClient,
  options: { pace: Pace; log: ChatLog; onReconnect?: (() => void) | undefined },
): SocketKeeper {
  const { pace, log } = options;
  let stopping = false;
  let connected = false;
  let running = false;
  let closing: NodeJS.Timeout | undefined;

  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    connected = false;
    clearTimeout(closing);
    if (!stopping && running) void reconnect();
  });
  client.on('ws_message', (data: unknown) => {
    // Slack asks us to go (`warning`, `refresh_requested`, `link_disabled`): the client answers with a close frame and then
    // waits up to 30 s for the peer's. Nothing can be acknowledged meanwhile, so it is cut short.
    if (typeof data === 'string' && data.includes('"type":"disconnect"')) {
      closing = setTimeout(() => void client.disconnect().catch(() => {}), CLOSE_WITHIN_MS);
      closing.unref();
    }
  });

  async function connect(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const silent = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Slack did not say hello')), HELLO_WITHIN_MS);
    });
    const started = client.start();
    // The loser of the race must not become an unhandled rejection, nor its value matter.
    started.catch(() => {});
    try {
      await Promise.race([started, silent]);
    } catch (error) {
      connected = false;
      await close();
      // A close during the handshake rejects with nothing.
      throw error ?? new Error('the socket closed before hello');
    } finally {
      clearTimeout(timer);
    }
  }

  async function reconnect(): Promise<void> {
    running = false;
    for (let attempt = 0; !stopping; attempt += 1) {
      if (attempt > 0) await pace.sleep(waitBefore(attempt));
      if (stopping) return;
      try {
        await connect();
        if (stopping) return void close();
        running = true;
        // It may have gone down again between hello and here.
        if (!connected) return void reconnect();
        options.onReconnect?.();
        log.info({ platform: 'slack', attempt }, 'The Slack socket is connected again.');
        return;
      } catch (error) {
        const fault: Fault = faultOf(error);
        log.warn(
          { platform: 'slack', attempt, code: fault.code, fix: fault.fix },
          'The Slack socket could not be reopened yet.',
        );
        if (fault.retryAfterMs !== undefined) await pace.sleep(fault.retryAfterMs);
      }
    }
  }

  async function close(): Promise<void> {
    const gone = Promise.resolve(client.disconnect()).catch(() => {});
    await Promise.race([
      gone,
      new Promise((resolve) => {
        setTimeout(resolve, CLOSE_WITHIN_MS).unref();
      }),
    ]);
  }

  return {
    async start() {
      stopping = false;
      await connect();
      running = true;
    },
    async stop() {
      stopping = true;
      running = false;
      connected = false;
      clearTimeout(closing);
      await close();
    },
    connected: () => connected,
  };
}

function waitBefore(attempt: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return most / 2 + Math.random() * (most / 2);
}

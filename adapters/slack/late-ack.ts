import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { ChatLog } from '../chat/options.ts';
import { faultOf } from './faults.ts';

/** Slack waits three seconds for an acknowledgement before it sends an event again. Milliseconds. */
const AT_LATEST_MS = 2_300;

/**
 * Lets a receiver acknowledge events once they are answered, or shortly before Slack loses patience, where Bolt does it at once.
 * What a process was answering when it died was then not acknowledged, and Slack sends it again. Commands and presses are left
 * alone: they are never sent again, and their askers wait.
 */
export function acknowledgeLate<R extends Receiver>(receiver: R, log: Pick<ChatLog, 'debug'>): R {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    const processEvent = (event: ReceiverEvent) => processLate(app, event, log);
    init(
      new Proxy(app, { get: (target, name) => (name === 'processEvent' ? processEvent : Reflect.get(target, name)) }),
    );
  };
  return receiver;
}

async function processLate(app: App, event: ReceiverEvent, log: Pick<ChatLog, 'debug'>): Promise<void> {
  if (event.body.type !== 'event_callback') return app.processEvent(event);
  let acknowledged: Promise<void> | undefined;
  const acknowledge = () => {
    acknowledged ??= event.ack().catch((error: unknown) => {
      // The socket is gone: Slack sends the event again, and it is known to be answered.
      log.debug({ platform: 'slack', code: faultOf(error).code }, 'An event could not be acknowledged.');
    });
    return acknowledged;
  };
  const timer = setTimeout(acknowledge, AT_LATEST_MS);
  try {
    await app.processEvent({ ...event, ack: async () => {} });
  } finally {
    clearTimeout(timer);
    await acknowledge();
  }
}

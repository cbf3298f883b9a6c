import { setImmediate as nextTurn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Does one piece of work a turn of the event loop, in the order in which they came, for all platforms of the process: many questions that arrive
 * together hold up health, digests and other people's events for one of them at a time.
 */
export function inTurn<T>(work: () => T): Promise<T> {
  const done = last.then(() => nextTurn()).then(work);
  last = done.catch(() => {});
  return done;
}

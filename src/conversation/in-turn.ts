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

/**
 * Takes steps in turn with other work, as many a turn as fit into some milliseconds, and one at least; what takes fewer is done in one turn. Gives what the
 * steps come to, and rejects where one throws.
 */
export async function stepsInTurn<T>(steps: Iterator<unknown, T>, mostMs = 5): Promise<T> {
  for (;;) {
    const step = await inTurn(() => {
      const until = performance.now() + mostMs;
      let taken = steps.next();
      while (taken.done !== true && performance.now() < until) taken = steps.next();
      return taken;
    });
    if (step.done === true) return step.value;
  }
}

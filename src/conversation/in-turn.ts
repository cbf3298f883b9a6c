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

/** Takes steps in turn with the questions, as many a turn as fit into some milliseconds, and one at least. Rejects where a step throws. */
export async function stepsInTurn(steps: Iterator<unknown>, mostMs = 5): Promise<void> {
  for (let done: boolean | undefined = false; done !== true; )
    done = await inTurn(() => {
      const until = performance.now() + mostMs;
      let isDone: boolean | undefined;
      do isDone = steps.next().done;
      while (isDone !== true && performance.now() < until);
      return isDone;
    });
}

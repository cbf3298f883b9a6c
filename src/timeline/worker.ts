import { Worker } from 'node:worker_threads';
import type { Timeline } from '../answer/answer.ts';
import type { Answered, Asked } from './drawing-thread.ts';

/** A picture takes a second or two, and many on a machine that has no time; one that takes longer is given up, and its thread with it. */
const MOST_MS = 60_000;

type Pending = { readonly resolve: (png: Buffer) => void; readonly reject: (reason: Error) => void };

let worker: Worker | undefined;
const pending = new Map<number, Pending>();
let asked = 0;

/**
 * `renderTimelinePng` on a thread of its own: laying out, drawing and compressing a picture takes a second or more, in which this thread answers
 * questions. The thread starts with the first picture and keeps no process alive.
 */
export function renderInWorker(timeline: Timeline): Promise<Buffer> {
  worker ??= startWorker();
  const own = worker;
  asked += 1;
  const id = asked;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  pending.set(id, { resolve, reject });
  own.ref();
  own.postMessage({ id, timeline } satisfies Asked);
  const timer = setTimeout(() => void own.terminate(), MOST_MS);
  return promise.finally(() => {
    clearTimeout(timer);
    pending.delete(id);
    if (pending.size === 0) own.unref();
  });
}

function startWorker(): Worker {
  // The flags and preloads of this process are its own.
  const started = new Worker(new URL('./drawing-thread.ts', import.meta.url), { execArgv: [], name: 'drawing' });
  const lost = (reason: Error) => {
    if (worker === started) worker = undefined;
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
  };
  started.on('message', (answer: Answered) => {
    const waiting = pending.get(answer.id);
    if ('png' in answer) waiting?.resolve(Buffer.from(answer.png.buffer, answer.png.byteOffset, answer.png.byteLength));
    else waiting?.reject(new Error(answer.error));
  });
  started.on('error', lost);
  started.on('exit', () => lost(new Error('The drawing thread ended.')));
  return started;
}

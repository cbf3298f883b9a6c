import { parentPort } from 'node:worker_threads';
import type { Timeline } from '../answer/answer.ts';
import { renderTimelinePng } from './render.ts';

export type Asked = { readonly id: number; readonly timeline: Timeline };
export type Answered = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly error: string });

// The program of the thread that `worker.ts` starts.
const port = parentPort;
port?.on('message', async ({ id, timeline }: Asked) => {
  try {
    const png = new Uint8Array(await renderTimelinePng(timeline));
    port.postMessage({ id, png } satisfies Answered, [png.buffer]);
  } catch (error) {
    port.postMessage({ id, error: String(error) } satisfies Answered);
  }
});

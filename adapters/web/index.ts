import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createReadingRoom, type ReadingRoomOptions } from './app.ts';

export type { ReadingRoomOptions } from './app.ts';

/** The reading room for Node's server, or for Slack's that listens on the same port. Nothing to start or stop. */
export function readingRoomListener(
  options: ReadingRoomOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener(createReadingRoom(options).fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ANY_PATH, serve } from '../../adapters/service/health.ts';
import { type ReadingRoomOptions, readingRoomListener } from '../../adapters/web/index.ts';
import type { Desk } from '../../src/desk.ts';
import { openDesk } from '../../src/open-desk.ts';

export type Room = {
  readonly desk: Desk;
  readonly url: string;
  /** What the room logged as errors. */
  readonly errors: object[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  request(path: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

let desk: Desk | undefined;

/** The desk over the record itself, opened once for a file. */
export function realDesk(): Desk {
  desk ??= openDesk(join(import.meta.dirname, '../../knowledge'));
  return desk;
}

/** The reading room on a port of 127.0.0.1, on 30 November 2026, noon in Tokyo. */
export async function openRoom(change: Partial<ReadingRoomOptions> = {}): Promise<Room> {
  const desk = realDesk();
  const errors: object[] = [];
  const handler = readingRoomListener({
    desk: () => desk,
    clock: () => Temporal.Instant.from('2026-11-30T12:00:00+09:00'),
    zone: 'Asia/Tokyo',
    fallbackLanguage: 'en',
    localUrl: 'http://localhost:1',
    perMinute: 1_000_000,
    proxies: 0,
    log: { error: (facts) => errors.push(facts) },
    ...change,
  });
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
  const server = await serve([{ path: ANY_PATH, method: methods, handler }], 0, '127.0.0.1');
  // A server that listens on TCP has an AddressInfo.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = (path: string, init: RequestInit) => {
    const once = () => fetch(`${url}${path}`, { redirect: 'manual', ...init });
    // A kept connection may be closed by the server just as it is used again; a request that is refused is so twice.
    return once().catch(once);
  };
  return {
    desk,
    url,
    errors,
    request,
    get: (path, headers = {}) => request(path, { headers }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

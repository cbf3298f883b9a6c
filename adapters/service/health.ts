import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { KyogiError } from '../../src/errors.ts';
import { HTTP_LIMITS } from '../http-limits.ts';
import type { Metrics } from './metrics.ts';

/** A route; mounted on our own server, or on Slack's when that listens on the same port. */
export type Route = {
  /** A path, or `ANY_PATH` for all that no other route has. */
  readonly path: string;
  readonly method: string | readonly string[];
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
};

/** Every path, as Bolt writes it. Such a route comes last. */
export const ANY_PATH = '/{*path}';

/** One named condition of readiness; `detail` says what is wrong. */
export type Check = { readonly name: string; readonly ok: boolean; readonly detail?: string };

/** `/healthz`: the process runs. `/readyz`: every check holds (503 and the failing checks otherwise). */
export function healthRoutes(checks: () => Promise<readonly Check[]>): readonly Route[] {
  return [
    { path: '/healthz', method: 'GET', handler: (_request, response) => json(response, 200, { status: 'ok' }) },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) => {
        checks().then(
          (all) => json(response, all.every((each) => each.ok) ? 200 : 503, { checks: all }),
          () => json(response, 503, { checks: [{ name: 'checks', ok: false }] }),
        );
      },
    },
  ];
}

/** `/metrics`: Prometheus. With `token` only for requests that bring it (`Authorization: Bearer …`); others get 401. */
export function metricsRoute(metrics: Pick<Metrics, 'render' | 'contentType'>, token: string | undefined): Route {
  return {
    path: '/metrics',
    method: 'GET',
    handler: (request, response) => {
      if (token !== undefined && !isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
        response.setHeader('www-authenticate', 'Bearer');
        return json(response, 401, { status: 'unauthorised' });
      }
      metrics.render().then(
        (body) => response.writeHead(200, { 'content-type': metrics.contentType }).end(body),
        () => json(response, 500, { status: 'error' }),
      );
    },
  };
}

/** Compares in constant time: hashes are of one length. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/**
 * Serves `routes` on their own port; anything else is 404.
 * @throws KyogiError `config` naming the variable when the port is taken.
 */
export async function serve(
  routes: readonly Route[],
  port: number,
  host: string,
  limits: Readonly<Record<keyof typeof HTTP_LIMITS, number>> = HTTP_LIMITS,
  variable: 'PORT' | 'KYOGI_METRICS_PORT' = 'PORT',
): Promise<Server> {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  const server = createServer(limits, (request, response) => {
    const route = byPath.get((request.url ?? '/').split('?')[0] ?? '/') ?? byPath.get(ANY_PATH);
    if (route === undefined || ![route.method].flat().includes(request.method ?? ''))
      json(response, 404, { status: 'not found' });
    else route.handler(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new KyogiError(
          'config',
          `${variable} ${port} on ${host} cannot be listened on (${cause.code}) — free it or set another ${variable}.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  return server;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

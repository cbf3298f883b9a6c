import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { HTTP_LIMITS } from '../../adapters/http-limits.ts';
import { type Check, healthRoutes, metricsRoute, serve } from '../../adapters/service/health.ts';
import { createMetrics } from '../../adapters/service/metrics.ts';
import { KyogiError } from '../../src/errors.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function start(checks: readonly Check[], token?: string) {
  const metrics = createMetrics();
  const routes = [...healthRoutes(async () => checks), metricsRoute(metrics, token)];
  const server = await serve(routes, 0, '127.0.0.1');
  servers.push(server);
  // A server that listens on TCP has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return { metrics, port, get: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
}

describe('health routes', () => {
  test('/healthz answers 200 while the process runs', async () => {
    const { get } = await start([{ name: 'discord', ok: false }]);
    expect((await get('/healthz')).status).toBe(200);
  });

  test('/readyz answers 200 when every check holds', async () => {
    const { get } = await start([{ name: 'knowledge', ok: true }]);
    expect((await get('/readyz')).status).toBe(200);
  });

  test('/readyz answers 503 and names what is not ready', async () => {
    const { get } = await start([
      { name: 'knowledge', ok: true },
      { name: 'slack', ok: false, detail: 'not connected' },
    ]);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      checks: [{ ok: true }, { name: 'slack', ok: false, detail: 'not connected' }],
    });
  });

  test('/metrics counts asks by platform, intent and status', async () => {
    const { get, metrics } = await start([]);
    metrics.onAsk({ platform: 'slack', intent: 'who', status: 'answered', ms: 4 });
    const body = await (await get('/metrics')).text();
    expect(body).toContain('kyogi_asks_total{platform="slack",intent="who",status="answered"} 1');
    expect(body).toContain('kyogi_ask_seconds_bucket{le="0.005",platform="slack"} 1');
  });

  test.each([
    [{}, 401],
    [{ authorization: 'Bearer another-long-token' }, 401],
    [{ authorization: 'a-long-enough-token' }, 401],
    [{ authorization: 'Bearer a-long-enough-token' }, 200],
  ])('/metrics with a token answers %j with %i', async (headers, status) => {
    const { port } = await start([], 'a-long-enough-token');
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
    expect(response.status).toBe(status);
    expect((await response.text()).includes('kyogi_')).toBe(status === 200);
  });

  test('/metrics shows only the knowledge version in service', async () => {
    const { get, metrics } = await start([]);
    metrics.onKnowledge('aaa', 250, 1000);
    metrics.onKnowledge('bbb', 251, 2000);
    const body = await (await get('/metrics')).text();
    expect(body).toContain('kyogi_knowledge_consultations{version="bbb"} 251');
    expect(body).not.toContain('aaa');
  });

  test('another path is 404', async () => {
    const { get } = await start([]);
    expect((await get('/etc/passwd')).status).toBe(404);
  });

  test('a port in use is a configuration fault that names PORT', async () => {
    const { port } = await start([]);
    await expect(serve([], port, '127.0.0.1')).rejects.toThrow(KyogiError);
    await expect(serve([], port, '127.0.0.1')).rejects.toThrow(/^PORT \d+ on 127\.0\.0\.1 cannot be listened on/);
  });
});

describe('unfinished requests', () => {
  test('300 of them are closed within a moment of the limits, whatever of them came', async () => {
    const limits = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 100 };
    const server = await serve(
      healthRoutes(async () => []),
      0,
      '127.0.0.1',
      limits,
    );
    servers.push(server);
    const { port } = server.address() as AddressInfo;
    const begun = [
      '',
      'GET /healthz HTTP/1.1\r\nhost: x\r\n',
      'POST /x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf',
    ];
    const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'));
    const closed = sockets.map((socket) => once(socket.on('error', () => {}).resume(), 'close'));
    for (const [index, socket] of sockets.entries()) socket.write(begun[index % begun.length] ?? '');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await Promise.all(closed);
  });

  test('the limits in service are a few seconds', () => {
    expect(Math.max(...Object.values(HTTP_LIMITS))).toBeLessThanOrEqual(5_000);
  });
});

import { createServer } from 'node:net';
import type { Config } from '../../src/config.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { type Fetch, request } from './http.ts';

type Ask = { readonly fetch: Fetch; readonly nowMs: () => number };

/** Whether the ports of the configuration can be listened on, or are by a bot that runs already; and whether metrics are open to others. */
export async function checkPorts(
  { port, host, metrics }: Pick<Config, 'port' | 'host' | 'metrics'>,
  ask: Ask,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (port !== undefined) findings.push(await checkPort('PORT', port, host, '/healthz', ask));
  if (metrics.port !== undefined)
    findings.push(await checkPort('KYOGI_METRICS_PORT', metrics.port, metrics.host, '/metrics', ask));
  const openTo = metrics.port === undefined ? (port === undefined ? undefined : host) : metrics.host;
  if (openTo !== undefined && !isLoopback(openTo) && metrics.token === undefined) {
    findings.push(
      warn(
        'metrics',
        `/metrics is open to whoever reaches ${openTo}`,
        'set KYOGI_METRICS_TOKEN, or KYOGI_METRICS_PORT for a port of its own',
      ),
    );
  }
  return findings;
}

async function checkPort(
  variable: 'PORT' | 'KYOGI_METRICS_PORT',
  port: number,
  host: string,
  path: string,
  ask: Ask,
): Promise<Finding> {
  const check = variable === 'PORT' ? 'port' : 'metrics port';
  const code = await faultOf(port, host);
  if (code === undefined) return ok(check, `${host}:${port} is free`);
  if (code === 'EADDRINUSE' && (await isOurs(port, host, path, ask)))
    return ok(check, `${host}:${port} is served by a bot that runs`);
  if (code === 'EADDRINUSE') {
    return fail(
      check,
      `${variable} ${port} on ${host} is used by another program`,
      `end that program, or set another ${variable}`,
    );
  }
  if (code === 'EACCES') {
    return fail(
      check,
      `${variable} ${port} may not be listened on by this user`,
      `set ${variable} to 1024 or more, with a proxy in front`,
    );
  }
  const address = variable === 'PORT' ? 'HOST' : 'KYOGI_METRICS_HOST';
  return fail(
    check,
    `${variable} ${port} on ${host} cannot be listened on (${code})`,
    `set ${address} to an address of this machine`,
  );
}

/** Listens for a moment; the system's word for what is wrong, or `undefined`. */
function faultOf(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Whether what listens answers as this program does. */
async function isOurs(port: number, host: string, path: string, { fetch, nowMs }: Ask): Promise<boolean> {
  const at = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  try {
    if (path === '/healthz') {
      const { status, body } = await request(fetch, `http://${at}:${port}/readyz`, {}, nowMs);
      const names = Array.isArray(body.checks) ? body.checks.map((each: { name?: unknown }) => each?.name) : [];
      return (status === 200 || status === 503) && names.includes('knowledge');
    }
    const response = await fetch(`http://${at}:${port}${path}`, { signal: AbortSignal.timeout(3_000) });
    return response.status === 401 || (await response.text()).includes('kyogi_');
  } catch {
    return false;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

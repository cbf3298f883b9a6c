import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type McpConfig } from './index.ts';

/** A call is some hundred bytes. */
const MOST_BYTES = 64 * 1024;
const MOST_MESSAGES = 10;

/**
 * Streamable HTTP without sessions: each request is answered whole by a server of its own, so that any process behind a load
 * balancer can take it. There is no stream to open and no session to end.
 */
export function createMcpHandler(config: McpConfig): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return refused(405, -32_000, 'Only POST is allowed here.', { allow: 'POST' });
    const body = await bounded(request);
    if (body === undefined) return refused(413, -32_600, `A message may have at most ${MOST_BYTES} bytes.`);
    let message: unknown;
    try {
      message = JSON.parse(body);
    } catch {
      return refused(400, -32_700, 'The message is not JSON.');
    }
    if (Array.isArray(message) && message.length > MOST_MESSAGES)
      return refused(400, -32_600, `At most ${MOST_MESSAGES} messages at once.`);
    // A session id would have to be a function; without the member there are no sessions.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = createMcpServer(config);
    await server.connect(transport);
    const headers = new Headers(request.headers);
    headers.delete('content-length');
    const response = await transport.handleRequest(new Request(request.url, { method: 'POST', headers, body }), {
      parsedBody: message,
    });
    const answer = await response.text();
    await server.close();
    return new Response(answer === '' ? null : answer, { status: response.status, headers: response.headers });
  };
}

/** The body as text; `undefined` where it is larger than a message may be. */
async function bounded(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refused(status: number, code: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers });
}

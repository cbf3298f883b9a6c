import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a delivering process posts; `pid` lets the server end it in the middle of a request. */
type Posting = { readonly channel: string; readonly key: string; readonly pid: number };

export type Message = { readonly id: string; readonly channel: string; readonly key: string; readonly by: number };

/** Ends the process that posts, once: before the message is stored, or after it is stored and before the answer. */
export type KillMoment = 'before-posting' | 'after-posting';

/** How long Discord is taken to remember a nonce. */
const nonceMs = 180_000;

/**
 * Two platforms' ways with doubles over loopback HTTP. Discord answers a nonce it still knows with the message it has
 * (`enforce_nonce`); Slack posts whatever comes, keeps the metadata, and shows it in the channel's history.
 */
export async function startPlatformServer() {
  const messages: Message[] = [];
  const postedAt = new Map<string, number>();
  let kill: KillMoment | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      const channel = url.searchParams.get('channel');
      return send(
        response,
        messages.filter((message) => message.channel === channel),
      );
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const posting = JSON.parse(body) as Posting; // our own delivery-process.ts wrote it
    const moment = kill;
    kill = undefined;
    if (moment === 'before-posting') return end(posting.pid);

    const known = url.pathname === '/discord' ? messages.find(({ key }) => key === posting.key) : undefined;
    if (known !== undefined && Date.now() - (postedAt.get(known.id) ?? 0) < nonceMs) return send(response, known);
    const message = { id: `m${messages.length + 1}`, channel: posting.channel, key: posting.key, by: posting.pid };
    messages.push(message);
    postedAt.set(message.id, Date.now());
    if (moment === 'after-posting') return end(posting.pid);
    return send(response, message);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    messages: messages as readonly Message[],
    killNext: (moment: KillMoment) => {
      kill = moment;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function end(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** How a server that lets nobody in behaves: an error by its code, or what comes before one. */
export type Refusal =
  | { readonly code: string; readonly message: string }
  | 'hangs-up' // ends every connection unheard
  | 'no-tls' // answers a request for TLS with no
  | 'own-certificate'; // offers TLS with a certificate of its own, for database.example

const SSL_REQUEST = 80_877_103;
const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url));

/** A server on 127.0.0.1 that speaks PostgreSQL's protocol as far as a refusal. */
export async function startRefusingServer(refusal: Refusal): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (refusal === 'hangs-up') {
      socket.destroy();
      return;
    }
    socket.once('data', (data: Buffer) => {
      if (data.readUInt32BE(4) !== SSL_REQUEST) return refuse(socket, refusal);
      if (refusal !== 'own-certificate') return void socket.write('N');
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, key: fixture('key'), cert: fixture('cert') });
      secure.on('error', () => {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on TCP has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An ErrorResponse. https://www.postgresql.org/docs/current/protocol-message-formats.html */
function refuse(socket: Socket, refusal: Refusal): void {
  if (typeof refusal === 'string') return;
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${refusal.code}\0M${refusal.message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  socket.end(Buffer.concat([head, fields]));
}

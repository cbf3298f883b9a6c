import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './slack-server.ts';

export type Envelope = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  readonly retry?: { readonly attempt: number; readonly reason: string };
};

/** Socket Mode's server half: hello, envelopes, acknowledgements, and the three ways in which Slack says goodbye. */
export function createSocketSide(server: Server) {
  const wss = new WebSocketServer({ server, path: '/socket' });
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (payload: Json) => void>();
  let connections = 0;
  let active = performance.now();
  let sayHello = true;

  wss.on('connection', (socket) => {
    open.add(socket);
    connections += 1;
    socket.on('close', () => open.delete(socket));
    socket.on('message', (data) => {
      active = performance.now();
      const { envelope_id, payload } = JSON.parse(String(data));
      waiting.get(envelope_id)?.(payload);
      waiting.delete(envelope_id);
    });
    if (sayHello) {
      socket.send(JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: 'A0FAKE' } }));
    }
  });

  const one = () => [...open].find((socket) => socket.readyState === 1);

  return {
    connections: () => connections,
    connected: () => open.size,
    lastActivity: () => active,
    /** Whether new connections are greeted. */
    greet(on: boolean) {
      sayHello = on;
    },
    /** Sends an envelope over one open connection and resolves with what it was acknowledged with. */
    async deliver(envelope: Envelope, withinMs = 3_000): Promise<Json> {
      const socket = one();
      if (socket === undefined) throw new Error('nobody is connected');
      const id = randomUUID();
      const acknowledged = new Promise<Json>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('not acknowledged within 3 s')), withinMs);
        waiting.set(id, (payload) => {
          clearTimeout(timer);
          resolve(payload);
        });
      });
      active = performance.now();
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          payload: envelope.payload,
          accepts_response_payload: envelope.type !== 'events_api',
          retry_attempt: envelope.retry?.attempt ?? 0,
          retry_reason: envelope.retry?.reason ?? '',
        }),
      );
      return acknowledged;
    },
    /** Slack's own goodbye. */
    sayDisconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled') {
      for (const socket of open)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
    },
    /** The connection breaks without a word. */
    cut() {
      for (const socket of open) socket.terminate();
    },
    close() {
      for (const socket of open) socket.terminate();
      wss.close();
    },
  };
}

import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { type Payload, payload } from './payloads.ts';

export type GatewayOptions = {
  readonly token: string;
  readonly heartbeatMs: number;
  /** The server that READY is followed by. */
  readonly guild: () => Payload;
  /** Bits that close the connection with 4014 when identified with. */
  readonly disallowedIntents: number;
};

type Session = {
  readonly shard: readonly [number, number];
  readonly events: { s: number; t: string; d: unknown }[];
  seq: number;
};

/** What the tests do to the gateway and see of it. */
export type Gateway = {
  /** Sends an event to the connected shard; kept for RESUME when nobody is connected. */
  dispatch(type: string, data: unknown): void;
  /** Breaks every socket without a close frame. */
  drop(): void;
  /** Closes every socket with a code. */
  close(code: number): void;
  /** Op 7. */
  askReconnect(): void;
  /** Op 9. */
  invalidateSession(resumable: boolean): void;
  /** Lets every session lapse. */
  forgetSessions(): void;
  /** Stops acknowledging heartbeats. */
  silent: boolean;
  /** Closes the next connections instead of greeting them. */
  refuseWith: number | undefined;
  /** Takes no connections at all. */
  down: boolean;
  readonly identifies: { intents: number; shard: readonly [number, number] }[];
  readonly resumes: number;
  connected(): number;
  stop(): void;
};

/** Speaks the gateway protocol (v10, JSON) on `/gateway` of an HTTP server. */
export function startGateway(server: Server, url: () => string, options: GatewayOptions): Gateway {
  const wss = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const live = new Map<WebSocket, string>();
  const identifies: Gateway['identifies'] = [];
  let resumes = 0;

  server.on('upgrade', (request, socket, head) => {
    if (gateway.down || !request.url?.startsWith('/gateway')) {
      socket.destroy();
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => greet(ws));
  });

  function greet(ws: WebSocket): void {
    if (gateway.refuseWith !== undefined) {
      ws.close(gateway.refuseWith);
      return;
    }
    send(ws, { op: 10, d: { heartbeat_interval: options.heartbeatMs } });
    ws.on('message', (data) => receive(ws, JSON.parse(String(data))));
    ws.on('close', () => live.delete(ws));
    ws.on('error', () => live.delete(ws));
  }

  function receive(ws: WebSocket, frame: { op: number; d: Record<string, unknown> }): void {
    if (frame.op === 1 && !gateway.silent) send(ws, { op: 11 });
    if (frame.op === 2) identify(ws, frame.d);
    if (frame.op === 6) resume(ws, frame.d);
  }

  function identify(ws: WebSocket, d: Record<string, unknown>): void {
    if (d.token !== options.token) {
      ws.close(4004);
      return;
    }
    const intents = Number(d.intents);
    if ((intents & options.disallowedIntents) !== 0) {
      ws.close(4014);
      return;
    }
    const shard: readonly [number, number] = Array.isArray(d.shard) ? [Number(d.shard[0]), Number(d.shard[1])] : [0, 1];
    identifies.push({ intents, shard });
    const id = randomBytes(16).toString('hex');
    const session: Session = { shard, events: [], seq: 0 };
    sessions.set(id, session);
    live.set(ws, id);
    const ready = { ...payload('ready'), session_id: id, resume_gateway_url: url(), shard };
    emit(session, ws, 'READY', shard[0] === 0 ? ready : { ...ready, guilds: [] });
    if (shard[0] === 0) emit(session, ws, 'GUILD_CREATE', options.guild());
  }

  function resume(ws: WebSocket, d: Record<string, unknown>): void {
    const session = sessions.get(String(d.session_id));
    if (d.token !== options.token) {
      ws.close(4004);
      return;
    }
    if (session === undefined) {
      send(ws, { op: 9, d: false });
      return;
    }
    resumes += 1;
    live.set(ws, String(d.session_id));
    for (const event of session.events.filter((each) => each.s > Number(d.seq))) send(ws, { op: 0, ...event });
    emit(session, ws, 'RESUMED', {});
  }

  function emit(session: Session, ws: WebSocket | undefined, t: string, d: unknown): void {
    session.seq += 1;
    const event = { s: session.seq, t, d };
    session.events.push(event);
    if (session.events.length > 500) session.events.shift();
    if (ws !== undefined) send(ws, { op: 0, ...event });
  }

  const gateway: Gateway = {
    silent: false,
    refuseWith: undefined,
    down: false,
    identifies,
    get resumes() {
      return resumes;
    },
    connected: () => live.size,
    dispatch(type, data) {
      // Shard 0 has the test server and every direct message.
      for (const [id, session] of sessions) {
        if (session.shard[0] !== 0) continue;
        const ws = [...live].find(([, sessionId]) => sessionId === id)?.[0];
        // Of several sessions only those still wanted have a socket, or will resume.
        if (ws !== undefined || id === [...sessions.keys()].at(-1)) emit(session, ws, type, data);
      }
    },
    drop() {
      for (const ws of wss.clients) ws.terminate();
      live.clear();
    },
    close(code) {
      for (const ws of wss.clients) ws.close(code);
    },
    askReconnect() {
      for (const ws of wss.clients) send(ws, { op: 7, d: null });
    },
    invalidateSession(resumable) {
      if (!resumable) sessions.clear();
      for (const ws of wss.clients) send(ws, { op: 9, d: resumable });
    },
    forgetSessions: () => sessions.clear(),
    stop() {
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
  return gateway;
}

function send(ws: WebSocket, frame: unknown): void {
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify(frame));
}

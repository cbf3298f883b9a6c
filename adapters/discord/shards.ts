import {
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  type SessionInfo,
  SimpleContextFetchingStrategy,
  type WebSocketManager,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { Collection, GatewayCloseCodes } from 'discord.js';

/** What a browser or client reports for a connection that broke without a close frame; no server sends it. */
const BROKEN = 1006;

/** Pauses before a token that was refused is tried again, milliseconds: doubling from the first to the second. */
export type TokenPauses = { readonly first: number; readonly most: number };

/**
 * Runs the shards of a client so that an outage costs no events. `@discordjs/ws` (1.2.3) throws a session away whenever the network
 * refuses a connection, and identifies anew: what was said meanwhile is never replayed. Here only Discord ends a session. A token
 * that is refused on a connection that once worked is tried again, for as long as it takes.
 */
export function persistentShards(manager: WebSocketManager, pauses: TokenPauses): IShardingStrategy {
  const shards = new Collection<number, WebSocketShard>();
  const timers = new Set<NodeJS.Timeout>();
  let ended = false;

  function keepTrying(shard: WebSocketShard): void {
    let established = false;
    let pause = pauses.first;
    const works = () => {
      established = true;
      pause = pauses.first;
    };
    shard.on(WebSocketShardEvents.Ready, works);
    shard.on(WebSocketShardEvents.Resumed, works);
    shard.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (code !== GatewayCloseCodes.AuthenticationFailed || !established || ended) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!ended) void shard.connect();
      }, pause);
      timers.add(timer);
      pause = Math.min(pause * 2, pauses.most);
    });
  }

  return {
    async spawn(ids) {
      // The manager ends whatever shards there were before it makes these.
      ended = false;
      const options = await managerToFetchingStrategyOptions(manager);
      for (const id of ids) {
        const session = new PersistentSession(manager, options);
        const shard = new WebSocketShard(session, id);
        session.follow(shard);
        for (const event of Object.values(WebSocketShardEvents)) {
          // The manager passes on each shard's events with its id; the map of their types is closed to a loop.
          shard.on(event, (payload?: object) => manager.emit(event, { ...payload, shardId: id } as never));
        }
        keepTrying(shard);
        shards.set(id, shard);
      }
    },
    async connect() {
      await Promise.all(shards.map((shard) => shard.connect()));
    },
    async destroy(options) {
      ended = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(shards.map((shard) => shard.destroy(options)));
      shards.clear();
    },
    async send(id, payload) {
      const shard = shards.get(id);
      if (shard === undefined) throw new RangeError(`There is no shard ${id}`);
      await shard.send(payload);
    },
    // Of another version of the same class than discord.js's own.
    fetchStatus: () => shards.mapValues((shard) => shard.status) as never,
  };
}

/** Holds on to a session until Discord itself ends it: by a close code other than a broken connection, or by opcode 9. */
class PersistentSession extends SimpleContextFetchingStrategy {
  /** Whether Discord spoke on the present connection, or ended it in a way that ends the session. */
  #spoke = false;
  /** Connections tried since Discord last spoke. */
  #attempts = 0;
  #isIdle = () => false;

  follow(shard: WebSocketShard): void {
    this.#isIdle = () => shard.status === WebSocketShardStatus.Idle;
    shard.on(WebSocketShardEvents.Hello, () => {
      this.#spoke = true;
      this.#attempts = 0;
    });
    shard.on(WebSocketShardEvents.Closed, ({ code }) => {
      this.#spoke = !(code === BROKEN || code === GatewayCloseCodes.AuthenticationFailed);
    });
  }

  override async retrieveSessionInfo(shard: number): Promise<SessionInfo | null> {
    // An idle shard asks once, as it begins to connect.
    if (this.#isIdle()) {
      this.#spoke = false;
      this.#attempts += 1;
    }
    const session = await super.retrieveSessionInfo(shard);
    // The address to resume at may be what is down: every other attempt goes to the gateway's own.
    const elsewhere = this.#attempts > 2 && this.#attempts % 2 === 1;
    return session !== null && elsewhere ? { ...session, resumeURL: this.options.gatewayInformation.url } : session;
  }

  override updateSessionInfo(shard: number, session: SessionInfo | null) {
    return session === null && !this.#spoke ? undefined : super.updateSessionInfo(shard, session);
  }
}

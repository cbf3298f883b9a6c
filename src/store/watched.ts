import { KyogiError } from '../errors.ts';
import type { Store } from './store.ts';

export type WatchedOptions = {
  /** Hears of every call that failed, by the method's name. */
  readonly onFault: (operation: string) => void;
  /** How long an answer may wait for one call, in milliseconds. */
  readonly patienceMs: number;
  /** For how long after a call that took too long the next ones fail at once, in milliseconds. */
  readonly restMs: number;
};

/** Calls that an answer waits for: each has another way when it fails. */
const waitedFor = new Set(['claim', 'claimTogether', 'loadConversation', 'loadAsk', 'loadChannelSettings', 'ping']);
const writes = /^(?:claim|save|add|update|remove|forget|sweep)/;

/** A claim that is always taken, to see whether anything can be written. Swept like every other. */
const PROBE = 'kyogi:ping';
/** A write this young proves that writing works, milliseconds: readiness is asked for every few seconds, and each write waits for the disk. */
const PROVEN_MS = 15_000;

/**
 * A store under watch. Its faults are counted. A database that takes calls and does not answer costs one answer's patience, not
 * every answer's. `ping` also tells of one that reads and cannot write, as on a full disk: it writes once a write failed, or none was
 * made for a while.
 */
export function watched(store: Store, options: WatchedOptions): Store {
  let silentUntil = Number.NEGATIVE_INFINITY;
  let writeFailed = false;
  // Opening it wrote.
  let writtenAt = performance.now();

  async function call(name: string, work: () => unknown): Promise<unknown> {
    try {
      const result = await (waitedFor.has(name) ? inTime(name, work) : work());
      if (writes.test(name)) {
        writeFailed = false;
        writtenAt = performance.now();
      }
      return result;
    } catch (error) {
      if (writes.test(name)) writeFailed = true;
      options.onFault(name);
      throw error;
    }
  }

  async function inTime(name: string, work: () => unknown): Promise<unknown> {
    if (performance.now() < silentUntil) throw silent(name);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        silentUntil = performance.now() + options.restMs;
        reject(silent(name));
      }, options.patienceMs);
    });
    const working = Promise.resolve(work());
    // Whichever loses the race must not become an unhandled rejection.
    working.catch(() => {});
    try {
      return await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return async (...args: unknown[]) => {
        const result = await call(name, () => Reflect.apply(member, target, args));
        if (name === 'ping' && (writeFailed || performance.now() - writtenAt > PROVEN_MS))
          await call('claim', () => target.claim(PROBE, 0, 0));
        return result;
      };
    },
  });
}

function silent(name: string): KyogiError {
  return new KyogiError('store', `The database does not answer (at ${name}).`);
}

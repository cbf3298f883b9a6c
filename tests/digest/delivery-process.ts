/**
 * A process that looks once at what is due and delivers it to the platform server, for tests that kill it. It ends itself
 * with SIGKILL at the n-th point at which it could stop: before and after every call to the store and to the platform.
 */
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { runnerOf, virtualClock } from './delivery-fixture.ts';
import { httpSender } from './http-sender.ts';

export type DeliveryOrder = {
  readonly databaseUrl: string;
  readonly platformUrl: string;
  readonly platform: 'discord' | 'slack';
  readonly owner: string;
  readonly now: string;
  /** Counts from 1; 0 never. */
  readonly killAt: number;
};

const order = JSON.parse(process.argv[2] ?? '') as DeliveryOrder; // the test that started us wrote it

let point = 0;
function mayStopHere(): void {
  point += 1;
  if (point === order.killAt) process.kill(process.pid, 'SIGKILL');
}

/** Every method of a store, with a point to stop at before and after. */
function mortal(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        mayStopHere();
        const result: unknown = await Reflect.apply(member, target, args);
        mayStopHere();
        return result;
      };
    },
  });
}

const sender = httpSender(order.platform, order.platformUrl);
const mortalSend: typeof sender.send = async (...args) => {
  mayStopHere();
  const outcome = await sender.send(...args);
  mayStopHere();
  return outcome;
};

const store = await openStore(order.databaseUrl);
const runner = runnerOf(
  mortal(store),
  virtualClock(order.now),
  { ...sender, send: mortalSend },
  { owner: order.owner },
);
const report = await runner.tick();
await runner.stop();
await store.close();
process.stdout.write(JSON.stringify({ report, points: point }));

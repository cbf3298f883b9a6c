/**
 * A process that delivers what is due through a platform's real client: one look at a standing clock, or as a service does until
 * so many digests are out. It can end itself with SIGKILL at any of its steps: before and after every call to the store and to
 * the sender.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';
import { goingOnFrom, runnerOf, virtualClock } from './delivery-fixture.ts';
import { type PlatformAddress, realSender } from './local-platform.ts';

export type DeliveryOrder = {
  readonly databaseUrl: string;
  readonly at: PlatformAddress;
  readonly owner: string;
  /** The clock stands at this instant, or goes on from it. */
  readonly now: string;
  /** The step to end at, as `steps` of an earlier process names it. Absent: it lives. */
  readonly killAt?: string | undefined;
  /** Serves until the ledger has this many sent digests. Absent: looks once. */
  readonly until?: number | undefined;
};

const order = JSON.parse(process.argv[2] ?? '') as DeliveryOrder; // the test that started us wrote it

const steps: string[] = [];
function mayStopHere(step: string): void {
  // Some calls are made more than once: `… 2` is the second.
  const times = steps.filter((each) => each.replace(/ \d+$/, '') === step).length + 1;
  steps.push(times === 1 ? step : `${step} ${times}`);
  if (steps.at(-1) === order.killAt) process.kill(process.pid, 'SIGKILL');
}

/** The same with a step before and after every call of a method. */
function mortal<T extends object>(whole: T): T {
  return new Proxy(whole, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      // The one method that answers at once.
      if (typeof member !== 'function' || name === 'heldMs') return member;
      return async (...args: unknown[]) => {
        const step = [String(name), stateIn(args)].filter(Boolean).join(' ');
        mayStopHere(`before ${step}`);
        const result: unknown = await Reflect.apply(member, target, args);
        mayStopHere(`after ${step}`);
        return result;
      };
    },
  });
}

/** The ledger state that a call moves to. */
function stateIn(args: readonly unknown[]): string | undefined {
  const change = args.find((arg) => typeof arg === 'object' && arg !== null && 'state' in arg && !('platform' in arg));
  return change === undefined ? undefined : String((change as { state: unknown }).state);
}

const clock = order.until === undefined ? virtualClock(order.now) : goingOnFrom(order.now);
const { sender, stop } = await realSender(order.at, clock.now);
const store = await openStore(order.databaseUrl);
const counts: Record<string, number> = {};
const observe = (_platform: string, outcome: string) => {
  counts[outcome] = (counts[outcome] ?? 0) + 1;
};
const runner = runnerOf(mortal(store), clock, mortal(sender), { owner: order.owner, observe });
if (order.until === undefined) await runner.tick();
else {
  runner.start();
  while ((await store.listDeliveries({ state: 'sent' })).length < order.until) await sleep(200);
}
await runner.stop();
await stop();
await store.close();
process.stdout.write(JSON.stringify({ sent: counts.sent ?? 0, steps: order.until === undefined ? steps : [] }));
